import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Lang } from '../../document';
import type { Range } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Utterance } from '../utterance';
import { denialOfBelonging, isOfThen } from './statusBelonging';
import { doneLink, nominalLink } from './statusActs';
import { isNounOf } from '../field';
import { bindingLink, groupAround, isLink, rankedBy, type Link } from './statusLinks';
import { isAsserted, type Found } from './statusModality';
import { formsAt, statusWordsOf, type Form, type StatusRelation, type StatusWords } from './statusWords';
import { verbInstead } from './statusVerbs';
import { isNarratedUntil, timesOf } from '../time';

/** "IOM, a specialized agency", "governments that ratified the Compact": a status that contradicts the record. */
export function statusClaims(utterance: Utterance, lang: Lang, records: Records): readonly Claim[] {
  const { relations, words } = statusWordsOf(lang);
  const { modality } = utterance.reading;
  if (
    modality === 'asked' ||
    modality === 'refuted' ||
    modality === 'reported' ||
    utterance.discourse.isRefuted(utterance.site)
  )
    return [];
  return relations.flatMap((relation) => {
    if (!relation.file.subjects.some((concept) => utterance.discourse.isNamed(concept))) return [];
    const found = formsIn(utterance, relation);
    const claimed = found.map((each) => {
      const link = linkOf(utterance, each, relation, words);
      return link && claimOf(utterance, each, link, relation, words, records);
    });
    const belonging = relation.belonging.size > 0 ? denialOfBelonging(utterance, relation, records) : [];
    // "a binding treaty": the claim about the noun suffices.
    const nouns = found.filter(({ form }, i) => form.kind === 'is' && claimed[i] !== undefined);
    const claims = claimed.flatMap((claim, i) =>
      claim &&
      !(
        found[i]!.form.kind === 'binding' &&
        nouns.some(({ first, next }) => next === found[i]!.first || found[i]!.next === first)
      )
        ? [claim]
        : [],
    );
    if (claims.length === 0 && belonging.length === 0) return [];
    return isDeniedInSentence(utterance, found, relation, words) ? [] : [...claims, ...belonging];
  });
}

/** The forms in a sentence; the longest of any that overlap. */
function formsIn(utterance: Utterance, relation: StatusRelation): readonly Found[] {
  const {
    sentence: { tokens },
    statements,
  } = utterance.reading;
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [longest] = formsAt(tokens, i, relation);
    if (longest === undefined || found.some(({ next }) => next > i)) continue;
    // "a non-legally binding framework"
    if (tokens[i - 1]?.folded === '-' && tokens[i - 2] && utterance.grammar.is(tokens[i - 2], 'negation')) continue;
    // "Signing the Compact was a mistake": with an object, the word is a verb and not a noun.
    if (
      longest.form.kind === 'nominal' &&
      statements.some(
        ({ verb, objects }) =>
          verb?.main === i && verb.form !== 'participle' && (objects.length > 0 || verb.next - verb.first > 1),
      )
    )
      continue;
    found.push(longest);
  }
  for (const statement of statements) {
    const { verb } = statement;
    if (!verb) continue;
    for (const form of verb.lemmas.flatMap((lemma) => relation.verbs.get(lemma) ?? [])) {
      const next = endOfPhrase(utterance, form, verb.main);
      if (next === undefined || found.some((each) => each.first < next && verb.main < each.next)) continue;
      found.push({ form, first: form.kind === 'does' ? verb.first : verb.main, next, statement });
    }
  }
  return found;
}

/** The end of the words that follow a verb in its phrase, which may be one word apart: "entered fully into force". */
function endOfPhrase(
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  { words }: Form,
  main: number,
): number | undefined {
  const rest = words.slice(1);
  if (rest.length === 0) return main + 1;
  for (let at = main + 1; at <= main + 2; at++)
    if (rest.every((word, k) => tokens[at + k]?.folded === word)) return at + rest.length;
  return undefined;
}

function linkOf(
  utterance: Utterance,
  found: Found,
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  const { form } = found;
  switch (form.kind) {
    case 'is': {
      const group =
        groupAround(utterance, found) ??
        groupAround(
          utterance,
          utterance.lang === 'en'
            ? { first: found.next - 1, next: found.next }
            : { first: found.first, next: found.first + 1 },
        );
      return group && isLink(utterance, group, found, relation, words);
    }
    case 'place':
      return placeLink(utterance, found, relation, words);
    case 'binding':
      return bindingLink(utterance, found, relation, words);
    case 'does':
      return undefined;
    case 'done':
      return doneLink(utterance, found.statement!, relation);
    case 'nominal':
      return nominalLink(utterance, found, relation);
  }
}

/** "IOM remains outside the UN system": the subject of the clause that contains the words. */
function placeLink(
  utterance: Utterance,
  { first }: Found,
  relation: StatusRelation,
  { ranks }: StatusWords['words'],
): Link | undefined {
  const [label, mark] = utterance.reading.nodes;
  const topic =
    label?.kind === 'noun' && mark?.kind === 'colon' && mark.next === first && isNounOf(ranks, label)
      ? utterance.discourse.topicOf(utterance.site.block, relation)
      : undefined;
  if (topic && topic !== 'other') return { subject: topic, statement: undefined, group: undefined };
  const within = utterance.reading.statements
    .filter((each) => each.first <= first && first <= each.next)
    .sort((a, b) => b.first - a.first);
  for (const statement of within) {
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return { subject, statement, group: undefined };
    const isRanked =
      statement.subjects.length === 1 &&
      isNounOf(ranks, statement.subjects[0]!) &&
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula')) === true;
    const ranked = isRanked ? rankedBy(utterance, statement.subjects[0], relation) : undefined;
    if (ranked) return { subject: ranked, statement, group: undefined };
  }
  // "Since IOM does not form part of": the name directly before the words.
  const before = utterance.reading.groups.find((group) => group.next === first);
  const own = before && utterance.own(before, relation);
  return own && { subject: own, statement: undefined, group: undefined };
}

function claimOf(
  utterance: Utterance,
  found: Found,
  link: Link,
  relation: StatusRelation,
  words: StatusWords['words'],
  records: Records,
): Claim | undefined {
  const { form } = found;
  const { file } = relation;
  const fact = records.fact(file.fact);
  if (
    !fact ||
    !isAsserted(utterance, found, link, words) ||
    (file.since !== undefined &&
      form.kind === 'place' &&
      (isOfThen(link.subject, file.since) || !isOfToday(utterance, found, link.statement, file.since)))
  )
    return undefined;
  // "He signed the agreement": what is signed or ratified must be named, as other texts of a passage may be meant.
  if (link.subject.by !== 'name' && (form.kind === 'done' || form.kind === 'does')) return undefined;
  const isNamed = link.subject.by === 'name';
  const instead =
    form.kind === 'done' || form.kind === 'does'
      ? verbInstead(utterance, found, form, link)
      : isRanked(utterance, found)
        ? []
        : form.instead;
  // "He proposes that the town sign it": where nobody asserts the claim, a replacement is offered and not applied.
  const isSafe =
    isNamed &&
    (link.statement?.modality ?? 'asserted') === 'asserted' &&
    instead.length > 0 &&
    !form.isWeak &&
    form.kind !== 'does' &&
    form.kind !== 'done' &&
    (form.kind !== 'place' || file.since === undefined || timesOf(utterance, link.statement, undefined).length > 0) &&
    isTrueThen(utterance, link, file.adopted) &&
    isWholeAfter(utterance, found, form);
  return {
    ...utterance.span(found),
    rule: 'wrong-status',
    lang: utterance.lang,
    concept: link.subject.concept,
    facts: [fact.id],
    message: { template: file.messages[form.message ?? form.kind]!, values: {} },
    certainty: isNamed ? 'certain' : 'likely',
    severity: form.isWeak ? 'information' : 'warning',
    evidence: [],
    safe: isSafe,
    instead,
    ...(form.genders ? { genders: form.genders } : {}),
  };
}

/** Whether the words count or rank several bodies: with another status, the number and the rank would be wrong. */
function isRanked({ reading: { groups, sentence }, grammar }: Utterance, { form, first, next }: Found): boolean {
  if (form.kind !== 'is') return false;
  const around = groups.find((group) => group.first <= first && first < group.next);
  const last = sentence.tokens[next - 1]!.folded;
  return (
    around?.ordinal !== undefined ||
    around?.quantity !== undefined ||
    /^\d/.test(sentence.tokens[first - 1]?.folded ?? '') ||
    (next - first > 1 && grammar.singular(last) !== last)
  );
}

/** Whether a status within the system is stated of a time when it was different. */
function isOfToday(utterance: Utterance, found: Found, statement: Statement | undefined, since: number): boolean {
  // "IOM was outside the system for decades and joined it in 2016": the date belongs to another clause.
  if (statement?.tense === 'past' && !statement.complements.some(({ group }) => group.kind === 'date')) return false;
  // "Long outside the system, IOM joined it in 2016"
  if (statement?.tense === 'past' && found.first < (statement.subjects[0]?.first ?? -1)) return false;
  const times = timesOf(utterance, statement, undefined);
  if (times.some(({ from, to }) => from <= since || to <= since)) return false;
  if (
    utterance.time.kind === 'unclear' ||
    (utterance.documentDate && utterance.documentDate.year <= since) ||
    (times.length === 0 && isNarratedUntil(utterance, since))
  )
    return false;
  return times.length > 0 || (statement?.tense !== 'past' && statement?.tense !== 'future');
}

/**
 * Whether the sentence also gives the right status, or denies a status elsewhere: "Whoever asks for its ratification
 * has not understood that it is not a treaty".
 */
function isDeniedInSentence(
  utterance: Utterance,
  found: readonly Found[],
  { rights, file }: StatusRelation,
  { notYet }: StatusWords['words'],
): boolean {
  const { tokens } = utterance.reading.sentence;
  const folded = tokens.map((token) => token.folded);
  if (rights.isIn(folded)) return true;
  if (file.since !== undefined) return false;
  return found.some(({ first }) => {
    const before = tokens.slice(Math.max(0, first - NEAR), first);
    return (
      before.some((token) => utterance.grammar.is(token, 'negation') || utterance.grammar.is(token, 'negative')) &&
      !notYet.isIn(folded.slice(Math.max(0, first - 5), first + 2))
    );
  });
}

/** In words, from a negation to its scope. */
const NEAR = 4;

/** "ratified it in 2019": with the replacement, the sentence would be false of that year. */
function isTrueThen(utterance: Utterance, { statement, group }: Link, adopted: number | undefined): boolean {
  return (
    adopted === undefined ||
    timesOf(utterance, statement, group).every(({ from, to }) => from === adopted && to === adopted)
  );
}

/** Whether no other word has to agree with the replacement. */
function isWholeAfter(utterance: Utterance, found: Range, { genders, kind, isParty }: Form): boolean {
  if (isParty) return false;
  // "a legally binding treaty": the noun is wrong as well, and makes a claim of its own.
  if (kind === 'binding') return true;
  // "stands among the specialized agencies": also about other bodies, for which it may be true.
  if (kind === 'is' && utterance.words[found.next - 1] !== utterance.reading.sentence.tokens[found.next - 1]!.folded)
    return false;
  if (!genders) return true;
  const group = groupAround(utterance, found);
  const after = utterance.reading.sentence.tokens[found.next];
  // "institution spécialisée des": the replacement takes another preposition.
  if (utterance.lang === 'fr' && kind === 'is' && after && utterance.grammar.rolesOf(after)?.has('of')) return false;
  return (
    genders[0] === genders[1] ||
    (group !== undefined &&
      group.next <= found.next &&
      group.words.length <= found.next - found.first &&
      utterance.reading.nodes.every((node) => node.kind !== 'verb' || node.first !== found.next))
  );
}

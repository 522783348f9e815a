import type { Lang } from '../../document';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { lemmasIn } from '../evidence';
import type { Records } from '../records';
import { isNarratedUntil, timesOf } from '../time';
import type { Utterance } from '../utterance';
import { isAsserted, isNegatedBefore } from './asserted';
import { denialsOfBelonging, isOfThen } from './belonging';
import { fitsAround, verbInstead } from './statusFixes';
import { groupAround, linkOf, type Link } from './statusSubjects';
import { formAt, statusWordsOf, type FoundForm, type StatusRelation, type StatusWords } from './statusWords';

/** "IOM, a specialized agency", "governments that ratified the Compact": a status that contradicts the record. */
export function statusClaims(utterance: Utterance, lang: Lang, records: Records): readonly Claim[] {
  const { relations, words } = statusWordsOf(lang);
  const { modality } = utterance.reading;
  if (modality === 'asked' || modality === 'refuted' || modality === 'reported') return [];
  if (utterance.discourse.isRefuted(utterance.site)) return [];
  return relations.flatMap((relation) => {
    if (!relation.file.subjects.some((concept) => utterance.discourse.isNamed(concept))) return [];
    const found = formsIn(utterance, relation);
    const claimed = found.flatMap((each) => {
      const link = linkOf(utterance, each, relation, words);
      const claim = link && claimOf(utterance, each, link, relation, words, records);
      return claim ? [{ found: each, claim }] : [];
    });
    // "a binding treaty": the claim about the noun suffices.
    const isOfNoun = ({ form, first, next }: FoundForm): boolean =>
      form.kind === 'binding' &&
      claimed.some(({ found: each }) => each.form.kind === 'is' && (each.next === first || next === each.first));
    const claims = [
      ...claimed.filter((each) => !isOfNoun(each.found)).map(({ claim }) => claim),
      ...denialsOfBelonging(utterance, relation, words, records),
    ];
    return claims.length === 0 || isCorrected(utterance, found, relation, words) ? [] : claims;
  });
}

/** The forms in a sentence; the longest of any that overlap. */
function formsIn(utterance: Utterance, relation: StatusRelation): readonly FoundForm[] {
  const { reading, grammar } = utterance;
  const { tokens } = reading.sentence;
  const found: FoundForm[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const longest = formAt(tokens, i, relation);
    if (!longest) continue;
    // "a non-legally binding framework"; "Signing the Compact was a mistake": with an object, it is a verb.
    const isNegated = tokens[i - 1]?.folded === '-' && tokens[i - 2] && grammar.is(tokens[i - 2], 'negation');
    const isVerb =
      longest.form.kind === 'nominal' &&
      reading.statements.some(({ verb, objects }) => verb?.main === i && objects.length > 0);
    if (!isNegated && !isVerb) {
      found.push(longest);
      i = longest.next - 1;
    }
  }
  const lemmas = lemmasIn(utterance);
  const mayBeVerb = [...relation.verbs.keys()].some((lemma) => lemmas.has(lemma));
  for (const statement of mayBeVerb ? reading.statements : []) {
    const { verb } = statement;
    for (const form of verb?.lemmas.flatMap((lemma) => relation.verbs.get(lemma) ?? []) ?? []) {
      const { main } = verb!;
      const rest = form.words.slice(1);
      // "acceded fully to": the words of the phrase may be one word apart.
      const at = [main + 1, main + 2].find((from) => rest.every((word, k) => tokens[from + k]?.folded === word));
      const next = rest.length === 0 ? main + 1 : at === undefined ? undefined : at + rest.length;
      if (next !== undefined && !found.some((each) => each.first < next && main < each.next))
        found.push({ form, first: main, next, statement });
    }
  }
  return found;
}

function claimOf(
  utterance: Utterance,
  found: FoundForm,
  link: Link,
  { file, isPlace }: StatusRelation,
  words: StatusWords['words'],
  records: Records,
): Claim | undefined {
  const { form } = found;
  const { statement, group, subject } = link;
  const fact = records.fact(file.fact);
  const isNamed = subject.by === 'name';
  // "He signed the agreement": what is signed must be named, as other texts of a passage may be meant.
  if (!fact || (form.kind === 'done' && !isNamed) || !isAsserted(utterance, found, link, words)) return undefined;
  const since = isPlace ? yearOf(fact.from) : undefined;
  if (since !== undefined && (isOfThen(utterance, subject, since) || !isOfToday(utterance, found, link, since)))
    return undefined;
  const instead = form.kind === 'done' ? verbInstead(utterance, found, link) : fitsAround(utterance, found);
  const times = timesOf(utterance, statement, group);
  const isTrueThen =
    (since === undefined || times.length > 0) &&
    times.every(({ from, to }) => file.adopted === undefined || (from === file.adopted && to === file.adopted));
  return claimAt(utterance, found, subject, {
    rule: 'wrong-status',
    facts: [fact.id],
    message: { template: file.messages[form.message]!, values: {} },
    severity: form.isWeak ? 'information' : 'warning',
    // "He proposes that the town sign it": where nobody asserts it, a replacement is offered and not applied.
    safe:
      isNamed &&
      instead.length > 0 &&
      !form.isWeak &&
      form.kind !== 'done' &&
      (statement?.modality ?? 'asserted') === 'asserted' &&
      isTrueThen &&
      isWholeAfter(utterance, found, words),
    instead,
    ...(form.genders ? { genders: form.genders } : {}),
  });
}

/** Whether a status within the system is stated of a time after it changed. */
function isOfToday(utterance: Utterance, found: FoundForm, { statement }: Link, since: number): boolean {
  // "IOM was outside the system for decades and joined it in 2016": the date belongs to another clause.
  const isPast = statement?.tense === 'past';
  if (isPast && !statement.complements.some(({ group }) => group.kind === 'date')) return false;
  // "Long outside the system, IOM joined it in 2016"
  if (isPast && found.first < (statement.subjects[0]?.first ?? -1)) return false;
  const times = timesOf(utterance, statement, undefined);
  if (times.length > 0) return times.every(({ from, to }) => from > since && to > since);
  const { documentDate, time } = utterance;
  return (
    time.kind !== 'unclear' &&
    (documentDate === undefined || documentDate.year > since) &&
    !isNarratedUntil(utterance, since) &&
    statement?.tense !== 'future'
  );
}

/** Whether the sentence also gives the right status, or denies the wrong one elsewhere. */
function isCorrected(
  utterance: Utterance,
  found: readonly FoundForm[],
  { rights, isPlace }: StatusRelation,
  { notYet }: StatusWords['words'],
): boolean {
  const folded = utterance.reading.sentence.tokens.map((token) => token.folded);
  if (rights.isIn(folded)) return true;
  return (
    !isPlace &&
    found.some(
      ({ first }) =>
        isNegatedBefore(utterance, Math.max(0, first - NEAR), first) &&
        !notYet.isIn(folded.slice(Math.max(0, first - NEAR), first + 2)),
    )
  );
}

/** In words, from a negation to its scope. */
const NEAR = 4;

/** Whether no other word has to agree with the replacement. */
function isWholeAfter(utterance: Utterance, found: FoundForm, { unfit }: StatusWords['words']): boolean {
  const { genders, kind, isParty } = found.form;
  const { tokens } = utterance.reading.sentence;
  if (isParty) return false;
  // "stands among the specialized agencies": also about other bodies, for which it may be true.
  if (kind === 'is' && utterance.words[found.next - 1] !== tokens[found.next - 1]!.folded) return false;
  if (!genders || kind === 'binding') return true;
  // "institution spécialisée des": the replacement may take another preposition.
  if (kind === 'is' && unfit.isIn(tokens.slice(found.next, found.next + 1).map(({ folded }) => folded))) return false;
  const group = groupAround(utterance, found);
  return genders[0] === genders[1] || (group !== undefined && group.words.length <= found.next - found.first);
}

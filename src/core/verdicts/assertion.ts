import type { Span } from '../document';
import { YEAR } from '../reading/dates';
import { extended, phraseAt, phraseBefore, phraseIn, spanOf, phraseAfter } from '../reading/phrases';
import { settingOf } from '../surroundings/setting';
import { wasInUse } from './formerName';
import type { Use } from './use';
import { exemption, type Exemption, type Report, type Timeless } from './verdict';
import { isListedNextTo, isLongForm, isToBeAvoided, hasLemma } from './wordList';
import { wordSet } from '../reading/grammarIndex';
import type { Range } from '../reading/nodes';
import type { Token } from '../reading/tokens';

/**
 * Returns why a sentence does not assert a name that would be reported; `undefined` where it does. A former name is not
 * asserted in a question, a denial, a supposition or a refutation, as the inscription of an old object, or as a cited
 * word. For a misnomer, only a quiz, a refutation, or a question about the word counts.
 */
export function notAsserted(use: Use, verdict: Report | Timeless): Exemption | undefined {
  const kind = kindOf(verdict);
  if (isListed(use, kind)) return exemption('quiz-or-glossary');
  if (isToBeAvoided(use.mention, use.sentence, use.surroundings)) return exemption('term-discussed');
  if (kind === 'misnomer') {
    // A question may be whether there is such a thing: "whether he intends to sign the migration treaty".
    const isDoubted = use.modality === 'asked' || use.modality === 'supposed';
    if (isDoubted && use.term.rule === 'wrong-status') return exemption('not-asserted');
    return isListedNextTo(use) || isMisnomerDiscussed(use) ? exemption('term-discussed') : undefined;
  }
  if (opensEntry(use)) return exemption('not-asserted');
  if (isMentionedAsWord(use)) return exemption('term-discussed');
  const borne = borneBy(use);
  return borne || isUnasserted(use, kind) ? exemption('not-asserted', borne) : undefined;
}

/** What a verdict is on: a former name, a name at a time before it, or a form that is never right. */
type Kind = 'name' | 'early' | 'misnomer';

function kindOf(verdict: Report | Timeless): Kind {
  const isDated =
    verdict.kind === 'timeless' || verdict.rule === 'superseded-name' || verdict.rule === 'anachronistic-name';
  return !isDated ? 'misnomer' : verdict.term.status === 'superseded' ? 'name' : 'early';
}

/** Whether the text around a name consists of exercises, or explains names. */
function isListed(use: Use, kind: Kind): boolean {
  const { term, block, surroundings } = use;
  const setting = settingOf(block, surroundings);
  if (setting !== 'glossary') return setting === 'quiz';
  return kind !== 'misnomer' || term.rule === 'preferred-terminology' || (term.loose && !isLongForm(use, surroundings));
}

/** "ICEM. Forma inglesa de CIME.": the headword of an entry, or the author whose work a note cites, "GMG, Handbook". */
function opensEntry({ sentence, tokens, first, next, block, surroundings, reading }: Use): boolean {
  const isAuthor = first === 0 && tokens[next]?.folded === ',' && /^\p{Lu}/u.test(tokens[next + 1]?.written ?? '');
  if (isAuthor && block.kind === 'footnote' && reading.statements.every(({ verb }) => !verb)) return true;
  const sentences = surroundings.sentencesOf(block);
  return (
    sentences.length > 1 &&
    sentences[0] === sentence &&
    tokens.every(({ kind }, i) => kind === 'punctuation' || (i >= first && i < next))
  );
}

/** Whether the modality of the statement leaves open that the body has this name today. */
function isUnasserted(use: Use, kind: Kind): boolean {
  const { reading, statement, grammar, modality } = use;
  if (reading.modality === 'asked' || (reading.modality === 'refuted' && isRefutedNextTo(use)) || use.isRefutedBeside)
    return true;
  // A body that did not exist yet may be planned or wished for. A former name is as wrong in a plan for tomorrow as in
  // a report of today.
  if (kind === 'early') return modality === 'denied' || modality === 'supposed' || modality === 'planned';
  // Only its being is denied, not what it does: "ICEM no longer exists", "we are not ICEM".
  const isOfBeing = grammar.isVerbOf(statement?.verb, 'copula', 'naming', 'ending', 'existing');
  // A clause in the past under "if" is contrary to fact: "If ICEM still existed".
  const hasIf = reading.nodes.some(({ kind: node }) => node === 'supposing');
  if (modality === 'supposed') return hasIf && (statement?.verb?.tense === 'past' || isOfBeing);
  return modality === 'denied' && isOfBeing;
}

/** Words of refutation between the same commas as the name, or directly after the name: "ICEM, which is wrong". */
function isRefutedNextTo(use: Use): boolean {
  const { tokens, grammar } = use;
  const { refuting } = grammar.index;
  const { first, next } = extended(tokens, use, ({ folded }) => /^[,;:()]$/.test(folded));
  return (phraseIn(tokens, first, next, refuting) ?? phraseAt(tokens, next + 1, refuting)) !== undefined;
}

/** "a letterhead of ICEM", "A letter of 1957 thanks ICEM", "In a report of 1975, ICEM": such a text keeps its names. */
function borneBy(use: Use): Span | undefined {
  const { tokens, first, grammar, statement } = use;
  const objects = grammar.index.archival;
  const heads = statement?.subjects.flatMap(({ head }) => phraseAt(tokens, head, objects) ?? []);
  const writing = statement?.complements.find(({ group }) => {
    if (group.kind !== 'noun' || group.end > first || !grammar.hasNoun(group, 'writing')) return false;
    const years = tokens.slice(group.first, group.end).filter(({ folded }) => YEAR.test(folded));
    return years.some(({ folded }) => wasInUse(use, { from: Number(folded), to: Number(folded) }));
  });
  const object = phraseBefore(tokens, first, objects, 3) ?? heads?.[0] ?? writing?.group;
  return object && spanOf(tokens, object);
}

/** "two abbreviations, PICMME and CIPMME", "its English abbreviation": the sentence is about the name as a word. */
export function isMentionedAsWord(use: Use): boolean {
  return isNameOfName(use) || isBearer(use) || (use.term.form === 'abbreviation' && isAbbreviated(use));
}

/**
 * "the full name, Intergovernmental Committee for European Migration,": in apposition to a word for names. "the longest
 * name in town: the …": after its colon. "Forma inglesa de CIME": its complement, without a verb.
 */
function isNameOfName({ reading: { groups, statements }, grammar, tokens, first }: Use): boolean {
  const isAfterColon = tokens.slice(Math.max(0, first - 2), first).some(({ folded }) => folded === ':');
  const isApposed = (next: number): boolean =>
    isAfterColon ||
    tokens.slice(next, first).every((token) => token.kind === 'punctuation' || grammar.is(token, 'definite'));
  const isVerbless = !statements.some(({ verb }) => verb !== undefined);
  return groups.some(
    (group) =>
      grammar.hasNoun(group, 'name') &&
      ((group.next < first &&
        (group.determiner === 'definite' || group.possessive !== undefined) &&
        isApposed(group.next)) ||
        (isVerbless && group.owners.some((owner) => owner.first <= first && owner.next > first))),
  );
}

/** "The Group keeps its English abbreviation": the subject of a statement on its own name. */
function isBearer({ statement, grammar }: Use): boolean {
  return statement?.objects.some((group) => group.possessive !== undefined && grammar.hasNoun(group, 'name')) === true;
}

/**
 * "two abbreviations, PICMME and …": a word for abbreviations precedes. "in English, ICEM; in Spanish, CIME":
 * abbreviations of one name, one of them next to its language.
 */
function isAbbreviated(use: Use): boolean {
  const { tokens, first, term, grammar } = use;
  const { abbreviations, languages } = grammar.file.settings;
  if (tokens.slice(0, first).some(({ folded }) => wordSet(abbreviations).has(folded))) return true;
  const names = use.othersOf(
    ({ form, entry, text }) => form === 'abbreviation' && entry.concept === term.entry.concept && text !== term.text,
  );
  const isOfLanguage = (range: Range): boolean =>
    [tokens.slice(0, range.first).findLast(isWord), tokens.slice(range.next).find(isWord)].some(
      (word) => word !== undefined && wordSet(languages).has(word.folded),
    );
  return names.length > 0 && [use, ...names].some(isOfLanguage);
}

function isWord({ kind }: Token): boolean {
  return kind === 'word';
}

/** "Why do you avoid the word …?", "Do not write …": the sentence is about the misnomer. */
function isMisnomerDiscussed(use: Use): boolean {
  const { tokens, first, next, grammar, reading, statement } = use;
  const before = tokens[first - 1];
  const hasArticle =
    before && (before.folded === "'" || grammar.is(before, 'definite') || grammar.isContracted(before));
  const isAsked = reading.modality === 'asked';
  const isRefuted = reading.modality === 'refuted' || statement?.modality === 'denied' || use.isRefutedBeside;
  const isBorne = grammar.isVerbOf(statement?.verb, 'naming') && [0, 1].includes(first - statement!.verb!.next);
  return (
    // A name that was only proposed: "It was to be called …"; not "will be called upon to implement …".
    (isBorne && /^(?:planned|supposed)$/.test(use.modality)) ||
    // A negation directly precedes: "IOM (not International Organization of Migration)".
    grammar.is(before, 'negation') ||
    // An entry says what kind of form its headword is: "Global Compact on Migration, a loose form of the title".
    (/^[,:–—]$/.test(tokens[next]?.folded ?? '') &&
      reading.groups.some((group) => group.first === next + 1 && grammar.isNoun(tokens[group.head] ?? '', 'name'))) ||
    // A question has a word for names: "What is the right name: Compact for Migration or Marrakech Compact?"
    (isAsked && reading.groups.some((group) => grammar.hasNoun(group, 'name'))) ||
    // A name that needs an article and has none is cited: "decía en la portada Organización Internacional de
    // Migraciones". After "pasó a llamarse", it needs none.
    (isUttered(use) && (isAsked || isRefuted || !(grammar.has('headLast') || hasArticle || isBorne))) ||
    // A word of refutation follows: "X is wrong", "X is a mistake".
    phraseAfter(tokens, next, grammar.index.refuting, 2) !== undefined
  );
}

/** Whether a verb of saying shortly precedes a name, without a mark between. */
function isUttered({ tokens, first, grammar, reading: { nodes } }: Use): boolean {
  return nodes.some(
    (node) =>
      node.kind === 'verb' &&
      node.next <= first &&
      first - node.next <= FARTHEST_VERB &&
      hasLemma(grammar.file.settings.saying, node.lemmas) &&
      !tokens.slice(node.next, first).some(({ kind, folded }) => kind === 'punctuation' && folded !== "'"),
  );
}

/** In tokens. */
const FARTHEST_VERB = 4;

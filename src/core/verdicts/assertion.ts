import type { Span } from '../document';
import type { Grammar } from '../reading/grammar';
import { into } from '../reading/lookup';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import type { Statement } from '../reading/statement';
import type { Mention } from '../mentions/findMentions';
import { foldKey } from '../fold';
import type { TermEntry } from '../termbase/termbase';
import { Phrases, phraseTokens } from '../reading/phraseList';
import { extended, phraseAfter, phraseAt, phraseBefore, phraseIn, spanOf } from '../reading/phrases';
import { firstEndingAfter } from '../reading/sentence';
import { settingOf } from '../surroundings/setting';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { isDoubtedStatus, isMisnomerDiscussed } from './misnomers';
import { isRefutedByNext, statementAt } from './siteReading';
import type { Exemption } from './verdict';
import { isListedNextTo, isLongForm, isToBeAvoided, wordSet } from './wordList';

/**
 * Returns why a sentence does not assert a name that would be reported; `undefined` where it does. A former name is not
 * asserted in a question, a denial, a supposition or a refutation, as the inscription of an old object, or as a cited
 * word. For a misnomer, only a quiz, a refutation, or a question about the word counts. `times` are the times from
 * which the year of the name was read.
 */
export function notAsserted(
  site: MentionSite,
  term: TermEntry,
  kind: 'name' | 'early' | 'misnomer',
  surroundings: Surroundings,
  times: readonly Span[],
): Exemption | undefined {
  if (isListed(site, term, kind, surroundings)) return silent('quiz-or-glossary');
  if (kind !== 'early' && isToBeAvoided(site.mention, site.sentence, surroundings)) return silent('term-discussed');
  const reading = readingIn(surroundings, site.sentence);
  const statement = statementAt(reading, site);
  if (kind === 'misnomer') {
    if (isDoubtedStatus(reading, statement, term)) return silent('not-asserted');
    const isDiscussed =
      isListedNextTo(site, reading, surroundings) || isMisnomerDiscussed(reading, statement, site, surroundings);
    return isDiscussed ? silent('term-discussed') : undefined;
  }
  const isOfOther = statement !== undefined && isOfOtherThing(reading, statement, site, times);
  if (isOfOther || opensEntry(site, surroundings)) return silent('not-asserted');
  if (isMentionedAsWord(reading, statement, site, term, surroundings)) return silent('term-discussed');
  const borne = borneBy(reading, statement, site);
  return borne || isUnasserted(reading, statement, site, kind, surroundings)
    ? silent('not-asserted', borne)
    : undefined;
}

/** Whether the text around a name consists of exercises, or explains names. */
function isListed(
  site: MentionSite,
  term: TermEntry,
  kind: 'name' | 'early' | 'misnomer',
  surroundings: Surroundings,
): boolean {
  const setting = settingOf(site.block, surroundings);
  if (setting !== 'glossary') return setting === 'quiz';
  return (
    kind !== 'misnomer' || term.rule === 'preferred-terminology' || (term.loose && !isLongForm(site, surroundings))
  );
}

function silent(reason: Exemption['reason'], evidence?: Span): Exemption {
  return { reason, evidence: evidence ? [evidence] : [] };
}

/** "ICEM met in a hall opened in 1999": the times belong to participles that modify other things. */
function isOfOtherThing(reading: Reading, own: Statement, { first: at }: MentionSite, times: readonly Span[]): boolean {
  return (
    times.length > 0 &&
    times.every((time) => {
      const first = tokenIn(time, reading);
      const inner = statementAt(reading, { first, next: first + 1 });
      return (
        inner?.kind === 'participial' &&
        inner !== own &&
        inner.subjects.length > 0 &&
        inner.subjects.every(
          (group) =>
            !own.subjects.includes(group) && group.named.length === 0 && !(group.first <= at && at < group.end),
        )
      );
    })
  );
}

/** The index of the first token in a span; -1 if the sentence has none. */
function tokenIn({ start, end }: Span, { sentence: { tokens } }: Reading): number {
  return tokens.findIndex((token) => token.start >= start && token.start < end);
}

/** "ICEM. Forma inglesa de CIME.": the headword of an entry, directly before its definition. */
function opensEntry({ mention, sentence, first, next, block }: MentionSite, surroundings: Surroundings): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return false;
  const sentences = surroundings.sentencesOf(block);
  return (
    sentences[0] === sentence &&
    sentences.length > 1 &&
    mention.start >= block.start &&
    sentence.tokens.every(({ kind }, i) => kind === 'punctuation' || (i >= first && i < next))
  );
}

/** Whether the modality of the statement leaves open that the body has this name today. */
function isUnasserted(
  reading: Reading,
  statement: Statement | undefined,
  site: MentionSite,
  kind: 'name' | 'early',
  surroundings: Surroundings,
): boolean {
  if (reading.modality === 'asked' || (reading.modality === 'refuted' && isRefutedNextTo(reading, site))) return true;
  if (isRefutedByNext(reading, surroundings)) return true;
  const modality = statement?.modality ?? reading.modality;
  // A body that did not exist yet may be planned or wished for. A former name is as wrong in a plan for tomorrow as in
  // a report of today.
  if (kind === 'early') return modality === 'denied' || modality === 'supposed' || modality === 'planned';
  if (isDeniedNextTo(reading, site)) return true;
  if (modality === 'denied') return groupOf(reading, site)?.isDenied === true || isOfBeing(statement, reading.grammar);
  return modality === 'supposed' && isUnderIf(reading, statement);
}

/** "It did last, though not as PICMME" */
function isDeniedNextTo({ nodes }: Reading, { first }: MentionSite): boolean {
  const at = nodes.findIndex((node) => node.kind === 'noun' && node.first <= first && node.next > first);
  return nodes[at - 1]?.kind === 'preposition' && nodes[at - 2]?.kind === 'negation';
}

/** "ICEM no longer exists", "we are not ICEM", "it is not called ICEM". */
function isOfBeing(statement: Statement | undefined, grammar: Grammar): boolean {
  return grammar.isVerbOf(statement?.verb, 'copula', 'naming', 'ending', 'existing');
}

/**
 * "If ICEM still existed": the clause itself is contrary to fact. Its verb has no softening modal, and it is not an
 * indirect question ("asked if ICEM can").
 */
function isUnderIf({ nodes, grammar, sentence }: Reading, statement: Statement | undefined): boolean {
  const verb = statement?.verb;
  if (!statement || !verb || (verb.tense !== 'past' && !isOfBeing(statement, grammar))) return false;
  return nodes.some(
    ({ kind, first }) =>
      kind === 'supposing' &&
      first >= statement.first - 1 &&
      first < verb.first &&
      (first === 0 || sentence.tokens[first - 1]!.kind === 'punctuation'),
  );
}

/** Words of refutation between the same commas as the name, or directly after the name: "ICEM, which is wrong". */
function isRefutedNextTo({ grammar, sentence: { tokens } }: Reading, site: MentionSite): boolean {
  const range = extended(tokens, site, ({ folded }) => /^[,;:()]$/.test(folded));
  return (
    phraseIn(tokens, range.first, range.next, grammar.phrases.refuting) !== undefined ||
    phraseAt(tokens, range.next + 1, grammar.phrases.refuting) !== undefined
  );
}

function groupOf({ groups }: Reading, { first, next }: MentionSite): NounGroup | undefined {
  return groups
    .filter((group) => group.first <= first && group.next >= next)
    .sort((a, b) => a.next - a.first - (b.next - b.first))[0];
}

/**
 * "CIME and CIM correspond to ICEM and ICM", "two abbreviations, PICMME and CIPMME": the sentence is about
 * abbreviations.
 */
function isMentionedAsWord(
  reading: Reading,
  statement: Statement | undefined,
  { mention, first }: MentionSite,
  term: TermEntry,
  surroundings: Surroundings,
): boolean {
  if (isNameOfName(reading, first) || isFormOf(reading, first) || isCited(reading, first)) return true;
  if (isBearer(reading, statement, first)) return true;
  const { grammar, sentence } = reading;
  if (term.form !== 'abbreviation') return false;
  const { abbreviations, equating, languages } = grammar.file.settings;
  const lists = wordSet(abbreviations);
  const isEquated =
    statement?.verb?.lemmas.some((lemma) => wordSet(equating).has(foldKey(lemma))) === true &&
    surroundings
      .mentionsIn(sentence)
      .some((other) => other !== mention && other.terms.some(({ form }) => form === 'abbreviation'));
  if (isOfLanguages(reading, term, languages, surroundings)) return true;
  // The word for abbreviations precedes the names, and no verb of another clause occurs between them.
  const named = sentence.tokens.findIndex(({ folded }) => lists.has(folded));
  return (
    isEquated ||
    (named >= 0 &&
      named < first &&
      !sentence.tokens.slice(named, first).some(({ folded }) => folded === ';' || folded === ':' || folded === '.'))
  );
}

/** "The Group keeps its English abbreviation": the subject of a statement on its own name. */
function isBearer({ grammar }: Reading, statement: Statement | undefined, at: number): boolean {
  return (
    statement?.subjects.some(({ first, end }) => first <= at && at < end) === true &&
    statement.objects.some(
      ({ possessive, words }) => possessive !== undefined && words.some((word) => grammar.isNoun(word, 'name')),
    )
  );
}

/**
 * "in English, ICEM; in Spanish, CIME", "ICEM (English) | CIME": abbreviations of one name, one of them next to its
 * language.
 */
function isOfLanguages({ sentence }: Reading, term: TermEntry, languages: string, surroundings: Surroundings): boolean {
  const { tokens } = sentence;
  const words = wordSet(languages);
  if (!tokens.some(({ folded }) => words.has(folded))) return false;
  const own = surroundings
    .mentionsIn(sentence)
    .filter(({ terms }) =>
      terms.some(({ form, entry }) => form === 'abbreviation' && entry.concept === term.entry.concept),
    );
  const isAdjacent = ({ start, end }: Mention): boolean => {
    let before = firstEndingAfter(tokens, start) - 1;
    let after = firstEndingAfter(tokens, end);
    while (tokens[before]?.kind === 'punctuation') before--;
    while (tokens[after]?.kind === 'punctuation') after++;
    return words.has(tokens[before]?.folded ?? '') || words.has(tokens[after]?.folded ?? '');
  };
  return new Set(own.map(({ terms }) => terms[0]!.text)).size > 1 && own.some(isAdjacent);
}

/**
 * "the full name, Intergovernmental Committee for European Migration,", "a body whose name hardly fitted a ship: the
 * …": the mention is in apposition to a word for names.
 */
function isNameOfName({ groups, grammar, sentence: { tokens } }: Reading, first: number): boolean {
  const isSmall = (i: number): boolean => tokens[i]!.kind === 'punctuation' || grammar.is(tokens[i], 'definite');
  let from = first;
  while (from > 0 && isSmall(from - 1)) from--;
  const marks = tokens.slice(from, first).map(({ folded }) => folded);
  const isName = ({ words, determiner, possessive, owners, head }: NounGroup): boolean =>
    words.some((word) => grammar.isNoun(word, 'name')) &&
    !grammar.isPlural(tokens[head]!) &&
    (determiner === 'definite' ||
      possessive !== undefined ||
      owners.length > 0 ||
      grammar.is(tokens[head - 1], 'relativeOwner') ||
      (determiner === 'indefinite' && marks.includes(':')));
  return (
    (marks.includes(',') && groups.some((group) => group.next === from && isName(group))) ||
    (marks.includes(':') && groups.some((group) => group.next <= from && isName(group)))
  );
}

/**
 * "the forms still say ICEM", "siguen diciendo CIM": a name without an article directly after a verb of saying is
 * cited.
 */
function isCited({ nodes, grammar, sentence: { tokens } }: Reading, first: number): boolean {
  const saying = wordSet(grammar.file.settings.citing);
  return (
    nodes.some(
      (node) => node.kind === 'verb' && node.next === first && node.lemmas.some((lemma) => saying.has(foldKey(lemma))),
    ) && !grammar.is(tokens[first], 'definite')
  );
}

/**
 * "Forma inglesa de CIME", "French abbreviation of ICEM": the complement of a word for names, in wording without a
 * verb.
 */
function isFormOf({ groups, grammar, statements }: Reading, first: number): boolean {
  return (
    !statements.some(({ verb }) => verb !== undefined) &&
    groups.some(
      ({ words, named, owners }) =>
        named.length === 0 &&
        words.some((word) => grammar.isNoun(word, 'name')) &&
        owners.some((owner) => owner.first <= first && owner.next > first),
    )
  );
}

/** "a letterhead of ICEM", "A letter of 1957 thanks ICEM": an old object keeps the name of its time. */
function borneBy(
  { grammar, sentence: { tokens } }: Reading,
  statement: Statement | undefined,
  { first, next }: MentionSite,
): Span | undefined {
  const objects = archivalOf(grammar);
  const adjacent = phraseBefore(tokens, first, objects, 3) ?? phraseAfter(tokens, next, objects, 0);
  if (adjacent) return spanOf(tokens, adjacent);
  const subject = statement?.subjects.find(
    ({ head, named }) =>
      head >= 0 && named.length === 0 && objects.byFirst.get(tokens[head]!.folded)?.some(({ length }) => length === 1),
  );
  return subject && subject.head < first ? tokens[subject.head] : undefined;
}

const archival = new WeakMap<Grammar, Phrases>();

function archivalOf(grammar: Grammar): Phrases {
  return into(
    archival,
    grammar,
    () => new Phrases(grammar.file.settings.archival.map((phrase) => phraseTokens(phrase, /['-]/g))),
  );
}

import type { Span } from '../document';
import type { Grammar } from '../reading/grammar';
import { into } from '../reading/lookup';
import type { Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import type { Statement } from '../reading/statement';
import type { TermEntry } from '../termbase/termbase';
import { Phrases, phraseTokens } from '../reading/phraseList';
import { extended, phraseAfter, phraseAt, phraseBefore, phraseIn, spanOf } from '../reading/phrases';
import { settingOf } from '../surroundings/setting';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { isDoubtedStatus, isMisnomerDiscussed } from './misnomers';
import { isMentionedAsWord } from './mentionedAsWord';
import { innermost, isRefutedByNext, statementAt } from './siteReading';
import { exemption, type Exemption } from './verdict';
import { isListedNextTo, isLongForm, isToBeAvoided } from './wordList';

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
  if (isListed(site, term, kind, surroundings)) return exemption('quiz-or-glossary');
  if (kind !== 'early' && isToBeAvoided(site.mention, site.sentence, surroundings)) return exemption('term-discussed');
  const reading = readingIn(surroundings, site.sentence);
  const statement = statementAt(reading, site);
  if (kind === 'misnomer') {
    if (isDoubtedStatus(reading, statement, term)) return exemption('not-asserted');
    const isDiscussed =
      isListedNextTo(site, reading, surroundings) || isMisnomerDiscussed(reading, statement, site, surroundings);
    return isDiscussed ? exemption('term-discussed') : undefined;
  }
  const isOfOther = statement !== undefined && isOfOtherThing(reading, statement, site, times);
  if (isOfOther || opensEntry(site, surroundings)) return exemption('not-asserted');
  if (isMentionedAsWord(reading, statement, site, term, surroundings)) return exemption('term-discussed');
  const borne = borneBy(reading, statement, site);
  return borne || isUnasserted(reading, statement, site, kind, surroundings)
    ? exemption('not-asserted', borne)
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
  if (modality === 'denied')
    return innermost(reading.groups, site)?.isDenied === true || isOfBeing(statement, reading.grammar);
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

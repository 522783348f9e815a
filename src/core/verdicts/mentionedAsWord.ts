import { foldKey } from '../fold';
import type { Mention } from '../mentions/findMentions';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { firstEndingAfter } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';
import { wordSet } from './wordList';

/**
 * "CIME and CIM correspond to ICEM and ICM", "two abbreviations, PICMME and CIPMME": the sentence is about
 * abbreviations.
 */
export function isMentionedAsWord(
  reading: Reading,
  statement: Statement | undefined,
  { mention, first }: MentionSite,
  term: TermEntry,
  surroundings: Surroundings,
): boolean {
  if (isNameOfName(reading, first) || isFormOf(reading, first) || isCited(reading, first)) return true;
  if (isBearer(reading, statement, first)) return true;
  if (term.form !== 'abbreviation') return false;
  const { grammar, sentence } = reading;
  const { abbreviations, equating } = grammar.file.settings;
  const isEquated =
    statement?.verb?.lemmas.some((lemma) => wordSet(equating).has(foldKey(lemma))) === true &&
    surroundings
      .mentionsIn(sentence)
      .some((other) => other !== mention && other.terms.some(({ form }) => form === 'abbreviation'));
  if (isEquated || isOfLanguages(reading, term, surroundings)) return true;
  // The word for abbreviations precedes the names, and no verb of another clause occurs between them.
  const named = sentence.tokens.findIndex(({ folded }) => wordSet(abbreviations).has(folded));
  return (
    named >= 0 && named < first && !sentence.tokens.slice(named, first).some(({ folded }) => /^[;:.]$/.test(folded))
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
function isOfLanguages({ sentence, grammar }: Reading, term: TermEntry, surroundings: Surroundings): boolean {
  const { tokens } = sentence;
  const words = wordSet(grammar.file.settings.languages);
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

import type { Lang } from '../../document';
import type { Mention } from '../../mentions/findMentions';
import type { Block } from '../../prose/prose';
import { cellsOf, type Labelled } from '../../reading/cells';
import { dateAt } from '../../reading/dates';
import { grammarOf, type Grammar } from '../../reading/grammar';
import type { PhraseList } from '../../reading/phraseList';
import { spanOf } from '../../reading/phrases';
import type { Part } from '../../reading/text';
import type { Time } from '../../reading/times';
import type { Surroundings } from '../../surroundings/surroundings';
import { relationsOf } from '../relation';
import type { Utterance } from '../utterance';

/** The parts of an entry; the subject may be in a cell of its own. */
export interface EntryParts extends Labelled {
  readonly subject?: Part;
}

/**
 * In a row of two cells, the first labels the second. In a table with a header, a value has the header of its column
 * and the first cell of its row, one of which may name the subject or give a date, and the other is the label.
 */
export function cellEntries(
  cells: readonly Part[],
  { grammar, lang, site }: Utterance,
  surroundings: Surroundings,
): readonly EntryParts[] {
  const [first, ...values] = cells as readonly [Part, ...Part[]];
  const head = headOf(site.block, surroundings);
  const names = nameRowOf(site.block, grammar, surroundings);
  const body = surroundings.firstMentionIn(site.block);
  // The header of the first column may be empty: "| | IOM | UNHCR |".
  const empty = cells.length - head.length;
  return values.flatMap((value, i): readonly EntryParts[] => {
    const header = empty === 0 || empty === 1 ? head[i + 1 - empty] : undefined;
    if (header && isTime(first, grammar)) return [{ labels: [first, header], value }];
    const subject = [header, names[i + 1]].find((cell) => cell && isNamed(cell, surroundings));
    if (subject) return [{ labels: [first], value, subject }];
    const own = cells.length === 2 ? [{ labels: [first], value }] : [];
    // A value of the time in another cell: "| IOM | 173 | 2019 |"; not of that of its founding.
    const isOfOther = (k: number): boolean => body !== undefined && isOfEvent(head[k + 1 - empty], body, lang, k < i);
    const isDated = !isTime(value, grammar) && values.some((each, k) => isTime(each, grammar) && !isOfOther(k));
    return header && !isDated ? [...own, { labels: [header], value, subject: first }] : own;
  });
}

/**
 * Whether a header labels the date of an event of a body, which is not that of the other values of its row. A number
 * may have been right since a date that follows it.
 */
function isOfEvent(header: Part | undefined, { terms }: Mention, lang: Lang, isBefore: boolean): boolean {
  const tokens = header?.sentence.tokens.slice(header.first, header.next) ?? [];
  const words = tokens.map(({ folded }) => folded);
  if (tokens.some((token) => grammarOf(lang).hasRole(token, 'since'))) return isBefore;
  return relationsOf(lang).dates.some(
    ({ concepts, labels }) =>
      concepts.has(terms[0]!.entry.concept.id) && words.length > 0 && labels.lengthAt(words, 0) === words.length,
  );
}

/** Whether a row is in a table about another body: "| | UNESCO |". */
export function isInTableOfAnother(block: Block, surroundings: Surroundings): boolean {
  const [, subject, ...more] = block.kind === 'table-row' ? headOf(block, surroundings) : [];
  if (!subject || more.length > 0 || isNamed(subject, surroundings)) return false;
  return /^\p{Lu}{3,}$/u.test(subject.sentence.tokens[subject.next - 1]!.written);
}

/**
 * Whether a table lists people of several times or of an earlier one: its rows name several heads, or what is above
 * them gives a time no later than the year `since`, or says "former".
 */
export function isListOfThen(row: Block, surroundings: Surroundings, former: PhraseList, since: number): boolean {
  const head = surroundings.tableHeadOf(row);
  const isPerson = ({ terms }: Mention): boolean => terms[0]!.entry.concept.kind === 'person';
  const people = surroundings
    .rowsNear(row, NEAR)
    .flatMap((each) => surroundings.mentionsIn(each))
    .filter(isPerson);
  if (new Set(people.map(({ terms }) => terms[0]!.entry.concept.id)).size > 1) return true;
  const above = [...(head === row ? [] : [head]), ...surroundings.titlesOf(row)];
  const isOfThen = ({ from }: Time): boolean => from <= since;
  return (
    surroundings.headingsOf(row).some(({ times }) => times.some(isOfThen)) ||
    above
      .flatMap((each) => surroundings.sentencesOf(each))
      .some(({ times, tokens }) => times.some(isOfThen) || former.isIn(tokens.map(({ folded }) => folded)))
  );
}

/** In rows, in both directions. */
const NEAR = 20;

/** The cells of the first row of the table that contains a row; none for the first row itself. */
function headOf(block: Block, surroundings: Surroundings): readonly Part[] {
  const head = surroundings.tableHeadOf(block);
  return head === block ? [] : cellsIn(head, surroundings);
}

/** "| Full name | IOM |" directly under the header of a table: a row that names the subjects of the following ones. */
function nameRowOf(block: Block, grammar: Grammar, surroundings: Surroundings): readonly Part[] {
  const { prose } = surroundings;
  const second = prose.blocks[prose.indexAt(surroundings.tableHeadOf(block).start) + 1];
  const cells = second?.kind === 'table-row' && second.start < block.start ? cellsIn(second, surroundings) : [];
  return cells[0] && isNameLabel(cells[0], grammar) ? cells : [];
}

function cellsIn(block: Block, surroundings: Surroundings): readonly Part[] {
  const [sentence] = surroundings.sentencesOf(block);
  return sentence ? cellsOf(sentence, surroundings.prose) : [];
}

/** Whether a cell contains one of our names. */
function isNamed(cell: Part, surroundings: Surroundings): boolean {
  return surroundings.firstMentionIn(spanOf(cell.sentence.tokens, cell)) !== undefined;
}

/** "Acronym", "Nom", "Organismo": a label for a name. */
export function isNameLabel({ sentence: { tokens }, first, next }: Part, grammar: Grammar): boolean {
  const label = tokens.slice(first, next);
  // A label of a name is short: "Full name", "Nom complet".
  return (
    (label.length === 1 && grammar.isNoun(label[0]!, 'organization')) ||
    (label.length > 0 && label.length <= LONGEST_LABEL && label.some((token) => grammar.isNoun(token, 'name')))
  );
}

/** In tokens. */
const LONGEST_LABEL = 3;

/** Whether a cell consists of a year or a date, after prepositions and at most one other word: "end of 2016". */
function isTime({ sentence: { tokens }, first, next }: Part, grammar: Grammar): boolean {
  const cell = tokens.slice(first, next).filter((token) => grammar.rolesOf(token) === undefined);
  if (cell.length === 0) return false;
  const isAfterWord = cell.length > 1 && /^\p{L}/u.test(cell[0]!.folded);
  const date = dateAt(cell, 0, grammar) ?? (isAfterWord ? dateAt(cell, 1, grammar) : undefined);
  return date?.next === cell.length;
}

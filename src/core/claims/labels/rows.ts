import type { Mention } from '../../mentions/findMentions';
import type { Block } from '../../prose/prose';
import { cellsOf } from '../../reading/cells';
import { dateAt } from '../../reading/dates';
import type { Grammar } from '../../reading/grammar';
import type { Part } from '../../reading/text';
import type { Token } from '../../reading/tokens';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Utterance } from '../utterance';
import { labelWordsOf } from './labelWords';

/** The parts of an entry. */
export interface EntryParts {
  readonly labels: readonly Part[];
  readonly value: Part;
  readonly row?: { readonly part: Part; readonly isColumn: boolean };
  /** The label begins with the first cell: "| IOM | António Vitorino |" below "| Body | Director General |". */
  readonly isOfHeads?: boolean;
}

/** In a row of two cells, the first labels the second. In a wider table, the header of each column is the label. */
export function cellEntries(
  cells: readonly Part[],
  around: Utterance,
  surroundings: Surroundings,
): readonly EntryParts[] {
  const { grammar, site } = around;
  const label = cells[0]!;
  const head = headOf(site.block, surroundings);
  // "| | IOM | UNHCR |": the header of the first column may be empty.
  const empty = cells.length - head.length;
  const headers = empty === 0 || (empty === 1 && head.length > 1) ? cells.map((_, i) => head[i - empty]) : [];
  const subject =
    subjectOf(head, grammar, surroundings) ?? subjectOf(nameRowOf(site.block, surroundings), grammar, surroundings);
  const about = subject && nameIn(subject, surroundings) ? subject : undefined;
  const time = cells.find(
    (cell, i) => isTime(cell, grammar) && (i === 0 || (cells.length > 2 && isTimeLabel(headers[i], around))),
  );
  return cells.slice(1).flatMap((value, i): readonly EntryParts[] => {
    const header = headers[i + 1];
    // In a row of several values, the header gives the subject of each.
    const isOfColumn = header && cells.length > 2 && nameIn(header, surroundings) !== undefined;
    const column = about ?? (isOfColumn ? header : undefined);
    if (column) return [{ labels: [label], value, row: { part: column, isColumn: true } }];
    const own = cells.length === 2 ? [{ labels: [label], value }] : [];
    if (!header) return own;
    if (label === time) {
      // "Membership of IOM" above, "Year | Number" in the header.
      const title = titleOf(site.block, surroundings);
      return [...own, ...[[], ...title].map((above) => ({ labels: [...above, label, header], value }))];
    }
    return [
      ...own,
      { labels: time ? [time, header] : [header], value, row: { part: label, isColumn: false } },
      { labels: [label, header], value, isOfHeads: true },
    ];
  });
}

/** Whether a row is in a table about another body: "| | UNESCO |". */
export function isInTableOfAnother(block: Block, surroundings: Surroundings): boolean {
  const [, subject, ...more] = block.kind === 'table-row' ? headOf(block, surroundings) : [];
  if (!subject || more.length > 0 || nameIn(subject, surroundings)) return false;
  const name = subject.sentence.tokens[subject.next - 1]?.written ?? '';
  return subject.next - subject.first <= MOST_ARTICLE && /^\p{Lu}{3,}$/u.test(name);
}

/** The cells of the first row of the table that contains a row; none for the first row itself. */
function headOf(block: Block, surroundings: Surroundings): readonly Part[] {
  const head = surroundings.tableHeadOf(block);
  return head === block ? [] : cellsIn(head, surroundings);
}

/** The last sentence of the caption, heading or line above a table: "3. Members of IOM" has two. */
function titleOf(block: Block, surroundings: Surroundings): readonly (readonly Part[])[] {
  const [title] = surroundings.titlesOf(block);
  const sentence = title && surroundings.sentencesOf(title).at(-1);
  return sentence ? [[{ sentence, first: 0, next: sentence.tokens.length }]] : [];
}

/** "| Full name | IOM |" directly under the header of a table: a row that names the subject of the following ones. */
function nameRowOf(block: Block, surroundings: Surroundings): readonly Part[] {
  const { prose } = surroundings;
  const second = prose.blocks[prose.indexAt(surroundings.tableHeadOf(block).start) + 1];
  const cells = second?.kind === 'table-row' && second.start < block.start ? cellsIn(second, surroundings) : [];
  return cells.length === 2 ? cells : [];
}

function cellsIn(block: Block, surroundings: Surroundings): readonly Part[] {
  const [sentence] = surroundings.sentencesOf(block);
  return sentence ? cellsOf(sentence, surroundings.prose) : [];
}

/** The subject of a table: its only header, or the name in "| | IOM |", "| Acronym | IOM |". */
function subjectOf(cells: readonly Part[], grammar: Grammar, surroundings: Surroundings): Part | undefined {
  const [label, name, ...more] = cells;
  if (!label || !name) return label;
  const isOfName = more.length === 0 && (isNameLabel(label, grammar) || isOnlyName(name, grammar, surroundings));
  return isOfName ? name : undefined;
}

/** The first of our names in a cell. */
export function nameIn({ sentence: { tokens }, first, next }: Part, surroundings: Surroundings): Mention | undefined {
  return next > first
    ? surroundings.firstMentionIn({ start: tokens[first]!.start, end: tokens[next - 1]!.end })
    : undefined;
}

/** Whether a cell consists of one of our names, with its article at most. */
function isOnlyName(cell: Part, grammar: Grammar, surroundings: Surroundings): boolean {
  const { start = NaN, end } = nameIn(cell, surroundings) ?? {};
  const isArticle = (token: Token): boolean =>
    grammar.is(token, 'definite') || grammar.elided.has(token.folded) || token.kind === 'punctuation';
  return cell.sentence.tokens
    .slice(cell.first, cell.next)
    .every((token) => (token.start >= start ? token.end <= end! : isArticle(token)));
}

/** "Acronym", "Nom", "Organismo": a label for a name. */
export function isNameLabel({ sentence: { tokens }, first, next }: Part, grammar: Grammar): boolean {
  const label = tokens.slice(first, next);
  // "Full name", "Nom complet"
  return (
    (label.length === 1 && grammar.isNoun(label[0]!, 'organization')) ||
    (label.length > 0 && label.length <= MOST_ARTICLE && label.some((token) => grammar.isNoun(token, 'name')))
  );
}

/** In tokens: an abbreviation with its article, "l'UNESCO". */
const MOST_ARTICLE = 3;

/** "Year", "As of" */
function isTimeLabel(cell: Part | undefined, { grammar, lang }: Utterance): boolean {
  const words = cell?.sentence.tokens.slice(cell.first, cell.next).map((token) => grammar.singularOf(token)) ?? [];
  return words.length > 0 && labelWordsOf(lang).times.lengthAt(words, 0) === words.length;
}

/** Whether a cell consists of a year or a date, and nothing else but prepositions. */
function isTime({ sentence: { tokens }, first, next }: Part, grammar: Grammar): boolean {
  const cell = tokens.slice(first, next).filter((token) => grammar.rolesOf(token) === undefined);
  return cell.length > 0 && dateAt(cell, 0, grammar)?.next === cell.length;
}

import type { Surroundings } from '../../surroundings/surroundings';
import type { Lang } from '../../document';
import type { Block } from '../../prose/prose';
import { cellsOf, labelledIn } from '../../reading/cells';
import { dateAt } from '../../reading/dates';
import { grammarOf, type Grammar } from '../../reading/grammar';
import type { DateGroup } from '../../reading/nodes';
import { beginsWithDigit } from '../../reading/numbers';
import type { Reading } from '../../reading/read';
import type { Sentence } from '../../reading/sentence';
import type { Part } from '../../reading/text';
import type { Token } from '../../reading/tokens';
import { KINDS, LABELLED, interestOfTokens } from '../interest';
import { MOST_ARTICLE, isNameLabel, isNamed, isOnlyName } from '../names/nameCells';
import { yearsOf, type Years } from '../time';
import { Utterance } from '../utterance';
import { labelWordsOf } from './labelWords';

/** A label with its value, read as one text: the value begins at token `from`. */
export interface Entry {
  readonly utterance: Utterance;
  readonly from: number;
  /** The first cell of the row, which names its subject, or the header of the column. */
  readonly row: { readonly utterance: Utterance; readonly isColumn: boolean } | undefined;
  /**
   * A `part` of a longer value: "objectives 5 and 6" is not a count. The label of a `row` begins with its first cell:
   * "| IOM | António Vitorino |" below "| Body | Director General |".
   */
  readonly kind: 'value' | 'part' | 'row';
  /** The kinds of relation, as bits, of which it has a word and a possible value. */
  readonly kinds: number;
}

/** The labels whose values occur in a sentence: "Members: 171", "| Seat | Vienna |". */
export function entriesOf(sentence: Sentence, around: Utterance, surroundings: Surroundings): readonly Entry[] {
  if (sentence.tokens.length > LONGEST || sentence.block.kind === 'heading') return [];
  const cells = cellsOf(sentence, surroundings.prose);
  if (cells.length > 1) return ofRow(cells, around, surroundings);
  const labelled = cells.length === 0 ? [] : labelledIn(cells[0]!, surroundings.prose);
  return labelled.flatMap(({ label, value }) => [...entryOf([label], value, around), ...partsOf(label, value, around)]);
}

/** In tokens. */
const LONGEST = 200;

/** The entry of a value with its labels; none where they match nothing for which labels are read. */
function entryOf(
  labels: readonly Part[],
  value: Part,
  around: Utterance,
  { time, row, kind = 'value' }: EntryContext = {},
): readonly Entry[] {
  const words = labels.flatMap(tokensOf);
  const ofKind = kind === 'row' ? KINDS.heads : LABELLED & ~KINDS.heads;
  const kinds =
    valuesIn(value, around.lang) & interestOfTokens(around.lang, [...words, ...tokensOf(value)]).kinds & ofKind;
  if (kinds === 0 || around.reading.modality !== 'asserted') return [];
  const { block, index } = around.site;
  const reading = around.discourse.readingOfParts([...labels, value], block);
  const from = labels.reduce((sum, { first, next }) => sum + next - first + 1, 0);
  // "Staff (2020): 15,311"
  const ofLabel = words.some(({ folded }) => beginsWithDigit(folded))
    ? datesIn(reading)
        .filter(({ next }) => next <= from)
        .flatMap(yearsOf)[0]
    : undefined;
  const utterance = new Utterance(
    { block, index, reading },
    around.discourse,
    around.lang,
    around.time,
    ofLabel ?? time ?? around.entryTime,
  );
  return [{ utterance, from, row: row?.(), kind, kinds }];
}

/** What an entry may have from its row; `row` is read only for what is an entry. */
interface EntryContext {
  readonly time?: Years | undefined;
  readonly row?: () => NonNullable<Entry['row']>;
  readonly kind?: Entry['kind'];
}

/** The kinds of relation, as bits, for which a text may be the value of a label. */
function valuesIn(value: Part, lang: Lang): number {
  return interestOfTokens(lang, tokensOf(value)).valued & LABELLED;
}

function tokensOf({ sentence, first, next }: Part): readonly Token[] {
  return sentence.tokens.slice(first, next);
}

/**
 * "The Compact: adopted on 10 December 2018, 25 objectives": within each part of a value, the words before its own
 * date or number complete the label. A value that is a clause is read as a whole.
 */
function partsOf(label: Part, value: Part, around: Utterance): readonly Entry[] {
  const grammar = grammarOf(around.lang);
  const { tokens } = value.sentence;
  const isNumber = (token: Token): boolean =>
    beginsWithDigit(token.folded) || grammar.monthOf(token) !== undefined || grammar.numberOf(token) !== undefined;
  const marks = tokens.flatMap(({ folded }, i) =>
    i >= value.first && i < value.next && /^[,;]$/.test(folded) ? [i] : [],
  );
  const parts = [...marks, value.next].slice(0, MOST_PARTS).flatMap((end, k) => {
    const first = k === 0 ? value.first : marks[k - 1]! + 1;
    const at = tokens.findIndex((token, i) => i > first && i < end && isNumber(token));
    return at > first && at - first <= LONGEST_WORDS ? [{ first, at, end }] : [];
  });
  if (parts.length === 0 || isClause(value, around)) return [];
  return parts.flatMap(({ first, at, end }) =>
    entryOf([label, { ...value, first, next: at }], { ...value, first: at, next: end }, around, { kind: 'part' }),
  );
}

function isClause({ sentence, first, next }: Part, { reading }: Utterance): boolean {
  return (
    reading.sentence === sentence &&
    reading.nodes.some(
      (node) => node.kind === 'verb' && node.form === 'finite' && node.first >= first && node.first < next,
    )
  );
}

const MOST_PARTS = 8;
/** In tokens. */
const LONGEST_WORDS = 8;

/** In a row of two cells, the first labels the second. In a wider table, the header of each column is the label. */
function ofRow(cells: readonly Part[], around: Utterance, surroundings: Surroundings): readonly Entry[] {
  const [label, ...rest] = cells as readonly [Part, ...Part[]];
  // Labels and headers are read only for values that can be compared with the record.
  const isValue = rest.map((cell) => valuesIn(cell, around.lang) !== 0);
  if (!isValue.includes(true)) return [];
  const { block } = around.site;
  const head = headOf(block, surroundings);
  // "| | IOM | UNHCR |": the header of the first column may be empty.
  const headers =
    head.length === cells.length ? head.slice(1) : head.length > 1 && head.length === rest.length ? head : undefined;
  const alone = readerOf(around);
  const subject =
    subjectOf(head, around, surroundings) ?? subjectOf(nameRowOf(block, surroundings), around, surroundings);
  const table: Table = {
    label,
    about: subject && isNamed(subject, surroundings) ? subject : undefined,
    time: timesIn(cells, headers, around),
    title: titleOf(block, surroundings),
    alone,
  };
  return rest.flatMap((value, i) => {
    if (!isValue[i]) return [];
    const header = headers?.[i];
    const columnTime = header && timeIn(header, around.grammar);
    // In a row of several values, the header gives the subject or the time of each.
    const isOfColumn = header && rest.length > 1 && !columnTime && isNamed(header, surroundings);
    const column = table.about ?? (isOfColumn ? header : undefined);
    if (column) return entryOf([label], value, around, { row: () => ({ utterance: alone(column), isColumn: true }) });
    return [
      ...(rest.length === 1 || columnTime ? entryOf([label], value, around, { time: columnTime }) : []),
      ...(rest.length === 1 ? partsOf(label, value, around) : []),
      ...(header ? ofHeader(header, value, table, around) : []),
    ];
  });
}

/** What a row shares with its table. */
interface Table {
  readonly label: Part;
  /** The subject of the whole table. */
  readonly about: Part | undefined;
  /** The time of the row, which one of its cells gives. */
  readonly time: Years | undefined;
  readonly title: Part | undefined;
  readonly alone: Reader;
}

/** The entries of a value under the header of its column. */
function ofHeader(
  header: Part,
  value: Part,
  { label, time, title, alone }: Table,
  around: Utterance,
): readonly Entry[] {
  if (timeIn(label, around.grammar)) {
    if (timeIn(value, around.grammar)) return [];
    // "Membership of IOM" above, "Year | Number" in the header.
    return [
      ...entryOf([header], value, around, { time }),
      ...(title ? entryOf([title, header], value, around, { time }) : []),
    ];
  }
  if (time && isTimeLabel(header, around)) return [];
  return [
    ...entryOf([header], value, around, { row: () => ({ utterance: alone(label), isColumn: false }), time }),
    ...entryOf([label, header], value, around, { kind: 'row' }),
  ];
}

/** Reads a part on its own, once. */
type Reader = (part: Part) => Utterance;

function readerOf({ site: { block, index }, discourse, lang }: Utterance): Reader {
  const known = new Map<Part, Utterance>();
  return (part) => {
    let read = known.get(part);
    if (!read) {
      const reading = discourse.readingOfParts([part], block);
      known.set(part, (read = new Utterance({ block, index, reading }, discourse, lang)));
    }
    return read;
  };
}

/** The subject of a table: its only header, or the name in "| | IOM |", "| Acronym | IOM |". */
function subjectOf(head: readonly Part[], { grammar }: Utterance, surroundings: Surroundings): Part | undefined {
  if (head.length === 1) return head[0];
  const isOfName = head.length === 2 && (isNameLabel(head[0]!, grammar) || isOnlyName(head[1]!, grammar, surroundings));
  return isOfName ? head[1] : undefined;
}

/** "| Full name | IOM |" directly under the header of a table: a row that names the subject of the following ones. */
function nameRowOf(block: Block, surroundings: Surroundings): readonly Part[] {
  const { prose } = surroundings;
  const second = prose.blocks[prose.indexAt(surroundings.tableHeadOf(block).start) + 1];
  const [sentence] = second?.kind === 'table-row' && second.start < block.start ? surroundings.sentencesOf(second) : [];
  const cells = sentence ? cellsOf(sentence, prose) : [];
  return cells.length === 2 ? cells : [];
}

/** Whether a row is in a table about another body: "| | UNESCO |". */
export function isInTableOfAnother(block: Block, surroundings: Surroundings): boolean {
  const [, subject, ...more] = block.kind === 'table-row' ? headOf(block, surroundings) : [];
  if (!subject || more.length > 0 || isNamed(subject, surroundings)) return false;
  const name = subject.sentence.tokens[subject.next - 1]?.written ?? '';
  return subject.next - subject.first <= MOST_ARTICLE && /^\p{Lu}{3,}$/u.test(name);
}

/** The time of a row: its first cell, else the cell below "Year". */
function timesIn(
  [label, ...rest]: readonly Part[],
  headers: readonly Part[] | undefined,
  around: Utterance,
): Years | undefined {
  const { grammar } = around;
  const own = timeIn(label!, grammar);
  if (own || !headers || rest.length < 2) return own;
  return rest.flatMap((cell, i) => (isTimeLabel(headers[i]!, around) ? (timeIn(cell, grammar) ?? []) : []))[0];
}

/** "Year", "As of" */
function isTimeLabel({ sentence: { tokens }, first, next }: Part, { grammar, lang }: Utterance): boolean {
  const words = tokens.slice(first, next).map((token) => grammar.singularOf(token));
  return labelWordsOf(lang).times.lengthAt(words, 0) === words.length;
}

/** The cells of the first row of the table that contains a row; none for the first row itself. */
function headOf(block: Block, surroundings: Surroundings): readonly Part[] {
  const head = surroundings.tableHeadOf(block);
  const [sentence] = head === block ? [] : surroundings.sentencesOf(head);
  return sentence ? cellsOf(sentence, surroundings.prose) : [];
}

/** The last sentence of the caption, heading or line above a table: "3. Members of IOM" has two. */
function titleOf(block: Block, surroundings: Surroundings): Part | undefined {
  const [title] = surroundings.titlesOf(block);
  const sentence =
    title && title.end - title.start < LONGEST_TITLE ? surroundings.sentencesOf(title).at(-1) : undefined;
  return sentence && { sentence, first: 0, next: sentence.tokens.length };
}

/** In code units. */
export const LONGEST_TITLE = 160;

/** The year or date, if a cell consists of nothing else but prepositions. */
function timeIn({ sentence: { tokens }, first, next }: Part, grammar: Grammar): Years | undefined {
  const cell = tokens.slice(first, next).filter((token) => grammar.rolesOf(token) === undefined);
  const date = cell.length > 0 ? dateAt(cell, 0, grammar) : undefined;
  return date?.next === cell.length ? yearsOf(date)[0] : undefined;
}

/** The dates of a reading in order, including those that belong to its noun groups. */
export function datesIn({ nodes, groups }: Reading): readonly DateGroup[] {
  const dates = new Set([
    ...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])),
    ...groups.flatMap((group) => group.dates),
  ]);
  return [...dates].sort((a, b) => a.first - b.first);
}

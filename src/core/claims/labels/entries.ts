import type { Surroundings } from '../../surroundings/surroundings';
import type { Lang } from '../../document';
import type { Block, Prose } from '../../prose/prose';
import { cellsOf, labelledIn } from '../../reading/cells';
import { indexOfSentence, type Sentence } from '../../reading/sentence';
import { grammarOf, type Grammar } from '../../reading/grammar';
import type { DateGroup } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { KINDS, LABELLED, interestOfTokens } from '../interest';
import { labelWordsOf } from './labelWords';
import { MOST_ARTICLE, isNameLabel, isNamed, isOnlyName } from '../names/nameCells';
import { Utterance } from '../utterance';
import { yearsOf, type Years } from '../time';
import type { Token } from '../../reading/tokens';
import type { Part, Text } from '../../reading/text';

/** The labels and questions whose values occur in a sentence. */
export function entriesOf(sentence: Sentence, around: Utterance, surroundings: Surroundings): readonly Entry[] {
  const { prose } = surroundings;
  const { block } = sentence;
  if (sentence.tokens.length === 0 || sentence.tokens.length > 200) return [];
  const cells = cellsOf(sentence, prose);
  const isAsked = around.reading.modality === 'asked';
  if (cells.length === 0) return [];
  if (cells.length > 1) return isAsked ? [] : ofCells(cells, block, around, surroundings);
  const question = questionBefore(sentence, block, surroundings);
  const answered = question
    ? entryOf([{ ...question, first: 0, next: question.sentence.tokens.length - 1 }], cells[0]!, around, {
        asks: asksFor(question.sentence, around.lang),
      })
    : [];
  const labelled =
    isAsked || block.kind === 'heading'
      ? []
      : labelledIn(cells[0]!, prose).flatMap(({ label, value }) => [
          ...entryOf([label], value, around, {}),
          ...innerOf(label, value, around),
        ]);
  return [...answered, ...labelled];
}

/** A label with its value, read as one text: the value begins at token `from`. */
export interface Entry {
  readonly utterance: Utterance;
  readonly from: number;
  /**
   * The first cell of the row, which names its subject, or the header of the column, whose subject may be that of
   * another time.
   */
  readonly row: { readonly utterance: Utterance; readonly isColumn: boolean } | undefined;
  readonly asks: Asked | undefined;
  /** A part of a longer value: "objectives 5 and 6" is not a count. */
  readonly isInner: boolean;
  /**
   * Whether the label begins with the first cell of the row: "| IOM | António Vitorino |" below "| Body | Director
   * General |".
   */
  readonly isOfRow: boolean;
}

export type Asked = ReadonlySet<'count' | 'date' | 'place'>;

/** Further facts about an entry: the time of its column or row, the subject of its row, the object of its question. */
interface EntryContext {
  readonly time?: Years;
  readonly row?: Utterance;
  readonly isColumn?: boolean;
  readonly asks?: Asked;
  readonly isInner?: boolean;
  readonly isOfRow?: boolean;
}

/** The entry of a value with its labels; `undefined` where they match nothing for which labels are read. */
function entryOf(
  labels: readonly Part[],
  value: Part,
  around: Utterance,
  { time, row, isColumn = false, asks, isInner = false, isOfRow = false }: EntryContext,
): readonly Entry[] {
  if ((valuesIn(value, around.lang) & interestOfTokens(around.lang, [...labels, value].flatMap(tokensOf)).kinds) === 0)
    return [];
  const reading = around.discourse.readingOfParts([...labels, value], around.site.block);
  const from = labels.reduce((sum, { first, next }) => sum + next - first + 1, 0);
  // "Staff (2020): 15,311"
  const ofLabel = datesIn(reading)
    .filter(({ next }) => next <= from)
    .flatMap(yearsOf)[0];
  const utterance = new Utterance(
    { ...around.site, reading },
    around.discourse,
    around.lang,
    around.time,
    ofLabel ?? time ?? around.entryTime,
  );
  return [{ utterance, from, row: row && { utterance: row, isColumn }, asks, isInner, isOfRow }];
}

/** The kinds of relation, as bits, for which a text may be the value of a label: a number, a date, a place, a body. */
function valuesIn(value: Part, lang: Lang): number {
  const { valued } = interestOfTokens(lang, tokensOf(value));
  return valued & (LABELLED | KINDS.heads);
}

function tokensOf({ sentence, first, next }: Part): readonly Token[] {
  return sentence.tokens.slice(first, next);
}

/**
 * "The Compact: adopted on 10 December 2018, 25 objectives": within each part of a value, the words before its own date
 * or number complete the label.
 */
function innerOf(label: Part, value: Part, around: Utterance): readonly Entry[] {
  const { grammar } = around;
  const {
    sentence: { tokens },
  } = value;
  const entries: Entry[] = [];
  // "Network: it takes the place of the Group, created in 2006": a value that is a clause is read as a whole.
  if (
    around.reading.sentence === value.sentence &&
    around.reading.nodes.some(
      (node) => node.kind === 'verb' && node.form === 'finite' && node.first >= value.first && node.first < value.next,
    )
  )
    return entries;
  for (let first = value.first, i = value.first; i <= value.next; i++) {
    if (i < value.next && !/^[,;]$/.test(tokens[i]!.folded)) continue;
    const at = tokens.findIndex(
      (token, k) =>
        k > first &&
        k < i &&
        (/^\d/.test(token.folded) || grammar.monthOf(token) !== undefined || grammar.numberOf(token) !== undefined),
    );
    if (at > first && at - first <= 8 && entries.length < 6)
      entries.push(
        ...entryOf([label, { ...value, first, next: at }], { ...value, first: at, next: i }, around, { isInner: true }),
      );
    first = i + 1;
  }
  return entries;
}

/** In a row of two cells, the first labels the second. In a wider table, the header of each column is the label. */
function ofCells(
  cells: readonly Part[],
  block: Block,
  around: Utterance,
  surroundings: Surroundings,
): readonly Entry[] {
  const entries: Entry[] = [];
  const head = headOf(block, surroundings);
  const readAlone = (part: Part): Utterance => {
    const reading = around.discourse.readingOfParts([part], block);
    return new Utterance({ ...around.site, reading }, around.discourse, around.lang);
  };
  const [first, ...rest] = cells;
  // "| | IOM | UNHCR |": the header of the first column may be empty.
  const heads =
    head?.length === cells.length
      ? head
      : head && head.length > 1 && head.length === rest.length
        ? [first, ...head]
        : undefined;
  // Labels and headers are read only for values that can be compared with the record.
  const hasValue = cells.map((cell) => valuesIn(cell, around.lang) !== 0);
  if (!hasValue.includes(true, 1)) return entries;
  // "| IOM | |": a first row that only names the subject of the table.
  // "| Acronym | IOM |": a first row with nothing but a label for names has the same function.
  const named =
    head?.length === 1
      ? head[0]
      : head?.length === 2 &&
          (isNameLabel(head[0]!, around.grammar) || isOnlyName(head[1]!, around.grammar, surroundings))
        ? head[1]
        : nameRowOf(block, around.grammar, surroundings);
  if (isOfAnother(head, surroundings)) return entries;
  const about = named && isNamed(named, surroundings) ? readAlone(named) : undefined;
  for (const [i, value] of rest.entries()) {
    if (!hasValue[i + 1]) continue;
    // In a row of several values, the column header gives the time of each.
    const columnTime = heads && timeIn(readAlone(heads[i + 1]!));
    // "| | IOM | UNHCR |": the subject of the column.
    const columnHead =
      about ??
      (heads && rest.length > 1 && !columnTime && isNamed(heads[i + 1]!, surroundings)
        ? readAlone(heads[i + 1]!)
        : undefined);
    if (columnHead) {
      entries.push(...entryOf([first!], value, around, { row: columnHead, isColumn: true }));
      continue;
    }
    if (rest.length > 1 && !columnTime) continue;
    entries.push(
      ...entryOf([first!], value, around, { time: columnTime }),
      ...(rest.length === 1 ? innerOf(first!, value, around) : []),
    );
  }
  entries.push(...notesOf(cells, around, surroundings, readAlone));
  if (!heads) return entries;
  const alone = cells.map(readAlone);
  const time = alone.map(timeIn).find((each) => each !== undefined);
  // "| Organization | Members | Year |": a column that gives the date of the row.
  const rowTime = alone
    .map((cell, i) => (i > 0 && cells.length > 2 && isTimeLabel(heads[i]!, around) ? timeIn(cell) : undefined))
    .find((each) => each !== undefined);
  const isOfTime = timeIn(alone[0]!) !== undefined;
  const title = isOfTime ? titleOf(block, surroundings) : undefined;
  for (const [i, value] of cells.entries()) {
    if (i === 0 || !hasValue[i]) continue;
    if (!isOfTime) {
      if (rowTime && isTimeLabel(heads[i]!, around)) continue;
      entries.push(
        ...entryOf([heads[i]!], value, around, { row: alone[0], time: rowTime }),
        ...entryOf([cells[0]!, heads[i]!], value, around, { isOfRow: true }),
      );
      continue;
    }
    if (timeIn(alone[i]!)) continue;
    entries.push(...entryOf([heads[i]!], value, around, { time }));
    // "Membership of IOM" above, "Year | Number" in the header.
    if (title) entries.push(...entryOf([title, heads[i]!], value, around, { time }));
  }
  return entries;
}

/** "| GFMD | Global Forum | first summit: Brussels |": a cell with a label of its own, about the name in the row. */
function notesOf(
  [first, ...rest]: readonly Part[],
  around: Utterance,
  surroundings: Surroundings,
  readAlone: (part: Part) => Utterance,
): readonly Entry[] {
  if (!first || rest.length < 2 || !isOnlyName(first, around.grammar, surroundings)) return [];
  return rest.flatMap((cell) =>
    labelledIn(cell, surroundings.prose).flatMap(({ label, value }) =>
      entryOf([label], value, around, { row: readAlone(first) }),
    ),
  );
}

/** Whether a row is in a table about another body: "| | UNESCO |". */
export function isInTableOfAnother(block: Block, surroundings: Surroundings): boolean {
  return block.kind === 'table-row' && isOfAnother(headOf(block, surroundings), surroundings);
}

function isOfAnother(head: readonly Part[] | undefined, surroundings: Surroundings): boolean {
  if (head?.length !== 2 || isNamed(head[1]!, surroundings)) return false;
  const {
    sentence: { tokens },
    first,
    next,
  } = head[1]!;
  return next - first <= MOST_ARTICLE && /^\p{Lu}{3,}$/u.test(tokens[next - 1]?.written ?? '');
}

/** "Year", "As of" */
function isTimeLabel({ sentence: { tokens }, first, next }: Part, { grammar, lang }: Utterance): boolean {
  const words = tokens.slice(first, next).map((token) => grammar.singularOf(token));
  return labelWordsOf(lang).times.lengthAt(words, 0) === words.length;
}

/** "| Full name | IOM |" directly under the header of a table: the subject of its rows. */
function nameRowOf(block: Block, grammar: Grammar, surroundings: Surroundings): Part | undefined {
  const { prose } = surroundings;
  const second = prose.blocks[prose.indexAt(firstRowOf(prose.indexAt(block.start), prose).start) + 1];
  if (second?.kind !== 'table-row' || second.start >= block.start) return undefined;
  const [sentence] = surroundings.sentencesOf(second);
  const cells = sentence ? cellsOf(sentence, prose) : [];
  return cells.length === 2 && isNameLabel(cells[0]!, grammar) && isOnlyName(cells[1]!, grammar, surroundings)
    ? cells[1]
    : undefined;
}

/** The cells of the first row of the table that contains a row; `undefined` for the first row itself. */
function headOf(block: Block, surroundings: Surroundings): readonly Part[] | undefined {
  const { prose } = surroundings;
  const first = firstRowOf(prose.indexAt(block.start), prose);
  const [sentence] = first === block ? [] : surroundings.sentencesOf(first);
  return sentence && cellsOf(sentence, prose);
}

/** The first row of each row's table. Every row needs it, and tables may be of any length. */
const FIRST_ROWS = new WeakMap<Prose, Map<Block, Block>>();

/** The first row of the table that contains the row at an index of the blocks. */
export function firstRowOf(at: number, prose: Prose): Block {
  const { blocks, text } = prose;
  let known = FIRST_ROWS.get(prose);
  if (!known) FIRST_ROWS.set(prose, (known = new Map<Block, Block>()));
  let b = at;
  while (
    b > 0 &&
    !known.has(blocks[b]!) &&
    blocks[b - 1]!.kind === 'table-row' &&
    !NEW_TABLE.test(text.slice(blocks[b - 1]!.end, blocks[b]!.start))
  )
    b--;
  const first = known.get(blocks[b]!) ?? blocks[b]!;
  for (; b <= at; b++) known.set(blocks[b]!, first);
  return first;
}

/** The caption, heading or opening line above a table. */
function titleOf(block: Block, surroundings: Surroundings): Part | undefined {
  const { blocks } = surroundings.prose;
  let b = surroundings.prose.indexAt(block.start);
  while (b >= 0 && blocks[b]!.kind === 'table-row') b--;
  const above = blocks[b];
  // "3. Members of IOM": the number is a sentence of its own.
  const sentence = above && above.end - above.start < 160 ? surroundings.sentencesOf(above).at(-1) : undefined;
  return sentence && sentence.tokens.length > 0 ? { sentence, first: 0, next: sentence.tokens.length } : undefined;
}

const NEW_TABLE = /<table|\n[ \t]*\r?\n/i;

/** The year or date, if a cell consists of nothing else. */
function timeIn({ reading }: Utterance): Years | undefined {
  const dates = reading.nodes.filter((node): node is DateGroup => node.kind === 'date');
  const isAll = reading.nodes.every(({ kind }) => kind === 'date' || kind === 'preposition' || kind === 'other');
  return dates.length === 1 && isAll ? yearsOf(dates[0]!)[0] : undefined;
}

/** The preceding sentence, if it is a question: a heading, the term of a list, or a sentence of the same paragraph. */
function questionBefore(
  sentence: Sentence,
  block: Block,
  surroundings: Surroundings,
): { readonly sentence: Sentence; readonly text: Text } | undefined {
  const own = surroundings.sentencesOf(block);
  const at = indexOfSentence(own, sentence);
  let before = at > 0 ? { sentence: own[at - 1]!, text: surroundings as Text } : undefined;
  // A list after a question may contain the answers of a quiz.
  if (at === 0 && block.kind !== 'list-item') {
    const previous = blockBefore(block, surroundings);
    const sentences =
      previous && previous.block.kind !== 'table-row' && previous.block.kind !== 'caption'
        ? previous.text.sentencesOf(previous.block)
        : [];
    before = sentences.length > 0 ? { sentence: sentences.at(-1)!, text: previous!.text } : undefined;
  }
  const tokens = before?.sentence.tokens ?? [];
  return tokens.length < 40 && tokens.at(-1)?.folded === '?' ? before : undefined;
}

/** The preceding block, in the same part or at the end of the preceding part. */
export function blockBefore(
  block: Block,
  surroundings: Surroundings,
): { readonly block: Block; readonly text: Text } | undefined {
  const { prose } = surroundings;
  const index = prose.indexAt(block.start);
  if (index > 0) return { block: prose.blocks[index - 1]!, text: surroundings };
  const text = surroundings.rest.before(1);
  const last = text?.prose.blocks.at(-1);
  return text && last && { block: last, text };
}

function asksFor(question: Sentence, lang: Lang): Asked {
  const grammar = grammarOf(lang);
  const row = question.tokens.flatMap(({ kind, folded }) => (kind === 'word' ? [grammar.singular(folded)] : []));
  return new Set([...labelWordsOf(lang).questions].flatMap(([kind, list]) => (list.isIn(row) ? [kind] : [])));
}

/** The dates of a reading in order, including those that belong to its noun groups. */
export function datesIn({ nodes, groups }: Reading): readonly DateGroup[] {
  const dates = new Set([
    ...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])),
    ...groups.flatMap((group) => group.dates),
  ]);
  return [...dates].sort((a, b) => a.first - b.first);
}

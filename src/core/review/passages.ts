import { languageOf } from '../surroundings/language';
import { overlaps, type Lang, type Span, type TextDocument } from '../document';
import type { Allowed, Finding, JudgedAs } from '../finding';
import { Prose, type Block } from '../prose/prose';
import { formatOf } from '../prose/languages';
import { governingHeadings } from '../surroundings/headings';
import { noteCallsIn } from '../surroundings/noteCalls';
import { into } from '../into';
import { readBlock, Readable, type CalledNote } from './readable';

/** A part of a document that goes to a reader in one request. */
export interface Passage extends Span {
  /** From 0. */
  readonly index: number;
  /** The text as a person reads it, one paragraph, item or row a line. */
  readonly text: string;
  /** The headings above its beginning, topmost first. */
  readonly headings: readonly string[];
  /** The first row of the table that continues at its beginning; empty where none does. */
  readonly tableHead: string;
  readonly lang: Lang;
  readonly words: number;
  readonly map: Readable;
}

/** A document as the review reads it. */
export interface Reviewed {
  readonly prose: Prose;
  readonly title: string;
  readonly time: JudgedAs;
  readonly lang: Lang;
  readonly passages: readonly Passage[];
}

/** The most words of a passage; a longer section is cut between paragraphs, a longer paragraph between words. */
export const MOST_WORDS = 1_200;
/** From here on, a passage ends before the next heading, so that an edit moves few of the cuts after it. */
const ENOUGH_WORDS = 500;

/** Reads a document and cuts its prose into passages; `time` is the time as of which the rules judge it. */
export function readPassages({ text, languageId, lang: declared }: TextDocument, time: JudgedAs): Reviewed {
  const format = formatOf(languageId);
  const prose = new Prose(text, format);
  const lang =
    declared === 'auto'
      ? (format.declaredLanguage(text) ?? languageOf(text, 0, Math.min(text.length, BEGINNING)) ?? 'en')
      : declared;
  const passages = joinUnits(unitsOf(prose), lang);
  return {
    prose,
    title: titleOf(prose),
    time,
    lang,
    passages,
  };
}

/** The number of code units that determine the language of a document. */
const BEGINNING = 20_000;

/** A line of a passage. */
interface Unit {
  readonly block: Block;
  readonly map: Readable;
  readonly words: number;
  readonly headings: readonly string[];
  readonly tableHead: string;
}

function unitsOf(prose: Prose): readonly Unit[] {
  const notes = calledNotes(prose);
  const called = new Set([...notes.values()].flat().map(({ note }) => note));
  const chains = new Map(governingHeadings(prose.blocks).map((chain) => [chain[0]!, chain]));
  const units: Unit[] = [];
  let headings: readonly string[] = [];
  let before: Block | undefined;
  let tableHead = '';
  for (const block of prose.blocks) {
    if (block.within || called.has(block) || block.kind === 'reference') continue;
    const read = readBlock(prose, block, notes.get(block));
    const content = read.slice(0, read.text.trimEnd().length);
    const line = content.text.trim();
    if (block.kind === 'table-row') {
      if (before?.kind !== 'table-row') tableHead = line;
    } else tableHead = '';
    before = block;
    if (line === '') continue;
    const chain = block.kind === 'heading' ? chains.get(block)! : undefined;
    if (chain)
      headings = chain
        .slice(1)
        .map((heading) => readBlock(prose, heading).text.trim())
        .reverse();
    for (const map of piecesOf(withMark(block, content)))
      units.push({ block, map, words: countWords(map.text), headings, tableHead: line === tableHead ? '' : tableHead });
    if (chain) headings = [...headings, line];
  }
  return units;
}

/**
 * The notes that are written apart, by the block of the text that first calls them. Each is read there once; one that
 * nothing or only another note calls is read at its own place.
 */
function calledNotes(prose: Prose): ReadonlyMap<Block, readonly CalledNote[]> {
  const notes = new Map<Block, CalledNote[]>();
  const { inText } = noteCallsIn(prose);
  for (const note of prose.blocks) {
    const call = note.label === undefined || note.within ? undefined : inText.get(note.label);
    if (!call) continue;
    into(notes, call.block, () => []).push({ at: call.at, note });
  }
  for (const called of notes.values()) called.sort((a, b) => a.at - b.at);
  return notes;
}

/** A block with the mark of its kind, as in plain text: a heading, an item, a quotation. */
function withMark(block: Block, content: Readable): Readable {
  const mark = `${block.quoted ? '> ' : ''}${MARKS[block.kind] ?? ''}`;
  if (mark === '' && block.kind !== 'heading') return content;
  const out = new Readable();
  out.add(block.kind === 'heading' ? `${'#'.repeat(Math.max(1, Math.min(6, block.level)))} ` : mark);
  out.append(content);
  return out;
}

const MARKS: Readonly<Partial<Record<Block['kind'], string>>> = { 'list-item': '- ', footnote: '[note] ' };

/** Cuts a paragraph that is longer than a passage. */
function piecesOf(map: Readable): readonly Readable[] {
  if (map.length <= MOST_WORDS * 5 || countWords(map.text) <= MOST_WORDS) return [map];
  const pieces: Readable[] = [];
  const { text } = map;
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + LONGEST_PIECE);
    if (end < text.length) {
      const stop = Math.max(text.lastIndexOf('. ', end), text.lastIndexOf('; ', end));
      const blank = text.lastIndexOf(' ', end);
      end = stop > start + LONGEST_PIECE / 2 ? stop + 1 : blank > start ? blank : end;
    }
    pieces.push(map.slice(start, end));
    start = end;
  }
  return pieces;
}

/** In code units: about as long as a passage. */
const LONGEST_PIECE = 7_000;

function joinUnits(units: readonly Unit[], documentLang: Lang): readonly Passage[] {
  const passages: Passage[] = [];
  let open: Unit[] = [];
  let words = 0;
  const close = (): void => {
    if (open.length > 0) passages.push(passageOf(open, passages.length, documentLang));
    open = [];
    words = 0;
  };
  for (const [i, unit] of units.entries()) {
    const isHeading = unit.block.kind === 'heading';
    if (open.length > 0) {
      // A heading goes with the text below it.
      const isAfterHeading = open.at(-1)!.block.kind === 'heading';
      const section = isHeading ? wordsOfSection(units, i) : unit.words;
      if ((isHeading && words >= ENOUGH_WORDS) || (words + section > MOST_WORDS && !isAfterHeading)) close();
    }
    open.push(unit);
    words += unit.words;
  }
  close();
  return passages;
}

/** The words from a heading to the next one, as far as a passage may have. */
function wordsOfSection(units: readonly Unit[], from: number): number {
  let words = 0;
  for (let i = from; i < units.length && words <= MOST_WORDS; i++) {
    if (i > from && units[i]!.block.kind === 'heading') break;
    words += units[i]!.words;
  }
  // A section that needs several passages may begin in this one.
  return words > MOST_WORDS ? MOST_WORDS - ENOUGH_WORDS : words;
}

function passageOf(units: readonly Unit[], index: number, documentLang: Lang): Passage {
  const map = new Readable();
  for (const [i, unit] of units.entries()) {
    if (i > 0) map.add('\n');
    map.append(unit.map);
  }
  const [first] = units;
  const { text } = map;
  return {
    index,
    text,
    map,
    headings: first!.headings,
    tableHead: first!.tableHead,
    lang: languageOf(text, 0, text.length) ?? documentLang,
    words: units.reduce((sum, each) => sum + each.words, 0),
    start: Math.min(...units.map(({ block }) => block.start)),
    end: Math.max(...units.map(({ block }) => block.end)),
  };
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The title of a document: its metadata, else its first heading, if that is the topmost one. */
function titleOf(prose: Prose): string {
  const block =
    prose.blocks.find(({ kind }) => kind === 'metadata') ?? prose.blocks.find(({ kind }) => kind === 'heading');
  return block ? readBlock(prose, block).text.trim().slice(0, LONGEST_TITLE) : '';
}

const LONGEST_TITLE = 300;

/**
 * The passages to review: those that name a known thing, and those that follow one directly, as they may refer back to
 * it. `names` are the mentions that denote things of the record.
 */
export function passagesToReview(passages: readonly Passage[], names: readonly Span[]): readonly Passage[] {
  const isNamed = passages.map((passage) => names.some((name) => overlaps(name, passage)));
  return passages.filter((_, i) => isNamed[i] === true || isNamed[i - 1] === true);
}

/**
 * The names in a document that denote things of the record, as far as the rules can tell: a reader can tell better
 * whether an abbreviation without any other sign of migration has another meaning.
 */
export function namesOf(
  findings: readonly Finding[],
  allowed: readonly Allowed[],
): readonly (Span & { concept: string })[] {
  const denoting = allowed.filter(({ reason, value }) => reason !== 'other-meaning' && value === undefined);
  return [...findings, ...denoting].sort((a, b) => a.start - b.start);
}

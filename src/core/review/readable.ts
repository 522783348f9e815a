import type { Span } from '../document';
import { NOT_PROSE, type Block, type Prose } from '../prose/prose';

/**
 * Text as a person reads it, without markup and with entities decoded, and the source of each code unit. Text that
 * was added for readers (the bars between cells, the mark of a heading) has no source.
 */
export class Readable {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private joined: string | undefined;

  get length(): number {
    return this.starts.length;
  }

  get text(): string {
    return (this.joined ??= this.pieces.join(''));
  }

  /** Adds text without a source. */
  add(text: string): void {
    this.put(text, -1, -1);
  }

  /** Adds the text that `[start, end)` of the source represents. */
  put(text: string, start: number, end: number): void {
    this.joined = undefined;
    this.pieces.push(text);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  append(other: Readable): void {
    this.joined = undefined;
    this.pieces.push(other.text);
    for (let i = 0; i < other.length; i++) {
      this.starts.push(other.starts[i]!);
      this.ends.push(other.ends[i]!);
    }
  }

  slice(start: number, end: number): Readable {
    const out = new Readable();
    for (let i = start; i < Math.min(end, this.length); i++) out.put(this.text[i]!, this.starts[i]!, this.ends[i]!);
    return out;
  }

  /** The range in the source of a range of this text; `undefined` where none of it has a source. */
  sourceOf({ start, end }: Span): Span | undefined {
    let first = start;
    let last = end - 1;
    while (first <= last && this.starts[first]! < 0) first++;
    while (last >= first && this.starts[last]! < 0) last--;
    return first > last ? undefined : { start: this.starts[first]!, end: this.ends[last]! };
  }
}

/** A note, and the place of its call. */
export interface CalledNote {
  readonly at: number;
  readonly note: Block;
}

/** The content of a block, with the footnotes that it contains or calls in brackets; `called` are in their order. */
export function readBlock(prose: Prose, block: Block, called: readonly CalledNote[] = []): Readable {
  const out = new Readable();
  writeBlock(out, prose, block, called);
  return out;
}

function writeBlock(out: Readable, prose: Prose, block: Block, called: readonly CalledNote[]): void {
  const skipped = skippedIn(prose, block);
  let next = 0;
  let nextCalled = 0;
  let isBlank = true;
  const writeNote = (note: Block): void => {
    out.add(isBlank ? '[' : ' [');
    writeBlock(out, prose, note, []);
    out.add(']');
    isBlank = false;
  };
  for (let i = block.start; i < block.end;) {
    while (next < skipped.length && skipped[next]!.end <= i) next++;
    const skip = skipped[next];
    if (skip && skip.start <= i) {
      for (; nextCalled < called.length && called[nextCalled]!.at < skip.end; nextCalled++)
        writeNote(called[nextCalled]!.note);
      for (const note of notesInside(prose, block, skip)) writeNote(note);
      const isCell = isCellMark(block, prose.text, skip) && out.length > 0;
      if (isCell) out.add(isBlank ? '| ' : ' | ');
      else if (skip.isGap && !isBlank) out.add(' ');
      if (isCell || skip.isGap) isBlank = true;
      i = skip.end;
      continue;
    }
    const { length, character } = characterAt(prose, block, i);
    if (/\s/.test(character)) {
      if (!isBlank) out.put(' ', i, i + length);
      isBlank = true;
    } else if (character !== '') {
      out.put(character, i, i + length);
      isBlank = false;
    }
    i += length;
  }
}

/** What readers see of the source at an offset; nothing of the mark of an escape or of a quoted line. */
function characterAt(
  { text, format }: Prose,
  block: Block,
  at: number,
): { readonly length: number; readonly character: string } {
  const escape = format.readEscape?.(text, at);
  if (escape && escape.length > 0 && at + escape.length <= block.end) return escape;
  const isEscape = text[at] === '\\' && at + 1 < block.end && ESCAPED.test(text[at + 1]!);
  const isMark = isEscape || (block.quoted && isLineQuote(text, block, at));
  return { length: 1, character: isMark ? '' : text[at]! };
}

const ESCAPED = /[!-/:-@[-`{-~]/;

/** The mark of a block quotation that opens a line within the block. */
function isLineQuote(text: string, { start }: Block, at: number): boolean {
  if (text[at] !== '>') return false;
  let i = at - 1;
  while (i > start && (text[i] === ' ' || text[i] === '>')) i--;
  return text[i] === '\n';
}

interface Skipped extends Span {
  /** Whether readers see something there that is not prose, such as code, so that words on both sides stay apart. */
  readonly isGap: boolean;
}

/** The ranges of a block that readers do not see as prose, and the marks of emphasis and links; sorted. */
function skippedIn(prose: Prose, block: Block): readonly Skipped[] {
  const { text, format } = prose;
  const skipped: Skipped[] = [];
  const skip = (start: number, end: number, isGap = false): void => {
    if (end > start) skipped.push({ start: Math.max(start, block.start), end: Math.min(end, block.end), isGap });
  };
  for (const { kind, start, end } of prose.inlinesOf(block)) {
    if (NOT_PROSE.has(kind)) {
      const isCall = text.startsWith('[^', start) && text[end] === ']';
      const isBreak = kind === 'markup' && format.readEscape?.(text, start)?.character === ' ';
      skip(start, isCall ? end + 1 : end, isBreak || !(kind === 'markup' || kind === 'comment'));
    } else if (kind === 'link' && text[start - 1] === '[' && text[end] === ']') {
      skip(text[start - 2] === '!' ? start - 2 : start - 1, start);
      skip(end, end + 1);
    } else if (kind === 'emphasis' || kind === 'strong') {
      let before = start;
      while (before > block.start && MARK.test(text[before - 1]!)) before--;
      let after = end;
      while (after < block.end && MARK.test(text[after]!)) after++;
      skip(before, start);
      skip(end, after);
    }
  }
  return skipped.sort((a, b) => a.start - b.start || b.end - a.end).reduce<Skipped[]>(disjoint, []);
}

const MARK = /[*_/]/;

function disjoint(kept: Skipped[], next: Skipped): Skipped[] {
  const last = kept.at(-1);
  if (!last || next.start >= last.end) kept.push(next);
  else if (next.end > last.end) kept[kept.length - 1] = { ...last, end: next.end };
  return kept;
}

/** The notes that a skipped range contains. */
function notesInside(prose: Prose, block: Block, { start, end }: Span): readonly Block[] {
  const inside: Block[] = [];
  for (let i = prose.indexAt(start); i < prose.blocks.length; i++) {
    const each = prose.blocks[i];
    if (each === undefined || each.start < start) continue;
    if (each.start >= end) break;
    if (each.within === block) inside.push(each);
  }
  return inside;
}

/** In a table, the beginning of a cell. */
function isCellMark({ kind }: Block, text: string, { start }: Span): boolean {
  return kind === 'table-row' && (text[start] === '|' || /^<(?:td|th)\b/i.test(text.slice(start, start + 4)));
}

import type { Block } from './prose';
import { addressAt } from './addresses';
import { CONTENTS } from './htmlTags';
import { InlineList, inlinesBy, type InlineMark, type InlineMarks } from './inlineList';
import { Brackets } from './lines';

const EMPHASIS: readonly InlineMark<MarkdownList>[] = [{ open: /([*_])\1*/y, read: readEmphasis }];

const MARKS: InlineMarks<MarkdownList> = {
  '\\': [{ open: /\\/y, read: (_, at) => at + 2 }],
  '`': [{ open: /`+/y, read: readCode }],
  '<': [
    { open: /<!--/y, close: /-->|$/g, kind: 'comment' },
    { open: /<(?=https?:|mailto:|[^\s<>@]{1,60}@)/y, close: />/g, kind: 'url' },
    { open: /<([A-Za-z]+)\b/y, read: readElement },
    { open: /<(?=[A-Za-z/!?])/y, close: />/g, kind: 'markup' },
  ],
  // Pandoc’s rule: no blank after the opening sign, none before the closing one, no digit after it. Prices therefore
  // remain prose.
  $: [{ open: /\$(?![\s\d])[^$]*[^\s$]\$(?!\d)/y, kind: 'math' }],
  '[': [
    { open: /\[\^/y, read: readNoteCall },
    { open: /\[/y, read: readOpening },
  ],
  ']': [{ open: /\]/y, read: readLinkEnd }],
  '@': [{ open: /@\{?[\p{L}\d_][\p{L}\d_:.#$%&\-+?<>~/]{0,120}\}?/uy, read: readKey }],
  '{': [
    { open: /\{\/\*/y, close: /\*\/\}/g, kind: 'comment' },
    { open: /\{(?:[.#=:%]|[\w-]+=)[^{}\n]{0,300}\}/y, kind: 'markup' },
  ],
  '~': [
    { open: /~~(?!~)/y, close: /~~/g, kind: 'deleted' },
    { open: /~+/y, read: (_, at, [mark]) => at + mark.length },
  ],
  '*': EMPHASIS,
  _: EMPHASIS,
};

/** Code ends with a run of as many backquotes as begin it. */
function readCode(list: MarkdownList, at: number, [{ length }]: RegExpExecArray): number {
  const run = (RUNS[length] ??= new RegExp(`(?<!\`)\`{${length}}(?!\`)`, 'g'));
  const close = list.closing(run, at + length);
  return close ? list.add('code', at, close.end) : at + length;
}

const RUNS: RegExp[] = [];

/** Adds the content of an element that is not the author's running text: `<q>`, `<cite>`, `<code>`, `<del>`. */
function readElement(list: MarkdownList, at: number, [, written]: RegExpExecArray): undefined {
  const name = written!.toLowerCase();
  const kind = name === 'blockquote' ? 'quote' : CONTENTS[name];
  const tag = kind && list.closing(END_OF_TAG, at);
  if (!tag || list.text[tag.start - 1] === '/') return;
  const close = list.closing((CLOSINGS[name] ??= new RegExp(`</${name}\\b`, 'gi')), tag.end);
  if (close) list.add(kind, tag.end, close.start);
}

const END_OF_TAG = />/g;
const CLOSINGS: Record<string, RegExp> = {};

/** The call of a note: `[^1]`. */
function readNoteCall({ ahead, add }: MarkdownList, at: number): number {
  const close = ahead.find(']', at);
  return (close > 0 ? add('markup', at, close) : at) + 1;
}

/** A bracket that may open a link or citation. */
function readOpening({ opened }: MarkdownList, at: number): number {
  opened.push(at);
  return at + 1;
}

/** An address, or a citation key. */
function readKey({ text, start, end, add }: MarkdownList, at: number, [key]: RegExpExecArray): number | undefined {
  return addressAt(text, at, start, end) ? undefined : add('key', at, at + key.replace(/[.:?]+$/, '').length);
}

function readEmphasis({ text, emphasis, add }: MarkdownList, at: number, [mark]: RegExpExecArray): number {
  const after = at + mark.length;
  if (/\S/.test(text[at - 1] ?? ' ') && emphasis.has(mark))
    add(mark.length === 2 ? 'strong' : 'emphasis', emphasis.close(mark) + mark.length, at);
  else if (/\S/.test(text[after] ?? ' ')) emphasis.push(mark, at);
  return after;
}

/**
 * Reads what follows `]`: the target `(…)` or `[label]`, and Pandoc’s attributes; a bracket that contains a key is a
 * citation.
 */
function readLinkEnd({ text, opened: brackets, ahead, parentheses, keys, add }: MarkdownList, at: number): number {
  const opened = brackets.pop();
  if (opened === undefined) return at + 1;
  if (text[at + 1] === '(') {
    const close = parentheses.closing(at + 1);
    if (close > 0) {
      add('link', opened + 1, at);
      return add('url', at + 1, close + 1);
    }
  }
  if (text[at + 1] === '[') {
    const close = ahead.find(']', at + 2);
    if (close > 0) {
      add('link', opened + 1, at);
      return add('key', at + 1, close + 1);
    }
  }
  if (keys.isBetween(opened, at)) add('citation', opened, at + 1);
  return at + 1;
}

class MarkdownList extends InlineList {
  readonly emphasis = new OpenEmphasis();
  /** Offsets of the open brackets. */
  readonly opened: number[] = [];
  readonly parentheses: Brackets;
  readonly keys: CitationKeys;

  constructor(text: string, block: Block) {
    super(text, block);
    this.parentheses = new Brackets(text, block.start, block.end, '()', '\\');
    this.keys = new CitationKeys(text, block.start);
  }
}

/** The citation keys of a block, `@key` after a blank or a mark. Must be called with increasing offsets. */
class CitationKeys {
  private read: number;
  private last = -1;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.read = start;
  }

  /** Whether a key occurs after the bracket at `opened` and before `at`. */
  isBetween(opened: number, at: number): boolean {
    for (; this.read < at; this.read++)
      if (this.text[this.read] === '@' && /[\s;[-]/.test(this.text[this.read - 1] ?? '')) this.last = this.read;
    return this.last > opened;
  }
}

/** Marks that may open emphasis, the last on top. */
class OpenEmphasis {
  private readonly entries: { readonly mark: string; readonly at: number }[] = [];
  /** For each open mark, the index of its first entry. */
  private readonly first = new Map<string, number>();

  push(mark: string, at: number): void {
    if (!this.first.has(mark)) this.first.set(mark, this.entries.length);
    this.entries.push({ mark, at });
  }

  has(mark: string): boolean {
    return this.first.has(mark);
  }

  /** Removes the first entry of the mark and all entries after it; returns its offset. */
  close(mark: string): number {
    const { entries, first } = this;
    const index = first.get(mark)!;
    const { at } = entries[index]!;
    while (entries.length > index) {
      const popped = entries.pop()!;
      if (first.get(popped.mark) === entries.length) first.delete(popped.mark);
    }
    return at;
  }
}

/**
 * The inlines of a block of Markdown: code spans, link targets, addresses, HTML, citation keys, math, and the
 * emphasis that may mark a title. Reads the block in a single pass; an unclosed mark is text.
 */
export const readMarkdownInlines = inlinesBy(MARKS, MarkdownList);

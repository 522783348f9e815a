import type { Block, Inline } from './prose';
import { addressAt } from './addresses';
import { InlineList, type Add } from './inlineList';
import { Ahead } from './lines';
import { Closings } from './markdownClosings';

/**
 * The inlines of a block of Markdown: code spans, link targets, addresses, HTML, citation keys, math, and the
 * emphasis that may mark a title. Reads the block in a single pass; an unclosed mark is text.
 */
export function readMarkdownInlines(text: string, block: Block): readonly Inline[] {
  const { start, end } = block;
  let i = start;
  while (i < end && !isMark(text, i)) i++;
  if (i >= end) return NO_INLINES;
  const list = new InlineList(text, block);
  const { add } = list;
  const emphasis = new OpenEmphasis();
  const brackets: number[] = [];
  const ahead = new Ahead(text, end);
  const closings = new Closings(text, start, end);
  const keys = new CitationKeys(text, start);
  while (i < end) {
    if (!isMark(text, i)) {
      i++;
      continue;
    }
    switch (text[i]) {
      case '\\':
        i += 2;
        break;
      case '`': {
        const length = runLength(text, i, end);
        const close = closings.run(length, i + length);
        i = close < 0 ? i + length : add('code', i, close + length);
        break;
      }
      case '<': {
        const to = endOfTag(text, i, end, ahead);
        if (to === undefined) {
          i++;
          break;
        }
        const kind = text.startsWith('<!--', i)
          ? 'comment'
          : /^<(?:https?:|mailto:|[^\s<>@]+@)/.test(text.slice(i, i + 80))
            ? 'url'
            : 'markup';
        addElement(text, i, to, closings, add);
        i = add(kind, i, to);
        break;
      }
      case '$': {
        const close = closingMath(text, i, ahead);
        i = close < 0 ? i + 1 : add('math', i, close + 1);
        break;
      }
      case '!':
      case '[':
        brackets.push(text[i] === '!' && text[i + 1] === '[' ? ++i : i);
        if (text[i] !== '[') brackets.pop();
        else if (text[i + 1] === '^') {
          brackets.pop();
          const close = ahead.find(']', i);
          i = close > 0 ? add('markup', i, close) : i;
        }
        i++;
        break;
      case ']': {
        const opened = brackets.pop();
        i = readLinkEnd(text, opened, i, ahead, closings, keys, add);
        break;
      }
      case '@': {
        const key = /^@\{?[\p{L}\d_][\p{L}\d_:.#$%&\-+?<>~/]*\}?/u.exec(text.slice(i, Math.min(end, i + 120)));
        const mail = addressAt(text, i, start, end);
        if (mail) i = add('url', mail.start, mail.end);
        else i = key ? add('key', i, i + key[0].replace(/[.:?]+$/, '').length) : i + 1;
        break;
      }
      case '{': {
        const attributes = /^\{(?:[.#=:%]|[\w-]+=)[^{}\n]*\}/.exec(text.slice(i, Math.min(end, i + 300)));
        i = attributes ? add('markup', i, i + attributes[0].length) : i + 1;
        break;
      }
      case '~': {
        const close = text[i + 1] === '~' && text[i + 2] !== '~' ? ahead.find('~~', i + 2) : -1;
        i = close < 0 ? i + runLength(text, i, end) : add('deleted', i, close + 2);
        break;
      }
      case '*':
      case '_': {
        const length = runLength(text, i, end);
        readEmphasis(text, i, length, emphasis, add);
        i += length;
        break;
      }
      default:
        i = list.pastAddress(i);
    }
  }
  return list.finish();
}

const NO_INLINES: readonly Inline[] = [];

/**
 * By character: 1 where an inline may begin or end, including an address; 2 where the next character decides, as in
 * `www.`.
 */
const MARKS = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\`<$![]@{*_:~'.includes(String.fromCharCode(code)) ? 1 : code === 87 || code === 119 ? 2 : 0,
);

/** This test alone skips most of a text. */
function isMark(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code > 127 || MARKS[code] === 0) return false;
  return MARKS[code] === 1 || (text.charCodeAt(index + 1) | 32) === 119;
}

function runLength(text: string, at: number, end: number): number {
  let length = 1;
  while (at + length < end && text[at + length] === text[at]) length++;
  return length;
}

function closingMath(text: string, at: number, ahead: Ahead): number {
  // Pandoc’s rule: no blank after the opening sign, none before the closing one, no digit after it. Prices therefore
  // remain prose.
  if (/[\s$\d]/.test(text[at + 1] ?? ' ')) return -1;
  const close = ahead.find('$', at + 1);
  return close > 0 && !/\s/.test(text[close - 1]!) && !/\d/.test(text[close + 1] ?? '') ? close : -1;
}

function endOfTag(text: string, at: number, end: number, ahead: Ahead): number | undefined {
  if (text.startsWith('<!--', at)) {
    const close = ahead.find('-->', at + 4);
    return close < 0 ? end : close + 3;
  }
  if (!/^<(?:[A-Za-z/!?]|[^\s<>@]+@)/.test(text.slice(at, at + 60))) return undefined;
  const close = ahead.find('>', at);
  return close < 0 ? undefined : close + 1;
}

/** `<q>`, `<cite>`, `<code>`, `<del>`: elements whose content is not the author's running text. */
function addElement(text: string, at: number, tagEnd: number, closings: Closings, add: Add): void {
  const name = /^<(q|blockquote|cite|code|kbd|samp|var|i|em|del|strike|s)\b/i
    .exec(text.slice(at, at + 12))?.[1]!
    .toLowerCase();
  if (name === undefined || text[tagEnd - 2] === '/') return;
  const close = closings.tag(name, tagEnd);
  if (close < 0 || close === tagEnd) return;
  const kind =
    name === 'q' || name === 'blockquote'
      ? 'quote'
      : name === 'cite' || name === 'i' || name === 'em'
        ? 'emphasis'
        : name === 'del' || name === 's' || name === 'strike'
          ? 'deleted'
          : 'code';
  add(kind, tagEnd, close);
}

/**
 * Reads what follows `]`: the target `(…)` or `[label]`, and Pandoc’s attributes; a bracket that contains a key is a
 * citation.
 */
function readLinkEnd(
  text: string,
  opened: number | undefined,
  at: number,
  ahead: Ahead,
  closings: Closings,
  keys: CitationKeys,
  add: Add,
): number {
  if (opened === undefined) return at + 1;
  if (text[at + 1] === '(') {
    const close = closings.parenthesis(at + 1);
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

function readEmphasis(text: string, at: number, length: number, open: OpenEmphasis, add: Add): void {
  const mark = text[at]!.repeat(length);
  const canClose = /\S/.test(text[at - 1] ?? ' ');
  const canOpen = /\S/.test(text[at + length] ?? ' ');
  if (canClose && open.has(mark)) add(length === 2 ? 'strong' : 'emphasis', open.close(mark) + length, at);
  else if (canOpen) open.push(mark, at);
}

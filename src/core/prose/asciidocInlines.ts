import type { Block, Inline } from './prose';
import { addressAt } from './addresses';
import { readHtmlEscape } from './html';
import { InlineList, type Add } from './inlineList';
import { Ahead, Brackets, endOfLine, indexWithin } from './lines';

/** The name of a macro, `name:target[text]`, which is read at its colon. */
const MACRO_NAME =
  /(?:link|mailto|xref|image|icon|footnote|footnoteref|kbd|btn|menu|stem|latexmath|asciimath|pass|indexterm2?|anchor|cite|citenp|bibcite|include|audio|video)$/;
const REFERENCE = /^\{([\w][\w-]*)(?::[^}\n]*)?\}/;
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  sp: ' ',
  empty: '',
  zwsp: '\u200b',
  wj: '\u2060',
  apos: "'",
  quot: '"',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  amp: '&',
  shy: '\u00ad',
  asterisk: '*',
  plus: '+',
};
const CELL_MARK = /(?:(?:\d*(?:\.\d+)?[+*])?[<^>.]*[aehlmsdv]?)?\|/y;

/** A character reference, or a replacement such as `{nbsp}`. */
export function readAsciidocEscape(text: string, index: number): { length: number; character: string } | undefined {
  if (text[index] === '&') return readHtmlEscape(text, index);
  if (text[index] !== '{') return undefined;
  const name = REFERENCE.exec(text.slice(index, index + 40));
  return name && Object.hasOwn(CHARACTERS, name[1]!)
    ? { length: name[0].length, character: CHARACTERS[name[1]!]! }
    : undefined;
}

/** The inlines of a block of AsciiDoc. */
export function readAsciidocInlines(text: string, block: Block): readonly Inline[] {
  const { start, end } = block;
  const list = new InlineList(text, block);
  const { add } = list;
  const marks = new Map<string, number>();
  const ahead = new Ahead(text, end);
  const brackets = new Brackets(text, start, end);
  /** Offsets at which quotations end, "`…`": those backquotes open no code. */
  const closers = new Set<number>();
  for (let i = start; i < end;) {
    switch (text[i]) {
      case '"':
      case "'": {
        const close = text[i + 1] === '`' ? ahead.find(`\`${text[i]}`, i + 2) : -1;
        if (close < 0) {
          i++;
          break;
        }
        add('quote', i, close + 2);
        add('markup', close, close + 2);
        closers.add(close);
        i = add('markup', i, i + 2);
        break;
      }
      case '`': {
        const close = closers.has(i) ? -1 : closing(text, i, ahead);
        i = close < 0 ? i + 1 : add('code', i, close);
        break;
      }
      case '+':
        i = readPlus(text, i, end, add);
        break;
      case ':':
        i = readMacro(text, i, block, add, ahead, brackets);
        break;
      case '<': {
        const close = text[i + 1] === '<' ? ahead.find('>>', i) : -1;
        if (close < 0) {
          i++;
          break;
        }
        const comma = indexWithin(text, ',', i, close);
        if (comma > 0) {
          add('key', i, comma + 1);
          add('link', comma + 1, close);
          i = add('markup', close, close + 2);
        } else i = add('key', i, close + 2);
        break;
      }
      case '[': {
        const anchor = /^\[\[\[?[^[\]\n]*\]\]\]?|^\[[^[\]\n]*\](?=[#*_`])/.exec(text.slice(i, Math.min(end, i + 200)));
        const after = anchor ? i + anchor[0].length : i;
        const mark = text[after + 1] === '#' ? '##' : '#';
        // "[.line-through]#struck#"
        const struck =
          anchor && text[after] === '#' && /\bline-through\b/.test(anchor[0])
            ? ahead.find(mark, after + mark.length)
            : -1;
        i = struck >= 0 ? add('deleted', i, struck + mark.length) : anchor ? add('key', i, after) : i + 1;
        break;
      }
      case '(': {
        const close = text.startsWith('(((', i) ? ahead.find(')))', i) : -1;
        i = close < 0 ? i + 1 : add('key', i, close + 3);
        break;
      }
      case '{': {
        const reference = readAsciidocEscape(text, i)
          ? undefined
          : REFERENCE.exec(text.slice(i, Math.min(end, i + 80)));
        i = reference ? add('key', i, i + reference[0].length) : i + 1;
        break;
      }
      case '|':
        if (block.kind === 'table-row') {
          const from = cellMarkBefore(text, i, start);
          i = add('markup', from, i + 1);
        } else i++;
        break;
      case '*':
      case '_':
        i = readEmphasis(text, i, end, marks, add);
        break;
      case '\n':
        i = text.startsWith('//', i + 1) && text[i + 3] !== '/' ? add('comment', i + 1, endOfLine(text, i + 1)) : i + 1;
        break;
      default:
        i = list.pastAddress(i);
    }
  }
  return list.finish();
}

function readMacro(
  text: string,
  at: number,
  { start, end }: Block,
  add: Add,
  ahead: Ahead,
  brackets: Brackets,
): number {
  if (text.startsWith('://', at)) {
    const target = /^:\/\/[^\s[\]<>"]{1,1000}\[/.exec(text.slice(at, Math.min(end, at + 1010)));
    if (!target) {
      const address = addressAt(text, at, start, end);
      return address ? Math.max(add('url', address.start, address.end), at + 1) : at + 1;
    }
    const bracket = at + target[0].length - 1;
    const close = ahead.find(']', bracket);
    add('url', at - (/[A-Za-z]{1,12}$/.exec(text.slice(Math.max(start, at - 12), at))?.[0].length ?? 0), bracket + 1);
    if (close < 0) return bracket + 1;
    add('link', bracket + 1, close);
    return add('markup', close, close + 1);
  }
  const name = MACRO_NAME.exec(text.slice(Math.max(start, at - 12), at))?.[0];
  const bracket = name === undefined ? null : /^:{1,2}[^\s[\]]*\[/.exec(text.slice(at, Math.min(end, at + 500)));
  if (!name || !bracket) return at + 1;
  const from = at - name.length;
  const open = at + bracket[0].length;
  const close = brackets.closing(open - 1);
  if (close < 0) return open;
  switch (name) {
    case 'footnote':
    case 'footnoteref':
      return add('markup', from, close + 1);
    case 'kbd':
    case 'btn':
    case 'menu':
    case 'pass':
      return add('code', from, close + 1);
    case 'stem':
    case 'latexmath':
    case 'asciimath':
      return add('math', from, close + 1);
    case 'link':
    case 'mailto':
    case 'xref':
    case 'image': {
      const text_ = /^[^,=]*(?=,|$)/.exec(text.slice(open, close))?.[0].length ?? 0;
      const stop = name === 'image' ? open + text_ : close;
      add('url', from, open);
      add('link', open, stop);
      return add('markup', stop, close + 1);
    }
    default:
      return add('key', from, close + 1);
  }
}

/** `+text+`, `++text++`: text that is passed through unchanged. A lone `+` at the end of a line is a line break. */
function readPlus(text: string, at: number, end: number, add: Add): number {
  if (/[ \t]/.test(text[at - 1] ?? ' ') && /[\r\n]|^$/.test(text[at + 1] ?? '')) return add('markup', at, at + 1);
  const mark = text.startsWith('+++', at) ? '+++' : text[at + 1] === '+' ? '++' : '+';
  if (/\s/.test(text[at + mark.length] ?? ' ') || (mark === '+' && /[\p{L}\d]/u.test(text[at - 1] ?? ' ')))
    return at + mark.length;
  const close = indexWithin(text, mark, at + mark.length, Math.min(end, at + 500));
  return close < 0 || /\s/.test(text[close - 1]!) ? at + mark.length : add('code', at, close + mark.length);
}

function readEmphasis(text: string, at: number, end: number, marks: Map<string, number>, add: Add): number {
  const mark = text[at + 1] === text[at] && at + 1 < end ? text[at]! + text[at]! : text[at]!;
  const opened = marks.get(mark);
  const after = at + mark.length;
  if (opened !== undefined && opened < at && !/\s/.test(text[at - 1]!)) {
    marks.delete(mark);
    add(mark[0] === '*' ? 'strong' : 'emphasis', opened, at);
  } else if (!/\s/.test(text[after] ?? ' ') && (mark.length === 2 || !/[\p{L}\d]/u.test(text[at - 1] ?? ' ')))
    marks.set(mark, after);
  return after;
}

/** The specification of a cell before its bar, `2+^.>s|`, is not a word. */
function cellMarkBefore(text: string, bar: number, start: number): number {
  let from = bar;
  while (from > start && bar - from < 10 && !/\s/.test(text[from - 1]!)) from--;
  CELL_MARK.lastIndex = from;
  return CELL_MARK.test(text) && CELL_MARK.lastIndex === bar + 1 ? from : bar;
}

function closing(text: string, at: number, ahead: Ahead): number {
  const mark = text[at + 1] === '`' ? '``' : '`';
  if (/\s/.test(text[at + mark.length] ?? ' ')) return -1;
  const close = ahead.find(mark, at + mark.length);
  return close < 0 ? -1 : close + mark.length;
}

import type { Block, Inline } from './prose';
import { addressAt } from './addresses';
import { InlineList, type Add } from './inlineList';
import { Ahead, Brackets, endOfLine, indexWithin } from './lines';

const MARKS: Readonly<Record<string, Inline['kind']>> = {
  '=': 'code',
  '~': 'code',
  '*': 'strong',
  '/': 'emphasis',
  _: 'emphasis',
  '+': 'deleted',
};
const BEFORE = /[\s\-({'"‘“«*/_[|>]/;
const AFTER = /[\s\-.,;:!?'")}\]\\’”»*/_|]/;
/** Brackets are seldom longer; the limit keeps the time for hostile input linear. */
const LONGEST = 2000;

/** The inlines of a block of Org. */
export function readOrgInlines(text: string, block: Block): readonly Inline[] {
  const { start, end } = block;
  const list = new InlineList(text, block);
  const { add } = list;
  const ahead = new Ahead(text, end);
  const brackets = new Brackets(text, start, end);
  for (let i = start; i < end;) {
    switch (text[i]) {
      case '=':
      case '~':
      case '*':
      case '/':
      case '_':
      case '+':
        i = readMarked(text, i, start, end, add, ahead);
        break;
      case '[':
        i = readBracket(text, i, end, add, ahead, brackets);
        break;
      case '<': {
        const target = /^<{1,3}[^<>\n]{1,200}>{1,3}/.exec(text.slice(i, Math.min(end, i + 210)));
        i = target ? add(/^<\w+:/.test(target[0]) ? 'url' : 'key', i, i + target[0].length) : i + 1;
        break;
      }
      case '\\': {
        const closing = text[i + 1] === '(' ? '\\)' : text[i + 1] === '[' ? '\\]' : '';
        const close = closing === '' ? -1 : ahead.find(closing, i + 2);
        i = close < 0 ? i + (text[i + 1] === '\\' ? add('markup', i, i + 2) - i : 1) : add('math', i, close + 2);
        break;
      }
      case '$': {
        const mark = text[i + 1] === '$' ? '$$' : '$';
        const close =
          /[\s\d]/.test(text[i + mark.length] ?? ' ') && mark === '$' ? -1 : ahead.find(mark, i + mark.length);
        const isMath =
          close > 0 && (mark === '$$' || (!/\s/.test(text[close - 1]!) && !/[\p{L}\d]/u.test(text[close + 1] ?? ' ')));
        i = isMath ? add('math', i, close + mark.length) : i + mark.length;
        break;
      }
      case '@': {
        const close = text[i + 1] === '@' ? ahead.find('@@', i + 2) : -1;
        const address = close < 0 ? addressAt(text, i, start, end) : undefined;
        i =
          close >= 0
            ? add('code', i, close + 2)
            : address
              ? Math.max(add('url', address.start, address.end), i + 1)
              : i + 1;
        break;
      }
      case '{': {
        const macro = /^\{\{\{[^{}]{1,200}\}\}\}/.exec(text.slice(i, Math.min(end, i + 210)));
        i = macro ? add('key', i, i + macro[0].length) : i + 1;
        break;
      }
      case 's':
      case 'c': {
        const inline = /[\w]/.test(text[i - 1] ?? ' ')
          ? null
          : /^(?:src|call)_\w+(?:\[[^\]\n]*\])?[{(][^})\n]*[})]/.exec(text.slice(i, Math.min(end, i + 300)));
        i = inline ? add('code', i, i + inline[0].length) : i + 1;
        break;
      }
      case '\n': {
        const line = /^[ \t]*#(?=[ \t])/.exec(text.slice(i + 1, Math.min(end, i + 40)));
        i = line ? add('comment', i + 1, endOfLine(text, i + 1)) : i + 1;
        break;
      }
      default:
        i = list.pastAddress(i);
    }
  }
  return list.finish();
}

/** `=code=`, `/emphasis/`, `+deleted+`: the marks must be at the edges of words. */
function readMarked(text: string, at: number, start: number, end: number, add: Add, ahead: Ahead): number {
  const mark = text[at]!;
  if (at > start && !BEFORE.test(text[at - 1]!)) return at + 1;
  if (/\s/.test(text[at + 1] ?? ' ')) return at + 1;
  const close = ahead.find(
    mark,
    at + 2,
    (index) => !/\s/.test(text[index - 1]!) && (index + 1 >= end || AFTER.test(text[index + 1]!)),
  );
  if (close < 0) return at + 1;
  const kind = MARKS[mark]!;
  if (kind === 'code' || kind === 'deleted') return add(kind, at, close + 1);
  add(kind, at + 1, close);
  return at + 1;
}

/** `[[url][text]]`, `[fn:1]`, `[cite:@key]`, `[2024-01-01]`. */
function readBracket(text: string, at: number, end: number, add: Add, ahead: Ahead, brackets: Brackets): number {
  if (text[at + 1] === '[') {
    const close = ahead.find(']]', at + 2);
    if (close < 0 || close + 2 > at + LONGEST) return at + 2;
    const middle = indexWithin(text, '][', at + 2, close);
    if (middle < 0) return add('url', at, close + 2);
    add('url', at, middle + 2);
    add('link', middle + 2, close);
    return add('markup', close, close + 2);
  }
  const around = text.slice(at, Math.min(end, at + LONGEST));
  const key = /^\[(?:fn:[\w-]+|\d{4}-\d\d-\d\d[^\]\n]*|\d*[/%]\d*%?)\]/.exec(around);
  if (key) return add('key', at, at + key[0].length);
  if (around.startsWith('[fn:')) {
    const close = brackets.closing(at);
    if (close > 0) return add('markup', at, close + 1);
  }
  const citation = /^\[cite(?:\/[\w/-]+)?:/.exec(around);
  const close = citation ? around.indexOf(']') : -1;
  if (close < 0) return at + 1;
  add('citation', at, at + close + 1);
  for (const cited of around.slice(0, close).matchAll(/@[\w:.#$%&+?<>~/-]+/g))
    add('key', at + cited.index, at + cited.index + cited[0].length);
  add('markup', at, at + citation![0].length);
  return at + close + 1;
}

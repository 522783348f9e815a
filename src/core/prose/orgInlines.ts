import type { Block, Inline } from './prose';
import { InlineList, readInlines, type ReadMark } from './inlineList';
import { endOfLine, indexWithin } from './lines';

/** The inlines of a block of Org. */
export function readOrgInlines(text: string, block: Block): readonly Inline[] {
  return readInlines(new InlineList(text, block), READERS);
}

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

const READERS: Readonly<Record<string, ReadMark>> = {
  ...Object.fromEntries(Object.keys(MARKS).map((mark) => [mark, readMarked])),
  '[': readBracket,
  '<': readTarget,
  '\\': readFormula,
  $: readDollar,
  '@': readSnippet,
  '{': (list, at) => list.addMatch('key', at, /^\{\{\{[^{}]{1,200}\}\}\}/.exec(list.around(at, 210))),
  s: readInlineCode,
  c: readInlineCode,
  '\n': readCommentLine,
};

function readTarget(list: InlineList, at: number): number {
  const target = /^<{1,3}[^<>\n]{1,200}>{1,3}/.exec(list.around(at, 210));
  return list.addMatch(target && /^<\w+:/.test(target[0]) ? 'url' : 'key', at, target);
}

/** `\(…\)` and `\[…\]`; `\\` is a line break. */
function readFormula({ text, add, ahead }: InlineList, at: number): number {
  const next = text[at + 1];
  if (next === '\\') return add('markup', at, at + 2);
  if (next !== '(' && next !== '[') return at + 1;
  const close = ahead.find(next === '(' ? '\\)' : '\\]', at + 2);
  return close < 0 ? at + 1 : add('math', at, close + 2);
}

/** `$$…$$`, or `$…$` at the edges of words. */
function readDollar({ text, add, ahead }: InlineList, at: number): number {
  const mark = text[at + 1] === '$' ? '$$' : '$';
  const after = at + mark.length;
  if (mark === '$' && /[\s\d]/.test(text[after] ?? ' ')) return after;
  const close = ahead.find(mark, after);
  const isMath =
    close > 0 && (mark === '$$' || (!/\s/.test(text[close - 1]!) && !/[\p{L}\d]/u.test(text[close + 1] ?? ' ')));
  return isMath ? add('math', at, close + mark.length) : after;
}

/** `@@html:…@@`, or an address. */
function readSnippet(list: InlineList, at: number): number {
  const close = list.text[at + 1] === '@' ? list.ahead.find('@@', at + 2) : -1;
  return close < 0 ? list.pastAddress(at) : list.add('code', at, close + 2);
}

/** `src_python{…}`, `call_name(…)` */
function readInlineCode(list: InlineList, at: number): number {
  if (/\w/.test(list.text[at - 1] ?? ' ')) return at + 1;
  return list.addMatch('code', at, /^(?:src|call)_\w+(?:\[[^\]\n]*\])?[{(][^})\n]*[})]/.exec(list.around(at, 300)));
}

function readCommentLine({ text, end, add }: InlineList, at: number): number {
  const isComment = /^[ \t]*#(?=[ \t])/.test(text.slice(at + 1, Math.min(end, at + 40)));
  return isComment ? add('comment', at + 1, endOfLine(text, at + 1)) : at + 1;
}

/** `=code=`, `/emphasis/`, `+deleted+`: the marks must be at the edges of words. */
function readMarked({ text, start, end, add, ahead }: InlineList, at: number): number {
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
function readBracket({ text, end, add, ahead, brackets }: InlineList, at: number): number {
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

import type { Inline } from './prose';
import { InlineList, inlinesBy, type InlineMark, type InlineMarks } from './inlineList';
import { indexWithin } from './lines';

/** `src_python{…}`, `call_name(…)` */
const CODE: InlineMark = { open: /(?<!\w)(?:src|call)_\w+(?:\[[^\]\n]*\])?[{(][^})\n]*[})]/y, kind: 'code' };
/** Brackets are seldom longer; the limit keeps the time for hostile input linear. */
const LONGEST = 2000;

const MARKS: InlineMarks = {
  '=': [atWords('=', 'code')],
  '~': [atWords('~', 'code')],
  '*': [atWords('\\*', 'strong', true)],
  '/': [atWords('/', 'emphasis', true)],
  _: [atWords('_', 'emphasis', true)],
  '+': [atWords('\\+', 'deleted')],
  '[': [
    { open: /\[\[/y, read: readLink },
    { open: /\[(?:fn:[\w-]+|\d{4}-\d\d-\d\d[^\]\n]*|\d*[/%]\d*%?)\]/y, kind: 'key' },
    { open: /\[fn:/y, read: readNote },
    { open: /\[cite(?:\/[\w/-]+)?:/y, read: readCitation },
  ],
  '<': [
    { open: /<\w+:[^<>\n]{0,200}>{1,3}/y, kind: 'url' },
    { open: /<{1,3}[^<>\n]{1,200}>{1,3}/y, kind: 'key' },
  ],
  '\\': [
    // A line break.
    { open: /\\\\/y, kind: 'markup' },
    { open: /\\\(/y, close: /\\\)/g, kind: 'math' },
    { open: /\\\[/y, close: /\\\]/g, kind: 'math' },
  ],
  $: [
    { open: /\$\$/y, close: /\$\$/g, kind: 'math' },
    { open: /\$(?![\s\d$])/y, close: /(?<!\s)\$(?![\p{L}\d])/gu, kind: 'math' },
  ],
  '@': [{ open: /@@/y, close: /@@/g, kind: 'code' }],
  '{': [{ open: /\{\{\{[^{}]{1,200}\}\}\}/y, kind: 'key' }],
  s: [CODE],
  c: [CODE],
  '#': [{ open: /(?<=\n[ \t]*)#(?=[ \t])[^\n]*/y, kind: 'comment' }],
};

/** The inlines of a block of Org. */
export const readOrgInlines = inlinesBy(MARKS, InlineList);

/** Marks at the edges of words. */
function atWords(mark: string, kind: Inline['kind'], isText = false): InlineMark {
  const close = `${mark}(?=[\\s\\-.,;:!?'")}\\]\\\\’”»*/_|]|$)`;
  const open = `(?<=^|[\\s\\-({'"‘“«*/_[|>])${mark}(?!\\s|${close})`;
  return { open: new RegExp(open, 'y'), close: new RegExp(`(?<!\\s)${close}`, 'g'), kind, isText };
}

/** `[[url][text]]` */
function readLink({ text, add, ahead }: InlineList, at: number): number {
  const close = ahead.find(']]', at + 2);
  if (close < 0 || close + 2 > at + LONGEST) return at + 2;
  const middle = indexWithin(text, '][', at + 2, close);
  if (middle < 0) return add('url', at, close + 2);
  add('url', at, middle + 2);
  add('link', middle + 2, close);
  return add('markup', close, close + 2);
}

/** A note in the text: `[fn:: …]`. */
function readNote({ add, brackets }: InlineList, at: number): number {
  const close = brackets.closing(at);
  return close < 0 ? at + 1 : add('markup', at, close + 1);
}

/** `[cite:@key]` */
function readCitation(list: InlineList, at: number, [mark]: RegExpExecArray): number {
  const around = list.around(at, LONGEST);
  const close = around.indexOf(']');
  if (close < 0) return at + 1;
  list.add('citation', at, at + close + 1);
  for (const cited of around.slice(0, close).matchAll(/@[\w:.#$%&+?<>~/-]+/g))
    list.add('key', at + cited.index, at + cited.index + cited[0].length);
  list.add('markup', at, at + mark.length);
  return at + close + 1;
}

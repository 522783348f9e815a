import type { Inline } from './prose';
import { InlineList, inlinesBy, type InlineMarks } from './inlineList';

/** Roles whose text is read as written; the text of any other role is a key. */
const PROSE_ROLES: Readonly<Record<string, Inline['kind']>> = {
  emphasis: 'emphasis',
  title: 'emphasis',
  t: 'emphasis',
  'title-reference': 'emphasis',
  dfn: 'emphasis',
  strong: 'strong',
  abbr: 'link',
  term: 'link',
  sub: 'link',
  sup: 'link',
  subscript: 'link',
  superscript: 'link',
  guilabel: 'link',
  q: 'quote',
};

const END_OF_TEXT = /(?<![\s\\])`/g;

const MARKS: InlineMarks = {
  '\\': [{ open: /\\/y, read: (_, at) => at + 2 }],
  ':': [{ open: /:([\w.:+-]{1,40}):`/y, read: readRoleBefore }],
  '`': [
    { open: /``/y, close: /``/g, kind: 'code' },
    { open: /`(?![\s`])/y, read: readInterpreted },
  ],
  '[': [{ open: /\[(?:\d{1,4}|[#*][^\]\s]{0,60}|[A-Za-z][^\]\s]{0,60})\]_/y, kind: 'key' }],
  '|': [{ open: /(?<=^|[\s(["'/-])\|[^\s|](?:[^|\n]{0,60}[^\s|])?\|(?:__?)?(?![\p{L}\d])/uy, kind: 'key' }],
  '*': [
    { open: /(?<![\p{L}\d])\*\*(?!\s)/uy, close: /(?<![\s\\])\*\*/g, kind: 'strong', isText: true },
    { open: /(?<![\p{L}\d])\*(?![\s*])/uy, close: /(?<![\s\\])\*/g, kind: 'emphasis', isText: true },
    { open: /\*\*?/y, read: (_, at, [mark]) => at + mark.length },
  ],
};

/** The inlines of a block of reStructuredText. */
export const readRstInlines = inlinesBy(MARKS, InlineList);

/** :role:`text` */
function readRoleBefore(list: InlineList, at: number, [mark, name]: RegExpExecArray): number | undefined {
  const from = at + mark.length;
  const close = list.closing(END_OF_TEXT, from + 1);
  return close && readRole(list, name!, at, from, close.start);
}

/** `interpreted`, `link <url>`_ or `text`:role: */
function readInterpreted(list: InlineList, at: number): number {
  const close = list.closing(END_OF_TEXT, at + 2)?.start;
  if (close === undefined) return at + 1;
  const role = list.match(/`:([\w.:+-]{1,40}):/y, close);
  if (role) {
    readRole(list, role[1]!, at, at + 1, close);
    return list.add('markup', close, close + role[0].length);
  }
  const isLink = list.text[close + 1] === '_';
  return readTarget(list, at, at + 1, close, isLink ? 'link' : 'emphasis') + (isLink ? 1 : 0);
}

/** Only a text with a target, `text <target>`, is read in a role that is not one for prose. */
function readRole(list: InlineList, name: string, at: number, from: number, close: number): number {
  const kind = Object.hasOwn(PROSE_ROLES, name) ? PROSE_ROLES[name] : undefined;
  if (kind === undefined && list.text[close - 1] !== '>')
    return list.add(name === 'math' ? 'math' : 'key', at, close + 1);
  return readTarget(list, at, from, close, kind ?? 'link');
}

/** Reads the text, and the target in angle brackets at its end, which is not text. */
function readTarget({ text, add }: InlineList, at: number, from: number, close: number, kind: Inline['kind']): number {
  const target = /\s*<[^<>]*>$/.exec(text.slice(from, close));
  add('markup', at, from);
  if (target) {
    add(kind, from, from + target.index);
    return add('url', from + target.index, close + 1);
  }
  add(kind, from, close);
  return add('markup', close, close + 1);
}

import type { Block, Inline } from './prose';
import { InlineList, readInlines, type Add, type ReadMark } from './inlineList';

/** Roles whose text is read as written; the text of any other role is a key. */
const PROSE_ROLES: Readonly<Record<string, Inline['kind']>> = {
  emphasis: 'emphasis',
  title: 'emphasis',
  t: 'emphasis',
  'title-reference': 'emphasis',
  strong: 'strong',
  abbr: 'link',
  term: 'link',
  dfn: 'emphasis',
  sub: 'link',
  sup: 'link',
  subscript: 'link',
  superscript: 'link',
  guilabel: 'link',
  q: 'quote',
  ref: 'link',
  doc: 'link',
  any: 'link',
  numref: 'link',
  download: 'link',
};
/** Roles whose only text is their target, unless they have a separate text, `text <target>`. */
const TARGET_ROLES: ReadonlySet<string> = new Set(['ref', 'doc', 'any', 'numref', 'download']);

const ROLE_BEFORE = /:([\w.:+-]{1,40}):`/y;
const BRACKETED = /\[(?:\d{1,4}|[#*][^\]\s]{0,60}|[A-Za-z][^\]\s]{0,60})\]_/y;
const SUBSTITUTION = /\|[^\s|](?:[^|\n]{0,60}[^\s|])?\|(?:__?)?(?![\p{L}\d])/uy;

/** The inlines of a block of reStructuredText. */
export function readRstInlines(text: string, block: Block): readonly Inline[] {
  return readInlines(new InlineList(text, block), READERS);
}

const READERS: Readonly<Record<string, ReadMark>> = {
  '\\': (_, at) => at + 2,
  ':': readColon,
  '`': readBackquote,
  '[': (list, at) => list.addMatch('key', at, matchAt(BRACKETED, list, at)),
  '|': (list, at) =>
    list.addMatch('key', at, /[\s(["'/-]/.test(list.text[at - 1] ?? ' ') ? matchAt(SUBSTITUTION, list, at) : undefined),
  '*': readStars,
};

/** A role before its text, or an address. */
function readColon(list: InlineList, at: number): number {
  const role = matchAt(ROLE_BEFORE, list, at);
  const from = at + (role?.[0].length ?? 0);
  const close = role ? closing('`', list, from) : -1;
  return role && close > 0 ? readRole(list.text, role[1]!, at, from, close, list.add) : list.pastAddress(at);
}

function readStars(list: InlineList, at: number): number {
  const { text, add } = list;
  const mark = text[at + 1] === '*' ? '**' : '*';
  const from = at + mark.length;
  if (/\s/.test(text[from] ?? ' ') || /[\p{L}\d]/u.test(text[at - 1] ?? ' ')) return from;
  const close = closing(mark, list, from);
  if (close > 0) add(mark === '*' ? 'emphasis' : 'strong', from, close);
  return from;
}

/** ``literal``, `interpreted`, `link <url>`_ or `text`:role: */
function readBackquote(list: InlineList, at: number): number {
  const { text, add, ahead } = list;
  if (text[at + 1] === '`') {
    const close = ahead.find('``', at + 2);
    return close < 0 ? at + 2 : add('code', at, close + 2);
  }
  if (/[\s]/.test(text[at + 1] ?? ' ')) return at + 1;
  const close = closing('`', list, at + 1);
  if (close < 0) return at + 1;
  const role = /^`:([\w.:+-]{1,40}):/.exec(list.around(close, 50));
  if (role) {
    readRole(text, role[1]!, at, at + 1, close, add);
    return add('markup', close, close + role[0].length);
  }
  const isLink = text[close + 1] === '_';
  return readTarget(text, at, at + 1, close, isLink ? 'link' : 'emphasis', add) + (isLink ? 1 : 0);
}

function readRole(text: string, name: string, at: number, from: number, close: number, add: Add): number {
  const kind = Object.hasOwn(PROSE_ROLES, name) ? PROSE_ROLES[name] : undefined;
  if (kind === undefined && !text.slice(from, close).endsWith('>'))
    return add(name === 'math' ? 'math' : 'key', at, close + 1);
  if (TARGET_ROLES.has(name) && !text.slice(from, close).endsWith('>')) return add('key', at, close + 1);
  return readTarget(text, at, from, close, kind ?? 'link', add);
}

/** Reads the text, and the target in angle brackets at its end, which is not text. */
function readTarget(text: string, at: number, from: number, close: number, kind: Inline['kind'], add: Add): number {
  const target = /\s*<[^<>]*>$/.exec(text.slice(from, close));
  add('markup', at, from);
  if (target) {
    add(kind, from, from + target.index);
    return add('url', from + target.index, close + 1);
  }
  add(kind, from, close);
  return add('markup', close, close + 1);
}

/** The offset of the next mark that can close what begins at `from`, or -1. */
function closing(mark: string, { text, ahead }: InlineList, from: number): number {
  return ahead.find(mark, from + 1, (index) => !/[\s\\]/.test(text[index - 1]!));
}

function matchAt(pattern: RegExp, { text, end }: InlineList, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && pattern.lastIndex <= end ? match : undefined;
}

import type { Block, Inline } from './prose';
import { InlineList, type Add } from './inlineList';
import { Ahead } from './lines';

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
  const { start, end } = block;
  const list = new InlineList(text, block);
  const { add } = list;
  const ahead = new Ahead(text, end);
  const closing = (mark: string, from: number): number =>
    ahead.find(mark, from + 1, (index) => !/[\s\\]/.test(text[index - 1]!));
  for (let i = start; i < end;) {
    switch (text[i]) {
      case '\\':
        i += 2;
        break;
      case ':': {
        const role = matchAt(ROLE_BEFORE, text, i, end);
        const close = role ? closing('`', i + role[0].length) : -1;
        if (role && close > 0) {
          i = readRole(text, role[1]!, i, i + role[0].length, close, add);
          break;
        }
        i = list.pastAddress(i);
        break;
      }
      case '`':
        i = readBackquote(text, i, end, add, ahead, closing);
        break;
      case '[': {
        const reference = matchAt(BRACKETED, text, i, end);
        i = reference ? add('key', i, i + reference[0].length) : i + 1;
        break;
      }
      case '|': {
        const substitution = /[\s(["'/-]/.test(text[i - 1] ?? ' ') ? matchAt(SUBSTITUTION, text, i, end) : undefined;
        i = substitution ? add('key', i, i + substitution[0].length) : i + 1;
        break;
      }
      case '*': {
        const mark = text[i + 1] === '*' ? '**' : '*';
        const from = i + mark.length;
        const close = /\s/.test(text[from] ?? ' ') || /[\p{L}\d]/u.test(text[i - 1] ?? ' ') ? -1 : closing(mark, from);
        if (close > 0) add(mark === '*' ? 'emphasis' : 'strong', from, close);
        i = from;
        break;
      }
      default:
        i = list.pastAddress(i);
    }
  }
  return list.finish();
}

/** ``literal``, `interpreted`, `link <url>`_ or `text`:role: */
function readBackquote(
  text: string,
  at: number,
  end: number,
  add: Add,
  ahead: Ahead,
  closing: (mark: string, from: number) => number,
): number {
  if (text[at + 1] === '`') {
    const close = ahead.find('``', at + 2);
    return close < 0 ? at + 2 : add('code', at, close + 2);
  }
  if (/[\s]/.test(text[at + 1] ?? ' ')) return at + 1;
  const close = closing('`', at + 1);
  if (close < 0) return at + 1;
  const role = /^`:([\w.:+-]{1,40}):/.exec(text.slice(close, Math.min(end, close + 50)));
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

function matchAt(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && pattern.lastIndex <= end ? match : undefined;
}

/**
 * The offsets at which a backslash is needed so that no character is read as inline markup. After `&`, it is `amp;`
 * that is needed: not every reader honours a backslash before an entity. Marks that only work in pairs are escaped if
 * there is a pair, and always in a cell.
 */
export function escapesOfInlines(text: string, isCell: boolean): readonly number[] {
  const escapes: number[] = [];
  const pairs = new Pairs(isCell);
  let hasBracket = isCell;
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(text); match; match = MARKS.exec(text)) {
    const at = match.index;
    switch (match[0][0]) {
      case '`':
      case '*':
      case '_':
      case '~':
      case '$':
        pairs.add(text, at, match[0].length);
        break;
      case ':':
      case 'w':
      case 'W':
        MARKS.lastIndex = endOfAddress(text, at);
        break;
      default:
        if (needsEscape(text, at, isCell, hasBracket))
          escapes.push(ENTITY_OR_COMMENT.test(text.slice(at, at + 4)) ? at + 1 : at);
        hasBracket ||= text[at] === '[';
    }
  }
  return escapes.concat(pairs.escapes());
}

/** Whether a mark that works alone would be read as one; `hasBracket` if a bracket may be open before it. */
function needsEscape(text: string, at: number, isCell: boolean, hasBracket: boolean): boolean {
  const next = text[at + 1] ?? ' ';
  const ahead = text.slice(at, at + LOOK_AHEAD);
  switch (text[at]) {
    case '\\':
      return PUNCTUATION.test(next) || LINE_END.test(ahead.slice(1));
    case '|':
      return isCell;
    case '[':
      return next === '^';
    case ']':
      return hasBracket && (next === '(' || next === '[' || next === NOTE);
    case '{':
      return (isCell ? FIRST_ATTRIBUTE : ATTRIBUTES).test(ahead);
    case '<':
      return TAG.test(ahead);
    default:
      return ENTITY.test(ahead);
  }
}

/** Where the escape follows the first character: `\<!--` would still contain the beginning of a comment. */
const ENTITY_OR_COMMENT = /^(?:&|<!--)/;
/** Represents each character of a reference to a note, which is markup itself. */
export const NOTE = '\ue000';

/** The marks of inlines, and the beginnings of addresses, in which there are none. */
const MARKS = /`+|\*+|_+|~+|\$|[\\|[\]{<&]|:\/\/|www\./gi;
/** ASCII punctuation, and a reference to a note. */
const PUNCTUATION = /[!-/:-@[-`{-~\ue000]/;
const LINE_END = /^[ \t]*(?:\n|$)/;
const ATTRIBUTES = /^\{(?:[.#=:%]|[\w-]+=)[^{}\n]*\}/;
/** In a cell, the closing brace may be in another one. */
const FIRST_ATTRIBUTE = /^\{(?:[.#=:%]|[\w-]+=)/;
const TAG = /^<(?:[A-Za-z/!?]|[^\s<>@]+@)/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
/** In code units. */
const LOOK_AHEAD = 300;

function endOfAddress(text: string, at: number): number {
  let end = at + 3;
  while (end < text.length && !/[\s<>"'`«»“”|\\^{}]/.test(text[end]!)) end++;
  return end;
}

/** The runs of each mark that may open an inline, and whether a later run may close it. */
class Pairs {
  private readonly closed: number[] = [];
  private readonly open = new Map<string, number[]>();

  constructor(private readonly isCell: boolean) {}

  add(text: string, at: number, length: number): void {
    const mark = text[at]!;
    if (mark === '~' && length < 2) return;
    const isAlways = mark === '`' || mark === '~';
    const open = this.open.get(mark);
    if (open && (isAlways || /\S/.test(text[at - 1] ?? ' '))) {
      for (const offset of open) this.closed.push(offset);
      open.length = 0;
    }
    const next = text[at + length] ?? ' ';
    if (!isAlways && (mark === '$' ? /[\s\d]/ : /\s/).test(next)) return;
    const offsets = open ?? [];
    for (let i = at; i < at + length; i++) offsets.push(i);
    this.open.set(mark, offsets);
  }

  /** The offsets of the marks that open an inline, and in a cell of those that may be closed in another one. */
  escapes(): readonly number[] {
    return this.isCell ? this.closed.concat(...this.open.values()) : this.closed;
  }
}

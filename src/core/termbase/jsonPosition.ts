/** The range of a problem in the text of its file, in UTF-16 code units, half-open. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The range of a position such as `concepts/iom/names/icem/terms/2` in the text of a termbase file. Follows it as far
 * as possible; returns the first character of the text if no step can be followed. Reads invalid JSON up to its first
 * fault.
 */
export function rangeOfPosition(text: string, position: string): TextRange {
  const reader = new PositionReader(text);
  const steps = position === '' ? [] : position.split('/');
  let found: TextRange = { start: 0, end: Math.min(1, text.length) };
  let at = reader.skipBlank(0);
  for (const step of steps) {
    const next = text[at] === '{' ? reader.member(at, step) : text[at] === '[' ? reader.item(at, step) : undefined;
    if (next === undefined) break;
    found = next.shown;
    at = next.value;
  }
  return found;
}

const PLAIN = /[^"\\]*/y;

interface Step {
  readonly shown: TextRange;
  /** Offset of the value. */
  readonly value: number;
}

/** Reads only as much JSON as is needed to follow a position; all offsets refer to the text. */
class PositionReader {
  constructor(private readonly text: string) {}

  skipBlank(from: number): number {
    let at = from;
    while (at < this.text.length && ' \t\r\n\ufeff'.includes(this.text[at]!)) at++;
    return at;
  }

  /** The member of the object at `at` with this key; its key is the range shown. */
  member(at: number, key: string): Step | undefined {
    for (const { keyStart, keyEnd, value } of this.members(at)) {
      if (this.text.slice(keyStart + 1, keyEnd - 1) === key) return { shown: { start: keyStart, end: keyEnd }, value };
    }
    return undefined;
  }

  /**
   * The object in the list at `at` with this id, otherwise the item with this index. An object is shown by its id or
   * text.
   */
  item(at: number, step: string): Step | undefined {
    const id = JSON.stringify(step);
    let index = 0;
    let byPosition: number | undefined;
    for (const value of this.items(at)) {
      if (this.text[value] === '{' && this.text.slice(...this.valueRange(this.member(value, 'id')?.value)) === id)
        return this.shownItem(value);
      if (index++ === Number(step)) byPosition = value;
    }
    return byPosition === undefined ? undefined : this.shownItem(byPosition);
  }

  private shownItem(value: number): Step {
    const label = this.text[value] === '{' ? (this.member(value, 'id') ?? this.member(value, 'text'))?.value : value;
    const [start, end] = this.valueRange(label ?? value);
    return { shown: { start, end: Math.min(end, start + 200) }, value };
  }

  private valueRange(value: number | undefined): [number, number] {
    return value === undefined ? [0, 0] : [value, this.endOfValue(value)];
  }

  private *members(at: number): Generator<{ keyStart: number; keyEnd: number; value: number }> {
    let next = this.skipBlank(at + 1);
    while (this.text[next] === '"') {
      const keyEnd = this.endOfValue(next);
      const colon = this.skipBlank(keyEnd);
      if (this.text[colon] !== ':') return;
      const value = this.skipBlank(colon + 1);
      yield { keyStart: next, keyEnd, value };
      const comma = this.skipBlank(this.endOfValue(value));
      if (this.text[comma] !== ',') return;
      next = this.skipBlank(comma + 1);
    }
  }

  private *items(at: number): Generator<number> {
    let next = this.skipBlank(at + 1);
    while (next < this.text.length && this.text[next] !== ']') {
      yield next;
      const comma = this.skipBlank(this.endOfValue(next));
      if (this.text[comma] !== ',') return;
      next = this.skipBlank(comma + 1);
    }
  }

  /** The offset after the value at `at`, found by its brackets and strings alone. */
  private endOfValue(at: number): number {
    let depth = 0;
    let next = at;
    while (next < this.text.length) {
      const character = this.text[next]!;
      if (character === '"') {
        next = this.endOfString(next);
        if (depth === 0) return next;
        continue;
      }
      if (character === '{' || character === '[') depth++;
      else if (character === '}' || character === ']') {
        if (depth === 0) return next;
        if (--depth === 0) return next + 1;
      } else if (depth === 0 && (character === ',' || ' \t\r\n'.includes(character))) return next;
      next++;
    }
    return next;
  }

  private endOfString(at: number): number {
    let next = at + 1;
    for (;;) {
      // A sticky pattern with `lastIndex` past the end would start again at 0.
      if (next >= this.text.length) return this.text.length;
      PLAIN.lastIndex = next;
      PLAIN.test(this.text);
      next = PLAIN.lastIndex;
      if (this.text[next] !== '\\') return Math.min(next + 1, this.text.length);
      next += 2;
    }
  }
}

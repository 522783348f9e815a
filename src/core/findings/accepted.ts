import type { Span } from '../document';
import { foldKey, foldedWords } from '../fold';
import type { Accepted } from '../options';
import type { RuleId } from '../rules';

/** A finding, as far as it is compared with those that were accepted. */
type Compared = Span & { readonly rule: RuleId; readonly text: string; readonly name: string };

const INDEXES = new WeakMap<readonly Accepted[], ReadonlyMap<string, Places>>();

/**
 * Whether a finding was accepted: an accepted finding has the same rule and text, cites the same name or fact, and has
 * most of the words on each side, in their order. Compares words rather than offsets, so that an edit elsewhere, or of
 * one word next to the finding, changes nothing.
 */
export function isAccepted(finding: Compared, text: string, accepted: readonly Accepted[]): boolean {
  if (accepted.length === 0) return false;
  let index = INDEXES.get(accepted);
  if (!index) INDEXES.set(accepted, (index = indexOf(accepted)));
  return [finding.name, undefined].some((name) =>
    index.get(keyOf({ ...finding, name }))?.hasAny(() => sidesOf(text, finding)),
  );
}

function keyOf({ rule, text, name = '' }: Pick<Accepted, 'rule' | 'text' | 'name'>): string {
  return `${rule} ${name} ${foldKey(text)}`;
}

function indexOf(accepted: readonly Accepted[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Accepted[]>();
  for (const each of accepted) {
    const key = keyOf(each);
    const list = places.get(key);
    if (list) list.push(each);
    else places.set(key, [each]);
  }
  return new Map([...places].map(([key, list]) => [key, new Places(list)]));
}

/** Whether two entries record the same. */
export function isSameEntry(a: Partial<Accepted>, b: Accepted): boolean {
  return a.rule === b.rule && a.text === b.text && a.name === b.name && a.around === b.around;
}

/**
 * What an entry that names no fact or name stands for, judging by findings of the texts that it applies to; `undefined`
 * if it hides none, or findings about several things.
 */
export function meantBy(
  entry: Accepted,
  texts: readonly { readonly text: string; readonly findings: readonly Compared[] }[],
): string | undefined {
  const only = [entry];
  const names = texts.flatMap(({ text, findings }) =>
    findings.filter((finding) => isAccepted(finding, text, only)).map(({ name }) => name),
  );
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** The places at which one text was accepted, found by their rarest words: many have most of their words in common. */
class Places {
  private readonly isEverywhere: boolean;
  private readonly hasNoWords: boolean;
  private readonly byWord = new Map<string, Noted[]>();

  constructor(accepted: readonly Accepted[]) {
    this.isEverywhere = accepted.some(({ around }) => around === undefined);
    const noted = new Map<string, Noted>();
    const counts = new Map<string, number>();
    for (const { around, text } of accepted) {
      const key = foldedWords(around ?? '').join(' ');
      if (noted.has(key)) continue;
      const place = notedIn(around ?? '', text);
      // Of so many words, no place has enough.
      if (place.words.length * ENOUGH > 2 * WORDS) continue;
      noted.set(key, place);
      for (const word of new Set(place.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    this.hasNoWords = [...noted.values()].some(({ words }) => words.length === 0);
    for (const place of noted.values()) {
      const { words } = place;
      // Of so many words, one at least occurs wherever enough of all occur.
      const rarest = [...new Set(words)].sort((a, b) => counts.get(a)! - counts.get(b)!);
      for (const word of rarest.slice(0, words.length - Math.ceil(words.length * ENOUGH) + 1)) {
        const list = this.byWord.get(word);
        if (list) list.push(place);
        else this.byWord.set(word, [place]);
      }
    }
  }

  hasAny(sidesThere: () => Sides): boolean {
    if (this.isEverywhere) return true;
    const there = sidesThere();
    const words = new Set([...there.before, ...there.after]);
    // A name without context, as in a heading, matches only another one without context.
    if (words.size === 0) return this.hasNoWords;
    for (const word of words) if (this.byWord.get(word)?.some((noted) => isAlike(noted, there)) === true) return true;
    return false;
  }
}

/** The words on both sides of a finding. */
interface Sides {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What was recorded of a place. */
interface Noted {
  /** Without those of the finding. */
  readonly words: readonly string[];
  /** One for each occurrence of the finding among the words; none if it is not among them. */
  readonly sides: readonly Sides[];
}

function notedIn(around: string, ownText: string): Noted {
  const all = foldedWords(around);
  const own = foldedWords(ownText);
  const sides = all.flatMap((_, i) =>
    own.every((word, k) => all[i + k] === word) ? [{ before: all.slice(0, i), after: all.slice(i + own.length) }] : [],
  );
  return { words: sides.length === 0 ? all : [...sides[0]!.before, ...sides[0]!.after], sides };
}

function isAlike({ words, sides }: Noted, { before, after }: Sides): boolean {
  const most = Math.max(
    ...(sides.length === 0 ? [inOrder(words, [...before, ...after])] : []),
    ...sides.map((noted) => inOrder(noted.before, before) + inOrder(noted.after, after)),
  );
  return words.length >= Math.min(FEWEST, before.length + after.length) && most >= words.length * ENOUGH;
}

/** The largest number of words that both lists contain in the same order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row: readonly number[] = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, i) => next.push(word === other ? row[i]! + 1 : Math.max(row[i + 1]!, next[i]!)));
    row = next;
  }
  return row[b.length]!;
}

/** The finding with some words on each side, on one line; these words identify its place. */
export function aroundOf(text: string, span: Span): string {
  const { before, after } = wordsBeside(text, span);
  return [...before, text.slice(span.start, span.end), ...after].join(' ').replace(/\s+/g, ' ').trim();
}

function sidesOf(text: string, span: Span): Sides {
  const { before, after } = wordsBeside(text, span);
  return { before: foldedWords(before.join(' ')), after: foldedWords(after.join(' ')) };
}

/** As written, in the paragraph of the finding. */
function wordsBeside(text: string, { start, end }: Span): Sides {
  const before = text
    .slice(Math.max(0, start - REACH), start)
    .split(PARAGRAPH)
    .at(-1)!;
  const after = text.slice(end, end + REACH).split(PARAGRAPH)[0]!;
  return { before: (before.match(/\S+/g) ?? []).slice(-WORDS), after: (after.match(/\S+/g) ?? []).slice(0, WORDS) };
}

/** Number of words on each side. */
const WORDS = 6;
/** Number of code units read on each side: six long words. */
const REACH = 160;
const PARAGRAPH = /\r?\n[ \t]*\r?\n/;
/** Share of the recorded words that must occur. */
const ENOUGH = 0.7;
/** Fewer words do not identify a place, unless the place has no more. */
const FEWEST = 4;

import type { Span } from '../document';
import type { Prose } from '../prose/prose';
import { isRuleId } from '../rules';

/** The rules that a directive names; all rules where it names none. */
type Rules = ReadonlySet<string> | 'all';

/**
 * An ignore comment: `migration-terms-disable`, `-enable`, `-disable-line` or `-disable-next-line`, each with optional
 * rule ids and `: reason`. `lines` represents the last two, with the line to which they apply, or each place in it with
 * words that the comment quotes; `next-part` represents a `-disable-next-line` with no line after it in the part.
 */
export type Directive =
  | { readonly kind: 'disable' | 'enable'; readonly at: number; readonly rules: Rules }
  | { readonly kind: 'lines'; readonly start: number; readonly end: number; readonly rules: Rules }
  | { readonly kind: 'next-part'; readonly at: number; readonly rules: Rules; readonly words: readonly string[] };

/** The rules that the ignore comments of a document switch off, and the positions at which they do. */
export interface Ignored {
  isIgnored(start: number, rule: string): boolean;
}

/** The directives in comments of the format, in order. */
export function readDirectives({ text, format }: Prose): readonly Directive[] {
  // A hyphen is rare, so the search for it is many times as fast as one for a word of frequent letters.
  if (!text.includes('-terms-')) return [];
  const isComment = format.commentsIn(text);
  return [...text.matchAll(DIRECTIVE)]
    .filter((match) => isComment(match.index))
    .flatMap(({ index: at, 1: what, 2: rest }): readonly Directive[] => {
      const rules = rulesIn(rest!);
      if (what === 'disable' || what === 'enable') return [{ kind: what, at, rules }];
      const words = wordsIn(rest!);
      const line = what === 'disable-line' ? lineAt(text, at) : lineAfter(text, at);
      return line ? placesIn(text, line, words, rules) : [{ kind: 'next-part', at, rules, words }];
    });
}

/** A line as a directive, or each place in it at which it has one of the words, if there are any. */
export function placesIn(text: string, line: Span, words: readonly string[], rules: Rules): readonly Directive[] {
  if (words.length === 0) return [{ kind: 'lines', ...line, rules }];
  return words.flatMap((each) => {
    const places: Directive[] = [];
    for (let at = text.indexOf(each, line.start); at >= 0 && at < line.end; at = text.indexOf(each, at + 1))
      places.push({ kind: 'lines', start: at, end: at + each.length, rules });
    return places;
  });
}

const DIRECTIVE = /migration-terms-(disable-next-line|disable-line|disable|enable)\b([^\n\r]*)/g;

/**
 * The ranges and rules that directives switch off. All offsets refer to one text. A remaining `next-part` directive
 * has no line to apply to.
 */
export function ignoredBy(directives: readonly Directive[]): Ignored {
  const byRule = new Map<string, Range[]>();
  const open = new Map<string, number>();
  const add = (rule: string, start: number, end: number): void => {
    const known = byRule.get(rule);
    if (known) known.push({ start, end, reach: end });
    else byRule.set(rule, [{ start, end, reach: end }]);
  };
  const closeAll = (key: string, end: number): void => {
    for (const [rule, start] of open) {
      if (key !== '*' && rule !== key) continue;
      add(rule, start, end);
      open.delete(rule);
    }
  };
  for (const directive of directives) {
    const keys = directive.rules === 'all' ? ['*'] : [...directive.rules];
    if (directive.kind === 'disable')
      for (const key of keys) {
        if (!open.has(key)) open.set(key, directive.at);
      }
    else if (directive.kind === 'enable') for (const key of keys) closeAll(key, directive.at);
    else if (directive.kind === 'lines') for (const key of keys) add(key, directive.start, directive.end);
  }
  closeAll('*', Infinity);
  for (const ranges of byRule.values()) {
    ranges.sort((a, b) => a.start - b.start);
    let reach = 0;
    for (const range of ranges) range.reach = reach = Math.max(reach, range.end);
  }
  return { isIgnored: (start, rule) => isWithin(byRule.get('*'), start) || isWithin(byRule.get(rule), start) };
}

interface Range {
  readonly start: number;
  readonly end: number;
  /** The farthest end of this range and those before it. */
  reach: number;
}

/**
 * Whether some range contains the offset. Among the ranges that begin before it, the one that reaches farthest decides.
 */
function isWithin(ranges: readonly Range[] | undefined, offset: number): boolean {
  let low = 0;
  let high = ranges?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges![middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && ranges![low - 1]!.reach > offset;
}

/** The words in quotation marks before the colon: `fact-mismatch "24 objectives": as printed`. */
function wordsIn(rest: string): readonly string[] {
  return [...rest.split(':')[0]!.matchAll(/["“«]\s*([^"”»]+?)\s*["”»]/g)].map(([, words]) => words!);
}

/** The rule ids before the colon or the end of the comment. Anything else there is not a rule and is skipped. */
function rulesIn(rest: string): Rules {
  const words = rest
    .split(/:|-->|\*\//)[0]!
    .split(/[\s,]+/)
    .filter(isRuleId);
  return words.length > 0 ? new Set(words) : 'all';
}

function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset) + 1, end: end < 0 ? text.length : end + 1 };
}

/** The first line after that of the comment that is not blank. */
function lineAfter(text: string, offset: number): Span | undefined {
  let { end } = lineAt(text, offset);
  while (end < text.length && text.slice(end, lineAt(text, end).end).trim() === '') ({ end } = lineAt(text, end));
  return end < text.length ? lineAt(text, end) : undefined;
}

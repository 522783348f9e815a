/**
 * Returns a test for whether a path, with `/` as the separator, matches a pattern or lies in a folder that matches
 * one. The syntax is that of editors: `*` and `?` within a name, `**` for any number of folders, `{a,b}` for
 * alternatives. A list with a {@link globFault} matches nothing.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (globFault(patterns) !== undefined) return () => false;
  const parsed = patterns.flatMap((pattern) => alternatives(pattern)!.map(namesIn));
  return (path) => {
    const names = namesIn(path);
    return parsed.some((pattern) => matches(pattern, names));
  };
}

/**
 * Tracks all positions of the pattern that the path can have reached, name by name, so that the time is bounded for
 * every path.
 */
function matches(pattern: readonly string[], names: readonly string[]): boolean {
  let places = withSkipped(pattern, new Set([0]));
  for (const name of names) {
    // The whole pattern matches a parent folder.
    if (places.has(pattern.length)) return true;
    const next = new Set<number>();
    for (const place of places) {
      if (pattern[place] === '**') next.add(place);
      else if (matchesName(pattern[place]!, name)) next.add(place + 1);
    }
    places = withSkipped(pattern, next);
  }
  return places.has(pattern.length);
}

/** `**` also matches no folder at all. */
function withSkipped(pattern: readonly string[], places: Set<number>): ReadonlySet<number> {
  for (const place of places) if (pattern[place] === '**') places.add(place + 1);
  return places;
}

/** Matches as little as possible for each `*`, and backtracks to the last one only. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let i = 0; i < name.length;) {
    if (pattern[at] === '*') {
      star = at++;
      taken = i;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[i])) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++taken;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** The alternatives of a pattern, written out; each is far more than a person writes. */
export const MOST_ALTERNATIVES = 64;
/** In code units. */
export const LONGEST_PATTERN = 1000;
/** In code units: all alternatives of all patterns of a list. */
const MOST_WRITTEN_OUT = 100_000;

/** Why a list of patterns is not used; `undefined` for one that is. */
export type GlobFault =
  { readonly kind: 'long' | 'alternatives'; readonly pattern: string } | { readonly kind: 'together' };

/** The first fault of a list of patterns, found in linear time. */
export function globFault(patterns: readonly string[]): GlobFault | undefined {
  let written = 0;
  for (const pattern of patterns) {
    if (pattern.length > LONGEST_PATTERN) return { kind: 'long', pattern };
    const expanded = alternatives(pattern);
    if (expanded === undefined) return { kind: 'alternatives', pattern };
    written += expanded.reduce((sum, { length }) => sum + length, 0);
    if (written > MOST_WRITTEN_OUT) return { kind: 'together' };
  }
  return undefined;
}

/** The pattern with each choice written out; `undefined` for more than {@link MOST_ALTERNATIVES}. */
function alternatives(pattern: string): readonly string[] | undefined {
  // What is open: the alternatives that are complete, and the text of the last one so far, in all its forms.
  const open: { readonly done: string[]; last: readonly string[] }[] = [{ done: [], last: [''] }];
  const closes = closedBraces(pattern);
  for (let i = 0; i < pattern.length; i++) {
    const group = open[open.length - 1]!;
    const character = pattern[i]!;
    if (character === '{' && closes.has(i)) open.push({ done: [], last: [''] });
    else if (character === ',' && open.length > 1) {
      group.done.push(...group.last);
      group.last = [''];
    } else if (character === '}' && closes.has(i)) {
      open.pop();
      const choices = [...group.done, ...group.last];
      const outer = open[open.length - 1]!;
      if (outer.last.length * choices.length > MOST_ALTERNATIVES) return undefined;
      outer.last = outer.last.flatMap((before) => choices.map((choice) => before + choice));
    } else group.last = group.last.map((before) => before + character);
    if (group.done.length > MOST_ALTERNATIVES) return undefined;
  }
  return open[0]!.last;
}

/** The offsets of the braces that have a counterpart. */
function closedBraces(pattern: string): ReadonlySet<number> {
  const closed = new Set<number>();
  const open: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '{') open.push(i);
    else if (pattern[i] === '}' && open.length > 0) closed.add(open.pop()!).add(i);
  }
  return closed;
}

function namesIn(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

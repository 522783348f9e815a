/**
 * Returns a test for whether a path, with `/` as the separator, matches a pattern or lies in a folder that matches
 * one. The syntax is that of editors: `*` and `?` within a name, `**` for any number of folders, `{a,b}` for
 * alternatives. A list with a {@link globFault} matches nothing.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (globFault(patterns) !== undefined) return () => false;
  const names = patterns.flatMap((pattern) => alternatives(pattern)!.flatMap((each) => [...namesIn(each), END]));
  const known = [...new Set(names)];
  const numbers = new Map(known.map((name, number) => [name, number]));
  // Two `**` in a row match what one does.
  const places = Int32Array.from(
    names.filter((name, i) => name !== '**' || names[i - 1] !== '**'),
    (name) => numbers.get(name)!,
  );
  return (path) => matches(places, known, namesIn(path));
}

/** Follows the last name of a pattern. No name of a path contains a slash. */
const END = '/';

/**
 * Tracks all places in the patterns that the path can have reached, name by name, so that the time is bounded for every
 * path. A place is the number of a name among the known ones.
 */
function matches(places: Int32Array, known: readonly string[], path: readonly string[]): boolean {
  const end = known.indexOf(END);
  const any = known.indexOf('**');
  let reached = new Uint8Array(places.length);
  let next = new Uint8Array(places.length);
  for (let place = 0; place < places.length; place++)
    if (place === 0 || places[place - 1] === end) reach(place, reached);
  // A whole pattern that is matched before the end of the path matches a parent folder.
  for (const name of path) {
    const answers = new Map<number, boolean>();
    next.fill(0);
    for (let place = 0; place < places.length; place++) {
      if (reached[place] === 0) continue;
      const number = places[place]!;
      if (number === end) return true;
      if (number === any) reach(place, next);
      else if (isMatch(number, name, answers)) reach(place + 1, next);
    }
    [reached, next] = [next, reached];
  }
  return places.some((number, place) => number === end && reached[place] === 1);

  /** `**` also matches no folder at all. */
  function reach(place: number, into: Uint8Array): void {
    into[place] = 1;
    if (places[place] === any) into[place + 1] = 1;
  }

  function isMatch(number: number, name: string, answers: Map<number, boolean>): boolean {
    let is = answers.get(number);
    if (is === undefined) answers.set(number, (is = matchesName(known[number]!, name)));
    return is;
  }
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

/**
 * Returns a test for whether a path, with `/` as the separator, matches a pattern or lies in a folder that matches
 * one. The syntax is that of editors: `*` and `?` within a name, `**` for any number of folders, `{a,b}` for
 * alternatives.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.flatMap((pattern) => alternatives(pattern).map(namesIn));
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

/** More than a person writes; a pattern with more alternatives is taken literally. */
const MOST_ALTERNATIVES = 64;

function alternatives(pattern: string): readonly string[] {
  let expanded: readonly string[] = [pattern];
  for (;;) {
    const next = expanded.flatMap(firstBraceExpanded);
    if (next.length > MOST_ALTERNATIVES) return [pattern];
    if (next.length === expanded.length && next.every((each, i) => each === expanded[i])) return expanded;
    expanded = next;
  }
}

/** Expands the innermost braces first, so that nested ones need no counting. */
function firstBraceExpanded(pattern: string): readonly string[] {
  const close = pattern.indexOf('}');
  const open = close < 0 ? -1 : pattern.lastIndexOf('{', close);
  if (open < 0) return [pattern];
  return pattern
    .slice(open + 1, close)
    .split(',')
    .map((each) => pattern.slice(0, open) + each + pattern.slice(close + 1));
}

function namesIn(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

import type { Term } from './concept';

interface Expanded {
  readonly text: string;
  readonly instead: readonly string[];
}

/**
 * Expands a term into its written forms: `illegal migrant{|s}` has two. The groups of `instead` expand in step, so
 * that a plural is replaced by a plural. Returns a sentence that explains the repair where the braces are invalid.
 */
export function expandBraces(term: Pick<Term, 'text' | 'instead'>): readonly Expanded[] | string {
  const instead = term.instead ?? [];
  if (term.text.length > LONGEST)
    return `The text has ${term.text.length} characters. Write the name alone, at most ${LONGEST}.`;
  const parts = readGroups(term.text);
  if (parts === undefined)
    return `The braces of "${term.text}" are not closed or stand inside one another. Write groups like {one|two}.`;
  const groups = parts.filter((part) => typeof part !== 'string');
  const single = groups.find((options) => options.length < 2);
  if (single)
    return `The group {${single.join('|')}} of "${term.text}" has nothing to choose from. Write it without braces or as {one|two}.`;
  const count = groups.reduce((product, options) => product * options.length, 1);
  if (count > MOST_FORMS)
    return `"${term.text}" denotes ${count} forms. Write at most ${MOST_FORMS}, or several terms.`;
  for (const wording of instead) {
    const fault = misfit(wording, term.text, groups);
    if (fault !== undefined) return fault;
  }
  return alternatives(parts).map(({ text, picks }) => ({
    text,
    instead: instead.map((wording) => pick(wording, picks)),
  }));
}

/** Maximum length of a term in characters; far above the longest title of a resolution. */
const LONGEST = 500;
const MOST_FORMS = 64;

/** Alternates between texts and groups; `undefined` where a brace is unmatched. */
function readGroups(text: string): (string | readonly string[])[] | undefined {
  const parts: (string | readonly string[])[] = [];
  let at = 0;
  for (const { 0: whole, 1: options, index } of text.matchAll(/\{([^{}]*)\}/g)) {
    parts.push(text.slice(at, index), options!.split('|'));
    at = index + whole.length;
  }
  parts.push(text.slice(at));
  return parts.some((part) => typeof part === 'string' && /[{}]/.test(part)) ? undefined : parts;
}

function alternatives(parts: readonly (string | readonly string[])[]): { text: string; picks: readonly number[] }[] {
  let made: { text: string; picks: readonly number[] }[] = [{ text: '', picks: [] }];
  for (const part of parts) {
    made =
      typeof part === 'string'
        ? made.map(({ text, picks }) => ({ text: text + part, picks }))
        : made.flatMap(({ text, picks }) => part.map((option, i) => ({ text: text + option, picks: [...picks, i] })));
  }
  return made;
}

/**
 * Requires that each group of a replacement has as many alternatives as that of the text: otherwise a fix would
 * replace a plural by a singular.
 */
function misfit(wording: string, text: string, groups: readonly (readonly string[])[]): string | undefined {
  const own = readGroups(wording)?.filter((part) => typeof part !== 'string');
  if (own === undefined)
    return `The braces of "${wording}" are not closed or stand inside one another. Write groups like {one|two}.`;
  const at = own.findIndex((options, i) => options.length !== groups[i]?.length);
  if (at < 0) return undefined;
  return `The group {${own[at]!.join('|')}} of "${wording}" has ${own[at]!.length} alternatives, that of "${text}" has ${groups[at]?.length ?? 0}. They go in step, so write as many.`;
}

/** Each group of the replacement takes the same alternative as the group of the term at the same position. */
function pick(wording: string, picks: readonly number[]): string {
  let group = 0;
  return wording.replace(/\{([^{}]*)\}/g, (_, options: string) => options.split('|')[picks[group++]!]!);
}

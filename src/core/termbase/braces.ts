import type { Term } from './concept';

interface Expanded {
  readonly text: string;
  readonly instead: readonly string[];
}

/**
 * All written forms of a term: `illegal migrant{|s}` gives two, in step with the groups of `instead`, so that the plural
 * is replaced by the plural. Returns a sentence that tells the repair where the braces do not fit.
 */
export function expandBraces(term: Pick<Term, 'text' | 'instead'>): readonly Expanded[] | string {
  const instead = term.instead ?? [];
  if (term.text.length > LONGEST) return `The text has ${term.text.length} characters. Write the name alone, at most ${LONGEST}.`;
  const parts = readGroups(term.text);
  if (parts === undefined) return `The braces of "${term.text}" are not closed or stand inside one another. Write groups like {one|two}.`;
  const groups = parts.filter((part) => typeof part !== 'string');
  const single = groups.find((options) => options.length < 2);
  if (single) return `The group {${single.join('|')}} of "${term.text}" has nothing to choose from. Write it without braces or as {one|two}.`;
  const count = groups.reduce((product, options) => product * options.length, 1);
  if (count > MOST_FORMS) return `"${term.text}" stands for ${count} forms. Write at most ${MOST_FORMS}, or several terms.`;
  for (const wording of instead) {
    const fault = misfit(wording, term.text, groups);
    if (fault !== undefined) return fault;
  }
  return alternatives(parts).map(({ text, picks }) => ({ text, instead: instead.map((wording) => pick(wording, picks)) }));
}

/** Far above the longest title of a resolution. */
const LONGEST = 500;
const MOST_FORMS = 64;

/** Texts and groups in turn; `undefined` where a brace has no partner. */
function readGroups(text: string): (string | readonly string[])[] | undefined {
  const parts: (string | readonly string[])[] = [];
  let at = 0;
  for (const { 0: whole, 1: options, index } of text.matchAll(/\{([^{}]*)\}/g)) {
    parts.push(text.slice(at, index), options.split('|'));
    at = index + whole.length;
  }
  parts.push(text.slice(at));
  return parts.some((part) => typeof part === 'string' && /[{}]/.test(part)) ? undefined : parts;
}

function alternatives(parts: readonly (string | readonly string[])[]): { text: string; picks: readonly number[] }[] {
  let made: { text: string; picks: readonly number[] }[] = [{ text: '', picks: [] }];
  for (const part of parts) {
    made = typeof part === 'string'
      ? made.map(({ text, picks }) => ({ text: text + part, picks }))
      : made.flatMap(({ text, picks }) => part.map((option, i) => ({ text: text + option, picks: [...picks, i] })));
  }
  return made;
}

/** A replacement's group must have an alternative for each of the text's: else a fix would put a singular for a plural. */
function misfit(wording: string, text: string, groups: readonly (readonly string[])[]): string | undefined {
  const own = readGroups(wording)?.filter((part) => typeof part !== 'string');
  if (own === undefined) return `The braces of "${wording}" are not closed or stand inside one another. Write groups like {one|two}.`;
  const at = own.findIndex((options, i) => options.length !== groups[i]?.length);
  if (at < 0) return undefined;
  return `The group {${own[at].join('|')}} of "${wording}" has ${own[at].length} alternatives, that of "${text}" has ${groups[at]?.length ?? 0}. They go in step, so write as many.`;
}

/** A group of the replacement takes the same alternative as the group of the term in the same place. */
function pick(wording: string, picks: readonly number[]): string {
  let group = 0;
  return wording.replace(/\{([^{}]*)\}/g, (_, options: string) => options.split('|')[picks[group++]]);
}

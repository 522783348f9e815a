import type { Term } from './concept';

interface Expanded {
  readonly text: string;
  readonly instead: readonly string[];
}

/**
 * All written forms of a term: `illegal migrant{|s}` gives two, in step with the groups of `instead`, so that the plural
 * is replaced by the plural. Returns a sentence that tells the repair where the braces do not fit.
 */
export function expandBraces(term: Term): readonly Expanded[] | string {
  const instead = term.instead ?? [];
  const choices = alternatives(term.text);
  if (choices === undefined) return `The braces of "${term.text}" are not closed or stand inside one another. Write groups like {one|two}.`;
  return choices.map(({ text, picks }) => ({ text, instead: instead.map((wording) => pick(wording, picks)) }));
}

const GROUP = /\{([^{}]*)\}/;

function alternatives(text: string): { text: string; picks: number[] }[] | undefined {
  const group = GROUP.exec(text);
  if (!group) return /[{}]/.test(text) ? undefined : [{ text, picks: [] }];
  const before = text.slice(0, group.index);
  const after = alternatives(text.slice(group.index + group[0].length));
  if (after === undefined || /[{}]/.test(before)) return undefined;
  return group[1].split('|').flatMap((option, i) =>
    after.map((rest) => ({ text: before + option + rest.text, picks: [i, ...rest.picks] })));
}

/** A group of the replacement takes the same alternative as the group of the term in the same place; a last one serves for all. */
function pick(wording: string, picks: readonly number[]): string {
  let group = 0;
  return wording.replace(/\{([^{}]*)\}/g, (_, options: string) => {
    const list = options.split('|');
    const chosen = picks[group++] ?? 0;
    return list[Math.min(chosen, list.length - 1)];
  });
}

import type { Term } from './concept';

export interface WrittenForm {
  readonly text: string;
  readonly instead: readonly string[];
}

type Braced = Pick<Term, 'text' | 'instead'>;

/**
 * Expands a term into its written forms: `illegal migrant{|s}` has two. The groups of `instead` expand in step, so
 * that a plural is replaced by a plural. Returns a sentence that explains the repair where the braces are invalid.
 */
export function expandBraces(term: Braced): readonly WrittenForm[] | string {
  return faultOf(term) ?? writtenForms(term);
}

/** The written forms of a term whose braces are valid. */
export function writtenForms({ text, instead = [] }: Braced): readonly WrittenForm[] {
  if (!text.includes('{')) return [{ text, instead }];
  const [start = '', ...parts] = text.split(BRACE);
  const wordings = instead.map((wording) => wording.split(BRACE));
  let made: WrittenForm[] = [{ text: start, instead: wordings.map(([first]) => first!) }];
  for (let i = 1; i < parts.length; i += 2) {
    const options = parts[i - 1]!.split('|');
    const own = wordings.map((wording) => wording[i]?.split('|'));
    const next: WrittenForm[] = [];
    for (const form of made)
      for (let k = 0; k < options.length; k++)
        next.push({
          text: form.text + options[k]! + parts[i]!,
          instead: form.instead.map((before, j) => before + (own[j]?.[k] ?? '') + (wordings[j]![i + 1] ?? '')),
        });
    made = next;
  }
  return made;
}

const BRACE = /[{}]/;

function faultOf({ text, instead = [] }: Braced): string | undefined {
  if (text.length > LONGEST) return `The text has ${text.length} characters. Write the name alone, at most ${LONGEST}.`;
  const groups = groupsOf(text);
  if (groups === undefined) return notClosed(text);
  const single = groups.find((options) => options.length < 2);
  if (single)
    return `The group {${single.join('|')}} of "${text}" has nothing to choose from. Write it without braces or as {one|two}.`;
  const count = groups.reduce((product, options) => product * options.length, 1);
  if (count > MOST_FORMS) return `"${text}" denotes ${count} forms. Write at most ${MOST_FORMS}, or several terms.`;
  return instead.map((wording) => misfit(wording, text, groups)).find((fault) => fault !== undefined);
}

/** Maximum length of a term in characters; far above the longest title of a resolution. */
const LONGEST = 500;
const MOST_FORMS = 64;

/** The alternatives of each group; `undefined` where a brace is unmatched. */
function groupsOf(text: string): readonly (readonly string[])[] | undefined {
  if (!/^[^{}]*(?:\{[^{}]*\}[^{}]*)*$/.test(text)) return undefined;
  return text
    .split(BRACE)
    .filter((_, i) => i % 2 === 1)
    .map((options) => options.split('|'));
}

/**
 * Requires that each group of a replacement has as many alternatives as that of the text: otherwise a fix would
 * replace a plural by a singular.
 */
function misfit(wording: string, text: string, groups: readonly (readonly string[])[]): string | undefined {
  const own = groupsOf(wording);
  if (own === undefined) return notClosed(wording);
  const at = own.findIndex((options, i) => options.length !== groups[i]?.length);
  if (at < 0) return undefined;
  return `The group {${own[at]!.join('|')}} of "${wording}" has ${own[at]!.length} alternatives, that of "${text}" has ${groups[at]?.length ?? 0}. They go in step, so write as many.`;
}

function notClosed(text: string): string {
  return `The braces of "${text}" are not closed or stand inside one another. Write groups like {one|two}.`;
}

import { markdown } from './markdown';
import { plaintext } from './plaintext';
import type { Format } from './prose';

const FORMATS: Readonly<Record<string, Format>> = { markdown, mdx: markdown, quarto: markdown, rmd: markdown, plaintext };

/** The languages whose markup is understood; any other is read as plain text. */
export const LANGUAGE_IDS: readonly string[] = Object.keys(FORMATS);

export function formatOf(languageId: string): Format {
  return FORMATS[languageId] ?? plaintext;
}

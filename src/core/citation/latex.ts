import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Escapes text so that LaTeX sets it as written; accented letters remain, because all current engines read UTF-8. */
export function escapeLatex(text: string): string {
  return oneLine(text)
    .replace(/[\\{}$&#%_~^`]/g, (character) => SPECIAL[character] ?? `\\${character}`)
    .replace(/[\u00a0\u202f]/g, '~');
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** Encodes an address for `\url{…}` inside an argument, where percent signs and hashes would end or break it. */
export function escapeUrl(url: string): string {
  return encodedAddress(url).replace(/[%#]/g, '\\$&');
}

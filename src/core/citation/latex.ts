import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Text that LaTeX sets as it is written; accented letters stay, as all engines of today read UTF-8. */
export function escapeLatex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^`]/g, (character) => SPECIAL[character] ?? `\\${character}`).replace(/[\u00a0\u202f]/g, '~');
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '`': '\\textasciigrave{}',
};

/** An address for `\url{…}` inside an argument, where percent signs and hashes would end or break it. */
export function escapeUrl(url: string): string {
  return encodedAddress(url).replace(/[%#]/g, '\\$&');
}

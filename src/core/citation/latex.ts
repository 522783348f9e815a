/** Text that LaTeX sets as it is written; accented letters stay, as all engines of today read UTF-8. */
export function escapeLatex(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').replace(/[\\{}$&#%_~^]/g, (character) => SPECIAL[character] ?? `\\${character}`).replace(/[\u00a0\u202f]/g, '~');
}

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** An address for `\url{…}` inside an argument, where percent signs, hashes and braces would end or break it. */
export function escapeUrl(url: string): string {
  return url.replace(/[{}\\^\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).replace(/[%#]/g, '\\$&');
}

/**
 * The width of a text in pixels: an upper bound in the usual sans-serif fonts, as no font can be measured here. Letters
 * have the widths of DejaVu Sans and Verdana, the widest of those fonts.
 */
export function widthOf(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const letter of text) width += emsOf(letter);
  return width * size * (bold ? 1.12 : 1);
}

/** The text, shortened with an ellipsis if it exceeds `width` pixels. */
export function fitted(text: string, width: number, size: number, bold: boolean): string {
  if (widthOf(text, size, bold) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(shortened(letters, middle), size, bold) <= width) low = middle;
    else high = middle - 1;
  }
  return shortened(letters, low);
}

/**
 * Breaks the text into lines of at most `width` pixels, at blanks; the last of `most` lines is shortened if more
 * would follow.
 */
export function wrapped(text: string, width: number, size: number, most: number): readonly string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift()!;
    while (words.length > 0 && widthOf(`${line} ${words[0]}`, size, false) <= width) line += ` ${words.shift()}`;
    lines.push(line);
  }
  return (words.length === 0 ? lines : [...lines, words.join(' ')]).map((line) => fitted(line, width, size, false));
}

function shortened(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`;
}

function emsOf(letter: string): number {
  if (/[ijlI.,:;'’|!\u202f]/.test(letter)) return 0.36;
  if (/[ ()ftr[\]/-]/.test(letter)) return 0.42;
  if (/[mwMW@%—…ŒÆœæ]/.test(letter)) return 1;
  if (/[A-ZÀ-ÖØ-Þ&«»“”]/.test(letter)) return 0.76;
  return letter.codePointAt(0)! < 0x250 ? 0.64 : 1.05;
}

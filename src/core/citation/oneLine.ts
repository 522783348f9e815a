/**
 * Text on one line, with no space around it, which would indent it: line breaks and control characters, which some format
 * takes for a line break, become a space. A no-break space stays: French sets a colon or a quotation mark apart with it.
 */
export function oneLine(text: string): string {
  return text.replace(/(?:[^\S\u00a0\u202f]|[\0-\x1f\x7f-\x9f])+/g, ' ').trim();
}

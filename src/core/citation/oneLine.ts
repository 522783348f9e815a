/**
 * Puts text on one line and trims it, because leading space would indent it: line breaks and control characters,
 * which some formats take for line breaks, become a space. No-break spaces remain: French puts one before a colon and
 * inside quotation marks.
 */
export function oneLine(text: string): string {
  return text.replace(/(?:[^\S\u00a0\u202f]|[\0-\x1f\x7f-\x9f])+/g, ' ').trim();
}

/** In all parts that are read. A document of a thousand pages has some hundred thousand. */
export const MOST_ELEMENTS = 1_500_000;
/** Of one tag. */
export const MOST_ATTRIBUTES = 1000;
/** In UTF-16 code units: several hundred pages without a line between them. */
export const LONGEST_PARAGRAPH = 1_000_000;
/** In UTF-16 code units of the Markdown: more than twice the length of the longest novels. */
export const LONGEST_TEXT = 10_000_000;
/** Every element with text has one stretch, and each escape within divides it. */
export const MOST_STRETCHES = 1_500_000;

/** A document needs more memory to be read than one that people write; the message says which limit it exceeds. */
export class OverBudget extends Error {}

/** Counts what is read of a document, in all its parts. */
export class Budget {
  private elements = 0;

  addElement(): void {
    if (++this.elements > MOST_ELEMENTS) throw new OverBudget(`more than ${MOST_ELEMENTS} elements`);
  }

  static checkParagraph(length: number): void {
    if (length > LONGEST_PARAGRAPH) throw new OverBudget(`a paragraph of more than ${LONGEST_PARAGRAPH} characters`);
  }

  static checkText(length: number, stretches: number): void {
    if (length > LONGEST_TEXT) throw new OverBudget(`more than ${LONGEST_TEXT} characters of text`);
    if (stretches > MOST_STRETCHES) throw new OverBudget(`more than ${MOST_STRETCHES} pieces of text`);
  }
}

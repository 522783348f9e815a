import { spanAt, type Span } from '../../core/document';
import type { Paragraph, WordText } from '../../core/word/wordText';

/** The place of a finding in a Word document. */
export interface WordPlace {
  /** "paragraph 12 (in a table)" */
  readonly paragraph: string;
  /** The heading above, shortened; empty before the first one. */
  readonly heading: string;
  /** Both: "paragraph 12, under “Background”" */
  readonly full: string;
}

export function placeInWord(word: WordText, span: Span): WordPlace | undefined {
  const found = spanAt(word.paragraphs, span.start);
  if (!found) return undefined;
  const heading =
    found.heading.length > LONGEST_HEADING ? `${found.heading.slice(0, LONGEST_HEADING)}…` : found.heading;
  const paragraph = KINDS[found.kind](found.number);
  return { paragraph, heading, full: `${paragraph}${heading === '' ? '' : `, under “${heading}”`}` };
}

const LONGEST_HEADING = 60;

const KINDS: Readonly<Record<Paragraph['kind'], (number: number) => string>> = {
  body: (number) => `paragraph ${number}`,
  table: (number) => `paragraph ${number} (in a table)`,
  footnote: (number) => `footnotes, paragraph ${number}`,
  endnote: (number) => `endnotes, paragraph ${number}`,
  'text-box': (number) => `paragraph ${number} (in a text box)`,
  header: (number) => `header, paragraph ${number}`,
  footer: (number) => `footer, paragraph ${number}`,
};

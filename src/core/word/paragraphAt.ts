import { overlapping, type Span } from '../document';
import type { Paragraph, WordText } from './wordText';

/** The paragraph of a Word document that contains the beginning of a span of its text; the first one for none. */
export function paragraphAt({ paragraphs }: WordText, { start }: Span): Paragraph | undefined {
  return overlapping(paragraphs, { start, end: start + 1 }) ?? paragraphs.findLast((each) => each.end <= start);
}

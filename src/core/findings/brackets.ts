import type { Span } from '../document';

/** Whether the second span follows the first directly, in brackets: `Name (ABBR)`, `**Name** (*ABBR*)`. */
export function followsInBrackets(first: Span, second: Span, text: string): boolean {
  return (
    second.start - first.end < 8 &&
    /^[\s*_]*\([*_]*$/.test(text.slice(first.end, second.start)) &&
    /^[*_]*[),;]/.test(text.slice(second.end, second.end + 4))
  );
}

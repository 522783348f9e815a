import type { Span } from '../document';
import type { Edit, Fix } from '../finding';
import type { Surroundings } from '../surroundings/surroundings';

/**
 * The fixes with curved apostrophes where the writer uses these: in the block, or in the document if the block has
 * none. A text with both kinds gets straight ones, as a name in the record has.
 */
export function withWritersApostrophes(
  fixes: readonly Fix[],
  block: Span | undefined,
  surroundings: Surroundings,
): readonly Fix[] {
  const isConcerned = fixes.some(({ edits }) => edits.some(({ newText }) => newText.search(STRAIGHT) >= 0));
  if (!isConcerned || !usesCurved(block, surroundings)) return fixes;
  const curved = (edit: Edit): Edit => ({ ...edit, newText: edit.newText.replace(STRAIGHT, '’') });
  return fixes.map((fix) => ({ ...fix, edits: fix.edits.map(curved) }));
}

function usesCurved(block: Span | undefined, { prose: { text }, rest }: Surroundings): boolean {
  const kinds = apostrophesIn(block ? text.slice(block.start, block.end) : '');
  return kinds.curved || kinds.straight ? kinds.curved && !kinds.straight : rest.writesCurvedApostrophes();
}

/** The kinds of apostrophes within the words of a text. */
export function apostrophesIn(text: string): { readonly curved: boolean; readonly straight: boolean } {
  return { curved: /\p{L}’\p{L}/u.test(text), straight: text.search(STRAIGHT) >= 0 };
}

const STRAIGHT = /(?<=\p{L})'(?=\p{L})/gu;

import type { Edit, Fix } from '../finding';
import type { Block } from '../prose/prose';
import type { Surroundings } from '../surroundings/surroundings';

/**
 * The fixes with curved apostrophes where the writer uses these: in the block, or in the document if the block has
 * none. A text with both kinds gets straight ones, as a name in the record has.
 */
export function withWritersApostrophes(
  fixes: readonly Fix[],
  block: Block | undefined,
  surroundings: Surroundings,
): readonly Fix[] {
  const isConcerned = fixes.some(({ edits }) => edits.some(({ newText }) => newText.search(STRAIGHT) >= 0));
  if (!isConcerned || !usesCurved(block, surroundings)) return fixes;
  const curved = (edit: Edit): Edit => ({ ...edit, newText: edit.newText.replace(STRAIGHT, '’') });
  return fixes.map((fix) => ({ ...fix, edits: fix.edits.map(curved) }));
}

function usesCurved(block: Block | undefined, surroundings: Surroundings): boolean {
  const kinds = block && surroundings.property(block, apostrophesOf);
  return kinds?.curved || kinds?.straight
    ? kinds.curved && !kinds.straight
    : surroundings.rest.writesCurvedApostrophes();
}

function apostrophesOf({ start, end }: Block, { prose }: Surroundings): Apostrophes {
  return apostrophesIn(prose.text.slice(start, end));
}

interface Apostrophes {
  readonly curved: boolean;
  readonly straight: boolean;
}

/** The kinds of apostrophes within the words of a text. */
export function apostrophesIn(text: string): Apostrophes {
  return { curved: /\p{L}’\p{L}/u.test(text), straight: /\p{L}'\p{L}/u.test(text) };
}

/** Within a word, or at the end of an article that is written before a mark: "l'" before "**Organisation**". */
const STRAIGHT = /(?<=\p{L})'(?=\p{L}|$)/gu;

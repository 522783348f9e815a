import type { Lang } from '../document';
import type { Block } from '../prose/prose';
import { FARTHEST } from '../reading/readings';
import type { Text } from '../reading/text';
import type { Surroundings } from '../surroundings/surroundings';
import { EVERYTHING, hasShortName, interestOf } from './interest';
import type { Interest } from './wordBits';

/**
 * The blocks that name a concept, or have a short name, and those near enough to refer back to one. Nothing else may be
 * about a concept, apart from the rows of a table whose first row names one.
 */
export function* blocksNearNames(surroundings: Surroundings): Generator<Block> {
  const { blocks } = surroundings.prose;
  let left = blocks.length > 0 ? FARTHEST - surroundings.rest.blocksSinceName() : 0;
  for (const block of blocks) {
    if (namesSomething(surroundings, block)) left = FARTHEST + 1;
    if (left > 0 || (block.kind === 'table-row' && namesSomething(surroundings, surroundings.tableHeadOf(block))))
      yield block;
    left--;
  }
}

/** The number of blocks at the end of a text, after the last one that names a concept or has a short name. */
export function blocksSinceName(text: Text): number {
  const { blocks } = text.prose;
  return blocks.length - 1 - blocks.findLastIndex((block) => namesSomething(text, block));
}

function namesSomething(text: Text, block: Block): boolean {
  return text.firstMentionIn(block) !== undefined || hasShortName(interestIn(text, block));
}

const INTERESTS = new WeakMap<Block, { readonly lang: Lang; readonly interest: Interest }>();

/** The interest of a whole block, read once: the parts that follow ask for it as well. */
export function interestIn(text: Text, block: Block): Interest {
  const lang = text.languageOf(block);
  let known = INTERESTS.get(block);
  if (known?.lang !== lang)
    INTERESTS.set(block, (known = { lang, interest: interestOf(lang, text.prose.text, block) ?? EVERYTHING }));
  return known.interest;
}

import type { Block } from '../prose/prose';
import { cellsOf } from '../reading/cells';
import type { Sentence } from '../reading/sentence';
import type { Mention } from '../mentions/findMentions';
import type { Reading } from '../reading/read';
import type { Place, Surroundings } from './surroundings';

/**
 * Whether a form that is to be avoided is listed next to the right one: in another cell of its row, as in a row near it of the same
 * table ("| Write | Not |"), or after the name that opens its item ("1. **Global Compact for Migration**. Not: Compact on Migration").
 */
export function isListedBeside(place: Place, { statements }: Reading, surroundings: Surroundings): boolean {
  const { block, mention, sentence } = place;
  if (block.kind === 'table-row') {
    const column = columnOf(mention, sentence, surroundings);
    return column !== undefined && (isPaired(sentence, column, surroundings) || rowsNear(block, surroundings).some((row) => surroundings.sentencesOf(row).some((each) => isPaired(each, column, surroundings))));
  }
  const [head, ...rest] = surroundings.mentionsIn(block);
  const isEntry = block.kind === 'list-item' && head !== mention && rest.length > 0 && head.start - block.start <= OPENING && isRight(head) && isOfOneConcept(head, mention);
  return isEntry && sentence !== surroundings.sentencesOf(block)[0] && !statements.some(({ verb }) => verb?.form === 'finite');
}

/** In code units: what may precede the name that opens an item. */
const OPENING = 4;
/** In rows, in both directions. */
const NEAR = 8;

/** Whether the cell of a column has a form to avoid, and another cell of the row the right one. */
function isPaired(sentence: Sentence, column: number, surroundings: Surroundings): boolean {
  const mentions = surroundings.mentionsIn(sentence);
  return mentions.some((wrong) => !isRight(wrong) && columnOf(wrong, sentence, surroundings) === column
    && mentions.some((right) => isRight(right) && isOfOneConcept(right, wrong) && columnOf(right, sentence, surroundings) !== column));
}

function columnOf({ start }: Mention, sentence: Sentence, { prose }: Surroundings): number | undefined {
  const cells = cellsOf(sentence, prose);
  const at = cells.findIndex(({ first, next }) => sentence.tokens[first].start <= start && start < sentence.tokens[next - 1].end);
  return cells.length > 1 && at >= 0 ? at : undefined;
}

function rowsNear(row: Block, { prose }: Surroundings): readonly Block[] {
  const at = prose.indexAt(row.start);
  const near: Block[] = [];
  for (const step of [-1, 1]) for (let i = at + step; Math.abs(i - at) <= NEAR && prose.blocks[i]?.kind === 'table-row'; i += step) near.push(prose.blocks[i]);
  return near;
}

function isRight({ terms: [term] }: Mention): boolean {
  return term !== undefined && term.status !== 'deprecated' && term.status !== 'superseded';
}

function isOfOneConcept({ terms }: Mention, other: Mention): boolean {
  return terms.some(({ entry }) => other.terms.some((term) => term.entry.concept === entry.concept));
}

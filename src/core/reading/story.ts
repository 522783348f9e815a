import { YEAR } from './dates';
import type { Block } from '../prose/prose';
import { hasYear, type DateGroup, type Years } from './nodes';
import type { Reading } from './read';
import { readingIn, sentencesBefore } from './readings';
import type { Rest, Text } from './text';
import type { Time } from './times';

/** The maximal number of preceding sentences that may give a sentence its time or its subject. */
export const FARTHEST_SENTENCE = 40;
/** In tokens: "Noviembre de 1956.", "IOM, 2008." */
const LONGEST_DATELINE = 8;

/**
 * The current time of a narrative in the present tense before a sentence: "1951. In Brussels governments pass a
 * resolution. … PICMME elects a Director." It is the time of the last preceding sentence that consists of a date, or
 * has a date with its verb in the present; at most `blocks` blocks back. `undefined` where the text reports the past in
 * the past tense, or mentions today in between.
 */
export function storyBefore(
  text: Text,
  rest: Pick<Rest, 'before'>,
  { block, index }: { readonly block: Block; readonly index: number },
  blocks: number,
): Years | undefined {
  // A heading begins a section of its own.
  if (block.kind === 'heading') return undefined;
  let [current, left, reach] = [block, FARTHEST_SENTENCE, blocks];
  for (const { text: own, sentence } of sentencesBefore(text, rest, { block, index })) {
    const { block: earlier, tokens, times } = sentence;
    if (left-- <= 0) return undefined;
    // The date of a row is that of the row.
    if (earlier.kind === 'table-row' && block.kind !== 'table-row') continue;
    if (earlier !== current) {
      if (current.kind === 'heading' || reach-- <= 0) return undefined;
      // The narrative of a list item ends with the item, unless it only dates what follows: "- 1956/57".
      if (earlier.kind === 'list-item' && block.kind !== 'list-item' && !dateOfLine(own, earlier)) return undefined;
      current = earlier;
    }
    // A year in brackets dates a line that is not a sentence: "Chapter 3 (1961)."
    const isHead = tokens.length <= LONGEST_DATELINE && tokens.some(({ folded }) => YEAR.test(folded));
    const found = times.length > 0 || isHead ? statedIn(readingIn(own, sentence)) : undefined;
    if (found) return found === 'ended' ? undefined : found;
  }
  return undefined;
}

/** The last time of a block that only dates what follows: "**5 December 1951**", "On 14 November 1989:". */
export function dateOfLine(text: Text, block: Block): Time | undefined {
  const [line, ...others] = block.kind === 'heading' ? [] : text.sentencesOf(block);
  const isShort = line && others.length === 0 && line.tokens.length <= LONGEST_DATE;
  return isShort && readingIn(text, line).statements.every(({ verb }) => !verb) ? line.times.at(-1) : undefined;
}

/** In tokens. */
const LONGEST_DATE = 6;

/** The time that a sentence contributes to a narrative in the present tense; `ended` where it is in the past tense. */
function statedIn({ sentence, nodes, statements }: Reading): Years | 'ended' | undefined {
  const finite = statements.filter(({ verb }) => verb?.form === 'finite');
  if (finite.length === 0) {
    const dates = nodes.filter(hasYear);
    return sentence.tokens.length <= LONGEST_DATELINE || sentence.block.kind === 'heading' ? storyOf(dates) : undefined;
  }
  const main = finite.filter(({ kind }) => kind === 'main');
  const dates = main.flatMap(({ complements, tense }) =>
    tense === 'present'
      ? complements.flatMap(({ group, roles }) =>
          hasYear(group) && !roles.has('since') && !roles.has('of') ? [group] : [],
        )
      : [],
  );
  return main.some(({ tense }) => tense === 'past') ? 'ended' : storyOf(dates);
}

function storyOf(dates: readonly DateGroup[]): Years | undefined {
  const last = dates[dates.length - 1];
  return last && { from: last.from.year!, to: last.to.year ?? last.from.year! };
}

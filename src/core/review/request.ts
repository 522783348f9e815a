import instructions from '../../../data/review/instructions.json';
import type { Reviewed, Passage } from './passages';
import type { Excerpt } from './excerpt';

/** Changes with every change of the instructions or of the form of a request. */
export const INSTRUCTIONS_VERSION = instructions.version;

/** The whole text of a request: instructions, excerpt and passage, exactly as a model gets it. */
export function requestText(
  passage: Passage,
  { title, date }: Pick<Reviewed, 'title' | 'date'>,
  excerpt: Excerpt,
): string {
  const fence = fenceFor(passage.text);
  const about = [
    title === '' ? [] : [`Title of the document: ${title}`],
    [`Date of the document: ${date === undefined ? 'not stated' : dateText(date)}`],
    passage.headings.length === 0 ? [] : [`Headings above: ${passage.headings.join(' > ')}`],
    passage.tableHead === '' ? [] : [`First row of the table that continues: ${passage.tableHead}`],
    [`Language: ${passage.lang}`],
  ].flat();
  return [
    '# Task',
    '',
    ...instructions.lines,
    '',
    '# Record',
    '',
    excerpt.text,
    '',
    '# Passage',
    '',
    ...about,
    '',
    `The passage is between the two lines ${fence}.`,
    '',
    fence,
    passage.text,
    fence,
    '',
  ].join('\n');
}

/** The number of tokens that a text has at most with the usual tokenizers; for estimates only. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.6);
}

/** A line that the passage does not contain, whatever it contains. */
function fenceFor(text: string): string {
  let fence = '=====';
  while (text.includes(fence)) fence += '=';
  return fence;
}

function dateText({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

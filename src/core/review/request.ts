import instructions from '../../../data/review/instructions.json';
import type { JudgedAs } from '../finding';
import type { Reviewed, Passage } from './passages';
import type { Excerpt } from './excerpt';

/** Changes with every change of the instructions or of the form of a request. */
export const INSTRUCTIONS_VERSION = instructions.version;

/**
 * The whole text of a request: instructions, excerpt and passage, exactly as a model gets it. Several passages follow
 * one another, each with what it is about.
 */
export function requestText(
  passages: readonly Passage[],
  reviewed: Pick<Reviewed, 'title' | 'time'>,
  excerpt: Excerpt,
): string {
  const fence = fenceFor(passages);
  return [
    '# Task',
    '',
    ...instructions.lines,
    '',
    '# Record',
    '',
    excerpt.text,
    ...passages.flatMap((passage, i) => [
      '',
      passages.length === 1 ? '# Passage' : `# Passage ${i + 1} of ${passages.length}`,
      '',
      ...aboutOf(passage, reviewed),
      '',
      `The passage is between the two lines ${fence}.`,
      '',
      fence,
      passage.text,
      fence,
    ]),
    '',
  ].join('\n');
}

function aboutOf({ headings, tableHead, lang }: Passage, { title, time }: Pick<Reviewed, 'title' | 'time'>): string[] {
  return [
    ...(title === '' ? [] : [`Title of the document: ${title}`]),
    `Date of the document: ${dateOf(time)}`,
    ...(headings.length === 0 ? [] : [`Headings above: ${headings.join(' > ')}`]),
    ...(tableHead === '' ? [] : [`First row of the table that continues: ${tableHead}`]),
    `Language: ${lang}`,
  ];
}

/** The number of tokens that a text has at most with the usual tokenizers; for estimates only. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.6);
}

/** A line that no passage contains, whatever they contain. */
function fenceFor(passages: readonly Passage[]): string {
  let fence = '=====';
  while (passages.some(({ text }) => text.includes(fence))) fence += '=';
  return fence;
}

function dateOf({ date, kind }: JudgedAs): string {
  return date ?? (kind === 'unclear' ? 'not stated, and perhaps years ago' : 'not stated');
}

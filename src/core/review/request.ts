import instructions from '../../../data/review/instructions.json';
import type { JudgedAs } from '../finding';
import type { Reviewed, Passage } from './passages';
import type { Excerpt } from './excerpt';

/** Changes with every change of the instructions. */
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
  const fence = fenceFor(passages, reviewed.title);
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
      `The passage is between the two lines ${fence}, after its title, date and headings.`,
      '',
      fence,
      ...aboutOf(passage, reviewed),
      '',
      passage.text,
      fence,
    ]),
    '',
  ].join('\n');
}

function aboutOf({ headings, tableHead, lang }: Passage, { title, time }: Pick<Reviewed, 'title' | 'time'>): string[] {
  return [
    ...(title === '' ? [] : [`Title of the document: ${cut(title)}`]),
    `Date of the document: ${dateOf(time)}`,
    ...(headings.length === 0 ? [] : [`Headings above: ${headings.map(cut).join(' > ')}`]),
    ...(tableHead === '' ? [] : [`First row of the table that continues: ${cut(tableHead)}`]),
    `Language: ${lang}`,
  ];
}

/** The number of tokens that a text has at most with the usual tokenizers; for estimates only. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.6);
}

/** What surrounds a passage says what it is about, and no more. */
function cut(text: string): string {
  return text.slice(0, MOST_ABOUT);
}

const MOST_ABOUT = 300;

/** A line that no passage contains, nor what is said about it, whatever they contain. */
function fenceFor(passages: readonly Passage[], title: string): string {
  const texts = [title, ...passages.flatMap(({ text, headings, tableHead }) => [text, tableHead, ...headings])];
  let fence = '=====';
  while (texts.some((text) => text.includes(fence))) fence += '=';
  return fence;
}

function dateOf({ date, kind }: JudgedAs): string {
  return date ?? (kind === 'unclear' ? 'not stated, and perhaps years ago' : 'not stated');
}

import type { Lang, Span } from '../document';

/** The sentence that contains a span of a text, without the lines around its paragraph. */
export function sentenceAround(
  text: string,
  { start, end }: Span,
  lang: Lang,
): { readonly text: string; readonly start: number } {
  const from = Math.max(text.lastIndexOf('\n\n', start), text.lastIndexOf('\n\r\n', start), start - REACH, 0);
  const next = /\n\r?\n/.exec(text.slice(end, end + REACH));
  const paragraph = text.slice(from, next ? end + next.index : end + REACH);
  const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(paragraph)];
  const own = sentences.filter(({ index, segment }) => from + index < end && from + index + segment.length > start);
  const first = own[0]!;
  const joined = own.map(({ segment }) => segment).join('');
  const blank = joined.length - joined.trimStart().length;
  return { text: joined.trim(), start: from + first.index + blank };
}

/** In code units: a sentence is not looked for further away. */
const REACH = 1_000;

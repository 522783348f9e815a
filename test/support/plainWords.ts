import type { WordText } from '../../src/core/word/wordText';

/** The words of a Word document without markup, paragraph by paragraph; soft hyphens do not count. */
export function plainWords({ text, paragraphs }: WordText): readonly string[] {
  return wordsOf(
    paragraphs
      .map(({ start, end }) =>
        text
          .slice(start, end)
          .replace(/\[\^e?\d+\]/g, '')
          .replace(/\n[> ]*/g, ' ')
          .replace(/&amp;/g, '&')
          .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
      )
      .join('\n'),
  );
}

export function wordsOf(text: string): readonly string[] {
  return text.replaceAll('\u00ad', '').match(/[^\s\u00a0\u202f]+/g) ?? [];
}

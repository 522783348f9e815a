import assert from 'node:assert/strict';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';

/**
 * The blocks of a text, one a line: `heading 2: Today`, `paragraph, quoted: …`; a footnote amid its sentence has a `+`.
 */
export function blocksOf(languageId: string, text: string): string {
  return new Prose(text, formatOf(languageId)).blocks
    .map(
      ({ kind, level, quoted, within, start, end }) =>
        `${within ? '+' : ''}${kind}${level > 0 ? ` ${level}` : ''}${quoted ? ', quoted' : ''}: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
    )
    .join('\n');
}

/** Holds that each YES of the text is prose, and no NO is. */
export function assertProse(languageId: string, text: string): void {
  const prose = new Prose(text, formatOf(languageId));
  const wrong = [...text.matchAll(/YES|NO/g)]
    .filter(({ 0: word, index }) => prose.isProse(index, index + word.length) !== (word === 'YES'))
    .map(({ index }) => text.slice(Math.max(0, index - 30), index + 20));
  assert.deepEqual(wrong, []);
}

/** What stands around each HERE: `quote`, `emphasis link`; nothing for plain prose. */
export function aroundHere(languageId: string, text: string): readonly string[] {
  const prose = new Prose(text, formatOf(languageId));
  return [...text.matchAll(/HERE/g)].map(({ index }) => {
    const block = prose.blockAt(index);
    return block
      ? prose
          .inlinesOf(block)
          .filter((inline) => inline.start <= index && index + 4 <= inline.end)
          .map(({ kind }) => kind)
          .join(' ')
      : 'no block';
  });
}

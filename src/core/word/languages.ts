import { LANGS, type Lang } from '../document';
import type { WordBlock } from './blocks';

/** The number of characters in each language that runs declare, by the tag of the language without its region. */
export function languagesIn(blocks: readonly WordBlock[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const block of blocks) addLanguages(block, lengths);
  return lengths;
}

/** The language of most characters. */
export function mainLanguage(lengths: ReadonlyMap<string, number>): string | undefined {
  let main: string | undefined;
  for (const [lang, length] of lengths) if (main === undefined || length > lengths.get(main)!) main = lang;
  return main;
}

/** The language of more than half of a block, if it is supported and not the main one of the document. */
export function otherLanguage(block: WordBlock, main: string | undefined): Lang | undefined {
  if (block.kind === 'paragraph' && block.languages.size === 0) return undefined;
  const lengths = languagesIn([block]);
  const own = mainLanguage(lengths);
  if (own === undefined || own === main) return undefined;
  let total = 0;
  for (const length of lengths.values()) total += length;
  return lengths.get(own)! * 2 > total ? LANGS.find((lang) => lang === own) : undefined;
}

function addLanguages(block: WordBlock, lengths: Map<string, number>): void {
  if (block.kind === 'table') {
    for (const row of block.rows)
      for (const { paragraphs } of row) for (const paragraph of paragraphs) addLanguages(paragraph, lengths);
    return;
  }
  for (const [tag, length] of block.languages) {
    const lang = tag.split('-')[0]!.toLowerCase();
    lengths.set(lang, (lengths.get(lang) ?? 0) + length);
  }
}

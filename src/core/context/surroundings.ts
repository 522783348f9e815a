import { LANGS, type Lang, type Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import { declaredLanguage } from '../prose/frontMatter';
import type { Block, Prose } from '../prose/prose';
import { languageOf } from './language';
import { readSentences, tokenIndexAt, type Sentence } from './sentence';
import { readTimes, type Time } from './times';

/** A mention where it stands: its sentence and its place among the sentence's tokens `[first, next)`. */
export interface Place {
  readonly mention: Mention;
  readonly block: Block;
  readonly sentence: Sentence;
  readonly first: number;
  readonly next: number;
}

/**
 * What the judgement may ask of a document, read when it is asked for and kept: sentences, times, headings, languages.
 * Only blocks with mentions are ever looked into.
 */
export class Surroundings {
  private readonly sentences = new Map<Block, readonly Sentence[]>();
  private readonly times = new Map<Sentence, readonly Time[]>();
  private readonly languages = new Map<Block, Lang>();
  private readonly places = new Map<Mention, Place | undefined>();
  private governing: readonly (readonly Block[])[] | undefined;
  private documentLanguage: Lang | undefined;

  constructor(readonly prose: Prose, readonly mentions: readonly Mention[], private readonly declared: Lang | 'auto') {}

  /** Where a mention stands; `undefined` only for one that no sentence holds. */
  placeOf(mention: Mention): Place | undefined {
    if (!this.places.has(mention)) this.places.set(mention, this.findPlace(mention));
    return this.places.get(mention);
  }

  sentencesOf(block: Block): readonly Sentence[] {
    let sentences = this.sentences.get(block);
    if (!sentences) this.sentences.set(block, (sentences = readSentences(this.prose, block)));
    return sentences;
  }

  timesOf(sentence: Sentence): readonly Time[] {
    let times = this.times.get(sentence);
    if (!times) this.times.set(sentence, (times = readTimes(sentence)));
    return times;
  }

  /** The mentions inside a span, in order. */
  mentionsIn({ start, end }: Span): readonly Mention[] {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle].start < start) low = middle + 1; else high = middle;
    }
    let next = low;
    while (next < this.mentions.length && this.mentions[next].end <= end) next++;
    return this.mentions.slice(low, next);
  }

  /** The headings that govern a block, nearest first. */
  headingsOf(block: Block): readonly Block[] {
    // Each heading once, with the headings above it: what governs a block is what governs the heading before it.
    const governing = (this.governing ??= governingHeadings(this.prose.blocks));
    let low = 0;
    let high = governing.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (governing[middle][0].start < block.start) low = middle + 1; else high = middle - 1;
    }
    const headings = governing[high] ?? [];
    return block.kind === 'heading' ? headings.filter((heading) => heading.level < block.level) : headings;
  }

  /** The language of a block: its own where it is long enough to tell, else the document's. */
  languageOf(block: Block): Lang {
    let language = this.languages.get(block);
    if (!language) this.languages.set(block, (language = languageOf(this.prose.text, block.start, Math.min(block.end, block.start + 600)) ?? this.language));
    return language;
  }

  get language(): Lang {
    const { text } = this.prose;
    return (this.documentLanguage ??= this.declared !== 'auto' ? this.declared
      : LANGS.find((lang) => declaredLanguage(text)?.toLowerCase().startsWith(lang)) ?? languageOf(text, 0, Math.min(text.length, 20_000)) ?? 'en');
  }

  private findPlace(mention: Mention): Place | undefined {
    const block = this.prose.blockAt(mention.start);
    const sentence = block && this.sentencesOf(block).find((candidate) => candidate.end > mention.start);
    if (!block || !sentence) return undefined;
    const first = tokenIndexAt(sentence.tokens, mention.start);
    let next = first;
    while (next < sentence.tokens.length && sentence.tokens[next].start < mention.end) next++;
    return { mention, block, sentence, first, next };
  }
}

/** For each heading in order: itself and the headings above it, nearest first. */
function governingHeadings(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const all: (readonly Block[])[] = [];
  let chain: readonly Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    chain = [block, ...chain.filter((heading) => heading.level < block.level)];
    all.push(chain);
  }
  return all;
}

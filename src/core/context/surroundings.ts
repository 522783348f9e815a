import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { Setting } from '../reading/setting';
import { governingHeadings, headingOf, inherit } from './headings';
import { bestLanguage, languageScores } from './language';
import type { Heading, Outside } from './outside';
import { indexBehind, readSentences, tokenIndexAt, type Sentence } from '../reading/sentence';

/** A mention where it stands: its sentence and its place among the sentence's tokens `[first, next)`. */
export interface Place {
  readonly mention: Mention;
  readonly block: Block;
  readonly sentence: Sentence;
  readonly first: number;
  readonly next: number;
}

const NO_MENTIONS: readonly Mention[] = [];

/** What is found out about a block, once for all names in it. */
interface BlockNotes {
  sentences?: readonly Sentence[];
  language?: Lang;
  headings?: readonly Heading[];
  isInBibliography?: boolean;
  beginsAsLaw?: boolean;
  quotations?: readonly Span[];
  /** Its sentences that speak of a time. */
  timed?: readonly Sentence[];
  /** Where its first sentence with a time that is not told in the past begins. */
  toldInPresentFrom?: number;
  speaksOfTheSea?: boolean;
  /** Of the first row of a table: whether the table sets the numbers of two texts against each other. */
  comparesNumbers?: boolean;
  /** The greatest number of objectives that the document gives another plan. */
  objectivesOfPlans?: number;
  setting?: Setting | 'none';
}

/**
 * What the judgement may ask of a part of a document, read when it is asked for and kept: sentences, headings, languages.
 * Only blocks with mentions are ever looked into. What lies beyond the part is asked of `outside`.
 */
export class Surroundings {
  private readonly notes = new Map<Block, BlockNotes>();
  /** For each mention, once it was asked for; null where no sentence holds it. */
  private readonly places: (Place | null | undefined)[] = [];
  private readonly headings = new Map<Block, Heading>();
  private governing: readonly (readonly Block[])[] | undefined;
  private tableHeads: ReadonlyMap<Block, Block> | undefined;
  private inherited: readonly Heading[] | undefined;
  /** What was asked last, as it is often asked again at once. */
  private lastNotes: { readonly block: Block; readonly notes: BlockNotes } | undefined;
  private lastMentions: Span & { readonly mentions: readonly Mention[] } = { start: -1, end: -1, mentions: [] };

  constructor(readonly prose: Prose, readonly mentions: readonly Mention[], readonly outside: Outside) {}

  /** Where a mention stands; `undefined` only for one that no sentence holds. */
  placeOf(mention: Mention): Place | undefined {
    const index = this.firstFrom(mention.start);
    let place = this.places[index];
    if (place === undefined) this.places[index] = place = this.findPlace(mention) ?? null;
    return place ?? undefined;
  }

  /** As {@link placeOf}, for a stretch that is no mention. */
  placeAt({ start, end }: Span): Place | undefined {
    return this.findPlace({ start, end, terms: [], isNearMiss: false });
  }

  /**
   * To be called when the part is judged: lets go of the words of its sentences. Whoever asks later reads the few that they
   * need again; to keep them all would take the collector longer.
   */
  release(): void {
    for (const { sentences } of this.notes.values()) for (const sentence of sentences ?? []) sentence.release();
  }

  /** What only one reader knows how to find out about a block; asked of it once. */
  once<K extends Exclude<keyof BlockNotes, 'sentences' | 'language' | 'headings'>>(block: Block, what: K, read: () => NonNullable<BlockNotes[K]>): NonNullable<BlockNotes[K]> {
    const notes = this.notesOf(block);
    return (notes[what] ??= read()) as NonNullable<BlockNotes[K]>;
  }

  private notesOf(block: Block): BlockNotes {
    if (this.lastNotes?.block === block) return this.lastNotes.notes;
    let notes = this.notes.get(block);
    if (!notes) this.notes.set(block, (notes = { sentences: undefined, language: undefined, headings: undefined, isInBibliography: undefined, beginsAsLaw: undefined, quotations: undefined, timed: undefined, toldInPresentFrom: undefined, setting: undefined, speaksOfTheSea: undefined, objectivesOfPlans: undefined }));
    this.lastNotes = { block, notes };
    return notes;
  }

  sentencesOf(block: Block): readonly Sentence[] {
    return (this.notesOf(block).sentences ??= readSentences(this.prose, block));
  }

  /** The mentions inside a span, in order. */
  mentionsIn({ start, end }: Span): readonly Mention[] {
    if (this.lastMentions.start !== start || this.lastMentions.end !== end) {
      const first = this.firstFrom(start);
      let next = first;
      while (next < this.mentions.length && this.mentions[next].end <= end) next++;
      this.lastMentions = { start, end, mentions: next === first ? NO_MENTIONS : this.mentions.slice(first, next) };
    }
    return this.lastMentions.mentions;
  }

  /** Index of the first mention that begins at or behind the offset. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle].start < offset) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** The first row of the table that a row occurs in; the row itself where it is the first, and any other block. */
  tableHeadOf(block: Block): Block {
    return (this.tableHeads ??= headsOfTables(this.prose.blocks)).get(block) ?? block;
  }

  /** The headings that govern a block, nearest first. */
  headingsOf(block: Block): readonly Heading[] {
    return (this.notesOf(block).headings ??= this.findHeadings(block));
  }

  private findHeadings(block: Block): readonly Heading[] {
    const own = this.ownHeadingsOf(block);
    const top = block.kind === 'heading' ? Math.min(block.level, own.at(-1)?.level ?? Infinity) : own.at(-1)?.level ?? Infinity;
    const inherited = (this.inherited ??= inherit(this.outside.headings()));
    const above = inherited.filter((heading) => heading.level < top);
    return above.length === 0 ? own : [...own, ...above];
  }

  /** The language of a block: its own where it is declared or long enough to tell, else the document's. */
  languageOf(block: Block): Lang {
    return (this.notesOf(block).language ??= this.readLanguage(block) ?? this.outside.language());
  }

  /** The text of `[start, end)` as far as it stands in the block. */
  textWithin(block: Block, start: number, end: number): string {
    return this.prose.text.slice(Math.max(start, block.start), Math.max(block.start, Math.min(end, block.end)));
  }

  private readLanguage({ start, end, lang }: Block): Lang | undefined {
    const scores = languageScores(this.prose.text, start, Math.min(end, start + 600));
    const told = bestLanguage(scores);
    if (!lang || !told) return lang ?? told;
    // A declaration may be stale, copied with a template. But names and loans in a short passage, `La Liga de las Naciones`,
    // are easily counted for another language: it takes several small words, and twice as many as for any other, to gainsay it.
    const [most, next] = [...scores].sort((a, b) => b - a);
    return most >= 3 && most >= 2 * next ? told : lang;
  }

  private ownHeadingsOf(block: Block): readonly Heading[] {
    // Each heading once, with the headings above it: what governs a block is what governs the heading before it.
    const governing = (this.governing ??= governingHeadings(this.prose.blocks));
    let low = 0;
    let high = governing.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (governing[middle][0].start < block.start) low = middle + 1; else high = middle - 1;
    }
    const blocks = governing[high] ?? [];
    return (block.kind === 'heading' ? blocks.filter((heading) => heading.level < block.level) : blocks).map((heading) => this.read(heading));
  }

  private read(block: Block): Heading {
    let heading = this.headings.get(block);
    if (!heading) this.headings.set(block, (heading = headingOf(this.prose, block)));
    return heading;
  }

  private findPlace(mention: Mention): Place | undefined {
    const block = this.prose.blockAt(mention.start);
    const sentences = block ? this.sentencesOf(block) : [];
    const sentence = sentences[indexBehind(sentences, mention.start)];
    if (!block || !sentence || sentence.start > mention.start) return undefined;
    const first = tokenIndexAt(sentence.tokens, mention.start);
    let next = first;
    while (next < sentence.tokens.length && sentence.tokens[next].start < mention.end) next++;
    return { mention, block, sentence, first, next };
  }
}

function headsOfTables(blocks: readonly Block[]): ReadonlyMap<Block, Block> {
  const heads = new Map<Block, Block>();
  let head: Block | undefined;
  for (const block of blocks) {
    head = block.kind === 'table-row' ? head ?? block : undefined;
    if (head) heads.set(block, head);
  }
  return heads;
}

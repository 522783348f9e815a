import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { Setting } from '../reading/setting';
import { governingHeadings, headingOf, inherit } from './headings';
import { bestLanguage, languageScores } from './language';
import type { Heading, Outside } from './outside';
import { indexBehind, readSentences, tokenIndexAt, type Sentence } from '../reading/sentence';

/** A mention in its context: its sentence and its position among the sentence's tokens, `[first, next)`. */
export interface Place {
  readonly mention: Mention;
  readonly block: Block;
  readonly sentence: Sentence;
  readonly first: number;
  readonly next: number;
}

const NO_MENTIONS: readonly Mention[] = [];

/** The cached facts about a block, shared by all names in it. */
interface BlockNotes {
  sentences?: readonly Sentence[];
  language?: Lang;
  headings?: readonly Heading[];
  isInBibliography?: boolean;
  beginsAsLaw?: boolean;
  quotations?: readonly Span[];
  /** The sentences that contain a time. */
  timed?: readonly Sentence[];
  /** Offset of the first sentence that has a time and is not in the past tense. */
  toldInPresentFrom?: number;
  speaksOfTheSea?: boolean;
  /** For the first row of a table: whether the table compares the numbers of two texts. */
  comparesNumbers?: boolean;
  /** The largest number of objectives that the document attributes to another plan. */
  objectivesOfPlans?: number;
  setting?: Setting | 'none';
}

/**
 * The context that the judgement of a part of a document can query, read on demand and cached: sentences, headings,
 * languages. Only blocks with mentions are read. Facts from beyond the part come from `outside`.
 */
export class Surroundings {
  private readonly notes = new Map<Block, BlockNotes>();
  /** For each mention, once it was queried; null where no sentence contains it. */
  private readonly places: (Place | null | undefined)[] = [];
  private readonly headings = new Map<Block, Heading>();
  private governing: readonly (readonly Block[])[] | undefined;
  private tableHeads: ReadonlyMap<Block, Block> | undefined;
  private inherited: readonly Heading[] | undefined;
  /** The last result, since the same block is often queried several times in a row. */
  private lastNotes: { readonly block: Block; readonly notes: BlockNotes } | undefined;
  private lastMentions: Span & { readonly mentions: readonly Mention[] } = { start: -1, end: -1, mentions: [] };

  constructor(
    readonly prose: Prose,
    readonly mentions: readonly Mention[],
    readonly outside: Outside,
  ) {}

  /** The context of a mention; `undefined` only for one that no sentence contains. */
  placeOf(mention: Mention): Place | undefined {
    const index = this.firstFrom(mention.start);
    let place = this.places[index];
    if (place === undefined) this.places[index] = place = this.findPlace(mention) ?? null;
    return place ?? undefined;
  }

  /** The same as {@link placeOf}, for a range that is not a mention. */
  placeAt({ start, end }: Span): Place | undefined {
    return this.findPlace({ start, end, terms: [], isNearMiss: false });
  }

  /**
   * Releases the words of the sentences. To be called once the part is judged. Later queries read the few words that
   * they need again; keeping all of them would cost the garbage collector more time.
   */
  release(): void {
    for (const { sentences } of this.notes.values()) for (const sentence of sentences ?? []) sentence.release();
  }

  /** A fact about a block that only one reader can compute; computed once. */
  once<K extends Exclude<keyof BlockNotes, 'sentences' | 'language' | 'headings'>>(
    block: Block,
    what: K,
    read: () => NonNullable<BlockNotes[K]>,
  ): NonNullable<BlockNotes[K]> {
    const notes = this.notesOf(block);
    return (notes[what] ??= read()) as NonNullable<BlockNotes[K]>;
  }

  private notesOf(block: Block): BlockNotes {
    if (this.lastNotes?.block === block) return this.lastNotes.notes;
    let notes = this.notes.get(block);
    if (!notes)
      this.notes.set(
        block,
        (notes = {
          sentences: undefined,
          language: undefined,
          headings: undefined,
          isInBibliography: undefined,
          beginsAsLaw: undefined,
          quotations: undefined,
          timed: undefined,
          toldInPresentFrom: undefined,
          setting: undefined,
          speaksOfTheSea: undefined,
          objectivesOfPlans: undefined,
        }),
      );
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
      while (next < this.mentions.length && this.mentions[next]!.end <= end) next++;
      this.lastMentions = { start, end, mentions: next === first ? NO_MENTIONS : this.mentions.slice(first, next) };
    }
    return this.lastMentions.mentions;
  }

  /** Index of the first mention that begins at or after the offset. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first row of the table that contains a row. A first row, and any other block, is returned as it is. */
  tableHeadOf(block: Block): Block {
    return (this.tableHeads ??= headsOfTables(this.prose.blocks)).get(block) ?? block;
  }

  /** The headings that govern a block, nearest first. */
  headingsOf(block: Block): readonly Heading[] {
    return (this.notesOf(block).headings ??= this.findHeadings(block));
  }

  private findHeadings(block: Block): readonly Heading[] {
    const own = this.ownHeadingsOf(block);
    const top =
      block.kind === 'heading' ? Math.min(block.level, own.at(-1)?.level ?? Infinity) : (own.at(-1)?.level ?? Infinity);
    const inherited = (this.inherited ??= inherit(this.outside.headings()));
    const above = inherited.filter((heading) => heading.level < top);
    return above.length === 0 ? own : [...own, ...above];
  }

  /** The language of a block: its own where it is declared or the block is long enough, else that of the document. */
  languageOf(block: Block): Lang {
    return (this.notesOf(block).language ??= this.readLanguage(block) ?? this.outside.language());
  }

  /** The text of `[start, end)` within the bounds of the block. */
  textWithin(block: Block, start: number, end: number): string {
    return this.prose.text.slice(Math.max(start, block.start), Math.max(block.start, Math.min(end, block.end)));
  }

  private readLanguage({ start, end, lang }: Block): Lang | undefined {
    const scores = languageScores(this.prose.text, start, Math.min(end, start + 600));
    const told = bestLanguage(scores);
    if (!lang || !told) return lang ?? told;
    // A declaration may be outdated, copied with a template. But names and loanwords in a short passage, `La Liga de
    // las Naciones`, can easily suggest another language: overriding it takes several function words, and twice as many
    // as any other language has.
    const [most, next] = [...scores].sort((a, b) => b - a);
    return most! >= 3 && most! >= 2 * next! ? told : lang;
  }

  private ownHeadingsOf(block: Block): readonly Heading[] {
    // Each heading once, with its parent headings. The headings that govern a block also govern the next heading.
    const governing = (this.governing ??= governingHeadings(this.prose.blocks));
    let low = 0;
    let high = governing.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (governing[middle]![0]!.start < block.start) low = middle + 1;
      else high = middle - 1;
    }
    const blocks = governing[high] ?? [];
    return (block.kind === 'heading' ? blocks.filter((heading) => heading.level < block.level) : blocks).map(
      (heading) => this.read(heading),
    );
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
    while (next < sentence.tokens.length && sentence.tokens[next]!.start < mention.end) next++;
    return { mention, block, sentence, first, next };
  }
}

function headsOfTables(blocks: readonly Block[]): ReadonlyMap<Block, Block> {
  const heads = new Map<Block, Block>();
  let head: Block | undefined;
  for (const block of blocks) {
    head = block.kind === 'table-row' ? (head ?? block) : undefined;
    if (head) heads.set(block, head);
  }
  return heads;
}

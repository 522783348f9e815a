import { firstEndingAfter, firstStartingFrom, type Lang, type Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import { headingOf, inherit, Outline } from './headings';
import { bestLanguage, languageOf, languageScores } from './language';
import type { Heading, RestOfDocument } from './restOfDocument';
import { into } from '../into';
import { readSentences, type Sentence } from '../reading/sentence';

/** A mention in its context: its sentence and its position among the sentence's tokens, `[first, next)`. */
export interface MentionSite {
  readonly mention: Mention;
  readonly block: Block;
  readonly sentence: Sentence;
  readonly first: number;
  readonly next: number;
}

const NO_MENTIONS: readonly Mention[] = [];

/**
 * Reads a property of a block. {@link Surroundings.property} identifies a property by its function, so that has to be
 * a constant.
 */
export type BlockReader<T> = (block: Block, surroundings: Surroundings) => T;

/** What is cached of a block, shared by all names in it. */
class BlockNotes {
  sentences: readonly Sentence[] | undefined;
  language: Lang | undefined;
  headings: readonly Heading[] | undefined;
  /** The properties in the order of their first query, and their values. */
  readonly readers: BlockReader<unknown>[] = [];
  readonly values: unknown[] = [];
}

/**
 * The context that the judgement of a part of a document can query, read on demand and cached: sentences, headings,
 * languages. Only blocks with mentions are read. Facts from beyond the part come from `outside`.
 */
export class Surroundings {
  private readonly notes = new Map<Block, BlockNotes>();
  /** For each mention, once it was queried; null where no sentence contains it. */
  private readonly sites: (MentionSite | null | undefined)[] = [];
  private readonly headings = new Map<Block, Heading>();
  private headed: Outline | undefined;
  private tables: ReadonlyMap<Block, Table> | undefined;
  private inherited: readonly Heading[] | undefined;
  /** The last result, since the same block is often queried several times in a row. */
  private lastNotes: { readonly block: Block; readonly notes: BlockNotes } | undefined;
  private lastMentions: Span & { readonly mentions: readonly Mention[] } = { start: -1, end: -1, mentions: [] };

  constructor(
    readonly prose: Prose,
    readonly mentions: readonly Mention[],
    readonly rest: RestOfDocument,
  ) {}

  /** The context of a mention; `undefined` only for one that no sentence contains. */
  siteOf(mention: Mention): MentionSite | undefined {
    const index = firstStartingFrom(this.mentions, mention.start);
    let site = this.sites[index];
    if (site === undefined) this.sites[index] = site = this.findSite(mention) ?? null;
    return site ?? undefined;
  }

  /** The same as {@link siteOf}, for a range that is not a mention. */
  siteAt({ start, end }: Span): MentionSite | undefined {
    return this.findSite({ start, end, terms: [], isNearMiss: false });
  }

  /**
   * Releases the words of the sentences. To be called once the part is judged. Later queries read the few words that
   * they need again; keeping all of them would cost the garbage collector more time.
   */
  release(): void {
    for (const { sentences } of this.notes.values()) for (const sentence of sentences ?? []) sentence.release();
  }

  /** A property of a block, read once: for what only one stage queries. */
  property<T>(block: Block, read: BlockReader<T>): T {
    const { readers, values } = this.notesOf(block);
    const known = readers.indexOf(read);
    if (known >= 0) return values[known] as T;
    const value = read(block, this);
    readers.push(read);
    values.push(value);
    return value;
  }

  private notesOf(block: Block): BlockNotes {
    if (this.lastNotes?.block === block) return this.lastNotes.notes;
    let notes = this.notes.get(block);
    if (!notes) this.notes.set(block, (notes = new BlockNotes()));
    this.lastNotes = { block, notes };
    return notes;
  }

  sentencesOf(block: Block): readonly Sentence[] {
    return (this.notesOf(block).sentences ??= readSentences(this.prose, block));
  }

  /** The mentions inside a span, in order. */
  mentionsIn({ start, end }: Span): readonly Mention[] {
    if (this.lastMentions.start !== start || this.lastMentions.end !== end) {
      const first = firstStartingFrom(this.mentions, start);
      let next = first;
      while (next < this.mentions.length && this.mentions[next]!.end <= end) next++;
      this.lastMentions = { start, end, mentions: next === first ? NO_MENTIONS : this.mentions.slice(first, next) };
    }
    return this.lastMentions.mentions;
  }

  /** The first mention inside a span, if any. */
  firstMentionIn({ start, end }: Span): Mention | undefined {
    const first = this.mentions[firstStartingFrom(this.mentions, start)];
    return first && first.end <= end ? first : undefined;
  }

  /** The first row of the table that contains a row. A first row, and any other block, is returned as it is. */
  tableHeadOf(block: Block): Block {
    return (this.tables ??= tablesIn(this.prose)).get(block)?.head ?? block;
  }

  /** What is above the table of a row, nearest first: its caption with the heading above, or a line or heading. */
  titlesOf(row: Block): readonly Block[] {
    const { blocks } = this.prose;
    const first = (this.tables ??= tablesIn(this.prose)).get(row)?.first ?? 0;
    return blocks.slice(Math.max(0, first - (blocks[first - 1]?.kind === 'caption' ? 2 : 1)), first).reverse();
  }

  /** The rows of the table of a row, itself included, up to a distance in rows in both directions. */
  rowsNear(row: Block, reach: number): readonly Block[] {
    const at = this.prose.indexAt(row.start);
    const near = this.prose.blocks.slice(Math.max(0, at - reach), at + reach + 1);
    return near.filter((each) => this.tableHeadOf(each) === this.tableHeadOf(row));
  }

  /** The headings that govern a block, nearest first. */
  headingsOf(block: Block): readonly Heading[] {
    return (this.notesOf(block).headings ??= this.findHeadings(block));
  }

  private findHeadings(block: Block): readonly Heading[] {
    const { label, story } = block;
    const called = label === undefined ? undefined : this.headingsOfNote(label);
    if (called) return called;
    const own = this.ownHeadingsOf(block);
    if (story?.kind === 'margin') return own;
    // A text box is no part of the list of references in which it stands, but of the same time as its section.
    if (story) return [...own, ...this.headingsBefore(block).filter(({ isBibliography }) => !isBibliography)];
    return this.withInherited(own, block.kind === 'heading' ? block.level : Infinity);
  }

  /** A note is governed by what governs its call; one that nothing calls has its own place. */
  private headingsOfNote(label: string): readonly Heading[] | undefined {
    const called = this.rest.headingsOfNote(label);
    return called && inherit(called, label);
  }

  private headingsBefore({ start }: Block): readonly Heading[] {
    return this.withInherited(
      this.outline.before(start).map((heading) => this.read(heading)),
      Infinity,
    );
  }

  private withInherited(own: readonly Heading[], level: number): readonly Heading[] {
    const top = Math.min(level, own.at(-1)?.level ?? Infinity);
    const inherited = (this.inherited ??= inherit(this.rest.headings()));
    const above = inherited.filter((heading) => heading.level < top);
    return above.length === 0 ? own : [...own, ...above];
  }

  /** The language of a block: its own where it is declared or the block is long enough, else that of the document. */
  languageOf(block: Block): Lang {
    return (this.notesOf(block).language ??= languageIn(this.prose.text, block) ?? this.rest.language());
  }

  /** The text of `[start, end)` within the bounds of the block. */
  textWithin(block: Block, start: number, end: number): string {
    return this.prose.text.slice(Math.max(start, block.start), Math.max(block.start, Math.min(end, block.end)));
  }

  private get outline(): Outline {
    return (this.headed ??= new Outline(this.prose.blocks));
  }

  private ownHeadingsOf({ kind, level, start, story }: Block): readonly Heading[] {
    const blocks = this.outline.before(start, story);
    return (kind === 'heading' ? blocks.filter((heading) => heading.level < level) : blocks).map((heading) =>
      this.read(heading),
    );
  }

  private read(block: Block): Heading {
    return into(this.headings, block, () => headingOf(this.prose, block));
  }

  private findSite(mention: Mention): MentionSite | undefined {
    const block = this.prose.blockAt(mention.start);
    const sentences = block ? this.sentencesOf(block) : [];
    const sentence = sentences[firstEndingAfter(sentences, mention.start)];
    if (!block || !sentence || sentence.start > mention.start) return undefined;
    const first = firstEndingAfter(sentence.tokens, mention.start);
    let next = first;
    while (next < sentence.tokens.length && sentence.tokens[next]!.start < mention.end) next++;
    return { mention, block, sentence, first, next };
  }
}

/** The language that the words of a block determine, if any; a {@link BlockReader}. */
export function clearLanguage({ start, end }: Block, { prose: { text } }: Surroundings): Lang | undefined {
  return languageOf(text, start, end);
}

/** The language that each block states, which the parts that follow ask for as well. */
const LANGUAGES = new WeakMap<Block, { readonly lang: Lang | undefined }>();

function languageIn(text: string, block: Block): Lang | undefined {
  return into(LANGUAGES, block, () => ({ lang: readLanguage(text, block) })).lang;
}

function readLanguage(text: string, { start, end, lang }: Block): Lang | undefined {
  const scores = languageScores(text, start, Math.min(end, start + 600));
  const stated = bestLanguage(scores);
  if (!lang || !stated) return lang ?? stated;
  // A declaration may be outdated, copied with a template. But names and loanwords in a short passage, `La Liga de
  // las Naciones`, can easily suggest another language: overriding it takes several function words, and twice as many
  // as any other language has.
  const [most, next] = [...scores].sort((a, b) => b - a);
  return most! >= 3 && most! >= 2 * next! ? stated : lang;
}

/** The table of a row: its first row, and the index of the first row of the tables that follow each other. */
interface Table {
  readonly head: Block;
  readonly first: number;
}

function tablesIn({ blocks, text, format }: Prose): ReadonlyMap<Block, Table> {
  const tables = new Map<Block, Table>();
  let table: Table | undefined;
  let first = -1;
  let isNew = true;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'table-row') {
      [table, first, isNew] = [undefined, -1, true];
      continue;
    }
    if (first < 0) first = i;
    else isNew ||= format.tables.next.test(text.slice(blocks[i - 1]!.end, block.start));
    // A table without a header has an empty one in some formats.
    if (isNew && WRITTEN.test(text.slice(block.start, block.end))) [table, isNew] = [{ head: block, first }, false];
    if (table) tables.set(block, table);
  }
  return tables;
}

const WRITTEN = /[\p{L}\d]/u;

import { blocksSinceName } from '../claims/nearNames';
import type { JudgedClaim } from '../claims/claim';
import type { SetAside } from '../setAside/setAside';
import { readDirectives, type Directive } from './ignore';
import { apostrophesIn } from '../findings/apostrophes';
import { headingOf, lastHeadings, Outline } from '../surroundings/headings';
import { noteCallsIn, type NoteCalls } from '../surroundings/noteCalls';
import { brokenWordsOf, hasAccents } from '../verdicts/nearMiss';
import { languageScores, type LanguageScores } from '../surroundings/language';
import { introducesAnother } from '../verdicts/meaning';
import { UnknownRest, type Heading, type RestOfDocument } from '../surroundings/restOfDocument';
import { Evidence } from '../surroundings/evidence';
import { openIntroduction, type OpenIntroduction } from '../surroundings/setting';
import type { Settling } from '../verdicts/settle';
import { legalSignsOf } from '../verdicts/legalText';
import { Surroundings } from '../surroundings/surroundings';
import type { Lang } from '../document';
import { findMentions, type Found, type Mention } from '../mentions/findMentions';
import type { OtherSign } from '../mentions/otherSigns';
import { isIdentifier } from '../prose/addresses';
import { Prose, type Block, type Format } from '../prose/prose';
import type { Head, Termbase } from '../termbase/termbase';
import { HeadingChain } from './headingChain';
import { isElectedWithoutDate, undatedEventsIn, type UndatedEvent } from '../reading/textTime/undatedEvents';
import { into } from '../into';
import { yearsIn, type WrittenYear } from './writtenYears';
import type { Text } from '../reading/text';

/** The answers about the rest of the document that a part received; they may no longer be those of the document. */
export interface Answers extends RestOfDocument {
  /** The headings that govern the part, or the call of a note, with the parts that contain them. */
  chainOf(note: string | undefined): HeadingChain | undefined;
  areStale(): boolean;
}

/** The result of judging a part, and the answers about the rest of the document on which it depends. */
export interface Judgement {
  readonly answers: Answers;
  readonly surroundings: Surroundings;
  readonly settling: Settling;
  readonly claims: readonly JudgedClaim[];
  /** Found by asking the relations again. */
  readonly setAside: () => readonly SetAside[];
  /** The number of its findings, if they are not listed and the rest is released. */
  readonly unlisted?: number;
}

let nextNumber = 0;

/**
 * A stretch of a document that is read, searched and judged separately. All its offsets are relative to its own
 * start, so that an edit elsewhere does not affect it. Its contribution to the document as a whole is computed on
 * demand.
 */
export class Part {
  readonly prose: Prose;
  readonly evidence: Evidence;
  /** Set by the {@link DocumentCheck} that judges it. */
  judgement: Judgement | undefined;
  /**
   * The current position, maintained by the {@link PartList}: the index among the parts, the offset of the start, and
   * the headings that govern the beginning.
   */
  index = 0;
  start = 0;
  inherited!: HeadingChain;
  private found: Found | undefined;
  private accents: boolean | undefined;
  private ownApostrophes: ReturnType<typeof apostrophesIn> | undefined;
  private broken: number | undefined;
  private legal: ReturnType<typeof legalSignsOf> | undefined;
  private scores: readonly (readonly [start: number, scores: LanguageScores])[] | undefined;
  private comments: readonly Directive[] | undefined;
  private writtenYears: readonly WrittenYear[] | undefined;
  private headsOfThen: readonly Head[] | undefined;
  private full: ReadonlySet<string> | undefined;
  private last: readonly Heading[] | undefined;
  private outline: Outline | undefined;
  private readonly headings = new Map<Block, Heading>();
  private calls: NoteCalls | undefined;
  private introduces: { readonly introduction: OpenIntroduction | 'continued' | undefined } | undefined;
  private readonly others = new Map<string, boolean>();
  private readonly texts = new Map<Lang, Text>();
  private readonly sinceName = new Map<Lang, number>();
  private events: { readonly lang: Lang; readonly found: readonly UndatedEvent[] } | undefined;
  private elected: { readonly lang: Lang; readonly found: readonly string[] } | undefined;
  private firstNames: Map<string, number> | undefined;
  /** Unique for each part that was ever cut. */
  readonly number = nextNumber++;

  constructor(
    readonly text: string,
    blocks: readonly Block[],
    format: Format,
    private readonly termbase: Termbase,
  ) {
    this.prose = new Prose(text, format, blocks);
    this.evidence = new Evidence(this.prose, () => this.otherSigns);
  }

  get mentions(): readonly Mention[] {
    return this.names.mentions;
  }

  /** The words that indicate other meanings of abbreviations. */
  get otherSigns(): readonly OtherSign[] {
    return this.names.signs;
  }

  private get names(): Found {
    if (!this.found) {
      const { text, prose } = this;
      this.found = findMentions(
        text,
        this.termbase,
        prose.format.readEscape,
        (start, end) => prose.isProse(start, end) && !isIdentifier(text, start, end),
      );
    }
    return this.found;
  }

  get hasAccents(): boolean {
    return (this.accents ??= hasAccents(this.text));
  }

  get apostrophes(): ReturnType<typeof apostrophesIn> {
    return (this.ownApostrophes ??= apostrophesIn(this.text));
  }

  get brokenWords(): number {
    return (this.broken ??= brokenWordsOf(this.text));
  }

  get legalSigns(): ReturnType<typeof legalSignsOf> {
    return (this.legal ??= legalSignsOf(this.prose));
  }

  get directives(): readonly Directive[] {
    return (this.comments ??= readDirectives(this.prose));
  }

  /** For each block, its start and its score for each language. */
  get languageScores(): readonly (readonly [start: number, scores: LanguageScores])[] {
    return (this.scores ??= this.prose.blocks.map(({ start, end }) => [start, languageScores(this.text, start, end)]));
  }

  /** The ids of the names that occur in full, not abbreviated. */
  get fullNames(): ReadonlySet<string> {
    return (this.full ??= new Set(
      this.mentions.flatMap(({ terms }) =>
        terms.filter((term) => term.form !== 'abbreviation').map((term) => term.entry.name.id),
      ),
    ));
  }

  /** The headings in this part that govern its end; nearest first. */
  get lastHeadings(): readonly Heading[] {
    return (this.last ??= lastHeadings(this.prose.blocks).map((block) => headingOf(this.prose, block)));
  }

  /** The calls of notes in the part. */
  get noteCalls(): NoteCalls {
    return (this.calls ??= noteCallsIn(this.prose));
  }

  /** The headings above a block, and the block itself if it is one: a note of a heading belongs to its section. */
  headingsAbove({ start, story }: Block): HeadingChain {
    const own = (this.outline ??= new Outline(this.prose.blocks)).before(start + 1, story);
    const headings = own.map((block) => into(this.headings, block, () => headingOf(this.prose, block)));
    return (story?.kind === 'margin' ? HeadingChain.empty : this.inherited).below(headings, this);
  }

  /** The introduction of a list that continues after the part. */
  get introduction(): OpenIntroduction | 'continued' | undefined {
    return (this.introduces ??= { introduction: openIntroduction(this.text, this.prose.blocks) }).introduction;
  }

  /** For each concept that the part names, the index of the first term. */
  get namesByConcept(): ReadonlyMap<string, number> {
    if (!this.firstNames) {
      this.firstNames = new Map();
      for (const { terms } of this.mentions)
        for (const { entry, index } of terms)
          if (!this.firstNames.has(entry.concept.id)) this.firstNames.set(entry.concept.id, index);
    }
    return this.firstNames;
  }

  /** The sentences of the part, in the document's language, as the discourse of a later part reads them. */
  textIn(lang: Lang): Text {
    return into(this.texts, lang, () => new Surroundings(this.prose, this.mentions, new UnknownRest(lang)));
  }

  /** The number of blocks at the end of the part, after the last one that names a concept. */
  blocksSinceName(lang: Lang): number {
    return into(this.sinceName, lang, () => blocksSinceName(this.textIn(lang)));
  }

  /** The places that report an event without its date. */
  undatedEvents(lang: Lang): readonly UndatedEvent[] {
    if (this.events?.lang !== lang) this.events = { lang, found: undatedEventsIn(this.prose, lang) };
    return this.events.found;
  }

  /** The persons whose election or appointment the part reports without a year. */
  electedWithoutDate(lang: Lang): readonly string[] {
    if (this.elected?.lang !== lang) {
      const found = this.mentions.flatMap((mention) => {
        const { concept } = mention.terms[0]!.entry;
        return concept.kind === 'person' && isElectedWithoutDate(this.prose, mention, lang) ? [concept.id] : [];
      });
      this.elected = { lang, found };
    }
    return this.elected.found;
  }

  /** Those who headed an organization under a former name that the part uses. */
  get formerHeads(): readonly Head[] {
    return (this.headsOfThen ??= this.mentions.flatMap(({ terms }) =>
      terms.flatMap(({ status, entry }) => (status === 'superseded' ? [...entry.heads.values()] : [])),
    ));
  }

  /** The years in the prose, each once for each kind. */
  get years(): readonly WrittenYear[] {
    return (this.writtenYears ??= yearsIn(this.prose, this.mentions));
  }

  introducesAnother(abbreviation: string): boolean {
    return into(this.others, abbreviation, () => introducesAnother(this.prose, abbreviation));
  }
}

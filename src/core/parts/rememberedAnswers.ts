import type { Lang } from '../document';
import { into } from '../into';
import { NEAR, NEXT, type DistantMeaning, type Heading, type Side } from '../surroundings/restOfDocument';
import type { TermEntry } from '../termbase/termbase';
import type { HeadingChain } from './headingChain';
import type { TextTime } from '../reading/textTime/textTime';
import type { Introduction } from '../surroundings/settingWords';
import type { WholeDocument } from './wholeDocument';
import type { Answers, Part } from './part';
import { FARTHEST } from '../reading/readings';
import type { EarlierText } from '../reading/text';

type Answer = boolean | number | string | undefined;

interface Question {
  readonly ask: () => Answer;
  readonly answer: Answer;
}

/**
 * The answers that one part has received about the rest of its document. They are kept with their questions, so that
 * the questions can be asked again after an edit: a part whose answers are unchanged need not be judged again.
 */
export class RememberedAnswers implements Answers {
  private readonly asked = new Map<string, Question>();
  private readonly meanings: Record<Side, readonly DistantMeaning[]> = { before: [], after: [] };
  /** The number of the text for which the answers were last verified. */
  private verified: number;
  private headingsRead: HeadingChain | undefined;
  private time: TextTime | undefined;
  private readonly earlier = new Map<number, EarlierText | undefined>();

  constructor(
    private readonly part: Part,
    private readonly whole: WholeDocument,
  ) {
    this.verified = whole.edition;
  }

  areStale(): boolean {
    if (this.verified === this.whole.edition) return false;
    for (const { ask, answer } of this.asked.values()) if (ask() !== answer) return true;
    this.verified = this.whole.edition;
    if (this.headingsRead) this.headingsRead = this.part.inherited;
    return false;
  }

  language(): Lang {
    return this.memoize('language', () => this.whole.language()) as Lang;
  }

  writesAccents(): boolean {
    return this.memoize('accents', () => this.whole.writesAccents()) === true;
  }

  writesCurvedApostrophes(): boolean {
    return this.memoize('curved', () => this.whole.writesCurvedApostrophes()) === true;
  }

  isScanned(): boolean {
    return this.memoize('scanned', () => this.whole.isScanned()) === true;
  }

  isLegalText(): boolean {
    return this.memoize('legal', () => this.whole.isLegalText()) === true;
  }

  textTime(): TextTime {
    this.memoize('time', () => this.whole.timeKey());
    return (this.time ??= this.whole.textTime().time);
  }

  isIntroduced(abbreviation: string): boolean | undefined {
    return this.memoize(`introduced ${abbreviation}`, () => this.whole.isIntroduced(abbreviation)) as
      boolean | undefined;
  }

  headings(): readonly Heading[] {
    this.memoize('headings', () => this.part.inherited.key);
    return (this.headingsRead ??= this.part.inherited).headings;
  }

  headingsOfNote(label: string): readonly Heading[] | undefined {
    const key = this.memoize(`note ${label}`, () => this.whole.keyOfNote(label));
    return key === false ? undefined : this.whole.headingsOfNote(label)!.headings;
  }

  chainOf(note: string | undefined): HeadingChain | undefined {
    return note === undefined ? this.part.inherited : this.whole.headingsOfNote(note);
  }

  introduction(): { readonly introduction: Introduction; readonly distance: number } | undefined {
    const answer = this.memoize('introduction', () => {
      for (const { other, distance } of this.neighbours('before', NEAR)) {
        const found = other.introduction;
        if (found !== 'continued') return found && `${found.introduction} ${distance + found.distance}`;
      }
      return undefined;
    });
    if (answer === undefined) return undefined;
    const [introduction, distance] = String(answer).split(' ');
    return { introduction: introduction as Introduction, distance: Number(distance) };
  }

  before(n: number): EarlierText | undefined {
    if (!this.earlier.has(n)) {
      // A part is identified by its number: a different number means a different text.
      this.memoize(`before ${n}`, () => this.partBefore(n)?.number ?? -1);
      const part = this.partBefore(n);
      this.earlier.set(n, part && this.earlierText(part, n));
    }
    return this.earlier.get(n);
  }

  blocksSinceName(): number {
    return this.memoize('blocks since a name', () => {
      let count = 0;
      for (let i = this.part.index - 1; i >= 0 && count < FARTHEST; i--) {
        const other = this.whole.parts[i]!;
        const own = other.blocksSinceName(this.language());
        count += own;
        if (own < other.prose.blocks.length) return count;
      }
      return Infinity;
    }) as number;
  }

  /** The n-th preceding part that has blocks. */
  private partBefore(n: number): Part | undefined {
    let left = n;
    for (let i = this.part.index - 1; i >= 0; i--) {
      const other = this.whole.parts[i]!;
      if (other.prose.blocks.length > 0 && --left === 0) return other;
    }
    return undefined;
  }

  private earlierText(part: Part, distance: number): EarlierText {
    const text = part.textIn(this.language());
    return {
      prose: text.prose,
      sentencesOf: (block) => text.sentencesOf(block),
      mentionsIn: (span) => text.mentionsIn(span),
      firstMentionIn: (span) => text.firstMentionIn(span),
      siteOf: (mention) => text.siteOf(mention),
      languageOf: (block) => text.languageOf(block),
      distance,
      isForeign: (mention) =>
        this.memoize(`foreign ${distance} ${mention.start}`, () =>
          this.whole.foreignIn(part, () => new RememberedAnswers(part, this.whole)).has(mention),
        ) === true,
    };
  }

  nameOf(concept: string): TermEntry | undefined {
    const index = this.memoize(`names ${concept}`, () => this.whole.nameOf(concept)) as number;
    return index < 0 ? undefined : this.whole.termbase.terms[index];
  }

  anchorDistance(side: Side, own: string): number {
    return this.memoize(`anchor ${side} ${own}`, () => {
      for (const { other, distance } of this.neighbours(side, NEAR)) {
        const found = distance + other.evidence.anchorDistance(side, NEAR - distance, own);
        if (found < Infinity) return found;
      }
      return Infinity;
    }) as number;
  }

  otherMeanings(side: Side): readonly DistantMeaning[] {
    // The answer is compared as one string; the list that it encodes is kept separately.
    this.memoize(`meanings ${side}`, () => {
      const meanings: DistantMeaning[] = [];
      for (const { other, distance } of this.neighbours(side, NEXT)) {
        for (const meaning of other.evidence.distantMeanings(side, NEXT - distance))
          meanings.push({ id: meaning.id, distance: distance + meaning.distance });
      }
      this.meanings[side] = meanings;
      return meanings.map(({ id, distance }) => `${id} ${distance}`).join();
    });
    return this.meanings[side];
  }

  /** The parts on one side within `reach` code units, nearest first, with the distance at which each begins. */
  private *neighbours(side: Side, reach: number): Generator<{ readonly other: Part; readonly distance: number }> {
    const step = side === 'before' ? -1 : 1;
    let distance = 0;
    for (let i = this.part.index + step; distance < reach; i += step) {
      const other = this.whole.parts[i];
      if (!other) return;
      yield { other, distance };
      distance += other.text.length;
    }
  }

  private memoize(question: string, ask: () => Answer): Answer {
    return into(this.asked, question, () => ({ ask, answer: ask() })).answer;
  }
}

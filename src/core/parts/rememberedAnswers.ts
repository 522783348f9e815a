import type { Lang } from '../document';
import {
  NEAR,
  NEXT,
  type DistantMeaning,
  type Heading,
  type RestOfDocument,
  type Side,
} from '../surroundings/restOfDocument';
import type { TermEntry } from '../termbase/termbase';
import type { HeadingChain } from './headingChain';
import type { TextTime } from '../reading/textTime/textTime';
import type { Introduction } from '../surroundings/settingWords';
import type { WholeDocument } from './wholeDocument';
import type { Part } from './part';
import { FARTHEST } from '../reading/readings';
import type { EarlierText } from '../reading/text';

type Answer = boolean | number | string | undefined;

interface Question {
  readonly ask: () => Answer;
  readonly answer: Answer;
  readonly dependsOn: Dependency;
}

/**
 * What an answer depends on: while that is unchanged, so is the answer. Another part that remembers the answer is asked
 * each time.
 */
type Dependency = 'whole' | 'part' | Neighbours;

/** The neighbours whose text determined the answer. */
interface Neighbours {
  readonly step: 1 | -1;
  /** Nearest first; `undefined` denotes the end of the document. */
  readonly parts: (Part | undefined)[];
}

/**
 * The answers that one part has received about the rest of its document. They are kept with their questions, so that
 * the questions can be asked again after an edit: a part whose answers are unchanged need not be judged again.
 */
export class RememberedAnswers implements RestOfDocument {
  private readonly asked = new Map<string, Question>();
  /** The questions about the document as a whole, and those about other parts. */
  private readonly ofWhole: Question[] = [];
  private readonly ofOthers: Question[] = [];
  private readonly meanings: Record<Side, readonly DistantMeaning[]> = { before: [], after: [] };
  /**
   * The version of the document for which the answers were last verified, and the headings that the part has read, if
   * any.
   */
  private version: number;
  private headingsRead: HeadingChain | undefined;
  private time: TextTime | undefined;
  private readonly earlier = new Map<number, EarlierText | undefined>();

  constructor(
    private readonly part: Part,
    private readonly whole: WholeDocument,
  ) {
    this.version = whole.version;
  }

  areStale(): boolean {
    const {
      headingsRead,
      part: { inherited },
    } = this;
    if (headingsRead !== undefined && headingsRead !== inherited && headingsRead.key !== inherited.key) return true;
    if (this.version !== this.whole.version && this.ofWhole.some(isChanged)) return true;
    if (this.ofOthers.some((question) => !this.isUnchanged(question) && isChanged(question))) return true;
    this.version = this.whole.version;
    if (headingsRead !== undefined) this.headingsRead = inherited;
    return false;
  }

  private isUnchanged({ dependsOn }: Question): boolean {
    return typeof dependsOn === 'object' && this.areStillNeighbours(dependsOn);
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
    const answer = this.askNeighbours('introduction', 'before', (neighbours) => {
      for (const { other, distance } of this.neighbours(NEAR, neighbours)) {
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
      let part: Part | undefined;
      // A part is identified by its number: a different number means a different text.
      this.askNeighbours(`before ${n}`, 'before', (neighbours) => {
        part = this.partBefore(n, neighbours);
        return part?.number ?? -1;
      });
      this.earlier.set(n, part && this.earlierText(part, n));
    }
    return this.earlier.get(n);
  }

  blocksSinceName(): number {
    return this.askNeighbours('blocks since a name', 'before', ({ parts }) => {
      let count = 0;
      for (let i = this.part.index - 1; count < FARTHEST; i--) {
        const other: Part | undefined = this.whole.parts[i];
        parts.push(other);
        if (!other) break;
        const own = other.blocksSinceName(this.language());
        count += own;
        if (own < other.prose.blocks.length) return count;
      }
      return Infinity;
    }) as number;
  }

  /** The n-th preceding part that has blocks. Each part is recorded when it is read. */
  private partBefore(n: number, { parts }: Neighbours): Part | undefined {
    let left = n;
    for (let i = this.part.index - 1; ; i--) {
      const other: Part | undefined = this.whole.parts[i];
      parts.push(other);
      if (!other || (other.prose.blocks.length > 0 && --left === 0)) return other;
    }
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
        this.memoize(
          `foreign ${distance} ${mention.start}`,
          () => this.whole.foreignIn(part, () => new RememberedAnswers(part, this.whole)).has(mention),
          'part',
        ) === true,
    };
  }

  nameOf(concept: string): TermEntry | undefined {
    const index = this.memoize(`names ${concept}`, () => this.whole.nameOf(concept)) as number;
    return index < 0 ? undefined : this.whole.termbase.terms[index];
  }

  anchorDistance(side: Side, own: string): number {
    return this.askNeighbours(`anchor ${side} ${own}`, side, (neighbours) => {
      for (const { other, distance } of this.neighbours(NEAR, neighbours)) {
        const found = distance + other.evidence.anchorDistance(side, NEAR - distance, own);
        if (found < Infinity) return found;
      }
      return Infinity;
    }) as number;
  }

  otherMeanings(side: Side): readonly DistantMeaning[] {
    // The answer is compared as one string; the list that it encodes is kept separately.
    this.askNeighbours(`meanings ${side}`, side, (neighbours) => {
      const meanings: DistantMeaning[] = [];
      for (const { other, distance } of this.neighbours(NEXT, neighbours)) {
        for (const meaning of other.evidence.distantMeanings(side, NEXT - distance))
          meanings.push({ id: meaning.id, distance: distance + meaning.distance });
      }
      this.meanings[side] = meanings;
      return meanings.map(({ id, distance }) => `${id} ${distance}`).join();
    });
    return this.meanings[side];
  }

  /** Answers a question that depends on the parts on one side; `ask` records the parts that it reads. */
  private askNeighbours(question: string, side: Side, ask: (neighbours: Neighbours) => Answer): Answer {
    const known = this.asked.get(question);
    if (known) return known.answer;
    const neighbours: Neighbours = { step: side === 'before' ? -1 : 1, parts: [] };
    return this.memoize(
      question,
      () => {
        neighbours.parts.length = 0;
        return ask(neighbours);
      },
      neighbours,
    );
  }

  /**
   * The parts on one side within `reach` code units, nearest first, with the distance at which each begins. Each part
   * is recorded when it is read.
   */
  private *neighbours(
    reach: number,
    { step, parts }: Neighbours,
  ): Generator<{ readonly other: Part; readonly distance: number }> {
    let distance = 0;
    for (let i = this.part.index + step; distance < reach; i += step) {
      const other: Part | undefined = this.whole.parts[i];
      parts.push(other);
      if (!other) return;
      yield { other, distance };
      distance += other.text.length;
    }
  }

  private areStillNeighbours({ step, parts }: Neighbours): boolean {
    for (let i = 0; i < parts.length; i++)
      if (parts[i] !== this.whole.parts[this.part.index + step * (i + 1)]) return false;
    return true;
  }

  private memoize(question: string, ask: () => Answer, dependsOn: Dependency = 'whole'): Answer {
    let known = this.asked.get(question);
    if (!known) {
      this.asked.set(question, (known = { ask, answer: ask(), dependsOn }));
      (dependsOn === 'whole' ? this.ofWhole : this.ofOthers).push(known);
    }
    return known.answer;
  }
}

function isChanged({ ask, answer }: Question): boolean {
  return ask() !== answer;
}

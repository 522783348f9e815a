import type { Lang } from '../document';
import type { DistantMeaning, Heading, Outside, Side } from '../context/outside';
import type { Chain } from './chain';
import type { WholeDocument } from './wholeDocument';
import type { Part } from './part';

type Answer = boolean | string | undefined;

interface Question {
  readonly ask: () => Answer;
  readonly answer: Answer;
  readonly restsOn: Ground;
}

/** What an answer rests on: as long as that is the same, so is the answer. */
type Ground = 'whole' | Neighbours;

/** The neighbours whose words gave the answer. */
interface Neighbours {
  readonly step: 1 | -1;
  /** Nearest first; `undefined` for the document's end. */
  readonly parts: (Part | undefined)[];
}

const NO_MEANINGS: readonly DistantMeaning[] = [];

/**
 * What one part was told about the rest of its document. Kept with the questions, so that after an edit they can be
 * asked again: a part whose answers are still the same need not be judged again.
 */
export class Answers implements Outside {
  private readonly asked = new Map<string, Question>();
  private readonly questions: Question[] = [];
  /** The document's state in which the answers were seen to hold, and the headings that were told, if any were. */
  private version: number;
  private told: Chain | undefined;

  constructor(private readonly part: Part, private readonly whole: WholeDocument) {
    this.version = whole.version;
  }

  areStale(): boolean {
    const { told, part: { inherited } } = this;
    if (told !== undefined && told !== inherited && told.key !== inherited.key) return true;
    for (const question of this.questions) {
      if (!this.isGroundSame(question.restsOn) && question.ask() !== question.answer) return true;
    }
    this.version = this.whole.version;
    if (told !== undefined) this.told = inherited;
    return false;
  }

  private isGroundSame(ground: Ground): boolean {
    return ground === 'whole' ? this.version === this.whole.version : this.areBeside(ground);
  }

  language(): Lang {
    return this.remember('language', () => this.whole.language()) as Lang;
  }

  writesAccents(): boolean {
    return this.remember('accents', () => this.whole.writesAccents()) === true;
  }

  isScanned(): boolean {
    return this.remember('scanned', () => this.whole.isScanned()) === true;
  }

  isLegalText(): boolean {
    return this.remember('legal', () => this.whole.isLegalText()) === true;
  }

  isIntroduced(abbreviation: string): boolean | undefined {
    return this.remember(`introduced ${abbreviation}`, () => this.whole.isIntroduced(abbreviation)) as boolean | undefined;
  }

  headings(): readonly Heading[] {
    return (this.told ??= this.part.inherited).headings;
  }

  anchorDistance(side: Side, reach: number, own: string): number {
    return Number(this.askNeighbours(`anchor ${side} ${own}`, side, reach, (other, left) => {
      const distance = other.passages.anchorDistance(side, left, own);
      return distance === Infinity ? undefined : String(reach - left + distance);
    }) ?? Infinity);
  }

  otherMeanings(side: Side, reach: number): readonly DistantMeaning[] {
    const told = this.askNeighbours(`meanings ${side}`, side, reach, (other, left) => (
      other.passages.distantMeanings(side, left).map(({ id, distance }) => `${id} ${reach - left + distance}`).join()), true);
    if (told === undefined || told === '') return NO_MEANINGS;
    return String(told).split(',').map((meaning) => {
      const [id, distance] = meaning.split(' ');
      return { id, distance: Number(distance) };
    });
  }

  /**
   * Asks the parts on one side, nearest first, about what stands within so many code units of this one (`left`, counted from
   * their near edges): the first that has an answer gives it, or `all` do.
   */
  private askNeighbours(question: string, side: Side, reach: number, ask: (other: Part, left: number) => string | undefined, all = false): Answer {
    const known = this.asked.get(question);
    if (known) return known.answer;
    const neighbours: Neighbours = { step: side === 'before' ? -1 : 1, parts: [] };
    return this.remember(question, () => {
      const answers: string[] = [];
      neighbours.parts.length = 0;
      for (let i = this.part.index + neighbours.step, left = reach; left > 0; i += neighbours.step) {
        const other: Part | undefined = this.whole.parts[i];
        neighbours.parts.push(other);
        if (!other) break;
        const answer = ask(other, left);
        if (answer !== undefined && answer !== '') answers.push(answer);
        if (answers.length > 0 && !all) break;
        left -= other.text.length;
      }
      return answers.length === 0 ? undefined : answers.join();
    }, neighbours);
  }

  private areBeside({ step, parts }: Neighbours): boolean {
    for (let i = 0; i < parts.length; i++) if (parts[i] !== this.whole.parts[this.part.index + step * (i + 1)]) return false;
    return true;
  }

  private remember(question: string, ask: () => Answer, restsOn: Ground = 'whole'): Answer {
    let known = this.asked.get(question);
    if (!known) {
      this.asked.set(question, (known = { ask, answer: ask(), restsOn }));
      this.questions.push(known);
    }
    return known.answer;
  }
}

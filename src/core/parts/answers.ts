import type { Lang } from '../document';
import type { Heading, Outside, Side } from '../context/outside';
import type { WholeDocument } from './wholeDocument';
import type { Part } from './part';

type Answer = boolean | string | undefined;

interface Question {
  readonly ask: () => Answer;
  readonly answer: Answer;
  /** The neighbours whose words gave the answer; as long as they are the same parts, so is the answer. */
  readonly neighbours: Neighbours | undefined;
}

interface Neighbours {
  readonly step: 1 | -1;
  /** Nearest first; `undefined` for the document's end. */
  readonly parts: (Part | undefined)[];
}

/**
 * What one part was told about the rest of its document. Kept with the questions, so that after an edit they can be
 * asked again: a part whose answers are still the same need not be judged again.
 */
export class Answers implements Outside {
  private readonly asked = new Map<string, Question>();

  constructor(private readonly part: Part, private readonly whole: WholeDocument) {}

  areStale(): boolean {
    for (const question of this.asked.values()) {
      if (question.neighbours && this.areBeside(question.neighbours)) continue;
      if (question.ask() !== question.answer) return true;
    }
    return false;
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
    this.remember('headings', () => this.part.inherited.key);
    return this.part.inherited.headings;
  }

  hasAnchor(side: Side, reach: number, own: string): boolean {
    return this.askNeighbours(`anchor ${side} ${reach} ${own}`, side, reach, ({ passages }, from, to) => passages.hasAnchor(from, to, own), (answers) => answers.includes(true)) === true;
  }

  otherMeanings(side: Side, reach: number): readonly string[] {
    const ids = this.askNeighbours(`meanings ${side} ${reach}`, side, reach, ({ passages }, from, to) => [...passages.otherMeaningsIn(from, to)], (answers) => [...new Set(answers.flat())].join(' '));
    return ids === '' ? [] : String(ids).split(' ');
  }

  /** Asks the parts on one side, nearest first, about what stands within `reach` of this one, and sums their answers up. */
  private askNeighbours<T>(question: string, side: Side, reach: number, ask: (other: Part, from: number, to: number) => T, sumUp: (answers: readonly T[]) => Answer): Answer {
    const neighbours: Neighbours = { step: side === 'before' ? -1 : 1, parts: [] };
    return this.remember(question, () => {
      const answers: T[] = [];
      neighbours.parts.length = 0;
      for (let i = this.part.index + neighbours.step, left = reach; left > 0; i += neighbours.step) {
        const other: Part | undefined = this.whole.parts[i];
        neighbours.parts.push(other);
        if (!other) break;
        const { length } = other.text;
        answers.push(side === 'before' ? ask(other, Math.max(0, length - left), length) : ask(other, 0, Math.min(left, length)));
        left -= length;
      }
      return sumUp(answers);
    }, neighbours);
  }

  private areBeside({ step, parts }: Neighbours): boolean {
    return parts.every((known, i) => known === this.whole.parts[this.part.index + step * (i + 1)]);
  }

  private remember(question: string, ask: () => Answer, neighbours?: Neighbours): Answer {
    let known = this.asked.get(question);
    if (!known) this.asked.set(question, (known = { ask, answer: ask(), neighbours }));
    return known.answer;
  }
}

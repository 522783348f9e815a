import { overlapping, type TextDocument } from '../document';
import { settle } from '../verdicts/settle';
import type { Verdict } from '../verdicts/verdict';
import type { Termbase } from '../termbase/termbase';
import { DocumentUsage } from './documentUsage';
import { judgePart } from './judgePart';
import type { Judgement, Part } from './part';
import { RememberedAnswers } from './rememberedAnswers';
import type { Results, Settlement } from './results';
import { WholeDocument } from './wholeDocument';

/** The judgements of a document, and what is reported of them. */
interface Judged extends Settlement {
  readonly parts: readonly Part[];
  readonly judgements: readonly Judgement[];
  readonly verdicts: readonly (readonly Verdict[])[];
}

/**
 * A document as one of today. Only the parts whose judgement depends on the time of the text are judged again, on the
 * same reading of their text.
 */
export class AsOfToday {
  private readonly whole: WholeDocument;
  private readonly known = new WeakMap<Part, Judgement>();
  private steps: Generator<void, number> | undefined;
  private count: number | undefined;

  constructor(
    document: TextDocument,
    private readonly termbase: Termbase,
    private readonly results: Results,
  ) {
    this.whole = new WholeDocument(document.lang, termbase, { ...document, date: 'today' });
  }

  /** As {@link WholeDocument.read}. */
  read(parts: readonly Part[]): void {
    this.whole.read(parts);
    this.steps = undefined;
    this.count = undefined;
  }

  /**
   * Counts the findings of today in the places where `judged` reports nothing, as far as time allows; `undefined` if it
   * is not done.
   */
  heldBack(judged: Judged, isTimeUp: () => boolean): number | undefined {
    this.steps ??= this.countIn(judged);
    while (this.count === undefined) {
      const step = this.steps.next();
      if (step.done) this.count = step.value;
      else if (isTimeUp()) return undefined;
    }
    return this.count;
  }

  private *countIn({ parts, judgements, verdicts, ignored }: Judged): Generator<void, number> {
    const today: Judgement[] = [];
    for (const [i, part] of parts.entries()) today.push(yield* this.judgementOf(part, judgements[i]!));
    const settled = settle(today, this.termbase, new DocumentUsage(today).sum);
    let count = 0;
    for (const [i, part] of parts.entries()) {
      if (today[i] === judgements[i]) continue;
      const reported = this.results.placesOf(part, judgements[i]!, verdicts[i]!, ignored);
      const ofToday = this.results.placesOf(part, today[i]!, settled[i]!, ignored);
      count += ofToday.filter((span) => overlapping(reported, span) === undefined).length;
      yield;
    }
    return count;
  }

  private *judgementOf(part: Part, judgement: Judgement): Generator<void, Judgement> {
    if (!judgement.answers.dependOnTime()) return judgement;
    const known = this.known.get(part);
    if (known && !known.answers.areStale()) return known;
    const judged = yield* judgePart(part, new RememberedAnswers(part, this.whole), this.termbase);
    this.known.set(part, judged);
    return judged;
  }
}

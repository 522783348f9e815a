import { Meanings } from '../verdicts/meaning';
import { isForeign } from '../verdicts/judge';
import { Surroundings } from '../surroundings/surroundings';
import { into } from '../into';
import type { Mention } from '../mentions/findMentions';
import type { Termbase } from '../termbase/termbase';
import type { Answers, Part } from './part';

/**
 * The homonyms among the mentions of a part, for the later parts that read its sentences. The answers equal those of
 * the judgement of the part, but each is computed only on request.
 */
export class ForeignMentions {
  private known: { readonly answers: Answers; readonly has: (mention: Mention) => boolean } | undefined;

  constructor(
    private readonly part: Part,
    private readonly termbase: Termbase,
    private readonly newAnswers: () => Answers,
  ) {}

  has(mention: Mention): boolean {
    if (this.known?.answers.areStale() !== false) this.known = this.read();
    return this.known.has(mention);
  }

  private read(): NonNullable<ForeignMentions['known']> {
    const { prose, mentions, evidence } = this.part;
    const answers = this.newAnswers();
    const surroundings = new Surroundings(prose, mentions, answers);
    const meanings = new Meanings(surroundings, evidence, this.termbase);
    const found = new Map<Mention, boolean>();
    const has = (mention: Mention): boolean => into(found, mention, () => isForeign(mention, surroundings, meanings));
    return { answers, has };
  }
}

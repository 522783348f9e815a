import { firstStartingFrom } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import { DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { Range } from '../reading/nodes';
import { extended, innermost } from '../reading/phrases';
import type { Reading } from '../reading/read';
import { isRefutedBeside, readingIn } from '../reading/readings';
import { indexOfSentence, type Sentence } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { Token } from '../reading/tokens';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';

/** A name in its sentence, as the steps of its judgement query it. */
export class Use implements MentionSite {
  readonly mention: Mention;
  readonly block: Block;
  readonly sentence: Sentence;
  readonly first: number;
  readonly next: number;

  constructor(
    site: MentionSite,
    readonly term: TermEntry,
    readonly surroundings: Surroundings,
  ) {
    this.mention = site.mention;
    this.block = site.block;
    this.sentence = site.sentence;
    this.first = site.first;
    this.next = site.next;
  }

  get tokens(): readonly Token[] {
    return this.sentence.tokens;
  }

  get grammar(): Grammar {
    return grammarOf(this.surroundings.languageOf(this.block));
  }

  get reading(): Reading {
    return readingIn(this.surroundings, this.sentence);
  }

  /** The innermost statement that contains the name. */
  get statement(): Statement | undefined {
    return innermost(this.reading.statements, this);
  }

  /** How what is said of the name is said: asserted, asked, denied and the like. */
  get modality(): Reading['modality'] {
    return this.statement?.modality ?? this.reading.modality;
  }

  /** The clause that contains the name. */
  get clause(): Range {
    return clauseOf(this.tokens, this);
  }

  /** The other mentions in the sentence that may denote something of a kind. */
  othersOf(isOfKind: (term: TermEntry) => boolean): readonly MentionSite[] {
    return this.surroundings
      .mentionsIn(this.sentence)
      .filter((other) => other !== this.mention && other.terms.some(isOfKind))
      .flatMap((other) => this.surroundings.siteOf(other) ?? []);
  }

  /** The mentions in the sentence before and after this one. */
  get neighbours(): { readonly before: Mention | undefined; readonly after: Mention | undefined } {
    const mentions = this.surroundings.mentionsIn(this.sentence);
    const index = firstStartingFrom(mentions, this.mention.start);
    return { before: mentions[index - 1], after: mentions[index + 1] };
  }

  /** Whether the sentence next to that of the name merely refutes it. */
  get isRefutedBeside(): boolean {
    const index = indexOfSentence(this.surroundings.sentencesOf(this.block), this.sentence);
    return isRefutedBeside(this.surroundings, this.block, index);
  }
}

/** The clause that contains a range of tokens: semicolons, dashes and contrasting conjunctions delimit it. */
export function clauseOf(tokens: readonly Token[], range: Range): Range {
  return extended(tokens, range, isBoundary);
}

/** Whether a token delimits clauses. */
export function isBoundary({ folded }: Token): boolean {
  return folded === ';' || folded === '—' || DOCUMENT_WORDS.contrasting.has(folded);
}

import { readChunks } from './chunks';
import { readClauses } from './clauses';
import type { Grammar } from './grammar';
import { sentenceModality } from './modality';
import type { DateGroup, Named, Node, NounGroup } from './nodes';
import type { Sentence } from './sentence';
import { type Modality, type Statement, withOwners } from './statement';

/**
 * A sentence with its mentions and statements, read in linear time and without facts. Its chunks, clauses and modality
 * are read on first access.
 */
export class Reading {
  private chunks: readonly Node[] | undefined;
  private clauses: readonly Statement[] | undefined;
  private nouns: readonly NounGroup[] | undefined;
  private whole: Modality | undefined;

  constructor(
    readonly grammar: Grammar,
    readonly sentence: Sentence,
    private readonly named: readonly Named[],
  ) {}

  get nodes(): readonly Node[] {
    return (this.chunks ??=
      this.sentence.tokens.length > MOST_TOKENS ? [] : readChunks(this.sentence, this.named, this.grammar));
  }

  get statements(): readonly Statement[] {
    return (this.clauses ??= readClauses(this.nodes, this.sentence.tokens, this.grammar, this.modality));
  }

  /** All noun groups, owners included, in the order of their heads. */
  get groups(): readonly NounGroup[] {
    if (this.nouns) return this.nouns;
    const groups = this.nodes.flatMap((node) => (node.kind === 'noun' ? [...withOwners(node)] : []));
    return (this.nouns = [...new Set(groups)].sort((a, b) => a.first - b.first));
  }

  /** All dates, in order, including those that belong to noun groups. */
  get dates(): readonly DateGroup[] {
    const dates = [
      ...this.nodes.filter((node) => node.kind === 'date'),
      ...this.groups.flatMap((group) => group.dates),
    ];
    return [...new Set(dates)].sort((a, b) => a.first - b.first);
  }

  /** The modality of the sentence as a whole. */
  get modality(): Modality {
    return (this.whole ??= sentenceModality(this.sentence.tokens, this.grammar));
  }
}

/** Longer sentences are lists without a full stop, not clauses. */
const MOST_TOKENS = 260;

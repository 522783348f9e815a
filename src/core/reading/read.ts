import type { Lang } from '../document';
import { readChunks } from './chunks';
import { readClauses } from './clauses';
import { type Grammar, grammarOf } from './grammar';
import { sentenceModality } from './modality';
import type { Named, Node, NounGroup } from './nodes';
import type { Sentence } from './sentence';
import { type Modality, type Statement, withOwners } from './statement';

/** A sentence with its statements. */
export interface Reading {
  readonly sentence: Sentence;
  readonly grammar: Grammar;
  readonly nodes: readonly Node[];
  readonly statements: readonly Statement[];
  /** All noun groups, owners included, in the order of their heads. */
  readonly groups: readonly NounGroup[];
  /** The modality of the sentence as a whole. */
  readonly modality: Modality;
}

/** Longer sentences are lists without a full stop, not clauses. */
const MOST_TOKENS = 260;

/** Reads a sentence: its chunks, clauses and modality, each on first access. Runs in linear time and uses no facts. */
export function readSentence(sentence: Sentence, named: readonly Named[], lang: Lang): Reading {
  return readWith(grammarOf(lang), sentence, named);
}

/** Reads a sentence in the language of any grammar. */
export function readWith(grammar: Grammar, sentence: Sentence, named: readonly Named[]): Reading {
  return new LazyReading(grammar, sentence, named);
}

class LazyReading implements Reading {
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

  get groups(): readonly NounGroup[] {
    return (this.nouns ??= groupsIn(this.nodes));
  }

  get modality(): Modality {
    return (this.whole ??= sentenceModality(this.sentence.tokens, this.grammar));
  }
}

function groupsIn(nodes: readonly Node[]): readonly NounGroup[] {
  const groups = new Set<NounGroup>();
  for (const node of nodes) if (node.kind === 'noun') for (const group of withOwners(node)) groups.add(group);
  return [...groups].sort((a, b) => a.first - b.first);
}

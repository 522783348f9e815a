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

/** Parses a sentence: its words, chunks, clauses and their modality. Runs in linear time and uses no facts. */
export function readSentence(sentence: Sentence, named: readonly Named[], lang: Lang): Reading {
  return readWith(grammarOf(lang), sentence, named);
}

/** Parses a sentence in the language of any grammar. */
export function readWith(grammar: Grammar, sentence: Sentence, named: readonly Named[]): Reading {
  const { tokens } = sentence;
  const modality = sentenceModality(tokens, grammar);
  const nodes = tokens.length > MOST_TOKENS ? [] : readChunks(sentence, named, grammar);
  const statements = readClauses(nodes, tokens, grammar, modality);
  return { sentence, grammar, nodes, statements, groups: groupsIn(nodes), modality };
}

function groupsIn(nodes: readonly Node[]): readonly NounGroup[] {
  const groups = new Set<NounGroup>();
  for (const node of nodes) if (node.kind === 'noun') for (const group of withOwners(node)) groups.add(group);
  return [...groups].sort((a, b) => a.first - b.first);
}

import type { Lang } from '../document';
import type { Sentence } from './sentence';
import { readChunks } from './chunks';
import { readClauses } from './clauses';
import { grammarOf, type Grammar } from './grammar';
import { sentenceModality } from './modality';
import type { Named, Node, NounGroup } from './nodes';
import { withOwners, type Modality, type Statement } from './statement';

/** A sentence with its statements. */
export interface Reading {
  readonly sentence: Sentence;
  readonly grammar: Grammar;
  readonly nodes: readonly Node[];
  readonly statements: readonly Statement[];
  /** All noun groups, owners included, in the order of their heads. */
  readonly groups: readonly NounGroup[];
  /** How it is said as a whole. */
  readonly modality: Modality;
}

/** Longer ones are lists without a stop, which no clause runs through. */
const MOST_TOKENS = 260;

/** Reads a sentence: its words, chunks, clauses and how they are said. It takes linear time and knows no facts. */
export function readSentence(sentence: Sentence, named: readonly Named[], lang: Lang): Reading {
  return readWith(grammarOf(lang), sentence, named);
}

/** Reads a sentence in the language of a grammar, which may be any. */
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

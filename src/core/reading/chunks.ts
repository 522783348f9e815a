import { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { Mark, Named, Node } from './nodes';
import { nounGroupAt } from './nounGroupAt';
import type { Sentence } from './sentence';
import type { Token } from './tokens';
import { verbInContext } from './verbInContext';

/** The sentence as noun groups, dates, verb groups and the remaining words. `named` are its mentions, sorted. */
export function readChunks(sentence: Sentence, named: readonly Named[], grammar: Grammar): readonly Node[] {
  return attachOwners(sharePossessives(new Chunker(new ChunkText(sentence, named, grammar)).read()));
}

class Chunker {
  readonly nodes: Node[] = [];
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;

  constructor(readonly text: ChunkText) {
    this.tokens = text.tokens;
    this.grammar = text.grammar;
  }

  read(): Node[] {
    for (let i = 0; i < this.tokens.length;) {
      const node = nodeAt(this, i);
      if (node !== 'none') this.nodes.push(node);
      i = Math.max(node === 'none' ? 0 : node.next, i + 1);
    }
    return this.nodes;
  }

  get last(): Node | undefined {
    return this.nodes[this.nodes.length - 1];
  }

  is(i: number, kind: WordClass): boolean {
    return this.grammar.is(this.tokens[i], kind);
  }

  follows(...kinds: readonly Node['kind'][]): boolean {
    return this.last !== undefined && kinds.includes(this.last.kind);
  }

  noun(i: number): Node {
    return nounGroupAt(this.text, i, this.last, undefined);
  }

  mark(kind: Mark['kind'], i: number, next = i + 1): Mark {
    const token = this.tokens[i]!;
    const roles = kind === 'preposition' ? this.grammar.rolesOf(token) : undefined;
    return { kind, first: i, next, word: token.folded, roles };
  }
}

/** The node that begins at a token; `none` for a token without a node, `undefined` if another rule decides. */
type ChunkRule = (chunker: Chunker, i: number) => Node | 'none' | undefined;

function nodeAt(chunker: Chunker, i: number): Node | 'none' {
  for (const rule of RULES) {
    const node = rule(chunker, i);
    if (node !== undefined) return node;
  }
  return chunker.noun(i);
}

/** What a token may begin, in the order of precedence; a noun group where no rule applies. */
const RULES: readonly ChunkRule[] = [
  (chunker, i) => (chunker.text.nameAt(i) ? chunker.noun(i) : undefined),
  ({ text }, i) => text.dateAt(i),
  punctuation,
  articleOfDate,
  genitive,
  relative,
  ofClass('coordinator'),
  ofClass('supposing'),
  ({ text, nodes }, i) => verbInContext(text, i, nodes),
  ofClass('conceding'),
  preposition,
  ofClass('subordinator'),
  (chunker, i) => (chunker.text.isNegation(i) ? chunker.mark('negation', i) : undefined),
  adverb,
  conjunction,
];

function ofClass(kind: Mark['kind'] & WordClass): ChunkRule {
  return (chunker, i) => (chunker.is(i, kind) ? chunker.mark(kind, i) : undefined);
}

const PUNCTUATION: ReadonlyMap<string, Mark['kind']> = new Map([
  [',', 'comma'],
  ...['.', ';', '?', '!', '…'].map((mark) => [mark, 'stop'] as const),
  [':', 'colon'],
  ...['—', '–', '-'].map((mark) => [mark, 'dash'] as const),
  ...['(', '['].map((mark) => [mark, 'open'] as const),
  ...[')', ']'].map((mark) => [mark, 'close'] as const),
]);

function punctuation(chunker: Chunker, i: number): Mark | 'none' | undefined {
  const { tokens } = chunker;
  const { kind, start, end, folded } = tokens[i]!;
  if (kind !== 'punctuation') return undefined;
  const isHyphen = folded === '-' && (tokens[i - 1]?.end === start || tokens[i + 1]?.start === end);
  return folded === "'" || isHyphen ? 'none' : chunker.mark(PUNCTUATION.get(folded) ?? 'other', i);
}

function articleOfDate(chunker: Chunker, i: number): 'none' | undefined {
  return chunker.text.dateAt(i + 1) && chunker.is(i, 'definite') ? 'none' : undefined;
}

/** The ending of a genitive, with the noun group that the preceding group owns. */
function genitive({ nodes, tokens, grammar, text }: Chunker, i: number): Node | undefined {
  const owner = nodes[nodes.length - 1];
  const isGenitive =
    tokens[i]!.folded === grammar.genitive &&
    tokens[i - 1]?.folded === "'" &&
    owner?.kind === 'noun' &&
    owner.next >= i - 1;
  if (!isGenitive) return undefined;
  nodes.pop();
  return nounGroupAt(text, i + 1, nodes[nodes.length - 1], owner);
}

function relative(chunker: Chunker, i: number): Mark | undefined {
  const isRelative =
    (chunker.is(i, 'relative') && followsAntecedent(chunker) && !opensDeterminer(chunker, i)) ||
    chunker.is(i, 'relativeOwner') ||
    (chunker.is(i, 'relativePlace') && chunker.last !== undefined);
  return isRelative ? chunker.mark('relative', i) : undefined;
}

function followsAntecedent(chunker: Chunker): boolean {
  const { nodes } = chunker;
  const before = nodes[nodes.length - 2]?.kind;
  return (
    chunker.follows('noun', 'date', 'close', 'preposition') ||
    (chunker.follows('comma') && (before === 'noun' || before === 'close' || before === 'date'))
  );
}

/** A preposition. The plural article that is also one ("des") is a preposition after a noun only. */
function preposition(chunker: Chunker, i: number): Mark | undefined {
  const isArticle = chunker.is(i, 'indefinite') && !chunker.follows('noun');
  return chunker.grammar.rolesOf(chunker.tokens[i]!) && !isArticle ? chunker.mark('preposition', i) : undefined;
}

function adverb(chunker: Chunker, i: number): Mark | undefined {
  const { grammar, tokens } = chunker;
  const token = tokens[i]!;
  // After an article within a preposition, an ordinal is a noun: "del primero".
  const isNoun =
    chunker.follows('preposition') && grammar.isContracted(tokens[i - 1]!) && grammar.ordinalOf(token) !== undefined;
  return (chunker.is(i, 'adverb') || grammar.isAdverb(token)) &&
    !isNoun &&
    !chunker.is(i, 'quantifier') &&
    grammar.hedgeOf(token) === undefined
    ? chunker.mark('adverb', i)
    : undefined;
}

function conjunction(chunker: Chunker, i: number): Node | undefined {
  if (!chunker.is(i, 'relative') && !chunker.is(i, 'that')) return undefined;
  return opensDeterminer(chunker, i) ? chunker.noun(i) : chunker.mark('that', i);
}

/** Whether a word that may be a demonstrative determiner is followed by its noun. */
function opensDeterminer(chunker: Chunker, i: number): boolean {
  const { tokens, grammar, text } = chunker;
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || !chunker.is(i, 'demonstrative') || chunker.follows('noun')) return false;
  // "It was in Rabat that governments": "that" is not the determiner of a plural noun.
  if (chunker.is(i, 'that') && (/s$/.test(next.folded) || chunker.follows('date', 'close', 'comma'))) return false;
  return (
    grammar.verbForms(next).length === 0 && !grammar.isAnyOf(next, OPENING_SUBJECTS) && text.nameAt(i + 1) === undefined
  );
}

const OPENING_SUBJECTS: readonly WordClass[] = ['definite', 'pronounThing', 'pronounSeveral', 'pronounPerson'];

/** Attaches the complement of "of" to the preceding group: "the head of the Network", "l'accord de 2016". */
export function attachOwners(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = out.length - 3; i >= 0; i--) {
    const [group, preposition, inner] = [out[i], out[i + 1], out[i + 2]];
    if (
      group!.kind !== 'noun' ||
      (group!.pronoun !== undefined && group!.pronoun !== 'other') ||
      preposition!.kind !== 'preposition' ||
      preposition!.roles?.has('of') !== true
    )
      continue;
    // "a total of 175 Member States": the number belongs to the group itself.
    if (inner!.kind === 'noun') {
      group!.owners.push(inner!);
      group!.end = inner!.end;
      out.splice(i + 1, 2);
    } else if (inner!.kind === 'date') {
      group!.dates.push(inner!);
      group!.end = inner!.next;
      out.splice(i + 1, 2);
    }
  }
  return out;
}

/**
 * "its ten principles and 22 objectives": a group without a determiner shares the possessive of the group with which it
 * is coordinated.
 */
export function sharePossessives(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = 2; i < out.length; i++) {
    const [first, joint, group] = [out[i - 2], out[i - 1], out[i]];
    if (
      first!.kind !== 'noun' ||
      first!.possessive === undefined ||
      joint!.kind !== 'coordinator' ||
      group!.kind !== 'noun'
    )
      continue;
    const isBare =
      group!.determiner === 'none' &&
      group!.possessive === undefined &&
      group!.pronoun === undefined &&
      group!.named.length === 0 &&
      !group!.isProper;
    if (isBare) out[i] = { ...group!, possessive: first!.possessive };
  }
  return out;
}

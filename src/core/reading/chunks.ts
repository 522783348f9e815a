import { ChunkText, firstAnswer } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { endOf, type Mark, type Named, type Node } from './nodes';
import { nounGroupAt } from './nounGroupAt';
import type { Sentence } from './sentence';
import { verbInContext } from './verbGroups';

/** The sentence as noun groups, dates, verb groups and the remaining words. `named` are its mentions, sorted. */
export function readChunks(sentence: Sentence, named: readonly Named[], grammar: Grammar): readonly Node[] {
  const text = new ChunkText(sentence, named, grammar);
  for (let i = 0; i < text.tokens.length;) {
    const node = firstAnswer(RULES, text, i) ?? nounGroupAt(text, i);
    if (node !== 'none') text.nodes.push(node);
    i = Math.max(node === 'none' ? 0 : node.next, i + 1);
  }
  return attachOwners(text.nodes);
}

/** The node that begins at a token; `none` for a token without a node, `undefined` if another rule decides. */
type ChunkRule = (text: ChunkText, i: number) => Node | 'none' | undefined;

/** What a token may begin, in the order of precedence; a noun group where no rule applies. */
const RULES: readonly ChunkRule[] = [
  (text, i) => (text.names.get(i) ? nounGroupAt(text, i) : undefined),
  (text, i) => text.dates.get(i),
  punctuation,
  articleOfDate,
  genitive,
  relative,
  ofClass('coordinator'),
  ofClass('supposing'),
  elidedIf,
  verbInContext,
  ofClass('conceding'),
  (text, i) => (text.grammar.rolesOf(text.tokens[i]!) ? text.mark('preposition', i) : undefined),
  ofClass('subordinator'),
  ofClass('negation'),
  adverb,
  conjunction,
];

function ofClass(kind: Mark['kind'] & WordClass): ChunkRule {
  return (text, i) => (text.is(i, kind) ? text.mark(kind, i) : undefined);
}

/** "s'ils": no reflexive pronoun precedes a subject. */
function elidedIf(text: ChunkText, i: number): Mark | undefined {
  const isElided = text.is(i, 'reflexive') && text.tokens[i + 1]?.folded === "'";
  return isElided && text.is(i + 2, 'pronounSubject') ? text.mark('supposing', i) : undefined;
}

const PUNCTUATION: ReadonlyMap<string, Mark['kind']> = new Map([
  [',', 'comma'],
  ...['.', ';', '?', '!', '…'].map((mark) => [mark, 'stop'] as const),
  [':', 'colon'],
  ['|', 'cell'],
  ...['—', '–', '-'].map((mark) => [mark, 'dash'] as const),
  ...['(', '['].map((mark) => [mark, 'open'] as const),
  ...[')', ']'].map((mark) => [mark, 'close'] as const),
]);

function punctuation(text: ChunkText, i: number): Mark | 'none' | undefined {
  const { tokens } = text;
  const { kind, start, end, folded } = tokens[i]!;
  if (kind !== 'punctuation') return undefined;
  const isHyphen = folded === '-' && (tokens[i - 1]?.end === start || tokens[i + 1]?.start === end);
  return folded === "'" || isHyphen ? 'none' : text.mark(PUNCTUATION.get(folded) ?? 'other', i);
}

function articleOfDate(text: ChunkText, i: number): 'none' | undefined {
  return text.dates.get(i + 1) && text.is(i, 'definite') ? 'none' : undefined;
}

/** The ending of a genitive, with the noun group that the preceding group owns. */
function genitive(text: ChunkText, i: number): Node | undefined {
  const { nodes, tokens, grammar, last: owner } = text;
  if (tokens[i]!.folded !== grammar.genitive || tokens[i - 1]?.folded !== "'" || owner?.kind !== 'noun')
    return undefined;
  nodes.pop();
  return nounGroupAt(text, i + 1, owner);
}

function relative(text: ChunkText, i: number): Mark | undefined {
  const isRelative =
    (text.is(i, 'relative') && followsAntecedent(text)) || text.is(i, 'relativeOwner') || text.is(i, 'relativePlace');
  return isRelative ? text.mark('relative', i) : undefined;
}

function followsAntecedent(text: ChunkText): boolean {
  const { nodes } = text;
  const before = nodes[nodes.length - 2]?.kind;
  return (
    text.follows('noun', 'date', 'close', 'preposition') ||
    (text.follows('comma') && (before === 'noun' || before === 'close' || before === 'date'))
  );
}

function adverb(text: ChunkText, i: number): Mark | undefined {
  const mayBe = text.is(i, 'adverb') || text.grammar.entryOf(text.tokens[i]!).isAdverb;
  return mayBe && !text.is(i, 'quantifier') ? text.mark('adverb', i) : undefined;
}

/** "that"; not the pronoun of "its status is that of a treaty". */
function conjunction(text: ChunkText, i: number): Mark | undefined {
  const isPronoun = text.is(i, 'demonstrative') && text.grammar.hasRole(text.tokens[i + 1], 'of');
  return !isPronoun && (text.is(i, 'relative') || text.is(i, 'that')) ? text.mark('that', i) : undefined;
}

/** Attaches the complement of "of" to the preceding group: "the head of the Network", "l'accord de 2016". */
function attachOwners(nodes: readonly Node[]): readonly Node[] {
  const reversed: Node[] = [];
  for (const group of [...nodes].reverse()) {
    const [inner, preposition] = reversed.slice(-2);
    const hasOwner = group.kind === 'noun' && preposition?.kind === 'preposition' && preposition.roles?.has('of');
    if (hasOwner && (inner?.kind === 'noun' || inner?.kind === 'date')) {
      if (inner.kind === 'noun') group.owners.push(inner);
      else group.dates.push(inner);
      group.end = endOf(inner);
      reversed.length -= 2;
    }
    reversed.push(group);
  }
  return reversed.reverse();
}

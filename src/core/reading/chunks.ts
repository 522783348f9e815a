import { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { Mark, Named, Node, NounGroup } from './nodes';
import { nounGroupAt } from './nounGroupAt';
import type { Sentence } from './sentence';
import { verbInContext } from './verbInContext';

/** The sentence as noun groups, dates, verb groups and the remaining words. `named` are its mentions, sorted. */
export function readChunks(sentence: Sentence, named: readonly Named[], grammar: Grammar): readonly Node[] {
  const text = new ChunkText(sentence, named, grammar);
  for (let i = 0; i < text.tokens.length;) {
    const node = nodeAt(text, i);
    if (node !== 'none') text.nodes.push(node);
    i = Math.max(node === 'none' ? 0 : node.next, i + 1);
  }
  return attachOwners(sharePossessives(text.nodes));
}

/** The node that begins at a token; `none` for a token without a node, `undefined` if another rule decides. */
type ChunkRule = (text: ChunkText, i: number) => Node | 'none' | undefined;

function nodeAt(text: ChunkText, i: number): Node | 'none' {
  for (const rule of RULES) {
    const node = rule(text, i);
    if (node !== undefined) return node;
  }
  return nounGroupAt(text, i);
}

/** What a token may begin, in the order of precedence; a noun group where no rule applies. */
const RULES: readonly ChunkRule[] = [
  (text, i) => (text.nameAt(i) ? nounGroupAt(text, i) : undefined),
  (text, i) => text.dateAt(i),
  punctuation,
  articleOfDate,
  genitive,
  relative,
  ofClass('coordinator'),
  ofClass('supposing'),
  verbInContext,
  ofClass('conceding'),
  preposition,
  ofClass('subordinator'),
  (text, i) => (text.isNegation(i) ? text.mark('negation', i) : undefined),
  adverb,
  conjunction,
];

function ofClass(kind: Mark['kind'] & WordClass): ChunkRule {
  return (text, i) => (text.is(i, kind) ? text.mark(kind, i) : undefined);
}

const PUNCTUATION: ReadonlyMap<string, Mark['kind']> = new Map([
  [',', 'comma'],
  ...['.', ';', '?', '!', '…'].map((mark) => [mark, 'stop'] as const),
  [':', 'colon'],
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
  return text.dateAt(i + 1) && text.is(i, 'definite') ? 'none' : undefined;
}

/** The ending of a genitive, with the noun group that the preceding group owns. */
function genitive(text: ChunkText, i: number): Node | undefined {
  const { nodes, tokens, grammar, last: owner } = text;
  const isGenitive =
    tokens[i]!.folded === grammar.genitive &&
    tokens[i - 1]?.folded === "'" &&
    owner?.kind === 'noun' &&
    owner.next >= i - 1;
  if (!isGenitive) return undefined;
  nodes.pop();
  return nounGroupAt(text, i + 1, owner);
}

function relative(text: ChunkText, i: number): Mark | undefined {
  const isRelative =
    (text.is(i, 'relative') && followsAntecedent(text) && !opensDeterminer(text, i)) ||
    text.is(i, 'relativeOwner') ||
    (text.is(i, 'relativePlace') && text.last !== undefined);
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

/** A preposition. The plural article that is also one ("des") is a preposition after a noun only. */
function preposition(text: ChunkText, i: number): Mark | undefined {
  const isArticle = text.is(i, 'indefinite') && !text.follows('noun');
  return text.grammar.rolesOf(text.tokens[i]!) && !isArticle ? text.mark('preposition', i) : undefined;
}

function adverb(text: ChunkText, i: number): Mark | undefined {
  const { grammar, tokens } = text;
  const token = tokens[i]!;
  // After an article within a preposition, an ordinal is a noun: "del primero".
  const isNoun =
    text.follows('preposition') && grammar.isContracted(tokens[i - 1]!) && grammar.ordinalOf(token) !== undefined;
  return (text.is(i, 'adverb') || grammar.isAdverb(token)) &&
    !isNoun &&
    !text.is(i, 'quantifier') &&
    grammar.hedgeOf(token) === undefined
    ? text.mark('adverb', i)
    : undefined;
}

function conjunction(text: ChunkText, i: number): Node | undefined {
  if (!text.is(i, 'relative') && !text.is(i, 'that')) return undefined;
  return opensDeterminer(text, i) ? nounGroupAt(text, i) : text.mark('that', i);
}

/** Whether a word that may be a demonstrative determiner is followed by its noun. */
function opensDeterminer(text: ChunkText, i: number): boolean {
  const { tokens, grammar } = text;
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || !text.is(i, 'demonstrative') || text.follows('noun')) return false;
  // "It was in Rabat that governments": "that" is not the determiner of a plural noun.
  if (text.is(i, 'that') && (/s$/.test(next.folded) || text.follows('date', 'close', 'comma'))) return false;
  return (
    grammar.verbForms(next).length === 0 && !grammar.isAnyOf(next, OPENING_SUBJECTS) && text.nameAt(i + 1) === undefined
  );
}

const OPENING_SUBJECTS: readonly WordClass[] = ['definite', 'pronounThing', 'pronounSeveral', 'pronounPerson'];

/** Attaches the complement of "of" to the preceding group: "the head of the Network", "l'accord de 2016". */
function attachOwners(nodes: readonly Node[]): readonly Node[] {
  const reversed: Node[] = [];
  for (const group of [...nodes].reverse()) {
    const [inner, preposition] = reversed.slice(-2);
    if (group.kind === 'noun' && mayHaveOwner(group) && preposition?.kind === 'preposition' && isOf(preposition)) {
      if (inner?.kind === 'noun') group.owners.push(inner);
      else if (inner?.kind === 'date') group.dates.push(inner);
      if (inner?.kind === 'noun' || inner?.kind === 'date') {
        group.end = inner.kind === 'noun' ? inner.end : inner.next;
        reversed.length -= 2;
      }
    }
    reversed.push(group);
  }
  return reversed.reverse();
}

function mayHaveOwner({ pronoun }: NounGroup): boolean {
  return pronoun === undefined || pronoun === 'other';
}

function isOf({ roles }: Mark): boolean {
  return roles?.has('of') === true;
}

/**
 * "its ten principles and 22 objectives": a group without a determiner shares the possessive of the group with which it
 * is coordinated.
 */
function sharePossessives(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((group, i) => {
    const first = nodes[i - 1]?.kind === 'coordinator' ? nodes[i - 2] : undefined;
    const shares =
      first?.kind === 'noun' &&
      first.possessive !== undefined &&
      group.kind === 'noun' &&
      group.determiner === 'none' &&
      group.possessive === undefined &&
      group.pronoun === undefined &&
      group.named.length === 0;
    return shares ? { ...group, possessive: first.possessive } : group;
  });
}

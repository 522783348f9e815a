import type { Node, Range } from '../../reading/nodes';
import { isVerbOf } from '../field';
import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { tellsOrIs, isCopula, type LinkedTopics, linkedWithin, FAR, NEAR } from '../linkWords';

/** The topics after a part: in brackets, after a mark, a preposition or a verb, or in apposition. */
export function topicsAfter(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  const {
    sentence: { tokens },
    nodes,
  } = utterance.reading;
  let p = part.end;
  while (/^[\]"»”*'’]$/.test(tokens[p]?.folded ?? '')) p++;
  // "Objective 9, too", "objective 9, for instance,": adverbs between.
  const mark = tokens[p]?.folded;
  if (mark === undefined || p >= bounds.next) return undefined;
  if (/^[:–—(-]$/.test(mark))
    return linkedWithin(
      near,
      p + 1,
      endOf(tokens, p + 1, bounds.next, mark === '(' ? /^[)]$/ : /^[;.]$/),
      true,
      mark === '(' ? FAR : NEAR,
    );
  const isComma = mark === ',';
  const at = isComma ? p + 1 : p;
  if (tokens[at] && relation.on.has(tokens[at].folded))
    return linkedWithin(
      near,
      at + 1,
      Math.max(endOf(tokens, at + 1, bounds.next, /^[;.:()]$/, nodes), firstAfter(near, at + 1)),
      true,
      NEAR,
    );
  const node = nodes.findIndex(({ next }) => next > at);
  if (node < 0) return undefined;
  const opening = firstBut(nodes, node, (each) => each.kind === 'adverb' || (each.kind === 'comma' && !isComma));
  if (!opening) return undefined;
  const relative = relativeAt(nodes, opening.index);
  if (relative !== undefined) return afterVerb(utterance, nodes, relative, bounds, near, relation);
  if (opening.node.kind === 'verb') {
    // "Objective 22, devoted to": a form that may be a participle.
    if (isComma && opening.node.form === 'finite' && opening.node.passive !== undefined) return undefined;
    if (!tellsOrIs(utterance, opening.node, relation)) return undefined;
    return linkedWithin(
      near,
      opening.node.next,
      endOf(tokens, opening.node.next, bounds.next, /^[;.]$/),
      false,
      isCopula(utterance, opening.node) ? NEAR : FAR,
    );
  }
  // "L'objectif 20, celui qui vise les envois de fonds,"
  const ofPronoun =
    isComma && opening.node.kind === 'noun' && opening.node.pronoun === 'other'
      ? relativeAt(nodes, opening.index + 1)
      : undefined;
  if (ofPronoun !== undefined) return afterVerb(utterance, nodes, ofPronoun, bounds, near, relation);
  if (isComma && opening.node.kind === 'noun') return apposed(nodes, opening.index, part, bounds, near);
  return undefined;
}

/** "Objective 15, access to basic services,": a noun group without a following verb. */
function apposed(
  nodes: readonly Node[],
  index: number,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
): LinkedTopics | undefined {
  const group = nodes[index]!;
  const closing = nodes[index + 1];
  if (closing?.kind === 'verb' || closing?.kind === 'adverb') return undefined;
  // "For Objective 6, recruitment and detention": an "and" continues the list.
  // "Objective 11, integrated, secure and coordinated border management": adjectives between commas, without a
  // following verb.
  const isLast =
    closing?.kind === 'comma' &&
    !nodes.slice(index + 1).some(({ kind, first }) => kind === 'verb' && first < bounds.next);
  const stop = isLast
    ? nodes.slice(index + 1).find(({ kind }) => kind === 'stop' || kind === 'colon' || kind === 'other')
    : closing;
  const to = stop?.first ?? bounds.next;
  const found = near.filter((topic) => topic.first >= group.first && topic.next <= to);
  return found.length > 0 && found[0]!.first - group.first <= (isLast ? NEAR : 4) && part.end < group.first
    ? { topics: found, isStrict: true }
    : undefined;
}

/** The index after a relative pronoun that begins here, with its preposition. */
function relativeAt(nodes: readonly Node[], i: number): number | undefined {
  if (nodes[i]?.kind === 'relative') return i + 1;
  return nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'relative' ? i + 2 : undefined;
}

function afterVerb(
  utterance: Utterance,
  nodes: readonly Node[],
  from: number,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  const { tokens } = utterance.reading.sentence;
  for (let i = from; i < nodes.length && i <= from + 6; i++) {
    const node = nodes[i]!;
    if (node.first >= bounds.next || node.kind === 'stop') return undefined;
    if (node.kind !== 'verb') continue;
    if (!tellsOrIs(utterance, node, relation) && !isVerbOf(relation.commits, node, utterance.reading)) return undefined;
    const start = isCopula(utterance, node) ? nodes[from]!.first : node.next;
    return linkedWithin(near, start, endOf(tokens, node.next, bounds.next, /^[;.)]$/), false, FAR);
  }
  return undefined;
}

/** The end of the first topic after a token, regardless of how its words are parsed. */
function firstAfter(near: readonly FoundTopic[], from: number): number {
  return near.find(({ first }) => first >= from && first <= from + 3)?.next ?? 0;
}

function firstBut(
  nodes: readonly Node[],
  from: number,
  skips: (node: Node) => boolean,
): { readonly node: Node; readonly index: number } | undefined {
  for (let i = from; i < nodes.length && i <= from + 3; i++)
    if (!skips(nodes[i]!) && nodes[i]!.kind !== 'comma') return { node: nodes[i]!, index: i };
  return undefined;
}

/** The end of a range: at one of the marks, or at a finite verb if the nodes are given. */
function endOf(
  tokens: Utterance['reading']['sentence']['tokens'],
  from: number,
  limit: number,
  stop: RegExp,
  nodes?: readonly Node[],
): number {
  const verb = nodes?.find((node) => node.kind === 'verb' && node.form === 'finite' && node.first >= from);
  const end = Math.min(limit, verb?.first ?? limit);
  for (let i = from; i < end; i++) if (stop.test(tokens[i]!.folded)) return i;
  return end;
}

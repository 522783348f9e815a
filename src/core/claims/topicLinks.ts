import type { Node, Range, VerbGroup } from '../reading/nodes';
import { isNounOf, isVerbOf } from './field';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { FoundTopic, TopicRelation } from './topics';

/** The topics that a sentence gives to a part; strict where they are adjacent to it. */
export interface Linked {
  readonly topics: readonly FoundTopic[];
  readonly isStrict: boolean;
}

/** The maximal distance of a topic from its link, in tokens. */
const FAR = 18;
const NEAR = 8;

/**
 * The topics that a sentence gives to a part: in brackets, after a colon or "on", in apposition, as the object of its
 * verb, or as the matter that a verb assigns to it. `near` are the topics between the part and the neighbouring parts.
 */
export function topicNextTo(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): Linked | undefined {
  return (
    after(utterance, part, bounds, near, relation) ??
    before(utterance, part, bounds, near, relation) ??
    within(utterance, part, bounds, near, relation) ??
    stated(utterance, part, bounds, near, relation)
  );
}

/** "Objective 9 opens the second part and deals with …": the predicate of a statement with the part as subject. */
function stated(
  utterance: Utterance,
  { group }: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): Linked | undefined {
  for (const { verb, subjects, objects, complements, next } of utterance.reading.statements) {
    if (!verb || !group || isCopula(utterance, verb) || !tellsOrIs(utterance, verb, relation)) continue;
    // "C'est sur l'accès aux services que porte l'objectif 15"
    const [front] = complements;
    const cleft =
      (subjects[0] ?? objects[0]) === group && group.first > verb.main && front && front.next <= verb.first
        ? linked(near, front.first, front.group.kind === 'noun' ? front.group.end : front.next, false, NEAR)
        : undefined;
    if (cleft) return cleft;
    if (!subjects.some((subject) => subject === group || subject.owners.includes(group))) continue;
    const found =
      linked(near, verb.next, Math.min(next, bounds.next), false, NEAR) ??
      (verb.passive === false ? undefined : linked(near, verb.next, group.first, false, NEAR));
    if (found) return found;
  }
  return undefined;
}

function linked(
  near: readonly FoundTopic[],
  from: number,
  to: number,
  isStrict: boolean,
  reach: number,
): Linked | undefined {
  const topics = near.filter(({ first, next }) => first >= from && next <= to);
  return topics.length > 0 && topics[0]!.first - from <= reach ? { topics, isStrict } : undefined;
}

function after(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): Linked | undefined {
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
    return linked(
      near,
      p + 1,
      endOf(tokens, p + 1, bounds.next, mark === '(' ? /^[)]$/ : /^[;.]$/),
      true,
      mark === '(' ? FAR : NEAR,
    );
  const isComma = mark === ',';
  const at = isComma ? p + 1 : p;
  if (tokens[at] && relation.on.has(tokens[at].folded))
    return linked(
      near,
      at + 1,
      Math.max(endOf(tokens, at + 1, bounds.next, /^[;.:()]$/, nodes), firstAfter(near, at + 1)),
      true,
      NEAR,
    );
  const node = nodes.findIndex(({ next }) => next > at);
  if (node < 0) return undefined;
  // "L'objectif 10 du Pacte porte sur …": a word that can also be a noun was parsed as part of the name.
  if (!isComma && nodes[node]!.first < at && isRareVerb(utterance, at, relation))
    return linked(near, at + 1, endOf(tokens, at + 1, bounds.next, /^[;.]$/), false, FAR);
  const opening = firstBut(nodes, node, (each) => each.kind === 'adverb' || (each.kind === 'comma' && !isComma));
  if (!opening) return undefined;
  const relative = relativeAt(nodes, opening.index);
  if (relative !== undefined) return afterVerb(utterance, nodes, relative, bounds, near, relation);
  if (opening.node.kind === 'that' && !isComma)
    return afterVerb(utterance, nodes, opening.index + 1, bounds, near, relation);
  if (opening.node.kind === 'verb') {
    // "Objective 22, devoted to": a form that may be a participle.
    if (isComma && opening.node.form === 'finite' && opening.node.passive !== undefined) return undefined;
    if (!tellsOrIs(utterance, opening.node, relation)) return undefined;
    return linked(
      near,
      opening.node.next,
      endOf(tokens, opening.node.next, bounds.next, /^[;.]$/),
      false,
      isCopula(utterance, opening.node) ? NEAR : FAR,
    );
  }
  if (!isComma && opening.node.kind === 'noun') {
    const verb = [0, 1]
      .map((k) => opening.node.first + k)
      .find((k) => k < opening.node.next && isRareVerb(utterance, k, relation));
    return verb === undefined
      ? undefined
      : linked(near, verb + 1, endOf(tokens, verb + 1, bounds.next, /^[;.]$/), false, FAR);
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
): Linked | undefined {
  const group = nodes[index]!;
  let next = index + 1;
  const isInside = (node: Node): boolean =>
    node.kind === 'preposition' ||
    node.kind === 'noun' ||
    node.kind === 'coordinator' ||
    (node.kind === 'verb' && node.form === 'participle');
  while (nodes[next] && isInside(nodes[next]!) && nodes[next]!.first < bounds.next) next++;
  const closing = nodes[next];
  if (closing?.kind === 'verb' || closing?.kind === 'adverb') return undefined;
  // "For Objective 6, recruitment and detention": an "and" continues the list.
  // "Objective 11, integrated, secure and coordinated border management": adjectives between commas, without a
  // following verb.
  const isLast =
    closing?.kind === 'comma' && !nodes.slice(next).some(({ kind, first }) => kind === 'verb' && first < bounds.next);
  const stop = isLast
    ? nodes.slice(next).find(({ kind }) => kind === 'stop' || kind === 'colon' || kind === 'other')
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
): Linked | undefined {
  const { tokens } = utterance.reading.sentence;
  for (let i = from; i < nodes.length && i <= from + 6; i++) {
    const node = nodes[i]!;
    if (node.first >= bounds.next || node.kind === 'stop') return undefined;
    if (node.kind === 'noun') {
      for (let at = node.first; at < node.next; at++)
        if (isRareVerb(utterance, at, relation))
          return linked(near, at + 1, endOf(tokens, at + 1, bounds.next, /^[;.)]$/), false, FAR);
    }
    if (node.kind !== 'verb') continue;
    if (!tellsOrIs(utterance, node, relation) && !isVerbOf(relation.commits, node, utterance.reading)) return undefined;
    const start = isCopula(utterance, node) ? nodes[from]!.first : node.next;
    return linked(near, start, endOf(tokens, node.next, bounds.next, /^[;.)]$/), false, FAR);
  }
  return undefined;
}

function before(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): Linked | undefined {
  const {
    sentence: { tokens },
    nodes,
    groups,
  } = utterance.reading;
  const start = groups.reduce(
    (first, group) =>
      group.first <= part.first &&
      group.next >= part.next &&
      group.first < first &&
      (group.head === part.first || group.named.length > 0)
        ? group.first
        : first,
    part.first,
  );
  const q = start - 1;
  const mark = tokens[q]?.folded;
  if (mark === '(' || mark === '[') {
    // "Portability of benefits (Objective 22)": the noun group directly before is the topic, not a group that contains
    // it.
    const topic = near.filter(({ next }) => next <= q).at(-1);
    const group =
      topic &&
      groups.find(
        (each) =>
          each.first <= topic.first &&
          each.end >= q - 1 &&
          each.quantity === undefined &&
          isOpenedBy(utterance, each.first, topic.first),
      );
    return group
      ? { topics: near.filter(({ first, next }) => first >= group.first && next <= q), isStrict: true }
      : undefined;
  }
  if (mark === ':') {
    const topics = near.filter(({ next }) => next <= q && next >= q - NEAR);
    return topics.length > 0 ? { topics, isStrict: true } : undefined;
  }
  // "un objectif au retour, l'objectif 21": the part that received a topic without its number.
  if (mark === ',') {
    const topics = near.filter(({ next }) => next <= q && next >= q - 2);
    const isPart =
      topics.length > 0 &&
      groups.some(
        (group) =>
          isNounOf(relation.names, group) &&
          group.determiner === 'indefinite' &&
          group.next <= topics[0]!.first &&
          topics[0]!.first - group.next <= NEAR,
      );
    if (isPart) return { topics, isStrict: true };
  }
  // "la lutte contre le trafic relève de l'objectif 10": a verb that was parsed as part of the preceding name.
  let k = q;
  while (k > bounds.first && isSmall(utterance, k)) k--;
  const inside = nodes.find(({ first, next }) => first <= k && next > k);
  if (k < q && inside?.kind === 'noun' && isRareVerb(utterance, k, relation)) {
    const inFront = near.filter(({ next }) => next <= k);
    if (inFront.length > 0) return { topics: inFront, isStrict: false };
  }
  const here = nodes.findIndex(({ next }) => next > start);
  const hasTopic = (node: Range): boolean => near.some(({ first, next }) => first < node.next && next > node.first);
  const isJoined = (i: number): boolean =>
    nodes[i - 1]?.kind === 'preposition' && nodes[i - 2]?.kind === 'noun' && hasTopic(nodes[i - 2]!);
  for (let i = here - 1; i >= 0 && i >= here - 8; i--) {
    const node = nodes[i]!;
    if (node.kind === 'stop' || node.kind === 'colon' || node.kind === 'open' || node.next <= bounds.first)
      return undefined;
    if (node.kind === 'verb') {
      const isPlaced = isVerbOf(relation.placed, node, utterance.reading) || isCopula(utterance, node);
      if (node.negated || (!isPlaced && !isVerbOf(relation.tells, node, utterance.reading))) return undefined;
      const inFront = near.filter(
        ({ first, next }) => first >= bounds.first && next <= node.first && next > node.first - 30,
      );
      if (inFront.length > 0 && isPlaced) return { topics: inFront, isStrict: false };
      // "treats trafficking in persons under Objective 9"
      const between = near.filter(({ first, next }) => first >= node.next && next <= start);
      if (
        node.form === 'finite' &&
        isPlaced &&
        between.length > 0 &&
        isVerbOf(relation.tells, node, utterance.reading) &&
        nodes[here - 1]?.kind === 'preposition'
      )
        return { topics: between, isStrict: false };
      // "Devoted to trafficking, Objective 10 …"
      return node.form !== 'finite' ? linked(near, node.next, start, false, NEAR) : undefined;
    }
    if (
      node.kind === 'noun' &&
      !isNounOf(relation.field.nouns, node) &&
      !isActor(utterance, node, relation) &&
      node.first < start &&
      node.next <= start
    ) {
      // "la traite relève de l'objectif 9": the group's last word is its verb.
      if (
        isRareVerb(utterance, node.next - 1, relation) &&
        near.some(({ first, next }) => first >= node.first && next < node.next)
      )
        return { topics: near.filter(({ next }) => next < node.next), isStrict: false };
      if (hasTopic(node) || isJoined(i)) continue;
      return undefined;
    }
    if (node.kind === 'relative' && i >= here - 2) {
      // "Trafficking, to which Objective 9 is devoted"
      const verb = nodes.slice(here + 1, here + 4).find((each) => each.kind === 'verb');
      const inFront = near.filter(({ first, next }) => first >= bounds.first && next <= node.first);
      return verb && inFront.length > 0 && tellsOrIs(utterance, verb as VerbGroup, relation)
        ? { topics: inFront.slice(-1), isStrict: false }
        : undefined;
    }
  }
  return undefined;
}

/**
 * "Under Objective 7 States vow to …", "the Compact asks States to … under Objective 19": the act of an agent within
 * the part.
 */
function within(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): Linked | undefined {
  const { nodes } = utterance.reading;
  const here = nodes.findIndex(({ next }) => next > part.first);
  const isInside =
    [1, 2].some((back) => nodes[here - back]?.kind === 'preposition') ||
    utterance.argumentsOf(part.group!).some(({ role }) => role === 'complement');
  if (!isInside) return undefined;
  for (let i = 0; i < nodes.length; i++) {
    const verb = nodes[i]!;
    if (
      verb.kind !== 'verb' ||
      verb.negated ||
      verb.form === 'participle' ||
      !isVerbOf(relation.commits, verb, utterance.reading)
    )
      continue;
    if (
      !nodes
        .slice(0, i + 3)
        .some(
          (each) =>
            each.kind === 'noun' &&
            isActor(utterance, each, relation) &&
            each.first < verb.next + 4 &&
            Math.abs(verb.first - each.next) < 12,
        )
    )
      continue;
    const inFront = near.filter(({ first, next }) => first >= verb.next && next <= part.first);
    if (inFront.length > 0 && verb.first < part.first) return { topics: inFront, isStrict: false };
    const following = near.filter(({ first }) => first >= Math.max(part.end, verb.next));
    return following.length > 0 && bounds.next > verb.first ? { topics: following, isStrict: false } : undefined;
  }
  return undefined;
}

/** A State, the Compact: the agent of a commitment in a part. */
function isActor(utterance: Utterance, group: Node, relation: TopicRelation): boolean {
  return group.kind === 'noun' && (relation.actors.isIn(group.words) || utterance.own(group, relation) !== undefined);
}

/** An article, a preposition, or a mark of elision. */
function isSmall(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  at: number,
): boolean {
  const token = tokens[at]!;
  return (
    token.folded === "'" ||
    grammar.elided.has(token.folded) ||
    grammar.is(token, 'definite') ||
    grammar.isContracted(token) ||
    grammar.rolesOf(token) !== undefined
  );
}

/** Whether a token that was not parsed as a verb may be one that introduces a topic or assigns it. */
function isRareVerb(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  at: number,
  { tells, placed }: TopicRelation,
): boolean {
  return grammar
    .rareVerbForms(tokens[at]!)
    .some(({ lemma }) => tells.get(lemma).length > 0 || placed.get(lemma).length > 0);
}

function tellsOrIs(utterance: Utterance, verb: VerbGroup, relation: TopicRelation): boolean {
  return !verb.negated && (isVerbOf(relation.tells, verb, utterance.reading) || isCopula(utterance, verb));
}

function isCopula({ grammar }: Utterance, verb: VerbGroup): boolean {
  return verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula'));
}

/** The end of the first topic after a token, regardless of how its words are parsed. */
function firstAfter(near: readonly FoundTopic[], from: number): number {
  return near.find(({ first }) => first >= from && first <= from + 3)?.next ?? 0;
}

/** Whether only a determiner precedes a token of a group. */
function isOpenedBy(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  from: number,
  to: number,
): boolean {
  return tokens
    .slice(from, to)
    .every(
      (token) =>
        token.folded === "'" ||
        token.folded.length === 1 ||
        grammar.is(token, 'definite') ||
        grammar.is(token, 'indefinite') ||
        grammar.isContracted(token),
    );
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

import type { Node, NounGroup } from './nodes';

export interface Aside {
  readonly inside: readonly Node[];
  readonly before: NounGroup | undefined;
}

/** Separates the text in brackets, which is parsed on its own, as a description of the preceding group. */
export function withoutBrackets(nodes: readonly Node[]): {
  readonly main: readonly Node[];
  readonly asides: readonly Aside[];
} {
  const main: Node[] = [];
  const asides: Aside[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const close = node.kind === 'open' ? nodes.findIndex((other, k) => k > i && other.kind === 'close') : -1;
    if (close < 0) {
      main.push(node);
      continue;
    }
    const before = main[main.length - 1];
    const [only, ...rest] = nodes.slice(i + 1, close);
    if (before?.kind === 'noun' && only?.kind === 'noun' && rest.length === 0 && only.named.length === 1) {
      before.alias = only;
      deepest(before).alias = only;
    }
    asides.push({ inside: nodes.slice(i + 1, close), before: before?.kind === 'noun' ? deepest(before) : undefined });
    i = close;
  }
  return { main, asides };
}

/**
 * "was adopted in Marrakech and, on 19 December, endorsed by the Assembly": moves an adverbial between commas, which
 * separates a coordinator from its verb, to the position after the verb. A duration is left out.
 */
export function withVerbsNextToCoordinators(nodes: readonly Node[]): readonly Node[] {
  const all: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    all.push(nodes[i]!);
    const close = nodes[i]!.kind === 'coordinator' ? closingComma(nodes, i + 1) : -1;
    const verb = nodes[close + 1];
    if (close < 0 || verb?.kind !== 'verb') continue;
    const adverbial = nodes.slice(i + 2, close);
    all.push(verb, ...adverbial.filter((node, k) => (node.kind === 'noun' ? isGoverned(adverbial, k) : true)));
    i = close + 1;
  }
  return all;
}

/** The index of the comma that ends an adverbial between commas; -1 where there is none. */
function closingComma(nodes: readonly Node[], open: number): number {
  if (nodes[open]?.kind !== 'comma') return -1;
  const close = nodes.findIndex(({ kind }, k) => k > open && kind === 'comma');
  const adverbial = nodes.slice(open + 1, close);
  return close > open &&
    adverbial.every((node, k) =>
      node.kind === 'noun'
        ? isGoverned(adverbial, k) || node.quantity !== undefined
        : node.kind === 'date' || node.kind === 'preposition' || node.kind === 'adverb' || node.kind === 'subordinator',
    )
    ? close
    : -1;
}

function isGoverned(nodes: readonly Node[], index: number): boolean {
  return nodes[index - 1]?.kind === 'preposition';
}

/** In "the Director General of IOM (…)", the bracket belongs to the last name. */
function deepest(group: NounGroup): NounGroup {
  const last = group.owners[group.owners.length - 1];
  return last && last.end === group.end && last.first > group.first ? deepest(last) : group;
}

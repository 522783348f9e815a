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
    asides.push({ inside: nodes.slice(i + 1, close), before: before?.kind === 'noun' ? deepest(before) : undefined });
    i = close;
  }
  return { main, asides };
}

/** In "the Director General of IOM (…)", the bracket belongs to the last name. */
function deepest(group: NounGroup): NounGroup {
  const last = group.owners[group.owners.length - 1];
  return last && last.end === group.end && last.first > group.first ? deepest(last) : group;
}

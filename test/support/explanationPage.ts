import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { describeMention } from '../../src/core/describe/card';
import { explanationHtml, type Explained } from '../../src/core/describe/explanationHtml';
import type { Lang } from '../../src/core/document';
import type { Allowed, Finding } from '../../src/core/finding';
import type { Termbase } from '../../src/core/termbase/termbase';

/** The page that explains a mention, with addresses that show their command and its argument. */
export function explanationOf(
  termbase: Termbase,
  mention: Finding | Allowed,
  lang: Lang,
  more: Partial<Explained> & { readonly written?: Lang } = {},
): string {
  const { written = lang, ...rest } = more;
  const card = describeMention(termbase, mention, lang, written)!;
  return explanationHtml(
    termbase,
    { mention, card, judgedAs: undefined, reviewed: undefined, isGone: false, ...rest },
    {
      fix: (title) => `command:fix?${encodeURIComponent(title)}`,
      ignoreHere: 'command:ignoreHere',
      ignore: 'command:ignore',
      goTo: 'command:goTo',
      rule: (rule) => `command:rule?${rule}`,
      lookUp: (name) => `command:lookUp?${encodeURIComponent(name)}`,
      fact: (id) => `command:fact?${encodeURIComponent(id)}`,
    },
  );
}

/** An element of a page, with its text. */
export interface PageElement {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Node = DefaultTreeAdapterMap['childNode'];

/** The elements of a page as a browser reads it, in their order. */
export function elementsOf(html: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, text: textIn(node.childNodes), attributes });
      visit(node.childNodes);
    }
  };
  visit(parseFragment(html).childNodes);
  return found;
}

function textIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node.childNodes) : ''))
    .join('');
}

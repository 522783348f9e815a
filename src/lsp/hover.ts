import type { Hover } from 'vscode-languageserver';
import { describeMention } from '../core/describe/card';
import { cardMarkdown } from '../core/describe/cardMarkdown';
import type { Checked } from '../core/finding';
import type { Termbase } from '../core/termbase/termbase';
import type { Lang } from '../core/document';
import { rangeOf, type Places } from './convert';

/** How a hover is laid out. */
export interface HoverStyle {
  readonly termbase: Termbase;
  readonly detail: 'full' | 'brief';
  readonly isMarkdown: boolean;
  readonly langAt: (offset: number) => Lang;
}

/** Explains what the name at an offset denotes, whether it was reported or allowed; `null` where there is none. */
export function hoverAt(places: Places, checked: Checked, offset: number, style: HoverStyle): Hover | null {
  const mention = [...checked.findings, ...checked.allowed].find(({ start, end }) => start <= offset && offset < end);
  if (mention === undefined) return null;
  const { termbase, detail, isMarkdown, langAt } = style;
  const card = describeMention(termbase, mention, langAt(mention.start));
  if (card === undefined) return null;
  const text = cardMarkdown(termbase, card, detail);
  return {
    contents: { kind: isMarkdown ? 'markdown' : 'plaintext', value: isMarkdown ? text : withoutMarkup(text) },
    range: rangeOf(places, mention),
  };
}

/** Removes the few marks that a card contains: bold, links, hard line breaks and escapes. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

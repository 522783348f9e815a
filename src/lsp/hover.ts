import type { Hover } from 'vscode-languageserver';
import { cardAt } from '../core/describe/cardAt';
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
  readonly lang: Lang;
  /** The language of the text, in which names are shown. */
  readonly written: Lang;
}

/** Explains what the name or objective at an offset denotes; `null` where there is none. */
export function hoverAt(
  places: Places & { getText(): string },
  checked: Checked,
  offset: number,
  { termbase, detail, isMarkdown, lang, written }: HoverStyle,
): Hover | null {
  const at = cardAt(termbase, checked, places.getText(), offset, lang, written);
  if (at === undefined) return null;
  const text = cardMarkdown(termbase, at.card, detail);
  return {
    contents: { kind: isMarkdown ? 'markdown' : 'plaintext', value: isMarkdown ? text : withoutMarkup(text) },
    range: rangeOf(places, at.span),
  };
}

/** Removes the few marks that a card contains: bold, links, hard line breaks and escapes. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/(?<!\\)\*/g, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

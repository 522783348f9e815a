import type { Lang, Span } from '../document';
import type { Allowed, Checked, Finding } from '../finding';
import type { Termbase } from '../termbase/termbase';
import { describeConcept, describeMention, type Card } from './card';
import { explainedAt } from './explainedAt';
import { objectiveAt } from './objectiveAt';

/** What there is to say about a place of a document. */
export interface CardAt {
  readonly card: Card;
  readonly span: Span;
  /** Absent for an objective that is cited by its number alone. */
  readonly mention: Finding | Allowed | undefined;
}

/**
 * The card of the name or objective at an offset, reported or not, with names in the language in which the text is
 * written; `undefined` where there is none.
 */
export function cardAt(
  termbase: Termbase,
  checked: Checked,
  text: string,
  offset: number,
  lang: Lang,
  written = lang,
): CardAt | undefined {
  const mentions = [...checked.findings, ...checked.allowed];
  const mention = explainedAt(checked, offset, ({ start, end }) => start <= offset && offset < end);
  if (mention !== undefined) {
    const card = describeMention(termbase, mention, lang, written);
    return card && { card, span: mention, mention };
  }
  const span = objectiveAt(text, offset, termbase, new Set(mentions.map(({ concept }) => concept)));
  const card = span && describeConcept(termbase, span.concept, lang, written);
  return span && card && { card, span, mention };
}

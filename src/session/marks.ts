import { describeEvidence, evidenceElsewhere } from '../core/describe/evidence';
import type { Lang, Span } from '../core/document';
import type { Finding } from '../core/finding';
import type { Termbase } from '../core/termbase/termbase';

/** The source of every diagnostic, and the name of whatever the product shows. */
export const PRODUCT = 'Migration Terms';

/** What an editor shows at a finding. */
export interface Mark {
  readonly source: string;
  /** The evidence on other lines. */
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

/** @param lineOf The line of an offset. */
export function markOf(finding: Finding, lineOf: (offset: number) => number, termbase: Termbase, lang: Lang): Mark {
  const related = evidenceElsewhere(finding, lineOf).map((evidence) => ({
    span: evidence,
    message: describeEvidence(termbase, finding, evidence, lang),
  }));
  return { source: sourceOf(finding), related };
}

/** The product, and the model of a review that reported the finding. */
export function sourceOf({ by }: Finding): string {
  return by === undefined ? PRODUCT : `${PRODUCT} · ${by.reader}`;
}

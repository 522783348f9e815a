import { combinedFixes, fixable, type CombinedFix, type FixContext } from '../core/describe/fixOffers';
import { touches, type Span } from '../core/document';
import type { Checked, Edit, Finding } from '../core/finding';

/** Words a text of the extension in the language of the editor, with `{0}` for a value. */
export interface L10n {
  t(text: string, ...values: (string | number)[]): string;
}

/** What is offered at a place. */
export interface Offers {
  /** The findings there, each with its own fixes. */
  readonly here: readonly Finding[];
  /** Fixes of several findings at once, which are offered for the first of them. */
  readonly together: readonly (CombinedFix & { readonly title: string })[];
}

/**
 * What is offered for the findings that a span touches; an empty one touches a finding at whose edge it is.
 *
 * @param whole What is known if all of the document is: combined fixes need all findings, and a menu does not wait.
 */
export function offersAt(
  { findings }: Checked,
  span: Span,
  whole: Checked | undefined,
  context: FixContext,
  l10n: L10n,
): Offers {
  const here = findings.filter((finding) => touches(finding, span));
  const offered = here.length > 0 && whole ? combinedFixes(whole.findings, here[0]!, context) : [];
  return { here, together: offered.map((offer) => ({ ...offer, title: titleOf(offer, l10n) })) };
}

/** The fix of everything in a file that can be fixed without asking; `undefined` if that is nothing. */
export function fixOfAll({ findings }: Checked, { settle }: FixContext, l10n: L10n) {
  const certain = fixable(findings);
  const edits: readonly Edit[] = settle(certain);
  if (edits.length === 0) return undefined;
  const title =
    certain.length === 1
      ? l10n.t('Fix the 1 wrong form of a name in the file (Migration Terms)')
      : l10n.t('Fix the {0} wrong forms of names in the file (Migration Terms)', certain.length);
  return { title, edits };
}

function titleOf(offer: CombinedFix, l10n: L10n): string {
  switch (offer.kind) {
    case 'name-in-file':
      return l10n.t('Fix all {0} of “{1}” in the file', offer.count, offer.label);
    case 'name-in-workspace':
      return l10n.t('Fix all of “{0}” in the workspace…', offer.label);
    case 'certain-in-file':
      return l10n.t('Fix the {0} wrong forms of names in the file', offer.count);
  }
}

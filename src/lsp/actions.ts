import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { combinedFixes, type CombinedFix, type FixContext } from '../core/describe/fixOffers';
import { wordsOfFinding } from '../core/describe/glance';
import type { Checked, Edit, Finding } from '../core/finding';
import { commentWith, ignoreComment } from '../core/findings/ignoreComment';
import { fixOfAll, offersAt, type L10n } from '../session/offers';
import { FIX_ALL, type Features } from './capabilities';
import type { ClientText } from './clientText';
import { diagnosticsOf, spanOf, workspaceEdit } from './toProtocol';

/** What actions depend on besides the document. */
export interface ActionContext extends FixContext {
  readonly l10n: L10n;
  /** With `resolvesEdits`, edits that take long to compute are left to {@link resolveAction}. */
  readonly features: Pick<Features, 'resolvesEdits' | 'documentChanges'>;
  /** What is known if all of the document is. */
  readonly whole: Checked | undefined;
}

/** Whether a request asks only for actions that change the whole document, such as on each save. */
export function isForWholeFile({ context: { only } }: CodeActionParams): boolean {
  return only !== undefined && isWanted(only, FIX_ALL);
}

/** The actions for the findings that the range touches, and the fix for all of them at once if it is requested. */
export function actionsFor(
  document: ClientText,
  checked: Checked,
  params: CodeActionParams,
  context: ActionContext,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  const actions: CodeAction[] = [];
  if (isWanted(only, 'quickfix')) {
    const span = spanOf(document.places, params.range);
    const { here, together } = offersAt(checked, span, context.whole, context, context.l10n);
    for (const finding of here) {
      const own = diagnosticsOf(document.places, finding, diagnostics);
      for (const { title, fits, edits } of finding.fixes)
        actions.push({
          title,
          kind: 'quickfix',
          isPreferred: fits,
          diagnostics: own,
          edit: edit(document, edits, context),
        });
      const ignoring = ignoreAction(document, finding, context);
      if (ignoring) actions.push({ ...ignoring, diagnostics: own });
    }
    for (const offer of together) {
      // The server offers no change of files that are not open.
      if (offer.kind === 'name-in-workspace') continue;
      const { title, kind, edits } = offer;
      const data: ActionData = { uri: document.uri, version: document.version, name: here[0]!.name, kind };
      const { resolvesEdits } = context.features;
      actions.push({
        title,
        kind: 'quickfix',
        ...(resolvesEdits ? { data } : { edit: edit(document, edits(), context) }),
      });
    }
  }
  // A request without `only` comes from the menu, which must not offer a source action.
  const all = isForWholeFile(params) ? fixOfAll(checked, context, context.l10n) : undefined;
  if (all) actions.push({ title: all.title, kind: FIX_ALL, edit: edit(document, all.edits, context) });
  return actions;
}

/** Adds the edits to a combined fix; `undefined` if the document has changed since it was offered. */
export function resolveAction(
  document: ClientText,
  checked: Checked,
  action: CodeAction,
  context: ActionContext,
): CodeAction | undefined {
  const data = dataOf(action);
  if (data === undefined || data.version !== document.version) return undefined;
  const offers = combinedFixes(checked.findings, { name: data.name, start: -1 }, context);
  const offer = offers.find(({ kind }) => kind === data.kind);
  return offer && 'edits' in offer ? { ...action, edit: edit(document, offer.edits(), context) } : undefined;
}

/** What identifies a combined fix whose edits are not computed yet. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly name: string;
  readonly kind: CombinedFix['kind'];
}

/** The data that the server gave to an action; `undefined` for an action that is complete. */
export function dataOf({ data }: CodeAction): ActionData | undefined {
  const { uri, version, name, kind } = (data ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof version === 'number' && typeof name === 'string' && typeof kind === 'string'
    ? (data as ActionData)
    : undefined;
}

/** Inserts a comment, to which the writer may add the reason. */
function ignoreAction(document: ClientText, finding: Finding, context: ActionContext): CodeAction | undefined {
  const text = document.getText();
  const comment = ignoreComment(text, document.languageId, finding);
  if (comment === undefined) return undefined;
  const { offset } = comment;
  return {
    title: context.l10n.t('Ignore “{0}” with a comment', wordsOfFinding(text, finding)),
    kind: 'quickfix',
    edit: edit(document, [{ start: offset, end: offset, newText: commentWith(comment, '') }], context),
  };
}

function edit(document: ClientText, edits: readonly Edit[], { features }: ActionContext) {
  return workspaceEdit(document.places, edits, features);
}

/** Whether a kind, or one that contains it, is requested. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

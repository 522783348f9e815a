import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { combinedFixes, fixable, type CombinedFix, type FixContext } from '../core/describe/fixOffers';
import { wordsOfFinding } from '../core/describe/glance';
import { touches, type Lang } from '../core/document';
import type { Checked, Edit, Finding } from '../core/finding';
import { commentWith, ignoreComment } from '../core/findings/ignoreComment';
import { FIX_ALL } from './capabilities';
import type { ClientText } from './clientText';
import { spanOf, workspaceEdit } from './convert';
import { diagnosticsOf } from './diagnostics';
import { titleIn } from './titles';

/** What actions depend on besides the document. */
export interface ActionContext extends FixContext {
  /** The language of titles. */
  readonly lang: Lang;
  /** Whether edits that take long to compute are left to {@link resolveAction}. */
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  /** Whether the findings are those of the whole document. */
  readonly areAllKnown: boolean;
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
    const range = spanOf(document.places, params.range);
    const here = checked.findings.filter((finding) => touches(finding, range));
    for (const finding of here) {
      const own = diagnosticsOf(document.places, finding, diagnostics);
      for (const fix of finding.fixes)
        actions.push({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: fix.fits,
          diagnostics: own,
          edit: edit(document, fix.edits, context),
        });
      const ignoring = ignoreAction(document, finding, context);
      if (ignoring) actions.push({ ...ignoring, diagnostics: own });
    }
    // Combined fixes need all findings; the menu does not wait for them.
    if (here.length > 0 && context.areAllKnown) actions.push(...combined(document, checked, here[0]!, context));
  }
  // A request without `only` comes from the menu, which must not offer a source action.
  if (isForWholeFile(params)) actions.push(...fixAll(document, checked, context));
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

function combined(document: ClientText, checked: Checked, finding: Finding, context: ActionContext): CodeAction[] {
  const { name } = finding;
  return combinedFixes(checked.findings, finding, context).flatMap((offer): CodeAction[] => {
    // The server offers no change of files that are not open.
    if (offer.kind === 'name-in-workspace') return [];
    const title =
      offer.kind === 'name-in-file'
        ? titleIn(context.lang, 'Fix all {0} of “{1}” in the file', offer.count, offer.label)
        : titleIn(context.lang, 'Fix the {0} wrong forms of names in the file', offer.count);
    const data: ActionData = { uri: document.uri, version: document.version, name, kind: offer.kind };
    return [
      {
        title,
        kind: 'quickfix',
        ...(context.resolvesEdits ? { data } : { edit: edit(document, offer.edits(), context) }),
      },
    ];
  });
}

/** Inserts a comment, to which the writer may add the reason. */
function ignoreAction(document: ClientText, finding: Finding, context: ActionContext): CodeAction | undefined {
  const comment = ignoreComment(document.getText(), document.languageId, finding);
  if (comment === undefined) return undefined;
  const { offset } = comment;
  const newText = commentWith(comment, '');
  return {
    title: titleIn(context.lang, 'Ignore “{0}” with a comment', wordsOfFinding(document.getText(), finding)),
    kind: 'quickfix',
    edit: edit(document, [{ start: offset, end: offset, newText }], context),
  };
}

function fixAll(document: ClientText, { findings }: Checked, context: ActionContext): CodeAction[] {
  const certain = fixable(findings);
  const edits = context.settle(certain);
  if (edits.length === 0) return [];
  const title =
    certain.length === 1
      ? titleIn(context.lang, 'Fix the 1 wrong form of a name in the file (Migration Terms)')
      : titleIn(context.lang, 'Fix the {0} wrong forms of names in the file (Migration Terms)', certain.length);
  return [{ title, kind: FIX_ALL, edit: edit(document, edits, context) }];
}

function edit(document: ClientText, edits: readonly Edit[], { documentChanges }: ActionContext) {
  return workspaceEdit(document.places, edits, documentChanges);
}

/** Whether a kind, or one that contains it, is requested. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

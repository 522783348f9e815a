import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CardAt } from '../core/describe/cardAt';
import { cardMarkdown } from '../core/describe/cardMarkdown';
import { heldBackOf } from '../core/describe/textTime';
import type { Wording } from '../core/describe/wordings';
import { wordingIn } from '../core/describe/wordings';
import type { Suggestion } from '../core/completion/suggestion';
import type { Lang, Span } from '../core/document';
import type { Edit, Finding } from '../core/finding';
import type { DocumentCheck } from '../core/parts/documentCheck';
import type { Severity } from '../core/rules';
import type { Termbase } from '../core/termbase/termbase';
import { writtenAt, type Completions } from '../session/atPlace';
import { markOf, PRODUCT, sourceOf } from '../session/marks';
import type { Judgement } from '../session/openDocument';
import type { Features } from './capabilities';

/** A text with an address, which is not necessarily open. */
export type Places = Pick<TextDocument, 'uri' | 'positionAt'>;

/** What the client shows, and in which language. */
export interface Screen {
  readonly features: Features;
  readonly spoken: Lang;
}

/** How findings are shown. */
export interface Style {
  readonly features: Pick<Features, 'relatedInformation'>;
  readonly termbase: Termbase;
  /** The language of messages about an offset. */
  readonly langAt: (offset: number) => Lang;
}

export function rangeOf(places: Places, { start, end }: Span): lsp.Range {
  return { start: places.positionAt(start), end: places.positionAt(end) };
}

/** The offsets of a range; one that ends before its start is turned round. */
export function spanOf(places: Pick<TextDocument, 'offsetAt'>, { start, end }: lsp.Range): Span {
  const offsets = [places.offsetAt(start), places.offsetAt(end)];
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}

/** The change of one document; with its version if the client can compare it. */
export function workspaceEdit(
  places: TextDocument,
  edits: readonly Edit[],
  { documentChanges }: Pick<Features, 'documentChanges'>,
): lsp.WorkspaceEdit {
  const changes: lsp.TextEdit[] = edits.map((edit) => ({ range: rangeOf(places, edit), newText: edit.newText }));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri: places.uri, version: places.version }, edits: changes }] }
    : { changes: { [places.uri]: changes } };
}

export function diagnosticOf(places: Places, finding: Finding, { features, termbase, langAt }: Style): lsp.Diagnostic {
  const lineOf = (offset: number): number => places.positionAt(offset).line;
  const { source, related } = markOf(finding, lineOf, termbase, langAt(finding.start));
  return {
    range: rangeOf(places, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source,
    message: finding.message,
    ...(features.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(({ span, message }) => ({
          location: { uri: places.uri, range: rangeOf(places, span) },
          message,
        })),
      }),
  };
}

/**
 * The diagnostics of a text, in the language of its judgement, else in that around each finding, else in that of the
 * client.
 *
 * @param check Its check, once that is complete.
 */
export function diagnosticsIn(
  places: Places & Pick<TextDocument, 'getText'>,
  findings: readonly Finding[],
  check: DocumentCheck | undefined,
  { termbase, language, options: { messages } }: Judgement,
  { features, spoken }: Screen,
): lsp.Diagnostic[] {
  const text = places.getText();
  const langAt = (offset: number): Lang => messages ?? writtenAt(text, offset, language, spoken);
  return [
    ...findings.map((finding) => diagnosticOf(places, finding, { features, termbase, langAt })),
    ...(check ? heldBackDiagnostics(places, check, wordingIn(messages ?? spoken)) : []),
  ];
}

/** What the time of a document holds back: a hint at the words that show that time, else at the first line. */
export function heldBackDiagnostics(places: Places, check: DocumentCheck, wording: Wording): lsp.Diagnostic[] {
  const held = heldBackOf(check, wording);
  if (!held) return [];
  const range = rangeOf(places, check.judgedAs.evidence ?? { start: 0, end: 0 });
  const message = `${held.because}.\n${wording.textTime.toJudge('migration-terms check --date today')}`;
  return [{ range, severity: SEVERITIES.hint, source: PRODUCT, message }];
}

/** The client's diagnostics for a finding, so that a fix removes them at once. */
export function diagnosticsOf(places: Places, finding: Finding, shown: readonly lsp.Diagnostic[]): lsp.Diagnostic[] {
  const range = rangeOf(places, finding);
  return shown.filter(
    ({ source, code, range: at }) => source === sourceOf(finding) && code === finding.rule && isSameRange(at, range),
  );
}

/** @param detail How much of the card is shown. */
export function hoverOf(
  places: Places,
  { card, span }: CardAt,
  termbase: Termbase,
  detail: 'full' | 'brief',
  { markdownHover }: Pick<Features, 'markdownHover'>,
): lsp.Hover {
  const text = cardMarkdown(termbase, card, detail);
  return {
    contents: markdownHover ? { kind: 'markdown', value: text } : { kind: 'plaintext', value: withoutMarkup(text) },
    range: rangeOf(places, span),
  };
}

export function completionListOf(places: Places, { span, typed, items }: Completions): lsp.CompletionList {
  const range = rangeOf(places, span);
  const converted = items.map(({ kind, label, text, detail, definition, note, sortText }): lsp.CompletionItem => ({
    label,
    labelDetails: { description: note },
    kind: KINDS[kind],
    textEdit: { range, newText: text },
    filterText: typed,
    sortText,
    ...(detail !== '' && { detail }),
    ...(definition !== '' && { documentation: definition }),
  }));
  return { isIncomplete: true, items: converted };
}

function isSameRange(a: lsp.Range, b: lsp.Range): boolean {
  return (['start', 'end'] as const).every(
    (edge) => a[edge].line === b[edge].line && a[edge].character === b[edge].character,
  );
}

/** Removes the few marks that a card contains: bold, links, hard line breaks and escapes. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/(?<!\\)\*/g, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

const SEVERITIES: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

const KINDS: Readonly<Record<Suggestion['kind'], lsp.CompletionItemKind>> = {
  name: 1,
  abbreviation: 21,
  objective: 12,
  symbol: 18,
};

import * as vscode from 'vscode';
import { touches, type Span } from '../core/document';
import type { Edit, Finding } from '../core/finding';
import type { Severity } from '../core/rules';
import { PRODUCT } from '../session/marks';

export { PRODUCT };

/** A document, or the text of a file that is not open. */
export type Places = Pick<vscode.TextDocument, 'uri' | 'positionAt'>;

export function rangeOf(document: Places, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function severityOf(severity: Severity): vscode.DiagnosticSeverity {
  return SEVERITIES[severity];
}

/** Changes of a document as edits, each in the text that results from those before it. */
export function editsOf(changes: readonly vscode.TextDocumentContentChangeEvent[]): Edit[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset,
    end: rangeOffset + rangeLength,
    newText: text,
  }));
}

export function textEdits(document: Places, edits: readonly Edit[]): vscode.TextEdit[] {
  return edits.map((edit) => vscode.TextEdit.replace(rangeOf(document, edit), edit.newText));
}

export function workspaceEdit(document: Places, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, textEdits(document, edits));
  return edit;
}

/** The findings that a range touches; an empty range (the cursor) touches a finding that it is in or at the edge of. */
export function findingsAt(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  range: vscode.Range,
): readonly Finding[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return findings.filter((finding) => touches(finding, { start, end }));
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The diagnostic for a fault in a file of the writer's own; one of the whole file is placed at its beginning. */
export function faultDiagnostic(
  message: string,
  range = new vscode.Range(0, 0, 0, 1),
  severity: Severity = 'error',
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(severity));
  diagnostic.source = PRODUCT;
  return diagnostic;
}

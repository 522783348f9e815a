import * as vscode from 'vscode';
import { describeEvidence } from '../core/describe/evidence';
import type { Lang } from '../core/document';
import type { Finding } from '../core/findings/finding';
import type { Termbase } from '../core/termbase/termbase';
import type { Checker, Result } from './checker';
import { type Places, PRODUCT, rangeOf, severityOf } from './convert';
import { rulePage } from './rulePage';
import { writtenLanguage, type SettingsReader } from './settings';

/** Shows the findings of every checked document as squiggles and in the Problems panel. */
export function registerDiagnostics(checker: Checker, settings: SettingsReader, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('migrationTerms');
  const show = ({ document, checked }: Result) => {
    const { strikeThrough, language } = settings.of(document);
    const style: DiagnosticStyle = { extensionUri, strikeThrough, langAt: (offset) => writtenLanguage({ language }, document, offset) };
    collection.set(document.uri, checked.findings.map((finding) => diagnosticOf(document, finding, checker.termbase(), style)));
  };
  return vscode.Disposable.from(collection, checker.onDidCheck(show), checker.onDidForget((uri) => collection.delete(uri)));
}

export interface DiagnosticStyle {
  readonly extensionUri: vscode.Uri;
  readonly strikeThrough: boolean;
  /** In which language to speak of a place. */
  readonly langAt: (offset: number) => Lang;
}

export function diagnosticOf(document: Places, finding: Finding, termbase: Termbase, { extensionUri, strikeThrough, langAt }: DiagnosticStyle): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), messageOf(finding), severityOf(finding.severity));
  diagnostic.source = PRODUCT;
  diagnostic.code = { value: finding.rule, target: rulePage(extensionUri, finding.rule) };
  diagnostic.relatedInformation = finding.evidence.map((evidence) => new vscode.DiagnosticRelatedInformation(
    new vscode.Location(document.uri, rangeOf(document, evidence)),
    describeEvidence(termbase, finding, evidence, langAt(finding.start)),
  ));
  // A struck-through name in running prose is loud, so it is only done for those who ask.
  if (strikeThrough && STRUCK.has(finding.rule)) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  return diagnostic;
}

/** The diagnostics of the editor that stand for a finding, so that a fix takes them away at once. */
export function diagnosticsOf(document: vscode.TextDocument, finding: Finding, shown: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  const range = rangeOf(document, finding);
  return shown.filter(({ source, code, range: at }) => source === PRODUCT && at.isEqual(range)
    && (typeof code === 'object' ? code.value : code) === finding.rule);
}

const STRUCK: ReadonlySet<string> = new Set(['superseded-name', 'anachronistic-name', 'deprecated-name']);

function messageOf({ message, because }: Finding): string {
  return because === '' || message.includes(because) ? message : `${message}\n${because}`;
}

import * as vscode from 'vscode';
import type { Lang, Span } from '../../core/document';
import type { Finding } from '../../core/finding';
import type { Termbase } from '../../core/termbase/termbase';
import { markOf, sourceOf } from '../../session/marks';
import type { WindowChecker, Result } from './windowChecker';
import { type Places, rangeOf, severityOf } from '../convert';
import { rulePage } from '../views/rulePage';
import { spokenLanguage, type SettingsReader } from '../settings';

/**
 * Shows the findings of every checked document as squiggles and in the Problems panel. Many findings are handed over in
 * portions, each in a collection of its own, so that the editor never waits for all of them and drops none, as it does
 * with a collection of more than a thousand.
 */
export function registerDiagnostics(
  checker: WindowChecker,
  settings: SettingsReader,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const collections = [vscode.languages.createDiagnosticCollection(NAME)];
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (uri: vscode.Uri): void => {
    clearTimeout(timers.get(uri.toString()));
    timers.delete(uri.toString());
  };
  const show = ({ document, checked }: Pick<Result, 'document' | 'checked'>): void => {
    const findings = checker.finished(document, checked.findings);
    const style: DiagnosticStyle = { extensionUri, lang: spokenLanguage(settings.of(document)) };
    const { uri } = document;
    const places = placesNow(document, findings);
    const portions = Math.max(1, Math.ceil(findings.length / PORTION));
    const showFrom = (portion: number): void => {
      const own = findings.slice(portion * PORTION, (portion + 1) * PORTION);
      const collection = (collections[portion] ??= vscode.languages.createDiagnosticCollection(`${NAME}.${portion}`));
      collection.set(
        uri,
        own.map((finding) => diagnosticOf(places, finding, checker.termbase(), style)),
      );
      if (portion + 1 < portions)
        timers.set(
          uri.toString(),
          setTimeout(() => showFrom(portion + 1)),
        );
    };
    stop(uri);
    // Portions beyond these are removed at once.
    for (const collection of collections.slice(portions)) if (collection.has(uri)) collection.delete(uri);
    showFrom(0);
  };
  const forget = (uri: vscode.Uri): void => {
    stop(uri);
    for (const collection of collections) collection.delete(uri);
  };
  return vscode.Disposable.from(checker.onDidCheck(show), checker.onDidForget(forget), {
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const collection of collections) collection.dispose();
    },
  });
}

/** The current places of the findings; edits made while the findings are handed over do not move them. */
function placesNow(document: Places, findings: readonly Finding[]): Places {
  const known = new Map<number, vscode.Position>();
  const note = ({ start, end }: Span): void => {
    for (const offset of [start, end]) if (!known.has(offset)) known.set(offset, document.positionAt(offset));
  };
  for (const finding of findings) {
    note(finding);
    finding.evidence.forEach(note);
  }
  return { uri: document.uri, positionAt: (offset) => known.get(offset) ?? document.positionAt(offset) };
}

const NAME = 'migrationTerms';

/** The number of findings that the editor handles in a millisecond, or in ten the first time. */
const PORTION = 25;

export interface DiagnosticStyle {
  readonly extensionUri: vscode.Uri;
  readonly lang: Lang;
}

/** One line: the hover and *Explain* give the reason. */
export function diagnosticOf(
  document: Places,
  finding: Finding,
  termbase: Termbase,
  { extensionUri, lang }: DiagnosticStyle,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, severityOf(finding.severity));
  const { source, related } = markOf(finding, (offset) => document.positionAt(offset).line, termbase, lang);
  diagnostic.source = source;
  diagnostic.code = { value: finding.rule, target: rulePage(extensionUri, finding.rule) };
  diagnostic.relatedInformation = related.map(
    ({ span, message }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeOf(document, span)), message),
  );
  return diagnostic;
}

/** The editor's diagnostics for a finding, so that a fix removes them at once. */
export function diagnosticsOf(
  document: vscode.TextDocument,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  const range = rangeOf(document, finding);
  return shown.filter(
    ({ source, code, range: at }) =>
      source === sourceOf(finding) &&
      at.isEqual(range) &&
      (typeof code === 'object' ? code.value : code) === finding.rule,
  );
}

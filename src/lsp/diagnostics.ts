import type { Diagnostic, DiagnosticSeverity, Range } from 'vscode-languageserver';
import { describeEvidence, evidenceElsewhere } from '../core/describe/evidence';
import { heldBackOf } from '../core/describe/textTime';
import type { Wording } from '../core/describe/wording';
import type { Lang } from '../core/document';
import type { Finding } from '../core/finding';
import type { DocumentCheck } from '../core/parts/documentCheck';
import type { Severity } from '../core/rules';
import type { Termbase } from '../core/termbase/termbase';
import type { Features } from './capabilities';
import { PRODUCT, rangeOf, type Places } from './convert';

/** How findings are shown. */
export interface Style {
  readonly features: Pick<Features, 'relatedInformation'>;
  readonly termbase: Termbase;
  /** The language of messages about an offset. */
  readonly langAt: (offset: number) => Lang;
}

export function diagnosticOf(places: Places, finding: Finding, style: Style): Diagnostic {
  const { features, termbase, langAt } = style;
  const elsewhere = evidenceElsewhere(finding, (offset) => places.positionAt(offset).line);
  return {
    range: rangeOf(places, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: PRODUCT,
    message: finding.message,
    ...(features.relatedInformation &&
      elsewhere.length > 0 && {
        relatedInformation: elsewhere.map((evidence) => ({
          location: { uri: places.uri, range: rangeOf(places, evidence) },
          message: describeEvidence(termbase, finding, evidence, langAt(finding.start)),
        })),
      }),
  };
}

/** What the time of a document holds back: a hint at the words that show that time, else at the first line. */
export function heldBackDiagnostics(places: Places, check: DocumentCheck, wording: Wording): Diagnostic[] {
  const held = heldBackOf(check, wording);
  if (!held) return [];
  const range = rangeOf(places, check.judgedAs.evidence ?? { start: 0, end: 0 });
  const message = `${held.because}.\n${wording.textTime.toJudge('migration-terms check --date today')}`;
  return [{ range, severity: SEVERITIES.hint, source: PRODUCT, message }];
}

/** The client's diagnostics for a finding, so that a fix removes them at once. */
export function diagnosticsOf(places: Places, finding: Finding, shown: readonly Diagnostic[]): Diagnostic[] {
  const range = rangeOf(places, finding);
  return shown.filter(
    ({ source, code, range: at }) => source === PRODUCT && code === finding.rule && isSameRange(at, range),
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (['start', 'end'] as const).every(
    (edge) => a[edge].line === b[edge].line && a[edge].character === b[edge].character,
  );
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

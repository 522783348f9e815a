import type { Span } from '../document';
import type { Allowed, Edit, Evidence, Finding, Fix } from '../finding';

/**
 * Converts findings of a part to offsets of the document, in which the part begins at `start`. This runs after an
 * edit for everything that follows the edit; each property is copied explicitly, because a copy by `...` takes many
 * times as long.
 */
export function findingsInDocument(findings: readonly Finding[], start: number): readonly Finding[] {
  return start === 0 || findings.length === 0 ? findings : findings.map((finding) => findingAt(finding, start));
}

/** As {@link findingsInDocument}, for allowed mentions. */
export function allowedInDocument(allowed: readonly Allowed[], start: number): readonly Allowed[] {
  return start === 0 ? allowed : allowed.map((mention) => allowedAt(mention, start));
}

/** The fixes are converted on first access, because they are proved on first access. */
function findingAt(own: Finding, start: number): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    start: own.start + start,
    end: own.end + start,
    text: own.text,
    rule: own.rule,
    severity: own.severity,
    certainty: own.certainty,
    concept: own.concept,
    name: own.name,
    message: own.message,
    because: own.because,
    sources: own.sources,
    evidence: evidenceAt(own.evidence, start),
    get fixes() {
      return (fixes ??= own.fixes.map((fix) => fixAt(fix, start)));
    },
    ...(own.by === undefined ? {} : { by: own.by }),
  };
}

function allowedAt(own: Allowed, start: number): Allowed {
  return {
    start: own.start + start,
    end: own.end + start,
    text: own.text,
    concept: own.concept,
    name: own.name,
    value: own.value,
    reason: own.reason,
    evidence: evidenceAt(own.evidence, start),
  };
}

function evidenceAt(evidence: readonly Evidence[], start: number): readonly Evidence[] {
  return evidence.length === 0
    ? evidence
    : evidence.map(({ start: from, end, text }) => ({ start: from + start, end: end + start, text }));
}

function fixAt(fix: Fix, start: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => editAt(edit, start)) };
}

function editAt({ start: from, end, newText }: Edit & Span, start: number): Edit {
  return { start: from + start, end: end + start, newText };
}

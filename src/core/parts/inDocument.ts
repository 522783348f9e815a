import type { Span } from '../document';
import type { Allowed, Checked, Edit, Evidence, Finding, Fix } from '../findings/finding';

/**
 * What was found in a part, with the offsets of the document that it begins `start` code units into. After an edit this
 * is done for all that stands behind it, so what is seldom asked for is made when it is.
 */
export function inDocument({ findings, allowed }: Checked, start: number): Checked {
  return start === 0 ? { findings, allowed } : { findings: findings.map((finding) => findingAt(finding, start)), allowed: allowed.map((mention) => allowedAt(mention, start)) };
}

function findingAt(own: Finding, start: number): Finding {
  let evidence: readonly Evidence[] | undefined;
  let fixes: readonly Fix[] | undefined;
  return {
    ...own, start: own.start + start, end: own.end + start,
    get evidence() { return (evidence ??= shiftAll(own.evidence, start)); },
    get fixes() { return (fixes ??= own.fixes.map((fix) => ({ ...fix, edits: shiftAll(fix.edits, start) }))); },
  };
}

function allowedAt(own: Allowed, start: number): Allowed {
  return {
    text: own.text, concept: own.concept, name: own.name, reason: own.reason, start: own.start + start, end: own.end + start,
    evidence: shiftAll(own.evidence, start),
  };
}

function shiftAll<T extends Evidence | Edit>(spans: readonly T[], start: number): readonly T[] {
  return spans.length === 0 ? spans : spans.map((span: T & Span) => ({ ...span, start: span.start + start, end: span.end + start }));
}

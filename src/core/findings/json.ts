import type { Allowed, Checked, Finding, JudgedAs } from '../finding';
import type { LineIndex, Position } from '../lineIndex';

// The shapes of JSON for other programs, which the command line and the library share. They are a contract: keys may be
// added, but not renamed. Values are copied field by field, so that a new field in the core's types does not become
// part of the contract by accident.

export function jsonFinding(finding: Finding, index: LineIndex) {
  const { rule, severity, certainty, start, end, text, concept, name, message, because } = finding;
  return {
    rule,
    severity,
    certainty,
    start,
    end,
    range: rangeOf(finding, index),
    text,
    concept,
    name,
    message,
    because,
    sources: finding.sources.map(({ id, title, url }) => ({ id, title, url: url ?? null })),
    evidence: finding.evidence.map(({ start, end, text }) => ({ start, end, text })),
    fixes: finding.fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map(({ start, end, newText }) => ({ start, end, newText })),
    })),
    ...(finding.by && { by: { reader: finding.by.reader, rules: finding.by.rules } }),
    ...(finding.unlisted !== undefined && { unlisted: finding.unlisted }),
  };
}

export function jsonAllowed(allowed: Allowed, index: LineIndex) {
  const { start, end, text, concept, name, value, reason } = allowed;
  return {
    start,
    end,
    range: rangeOf(allowed, index),
    text,
    concept,
    name,
    value: value ? { message: value.message, year: value.year ?? null } : null,
    reason,
    evidence: allowed.evidence.map(({ start, end, text }) => ({ start, end, text })),
  };
}

export function jsonTime({ kind, date, shownBy, evidence, possible }: JudgedAs) {
  return {
    kind,
    date: date ?? null,
    shownBy,
    evidence: evidence ? { start: evidence.start, end: evidence.end, text: evidence.text } : null,
    possible: possible ? { from: possible.from, to: possible.to } : null,
  };
}

/** What is listed to explain a text: the names and values that were allowed, and the values that were not compared. */
export function listedExplained(checked: Checked): readonly Allowed[] {
  return [...listedAllowed(checked), ...checked.setAside()].sort((a, b) => a.start - b.start);
}

/**
 * The names to list as allowed, without those that a finding also covers, such as the correct name of a former head.
 * Listing one place both as wrong and as allowed would confuse readers.
 */
export function listedAllowed({ findings, allowed }: Checked): readonly Allowed[] {
  const found = new Set(findings.map(({ start, end }) => `${start} ${end}`));
  return allowed.filter(({ start, end }) => !found.has(`${start} ${end}`));
}

function rangeOf(
  { start, end }: { readonly start: number; readonly end: number },
  index: LineIndex,
): { readonly start: Position; readonly end: Position } {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

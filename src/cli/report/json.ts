import type { Span } from '../../core/document';
import type { Allowed, Checked, Finding } from '../../core/finding';
import { paragraphAt } from '../../core/word/paragraphAt';
import type { WordText } from '../../core/word/wordText';
import { lineIndex, type LineIndex } from '../lineIndex';
import { listedAllowed } from './allowed';

export interface CheckedFile {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** The origin of the text, if it was read from a Word document. */
  readonly word: WordText | undefined;
  /** The results, one stretch of the text at a time; can be iterated more than once. */
  inTurn(): Iterable<Checked>;
}

/**
 * Yields one file of the report in pieces. The shape is a contract: keys may be added, but not renamed. Allowed names
 * are listed only with `--explain`.
 */
export function* jsonFile({ path, languageId, text, word, inTurn }: CheckedFile, explain: boolean): Generator<string> {
  const index = lineIndex(text);
  yield `{"path":${JSON.stringify(path)},"languageId":${JSON.stringify(languageId)},"findings":[`;
  let comma = '';
  for (const { findings } of inTurn()) {
    for (const finding of findings) {
      yield comma + JSON.stringify({ ...jsonFinding(finding, index), ...inWord(finding, word) });
      comma = ',';
    }
  }
  yield '],"allowed":[';
  comma = '';
  for (const checked of explain ? inTurn() : []) {
    for (const allowed of listedAllowed(checked)) {
      yield comma + JSON.stringify({ ...jsonAllowed(allowed, index), ...inWord(allowed, word) });
      comma = ',';
    }
  }
  yield ']}';
}

/** The text before and after the files, which are written one by one, separated by commas. */
export const JSON_START = '{"version":1,"files":[';
export const jsonEnd = (unread: readonly string[]): string =>
  unread.length === 0 ? ']}\n' : `],"unread":${JSON.stringify(unread)}}\n`;

// Copied field by field, so that a new field in the core's types does not become part of the contract by accident.
function jsonFinding(finding: Finding, index: LineIndex): object {
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
  };
}

function jsonAllowed(allowed: Allowed, index: LineIndex): object {
  const { start, end, text, concept, name, reason } = allowed;
  return {
    start,
    end,
    range: rangeOf(allowed, index),
    text,
    concept,
    name,
    reason,
    evidence: allowed.evidence.map(({ start, end, text }) => ({ start, end, text })),
  };
}

/** In a Word document, the range refers to the text that was read, and the paragraph to the document. */
function inWord(span: Span, word: WordText | undefined): object {
  const found = word && paragraphAt(word, span);
  return found ? { paragraph: { number: found.number, kind: found.kind, heading: found.heading } } : {};
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }, index: LineIndex): object {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

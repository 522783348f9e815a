import type { Finding } from '../../core/finding';
import { messageWithReason } from '../../core/findings/reason';
import { lineIndex } from '../../core/lineIndex';
import { isAtLeast, type Severity } from '../../core/rules';
import { escapeXml } from '../../core/xml';
import { printable } from '../style';
import type { CheckedFile } from './json';
import { howToSee } from './heldBack';
import type { Run } from './run';
import { placeInWord } from './wordPlace';

/**
 * Yields the test suite of one file: a test case for each finding, which fails at or above `failOn` and is skipped
 * below it, or one case that passes.
 */
export function* junitFile(
  { place, text, word, inTurn, heldBack }: CheckedFile,
  failOn: Severity | 'never',
): Generator<string> {
  const fails = ({ severity }: Finding): boolean => failOn !== 'never' && isAtLeast(severity, failOn);
  let findings = 0;
  let failures = 0;
  for (const checked of inTurn()) {
    findings += checked.findings.length;
    failures += checked.findings.filter(fails).length;
  }
  yield suiteStart(place, Math.max(1, findings), { failures, skipped: findings - failures });
  const index = lineIndex(text);
  for (const checked of findings === 0 ? [] : inTurn()) {
    for (const finding of checked.findings) {
      const { line, character } = index.positionAt(finding.start);
      const paragraph = word && placeInWord(word, finding)?.full;
      const where = word ? (paragraph ?? '') : `${line + 1}:${character + 1}`;
      const name = `${finding.rule}: ${finding.text} (${where})`;
      const body = [`${place}:${word ? ' ' : ''}${where}`, messageWithReason(finding), ...sourcesOf(finding)];
      const outcome = fails(finding)
        ? `<failure type="${finding.severity}" message="${attribute(finding.message)}">${content(body)}</failure>`
        : `<skipped message="${attribute(`${finding.severity}: ${finding.message}`)}"/>`;
      yield `${caseStart(place, name, word ? undefined : line + 1)}>\n${outcome}\n</testcase>\n`;
    }
  }
  if (findings === 0) yield `${caseStart(place, 'no findings')}/>\n`;
  const { count, because } = heldBack();
  if (count > 0) yield `<system-out>${attribute(howToSee(count, because))}</system-out>\n`;
  yield SUITE_END;
}

export const JUNIT_START = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Migration Terms">\n';

/** The suites of the files that could not be read, and the end. */
export function junitEnd({ faults, passedOver }: Run): string {
  const suites = [
    ...faults.map(
      ({ place, message }) =>
        `${suiteStart(place, 1, { errors: 1 })}${caseStart(place, 'is read')}>\n<error type="unread" message="${attribute(message)}"/>\n</testcase>\n${SUITE_END}`,
    ),
    ...passedOver.map(
      ({ place }) =>
        `${suiteStart(place, 1, { skipped: 1 })}${caseStart(place, 'is read')}>\n<skipped message="The format of this document is not supported."/>\n</testcase>\n${SUITE_END}`,
    ),
  ];
  return `${suites.join('')}</testsuites>\n`;
}

const SUITE_END = '</testsuite>\n';

function suiteStart(
  place: string,
  tests: number,
  counts: { readonly failures?: number; readonly errors?: number; readonly skipped?: number },
): string {
  const { failures = 0, errors = 0, skipped = 0 } = counts;
  return `<testsuite name="${attribute(place)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
}

function caseStart(place: string, name: string, line?: number): string {
  const file = attribute(place);
  const at = line === undefined ? '' : ` line="${line}"`;
  return `<testcase classname="${file}" name="${attribute(name)}" file="${file}"${at}`;
}

function sourcesOf({ sources }: Finding): readonly string[] {
  return sources.length === 0
    ? []
    : [
        `Source: ${sources
          .slice(0, MAX_SOURCES)
          .map(({ title, url }) => (url ? `${title} <${url}>` : title))
          .join('; ')}`,
      ];
}

// As on a terminal, a few suffice.
const MAX_SOURCES = 2;

function attribute(text: string): string {
  return escapeXml(printable(text));
}

function content(rows: readonly string[]): string {
  return rows.map(attribute).join('\n');
}

import type { Finding } from '../../core/finding';
import { messageWithReason } from '../../core/findings/reason';
import { isAtLeast, type Severity } from '../../core/rules';
import { escapeXml } from '../../core/xml';
import { printable } from '../style';
import type { CheckedFile } from './json';
import { howToSee } from './heldBack';
import { rowsOf } from './rows';
import type { Run } from './run';

/**
 * Yields the test suite of one file: a test case for each finding, which fails at or above `failOn` and is skipped
 * below it, or one case that passes.
 */
export function* junitFile(file: CheckedFile, failOn: Severity | 'never'): Generator<string> {
  const { place, inTurn, heldBack } = file;
  const fails = ({ severity }: Finding): boolean => failOn !== 'never' && isAtLeast(severity, failOn);
  let findings = 0;
  let failures = 0;
  for (const checked of inTurn()) {
    findings += checked.findings.length;
    failures += checked.findings.filter(fails).length;
  }
  yield suiteStart(place, Math.max(1, findings), { failures, skipped: findings - failures });
  for (const { finding, from, paragraph } of rowsOf(file)) {
    const where = paragraph ?? `${from.line}:${from.column}`;
    const name = `${finding.rule}: ${finding.text} (${where})`;
    const body = [
      `${place}:${paragraph === undefined ? '' : ' '}${where}`,
      messageWithReason(finding),
      ...sourcesOf(finding),
    ];
    const outcome = fails(finding)
      ? `<failure type="${finding.severity}" message="${attribute(finding.message)}">${content(body)}</failure>`
      : `<skipped message="${attribute(`${finding.severity}: ${finding.message}`)}"/>`;
    yield `${caseStart(place, name, paragraph === undefined ? from.line : undefined)}>\n${outcome}\n</testcase>\n`;
  }
  if (findings === 0) yield `${caseStart(place, 'no findings')}/>\n`;
  const { count, because } = heldBack();
  if (count > 0) yield `<system-out>${attribute(howToSee(count, because))}</system-out>\n`;
  yield SUITE_END;
}

export const JUNIT_START = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Migration Terms">\n';

/** The suites of the files that could not be read, and the end. */
export function junitEnd({ faults, passedOver }: Run): string {
  const suite = (place: string, counts: Counts, outcome: string): string =>
    `${suiteStart(place, 1, counts)}${caseStart(place, 'is read')}>\n${outcome}\n</testcase>\n${SUITE_END}`;
  const suites = [
    ...faults.map(({ place, message }) =>
      suite(place, { errors: 1 }, `<error type="unread" message="${attribute(message)}"/>`),
    ),
    ...passedOver.map(({ place }) =>
      suite(place, { skipped: 1 }, '<skipped message="The format of this document is not supported."/>'),
    ),
  ];
  return `${suites.join('')}</testsuites>\n`;
}

const SUITE_END = '</testsuite>\n';

interface Counts {
  readonly failures?: number;
  readonly errors?: number;
  readonly skipped?: number;
}

function suiteStart(place: string, tests: number, { failures = 0, errors = 0, skipped = 0 }: Counts): string {
  return `<testsuite name="${attribute(place)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
}

function caseStart(place: string, name: string, line?: number): string {
  const file = attribute(place);
  const at = line === undefined ? '' : ` line="${line}"`;
  return `<testcase classname="${file}" name="${attribute(name)}" file="${file}"${at}`;
}

function sourcesOf({ sources }: Finding): readonly string[] {
  const listed = sources.slice(0, MAX_SOURCES).map(({ title, url }) => (url ? `${title} <${url}>` : title));
  return listed.length === 0 ? [] : [`Source: ${listed.join('; ')}`];
}

// As on a terminal, a few suffice.
const MAX_SOURCES = 2;

function attribute(text: string): string {
  return escapeXml(printable(text));
}

function content(rows: readonly string[]): string {
  return rows.map(attribute).join('\n');
}

import { SEVERITIES, type Severity } from '../../core/rules';
import { withoutControls } from '../style';
import type { CheckedFile } from './json';
import { rowsOf } from './rows';
import type { Run } from './run';

/** Yields the annotations of one file: workflow commands that GitHub shows at the lines of a pull request. */
export function* githubFile(file: CheckedFile): Generator<string> {
  for (const { finding, from, to, paragraph } of rowsOf(file)) {
    const { rule, severity, message, because } = finding;
    // GitHub accepts columns only within one line.
    const columns = from.line === to.line && { col: from.column, endColumn: to.column };
    const where = paragraph === undefined && { line: from.line, endLine: to.line, ...columns };
    const lead = paragraph ? `${paragraph}: ` : '';
    yield annotation(COMMANDS[severity], { file: file.place, ...where, title: rule }, `${lead}${message}\n${because}`);
  }
}

/** The annotations on files that could not be read. */
export function githubEnd({ faults, passedOver }: Run): string {
  return [
    ...faults.map(({ place, message }) => annotation('error', { file: place, title: 'not read' }, message)),
    ...passedOver.map(({ place }) =>
      annotation('notice', { file: place, title: 'not read' }, 'The format of this document is not supported.'),
    ),
  ].join('');
}

/** Exported for its tests: a workflow command, with its values escaped as GitHub's runner unescapes them. */
export function annotation(
  command: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${command} ${listed.join(',')}::${escapeData(message)}\n`;
}

const COMMANDS = Object.fromEntries(
  SEVERITIES.map((severity) => [severity, severity === 'error' || severity === 'warning' ? severity : 'notice']),
) as Readonly<Record<Severity, 'error' | 'warning' | 'notice'>>;

function escapeData(text: string): string {
  return withoutControls(text.replace(/[\t\r]/g, ' '))
    .replace(/%/g, '%25')
    .replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return withoutControls(text).replace(
    /[%\r\n:,]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

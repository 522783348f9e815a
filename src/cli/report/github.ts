import { lineIndex } from '../../core/lineIndex';
import { SEVERITIES, type Severity } from '../../core/rules';
import { withoutControls } from '../style';
import type { CheckedFile } from './json';
import type { Run } from './run';
import { placeInWord } from './wordPlace';

/** Yields the annotations of one file: workflow commands that GitHub shows at the lines of a pull request. */
export function* githubFile({ place, text, word, inTurn }: CheckedFile): Generator<string> {
  const index = lineIndex(text);
  for (const { findings } of inTurn()) {
    for (const { rule, severity, start, end, message, because } of findings) {
      const paragraph = word && placeInWord(word, { start, end })?.full;
      const from = index.positionAt(start);
      const to = index.positionAt(end);
      const where = word
        ? {}
        : {
            line: from.line + 1,
            endLine: to.line + 1,
            // GitHub accepts columns only within one line.
            ...(from.line === to.line && { col: from.character + 1, endColumn: to.character + 1 }),
          };
      yield annotation(
        COMMANDS[severity],
        { file: place, ...where, title: rule },
        `${paragraph === undefined ? '' : `${paragraph}: `}${message}\n${because}`,
      );
    }
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

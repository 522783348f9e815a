import { version } from '../../../package.json';
import { howToSee } from './heldBack';
import type { Frame, Run } from './run';
import { artifactAt, BASE } from './sarif';
import { sarifRules } from './sarifRules';

/** The log around the results: one run of this tool, with its rules and what it could not read. */
export function sarifFrame(): Frame {
  const driver = { name: 'Migration Terms', version, semanticVersion: version, rules: sarifRules() };
  const opening = JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [BASE]: { description: { text: 'The working folder of the run.' } } },
      },
    ],
  });
  return {
    // The results follow the other properties of the run, and the run is closed by `end`.
    start: `${opening.slice(0, -'}]}'.length)},"results":[\n`,
    between: ',\n',
    end: (run) => `\n],"invocations":${JSON.stringify([invocationOf(run)])}}]}\n`,
  };
}

function invocationOf({ isComplete, faults, passedOver, heldBackIn }: Run): object {
  const notice = (level: 'error' | 'warning' | 'note', place: string, text: string): object => ({
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifactAt(place) } }],
  });
  return {
    executionSuccessful: isComplete,
    toolExecutionNotifications: [
      ...faults.map(({ place, message }) => notice('error', place, `Not read: ${message}`)),
      ...passedOver.map(({ place }) =>
        notice('warning', place, 'Not read: the format of this document is not supported.'),
      ),
      ...heldBackIn.map(({ place, count, because }) => notice('note', place, howToSee(count, because))),
    ],
  };
}

import { check } from '../../core/check';
import { isAtLeast, type Severity } from '../../core/rules';
import type { CheckCommand } from '../arguments';
import { openInputs } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { jsonFile, jsonReport, type JsonFile } from '../report/json';
import { styleFor } from '../report/style';
import { textFile, textSummary } from '../report/text';

/** Checks every input, reports, and tells by its code whether something is at or above `--fail-on`. */
export async function runCheck(command: CheckCommand, invocation: Invocation): Promise<ExitCode> {
  const { stdout, env } = invocation;
  const inputs = await openInputs(command, invocation);
  if (!inputs) return 2;
  const { options, lang } = inputs.settings;
  const style = styleFor(stdout, env);
  const counts = new Map<Severity, number>();
  const jsonFiles: JsonFile[] = [];
  let files = 0;
  for await (const { found, languageId, content } of inputs.read()) {
    const { text } = content;
    const file = { path: found.path, languageId, text, checked: check({ text, languageId, lang }, inputs.termbase, options) };
    files++;
    for (const { severity } of file.checked.findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    if (command.format === 'json') jsonFiles.push(jsonFile(file, command.explain));
    else stdout.write(textFile(file, command.explain, style));
  }
  stdout.write(command.format === 'json' ? jsonReport(jsonFiles) : textSummary(counts, files));
  if (inputs.failed()) return 2;
  const { failOn } = command;
  return failOn !== 'never' && [...counts.keys()].some((severity) => isAtLeast(severity, failOn)) ? 1 : 0;
}

import { version } from '../../package.json';
import { parseArguments } from './arguments';
import { runCheck } from './commands/check';
import { runExport } from './commands/export';
import { runFacts } from './commands/facts';
import { runFix } from './commands/fix';
import { runImport } from './commands/import';
import { runLookup } from './commands/lookup';
import { helpOn } from './help';
import type { ExitCode, Invocation } from './invocation';
import { messageOf } from './reasons';

/** The command line as a function: reads and writes what it is given, and never throws. */
export async function main(invocation: Invocation): Promise<ExitCode> {
  try {
    return await run(invocation);
  } catch (error) {
    invocation.stderr.write(`migration-terms: ${messageOf(error)}\n`);
    return 2;
  }
}

async function run(invocation: Invocation): Promise<ExitCode> {
  const { stdout, stderr } = invocation;
  const command = parseArguments(invocation.argv);
  switch (command.kind) {
    case 'check':
      return runCheck(command, invocation);
    case 'fix':
      return runFix(command, invocation);
    case 'facts':
      return runFacts(command, invocation);
    case 'lookup':
      return runLookup(command, invocation);
    case 'import':
      return runImport(command, invocation);
    case 'export':
      return runExport(command, invocation);
    case 'help':
      stdout.write(helpOn(command.about));
      return 0;
    case 'version':
      stdout.write(`${version}\n`);
      return 0;
    case 'mistake':
      stderr.write(`migration-terms: ${command.message}\n`);
      stderr.write(`Run "migration-terms --help" to see what it can do.\n`);
      return 2;
  }
}

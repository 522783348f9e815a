import { version } from '../../package.json';
import { parseArguments, type Command } from './arguments';
import type { ExitCode, Invocation } from './invocation';
import { messageOf } from './reasons';
import { printable } from './style';

/** The command line as a function: uses only the streams that it is passed, and never throws. */
export async function main(invocation: Invocation): Promise<ExitCode> {
  try {
    const code = await run(invocation);
    return invocation.stop?.aborted ? 130 : code;
  } catch (error) {
    invocation.stderr.write(`migration-terms: ${printable(messageOf(error))}\n`);
    return 2;
  }
}

/** Some shells leave patterns to the program. */
async function withExpandedPaths(command: Command, { cwd }: Invocation): Promise<Command> {
  if (!('paths' in command) || !command.paths.some((path) => /[*?{]/.test(path))) return command;
  const { expandPaths } = await import('./expandPaths');
  return { ...command, paths: await expandPaths(command.paths, cwd) };
}

async function run(invocation: Invocation): Promise<ExitCode> {
  const { stdout, stderr } = invocation;
  const command = await withExpandedPaths(parseArguments(invocation.argv), invocation);
  switch (command.kind) {
    // Each command is a bundle of its own, read when it runs: `--version` does not wait for names and facts.
    case 'check':
      return (await import('./commands/check')).runCheck(command, invocation);
    case 'review':
      return (await import('./commands/review')).runReview(command, invocation);
    case 'fix':
      return (await import('./commands/fix')).runFix(command, invocation);
    case 'lookup':
      return (await import('./commands/lookup')).runLookup(command, invocation);
    case 'import':
      return (await import('./commands/import')).runImport(command, invocation);
    case 'export':
      return (await import('./commands/export')).runExport(command, invocation);
    case 'mcp':
      return (await import('./commands/mcp')).runMcp(command, invocation);
    case 'lsp':
      return (await import('./commands/lsp')).runLsp(invocation);
    case 'help':
      stdout.write((await import('./help')).helpOn(command.about));
      return 0;
    case 'version':
      stdout.write(`${version}\n`);
      return 0;
    case 'mistake':
      stderr.write(`migration-terms: ${printable(command.message)}\n`);
      stderr.write(`Run "migration-terms ${command.about ? `${command.about} ` : ''}--help" to see what it can do.\n`);
      return 2;
  }
}

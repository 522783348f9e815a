import { serve } from '../../lsp/server';
import type { ExitCode, Invocation } from '../invocation';

/** Runs the language server, which ends the process itself; Ctrl+C ends it too. */
export function runLsp({ stop }: Pick<Invocation, 'stop'>): Promise<ExitCode> {
  return new Promise((resolve) => {
    stop?.addEventListener('abort', () => resolve(130));
    serve();
  });
}

import type { Lang } from '../core/document';
import { dayOf } from '../core/termbase/dates';
import { assistantsOn, type Answer } from '../mcp/assistants';
import type { Invocation } from './invocation';
import { openTermbase } from './termbases';

/** What the command `mcp` offers, with the termbases that the command line names. */
export async function openAssistants(
  { termbases, lang }: { readonly termbases: readonly string[]; readonly lang: Lang },
  { cwd, stderr }: Invocation,
): Promise<Answer> {
  const { termbase } = await openTermbase(termbases, cwd, stderr);
  // The server may run for days.
  return assistantsOn({
    termbase,
    lang,
    get today() {
      return dayOf(new Date());
    },
  });
}

import * as vscode from 'vscode';
import { checkAnswer } from '../../core/assistants/checkAnswer';
import {
  readCheckInput,
  readLookUpInput,
  readVerifyInput,
  type CheckInput,
  type VerifyInput,
} from '../../core/assistants/input';
import { lookUpAnswer } from '../../core/assistants/lookUpAnswer';
import { reviewPrompt } from '../../core/assistants/prompts';
import { reviewOfPassage, verifyAnswer } from '../../core/assistants/verifyAnswer';
import type { Termbase } from '../../core/termbase/termbase';
import { dayOf } from '../../core/termbase/dates';
import { spokenLanguage, type SettingsReader } from '../settings';

/**
 * Registers the tools for assistants in the editor: they look up names and facts, check passages, and verify what an
 * assistant remarks on a passage. All are read-only. Hosts without support for tools, such as older ones, do not get
 * them.
 */
export function registerAssistantTools(termbase: () => Termbase, settings: SettingsReader): vscode.Disposable {
  const here = () => settings.of(vscode.window.activeTextEditor?.document);
  const lookUp = tool(
    readLookUpInput,
    (input) => lookUpAnswer(input, termbase(), spokenLanguage(here())),
    ({ query }) => vscode.l10n.t('Looking up “{0}” among migration terms', shortened(query)),
    vscode.l10n.t('Looking up a migration term'),
  );
  const check = tool(
    readCheckInput,
    (input) => {
      const { rules, language } = here();
      return checkAnswer({ ...input, language, date: undefined, today: dayOf(new Date()) }, termbase(), rules);
    },
    ({ text }) => vscode.l10n.t('Checking names and facts in “{0}”', shortened(text)),
    vscode.l10n.t('Checking names and facts'),
  );
  const verify = tool(
    // Without remarks, the assistant asks for what it needs to make them.
    (input): CheckInput | VerifyInput => (hasRemarks(input) ? readVerifyInput(input) : readCheckInput(input)),
    (input) => {
      const { rules, language } = here();
      const passage = { ...input, language, date: undefined, today: dayOf(new Date()) };
      return 'remarks' in input
        ? verifyAnswer({ ...passage, remarks: input.remarks }, termbase(), rules)
        : { request: reviewPrompt(reviewOfPassage(passage, termbase(), rules), VERIFY) };
    },
    ({ text }) => vscode.l10n.t('Comparing “{0}” with the record', shortened(text)),
    vscode.l10n.t('Comparing a text with the record'),
  );
  return vscode.Disposable.from(
    register('migration-terms_lookUp', lookUp),
    register('migration-terms_check', check),
    register(VERIFY, verify),
  );
}

const VERIFY = 'migration-terms_verifyClaims';

function hasRemarks(input: unknown): boolean {
  const { remarks } = (input ?? {}) as { readonly remarks?: unknown };
  return remarks !== undefined && remarks !== null;
}

/** The part of the editor's API for assistants that is used. It is newer than the oldest supported editor. */
interface Editor {
  readonly lm?: { registerTool?(name: string, tool: Tool): vscode.Disposable };
  readonly LanguageModelTextPart?: new (text: string) => object;
  readonly LanguageModelToolResult?: new (parts: readonly object[]) => object;
}

interface Tool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<object>;
  prepareInvocation(options: { readonly input: unknown }): { readonly invocationMessage: string };
}

const EDITOR: Editor = vscode as unknown as Editor;

function register(name: string, { invoke, prepareInvocation }: Tool): vscode.Disposable {
  try {
    return EDITOR.lm?.registerTool?.(name, { invoke, prepareInvocation }) ?? NOTHING;
  } catch {
    // Some editor versions had the API but did not allow extensions to use it.
    return NOTHING;
  }
}

const NOTHING = new vscode.Disposable(() => undefined);

/** A wrong input is reported to the assistant as an error that explains the repair. */
function tool<Input>(
  read: (input: unknown) => Input,
  answer: (input: Input) => object,
  say: (input: Input) => string,
  sayOfWrong: string,
): Tool {
  return {
    async invoke({ input }, token) {
      const wanted = read(input);
      // The answer is computed synchronously, so a cancellation that follows immediately is processed first.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const text = JSON.stringify(answer(wanted));
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      return new EDITOR.LanguageModelToolResult!([new EDITOR.LanguageModelTextPart!(text)]);
    },
    prepareInvocation({ input }) {
      try {
        return { invocationMessage: say(read(input)) };
      } catch {
        return { invocationMessage: sayOfWrong };
      }
    },
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

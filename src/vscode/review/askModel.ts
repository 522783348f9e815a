import * as vscode from 'vscode';
import { MOST_ANSWER } from '../../core/review/answer';
import { failureOf, textOf, type Failure } from './failures';

/** What a model returned: its whole answer, or what came before a failure. */
export type Reply =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly text: string; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** The part of a model that a review uses. */
export type Asked = Pick<vscode.LanguageModelChat, 'sendRequest'>;

/** A model that writes nothing for so long is not waited for. */
export const PATIENCE_MS = 180_000;

/** Asks a model, and never rejects. A model that does not obey a cancellation is not waited for either. */
export async function askModel(
  model: Asked,
  request: string,
  token: vscode.CancellationToken,
  patience = PATIENCE_MS,
): Promise<Reply> {
  const source = new vscode.CancellationTokenSource();
  const listener = token.onCancellationRequested(() => source.cancel());
  let text = '';
  try {
    if (token.isCancellationRequested) return { kind: 'cancelled' };
    const messages = [vscode.LanguageModelChatMessage.User(request)];
    const response = await inTime(
      model.sendRequest(messages, { justification: JUSTIFICATION() }, source.token),
      source.token,
      patience,
    );
    const parts = response.text[Symbol.asyncIterator]();
    while (text.length <= MOST_ANSWER) {
      const part = await inTime(parts.next(), source.token, patience);
      if (part.done === true) return { kind: 'answer', text };
      text += part.value;
    }
    return { kind: 'answer', text };
  } catch (error) {
    if (token.isCancellationRequested) return { kind: 'cancelled' };
    return error === STALLED
      ? { kind: 'failure', failure: 'stalled', text, reason: '' }
      : { kind: 'failure', failure: failureOf(error), text, reason: textOf(error) };
  } finally {
    listener.dispose();
    // Also ends a request whose answer is too long or too late.
    source.cancel();
    source.dispose();
  }
}

const JUSTIFICATION = (): string => vscode.l10n.t('Migration Terms lets the model that you choose review a document.');

/** Rejects if a promise is not settled in time, or when the token is cancelled. */
function inTime<T>(promise: PromiseLike<T>, token: vscode.CancellationToken, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(STALLED), patience);
    const listener = token.onCancellationRequested(() => reject(new vscode.CancellationError()));
    const end = (): void => {
      clearTimeout(timer);
      listener.dispose();
    };
    promise.then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

const STALLED = new Error('stalled');

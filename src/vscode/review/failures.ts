import * as vscode from 'vscode';

/** Why a passage got no answer. */
export type Failure =
  | 'no-permission'
  | 'blocked'
  | 'gone'
  | 'quota'
  | 'offline'
  /** Nothing came for a long time. */
  | 'stalled'
  /** What came is not an answer. */
  | 'no-list'
  | 'broken';

/** Whether a further request to the same model would fail as well. */
export function endsReview(failure: Failure): boolean {
  return failure !== 'stalled' && failure !== 'no-list' && failure !== 'broken';
}

/** The failure that an error of the editor's interface or of a provider denotes. */
export function failureOf(error: unknown): Failure {
  const text = textOf(error);
  const code = error instanceof vscode.LanguageModelError ? error.code : '';
  if (QUOTA.test(text)) return 'quota';
  if (OFFLINE.test(text)) return 'offline';
  switch (code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return 'no-permission';
    case vscode.LanguageModelError.Blocked.name:
      return 'blocked';
    case vscode.LanguageModelError.NotFound.name:
      return 'gone';
    default:
      return 'broken';
  }
}

/** The words of an error and its causes, for the output channel; the writer gets words of ours. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = `${error.name}: ${error.message}`;
  return error.cause === undefined || error.cause === error ? own : `${own} (${textOf(error.cause)})`;
}

const QUOTA = /\bquota|rate.?limit|too many requests|\b429\b/i;
const OFFLINE =
  /\bENOTFOUND|\bECONN|\bEAI_AGAIN|\bETIMEDOUT|fetch failed|failed to fetch|ERR_(?:INTERNET|NETWORK|NAME)/i;

/** What happened, in a sentence with the name of the model, and what to do. */
export function wordFailure(failure: Failure, model: string): string {
  switch (failure) {
    case 'no-permission':
      return vscode.l10n.t(
        'The editor does not let Migration Terms use {0}. Review again and allow it when the editor asks, or choose another model.',
        model,
      );
    case 'blocked':
      return vscode.l10n.t('{0} refuses these requests. Choose another model, or use a chat window.', model);
    case 'gone':
      return vscode.l10n.t('{0} is not available in this editor any more. Choose another model.', model);
    case 'quota':
      return vscode.l10n.t(
        '{0} takes no more requests for now. Review the rest later, or choose another model.',
        model,
      );
    case 'offline':
      return vscode.l10n.t('{0} cannot be reached. Check the connection, and review the rest then.', model);
    case 'stalled':
      return vscode.l10n.t('{0} did not answer in time. Review the rest again, or choose another model.', model);
    case 'no-list':
      return vscode.l10n.t(
        '{0} did not answer in the form that a review needs. Try again; if that repeats, choose another model.',
        model,
      );
    case 'broken':
      return vscode.l10n.t('{0} broke off. Review the rest again; the output “Migration Terms” has the reason.', model);
  }
}

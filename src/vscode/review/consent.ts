import * as vscode from 'vscode';

/** What the writer is told before the first request. */
export interface Told {
  readonly document: string;
  readonly model: vscode.LanguageModelChat;
  readonly requests: number;
  readonly tokens: number;
}

/** Asks whether a model may review, once for each model: what is sent, to whom, and what is not. */
export async function askConsent(
  { document, model, requests, tokens }: Told,
  globalState: vscode.Memento,
): Promise<'yes' | 'other' | 'no'> {
  const known = globalState.get<readonly string[]>(CONSENTS, []);
  const id = `${model.vendor}/${model.id}`;
  if (known.includes(id)) return 'yes';
  const count = rounded(tokens).toLocaleString(vscode.env.language);
  const review = vscode.l10n.t('Start the Review');
  const other = vscode.l10n.t('Choose Another Model…');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Let {0} review “{1}”?', model.name, document),
    {
      modal: true,
      detail: [
        requests === 1
          ? vscode.l10n.t(
              'Sent: the text of this document, its title and date, instructions, and a part of the record; 1 request of about {0} tokens.',
              count,
            )
          : vscode.l10n.t(
              'Sent: the text of this document, its title and date, instructions, and a part of the record; {0} requests, about {1} tokens in all.',
              requests,
              count,
            ),
        vscode.l10n.t(
          'To: {0} ({1}), through the editor. The terms and costs of its provider apply.',
          model.name,
          model.vendor,
        ),
        vscode.l10n.t('Not sent: file names, your name, other documents, settings.'),
        vscode.l10n.t(
          'Shown: only what the record proves, in its own words and with its sources; no sentence of the model.',
        ),
        vscode.l10n.t('Changed: nothing, unless you choose a fix. You are asked this once for each model.'),
      ].join('\n\n'),
    },
    review,
    other,
  );
  if (choice === other) return 'other';
  if (choice !== review) return 'no';
  await globalState.update(CONSENTS, [...known, id]);
  return 'yes';
}

/** An estimate with two digits: more would only look exact. */
function rounded(tokens: number): number {
  return Number(tokens.toPrecision(2));
}

/** The key under which the editor remembers the models that may review. */
const CONSENTS = 'reviewConsents';

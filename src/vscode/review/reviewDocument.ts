import * as vscode from 'vscode';
import { USUAL_BUDGET } from '../../core/review/excerpt';
import type { AnswerStore } from './answerStore';
import { askConsent } from './consent';
import { wordFailure } from './failures';
import { availableModels, chooseModel, nameInSetting } from './models';
import type { Prepared, Reviewable } from './reviewable';
import { showReviewPage } from './reviewPage';
import { reviewWithModel, type Outcome } from './reviewWithModel';
import type { Reviews } from './reviews';
import { offer, passageCount, remarkCount, showRemarks } from './words';

/** What the command needs; `globalState` remembers which models may review. */
export interface ReviewParts {
  readonly reviewable: Reviewable;
  readonly reviews: Reviews;
  readonly answers: AnswerStore;
  readonly globalState: vscode.Memento;
  readonly output: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** Reviews documents with a model of the editor: asks which, asks for consent, shows the progress and the outcome. */
export class DocumentReviewer {
  private readonly running = new Set<string>();

  constructor(private readonly parts: ReviewParts) {}

  async review(document: vscode.TextDocument | undefined, chooses = false): Promise<void> {
    const { reviewable } = this.parts;
    if (!(await reviewable.isAllowed(document)) || document === undefined) return;
    const key = document.uri.toString();
    if (this.running.has(key)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('A review of this document is under way.'));
      return;
    }
    this.running.add(key);
    try {
      await this.reviewOnce(document, chooses);
    } finally {
      this.running.delete(key);
    }
  }

  private async reviewOnce(document: vscode.TextDocument, chooses: boolean): Promise<void> {
    const { reviewable, globalState, answers } = this.parts;
    // First, as a document that names nothing needs no model.
    if ((await reviewable.prepare(document)) === undefined) return;
    for (let asks = chooses; ; asks = true) {
      const model = await this.modelFor(asks);
      if (model === 'chat-window') return void vscode.commands.executeCommand('migrationTerms.copyReview');
      if (model === undefined) return;
      const budget = budgetFor(model);
      if (budget === undefined) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('{0} reads too little at once for a review. Choose another model.', model.name),
        );
        continue;
      }
      const prepared = await reviewable.prepare(document, budget);
      if (prepared === undefined) return;
      const asked = answers
        .unanswered(prepared.review, model)
        .map((passage) => prepared.review.requestFor(passage).tokens);
      const told = { document: nameOf(document), model, requests: asked.length, tokens: sum(asked) };
      const consent = asked.length === 0 ? 'yes' : await askConsent(told, globalState);
      if (consent === 'no') return;
      if (consent === 'other') continue;
      // The text may have changed while the writer was reading the question.
      const current = document.version === prepared.version ? prepared : await reviewable.prepare(document, budget);
      if (current === undefined) return;
      return this.tell(document, model.name, await this.run(current, model));
    }
  }

  /** The model of the setting, the only one, or the one that the writer chooses, which the setting remembers. */
  private async modelFor(asks: boolean): Promise<vscode.LanguageModelChat | 'chat-window' | undefined> {
    const models = await availableModels();
    if (models.length === 0) return this.tellOfNoModel();
    const configuration = vscode.workspace.getConfiguration('migrationTerms');
    const wanted = configuration.get<string>('reviewModel', '');
    const known = models.find((model) => nameInSetting(model) === wanted);
    if (known && !asks) return known;
    const chosen = await chooseModel(
      models,
      wanted !== '' && known === undefined
        ? vscode.l10n.t('The model {0} is not available now', wanted)
        : vscode.l10n.t('Your choice is remembered in the settings'),
    );
    if (chosen !== undefined && chosen !== 'chat-window')
      await configuration.update('reviewModel', nameInSetting(chosen), vscode.ConfigurationTarget.Global);
    return chosen;
  }

  private tellOfNoModel(): undefined {
    offer(
      vscode.l10n.t(
        'This editor offers no language model to extensions. Two ways need none: copy the review as a prompt for any chat window, or run “migration-terms review” on the command line.',
      ),
      {
        [vscode.l10n.t('Copy Review Prompt')]: () => vscode.commands.executeCommand('migrationTerms.copyReview'),
        [vscode.l10n.t('About Reviews')]: () => showReviewPage(this.parts.extensionUri),
      },
    );
    return undefined;
  }

  private run(prepared: Prepared, model: vscode.LanguageModelChat): Thenable<Outcome> {
    const { reviews, answers, output } = this.parts;
    let done = 0;
    return vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        cancellable: true,
        title: vscode.l10n.t('Reviewing “{0}” with {1}', nameOf(prepared.document), model.name),
      },
      (progress, token) => {
        progress.report({ message: passageCount(prepared.review.passages.length) });
        return reviewWithModel(prepared, {
          model,
          reviews,
          answers,
          output,
          token,
          onProgress: ({ counts, remarks }) => {
            const now = counts.answered + counts.unanswered;
            progress.report({
              message: vscode.l10n.t('{0} of {1} passages, {2}', now, counts.total, remarkCount(remarks.length)),
              increment: ((now - done) / counts.total) * 100,
            });
            done = now;
          },
        });
      },
    );
  }

  private tell(document: vscode.TextDocument, model: string, { review, failure, isCancelled }: Outcome): void {
    const { answered, total } = review.counts;
    const { length } = review.remarks;
    const rest = { [vscode.l10n.t('Review the Rest')]: () => this.review(document) };
    const other = { [vscode.l10n.t('Choose Another Model…')]: () => this.review(document, true) };
    const kept =
      answered === 0 && length === 0
        ? vscode.l10n.t('Nothing is reviewed yet.')
        : vscode.l10n.t('Passages reviewed: {0} of {1}; what arrived is kept.', answered, total);
    const read = passageCount(answered);
    if (isCancelled) offer(`${vscode.l10n.t('Stopped.')} ${kept}`, rest);
    else if (failure !== undefined) offer(`${wordFailure(failure, model)} ${kept}`, { ...rest, ...other }, true);
    else if (length === 0) offer(vscode.l10n.t('{0} read {1}: nothing that the record contradicts.', model, read), {});
    else
      offer(vscode.l10n.t('{0} read {1}: {2}.', model, read, remarkCount(length)), {
        [vscode.l10n.t('Show')]: showRemarks,
      });
  }
}

/**
 * The length of the record that fits into a request, in code units; `undefined` if too little fits for a review. Keeps
 * room for the instructions, a passage and the answer.
 */
export function budgetFor({ maxInputTokens }: Pick<vscode.LanguageModelChat, 'maxInputTokens'>): number | undefined {
  const budget = Math.floor((maxInputTokens - OTHER_TOKENS) * UNITS_PER_TOKEN);
  return budget < LEAST_BUDGET ? undefined : Math.min(budget, USUAL_BUDGET);
}

const OTHER_TOKENS = 5_000;
/** Tokens are at least this long on average. */
const UNITS_PER_TOKEN = 3;
/** The core of the record needs as much. */
const LEAST_BUDGET = 12_000;

/** The name of the file, for questions and progress. */
export function nameOf({ uri }: Pick<vscode.TextDocument, 'uri'>): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/(\.doc[xm])\.md$/i, '$1');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

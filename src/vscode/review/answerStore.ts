import type * as vscode from 'vscode';
import { RememberedAnswers, type RememberedAnswer } from '../../core/review/remembered';

/**
 * The answers of earlier reviews in this workspace. They outlast the window, so that only what changed is asked again.
 */
export class AnswerStore {
  private answers: RememberedAnswers | undefined;

  constructor(private readonly workspaceState: vscode.Memento) {}

  get(key: string): RememberedAnswer | undefined {
    return this.known.get(key);
  }

  add(answer: RememberedAnswer): void {
    this.known.add(answer);
    void this.workspaceState.update(ANSWERS, this.known.all);
  }

  private get known(): RememberedAnswers {
    return (this.answers ??= new RememberedAnswers(
      this.workspaceState.get<readonly RememberedAnswer[]>(ANSWERS, []),
      MOST_ANSWERS,
    ));
  }
}

const ANSWERS = 'reviewAnswers';
/** The answers on several long reports; the editor keeps them in memory. */
const MOST_ANSWERS = 500;

import type { ProgressToken } from 'vscode-languageserver';
import type { Client } from './client';

/** The progress of one command, which a client may show and cancel. */
export interface Progress {
  /** @param share From 0 to 1. */
  report(share: number, message: string): void;
  done(): void;
  readonly isCancelled: boolean;
}

/** Shows progress with the token of a request, or with one of its own if the client supports that. */
export class ProgressReporter {
  private readonly cancelled = new Set<ProgressToken>();
  private made = 0;

  constructor(
    private readonly client: Client,
    private readonly canCreate: boolean,
  ) {}

  async begin(title: string, given: ProgressToken | undefined): Promise<Progress> {
    const token = given ?? (this.canCreate ? await this.create() : undefined);
    const send = (value: object): void => {
      if (token !== undefined) this.client.notify('$/progress', { token, value });
    };
    send({ kind: 'begin', title, percentage: 0, cancellable: true });
    const isCancelled = (): boolean => token !== undefined && this.cancelled.has(token);
    return {
      report: (share, message) => send({ kind: 'report', percentage: Math.floor(100 * share), message }),
      done: () => {
        send({ kind: 'end' });
        if (token !== undefined) this.cancelled.delete(token);
      },
      get isCancelled() {
        return isCancelled();
      },
    };
  }

  /** Cancels the command with this token. */
  cancel(token: ProgressToken): void {
    this.cancelled.add(token);
  }

  private async create(): Promise<ProgressToken | undefined> {
    const token = `migration-terms-${++this.made}`;
    try {
      await this.client.request('window/workDoneProgress/create', { token });
      return token;
    } catch {
      // The client refuses: the command runs without progress.
      return undefined;
    }
  }
}

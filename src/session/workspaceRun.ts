/** How an editor checks and shows the files of its workspace; `R` is the result of one. */
export interface FilesHost<F, R> {
  /** Identifies a file, however it is addressed. */
  keyOf(file: F): string;
  /** Checks a file; `undefined` if it cannot be read or is left out. May give up once the run has ended. */
  check(file: F, isEnded: () => boolean): Promise<R | undefined>;
  /** Shows the result for a file, or nothing any more. */
  show(file: F, result: R | undefined): void;
}

/** What a run has left out. */
export interface Outcome<F> {
  readonly unread: readonly F[];
  readonly isCancelled: boolean;
}

/** One save or checkout causes several events. */
const PAUSE_MS = 200;

/** Checks the files of a workspace without opening them, and holds the results, which are shown until it is cleared. */
export class WorkspaceRun<F, R> {
  private readonly known = new Map<string, { readonly file: F; readonly result: R }>();
  private readonly waiting = new Map<string, F>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isShown = false;
  /** Incremented by each run and by clearing, which make earlier runs stale. */
  private turn = 0;

  constructor(private readonly host: FilesHost<F, R>) {}

  get all(): readonly { readonly file: F; readonly result: R }[] {
    return [...this.known.values()];
  }

  /** The file that was checked under the same key as this one. */
  find(file: F): F | undefined {
    return this.known.get(this.host.keyOf(file))?.file;
  }

  /** Checks all files; `undefined` if that was cleared or begun again in the meantime, which makes it stale. */
  async start(
    findFiles: (isEnded: () => boolean) => Promise<readonly F[]>,
    report: (done: number, all: number) => void,
    isCancelled: () => boolean,
  ): Promise<Outcome<F> | undefined> {
    const turn = ++this.turn;
    const isEnded = (): boolean => turn !== this.turn || isCancelled();
    const files = await findFiles(isEnded);
    if (turn !== this.turn) return undefined;
    this.takeAway();
    this.isShown = true;
    const unread: F[] = [];
    for (const [index, file] of files.entries()) {
      if (isEnded()) break;
      report(index, files.length);
      if (!(await this.renewIn(turn, file, isEnded)) && !isCancelled()) unread.push(file);
    }
    return turn === this.turn ? { unread, isCancelled: isCancelled() } : undefined;
  }

  /** Removes what is shown, and ends a run. */
  clear(): void {
    this.turn++;
    this.takeAway();
  }

  /** Checks a file now, and shows the result. */
  async renew(file: F): Promise<void> {
    const { turn } = this;
    await this.renewIn(turn, file, () => turn !== this.turn);
  }

  /** Checks a file again after a pause, if the results are shown. */
  renewSoon(file: F): void {
    if (!this.isShown) return;
    this.waiting.set(this.host.keyOf(file), file);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renewWaiting(), PAUSE_MS);
  }

  /** Holds a result that somebody else shows, such as that of an open document. */
  keep(file: F, result: R): void {
    this.known.set(this.host.keyOf(file), { file, result });
  }

  forget(file: F): void {
    if (this.known.delete(this.host.keyOf(file))) this.host.show(file, undefined);
  }

  /** Returns whether there is a result. */
  private async renewIn(turn: number, file: F, isEnded: () => boolean): Promise<boolean> {
    if (turn !== this.turn) return false;
    const result = await this.host.check(file, isEnded);
    if (turn !== this.turn) return false;
    if (result === undefined) {
      this.forget(file);
      return false;
    }
    this.keep(file, result);
    this.host.show(file, result);
    return true;
  }

  private async renewWaiting(): Promise<void> {
    const { turn } = this;
    const files = [...this.waiting.values()];
    this.waiting.clear();
    for (const file of files) await this.renewIn(turn, file, () => turn !== this.turn);
  }

  private takeAway(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
    for (const { file } of this.all) this.forget(file);
    this.isShown = false;
  }
}

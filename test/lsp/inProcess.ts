import { CancellationToken, type Diagnostic, type Position } from 'vscode-languageserver/node';
import { featuresOf } from '../../src/lsp/capabilities';
import { createService, type Service } from '../../src/lsp/service';

/** The service of the server without its process, whose pauses end when a test says so. */
export class InProcess {
  /** The methods and parameters of all messages from the server so far. */
  readonly received: { readonly method: string; readonly params: unknown }[] = [];
  private readonly service: Service;
  private readonly pauses = new Set<() => void>();
  private readonly waiting = new Set<() => void>();
  private taken = 0;

  constructor(capabilities: object) {
    const take = (method: string, params?: object): void => {
      this.received.push({ method, params });
      for (const each of this.waiting) each();
    };
    const params = { processId: null, rootUri: null, capabilities };
    const client = {
      notify: take,
      request: (method: string, given?: object) => Promise.resolve(take(method, given)),
    };
    this.service = createService(client, params, featuresOf(params), (ended) => {
      this.pauses.add(ended);
      return () => this.pauses.delete(ended);
    });
  }

  /** The number of pauses that have neither ended nor been cancelled. */
  get pending(): number {
    return this.pauses.size;
  }

  endPause(): void {
    for (const ended of this.pauses) ended();
  }

  open(uri: string, text: string): void {
    this.service.didOpen({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  /** Inserts each text after the one before it, in changes that are reported at once. */
  insert(uri: string, version: number, { line, character }: Position, ...texts: readonly string[]): void {
    let next = character;
    const contentChanges = texts.map((text) => {
      const position = { line, character: next };
      next += text.length;
      return { range: { start: position, end: position }, text };
    });
    this.service.didChange({ textDocument: { uri, version }, contentChanges });
  }

  save(uri: string): void {
    this.service.didSave({ textDocument: { uri } });
  }

  close(uri: string): void {
    this.service.didClose({ textDocument: { uri } });
  }

  hover(uri: string, position: Position) {
    return this.service.hover({ textDocument: { uri }, position });
  }

  complete(uri: string, position: Position) {
    return this.service.completion({ textDocument: { uri }, position });
  }

  actions(uri: string, start: Position, end: Position, more: { only?: string[]; triggerKind?: 1 | 2 } = {}) {
    const context = { diagnostics: [], ...more };
    return this.service.codeActions({ textDocument: { uri }, range: { start, end }, context }, CancellationToken.None);
  }

  pull(uri: string, previousResultId?: string) {
    return this.service.diagnostics({ textDocument: { uri }, previousResultId }, CancellationToken.None);
  }

  /** The diagnostics that the server sends next. */
  async published(): Promise<readonly Diagnostic[]> {
    for (;;) {
      while (this.taken < this.received.length) {
        const { method, params } = this.received[this.taken++]!;
        if (method === 'textDocument/publishDiagnostics') return (params as { diagnostics: Diagnostic[] }).diagnostics;
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }
}

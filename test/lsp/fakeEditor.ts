import Module from 'node:module';

// The part of the editor's API from which the extension builds diagnostics and fixes, and by which it knows what is
// typed, so that they can be compared.

/** Runs code with a module `vscode` that only holds what is built with it. */
export function withFakeEditor<T>(run: () => T): T {
  const loader = Module as unknown as { _load: (request: string, ...more: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...more) => (request === 'vscode' ? FAKE : load.call(loader, request, ...more));
  try {
    return run();
  } finally {
    loader._load = load;
  }
}

/** The provider of fixes that the extension has registered. */
export function registeredProvider(): unknown {
  return provider;
}

/** Reports an event to the extension, with the editor of this document active. */
export function fire(name: EventName, document: unknown, event: unknown): void {
  FAKE.window.activeTextEditor = { document };
  for (const listener of listeners.get(name) ?? []) listener(event);
}

type EventName =
  | 'onDidChangeTextDocument'
  | 'onDidSaveTextDocument'
  | 'onDidChangeTextEditorSelection'
  | 'onDidChangeActiveTextEditor';

const listeners = new Map<EventName, Set<(event: unknown) => void>>();

let provider: unknown;

function eventOf(name: EventName) {
  return (listener: (event: unknown) => void) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(listener));
    return { dispose: () => all.delete(listener) };
  };
}

class Kind {
  constructor(readonly value: string) {}
  append(part: string): Kind {
    return new Kind(`${this.value}.${part}`);
  }
  contains({ value }: Kind): boolean {
    return value === this.value || value.startsWith(`${this.value}.`);
  }
}

class Made {
  [key: string]: unknown;
}

const FAKE = {
  CodeActionKind: { QuickFix: new Kind('quickfix'), SourceFixAll: new Kind('source.fixAll') },
  CodeAction: class extends Made {
    constructor(
      readonly title: string,
      readonly kind: Kind,
    ) {
      super();
    }
  },
  Range: class {
    constructor(
      readonly start: unknown,
      readonly end: unknown,
    ) {}
    isEqual(): boolean {
      return false;
    }
  },
  Location: class {
    constructor(
      readonly uri: unknown,
      readonly range: unknown,
    ) {}
  },
  Diagnostic: class extends Made {
    constructor(
      readonly range: unknown,
      readonly message: string,
      readonly severity: number,
    ) {
      super();
    }
  },
  DiagnosticRelatedInformation: class {
    constructor(
      readonly location: { readonly range: unknown },
      readonly message: string,
    ) {}
  },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  DiagnosticTag: { Deprecated: 2 },
  TextEdit: { replace: (range: object, newText: string) => ({ range, newText }) },
  WorkspaceEdit: class {
    edits: readonly unknown[] = [];
    set(_: unknown, edits: readonly unknown[]): void {
      this.edits = edits;
    }
  },
  Disposable: {
    from: (...all: readonly { dispose(): void }[]) => ({ dispose: () => all.forEach((each) => each.dispose()) }),
  },
  Uri: { joinPath: (uri: unknown) => uri },
  env: { language: 'en' },
  workspace: {
    getWorkspaceFolder: () => undefined,
    notebookDocuments: [],
    workspaceFolders: [],
    onDidChangeTextDocument: eventOf('onDidChangeTextDocument'),
    onDidSaveTextDocument: eventOf('onDidSaveTextDocument'),
  },
  window: {
    activeTextEditor: undefined as unknown,
    onDidChangeTextEditorSelection: eventOf('onDidChangeTextEditorSelection'),
    onDidChangeActiveTextEditor: eventOf('onDidChangeActiveTextEditor'),
  },
  languages: {
    registerCodeActionsProvider: (_: unknown, registered: unknown) => {
      provider = registered;
      return { dispose() {} };
    },
  },
  l10n: {
    t: (text: string, ...values: readonly unknown[]) =>
      text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
  },
};

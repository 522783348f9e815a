import type { InitializeParams, TextDocumentItem, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { Lang } from '../core/document';
import { DEFAULT_OPTIONS } from '../core/options';
import { builtinTermbase } from '../core/termbase/builtin';
import { dayOf } from '../core/termbase/dates';
import type { KnownDates } from '../session/openDocument';
import { ClientText, MOST_LENGTH, type FileJudgement } from './clientText';
import { Contexts, pathOf } from './contexts';
import { readSettings, type Settings } from './clientSettings';
import { langOfLocale } from './titles';

/** What happens to the documents. */
export interface Listener {
  /** Called with a message for the user, or an error for the log. */
  readonly tell: (severity: 'warning' | 'error', message: string) => void;
  /** Called when it is known how to judge a document, and when that is to be read again. */
  readonly judged: (document: ClientText) => void;
}

/** The documents that the client has opened, by address, and how each is judged. */
export class Documents {
  private readonly held = new Map<string, ClientText>();
  private readonly contexts: Contexts;
  /** The language of the client, if it states one. */
  private readonly spoken: Lang | undefined;
  private current: Settings;
  /** Incremented by each reload: what was read before it is stale. */
  private generation = 0;

  constructor(
    params: InitializeParams,
    private readonly listener: Listener,
  ) {
    this.spoken = typeof params.locale === 'string' ? langOfLocale(params.locale) : undefined;
    this.contexts = new Contexts(foldersOf(params), (problem) => listener.tell('warning', problem));
    this.current = this.read(params.initializationOptions);
  }

  /** The settings of the client. */
  get settings(): Settings {
    return this.current;
  }

  /** The paths of the workspace folders. */
  get folders(): readonly string[] {
    return this.contexts.folders;
  }

  get(uri: string): ClientText | undefined {
    return this.held.get(uri);
  }

  /** The document, once it is known how to judge it; `undefined` if it is not open. */
  async judged(uri: string): Promise<ClientText | undefined> {
    const document = this.held.get(uri);
    while (document?.judgement === undefined) {
      if (document === undefined || this.held.get(uri) !== document) return undefined;
      await this.judge(document);
    }
    return document;
  }

  open(item: TextDocumentItem): void {
    const document = ClientText.of(item);
    this.held.set(item.uri, document);
    if (document.isTooLong)
      this.listener.tell(
        'warning',
        `${nameOf(item.uri)} is not checked: it has more than ${MOST_LENGTH / 1_000_000} million characters. Divide it into several files.`,
      );
    void this.judge(document);
  }

  close(uri: string): void {
    this.held.delete(uri);
  }

  configure(settings: unknown): void {
    this.current = this.read(settings);
  }

  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = removed.map(({ uri }) => pathOf(uri));
    const folders = [
      ...this.folders.filter((each) => !gone.includes(each)),
      ...added.flatMap(({ uri }) => pathOf(uri) ?? []),
    ];
    this.contexts.clear([...new Set(folders)]);
  }

  /** Reads configurations and termbases again, and judges all documents anew. */
  reload(): void {
    this.generation++;
    this.contexts.clear();
    for (const document of this.held.values()) {
      document.judgement = undefined;
      this.listener.judged(document);
      void this.judge(document);
    }
  }

  /** How a file is judged; its configuration takes precedence over the settings of the client. */
  async judgementOf(fullPath: string | undefined): Promise<FileJudgement> {
    const context = await this.contexts.of(fullPath);
    const config = context.configOf(fullPath ?? '');
    const language = config.language ?? this.current.language;
    return {
      termbase: context.termbase,
      options: {
        rules: { ...DEFAULT_OPTIONS.rules, ...this.current.rules, ...config.rules },
        accepted: config.accepted,
        messages: language === 'auto' ? this.spoken : language,
      },
      language,
      dates: TODAY,
      isExcluded: fullPath !== undefined && context.isExcluded(fullPath),
    };
  }

  private async judge(document: ClientText): Promise<void> {
    const { generation } = this;
    const judgement = await this.judgementOf(pathOf(document.uri)).catch((error: unknown) => {
      this.listener.tell('error', `${document.uri}: ${String(error)}`);
      return withoutConfiguration();
    });
    if (generation !== this.generation || this.held.get(document.uri) !== document || document.judgement) return;
    document.judgement = judgement;
    this.listener.judged(document);
  }

  private read(value: unknown): Settings {
    const { settings, problems } = readSettings(value);
    for (const problem of problems) this.listener.tell('warning', problem);
    return settings;
  }
}

/** The day on which it is read, as a server may run for days. */
const TODAY: KnownDates = {
  get today() {
    return dayOf(new Date());
  },
};

/** For a document whose configuration cannot be read. */
function withoutConfiguration(): FileJudgement {
  return { termbase: builtinTermbase(), options: DEFAULT_OPTIONS, language: 'auto', dates: TODAY, isExcluded: false };
}

function foldersOf(params: Partial<InitializeParams> | null | undefined): readonly string[] {
  const { workspaceFolders, rootUri } = params ?? {};
  const uris = Array.isArray(workspaceFolders) ? workspaceFolders.map((each) => each?.uri) : [rootUri];
  return [...new Set(uris.flatMap((uri) => pathOf(uri) ?? []))];
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

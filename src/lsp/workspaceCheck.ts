import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver';
import { NO_CONFIG } from '../core/config/config';
import type { Finding } from '../core/finding';
import { DocumentCheck } from '../core/parts/documentCheck';
import { dayOf } from '../core/termbase/dates';
import { openConfigs } from '../cli/configs';
import { findFiles, NOTEBOOK, WORD, type Found } from '../cli/files';
import { readContent } from '../cli/readText';
import { MOST_LENGTH, type FileJudgement } from './clientText';
import type { Places } from './toProtocol';
import { languageIdFor } from './languageIds';

/** What a workspace check needs from the server. */
export interface Host {
  readonly folders: readonly string[];
  readonly judgementOf: (fullPath: string) => Promise<FileJudgement>;
  readonly isOpen: (uri: string) => boolean;
  readonly diagnosticsOf: (
    places: Places,
    text: string,
    findings: readonly Finding[],
    check: DocumentCheck,
    by: FileJudgement,
  ) => Diagnostic[];
  /** Shows the diagnostics of a file that is not open. */
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
}

/** The answer to the command. */
export interface Summary {
  readonly files: number;
  readonly findings: number;
  /** Word documents, and files that are too large, are not text or cannot be read. */
  readonly unread: number;
  readonly isCancelled: boolean;
}

/** The time after which other messages have their turn. */
const SLICE_MS = 8;

/** Checks the files of the workspace folders without opening them, and shows their findings until they are cleared. */
export class WorkspaceCheck {
  private readonly shown = new Set<string>();
  /** Incremented by each run and by clearing, which end earlier runs. */
  private run = 0;

  constructor(private readonly host: Host) {}

  /** Checks all files. Documents that are open are not read: their findings are shown anyway. */
  async start(report: (done: number, all: number) => void, isCancelled: () => boolean): Promise<Summary> {
    this.clear();
    const run = this.run;
    const isEnded = (): boolean => run !== this.run || isCancelled();
    const files = await this.files(isEnded);
    let [checked, findings, unread] = [0, 0, 0];
    for (const [index, found] of files.entries()) {
      if (isEnded()) break;
      report(index, files.length);
      const count =
        found.kind === 'file' && found.languageId !== WORD && found.languageId !== NOTEBOOK
          ? await this.checkFile(found.fullPath, isEnded)
          : undefined;
      if (isEnded()) break;
      if (count === undefined) unread++;
      else {
        checked++;
        findings += count;
      }
    }
    return { files: checked, findings, unread, isCancelled: isEnded() };
  }

  /** Removes what is shown, and ends a run. */
  clear(): void {
    this.run++;
    for (const uri of this.shown) if (!this.host.isOpen(uri)) this.host.publish(uri, []);
    this.shown.clear();
  }

  /** Removes the findings of a file that is opened: those of the document replace them. */
  opened(uri: string): void {
    const known = [...this.shown].find((each) => isSameUri(each, uri));
    if (known !== undefined) this.host.publish(known, []);
  }

  /** Shows the findings of a file again once its document is closed. */
  async closed(uri: string, fullPath: string): Promise<void> {
    const { run } = this;
    if ([...this.shown].some((each) => isSameUri(each, uri))) await this.checkFile(fullPath, () => run !== this.run);
  }

  private async files(isEnded: () => boolean): Promise<readonly Found[]> {
    const files: Found[] = [];
    for (const folder of this.host.folders) {
      const { isExcluded } = await openConfigs({ config: undefined, checksExcluded: false, paths: [folder] }, folder);
      for await (const found of findFiles([folder], folder, { of: () => NO_CONFIG, isExcluded }, false)) {
        if (isEnded()) return files;
        files.push(found);
      }
    }
    return files;
  }

  /** Checks a file and shows its findings; returns their number, or `undefined` if it cannot be read. */
  private async checkFile(fullPath: string, isEnded: () => boolean): Promise<number | undefined> {
    const uri = pathToFileURL(fullPath).href;
    const languageId = languageIdFor('', uri);
    const content = await readContent({ kind: 'file', fullPath }, NO_INPUT);
    if (content.kind === 'problem' || content.text.length > MOST_LENGTH) return undefined;
    const by = await this.host.judgementOf(fullPath);
    const { text } = content;
    const check = new DocumentCheck(
      { text, languageId, lang: by.language, today: dayOf(new Date()) },
      by.termbase,
      by.options,
    );
    for (let isDone = false; !isDone;) {
      const end = performance.now() + SLICE_MS;
      isDone = check.work(() => performance.now() > end);
      await new Promise((resolve) => setImmediate(resolve));
      if (isEnded()) return undefined;
    }
    const { findings } = check.checked;
    this.shown.add(uri);
    if (!this.host.isOpen(uri))
      this.host.publish(
        uri,
        this.host.diagnosticsOf(TextDocument.create(uri, languageId, 0, text), text, findings, check, by),
      );
    return findings.length;
  }
}

/** Clients may write the same address with other escapes. */
export function isSameUri(a: string, b: string): boolean {
  return a === b || decoded(a) === decoded(b);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

const NO_INPUT: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {
    return;
  },
};

import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver';
import { NO_CONFIG } from '../core/config/config';
import { DocumentCheck } from '../core/parts/documentCheck';
import { openConfigs } from '../cli/configs';
import { findFiles, NOTEBOOK, WORD, type Found } from '../cli/files';
import { readContent } from '../cli/readText';
import { forCore, type Judgement } from '../session/openDocument';
import type { FilesHost } from '../session/workspaceRun';
import { MOST_LENGTH } from './clientText';
import { diagnosticsIn, type Screen } from './toProtocol';
import { languageIdFor } from './languageIds';

/** What the check of files needs from the server. */
export interface Host {
  readonly judgementOf: (fullPath: string) => Promise<Judgement>;
  readonly isOpen: (uri: string) => boolean;
  readonly screen: Screen;
  /** Shows the diagnostics of a file that is not open. */
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
}

/** A file of a workspace folder; Word documents, notebooks and formats that are not read are not `text`. */
export interface FolderFile {
  readonly uri: string;
  readonly fullPath: string;
  readonly isText: boolean;
}

/** What was found in a file. */
export interface InFile {
  readonly findings: number;
  readonly diagnostics: Diagnostic[];
}

/** The time after which other messages have their turn. */
const SLICE_MS = 8;

/** The files in folders that their configurations do not exclude. */
export async function filesIn(folders: readonly string[], isEnded: () => boolean): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const folder of folders) {
    const { isExcluded } = await openConfigs({ config: undefined, checksExcluded: false, paths: [folder] }, folder);
    for await (const found of findFiles([folder], folder, { of: () => NO_CONFIG, isExcluded }, false)) {
      if (isEnded()) return files;
      files.push(fileOf(found));
    }
  }
  return files;
}

/** Checks the files of the workspace folders, and shows their findings while they are not open. */
export function folderFiles(host: Host): FilesHost<FolderFile, InFile> {
  return {
    keyOf: ({ uri }) => decoded(uri),

    async check({ uri, fullPath, isText }, isEnded) {
      if (!isText) return undefined;
      const languageId = languageIdFor('', uri);
      const content = await readContent({ kind: 'file', fullPath }, NO_INPUT);
      if (content.kind === 'problem' || content.text.length > MOST_LENGTH) return undefined;
      const by = await host.judgementOf(fullPath);
      const { text } = content;
      const check = new DocumentCheck(forCore({ languageId, getText: () => text }, by), by.termbase, by.options);
      for (let isDone = false; !isDone;) {
        const end = performance.now() + SLICE_MS;
        isDone = check.work(() => performance.now() > end);
        await new Promise((resolve) => setImmediate(resolve));
        if (isEnded()) return undefined;
      }
      const { findings } = check.checked;
      const places = TextDocument.create(uri, languageId, 0, text);
      return { findings: findings.length, diagnostics: diagnosticsIn(places, findings, check, by, host.screen) };
    },

    show({ uri }, result) {
      if (!host.isOpen(uri)) host.publish(uri, result?.diagnostics ?? []);
    },
  };
}

function fileOf(found: Found): FolderFile {
  if (found.kind !== 'file') return { uri: '', fullPath: found.path, isText: false };
  const { fullPath, languageId } = found;
  return { uri: pathToFileURL(fullPath).href, fullPath, isText: languageId !== WORD && languageId !== NOTEBOOK };
}

/** Clients may write the same address with other escapes. */
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

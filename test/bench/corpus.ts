import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { TextDocument } from '../../src/core/document';

/** The texts under `test/check` and `test/samples`, and all of them as one. */
export function checkedCorpus(): { readonly documents: readonly TextDocument[]; readonly text: string } {
  const documents = ['test/check', 'test/samples'].flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .flatMap((name): TextDocument[] => {
        const languageId = LANGUAGE_IDS[extname(name)];
        return languageId === undefined
          ? []
          : [{ text: readFileSync(join(folder, name), 'utf8'), languageId, lang: 'auto' }];
      }),
  );
  return { documents, text: documents.map(({ text }) => text).join('\n') };
}

const LANGUAGE_IDS: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.txt': 'plaintext',
  '.html': 'html',
  '.tex': 'latex',
};

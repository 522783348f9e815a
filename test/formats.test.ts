import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check } from '../src/core/check';
import { readNotebook } from '../src/core/notebook/readNotebook';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { readWord } from '../src/core/word/readWord';
import { annotatedDocuments, withoutNotes } from './support/annotated';
import { recordOfTests } from './support/recordOfTests';
import { notebookOf, wordOf } from './support/renderedFiles';
import { renderings, type Rendering } from './support/renderings';

// One document, written once, has the same findings in every format. Its annotations are checked in Markdown, like
// those of the other documents of `check`.

function inEveryFormat(markdown: string): readonly Rendering[] {
  const notebook = readNotebook(notebookOf(markdown));
  const word = readWord(wordOf(markdown));
  assert.ok(notebook.kind === 'notebook' && word.kind === 'document');
  return [
    ...renderings(markdown),
    { format: 'notebook', languageId: 'markdown', text: notebook.map.text },
    { format: 'Word', languageId: 'markdown', text: word.text.text },
  ];
}

/** The findings in the order of the text, each by its rule and the words that it marks. */
function findingsIn({ text, languageId }: Rendering): string {
  return check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS)
    .findings.map(({ rule, severity, start, end }) => `${rule} (${severity}): ${text.slice(start, end)}`)
    .join('\n');
}

describe('findings in every format', () => {
  for (const file of annotatedDocuments(join(__dirname, 'check')).filter((each) => each.includes('in-every-format'))) {
    const [markdown, ...others] = inEveryFormat(withoutNotes(readFileSync(file, 'utf8')));
    for (const other of others)
      it(`${basename(file)}: ${other.format}`, () => assert.equal(findingsIn(other), findingsIn(markdown!)));
  }
});

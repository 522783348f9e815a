import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWord } from '../../src/core/word/readWord';
import { docx } from '../support/docx';
import { plainWords } from '../support/plainWords';
import { DOCUMENTS } from './word/documents';

// Another program reads the same words in the same documents.

const recorded: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(__dirname, 'word/pandoc.json'), 'utf8'),
);
/** Pandoc reads hidden text. */
const OTHERS: Readonly<Record<string, string>> = { 'hidden text': 'Seen and seen.' };

describe('the words of a Word document', () => {
  it('are recorded for every document', () => assert.deepEqual(Object.keys(recorded), Object.keys(DOCUMENTS)));

  for (const [name, content] of Object.entries(DOCUMENTS))
    it(`are those that Pandoc reads: ${name}`, () => {
      const document = readWord(docx(content));
      assert.ok(document.kind === 'document');
      assert.equal(plainWords(document.text).join(' '), OTHERS[name] ?? recorded[name]);
    });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { ClientText } from '../../src/lsp/clientText';
import { languageIdFor } from '../../src/lsp/languageIds';
import { forCore, OpenDocument } from '../../src/session/openDocument';

const PIECES = ['ICEM paid in 1995.', 'IOM', '\n', '\r\n', '\r', '🙂', ' ', '# In 2020\n', 'é', 'The migrants of '];

describe('a document that the client changes', () => {
  const piece = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
  // Positions far outside the text, between the halves of a character, and in reverse order are allowed, too.
  const position = fc.record({ line: fc.nat(8), character: fc.nat(40) });
  const change = fc.oneof(
    { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: piece }) },
    { weight: 1, arbitrary: fc.record({ text: piece }) },
  );

  it('is checked as its text is, after any incremental changes', () => {
    const termbase = builtinTermbase();
    fc.assert(
      fc.property(piece, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 5 }), (text, edits) => {
        const document = ClientText.of({ uri: 'file:///a.md', languageId: 'markdown', version: 0, text });
        const judgement = { termbase, options: DEFAULT_OPTIONS, language: 'auto', dates: {} } as const;
        const open = new OpenDocument(document, () => judgement);
        void open.check.checked;
        edits.forEach((changes, i) => {
          document.change(changes, i + 1);
          assert.equal(open.check.text, document.getText());
          const { lineCount } = TextDocument.create('', '', 0, document.getText());
          assert.equal(document.places.lineCount, lineCount);
          assert.deepEqual(
            open.check.checked.findings,
            check(forCore(document, judgement), termbase, DEFAULT_OPTIONS).findings,
          );
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('the language id of a document', () => {
  for (const [editor, name, expected] of [
    ['markdown', 'a', 'markdown'],
    ['Markdown', 'a', 'markdown'],
    ['text', 'a.md', 'plaintext'],
    ['tex', 'a.tex', 'tex'],
    ['rst', 'a', 'restructuredtext'],
    ['', 'a.adoc', 'asciidoc'],
    ['gitcommit', 'COMMIT_EDITMSG', 'plaintext'],
  ] as const) {
    it(`is ${expected} for “${editor}” and ${name}`, () =>
      assert.equal(languageIdFor(editor, `file:///d.d/${name}`), expected));
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeComments } from '../../src/library';
import { partsOf, readable, withPart } from '../support/wordPackage';
import { formattedCharacters, settleChanges } from '../support/wordXml';

// Documents that other programs wrote, with headers, notes, tables, a text box in two forms, and changes of others.
// They are in word/producers, of Pandoc 3.1, LibreOffice 25.2 and python-docx 1.1; each has wrong names in several
// places.

const AUTHOR = 'Migration Terms';
const COMMENTS = 'word/comments.xml';
const WRONG = /International Office of Migration|Global Compact for Migrants/g;

const PRODUCERS = {
  'pandoc.docx': { comments: 6, changed: ['word/document.xml', 'word/footnotes.xml'] },
  'libreoffice.docx': {
    comments: 6,
    changed: ['word/document.xml', 'word/footer1.xml', 'word/footnotes.xml', 'word/header1.xml'],
  },
  // Its dates are those of the template, so it is of today.
  'python-docx.docx': { comments: 6, changed: ['word/document.xml', 'word/footer1.xml', 'word/header1.xml'] },
};

for (const [file, { comments, changed }] of Object.entries(PRODUCERS))
  describe(`the copy of ${file}`, () => {
    const original = new Uint8Array(readFileSync(join(__dirname, 'word/producers', file)));
    const written = writeComments(original, { tracked: true });
    assert.ok(written.kind === 'document');
    const copy = written.bytes;
    const before = partsOf(original);
    const after = partsOf(copy);
    const isChanged = (name: string): boolean => after[name]!.includes(`w:author="${AUTHOR}" `) && name !== COMMENTS;

    it('has a comment for each finding, and changes in all places of text', () => {
      assert.equal(written.comments, comments);
      assert.deepEqual(Object.keys(after).filter(isChanged).sort(), changed);
    });

    it('has all other parts byte for byte, in their order', () => {
      const [old, now] = [unzipSync(original), unzipSync(copy)];
      assert.deepEqual(Object.keys(now).slice(0, Object.keys(old).length), Object.keys(old));
      const edited = [...changed, COMMENTS, 'word/_rels/document.xml.rels', '[Content_Types].xml'];
      for (const [name, part] of Object.entries(old))
        if (!edited.includes(name)) assert.ok(Buffer.from(part).equals(now[name]!), name);
    });

    it('has the original text and formatting after its changes are rejected', () => {
      let rejected = copy;
      for (const name of changed) {
        const xml = settleChanges(after[name]!, AUTHOR, 'reject');
        assert.deepEqual(formattedCharacters(xml), formattedCharacters(before[name]!), name);
        rejected = withPart(rejected, name, xml);
      }
      assert.equal(readable(rejected).text.text, readable(original).text.text);
    });

    it('has no wrong form in the places that were changed after its changes are accepted', () => {
      const accepted = changed.reduce(
        (bytes, name) => withPart(bytes, name, settleChanges(after[name]!, AUTHOR, 'accept')),
        copy,
      );
      const count = (bytes: Uint8Array): number => readable(bytes).text.text.match(WRONG)?.length ?? 0;
      assert.equal(count(accepted), count(original) - written.changes);
      assert.equal(readable(accepted).text.text, readable(copy).text.text);
    });

    it('keeps the changes of others, also around its own', () => {
      const OTHER = 'A. Colleague';
      for (const name of changed) {
        const rejected = settleChanges(after[name]!, AUTHOR, 'reject');
        for (const action of ['accept', 'reject'] as const)
          assert.deepEqual(
            formattedCharacters(settleChanges(rejected, OTHER, action)),
            formattedCharacters(settleChanges(before[name]!, OTHER, action)),
            `${name}, ${action}`,
          );
      }
    });
  });

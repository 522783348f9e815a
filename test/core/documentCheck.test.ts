import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import type { Change } from '../../src/core/parts/partList';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { annotatedDocuments, withoutNotes } from '../support/annotated';

const termbase = builtinTermbase();

/** More of them, for a night: `RUNS=5000`. */
const RUNS = Number(process.env.RUNS ?? 40);

/** The annotated documents: former names in and out of their time, abbreviations of others, laws, quotations, ignore comments. */
const DOCUMENTS = annotatedDocuments(join(__dirname, '../check')).filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => withoutNotes(readFileSync(file, 'utf8')).replace(/^---\n[^]*?\n---\n/, ''));

/** What turns a text into another kind of text, or a sentence into one about another time. */
const PIECES = [
  'a', ' ', '.', '\n', '\n\n', '\r\n\r\n', 'ICEM', ' (ICEM)', 'in 1965 ', 'today ', '# History\n\n', '\n\n## 1952–1980\n\n', '\n# References\n\n', '```\n', '\n```\n\n', '<!--', '-->', '$$', '> ', '- ', '    ', '|', '---\n', '---\nlang: fr\n---\n',
  '\n<!-- migration-terms-disable-next-line -->\n\n', '<!-- migration-terms-disable -->\n', '<!-- migration-terms-enable superseded-name -->\n', '\n\nArticle 1\n\nArticle 2\n\nArticle 3\n\n', 'Electrical Machines (ICEM) ', 'the Intergovernmental Committee for European Migration ',
  'the term “illegal migrant” ', '<script>', '</script>\n', 'GCM', 'rainfall ', '\n\nIn 1956 ICEM carried refugees.\n\n', 'la Organizacion Internacional para las Migraciones', 'é', 'regu-\nlar ', '“', '”', '\\', '*', '_', '[', '](',
];

const edit = fc.record({ at: fc.nat(), length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6000 })), piece: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')) });

describe('an edited document', function () {
  this.timeout(Math.max(60_000, RUNS * 1000));

  for (const languageId of ['markdown', 'plaintext', 'latex']) {
    it(`has the findings of its new text, whatever was edited (${languageId})`, () => {
      fc.assert(fc.property(
        fc.array(fc.constantFrom(...DOCUMENTS), { minLength: 1, maxLength: 8 }), fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 }),
        (documents, edits) => {
          let text = documents.join('\n\n');
          const kept = new DocumentCheck({ text, languageId, lang: 'auto' }, termbase, DEFAULT_OPTIONS);
          if (text.length % 2 === 0) void kept.checked;
          for (const changes of edits) {
            const apart = disjoint(changes, text.length);
            text = applied(text, apart);
            kept.edit(apart);
            assert.equal(kept.text, text);
            assert.deepEqual(kept.checked, check({ text, languageId, lang: 'auto' }, termbase, DEFAULT_OPTIONS));
          }
        },
      ), { numRuns: RUNS * (languageId === 'markdown' ? 5 : 1) });
    });
  }

  it('may be edited while it is still being read', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...DOCUMENTS), { minLength: 4, maxLength: 8 }), fc.array(fc.tuple(fc.nat(20), edit), { minLength: 1, maxLength: 8 }), (documents, edits) => {
      let text = documents.join('\n\n');
      const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'auto' }, termbase, DEFAULT_OPTIONS);
      for (const [steps, one] of edits) {
        for (let i = 0; i < steps; i++) kept.work(() => true);
        void kept.checkedSoFar;
        const changes = disjoint([one], text.length);
        text = applied(text, changes);
        kept.edit(changes);
      }
      while (!kept.work(() => true));
      assert.equal(kept.progress, 1);
      assert.deepEqual(kept.checkedSoFar, check({ text, languageId: 'markdown', lang: 'auto' }, termbase, DEFAULT_OPTIONS));
    }), { numRuns: RUNS });
  });

  it('keeps the findings of what is neither touched nor told of the edit', () => {
    const text = DOCUMENTS.join('\n\n');
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    const before = kept.checked;
    const at = text.indexOf(' ', text.length - 2000);
    kept.edit([{ start: at, end: at, newText: ' indeed' }]);
    const after = kept.checked;
    const same = before.findings.filter((finding) => after.findings.includes(finding));
    assert.ok(same.length > before.findings.length * 0.9, `${same.length} of ${before.findings.length} are the very same`);
  });

  it('tells of what is in sight first', () => {
    const text = DOCUMENTS.join('\n\n');
    const visible = { start: Math.floor(text.length / 2), end: Math.floor(text.length / 2) + 3000 };
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    let seen = kept.checkedSoFar;
    while (seen.findings.length + seen.allowed.length === 0) { kept.work(() => true, visible); seen = kept.checkedSoFar; }
    for (const { start } of [...seen.findings, ...seen.allowed]) assert.ok(start > visible.start - 12_000 && start < visible.end + 12_000, String(start));
  });

});

/** The changes in bounds, without those that overlap an earlier one. */
function disjoint(edits: readonly { at: number; length: number; piece: string }[], size: number): Change[] {
  const changes: Change[] = [];
  for (const { at, length, piece } of edits) {
    const start = at % (size + 1);
    const end = Math.min(size, start + length);
    if (changes.every((other) => other.end < start || end < other.start)) changes.push({ start, end, newText: piece });
  }
  return changes;
}

function applied(text: string, changes: readonly Change[]): string {
  return [...changes].sort((a, b) => b.start - a.start).reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

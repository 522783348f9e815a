import assert from 'node:assert/strict';
import { unifiedDiff } from '../../src/cli/unifiedDiff';
import { check } from '../../src/core/check';
import { applyEdits, combinePreferred } from '../../src/core/findings/applyFixes';
import type { Edit, Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import { assertLinear } from '../support/growth';
import { recordOfTests } from '../support/recordOfTests';

const LINE = 'ICEM assists migrants in forty countries, and so it does in all of the other regions.\n';
const checkOf = (text: string): DocumentCheck =>
  new DocumentCheck({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);

/** One edit in each of `lines` lines. */
const editsIn = (lines: number): Edit[] =>
  Array.from({ length: lines }, (_, i) => ({ start: i * LINE.length, end: i * LINE.length + 4, newText: 'IOM' }));

/** A certain finding for each edit. */
const findingsOf = (edits: readonly Edit[]): Finding[] =>
  edits.map(
    (edit) => ({ certainty: 'certain', fixes: [{ title: '', preferred: true, edits: [edit] }] }) as unknown as Finding,
  );

describe('many findings', function () {
  this.timeout(300_000);

  it('are fixed together in linear time', () => {
    assertLinear((count) => {
      const findings = findingsOf(editsIn(count));
      return () => combinePreferred(findings);
    }, 1000);
  });

  it('are shown as a diff in linear time, whether far apart or adjacent', () => {
    for (const lines of [LINE, LINE + '\n'.repeat(9)]) {
      assertLinear((count) => {
        const text = lines.repeat(count);
        const edits = Array.from({ length: count }, (_, i) => ({
          start: i * lines.length,
          end: i * lines.length + 4,
          newText: 'IOM',
        }));
        return () => unifiedDiff('a', text, edits);
      }, 1000);
    }
  });

  it('produce a diff of as many lines as there are', () => {
    const rows = unifiedDiff('a', LINE.repeat(200_000), editsIn(200_000)).split('\n');
    assert.equal(rows.length, 3 + 2 * 200_000 + 1);
  });

  it('may all be fixed in an open document in linear time, even without blank lines between them', () => {
    assertLinear((count) => {
      const kept = checkOf(LINE.repeat(count));
      kept.work();
      return () => kept.update(applyEdits(kept.text, editsIn(count)));
    }, 125);
  });

  it('of common words in one paragraph or list item are found in linear time', () => {
    const terms = ['the', 'of', 'and'].map((text) => ({
      text,
      lang: 'en',
      status: 'deprecated',
      instead: [`x${text}`],
    }));
    const { termbase } = loadTermbase(BUILTIN_FILES, [
      {
        file: 'words.json',
        content: {
          sources: [{ id: 'house', title: 'House style' }],
          concepts: [
            {
              id: 'words',
              kind: 'notion',
              definition: { en: 'Words.' },
              names: [
                {
                  id: 'word',
                  because: { en: 'We say so.' },
                  sources: ['house'],
                  terms: [{ text: 'entry', lang: 'en' }, ...terms],
                },
              ],
            },
          ],
        },
      },
    ]);
    for (const words of ['the ship of men and ', '- the of and ']) {
      assertLinear((count) => {
        const document = { text: words.repeat(count), languageId: 'markdown', lang: 'en' } as const;
        return () => assert.equal(check(document, termbase, DEFAULT_OPTIONS).findings.length > count, true);
      }, 400);
    }
  });

  it('are the same after many simultaneous changes as in the new text', () => {
    const paragraph = `${LINE}${LINE}\n`;
    const text = LINE.repeat(150) + paragraph.repeat(150) + LINE.repeat(20);
    const findings = check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings;
    const changes = findings.map(
      ({ start, end }, i) =>
        [
          { start, end, newText: 'IOM' },
          { start: end, end, newText: '\n\n' },
          { start, end: start, newText: 'The ' },
        ][i % 3]!,
    );
    for (const done of [0, 3, Infinity]) {
      const kept = checkOf(text);
      let left = done;
      kept.work(() => left-- <= 0);
      kept.update(applyEdits(kept.text, changes));
      assert.equal(kept.text, applyEdits(text, changes));
      assert.deepEqual(kept.checked.findings, checkOf(kept.text).checked.findings);
    }
  });
});

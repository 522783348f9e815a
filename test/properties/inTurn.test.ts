import assert from 'node:assert/strict';
import { asData } from '../support/asData';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { recordOfTests } from '../support/recordOfTests';
import { sampleOf } from '../support/runs';

const checkOf = (text: string): DocumentCheck =>
  new DocumentCheck({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);

describe('findings by stretches', function () {
  this.timeout(300_000);
  const all = annotatedDocuments(join(__dirname, '../check')).map((file) => withoutNotes(readFileSync(file, 'utf8')));
  // Without blank lines the parts are long, and a part with many names in a row has many stretches.
  const texts = [
    ...sampleOf(all, 2),
    all
      .slice(0, 20)
      .join('\n')
      .replace(/\n{2,}/g, '\n'),
    `${'ICEM assists migrants. Today the Intergovernmental Committee for Migration (ICM) has 150 Member States. '.repeat(300)}\n`,
  ];

  it('are the findings of the whole document', () => {
    for (const text of texts) {
      const { findings, allowed, allowedNameCount } = checkOf(text).checked;
      const stretches = [...checkOf(text).inTurn()];
      assert.deepEqual(
        stretches.flatMap((each) => each.findings),
        findings,
      );
      assert.deepEqual(
        stretches.flatMap((each) => each.allowed),
        allowed,
      );
      assert.equal(
        stretches.reduce((sum, each) => sum + each.allowedNameCount, 0),
        allowedNameCount,
      );
    }
  });

  it('are worded only on request', () => {
    const stretches = checkOf('ICEM assists migrants in forty countries.\n'.repeat(3000)).inTurn();
    const first = stretches.next().value;
    assert.ok(
      first && first.findings.length > 0 && first.findings.length < 1000,
      'a stretch is a small part of a long one',
    );
  });

  it('can be requested again, even after an edit', () => {
    const kept = checkOf(texts[0]!);
    assert.deepEqual([...kept.inTurn()].map(asData), [...kept.inTurn()].map(asData));
    kept.update(applyEdits(kept.text, [{ start: 0, end: 0, newText: 'ICEM assists migrants.\n\n' }]));
    assert.deepEqual(
      [...kept.inTurn()].flatMap((each) => each.findings),
      kept.checked.findings,
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/core/check';
import { applyEdits, combinePreferred } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { settledEdits } from '../../src/core/parts/settledFixes';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { recordOfTests } from '../support/recordOfTests';
import { sampleOf } from '../support/runs';

const findingsIn = (text: string) =>
  check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings;
const fixed = (text: string): string =>
  applyEdits(
    text,
    settledEdits({ text, languageId: 'markdown', lang: 'auto' }, findingsIn(text), recordOfTests(), DEFAULT_OPTIONS),
  );

describe('stable fixes', () => {
  // After the first fix, the second one would replace the new name by yet another.
  const unsettled = [
    "Le Comité international pour les migrations européennes aide aujourd'hui les migrants.",
    'Véase el informe del Comité Intergubernamental para las Migracionen, que hoy ayuda a los migrantes.',
  ];
  for (const text of unsettled) {
    it(`are applied, or none in their place: ${text}`, () => {
      // The policy for single fixes only offers these; a fix that it allows must not be stable alone.
      const edits = combinePreferred(findingsIn(text));
      if (edits.length > 0)
        assert.notDeepEqual(combinePreferred(findingsIn(applyEdits(text, edits))), [], 'the fix settles by itself');
      assert.equal(fixed(text), text);
    });

    it(`do not affect others: ${text}`, () => {
      const other = (name: string): string => `${text}\n\nThe ${name} assists migrants.\n\n${text}`;
      assert.equal(
        fixed(other('International Office of Migration')),
        other('International Organization for Migration'),
      );
    });
  }

  it('give the same result when applied twice, in annotated documents and their parts', () => {
    for (const file of sampleOf(annotatedDocuments(join(__dirname, '../check')), 5)) {
      const text = withoutNotes(readFileSync(file, 'utf8'));
      for (const part of new Set([text, ...text.split(/\n{2,}/)])) {
        const once = fixed(part);
        if (once !== part) assert.equal(fixed(once), once, file);
      }
    }
  });
});

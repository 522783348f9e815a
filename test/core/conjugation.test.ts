import assert from 'node:assert/strict';
import { LANGS } from '../../src/core/document';
import { foldKey } from '../../src/core/fold';
import { grammarOf } from '../../src/core/reading/grammar';
import { Conjugation } from '../../src/core/reading/conjugation';
import { Inflection, type VerbForm } from '../../src/core/reading/inflection';

describe('the forms of verbs', () => {
  for (const lang of LANGS)
    it(`are found by every spelling that the tables generate: ${lang}`, () => {
      const inflection = new Inflection(grammarOf(lang).file);
      const conjugation = new Conjugation(inflection);
      const all = [...inflection.lemmas].flatMap((lemma) => inflection.formsOf(lemma));
      const bySpelling = new Map<string, VerbForm[]>();
      for (const form of all) {
        const same = bySpelling.get(form.written);
        if (same) same.push(form);
        else bySpelling.set(form.written, [form]);
      }
      assert.ok(bySpelling.size > 3000, String(bySpelling.size));
      for (const [written, forms] of bySpelling)
        assert.deepEqual(conjugation.get({ written, folded: foldKey(written) }), forms, written);
    });
});

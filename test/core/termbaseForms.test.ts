import assert from 'node:assert/strict';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

describe('a termbase with very many written forms', () => {
  const words = Array.from({ length: 3300 }, (_, i) => ({
    text: `Word${i} ${'{a|b}'.repeat(6)}`,
    lang: 'en',
    status: i === 0 ? 'preferred' : 'admitted',
  }));
  const content = {
    sources: [{ id: 'house', title: 'House style' }],
    concepts: [
      {
        id: 'house',
        kind: 'notion',
        definition: { en: 'A thing.' },
        names: [{ id: 'words', because: { en: 'We say so.' }, sources: ['house'], terms: words }],
      },
    ],
  };
  const loaded = loadTermbase(BUILTIN_FILES, [{ file: 'own.json', content }]);
  const { termbase } = loaded;
  const problems = loaded.problems
    .filter(({ file }) => file === 'own.json')
    .map(({ place, message }) => `${place}: ${message}`);

  it('is reported with the first term that is too many, and how to repair it', () => {
    assert.match(
      problems[0]!,
      /^concepts\/house\/names\/words\/terms\/31\d\d: With "Word31\d\d \{a\|b\}.*", the termbases have more than 200000 written forms in all, so this term and the ones after it are not used\. Write fewer alternatives in braces,/,
    );
    assert.equal(problems.length, 1);
  });

  it('is used up to there', () => {
    const forms = termbase.terms.filter(({ text }) => text.startsWith('Word'));
    assert.ok(forms.length > 190_000 && forms.length <= 200_000, String(forms.length));
  });
});

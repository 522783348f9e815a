import assert from 'node:assert/strict';
import { hoistSources } from '../../src/core/termbase/inlineSources';
import { loadTermbase } from '../../src/core/termbase/load';

const SOURCE = { id: 'annual-report', title: 'Annual report', publisher: 'IOM', issued: '2026' };
const FACT = {
  id: 'gadgets-2026',
  subject: 'iom',
  property: 'gadgets',
  value: 3,
  asOf: '2026',
  section: 'contemporary-role',
  statement: { en: 'In 2026 there were three.' },
  confidence: 'B',
};
const IOM = {
  id: 'iom',
  kind: 'organization',
  definition: { en: 'A body.' },
  names: [
    {
      id: 'iom',
      because: { en: 'It is its name.' },
      sources: [SOURCE],
      terms: [{ text: 'Body of Bodies', lang: 'en', sources: ['annual-report'] }],
    },
  ],
};

describe('a source written out where it is cited', () => {
  it('joins the list of sources and is cited by its id; a second copy is one too many', () => {
    const { termbase, problems } = loadTermbase([
      { file: 'own.json', content: { concepts: [IOM], facts: [{ ...FACT, sources: [SOURCE] }] } },
    ]);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      ['The id "annual-report" occurs twice in this file. Remove one of the two or give it another id.'],
    );
    assert.equal(termbase.sources.get('annual-report')?.title, 'Annual report');
    assert.deepEqual(termbase.facts.get('gadgets-2026')?.sources, ['annual-report']);
    assert.deepEqual(termbase.names.get('iom')?.name.sources, ['annual-report']);
  });

  it('is rejected at its place, like any other source without a title', () => {
    const { problems } = loadTermbase([
      { file: 'own.json', content: { facts: [{ ...FACT, sources: [{ id: 'untitled' }] }] } },
    ]);
    assert.ok(
      problems.some(({ place, message }) => place === 'sources/untitled' && /needs "title"/.test(message)),
      JSON.stringify(problems),
    );
  });

  it('leaves a file without such sources unchanged', () => {
    const content = { concepts: [], facts: [{ ...FACT, sources: ['s01'] }] };
    assert.equal(hoistSources(content), content);
  });

  it('is not moved if it has no id, or if the list of sources is not a list', () => {
    for (const content of [
      { facts: [{ ...FACT, sources: [{ title: 'x' }, 3, null] }] },
      { facts: [{ ...FACT, sources: [SOURCE] }], sources: 'none' },
    ]) {
      assert.equal(hoistSources(content), content);
    }
  });
});

import assert from 'node:assert/strict';
import { isDisputed } from '../../src/core/describe/facts';
import type { Fact, Source } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';

describe('a fact on which sources disagree', () => {
  const sources: readonly Source[] = [
    { id: 'official', type: 'webpage', title: 'A page', URL: 'https://www.iom.int/who-we-are' },
    { id: 'wiki', type: 'webpage', title: 'A wiki', URL: 'https://en.wikipedia.org/wiki/IOM' },
  ] as unknown as readonly Source[];
  const termbase = { sources: new Map(sources.map((source) => [source.id, source])) } as unknown as Termbase;
  const against = (...ids: readonly string[]) =>
    isDisputed({ conflicts: [{ value: 1, sources: ids, verdict: { en: '' } }] } as unknown as Fact, termbase);

  it('is disputed by a good source', () => assert.equal(against('wiki', 'official'), true));
  it('is not disputed by a weak one', () => assert.equal(against('wiki'), false));
  it('is not disputed without another value', () => assert.equal(isDisputed({} as unknown as Fact, termbase), false));
});

import assert from 'node:assert/strict';
import { citable, reliabilityOf } from '../../src/core/citation/citable';
import type { Source } from '../../src/core/termbase/concept';
import { builtinTermbase } from '../../src/core/termbase/builtin';

const source = (id: string, rest: Partial<Source>): Source => ({ id, title: id, ...rest });
const RESOLUTION = source('resolution', { number: 'A/RES/73/195', publisher: 'United Nations' });
const PAGE = source('page', { URL: 'https://www.iom.int/who-we-are' });
const STUDY = source('study', { URL: 'https://academic.oup.com/x' });
const WIKI = source('wiki', { URL: 'https://fr.wikipedia.org/wiki/OIM' });
const BLOG = source('blog', { URL: 'https://jnpurcell.blogspot.com/2010' });

describe('the cited sources', () => {
  it('are at most two, official ones first', () => {
    assert.deepEqual(citable([WIKI, STUDY, PAGE, RESOLUTION, PAGE]), [PAGE, PAGE]);
    assert.deepEqual(citable([RESOLUTION, WIKI, PAGE]), [PAGE, RESOLUTION]);
    assert.deepEqual(citable([WIKI, STUDY, BLOG]), [STUDY]);
    assert.deepEqual(citable([WIKI, BLOG]), [WIKI, BLOG]);
    assert.deepEqual(citable([]), []);
  });

  it('are classified by their publishers', () => {
    assert.deepEqual([RESOLUTION, PAGE, STUDY, WIKI, BLOG].map(reliabilityOf), [
      'official',
      'official',
      'other',
      'weak',
      'weak',
    ]);
    assert.equal(reliabilityOf(source('alike', { URL: 'https://notiom.int.example.org/' })), 'other');
    assert.equal(reliabilityOf(source('nowhere', {})), 'weak');
  });

  it('of the record include no copy, wiki or blog where a better source is known', () => {
    const { facts, sources } = builtinTermbase();
    for (const fact of facts.values()) {
      const known = fact.sources.flatMap((id) => sources.get(id) ?? []);
      const cited = citable(known);
      assert.ok(cited.length >= 1 && cited.length <= 2, fact.id);
      if (known.some((each) => reliabilityOf(each) === 'official'))
        assert.ok(
          cited.every((each) => reliabilityOf(each) === 'official'),
          fact.id,
        );
    }
  });
});

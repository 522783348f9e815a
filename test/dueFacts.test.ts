import assert from 'node:assert/strict';
import { currentFacts, dueFacts, neverReviewed, reviewedBefore } from '../scripts/dueFacts';
import type { Fact } from '../src/core/termbase/concept';

const fact = (id: string, more: Partial<Fact>): Fact => ({
  id,
  subject: 'iom',
  property: 'staff',
  value: 1,
  section: 'contemporary-role',
  statement: { en: 'So.' },
  sources: ['s'],
  confidence: 'A',
  ...more,
});
const ids = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

describe('facts that may have changed', () => {
  const cases: readonly (readonly [string, Partial<Fact>, boolean])[] = [
    ['a fact without a date', {}, true],
    ['a count', { asOf: '2025' }, true],
    ['a state that lasts', { property: 'seat', from: '1951' }, true],
    ['a state that ended', { property: 'head', from: '2018', to: '2023' }, false],
    ['an event', { property: 'founded', from: '1951' }, false],
  ];
  for (const [title, more, isCurrent] of cases) {
    it(`${isCurrent ? 'include' : 'do not include'} ${title}`, () =>
      assert.equal(currentFacts([fact('x', more)]).length, isCurrent ? 1 : 0));
  }

  it('are the newest of a series, by subject, property and unit', () => {
    const series = [
      fact('old', { asOf: '2024' }),
      fact('new', { asOf: '2025-06' }),
      fact('offices', { asOf: '2020', unit: 'offices' }),
      fact('other', { asOf: '2019', subject: 'gcm' }),
    ];
    assert.deepEqual(ids(currentFacts(series)), ['new', 'offices', 'other']);
  });

  it('are listed if they were never compared with their sources', () => {
    const all = [
      fact('no', { property: 'a' }),
      fact('yes', { property: 'b', reviewed: '2026' }),
      fact('event', { property: 'founded', from: '1951' }),
    ];
    assert.deepEqual(ids(neverReviewed(all)), ['no']);
  });

  it('are listed by their last review before a date, oldest first, at the precision that both dates share', () => {
    const all = ['2026', '2026-05-01', '2024', '2025-12', '2026-06'].map((reviewed, i) =>
      fact(reviewed, { property: `p${i}`, reviewed }),
    );
    assert.deepEqual(ids(reviewedBefore([...all, fact('no', {})], '2026-05-15')), ['2024', '2025-12', '2026-05-01']);
    assert.deepEqual(ids(reviewedBefore(all, '2025')), ['2024']);
  });
});

describe('facts that are due', () => {
  const dueOn = (day: string, ...facts: readonly Fact[]): readonly string[] =>
    dueFacts(facts, day).map(({ kind, fact: { id } }) => `${kind} ${id}`);

  it('include an announcement from its day on', () => {
    const forum = fact('forum', { property: 'session', value: '2026-05-05', from: '2026-05-05', asOf: '2026-02' });
    assert.deepEqual(dueOn('2026-05-04', forum), []);
    assert.deepEqual(dueOn('2026-05-05', forum), ['passed forum']);
  });

  it('include the newest count of a series from the second year after its own', () => {
    const series = [fact('old', { unit: 'people', asOf: '2020' }), fact('new', { unit: 'people', asOf: '2024-12' })];
    assert.deepEqual(dueOn('2025-12-31', ...series), []);
    assert.deepEqual(dueOn('2026-01-01', ...series), ['value new']);
  });

  it('include a fact a year after its last comparison, once', () => {
    const seat = fact('seat', { property: 'seat', value: 'Geneva', reviewed: '2026-11-27' });
    const count = fact('count', { unit: 'people', asOf: '2020', reviewed: '2021' });
    assert.deepEqual(dueOn('2027-11-27', seat), []);
    assert.deepEqual(dueOn('2027-11-28', seat, count), ['value count', 'compare seat']);
  });
});

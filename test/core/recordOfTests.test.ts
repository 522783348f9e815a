import assert from 'node:assert/strict';
import type { Concept, Fact, Name, TermbaseFile } from '../../src/core/termbase/concept';
import { loadTermbase, type NamedFile } from '../../src/core/termbase/load';
import { filesUntil } from '../support/recordOfTests';

const DAY = '2026-11-30';
const SOURCE = { id: 'report', title: 'A report', URL: 'https://example.org/report' };

function name(id: string, dates: Pick<Name, 'from' | 'to'>): Name {
  return {
    id,
    ...dates,
    because: { en: `This is ${id}.` },
    sources: ['report'],
    terms: [{ text: `Sample Body ${id}`, lang: 'en' }],
  };
}

function concept(id: string, names: readonly Name[]): Concept {
  return { id, kind: 'body', definition: { en: 'A body.' }, names };
}

function fact(id: string, subject: string, dates: Pick<Fact, 'from' | 'to' | 'asOf'>): Fact {
  return {
    id,
    subject,
    property: 'member-states',
    value: 5,
    ...dates,
    section: 'figures',
    statement: { en: 'The body has five Member States.' },
    sources: ['report'],
    confidence: 'A',
  };
}

function loaded(content: TermbaseFile): ReturnType<typeof loadTermbase> {
  const files: readonly NamedFile[] = [{ file: 'sample.json', content: { sources: [SOURCE], ...content } }];
  return loadTermbase(filesUntil(DAY, files));
}

describe('the record of tests', () => {
  const body = concept('body', [name('alpha', { from: '2000' })]);

  for (const [dates, isKept] of [
    [{ asOf: '2026-11-30' }, true],
    [{ asOf: '2026-11' }, true],
    [{ asOf: '2026' }, true],
    [{ from: '1951' }, true],
    [{}, true],
    [{ asOf: '2026-12-01' }, false],
    [{ asOf: '2026-12' }, false],
    [{ from: '2027' }, false],
    [{ from: '1951', asOf: '2027-01' }, false],
  ] as const)
    it(`${isKept ? 'has' : 'does not have'} a fact with ${JSON.stringify(dates)}`, () => {
      const { termbase, problems } = loaded({ concepts: [body], facts: [fact('members', 'body', dates)] });
      assert.deepEqual(problems, []);
      assert.equal(termbase.facts.has('members'), isKept);
    });

  it('has a name and a fact without their later end, and none that follows', () => {
    const { termbase, problems } = loaded({
      concepts: [concept('body', [name('alpha', { from: '2000', to: '2027-03' }), name('beta', { from: '2027-03' })])],
      facts: [
        fact('first', 'body', { from: '2000', to: '2010' }),
        fact('second', 'body', { from: '2010', to: '2027-03' }),
      ],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual([...termbase.names.keys()], ['alpha']);
    assert.equal(termbase.terms[0]!.status, 'preferred');
    assert.deepEqual(
      [...termbase.facts.values()].map(({ to }) => to),
      ['2010', undefined],
    );
  });

  it('does not have a later concept, nor the facts about it', () => {
    const { termbase, problems } = loaded({
      concepts: [body, concept('new-body', [name('gamma', { from: '2027' })])],
      facts: [fact('new-members', 'new-body', {})],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual([...termbase.concepts.keys()], ['body']);
    assert.equal(termbase.facts.size, 0);
  });
});

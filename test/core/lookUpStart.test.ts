import assert from 'node:assert/strict';
import { lookUpEntries } from '../../src/core/describe/lookUp';
import { lookUpStart } from '../../src/core/describe/lookUpStart';
import { recordOfTests } from '../support/recordOfTests';

describe('the start of a look-up', () => {
  const termbase = recordOfTests();
  const entries = lookUpEntries(termbase, 'en');
  const conceptOf = (name: string) => termbase.terms.find(({ text }) => text === name)!.entry.concept.id;
  const compact = conceptOf('Global Compact for Migration');
  const iom = conceptOf('IOM');

  it('has the names that the document mentions, in its order, each followed by what holds today', () => {
    const start = lookUpStart(entries, [compact, iom, compact], 'en');
    const concepts = start.map((entry) => (entry.kind === 'term' ? entry.term.entry.concept.id : entry.fact.subject));
    assert.deepEqual([...new Set(concepts)], [compact, iom]);
    assert.deepEqual(
      concepts,
      [...concepts].sort((a, b) => (a === compact ? 0 : 1) - (b === compact ? 0 : 1)),
    );
    assert.ok(start.some((entry) => entry.kind === 'fact' && entry.fact.property === 'member-states'));
  });

  it('has no former name, no name of another language and nothing that has ended or is not verified', () => {
    for (const entry of lookUpStart(entries, [iom], 'en')) {
      if (entry.kind === 'term') {
        assert.equal(entry.term.entry.name.to, undefined, entry.label);
        assert.ok(entry.langs.includes('en'), entry.label);
      } else {
        assert.equal(entry.fact.to, undefined, entry.detail);
        assert.notEqual(entry.fact.confidence, 'C', entry.detail);
      }
    }
  });

  it('shows each property once', () => {
    const facts = lookUpStart(entries, [iom], 'en').flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
    assert.ok(facts.length > 1);
    assert.equal(new Set(facts.map(({ property }) => property)).size, facts.length);
  });

  it('begins with a name of today where the document mentions none', () => {
    const [first] = lookUpStart(entries, ['nothing'], 'en');
    assert.equal(first?.kind, 'term');
  });
});

import assert from 'node:assert/strict';
import topics from '../../data/words/topics.json';
import { TOPICS, topicOf } from '../../src/core/describe/topics';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { headingsOf } from '../../src/core/describe/headings';

const facts = [...builtinTermbase().facts.values()];

describe('the headings of a long section', () => {
  it('list properties of its facts, each once', () => {
    for (const [section, headings] of Object.entries(topics)) {
      if (typeof headings === 'string' || Array.isArray(headings)) continue;
      const known = new Set(facts.filter((fact) => fact.section === section).map(({ property }) => property));
      const listed = Object.values(headings).flat();
      assert.deepEqual(
        listed.filter((property) => !known.has(property)),
        [],
        section,
      );
      assert.equal(new Set(listed).size, listed.length, section);
      assert.deepEqual(
        Object.keys(headings).filter((topic) => !TOPICS.includes(topic as never)),
        [],
      );
    }
  });

  it('cover nearly all facts of the section', () => {
    for (const section of ['structure-membership-leadership', 'global-compact']) {
      const own = facts.filter((fact) => fact.section === section);
      const without = own.filter((fact) => topicOf(fact) === undefined);
      assert.ok(without.length <= own.length / 5, without.map(({ property }) => property).join());
    }
  });

  it('are the subjects in a section about many', () => {
    const own = facts.filter(({ section }) => section === 'regional-processes');
    const { headings, others } = headingsOf(builtinTermbase(), 'regional-processes', own, 'es');
    assert.ok(
      headings.some(({ label }) => label.startsWith('Proceso de Bali')),
      headings.map(({ label }) => label).join(),
    );
    assert.ok(
      headings.every(
        (heading) => heading.facts.length > 1 && heading.facts.every(({ subject }) => subject === heading.id),
      ),
    );
    assert.equal(headings.flatMap((heading) => heading.facts).length + others.length, own.length);
  });

  it('do not exist in a short section', () =>
    assert.ok(facts.filter(({ section }) => section === 'un-network').every((fact) => topicOf(fact) === undefined)));
});

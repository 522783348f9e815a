import assert from 'node:assert/strict';
import topics from '../../data/context/topics.json';
import { TOPICS, topicOf } from '../../src/core/describe/topics';
import { builtinTermbase } from '../../src/core/termbase/builtin';

const facts = [...builtinTermbase().facts.values()];

describe('the headings of a long section', () => {
  it('name properties that its facts have, each once', () => {
    for (const [section, headings] of Object.entries(topics)) {
      if (typeof headings === 'string') continue;
      const known = new Set(facts.filter((fact) => fact.section === section).map(({ property }) => property));
      const listed = Object.values(headings).flat();
      assert.deepEqual(listed.filter((property) => !known.has(property)), [], section);
      assert.equal(new Set(listed).size, listed.length, section);
      assert.deepEqual(Object.keys(headings).filter((topic) => !TOPICS.includes(topic as never)), []);
    }
  });

  it('hold nearly all facts of the section', () => {
    for (const section of ['structure-membership-leadership', 'global-compact']) {
      const own = facts.filter((fact) => fact.section === section);
      const without = own.filter((fact) => topicOf(fact) === undefined);
      assert.ok(without.length <= own.length / 5, without.map(({ property }) => property).join());
    }
  });

  it('are none in a short section', () => assert.ok(facts.filter(({ section }) => section === 'un-network').every((fact) => topicOf(fact) === undefined)));
});

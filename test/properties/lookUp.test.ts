import assert from 'node:assert/strict';
import fc from 'fast-check';
import { propertyLabel } from '../../src/core/describe/facts';
import { subjectLabel } from '../../src/core/describe/lookUp';
import { wordingIn } from '../../src/core/describe/wordings';
import { LANGS } from '../../src/core/document';
import { searchIn } from '../../src/core/search/search';
import { recordOfTests } from '../support/recordOfTests';

const SEARCHES = new Map(LANGS.map((lang) => [lang, searchIn(recordOfTests(), lang)]));

describe('looking up', () => {
  it('finds each value of a series by its subject, property and year', () => {
    const termbase = recordOfTests();
    const missed: string[] = [];
    for (const fact of termbase.facts.values()) {
      if (typeof fact.value !== 'number' || fact.asOf === undefined || fact.checkOnly === true) continue;
      const year = fact.asOf.slice(0, 4);
      for (const lang of LANGS) {
        const query = `${subjectLabel(termbase, fact, lang)} ${propertyLabel(fact.property, wordingIn(lang))} ${year}`;
        const found = SEARCHES.get(lang)!.find(query);
        const values = found.rows.flatMap(({ entry }) => (entry.kind === 'fact' ? [entry.fact] : []));
        const [first] = values.filter(({ subject }) => subject === fact.subject);
        const isRight = found.kind === 'answer' && first?.asOf?.startsWith(year) && first.property === fact.property;
        if (!isRight) missed.push(`${query}: ${found.kind} ${first?.id}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  it('finds each entry at most once, and nothing only without rows, whatever is typed', () => {
    const word = fc.constantFrom(
      ...'IOM GCM who 2019 2024 members the of définition 7 A/RES/73/195 « ? " migrant é'.split(' '),
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...LANGS), (query, lang) => {
        const found = SEARCHES.get(lang)!.find(query);
        const all = found.rows.flatMap(({ entry, older }) => [entry, ...older]);
        assert.equal(new Set(all).size, all.length);
        assert.equal(found.kind === 'nothing', all.length === 0);
      }),
      { numRuns: 200 },
    );
  });
});

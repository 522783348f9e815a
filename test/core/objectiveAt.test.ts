import assert from 'node:assert/strict';
import { objectiveAt } from '../../src/core/describe/objectiveAt';
import { recordOfTests } from '../support/recordOfTests';

describe('an objective that is cited by its number', () => {
  const termbase = recordOfTests();
  const compact = [...termbase.concepts.values()].find(({ names }) =>
    names.some(({ terms }) => terms.some(({ text }) => text === 'Global Compact for Migration')),
  )!;
  const at = (text: string, wanted: string, mentioned: readonly string[] = [compact.id]) => {
    const found = objectiveAt(text, text.indexOf(wanted) + 1, termbase, new Set(mentioned));
    return found && [text.slice(found.start, found.end), found.concept];
  };

  const cases: readonly (readonly [text: string, wanted: string, concept: string])[] = [
    ['See Objective 5 here.', 'Objective 5', 'gcm-objective-05'],
    ['See objectives 23 and others.', 'objectives 23', 'gcm-objective-23'],
    ["Voir l'objectif 7.", 'objectif 7', 'gcm-objective-07'],
    ['Véase el objetivo 10.', 'objetivo 10', 'gcm-objective-10'],
  ];
  for (const [text, wanted, concept] of cases)
    it(`is found in “${text}”`, () => assert.deepEqual(at(text, wanted), [wanted, concept]));

  it('is not found where the text does not mention the instrument', () =>
    assert.equal(at('See Objective 5 here.', 'Objective 5', ['iom']), undefined));
  it('is not found for a number that no objective has', () =>
    assert.equal(at('See Objective 24 here.', 'Objective 24'), undefined));
  it('is not found for other numbered words', () => assert.equal(at('See Article 5 here.', 'Article 5'), undefined));
});

import assert from 'node:assert/strict';
import { entriesOf, examplesOf, factsOf, relationIds, testedTexts } from '../scripts/relationPlaces';

describe('what there is about a relation', () => {
  it('is an entry for each, and facts', () => {
    assert.deepEqual(
      relationIds().filter((relation) => entriesOf(relation).length === 0),
      [],
    );
    assert.deepEqual(
      factsOf('gmdac-founded').map(({ file, says }) => [file, says.slice(0, 16)]),
      [['data/facts/structure-membership-leadership.json', 'GMDAC was opened']],
    );
  });

  it('is the texts of the tests in which its values are reported or allowed', () => {
    const text = 'IOM has 170 staff.\n\nIOM was founded in 1949.\n';
    const [found, ...others] = examplesOf('iom-founded', [{ file: 'x.jsonl', languageId: 'markdown', text, line: 3 }]);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [found?.file, found?.line, found?.says, found?.isFound],
      ['x.jsonl', 3, 'IOM was founded in 1949.', true],
    );
    const denied = { file: 'x.jsonl', languageId: 'markdown', text: 'IOM was not founded in 1949.\n', line: 1 };
    assert.deepEqual(
      examplesOf('iom-founded', [denied]).filter(({ isFound }) => isFound),
      [],
    );
  });

  it('has all cases and annotated documents to search', () => {
    const files = new Set(testedTexts().map(({ file }) => file.split('/').slice(0, 2).join('/')));
    assert.deepEqual([...files], ['test/cases', 'test/check']);
  });
});

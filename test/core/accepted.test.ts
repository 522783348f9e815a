import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { aroundOf } from '../../src/core/findings/accepted';
import { DEFAULT_OPTIONS, type Accepted } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

const TEXT = 'The choir of the ICEM veterans sings each year in the old hall of migrants.\n\nICEM assists migrants in forty countries.\n';

function found(text: string, accepted: readonly Accepted[]): readonly number[] {
  return check({ text, languageId: 'markdown', lang: 'en' }, builtinTermbase(), { ...DEFAULT_OPTIONS, accepted }).findings.map(({ start }) => start);
}

describe('an accepted finding', () => {
  const [choir, office] = [TEXT.indexOf('ICEM'), TEXT.lastIndexOf('ICEM')];
  const here: Accepted = { rule: 'superseded-name', text: 'ICEM', around: aroundOf(TEXT, { start: choir, end: choir + 4 }) };

  it('is found before it is accepted', () => assert.deepEqual(found(TEXT, []), [choir, office]));

  it('is left out at its place alone', () => {
    assert.equal(here.around, 'The choir of the ICEM veterans sings each year in the');
    assert.deepEqual(found(TEXT, [here]), [office]);
  });

  it('is left out everywhere where no words around it are noted', () => {
    assert.deepEqual(found(TEXT, [{ ...here, around: undefined }]), []);
  });

  it('stays accepted when something else is edited, or a word next to it', () => {
    const edited = `A new first line.\n\n${TEXT.replace('each year', 'every year').replace('sings', 'sang')}`;
    assert.deepEqual(found(edited, [here]), [edited.lastIndexOf('ICEM')]);
  });

  it('is reported again where the sentence is another', () => {
    const other = 'Migrants ask ICEM for a ticket.\n';
    assert.deepEqual(found(other, [here]), [other.indexOf('ICEM')]);
  });

  it('is a name alone only where it was one', () => {
    const heading = '# ICEM\n\nMigrants ask ICEM for a ticket.\n';
    const alone: Accepted = { rule: 'superseded-name', text: 'ICEM', around: aroundOf(heading, { start: 2, end: 6 }) };
    assert.deepEqual(found(heading, [alone]), [heading.lastIndexOf('ICEM')]);
  });

  it('may be noted by a person in fewer words', () => {
    assert.deepEqual(found(TEXT, [{ ...here, around: 'the choir of the ICEM veterans' }]), [office]);
    assert.deepEqual(found(TEXT, [{ ...here, around: 'the ICEM' }]), [choir, office]);
  });

  it('is of one rule and one text', () => {
    assert.deepEqual(found(TEXT, [{ ...here, rule: 'anachronistic-name' }, { ...here, text: 'ICM' }]), [choir, office]);
  });
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { aroundOf, isAccepted, meantBy } from '../../src/core/findings/accepted';
import { DEFAULT_OPTIONS, type Accepted } from '../../src/core/options';
import { assertLinear } from '../support/growth';
import { recordOfTests } from '../support/recordOfTests';

const TEXT =
  'The choir of the ICEM veterans sings each year in the old hall of migrants.\n\nICEM assists migrants in forty countries.\n';

function found(text: string, accepted: readonly Accepted[]): readonly number[] {
  return check({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), {
    ...DEFAULT_OPTIONS,
    accepted,
  }).findings.map(({ start }) => start);
}

describe('an accepted finding', () => {
  const [choir, office] = [TEXT.indexOf('ICEM'), TEXT.lastIndexOf('ICEM')];
  const here: Accepted = {
    rule: 'superseded-name',
    text: 'ICEM',
    around: aroundOf(TEXT, { start: choir, end: choir + 4 }),
  };

  it('is reported before it is accepted', () => assert.deepEqual(found(TEXT, []), [choir, office]));

  it('is suppressed only at its place', () => {
    assert.equal(here.around, 'The choir of the ICEM veterans sings each year in the');
    assert.deepEqual(found(TEXT, [here]), [office]);
  });

  it('is suppressed everywhere if it records no surrounding words', () => {
    assert.deepEqual(found(TEXT, [{ ...here, around: undefined }]), []);
  });

  it('remains accepted after an edit elsewhere, or of a word next to it', () => {
    const edited = `A new first line.\n\n${TEXT.replace('each year', 'every year').replace('sings', 'sang')}`;
    assert.deepEqual(found(edited, [here]), [edited.lastIndexOf('ICEM')]);
  });

  it('is reported again in another sentence', () => {
    const other = 'Migrants ask ICEM for a ticket.\n';
    assert.deepEqual(found(other, [here]), [other.indexOf('ICEM')]);
  });

  it('without surrounding words matches only a name without any', () => {
    const heading = '# ICEM\n\nMigrants ask ICEM for a ticket.\n';
    const alone: Accepted = { rule: 'superseded-name', text: 'ICEM', around: aroundOf(heading, { start: 2, end: 6 }) };
    assert.deepEqual(found(heading, [alone]), [heading.lastIndexOf('ICEM')]);
  });

  it('may be recorded by hand, with fewer words', () => {
    assert.deepEqual(found(TEXT, [{ ...here, around: 'the choir of the ICEM veterans' }]), [office]);
    assert.deepEqual(found(TEXT, [{ ...here, around: 'the ICEM' }]), [choir, office]);
  });

  it('is another one where the same words are on other sides, or in another order', () => {
    const by = (around: string): Accepted => ({ ...here, around });
    const text = 'Today the choir of the ICEM veterans sings for migrants. Today ICEM helps migrants of the Region.\n';
    assert.deepEqual(found(text, [by('the choir of the ICEM veterans')]), [text.lastIndexOf('ICEM')]);
    for (const [turned, isHere] of [
      ['Of the choir, veterans ICEM helps.', false],
      ['In this hall the old choir of the ICEM veterans', true],
    ] as const) {
      const start = turned.indexOf('ICEM');
      const finding = { rule: 'superseded-name', text: 'ICEM', name: 'icem', start, end: start + 4 } as const;
      assert.equal(isAccepted(finding, turned, [by('the choir of the ICEM veterans')]), isHere, turned);
    }
  });

  it('may be recorded without its own text, and where it occurs twice', () => {
    assert.deepEqual(found(TEXT, [{ ...here, around: 'the choir of the veterans' }]), [office]);
    const twice = 'The ICEM choir and the ICEM ship help migrants today.\n';
    const second = twice.lastIndexOf('ICEM');
    const around = aroundOf(twice, { start: second, end: second + 4 });
    assert.ok(!found(twice, [{ ...here, around }]).includes(second));
  });

  it('applies to one rule and one text', () => {
    assert.deepEqual(
      found(TEXT, [
        { ...here, rule: 'anachronistic-name' },
        { ...here, text: 'ICM' },
      ]),
      [choir, office],
    );
  });

  it('that names a fact leaves the same words about another fact reported', () => {
    const text = 'The Compact has 5 objectives. The International Migration Review Forum takes place every 5 years.\n';
    const [objectives, forum] = [text.indexOf('5'), text.lastIndexOf('5')];
    const five = { rule: 'fact-mismatch', text: '5', around: undefined } as const;
    assert.deepEqual(found(text, []), [objectives, forum]);
    assert.deepEqual(found(text, [{ ...five, name: 'gcm-objectives' }]), [forum]);
    assert.deepEqual(found(text, [{ ...five, name: 'imrf-cycle' }]), [objectives]);
    assert.deepEqual(found(text, [{ ...five, name: 'iom-founded-date' }]), [objectives, forum]);
    assert.deepEqual(found(text, [five]), [], 'an entry of an earlier version');
    const around = aroundOf(text, { start: forum, end: forum + 1 });
    assert.deepEqual(found(text, [{ ...five, name: 'gcm-objectives', around }]), [objectives, forum]);
    assert.deepEqual(found(text, [{ ...five, name: 'imrf-cycle', around }]), [objectives]);
  });

  it('that names nothing is about what it hides, if that is one thing', () => {
    const text = 'The Compact has 5 objectives. The International Migration Review Forum takes place every 5 years.\n';
    const { findings } = check({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS);
    const five: Accepted = { rule: 'fact-mismatch', text: '5', around: undefined };
    const objectives = { text, findings: findings.slice(0, 1) };
    assert.equal(meantBy(five, [objectives, objectives]), 'gcm-objectives');
    assert.equal(meantBy(five, [{ text, findings }]), undefined);
    assert.equal(meantBy(five, []), undefined);
    assert.equal(meantBy({ ...five, around: 'Forum takes place every 5 years' }, [{ text, findings }]), 'imrf-cycle');
  });

  it('is found in linear time among as many others, with the same words around or with others', () => {
    for (const wordsOf of [(i: number) => `In ${i} north ${i} south ${i}a ${i}b ${i}c`, () => 'The office of']) {
      assertLinear((count) => {
        const lines = Array.from({ length: count }, (_, i) => `${wordsOf(i)} ICEM sends migrants each year.\n\n`);
        const text = lines.join('');
        const accepted = lines.map((around): Accepted => ({ ...here, around: around.trim() }));
        const findings = [...text.matchAll(/ICEM/g)].map(
          ({ index }) =>
            ({ rule: 'superseded-name', text: 'ICEM', name: 'icem', start: index, end: index + 4 }) as const,
        );
        return () => assert.ok(findings.every((finding) => isAccepted(finding, text, accepted)));
      }, 60);
    }
  });

  it('is looked for in linear time among entries of many repeated words', () => {
    const accepted = Array.from({ length: 800 }, (_, i): Accepted => ({
      ...here,
      around: `ICEM ${'of '.repeat(i % 7)}`.repeat(300).slice(0, 990 - (i % 90)),
    }));
    assertLinear((count) => {
      const text = 'of in the of ICEM of the in of of '.repeat(count);
      const findings = [...text.matchAll(/ICEM/g)].map(
        ({ index }) => ({ rule: 'superseded-name', text: 'ICEM', name: 'icem', start: index, end: index + 4 }) as const,
      );
      return () => assert.ok(!findings.some((finding) => isAccepted(finding, text, accepted)));
    }, 4);
  });

  it('is found by any of its words', () => {
    const around = 'alpha beta gamma delta epsilon zeta eta theta iota kappa';
    const words = around.split(' ');
    const text = (kept: readonly string[]): string => `${kept.slice(0, 5).join(' ')} ICEM ${kept.slice(5).join(' ')}`;
    for (let missing = 0; missing <= 6; missing++)
      for (let from = 0; from + missing <= words.length; from++) {
        const kept = words.map((word, i) => (i >= from && i < from + missing ? 'other' : word));
        const start = text(kept).indexOf('ICEM');
        const finding = { rule: 'superseded-name', text: 'ICEM', name: 'icem', start, end: start + 4 } as const;
        assert.equal(isAccepted(finding, text(kept), [{ ...here, around }]), missing <= 3, kept.join());
      }
  });
});

import assert from 'node:assert/strict';
import { termbaseOfCsv } from '../../src/core/exchange/csvTermbase';

describe('the header of a list of terms', () => {
  for (const [header, row] of [
    ['term,use instead', 'guest worker,migrant worker'],
    ['Term,Preferred', 'guest worker,migrant worker'],
    ['Preferred term;Avoid', 'migrant worker;guest worker'],
    ['use\tinstead of', 'migrant worker\tguest worker'],
    ['Term,Instead of', 'migrant worker,guest worker'],
    ['Replacement,TERM,Date of entry', 'migrant worker,guest worker,2024'],
    ['À éviter,Utiliser', 'guest worker,migrant worker'],
    ['terme,remplacer par', 'guest worker,migrant worker'],
    ['usar,en lugar de', 'migrant worker,guest worker'],
    ['Término,preferido', 'guest worker,migrant worker'],
  ] as const)
    it(`is understood with the header ${JSON.stringify(header)}`, () => {
      const { file } = termbaseOfCsv(`${header}\n${row}\n`, undefined, 'en');
      assert.deepEqual(
        file!.concepts!.flatMap(({ names }) => names.flatMap(({ terms }) => terms)),
        [
          {
            text: 'guest worker',
            lang: 'en',
            status: 'deprecated',
            rule: 'preferred-terminology',
            instead: ['migrant worker'],
          },
        ],
      );
    });

  for (const [table, why] of [
    ['term,house form\na b,c d', /not certain what the column "house form" means/],
    ['term,preferred,avoid\na b,c d,e f', /leave it open which is which/],
    ['avoid,note\na b,bad', /no column with what to write instead/],
    ['term,preferred\na b,yes\nc d,no', /Line 2: the column that should hold a form says only yes or no/],
    ['term,avoid\na b,x\nc d,', /Line 2: the column that should hold a form says only yes or no/],
    ['use,preferred\na b,c d', /"use" and "preferred" mean the same/],
  ] as const)
    it(`is refused as ${JSON.stringify(table)}, with the header that it needs`, () => {
      const { file, problems } = termbaseOfCsv(table, undefined, 'en');
      assert.equal(file, undefined);
      assert.match(problems[0]!, why);
    });

  it('needs its language, in a column or from the caller', () => {
    const { file, problems } = termbaseOfCsv('avoid,use\nguest worker,migrant worker');
    assert.deepEqual([file, problems.length], [undefined, 1]);
    assert.match(problems[0]!, /Add a column "lang" with en, fr or es, or use --lang/);
    const mixed = termbaseOfCsv('avoid,use,language\nbureau régional,antenne,French\na b,c d,');
    assert.deepEqual([mixed.terms, mixed.problems.length], [1, 1]);
    assert.match(mixed.problems[0]!, /Line 3: there is no language/);
  });

  it('sets the level of a row', () => {
    const { file, problems } = termbaseOfCsv(
      'avoid,use,lang,level\nguest worker,migrant worker,en,Warning\nalien,foreign national,en,aviso\nx y,z,en,loud',
    );
    assert.deepEqual(
      file!.concepts!.map(({ names }) => names[0]!.terms[0]!.level),
      ['warning', 'warning'],
    );
    assert.match(problems[0]!, /Line 4: "loud" is no level/);
  });

  it('does not take a term for right whose status says otherwise', () => {
    const { terms, problems } = termbaseOfCsv(
      'term,status,lang\nmigrant worker,preferred,en\nguest worker,forbidden,en',
    );
    assert.equal(terms, 1);
    assert.match(problems[0]!, /Line 3: "guest worker" is to be avoided, and nothing says what to write instead/);
  });
});

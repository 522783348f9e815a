import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/findings/applyFixes';
import type { FileDates } from '../../src/core/document';
import { heldBackLine } from '../../src/core/describe/textTime';
import { wordingIn } from '../../src/core/describe/wordings';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import type { TermbaseFile } from '../../src/core/termbase/concept';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import type { Termbase } from '../../src/core/termbase/termbase';
import { filesUntil, recordOfTests } from '../support/recordOfTests';

const TODAY = '2026-12-03';

interface Given {
  readonly made?: string;
  readonly changed?: string;
  readonly date?: string;
  readonly today?: string;
  readonly termbase?: Termbase;
}

function checkOf(text: string, { made, changed, date, today = TODAY, termbase = recordOfTests() }: Given = {}) {
  const fileDates: FileDates | undefined = changed === undefined ? undefined : { created: made, changed };
  return new DocumentCheck(
    { text, languageId: 'markdown', lang: 'auto', date, fileDates, today },
    termbase,
    DEFAULT_OPTIONS,
  );
}

const found = (text: string, given?: Given): string[] =>
  checkOf(text, given).checked.findings.map(({ text: words, rule }) => `${words}: ${rule}`);

const MEMBERS = 'The International Organization for Migration (IOM) has 173 Member States.';
const FORMER_HEAD = 'António Vitorino is the Director General of IOM.';
const FORMER_NAME = 'The Intergovernmental Committee for European Migration assists migrants.';
const OUTSIDE = 'The International Organization for Migration is not part of the UN system.';

describe('what was right at no time of its file', () => {
  const december = { made: '2025-12-30', changed: '2025-12-30' };
  const cases: [text: string, given: Given, expected: readonly string[]][] = [
    [MEMBERS, december, ['173: outdated-fact']],
    [FORMER_HEAD, december, ['António Vitorino: outdated-fact']],
    [FORMER_NAME, december, ['Intergovernmental Committee for European Migration: superseded-name']],
    [OUTSIDE, december, ['is not: wrong-status']],
    // Right at some time between the day on which it was made and its last change.
    [FORMER_HEAD, { made: '2022-03-01', changed: '2025-12-30' }, []],
    [MEMBERS, { made: '2018-11-01', changed: '2024-02-01' }, []],
    [OUTSIDE, { made: '2014-03-01', changed: '2017-02-01' }, []],
    [
      FORMER_NAME,
      { made: '2014-03-01', changed: '2017-02-01' },
      ['Intergovernmental Committee for European Migration: superseded-name'],
    ],
    // The head left in October 2023.
    [FORMER_HEAD, { made: '2023-11-15', changed: '2025-12-30' }, ['António Vitorino: outdated-fact']],
    // Nothing says when it was made.
    [FORMER_HEAD, { changed: '2025-12-30' }, []],
    [FORMER_NAME, { changed: '2025-12-30' }, []],
    // It was changed this year.
    [FORMER_HEAD, { made: '2022-03-01', changed: '2026-01-15' }, ['António Vitorino: outdated-fact']],
    // It was changed lately, in the year before.
    [
      FORMER_HEAD,
      { made: '2022-03-01', changed: '2025-12-30', today: '2026-02-01' },
      ['António Vitorino: outdated-fact'],
    ],
  ];
  for (const [text, given, expected] of cases)
    it(`is reported: ${given.made ?? '?'} to ${given.changed}: ${text}`, () =>
      assert.deepEqual(found(text, given), expected));

  it('is reported in a text of news as well', () => {
    assert.deepEqual(found(`The Council met this week.\n\n${FORMER_HEAD}`, december), [
      'António Vitorino: outdated-fact',
    ]);
    assert.deepEqual(
      found(`The Council met this week.\n\n${FORMER_HEAD}`, { made: '2022-01-01', changed: '2023-01-01' }),
      [],
    );
  });

  it('counts only where neither the caller nor the text gives a date', () => {
    assert.deepEqual(found(FORMER_HEAD, { ...december, date: '2019' }), []);
    assert.deepEqual(found(`Date: 4 March 2019\n\n${FORMER_HEAD}`, december), []);
    assert.deepEqual(found(FORMER_HEAD, { made: '2019-01-01', changed: '2019-02-01', date: 'today' }), [
      'António Vitorino: outdated-fact',
    ]);
  });
});

describe('a sentence about today', () => {
  const sentences: [text: string, words: string][] = [
    ['Today the International Organization for Migration (IOM) has 165 Member States.', '165'],
    ['The International Organization for Migration (IOM) now has 165 Member States.', '165'],
    ["Aujourd'hui, l'Organisation internationale pour les migrations (OIM) compte 165 États membres.", '165'],
    ['La Organización Internacional para las Migraciones (OIM) tiene hoy 165 Estados miembros.', '165'],
  ];
  for (const [text, words] of sentences)
    it(`is judged today in a file that was changed this year or last: ${text}`, () => {
      assert.deepEqual(found(text, { changed: '2025-03-01' }), [`${words}: outdated-fact`]);
      assert.deepEqual(found(text, { made: '2015-01-01', changed: '2024-03-01' }), []);
    });
});

describe('what the time of a text holds back', () => {
  const line = (text: string, given?: Given): string | undefined => {
    const check = checkOf(text, given);
    return heldBackLine(check.heldBack, check.judgedAs, wordingIn('en'));
  };
  const cases: [text: string, given: Given, expected: string | undefined][] = [
    [
      `${FORMER_HEAD} ${MEMBERS}`,
      { made: '2020-01-01', changed: '2025-12-30' },
      '2 names and values are not judged as of today: the file was last changed in 2025',
    ],
    [
      FORMER_HEAD,
      { changed: '2024-12-30' },
      '1 name or value is not judged as of today: the file was last changed in 2024',
    ],
    // Only what would be reported as of today.
    ['Amy Pope is the Director General of IOM.', { changed: '2024-12-30' }, undefined],
    [`“${FORMER_HEAD}”`, { changed: '2024-12-30' }, undefined],
    // What is reported is not held back.
    [MEMBERS, { made: '2025-12-30', changed: '2025-12-30' }, undefined],
    [FORMER_HEAD, {}, undefined],
    [FORMER_HEAD, { date: '2019' }, undefined],
    [
      `---\ndate: 2019-03-04\n---\n\n${FORMER_HEAD}`,
      {},
      '1 name or value is not judged as of today: the text is of 4 March 2019 (“date: 2019-03-04”)',
    ],
    [
      `The Council met this week.\n\n${FORMER_HEAD}`,
      {},
      '1 name or value is not judged as of today: the text reports an event whose date it does not state (“this week”)',
    ],
  ];
  for (const [text, given, expected] of cases)
    it(`is counted: ${expected ?? 'nothing'}: ${text}`, () => assert.equal(line(text, given), expected));

  it('follows the edits of the text', () => {
    const check = checkOf(`${FORMER_HEAD} `, { changed: '2024-12-30' });
    assert.equal(check.heldBack, 1);
    check.update(applyEdits(check.text, [{ start: check.length, end: check.length, newText: MEMBERS }]));
    assert.equal(check.heldBack, 2);
    check.update(applyEdits(check.text, [{ start: 0, end: 0, newText: 'Date: 3 December 2026\n\n' }]));
    assert.equal(check.heldBack, 0);
    assert.deepEqual(
      check.checked.findings.map(({ rule }) => rule).filter((rule) => rule === 'outdated-fact').length,
      2,
    );
  });
});

describe('a new year of the record', () => {
  const facts = [
    {
      id: 'iom-members-of-2027',
      subject: 'iom',
      property: 'member-states',
      value: 176,
      unit: 'Member States',
      asOf: '2027-01-15',
    },
  ];
  const newer = (): Termbase => {
    const files = filesUntil('2026-11-30', BUILTIN_FILES).map(({ file, content }) => {
      const { facts: known = [] } = content as TermbaseFile;
      const model = known.find(
        ({ subject, property, value }) => subject === 'iom' && property === 'member-states' && value === 175,
      );
      return model
        ? { file, content: { ...(content as TermbaseFile), facts: [...known, { ...model, ...facts[0] }] } }
        : { file, content };
    });
    return loadTermbase(files).termbase;
  };
  const texts = [MEMBERS, FORMER_HEAD, FORMER_NAME, OUTSIDE].join('\n\n');
  for (const today of ['2026-12-03', '2027-01-20', '2027-11-20'])
    it(`silences nothing that was wrong in a text of 2026: ${today}`, () => {
      const termbase = newer();
      assert.equal(termbase.facts.get('iom-members-of-2027')?.value, 176);
      const expected = found(texts);
      assert.equal(expected.length, 4);
      const file = { made: '2026-02-01', changed: '2026-11-30' };
      for (const text of [texts, `Date: 30 November 2026\n\n${texts}`])
        for (const given of [file, {}])
          assert.deepEqual(
            found(text, { ...given, today, termbase }).map((each) => each.split(':')[0]),
            expected.map((each) => each.split(':')[0]),
          );
    });

  it('reports nothing that was right then', () => {
    const right = 'The International Organization for Migration (IOM) has 175 Member States.';
    const given = { made: '2026-02-01', changed: '2026-11-30', today: '2027-02-01', termbase: newer() };
    assert.deepEqual(found(right, given), []);
    assert.equal(checkOf(right, given).heldBack, 1);
    assert.deepEqual(found(right, { today: '2027-02-01', termbase: newer() }), ['175: outdated-fact']);
  });
});

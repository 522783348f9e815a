import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/core/options';
import { assertLinear } from '../../support/growth';
import { idOf, judged, objective, reviewing } from './reviewing';

type Row = readonly [text: string, quote: string, fact: string, more?: { n?: number; right?: string; date?: string }];

/** What the record contradicts: each must be shown. */
const WRONG: readonly Row[] = [
  ['IOM has 173 Member States.', '173', 'iom-members-2025'],
  ['In 2020 IOM had 166 Member States.', '166', 'iom-members-2020'],
  ['IOM was founded in Geneva in 1951.', 'Geneva', 'iom-founded-place'],
  ['IOM was founded in 1949.', '1949', 'iom-founded'],
  ['IOM was founded on 3 March 1951.', '3 March 1951', 'iom-founded-date'],
  ['The GCM was signed in Marrakech.', 'signed', 'gcm-adopted'],
  ['IOM is a specialized agency.', 'specialized agency', 'iom-un-status'],
  ['IOM is a specialized agency.', 'specialized agency', 'iom-not-specialized'],
  ['The GCM is legally binding.', 'binding', 'gcm-legal-force'],
  ['The GCM is legally binding.', 'legally binding', 'gcm-legal-force'],
  ['The GCM rests on 23 guiding principles.', '23 guiding principles', 'gcm-principles'],
  ['The Assembly endorsed the GCM with 24 abstentions.', '24', 'gcm-vote-abstentions'],
  ['The Assembly endorsed the GCM with 12 votes against and five abstentions.', 'five', 'gcm-vote-abstentions'],
  // One of several numbers of a value: which is meant cannot be told, so the reader's word counts.
  ['The Assembly endorsed the GCM with 12 votes against.', '12', 'gcm-vote'],
  ['The Assembly endorsed the GCM by resolution 73/151.', '73/151', 'gcm-endorsed-symbol'],
  ['The Assembly endorsed the GCM by resolution A/RES/71/1.', 'A/RES/71/1', 'gcm-endorsed-symbol'],
  [
    'The Director General of IOM, António Vitorino, opened the meeting.',
    'António Vitorino',
    'iom-head-amy-pope',
    { date: '2026-03' },
  ],
  ['In 2021 the Director General of IOM was Amy Pope.', 'Amy Pope', 'iom-head-antonio-vitorino'],
  ['In 2018 William Lacy Swing became Director General of IOM.', 'William Lacy Swing', 'iom-head-antonio-vitorino'],
  ['Amy Pope has led IOM since 2022.', '2022', 'iom-head-amy-pope'],
  ['António Vitorino led IOM until 2021.', '2021', 'iom-head-antonio-vitorino'],
  ['The Network took the place of the Geneva Migration Group.', 'Geneva Migration Group', 'un-network-predecessor'],
  ['UNHCR coordinates the United Nations Network on Migration.', 'UNHCR', 'un-network-coordinator'],
  [
    'The Executive Committee of the United Nations Network on Migration includes WFP.',
    'WFP',
    'un-network-executive-committee',
  ],
  ['The Network oversees the GCM. It is the United Nations Network on Migration.', 'oversees', 'un-network-purpose'],
  ['The International Migration Review Forum meets every two years.', 'two', 'imrf-cycle'],
  ['In the 1950s ICEM moved two million migrants.', 'two million', 'iom-transported-1950s'],
  [
    'In 1951 the Intergovernmental Committee for European Migration was set up.',
    'Intergovernmental Committee for European Migration',
    'picmme',
  ],
  ['In 1995 ICEM assisted migrants.', 'ICEM', 'iom'],
  ['In 1995 ICEM assisted migrants.', 'ICEM', 'icem'],
  ['ICEM assists migrants today.', 'ICEM', 'iom'],
  ['The International Office of Migration assists migrants.', 'International Office of Migration', 'iom'],
  ['The International Organization on Migration (IOM) assists migrants.', 'on', 'iom'],
  ['The IMO runs migration offices; IOM does not.', 'IMO', 'iom'],
  ['The name ICM, which IOM had, ended in 1992.', '1992', 'icm'],
  ['IOM counts illegal migrants.', 'illegal migrants', 'irregular-migrant'],
  // Names of a larger text that a reader reports in one piece.
  [
    'IOM was founded in Geneva in 1951.',
    'IOM was founded in Geneva in 1951',
    'iom-founded-place',
    { right: 'IOM was founded in Brussels in 1951' },
  ],
  ['L’OIM compte 173 États membres.', '173', 'iom-members-2025'],
  ['La OIM es un organismo especializado.', 'organismo especializado', 'iom-un-status'],
];

/** What the record says as well, at the time of the sentence: none may be shown. */
const RIGHT: readonly Row[] = [
  ['IOM has 175 Member States.', '175', 'iom-members-2025'],
  ['IOM has more than 170 Member States.', 'more than 170', 'iom-members-2025'],
  ['IOM has more than 170 Member States.', '170', 'iom-members-2025'],
  ['In 2018 IOM had 173 Member States.', '173', 'iom-members-2025'],
  ['IOM has 173 Member States.', '173', 'iom-members-2025', { date: '2020-06' }],
  ['In 2001 IOM had 90 member States.', '90', 'iom-members-2025'],
  ['In 2028 IOM had 178 Member States.', '178', 'iom-members-2025'],
  ['IOM was founded in Brussels in 1951.', 'Brussels', 'iom-founded-place'],
  ['IOM was founded in Brussels in 1951.', '1951', 'iom-founded'],
  ['IOM was founded on 5 December 1951.', '5 December 1951', 'iom-founded-date'],
  ['IOM is a related organization.', 'related organization', 'iom-un-status'],
  ['The GCM has 23 objectives.', '23', 'gcm-objectives'],
  ['The GCM has 23 objectives.', '23 objectives', 'gcm-objectives'],
  ['The Assembly endorsed the GCM by resolution 73/195.', '73/195', 'gcm-endorsed-symbol'],
  ['The Assembly endorsed the GCM with 12 abstentions.', '12', 'gcm-vote-abstentions'],
  ['In 2021 the Director General of IOM was António Vitorino.', 'António Vitorino', 'iom-head-amy-pope'],
  [
    'The Director General of IOM, António Vitorino, opens the meeting.',
    'António Vitorino',
    'iom-head-amy-pope',
    { date: '2021-03' },
  ],
  ['The Director General of IOM is Amy Pope.', 'Amy Pope', 'iom-head-amy-pope'],
  ['Amy Pope has led IOM since 2023.', '2023', 'iom-head-amy-pope'],
  ['António Vitorino led IOM until 2023.', '2023', 'iom-head-antonio-vitorino'],
  ['António Vitorino led IOM from 2018 to 2023.', '2018 to 2023', 'iom-head-antonio-vitorino'],
  ['IOM coordinates the United Nations Network on Migration.', 'IOM', 'un-network-coordinator'],
  ['In 1965 ICEM assisted migrants.', 'ICEM', 'iom'],
  ['In 1965 ICEM assisted migrants.', 'ICEM', 'icem'],
  ['IOM assists migrants.', 'IOM', 'iom'],
  ['The GCM was adopted in 2018.', 'GCM', 'gcm'],
  ['The International Migration Review Forum meets every four years.', 'four', 'imrf-cycle'],
  ['IOM has its seat in Geneva.', 'Geneva', 'iom-seat'],
  // A line without any number contradicts none, and a line does not contradict the name of its own subject.
  ['IOM has 175 Member States.', '175', 'iom-seat'],
  ['IOM has its seat in Geneva.', 'IOM', 'iom-seat'],
  // The words have nothing in common with the name.
  ['IOM opened the meeting with a song.', 'a song', 'gcm'],
  ['L’OIM compte 175 États membres.', '175', 'iom-members-2025'],
  ['La OIM tenía 173 Estados miembros en 2018.', '173', 'iom-members-2025'],
];

describe('the judge of a review', () => {
  for (const [rows, isShown] of [
    [WRONG, true],
    [RIGHT, false],
  ] as const)
    for (const [text, quote, fact, { n, right, date } = {}] of rows)
      it(`${isShown ? 'shows' : 'drops'} “${quote}” in “${text}” (${fact}${date === undefined ? '' : `, ${date}`})`, () => {
        const review = reviewing(text, date === undefined ? {} : { date });
        const { remarks, dropped } = judged(review, { remarks: [{ quote, fact: idOf(fact), n, right, sure: 0.9 }] });
        assert.equal(remarks.length, isShown ? 1 : 0, JSON.stringify(dropped));
        if (!isShown) assert.equal(dropped.agrees, 1);
      });

  it('compares the number of an objective with the topic of its sentence', () => {
    const shown = (text: string, quote: string, number: number): boolean =>
      judged(reviewing(text), { remarks: [{ quote, fact: objective(number) }] }).remarks.length === 1;
    assert.ok(shown('Objective 9 of the GCM is on trafficking in persons.', 'Objective 9', 10));
    assert.ok(shown('Under the GCM, remittances are objective 19.', '19', 20));
    assert.ok(!shown('Objective 10 of the GCM is on trafficking in persons.', 'Objective 10', 10));
    // The reader cites the line of another objective, but the sentence is right.
    assert.ok(!shown('Objective 9 of the GCM is on the smuggling of migrants.', 'Objective 9', 10));
    // Two topics are swapped, so neither number is right because the sentence also has its topic.
    const swapped = 'In the GCM, objective 9 is on trafficking in persons and objective 10 on smuggling.';
    assert.ok(shown(swapped, 'objective 9', 10));
    assert.ok(shown(swapped, 'objective 10', 9));
  });

  it('makes a remark on which sources disagree information', () => {
    const [remark] = judged(reviewing('The founding resolution of IOM was adopted on 6 December 1951.'), {
      remarks: [{ quote: '6 December 1951', fact: idOf('iom-founded-date') }],
    }).remarks;
    assert.equal(remark?.severity, 'information');
    assert.match(remark!.message, /^Sources disagree/);
  });

  it('makes a remark without a value to compare information', () => {
    for (const [text, quote, fact, severity] of [
      ['The GCM was signed in Marrakech.', 'signed', 'gcm-adopted', 'information'],
      ['IOM was founded in Geneva in 1951.', 'Geneva', 'iom-founded-place', 'warning'],
    ] as const)
      assert.equal(judged(reviewing(text), [{ quote, fact: idOf(fact) }]).remarks[0]?.severity, severity, text);
  });

  it('takes the message, the reason and the sources from the record, in the language of the passage', () => {
    const [remark] = judged(reviewing('En 2026, l’OIM compte 173 États membres.'), {
      remarks: [{ quote: '173', fact: idOf('iom-members-2025'), right: '175', why: 'PWNED', message: 'PWNED' }],
    }).remarks;
    assert.equal(
      remark?.message,
      '« 173 » ne concorde pas avec les données : En 2025, l’OIM compte 175 États membres.'
        .replace(/ ([»:])/g, '\u00a0$1')
        .replace('« ', '«\u00a0')
        .replace('l’OIM', "l'OIM"),
    );
    assert.ok(remark!.sources.length > 0);
    assert.deepEqual(remark!.by, { reader: 'model', rules: false });
    assert.ok(!JSON.stringify(remark).includes('PWNED'));
  });

  it('offers a fix only with words of the record, and never as preferred', () => {
    const fixed = (text: string, quote: string, fact: string, right: string): string | undefined => {
      const [remark] = judged(reviewing(text), { remarks: [{ quote, fact: idOf(fact), right }] }).remarks;
      assert.ok(remark, text);
      assert.ok(remark.fixes.every(({ preferred, fits }) => !preferred && !fits));
      const [edit] = remark.fixes[0]?.edits ?? [];
      return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
    };
    assert.equal(fixed('IOM has 173 Member States.', '173', 'iom-members-2025', '175'), 'IOM has 175 Member States.');
    assert.equal(fixed('IOM has 173 Member States.', '173', 'iom-members-2025', '176'), undefined);
    assert.equal(fixed('The GCM was signed.', 'signed', 'gcm-adopted', 'adopted'), 'The GCM was adopted.');
    assert.equal(fixed('The GCM was signed.', 'signed', 'gcm-adopted', 'sold to investors'), undefined);
    assert.equal(fixed('The GCM was signed.', 'signed', 'gcm-adopted', '[adopted](http://x.y)'), undefined);
    assert.equal(fixed('The GCM was signed.', 'signed', 'gcm-adopted', 'adopted in 2019'), undefined);
    for (const right of ['was not adopted in Brussels by the', 'organized no resolute organs', 'created, not adopted'])
      assert.equal(
        fixed('The founding text of IOM was signed.', 'signed', 'iom-founded-date', right),
        undefined,
        right,
      );
    // It would add a place.
    assert.equal(
      fixed('The founding text of IOM was signed.', 'signed', 'iom-founded-date', 'adopted in Brussels'),
      undefined,
    );
    assert.equal(fixed('IOM was founded in Geneva.', 'Geneva', 'iom-founded-place', 'Vienna'), undefined);
    assert.equal(
      fixed('IOM was a specialized agency.', 'specialized agency', 'iom-un-status', 'related organization'),
      'IOM was a related organization.',
    );
    assert.equal(
      fixed('IOM is an UN agency in Vienna. It has its seat in Vienna.', 'Vienna', 'iom-seat', 'Geneva'),
      'IOM is an UN agency in Vienna. It has its seat in Geneva.',
    );
    assert.equal(
      fixed('IOM is an agency of 173 Member States.', 'an agency', 'iom-un-status', 'related organization'),
      undefined,
    );
    assert.equal(
      fixed('UNHCR coordinates the UN Network on Migration.', 'UNHCR', 'un-network-coordinator', 'IOM'),
      'IOM coordinates the UN Network on Migration.',
    );
    assert.equal(
      fixed('UNHCR coordinates the UN Network on Migration.', 'UNHCR', 'un-network-coordinator', 'IMO'),
      undefined,
    );
  });

  it('marks the occurrence that is meant, else the first that the record contradicts', () => {
    const text = 'In 2018 IOM had 173 Member States. Today IOM has 173 Member States.';
    const at = (n?: number): number | undefined =>
      judged(reviewing(text), { remarks: [{ quote: '173', fact: idOf('iom-members-2025'), n }] }).remarks[0]?.start;
    assert.equal(at(2), text.lastIndexOf('173'));
    assert.equal(at(), text.lastIndexOf('173'));
    assert.equal(at(1), undefined);
  });

  it('obeys ignore comments, accepted findings and the levels of rules', () => {
    const answer = { remarks: [{ quote: '173', fact: idOf('iom-members-2025') }] };
    const ignored = judged(reviewing('<!-- migration-terms-disable -->\n\nIOM has 173 Member States.'), answer);
    assert.deepEqual([ignored.remarks.length, ignored.dropped.ignored], [0, 1]);
    const accepted = [{ rule: 'fact-mismatch' as const, text: '173', around: undefined }];
    assert.equal(
      judged(reviewing('IOM has 173 Member States.', {}, { ...DEFAULT_OPTIONS, accepted }), answer).dropped.ignored,
      1,
    );
    const rules = { ...DEFAULT_OPTIONS.rules, 'fact-mismatch': 'off' as const };
    assert.equal(
      judged(reviewing('IOM has 173 Member States.', {}, { ...DEFAULT_OPTIONS, rules }), answer).dropped.ignored,
      1,
    );
  });

  it('counts what the reader is not sure of, and shows it only on request', () => {
    const answer = { remarks: [{ quote: '173', fact: idOf('iom-members-2025'), sure: 0.3 }] };
    const review = reviewing('IOM has 173 Member States.');
    assert.deepEqual([judged(review, answer).remarks.length, judged(review, answer).dropped.unsure], [0, 1]);
    assert.equal(judged(review, answer, true).remarks.length, 1);
  });

  it('lets the finding of a rule stay and say that both agree', () => {
    const review = reviewing('IOM has 173 Member States.');
    const { remarks } = judged(review, { remarks: [{ quote: '173', fact: idOf('iom-members-2025') }] });
    const [finding, ...others] = review.merged(remarks);
    assert.deepEqual(others, []);
    assert.equal(finding?.rule, 'outdated-fact');
    assert.deepEqual(finding.by, { reader: 'model', rules: true });
    assert.ok(finding.fixes.length > 0);
  });

  it('keeps a remark where a rule found something else', () => {
    const review = reviewing('IOM has 173 Member States.');
    const { remarks } = judged(review, { remarks: [{ quote: '173', fact: idOf('iom-members-2025') }] });
    const other = remarks.map((remark) => ({
      ...remark,
      concept: 'gcm',
      name: 'gcm-principles',
      end: remark.end + ' Member States'.length,
    }));
    assert.deepEqual(
      review.merged(other).map(({ by }) => by?.rules),
      [undefined, false],
    );
  });

  it('takes time in proportion to the text, however many long quotes occur throughout', () => {
    const sentence = 'IOM was founded in Brussels and has many States as members of the body in Geneva, '.repeat(5);
    assertLinear((count) => {
      const review = reviewing(`${sentence}as it says.\n\n`.repeat(count));
      const remarks = Array.from({ length: 100 }, (_, i) => ({
        quote: sentence.slice(0, 300 + i),
        fact: idOf('iom-seat'),
        right: 'Vienna',
      }));
      return () => review.judgeAll(JSON.stringify({ remarks }), 'model');
    }, 4);
  });

  it('reads only the sentences of the quotes in a long paragraph', () => {
    const sentence = 'In 2019 IOM had 173 Member States, and a list was opened by the staff in Vienna. ';
    assertLinear((count) => {
      const review = reviewing(sentence.repeat(count));
      const remarks = Array.from({ length: count }, (_, i) => ({
        quote: 'Vienna',
        n: i + 1,
        fact: idOf('iom-founded-place'),
      }));
      return () =>
        review.passages.forEach((passage) =>
          assert.ok(review.judge(passage, JSON.stringify(remarks), 'model').remarks.length > 0, passage.text),
        );
    }, 12);
  });
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import { rangesIn } from '../../src/core/termbase/jsonPosition';

const source = { id: 'house', title: 'House style' };
const name = (id: string, terms: object[], more: object = {}) => ({
  id,
  because: { en: 'We say so.' },
  sources: ['house'],
  terms,
  ...more,
});
const concept = (id: string, names: object[], more: object = {}) => ({
  id,
  kind: 'notion',
  definition: { en: 'A thing.' },
  names,
  ...more,
});
const term = (text: string, more: object = {}) => ({ text, lang: 'en', ...more });

/** The problems of the given files, without the built-in ones, as `place: message`. */
function problemsOf(...contents: unknown[]): string[] {
  const files = contents.map((content, i) => ({ file: `${i}.json`, content }));
  return loadTermbase(files).problems.map(({ file, place, message }) => `${file} ${place}: ${message}`);
}

function own(content: unknown) {
  const { termbase, problems } = loadTermbase(BUILTIN_FILES, [{ file: 'own.json', content }]);
  const find = (text: string) =>
    check({ text, languageId: 'plaintext', lang: 'en' }, termbase, DEFAULT_OPTIONS).findings;
  return {
    termbase,
    find,
    problems: problems.filter(({ file }) => file === 'own.json').map(({ place, message }) => `${place}: ${message}`),
  };
}

describe('a termbase file', () => {
  const good = { concepts: [concept('a', [name('a', [term('Alpha Body')])])], sources: [source] };

  it('without faults has no problems', () => assert.deepEqual(problemsOf(good), []));

  it('may name its schema and version', () => assert.deepEqual(problemsOf({ $schema: 'x', version: 1, ...good }), []));

  const faults: [string, unknown, RegExp][] = [
    ['no object', [1], /^0\.json : A termbase file holds one JSON object/],
    ['a list that is none', { facts: {} }, /facts: "facts" must be a list/],
    ['another version', { version: 2 }, /version: This file is of another version of the format than 1/],
    ['an unknown list', { concept: [] }, /There is no list "concept"/],
    ['an entry that is none', { concepts: [7] }, /concepts\/0: This concept must be an object/],
    ['no id', { sources: [{ title: 'x' }] }, /sources\/0: This source needs "id"/],
    ['a wrong id', { sources: [{ id: 'A b', title: 'x' }] }, /has a wrong "id": small letters/],
    [
      'an id twice in a file',
      { sources: [source, source] },
      /sources\/house: The id "house" occurs twice in this file/,
    ],
    [
      'a wrong language',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha', { lang: 'de' })])])] },
      /terms\/0\/lang: .*one of en, fr, es/,
    ],
    [
      'a wrong status',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha', { status: 'old' })])])] },
      /one of preferred, admitted, deprecated/,
    ],
    [
      'an unknown field',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha', { statuss: 'x' })])])] },
      /terms\/0\/statuss: A term has no field "statuss"/,
    ],
    [
      'a wrong date',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha')], { from: '1952-13' })])] },
      /names\/a\/from: .*a date, "1952"/,
    ],
    [
      'open braces',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha {x')])])] },
      /terms\/0: The braces of "Alpha \{x" are not closed/,
    ],
    [
      'too many forms',
      { ...good, concepts: [concept('a', [name('a', [term('x{a|b}'.repeat(30))])])] },
      /denotes 1073741824 forms/,
    ],
    [
      'groups out of step',
      {
        ...good,
        concepts: [concept('a', [name('a', [term('foo{|s}', { status: 'deprecated', instead: ['bar{|s|x}'] })])])],
      },
      /has 3 alternatives, that of "foo\{\|s\}" has 2/,
    ],
    [
      'a form without a word',
      { ...good, concepts: [concept('a', [name('a', [term('***')])])] },
      /has no word in it and can never be found/,
    ],
    [
      'a form that is never found',
      { ...good, concepts: [concept('a', [name('a', [term('A (b) c')])])] },
      /"A \(b\) c" can never be found, because of "\("/,
    ],
    [
      'an exact form that is never found',
      { ...good, concepts: [concept('a', [name('a', [term('(AB)', { form: 'abbreviation' })])])] },
      /in this exact spelling/,
    ],
    [
      'a name without source',
      { concepts: [concept('a', [name('a', [term('Alpha')], { sources: [] })])] },
      /The name "a" has no source/,
    ],
    ['a source that is not there', { concepts: good.concepts }, /names\/a\/sources: There is no source "house"/],
    [
      'a successor that is not there',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha')])], { successor: 'zz' })] },
      /There is no concept "zz"/,
    ],
    [
      'names that overlap',
      {
        ...good,
        concepts: [
          concept('a', [
            name('a1', [term('Alpha')], { from: '1950', to: '1960' }),
            name('a2', [term('Beta')], { from: '1955' }),
          ]),
        ],
      },
      /"a1" \(1950–1960\) and "a2" \(1955–…\) overlap/,
    ],
    [
      'an end before the beginning',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha')], { from: '1960', to: '1950' })])] },
      /ends \(1950\) before it begins \(1960\)/,
    ],
    [
      'nothing to write instead',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha', { status: 'deprecated' })])])] },
      /has no preferred term in "en" to write instead/,
    ],
    [
      'an unsorted list',
      { ...good, concepts: [concept('b', [name('b', [term('Beta')])]), concept('a', [name('a', [term('Alpha')])])] },
      /"a" follows "b"/,
    ],
    [
      'a form of two concepts',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha')])]), concept('b', [name('b', [term('alpha')])])] },
      /"alpha" is also a form of "a"/,
    ],
    [
      'a name id twice',
      { ...good, concepts: [concept('a', [name('a', [term('Alpha')])]), concept('b', [name('a', [term('Beta')])])] },
      /The name id "a" is taken by concept "a"/,
    ],
    [
      'a fact without source',
      {
        facts: [
          {
            id: 'f',
            subject: 'a',
            property: 'p',
            value: 1,
            section: 'un-network',
            statement: { en: 'x' },
            sources: [],
            confidence: 'A',
          },
        ],
      },
      /No fact goes without a source/,
    ],
    [
      'a fact about nothing',
      {
        ...good,
        facts: [
          {
            id: 'f',
            subject: 'zz',
            property: 'p',
            value: 1,
            section: 'un-network',
            statement: { en: 'x' },
            sources: ['house'],
            confidence: 'A',
          },
        ],
      },
      /facts\/f\/subject: There is no concept "zz"/,
    ],
    [
      'an address that is none',
      { sources: [{ id: 's', title: 't', URL: 'javascript:alert(1)' }] },
      /an address that begins with https/,
    ],
    [
      'another meaning of nothing',
      { ...good, otherMeanings: [{ id: 'o', abbreviation: 'ZZZ', meaning: 'x', anchors: ['y'] }] },
      /There is no term "ZZZ"/,
    ],
  ];
  for (const [what, content, expected] of faults) {
    it(`with a fault is reported: ${what}`, () => {
      const problems = problemsOf(content);
      assert.ok(
        problems.some((problem) => expected.test(problem)),
        problems.join('\n') || 'no problem at all',
      );
    });
  }

  it('is reported for an id that another file of the layer contains', () => {
    assert.deepEqual(problemsOf(good, { sources: [source] }), [
      '1.json sources/house: The id "house" occurs twice; it is in 0.json as well. Remove one of the two or give it another id.',
    ]);
  });

  it('keeps valid entries next to invalid ones', () => {
    const { termbase } = loadTermbase([
      {
        file: 'x',
        content: {
          concepts: [concept('a', [name('a', [term('Alpha'), { text: 5 }, term('x{')]), { id: 'bad' }]), 7],
          sources: [source],
        },
      },
    ]);
    assert.deepEqual(
      termbase.terms.map(({ text }) => text),
      ['Alpha'],
    );
  });

  it('may use an ambiguous abbreviation for different concepts, and the same name for a body and its successor', () => {
    const terms = [term('AB', { form: 'abbreviation', ambiguous: true })];
    assert.deepEqual(
      problemsOf({ concepts: [concept('a', [name('a', terms)]), concept('b', [name('b', terms)])], sources: [source] }),
      [],
    );
    assert.deepEqual(
      problemsOf({
        concepts: [
          concept('a', [name('a', [term('Alpha')])], { successor: 'b' }),
          concept('b', [name('b', [term('Alpha')])]),
        ],
        sources: [source],
      }),
      [],
    );
  });
});

describe('a writer’s own termbase', () => {
  it('adds concepts', () => {
    const { find, problems } = own({
      concepts: [
        concept('refugee-olympic-team', [
          name('refugee-olympic-team', [
            term('Refugee Olympic Team'),
            term('Olympic Refugee Squad', { status: 'deprecated' }),
          ]),
        ]),
      ],
      sources: [source],
    });
    assert.deepEqual(problems, []);
    assert.equal(find('The Olympic Refugee Squad won.')[0]!.fixes[0]!.edits[0]!.newText, 'Refugee Olympic Team');
  });

  it('replaces a built-in concept, fact or source with the same id', () => {
    const { termbase, find } = own({
      concepts: [concept('iom', [name('iom', [term('Our Organization')])])],
      sources: [source],
    });
    assert.equal(termbase.names.has('icem'), false);
    assert.deepEqual(find('ICEM assists migrants in forty countries.'), []);
  });

  it('retires concepts with their facts, names, and single facts', () => {
    const { termbase, problems } = own({ retire: ['gmg', 'icem', 'iom-seat'] });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [
        termbase.concepts.has('gmg'),
        termbase.names.has('icem'),
        termbase.names.has('iom'),
        termbase.facts.has('iom-seat'),
      ],
      [false, false, true, false],
    );
    assert.deepEqual(
      [...termbase.facts.values()].filter(({ subject }) => subject === 'gmg'),
      [],
    );
  });

  it('is reported for an unknown id to retire', () => {
    assert.match(own({ retire: ['nonsense'] }).problems[0]!, /no concept, name or fact "nonsense"/);
  });

  it('sets a preferred form', () => {
    const text = 'States adopted the Global Compact on Migration.';
    const wish = { name: 'gcm', lang: 'en', form: 'short', text: 'Marrakech Compact on Migration' };
    assert.equal(own({ prefer: [wish] }).find(text)[0]!.fixes[0]!.edits[0]!.newText, 'Marrakech Compact on Migration');
    assert.deepEqual(own({ prefer: [wish] }).find('States adopted the Global Compact for Migration.'), []);
  });

  it('reports the other forms on request', () => {
    const { find, problems } = own({
      prefer: [{ name: 'gcm', lang: 'en', form: 'short', text: 'Global Compact for Migration', others: 'information' }],
    });
    assert.deepEqual(problems, []);
    const [finding, ...more] = find(
      'States adopted the Marrakech Compact on Migration, the Global Compact for Migration.',
    ).filter(({ rule }) => rule === 'deprecated-name');
    assert.deepEqual(
      [finding!.severity, finding!.text, finding!.fixes[0]!.edits[0]!.newText, more.length],
      ['information', 'Marrakech Compact on Migration', 'Global Compact for Migration', 0],
    );
  });

  it('is reported for preferences that cannot be applied', () => {
    const wish = { name: 'gcm', lang: 'en', form: 'short', text: 'Global Compact for Migration' };
    assert.match(own({ prefer: [{ ...wish, name: 'nope' }] }).problems[0]!, /prefer\/0\/name: There is no name "nope"/);
    assert.match(
      own({ prefer: [wish, wish] }).problems[0]!,
      /prefer\/1: "Global Compact for Migration" is preferred already/,
    );
  });

  it('takes precedence over the built-in one if both claim a form, and reports it', () => {
    const { find, problems } = own({
      concepts: [
        concept('x', [
          name('x', [term('ICEM', { form: 'abbreviation', status: 'deprecated', instead: ['the Committee'] })]),
        ]),
      ],
      sources: [source],
    });
    assert.match(problems[0]!, /"ICEM" is also a form of "icem", another concept; yours is used/);
    assert.equal(find('In 1965 ICEM chartered ten ships for migrants.')[0]!.name, 'x');
  });
});

describe('the place of a problem', () => {
  const text =
    '{ "concepts": [ { "id": "a,]\\"}", "names": [] },\n  { "names": [ { "id": "n", "terms": [ { "lang": "en", "text": "T" }, 5 ] } ], "id": "b" } ] }';
  const shown = (place: string): string => {
    const { start, end } = rangesIn(text)(place);
    return text.slice(start, end);
  };

  it('is found by keys, ids and positions', () => {
    assert.equal(shown('concepts/b'), '"b"');
    assert.equal(shown('concepts/1/names'), '"names"');
    assert.equal(shown('concepts/b/names/n/terms/0'), '"T"');
    assert.equal(shown('concepts/b/names/n/terms/0/lang'), '"lang"');
    assert.equal(shown('concepts/b/names/n/terms/1'), '5');
  });

  it('is as near as possible if it does not exist', () => {
    assert.equal(shown(''), '{');
    assert.equal(shown('concepts/b/names/zz'), '"names"');
    assert.equal(shown('concepts/b/successor'), '"b"');
  });

  it('is found in an incomplete file, and in an empty one', () => {
    for (let i = 0; i <= text.length; i++) {
      const { start, end } = rangesIn(text.slice(0, i))('concepts/b/names/n/terms/0/lang');
      assert.ok(0 <= start && start <= end && end <= i);
    }
  });
});

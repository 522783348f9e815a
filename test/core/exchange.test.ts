import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guarded, readCsv, unguarded, writeCsv } from '../../src/core/exchange/csv';
import { CSV_DETAILS, CSV_HEADER, csvOfTermbase } from '../../src/core/exchange/csvLines';
import { termbaseOfCsv } from '../../src/core/exchange/csvTermbase';
import { entriesOf, termbaseOfEntries, withoutKnown } from '../../src/core/exchange/entries';
import { fileOfTermbase, jsonOfFile } from '../../src/core/exchange/json';
import { Ids, looksLikeAbbreviation, parseSourceLabel, sourceLabel } from '../../src/core/exchange/naming';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

const rowsOf = (text: string): readonly (readonly string[])[] => {
  const table = readCsv(text);
  assert.equal(table.kind, 'rows');
  return table.kind === 'rows' ? table.rows.map(({ fields }) => fields) : [];
};
const load = (content: unknown) => loadTermbase([{ file: 'x.json', content }]);

describe('comma-separated values', () => {
  it('are read with quotation marks, line breaks and any line ends', () => {
    assert.deepEqual(rowsOf('a,"b ""c"", d"\r\n"two\nlines",\n\n\rlast'), [
      ['a', 'b "c", d'],
      ['two\nlines', ''],
      ['last'],
    ]);
  });

  it('may be separated by semicolons or tabs', () => {
    assert.deepEqual(rowsOf('term;lang\na,b;en'), [
      ['term', 'lang'],
      ['a,b', 'en'],
    ]);
    assert.deepEqual(rowsOf('term\tlang\na;b\ten'), [
      ['term', 'lang'],
      ['a;b', 'en'],
    ]);
  });

  it('keep the line of each row', () => {
    const table = readCsv('a\n"b\nc"\nd');
    assert.deepEqual(table.kind === 'rows' && table.rows.map(({ line }) => line), [1, 2, 4]);
  });

  it('report a quotation mark that is never closed', () => {
    assert.deepEqual(readCsv('a,b\nc,"d\ne'), { kind: 'unclosed', line: 2 });
  });

  it('are unchanged after writing and reading', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        // The first row determines the separator, and a table of ours begins with its header.
        assert.deepEqual(rowsOf(writeCsv([['term', 'lang'], ...rows])), [['term', 'lang'], ...rows]);
      }),
    );
  });
});

describe('a list of terms', () => {
  const CSV = [
    'term,use instead,note,source,lang,level',
    '"illegal arrival{|s}",irregular arrival{|s},People are not illegal.,UN Style <https://example.org/style>,en,warning',
    'arrivée clandestine,arrivée irrégulière,,,fr,',
    'RC51,1951 Convention | Refugee Convention,,Handbook,en,',
    '"Convention, the",,"Our ""own"" name for it.",,en,',
    '',
  ].join('\r\n');
  const sorted = (text: string): string[] => text.split('\r\n').sort();
  const withoutDetails = (csv: string): string => writeCsv(rowsOf(csv).map((row) => row.slice(0, CSV_HEADER.length)));

  it('becomes a termbase without problems, and the same list again', () => {
    const { file, terms, problems } = termbaseOfCsv(CSV);
    assert.deepEqual([terms, problems], [4, []]);
    const { termbase, problems: stated } = load(file);
    assert.deepEqual(
      stated.map(({ message }) => message),
      [],
    );
    assert.deepEqual(
      sorted(withoutDetails(csvOfTermbase(termbase)).replace('"illegal arrival{|s}"', 'illegal arrival{|s}')),
      sorted(CSV.replace('"illegal arrival{|s}"', 'illegal arrival{|s}')),
    );
  });

  it('reports the lines that cannot be used, and uses the others', () => {
    const { terms, problems } = termbaseOfCsv(
      'term,use instead,lang,colour\nok,fine,en,red\n,x,en\nA (b) c,x,en\ntruc,machin,it\nok,other,en',
    );
    assert.equal(terms, 1);
    assert.deepEqual(
      problems.map((problem) => problem.split(/[:.]/)[0]),
      ['The column "colour" is not used', 'Line 3', 'Line 4', 'Line 5', 'Line 6'],
    );
  });

  it('keeps a reason in the language of its term', () => {
    const { file } = termbaseOfCsv(
      'term,use instead,note,source,lang\narrivée clandestine,arrivée irrégulière,On ne dit pas clandestin.,,fr\nillegal,irregular,People are not illegal.,,en\ncafé,,Boisson.,,fr',
    );
    const because = (id: string): unknown => file!.concepts!.find((concept) => concept.id === id)!.names[0]!.because;
    assert.deepEqual(because('own-arrivee-irreguliere'), { en: 'House style.', fr: 'On ne dit pas clandestin.' });
    assert.deepEqual(because('own-irregular'), { en: 'People are not illegal.' });
    assert.deepEqual(file!.concepts!.find(({ id }) => id === 'own-cafe')!.names[0]!.terms[0]!.note, {
      en: 'House style.',
      fr: 'Boisson.',
    });
    const both = termbaseOfCsv('term,use instead,note,lang\nun,uno,N.,en\nun,uno,N.,fr').file!.concepts![0]!.names[0]!
      .because;
    assert.deepEqual(both, { en: 'N.', fr: 'N.' });
    assert.deepEqual(
      load(file).problems.map(({ message }) => message),
      [],
    );
    const entry = {
      id: 'x',
      definitions: {},
      terms: [
        { text: 'faux', lang: 'fr', status: 'deprecated', note: 'Une note.' },
        { text: 'vrai', lang: 'fr', status: 'preferred' },
      ],
    } as const;
    assert.deepEqual(termbaseOfEntries([entry]).concepts![0]!.names[0]!.because, {
      en: 'House style.',
      fr: 'Une note.',
    });
  });

  it('makes one concept of a correct term and the forms that it replaces, in whichever order', () => {
    const lines = [
      'Desk of the Region,Regional Desk | Desk,We renamed it.,,en',
      'Regional Desk,,,Style sheet <https://example.org/s>,en',
      'Bureau de la région,Bureau régional,,,fr',
      'Bureau régional,,,,fr',
      'Bureau,,,,fr',
    ];
    for (const each of [lines, lines.toReversed()]) {
      const { file, terms, problems } = termbaseOfCsv(['term,use instead,note,source,lang', ...each].join('\n'));
      assert.deepEqual([terms, problems], [5, []]);
      assert.deepEqual(
        file!.concepts!.map(({ id, names }) => [id, ...names.map((name) => name.terms.map(({ text }) => text))]),
        [
          ['own-bureau', ['Bureau']],
          ['own-bureau-regional', ['Bureau régional', 'Bureau de la région']],
          ['own-regional-desk-desk', ['Regional Desk', 'Desk of the Region']],
        ],
      );
      const [name] = file!.concepts![2]!.names;
      assert.deepEqual(name!.because, { en: 'We renamed it.' });
      assert.deepEqual([name!.sources, name!.terms[0]!.sources], [['house-style'], [file!.sources![1]!.id]]);
      assert.deepEqual(load(file).problems, []);
      assert.deepEqual(termbaseOfCsv(csvOfTermbase(load(file).termbase)).file, file);
    }
  });

  it('omits terms that are built in, and keeps those that differ', () => {
    const builtin = builtinTermbase();
    assert.deepEqual(termbaseOfCsv(csvOfTermbase(builtin), builtin), {
      file: { concepts: [], sources: [] },
      terms: 0,
      known: rowsOf(csvOfTermbase(builtin)).length - 1,
      problems: [],
    });
    const { known, file } = termbaseOfCsv(
      'term,use instead,note\nIOM,,\nICEM,IOM,\nICEM,the Committee,\nICM,IOM,Our own reason.\nboat people,people rescued at sea,',
      builtin,
      'en',
    );
    assert.equal(known, 2);
    assert.deepEqual(file!.concepts!.flatMap(({ names }) => names[0]!.terms.map(({ text }) => text)).sort(), [
      'ICEM',
      'ICM',
      'boat people',
    ]);
    const entries = entriesOf(builtin);
    const [first, second] = entries;
    const other = {
      ...second!,
      terms: [...second!.terms, { text: 'another word', lang: 'en', status: 'admitted' } as const],
    };
    assert.deepEqual(
      withoutKnown([first!, other, { ...first!, id: 'x-own' }], builtin).map(({ id }) => id),
      [second!.id, 'x-own'],
    );
    assert.deepEqual(withoutKnown(entries, builtin), []);
  });

  it('needs a header, and has a maximum length', () => {
    assert.match(termbaseOfCsv('foo,bar\n1,2').problems[0]!, /The first line must name the columns/);
    assert.match(termbaseOfCsv('').problems[0]!, /The first line must name the columns/);
    assert.match(
      termbaseOfCsv(`term\n${'x y\n'.repeat(20_001)}`, undefined, 'en').problems[0]!,
      /There are 20001 terms/,
    );
  });

  it('with any contents becomes a termbase that can be loaded', () => {
    const cell = fc.oneof(
      fc.constantFrom('__proto__', '$&', '{a|b}', '{', 'x y', '\ud800', '(', ' | ', 'https://a.b', 'constructor'),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, fc.constantFrom('en', 'fr', 'es', ''))), (rows) => {
        const { file } = termbaseOfCsv(writeCsv([['term', 'use instead', 'note', 'source', 'lang'], ...rows]));
        const { problems } = load(JSON.parse(JSON.stringify(file ?? {})));
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error'),
          [],
        );
      }),
    );
  });
});

describe('a table for spreadsheets', () => {
  const FORMULAS = ['=cmd|x', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '\uff1d1', "'=1", "''@x"];

  it('contains no formula, and restores each field on reading', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...FORMULAS), fc.string({ unit: 'binary' })), fc.string(), (start, rest) => {
        assert.doesNotMatch(guarded(start + rest), /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
        assert.equal(unguarded(guarded(start + rest)), start + rest);
      }),
    );
    assert.deepEqual(['IOM', "'t Hooft", "l'OIM"].map(guarded), ['IOM', "'t Hooft", "l'OIM"]);
  });

  it('results from exporting an untrusted termbase, and can be imported again', () => {
    const { file } = termbaseOfCsv(
      writeCsv([
        ['term', 'use instead', 'note', 'source', 'lang'],
        ['house words', '=HYPERLINK(1)', '@note', '-source', 'en'],
      ]),
    );
    const { termbase } = load(file);
    const csv = csvOfTermbase(termbase);
    assert.deepEqual(rowsOf(csv).slice(1), [
      [
        'house words',
        "'=HYPERLINK(1)",
        "'@note",
        "'-source",
        'en',
        '',
        'own-hyperlink-1',
        'deprecated',
        'full',
        '',
        '',
        '',
      ],
    ]);
    assert.deepEqual(termbaseOfCsv(csv).file, file);
  });
});

describe('the details in a table of names', () => {
  const [header, ...rows] = rowsOf(csvOfTermbase(builtinTermbase()));
  const detailsOf = (term: string): unknown => {
    const row = rows.find(([first]) => first === term)!;
    return Object.fromEntries(CSV_DETAILS.map((column) => [column, row[header!.indexOf(column)]]));
  };

  it('tell a former name from a wrong form', () => {
    assert.deepEqual(detailsOf('ICEM'), {
      concept: 'iom',
      status: 'superseded',
      form: 'abbreviation',
      from: '1952-10',
      to: '1980',
      wordings: '',
    });
  });

  it('list the wordings for which braces stand', () => {
    const { status, wordings } = detailsOf('International Office {of|for} Migrations') as Record<string, string>;
    assert.deepEqual(
      [status, wordings],
      ['deprecated', 'International Office of Migrations | International Office for Migrations'],
    );
  });
});

describe('the built-in termbase', () => {
  it('is unchanged after export to JSON and import', () => {
    const file = JSON.parse(jsonOfFile(fileOfTermbase(builtinTermbase())));
    const { termbase } = load(file);
    assert.deepEqual(JSON.parse(jsonOfFile(fileOfTermbase(termbase))), file);
  });

  it('has the same terms and replacements after export to CSV and import', () => {
    const csv = csvOfTermbase(builtinTermbase());
    const { file } = termbaseOfCsv(csv);
    const pairs = (text: string): string[] =>
      [
        ...new Set(
          rowsOf(text)
            .slice(1)
            .map(([term, instead, , , lang]) => `${lang} ${term} → ${instead}`),
        ),
      ].sort();
    const again = new Set(pairs(csvOfTermbase(load(file).termbase)));
    // A list has one line per term, so of two terms with the same text the first counts.
    const first = new Map(
      rowsOf(csv)
        .slice(1)
        .map(([term, instead, , , lang]) => [`${lang} ${term}`, `${lang} ${term} → ${instead}`] as const)
        .reverse(),
    );
    const usable = [...first.values()].filter((line) => !/\(/.test(line.split(' → ')[0]!));
    assert.deepEqual(
      usable.filter((line) => !again.has(line)),
      [],
    );
  });
});

describe('naming', () => {
  it('creates each id once', () => {
    const ids = new Ids();
    assert.deepEqual(
      ['Pacte mondial', 'pacte: MONDIAL', 'pacte mondial 2', '漢', '漢'].map((text) => ids.take(text)),
      ['pacte-mondial', 'pacte-mondial-2', 'pacte-mondial-2-2', 'term', 'term-2'],
    );
  });

  it('recognizes abbreviations', () => {
    assert.deepEqual(['IOM', 'U.N.', 'CIM-2', 'IOMs'].map(looksLikeAbbreviation), [true, true, true, true]);
    assert.deepEqual(['Iom', 'I', '2018', 'GLOBAL COMPACT'].map(looksLikeAbbreviation), [false, false, false, false]);
  });

  it('writes a source as one line and reads it back', () => {
    for (const source of [
      { id: 's', title: 'A, b' },
      { id: 's', title: 'A', URL: 'https://a.b/c?d=e' },
    ])
      assert.deepEqual(parseSourceLabel(sourceLabel(source), 's'), source);
    assert.deepEqual(parseSourceLabel('https://a.b/', 's'), { id: 's', title: 'https://a.b/', URL: 'https://a.b/' });
  });
});

import assert from 'node:assert/strict';
import { termbaseOfEntries, entriesOf, type Entry } from '../../src/core/exchange/entries';
import { loadTermbase } from '../../src/core/termbase/load';
import { checkTbx } from '../support/checkTbx';
import { readTbx } from '../../src/cli/tbx/readTbx';
import { writeTbx } from '../../src/cli/tbx/writeTbx';
import { folder } from './run';

const NEW = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="https://example.org/x.rng" type="application/xml"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><descrip type="subjectField">law</descrip>
 <langSec xml:lang="en-GB"><descripGrp><descrip type="definition">A paper &amp; a stamp.</descrip><admin type="source">Handbook</admin></descripGrp>
  <termSec><term>travel   document</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
  <termSec><term>laissez-passer</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote><termNote type="termType">shortForm</termNote></termSec>
  <termSec><term>Nansen passport</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>Named after Nansen.</note></termSec>
  <termSec><term>fake passport</term><termNoteGrp><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termNoteGrp></termSec>
 </langSec>
 <langSec xml:lang="fr"><termSec><term>document de voyage</term><termNote type="grammaticalGender">masculine</termNote></termSec></langSec>
 <langSec xml:lang="de"><termSec><term>Reisedokument</term></termSec></langSec>
</conceptEntry></body></text></tbx>`;
const OLD = `<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="t_1">
 <langSet xml:lang="en"><descrip type="definition">D.</descrip>
  <tig><term>one</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <ntig><termGrp><term>wrong one</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
 </langSet></termEntry></body></text></martif>`;

const shape = (entries: readonly Entry[]) =>
  entries.map(({ definitions, terms }) => ({
    definitions,
    terms: terms.map(({ text, lang, status }) => `${lang} ${status} ${text}`).sort(),
  }));

describe('TBX', () => {
  it('is read in the form of ISO 30042:2019', () => {
    const { entries, problems } = readTbx(NEW);
    assert.deepEqual(problems, ['1 language sections in "de" are skipped; this termbase has en, fr, es.']);
    assert.deepEqual(shape(entries!), [
      {
        definitions: { en: 'A paper & a stamp.' },
        terms: [
          'en admitted laissez-passer',
          'en deprecated fake passport',
          'en preferred travel document',
          'en superseded Nansen passport',
          'fr preferred document de voyage',
        ],
      },
    ]);
  });

  it('is read in the form of the earlier edition, with tig and ntig', () => {
    assert.deepEqual(shape(readTbx(OLD).entries!), [
      { definitions: { en: 'D.' }, terms: ['en deprecated wrong one', 'en preferred one'] },
    ]);
  });

  it('is read with categories as elements', () => {
    const dct =
      '<tbx style="dct"><text><body><conceptEntry><min:subjectField>x</min:subjectField><langSec xml:lang="es"><termSec><term>uno</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>';
    assert.deepEqual(shape(readTbx(dct).entries!), [{ definitions: {}, terms: ['es admitted uno'] }]);
  });

  for (const [what, text] of [
    ['new', NEW],
    ['old', OLD],
  ] as const) {
    it(`keeps terms, languages, statuses and definitions from the ${what} form to JSON and back`, () => {
      const { entries } = readTbx(text);
      const { termbase, problems } = loadTermbase([
        { file: 'x', content: JSON.parse(JSON.stringify(termbaseOfEntries(entries!))) },
      ]);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
      );
      const written = writeTbx(entriesOf(termbase), 'Test');
      assert.deepEqual(checkTbx(written), []);
      const again = readTbx(written);
      assert.deepEqual(shape(again.entries!), shape(entries!));
      assert.deepEqual(
        writeTbx(entriesOf(loadTermbase([{ file: 'x', content: termbaseOfEntries(again.entries!) }]).termbase), 'Test'),
        written,
      );
    });
  }

  it('keeps a superseded term without a date as a former name without one', () => {
    const { termbase } = loadTermbase([{ file: 'x', content: termbaseOfEntries(readTbx(NEW).entries!) }]);
    assert.deepEqual(
      [...termbase.names.values()].map(({ name: { id, to } }) => [id, to]),
      [
        ['c1-former', undefined],
        ['c1', undefined],
      ],
    );
  });

  it('reports a former name without a date where a text speaks of the present, and never with a date', async () => {
    const at = folder({
      'x.tbx': NEW,
      'a.md': 'The office issues the Nansen passport.\n',
      'b.md': 'In 1922 the office issued the Nansen passport.\n',
      'c.md': '---\ndate: 2026-11-02\n---\n\nThe office issues the Nansen passport.\n',
    });
    await at.run('import', 'x.tbx', '-o', 'house.migration-terms.json');
    for (const name of ['a.md', 'c.md'])
      assert.match(
        (await at.run('check', name)).out,
        /“Nansen passport” is a former name\. Today it is “travel document”/,
      );
    assert.match((await at.run('check', 'b.md')).out, /^No findings/);
    at.remove();
  });

  const refused: [string, string, RegExp][] = [
    ['an entity bomb', '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><tbx>&b;</tbx>', /declares entities/],
    [
      'an entity from a file',
      '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>',
      /declares entities/,
    ],
    ['an undeclared entity', '<tbx>&x;</tbx>', /undefined entity/],
    ['half a document', NEW.slice(0, 500), /^Line 6: unclosed/i],
    ['another document', '<html></html>', /outermost element is <html>/],
    ['no XML', 'term,lang', /^Line 1: /],
    ['nothing', '', /^Line 1: /],
    ['endless nesting', '<tbx>'.repeat(1000), /more than 100 deep/],
    ['a document without terms', '<tbx><text><body></body></text></tbx>', /There is no term/],
  ];
  for (const [what, text, expected] of refused) {
    it(`refuses ${what}`, () => {
      const { entries, problems } = readTbx(text);
      assert.equal(entries, undefined);
      assert.match(problems.join('\n'), expected);
    });
  }

  it('does not read the file that a DOCTYPE references', () => {
    assert.equal(readTbx(`<!DOCTYPE martif SYSTEM "file:///etc/passwd">${OLD}`).entries?.length, 1);
  });

  it('is written so that any text is escaped', () => {
    const terms = ['<&>"\'', ']]>', '\ud800 x', '\u0000\u0007', '&lt;'].map((text) => ({
      text: `t ${text}`,
      lang: 'en' as const,
      status: 'preferred' as const,
      note: text,
      sources: [text],
    }));
    const written = writeTbx([{ id: '9-lives', definitions: { en: ']]><' }, terms }], '<&>');
    assert.deepEqual(checkTbx(written), []);
    assert.equal(readTbx(written).entries?.[0]!.terms[0]!.text, 't <&>"\'');
  });

  it('is distinguished from invalid TBX-Basic', () => {
    const written = writeTbx(readTbx(OLD).entries!, 'x');
    const broken: [string | RegExp, string, RegExp][] = [
      ['style="dca"', '', /needs style="dca"/],
      [/<tbxHeader>[^]*<\/tbxHeader>/, '', /needs <tbxHeader> before <text>/],
      [/ xml:lang="en">\n +<descrip/, '>\n<descrip', /<langSec> needs a language/],
      ['preferredTerm-admn-sts', 'preferred', /may not be "preferred"/],
      ['<term>one</term>', '', /needs <term> before <termNote>/],
      ['type="definition"', 'type="colour"', /no data category "colour"/],
      [/<descrip .*<\/descrip>/, '<descrip type="context">x</descrip>', /"context" is not allowed in <langSec>/],
      ['<term>one</term>', '<term>one</term><term>two</term>', /may not contain <term> here/],
      ['<body>', '<body>text', /not text/],
      ['id="t-1"', 'id="1"', /id that XML does not allow/],
    ];
    for (const [from, to, expected] of broken) {
      assert.notEqual(written.replace(from, to), written, String(from));
      assert.match(checkTbx(written.replace(from, to)).join('\n'), expected, String(from));
    }
  });
});

describe('import', () => {
  const CSV = 'term;use instead;note;source;lang\r\nboat people;people rescued at sea;Say who they are.;;en\r\n';

  it('makes a termbase that the next check uses', async () => {
    const at = folder({ 'terms.csv': Buffer.from(`\uFEFF${CSV}`), 'a.md': 'Boat people arrived.\n' });
    const { code, out, err } = await at.run('import', 'terms.csv', '-o', 'house.migration-terms.json');
    assert.deepEqual([code, out, err], [0, '', '1 term written to house.migration-terms.json.\n']);
    assert.match(
      (await at.run('check', '.')).out,
      /Avoid “Boat people”. Better: “people rescued at sea”|Avoid “boat people”. Better: “people rescued at sea”/,
    );
    assert.match((await at.run('check', 'a.md')).out, /Say who they are\./);
    assert.match((await at.run('import', 'terms.csv', '-o', 'house.migration-terms.json')).err, /is not overwritten/);
    at.remove();
  });

  it('prints it if no file is named', async () => {
    const at = folder({ 'x.tbx': OLD });
    const { code, out } = await at.run('import', 'x.tbx');
    assert.deepEqual([code, JSON.parse(out).concepts.length], [0, 1]);
    at.remove();
  });

  it('skips built-in terms of an export, and says so on one line', async () => {
    for (const format of ['csv', 'tbx']) {
      const at = folder();
      await at.run('export', '--to', format, '-o', `all.${format}`);
      const whole = await at.run('import', `all.${format}`);
      assert.deepEqual([whole.code, whole.out], [2, '']);
      assert.match(
        whole.err,
        new RegExp(
          `^all\\.${format}: note: \\d+ terms are already built in, with the same content, and skipped\\.\\nall\\.${format}: There is nothing else in it to import\\.\\n$`,
        ),
      );
      at.remove();
    }
    const at = folder();
    await at.run('export', '--to', 'csv', '-o', 'all.csv');
    const more = folder({ 'more.csv': `${at.bytes('all.csv').toString()}boat people,people rescued at sea,,,en\r\n` });
    const { code, err } = await more.run('import', 'more.csv', '-o', 'house.migration-terms.json');
    assert.deepEqual([code, err.split('\n').length], [0, 3]);
    assert.match(err, /\n1 term written to house\.migration-terms\.json\.\n$/);
    assert.equal((await more.run('lookup', 'boat', 'people')).err, '');
    at.remove();
    more.remove();
  });

  it('refuses what it cannot read, with the reason', async () => {
    const at = folder({ 'x.docx': '', 'empty.csv': 'term,lang\n', 'open.csv': 'term\n"', 'x.tbx': '<tbx>' });
    assert.match((await at.run('import', 'x.docx')).err, /Only \.csv and \.tbx/);
    assert.match((await at.run('import', 'empty.csv')).err, /There is no term in it/);
    assert.match((await at.run('import', 'open.csv')).err, /Line 2: a quotation mark is opened/);
    assert.match((await at.run('import', 'x.tbx')).err, /Line 1: /);
    for (const argv of [['import', 'none.csv'], ['import'], ['import', 'a', 'b']])
      assert.equal((await at.run(...argv)).code, 2);
    at.remove();
  });

  it('rejects ten megabytes as too large', async () => {
    const at = folder({ 'big.csv': `term,use instead\n${'some wrong words here,better words\n'.repeat(300_000)}` });
    const { code, err } = await at.run('import', 'big.csv');
    assert.deepEqual([code, /There are 300000 terms/.test(err)], [2, true]);
    at.remove();
  });
});

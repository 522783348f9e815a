import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { COMMANDS } from '../../src/cli/arguments';
import { folder } from './run';

const at = folder();
after(() => at.remove());

describe('lookup', () => {
  it('prints the status and the names before and after', async () => {
    const { code, out } = await at.run('lookup', 'icem');
    assert.equal(code, 0);
    assert.match(out, /"ICEM": superseded/);
    assert.match(out, /PICMME \(1951–1952\) → ICEM \(1952–1980\) → ICM \(1980–1989\) → IOM \(since 1989\)/);
    assert.match(out, /^ {2}Also in Wikidata: http:\/\/www\.wikidata\.org\/entity\/Q472311$/m);
    assert.match(out, /fr {2}Comité intergouvernemental pour les migrations européennes/);
  });

  it('says what to write instead of a wrong form', async () => {
    assert.match(
      (await at.run('lookup', 'International', 'Organization', 'of', 'Migration')).out,
      /deprecated, write International Organization for Migration/,
    );
  });

  it('answers in JSON', async () => {
    const { matches } = JSON.parse((await at.run('lookup', '--format', 'json', 'ICEM')).out);
    assert.equal(matches[0].concept.id, 'iom');
    assert.deepEqual(
      matches[0].names.map(({ id }: { id: string }) => id),
      ['picmme', 'icem', 'icm', 'iom'],
    );
    assert.ok(matches[0].facts.length > 0);
  });

  it('tolerates misspellings in a name', async () => {
    const { code, out, err } = await at.run('lookup', 'Global Compakt for Migratoin');
    assert.equal(code, 0);
    assert.match(out, /Global Compact for Migration/);
    assert.match(err, /^Nothing has the word "compakt"; searched for "compact"\./);
  });

  it('answers a question with facts', async () => {
    assert.match((await at.run('lookup', 'who leads IOM')).out, /^ {2}Amy E\. Pope/);
    assert.match(
      (await at.run('lookup', '--lang', 'fr', "qui dirige l'OIM")).out,
      /^ {2}Amy E\. Pope est Directrice générale/,
    );
    const { facts } = JSON.parse((await at.run('lookup', '--format', 'json', 'budget 2025')).out);
    assert.equal(facts[0].property, 'budget');
  });

  it('prints facts with source and date', async () => {
    const { code, out } = await at.run('lookup', 'iom', 'member', 'states');
    assert.equal(code, 0);
    assert.match(out, /175/);
    assert.match(out, /^ {4}as of \w+ \d{4}/m);
    assert.match(out, /\n {4}Sources: \S/);
  });

  it('prints all facts without a query, by section', async () => {
    const { code, out } = await at.run('lookup');
    assert.equal(code, 0);
    assert.match(out, /^Structure, membership and leadership\n\n {2}\S/m);
    const { facts, version: format } = JSON.parse((await at.run('lookup', '--format', 'json')).out);
    assert.equal(format, 1);
    assert.ok(facts.length > 100);
    for (const fact of facts) {
      assert.ok(out.includes(`  ${fact.statement.en}\n`), fact.id);
      for (const key of ['id', 'subject', 'property', 'value', 'section', 'statement', 'sources', 'confidence'])
        assert.ok(key in fact, `${fact.id}: ${key}`);
      for (const source of fact.sources)
        assert.ok(source.title && source.title !== source.id, `${fact.id}: ${source.id}`);
    }
  });

  it('searches regardless of case and accents', async () => {
    assert.match((await at.run('lookup', 'what did ANTONIO vitorino do')).out, /António Vitorino/);
  });

  it('prints what surrounds the results in their language', async () => {
    const french = await at.run('lookup', '--lang', 'fr', 'nothing of the kind');
    assert.equal(french.err, 'Rien n’a été trouvé pour «\u00a0nothing of the kind\u00a0».\n');
  });

  it('tolerates misspellings in a question', async () => {
    const { code, out, err } = await at.run('lookup', 'memebr staets of iom');
    assert.equal(code, 0);
    assert.match(out, /\d{3} Member States/);
    assert.equal(
      err,
      'Nothing has the word "memebr"; searched for "member".\nNothing has the word "staets"; searched for "states".\n',
    );
  });

  it('shows the first results, and with --all the others and the older values', async () => {
    const question = ['lookup', 'member', 'states'];
    const first = (await at.run(...question)).out;
    assert.match(first, /^ {4}\d+ other values: December 1951 to (?:\w+ )?\d{4}/m);
    assert.match(first, /^ {2}\d+ more with --all$/m);
    const all = (await at.run(...question, '--all')).out;
    assert.doesNotMatch(all, /other values|--all/);
    const years = [...all.matchAll(/^ {2}.*\b(\d+) Member States\.\n {4}as of (?:\w+ )?(\d{4})/gm)].map((row) =>
      Number(row[2]),
    );
    assert.ok(years.length > 5);
    assert.deepEqual(
      years,
      [...years].sort((a, b) => b - a),
    );
    const { facts } = JSON.parse((await at.run(...question, '--format', 'json')).out);
    assert.equal(all.match(/^ {4}Sources: /gm)?.length, facts.length);
  });

  it('shows the first facts on a name, and with --all the others', async () => {
    const first = (await at.run('lookup', 'IOM')).out;
    const more = Number(/^ {2}(\d+) more with --all iom$/m.exec(first)?.[1]);
    assert.ok(more > 100);
    assert.match((await at.run('lookup', '--lang', 'fr', 'OIM')).out, /^ {2}\d+ de plus avec --all iom$/m);
    const all = (await at.run('lookup', '--all', 'iom')).out;
    const count = (text: string) => text.match(/^ {4}Sources: /gm)?.length;
    assert.equal(count(all), count(first)! + more);
  });

  it('shows what holds today on a name of today, and on a former name the facts of its time', async () => {
    const facts = async (name: string): Promise<string> =>
      (await at.run('lookup', name)).out.split('Also in EuroVoc').at(-1)!;
    assert.match(await facts('IOM'), /\d{3} Member States[^]*Amy E\. Pope/);
    for (const name of ['ICEM', 'Intergovernmental Committee for European Migration']) {
      const then = await facts(name);
      assert.match(then, /In October 1952 ICEM had 20 member governments/);
      assert.doesNotMatch(then, /Amy E\. Pope|as of (?:\w+ )?20\d\d/);
    }
  });

  it('is also called "facts"', async () => {
    for (const rest of [['ICEM'], ['who leads IOM'], ['--format', 'json', 'budget 2025'], ['--help'], ['frontex']])
      assert.deepEqual(await at.run('facts', ...rest), await at.run('lookup', ...rest));
  });

  it('suggests something similar when nothing is found', async () => {
    const { code, out, err } = await at.run('lookup', 'frontex');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^Nothing found for "frontex"\./);
  });
});

describe('help and version', () => {
  it('go to standard output', async () => {
    assert.deepEqual(await at.run('--version'), { code: 0, out: `${version}\n`, err: '' });
    const { code, out, err } = await at.run('--help');
    assert.deepEqual([code, err], [0, '']);
    for (const name of COMMANDS) assert.match(out, new RegExp(`migration-terms ${name}`));
  });

  it('exist for every command', async () => {
    for (const name of COMMANDS)
      assert.match((await at.run(name, '--help')).out, new RegExp(`^migration-terms ${name}`));
  });

  it('are suggested for a call without arguments', async () => {
    const { code, out, err } = await at.run();
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /--help/);
  });
});

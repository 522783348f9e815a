import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORT_FORMATS } from '../../src/cli/arguments';
import { checkTbx } from '../support/checkTbx';
import { readTbx } from '../../src/cli/tbx/readTbx';
import { TOOL_FORMATS } from '../../src/core/exchange/toolFormats';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { folder } from './run';

const isToolFormat = (format: string): boolean => TOOL_FORMATS.some((tool) => tool === format);

const HOUSE = JSON.stringify({
  concepts: [
    {
      id: 'x-team',
      kind: 'body',
      definition: { en: 'A team.' },
      names: [
        { id: 'x-team', because: { en: 'So.' }, sources: ['x-source'], terms: [{ text: 'Team of Ours', lang: 'en' }] },
      ],
    },
  ],
  sources: [{ id: 'x-source', title: 'Our book' }],
});

describe('export', () => {
  const at = folder({ 'house.migration-terms.json': HOUSE });
  after(() => at.remove());

  it('writes every format, including the writer’s own terms', async () => {
    for (const format of EXPORT_FORMATS.filter((each) => !isToolFormat(each))) {
      const { code, out, err } = await at.run('export', '--to', format);
      assert.deepEqual([code, err], [0, ''], format);
      assert.match(out, /^bibtex$/.test(format) ? /Our book/ : /Team of Ours/, format);
      assert.match(out, /\n$/);
    }
  });

  it('writes a file for each of the other tools, including the words of the writer’s own terms', async () => {
    for (const format of TOOL_FORMATS) {
      const { code, out, err } = await at.run('export', format);
      assert.deepEqual([code, err], [0, ''], format);
      if (/^(?:vale|prh)$/.test(format)) assert.match(out, /PICMME/, format);
      else assert.match(out, /Ours|\[Oo\]urs/, format);
      assert.match(out, /[^\n]\n$/);
    }
    assert.equal((await at.run('export', 'vale', '-o', 'Names.yml')).err, 'vale written to Names.yml.\n');
  });

  it('writes valid TBX-Basic, with every term', async () => {
    const { out } = await at.run('export', '--to', 'tbx');
    assert.deepEqual(checkTbx(out), []);
    const { entries, problems } = readTbx(out);
    assert.deepEqual(problems, []);
    const terms = builtinTermbase().terms.filter(({ suffix }) => suffix === '');
    assert.equal(entries!.flatMap((entry) => entry.terms).length, terms.length + 1);
    assert.match(
      out,
      /<term>ICEM<\/term>\s*(<termNote .*>\s*)*<termNote type="administrativeStatus">supersededTerm-admn-sts/,
    );
  });

  it('writes to a file, says so, and overwrites none', async () => {
    const { concepts, sources } = builtinTermbase();
    assert.deepEqual(await at.run('export', 'csv', '-o', 'all.csv'), {
      code: 0,
      out: '',
      err: `${concepts.size + 1} concepts written to all.csv.\n`,
    });
    assert.equal(
      (await at.run('export', 'bibtex', '-o', 'all.bib')).err,
      `${sources.size + 1} sources written to all.bib.\n`,
    );
    assert.ok(existsSync(join(at.path, 'all.csv')));
    assert.match((await at.run('export', '--to', 'csv', '-o', 'all.csv')).err, /is not overwritten/);
  });

  it('writes SKOS with ids below a base, and a licence for built-in concepts only', async () => {
    const { out } = await at.run('export', '--to', 'skos', '--base', 'https://example.org/terms/');
    const [scheme, ...concepts] = JSON.parse(out)['@graph'];
    assert.deepEqual([scheme.id, scheme.license], ['https://example.org/terms/ConceptScheme', undefined]);
    assert.ok(concepts.some(({ id }: { id: string }) => id === 'https://example.org/terms/x-team'));
    const alone = folder({});
    const [builtin] = JSON.parse((await alone.run('export', 'skos')).out)['@graph'];
    alone.remove();
    assert.deepEqual(
      [builtin.id, builtin.license],
      ['urn:x-migration-terms:ConceptScheme', 'https://spdx.org/licenses/MIT'],
    );
  });

  it('says what is wrong with a base', async () => {
    assert.match(
      (await at.run('export', '--to', 'skos', '--base', 'https://example.org/terms')).err,
      /--base .* must end with/,
    );
    assert.match(
      (await at.run('export', '--to', 'tbx', '--base', 'https://example.org/terms/')).err,
      /--base requires --to skos/,
    );
  });

  it('includes the version in its JSON', async () =>
    assert.equal(JSON.parse((await at.run('export', 'json')).out).version, 1));

  it('requires a format', async () => {
    for (const argv of [['export'], ['export', '--to', 'docx'], ['export', '--to', 'csv', 'more']])
      assert.equal((await at.run(...argv)).code, 2);
  });
});

import assert from 'node:assert/strict';
import { folder, WRONG } from './run';

const HOUSE = JSON.stringify({ retire: ['icem'] });
const PREFER = JSON.stringify({
  prefer: [{ name: 'gcm', lang: 'en', form: 'short', text: 'Global Compact for Migration', others: 'information' }],
});
const LOOSE = 'States adopted the Marrakech Compact on Migration.\n';

describe('a termbase of one’s own, on the command line', () => {
  const run = async (files: Record<string, string>, ...argv: string[]) => {
    const at = folder({ 'docs/a.md': WRONG, ...files });
    const ran = await at.run(...argv);
    at.remove();
    return ran;
  };

  for (const [format, shows] of [
    ['sarif', /"toolExecutionNotifications":\[\{"level":"error","message":\{"text":"Not read: Not valid JSON/],
    ['junit', /<testsuite name="h\.json"[^]*<error type="unread" message="Not valid JSON/],
    ['github', /::error file=h\.json,title=not read::Not valid JSON/],
  ] as const)
    it(`is named in ${format} if it cannot be read`, async () => {
      const { code, out } = await run({ 'h.json': '{' }, 'check', '--termbase', 'h.json', '--format', format, 'docs');
      assert.equal(code, 2);
      assert.match(out, shows);
    });

  it('is named in SARIF with the place of an entry that is left out', async () => {
    const files = { 'h.json': '{ "concepts": [{ "id": "x" }] }' };
    const { out } = await run(files, 'check', '--termbase', 'h.json', '--format', 'sarif', 'docs');
    assert.match(out, /"text":"Not read: 1:\d+: /);
  });

  it('is used if it is named', async () => {
    assert.equal((await run({ 'h.json': HOUSE }, 'check', '--termbase', 'h.json', 'docs')).code, 0);
  });

  it('is used if it is in the checked folder, next to the file or in a folder above', async () => {
    assert.equal((await run({ 'docs/h.migration-terms.json': HOUSE }, 'check', 'docs')).code, 0);
    assert.equal((await run({ 'docs/h.migration-terms.json': HOUSE }, 'check', 'docs/a.md')).code, 0);
    assert.equal((await run({ 'h.migration-terms.json': HOUSE }, 'check', 'docs')).code, 0);
    assert.equal((await run({ 'other/h.migration-terms.json': HOUSE }, 'check', 'docs')).code, 1);
  });

  it('is used if it is below a checked folder, as in the editor, whatever configuration applies', async () => {
    const files = { 'docs/in/deep/h.migration-terms.json': HOUSE, 'c.json': '{}' };
    for (const more of [[], ['--no-config'], ['--config', 'c.json']]) {
      assert.equal((await run(files, 'check', ...more, '.')).code, 0, more.join(' '));
    }
    const leftOut = { ...files, 'c.json': '{ "exclude": ["**/deep/**"] }' };
    assert.equal((await run(leftOut, 'check', '--config', 'c.json', '.')).code, 1);
    assert.equal(
      (await run({ ...files, 'docs/.migration-terms.json': '{ "exclude": ["in"] }' }, 'check', '.')).code,
      1,
    );
    for (const hidden of ['docs/node_modules/x', 'docs/.git']) {
      assert.equal((await run({ [`${hidden}/h.migration-terms.json`]: HOUSE }, 'check', '.')).code, 1, hidden);
    }
  });

  it('is used for text from a pipe as for a file in the working folder', async () => {
    const at = folder({ 'h.migration-terms.json': HOUSE });
    assert.equal((await at.pipe(WRONG, 'check', '-')).code, 0);
    at.remove();
  });

  it('is used if the configuration names it, relative to its folder', async () => {
    assert.equal(
      (
        await run(
          { 'set/h.json': HOUSE, 'set/c.json': '{ "termbases": ["h.json"] }' },
          'check',
          '--config',
          'set/c.json',
          'docs',
        )
      ).code,
      0,
    );
    assert.match(
      (await run({ 'c.json': '{ "termbases": "h.json" }' }, 'check', '--config', 'c.json', 'docs')).err,
      /c\.json:1:3: "termbases" must be a list/,
    );
  });

  it('sets the house style, also for fix and lookup', async () => {
    const files = { 'docs/b.md': LOOSE, 'docs/h.migration-terms.json': PREFER };
    assert.match(
      (await run(files, 'check', 'docs/b.md')).out,
      /information deprecated-name .*“Global Compact for Migration”/,
    );
    const argv = ['lookup', '--termbase', 'docs/h.migration-terms.json', 'Marrakech', 'Compact', 'on', 'Migration'];
    assert.match((await run(files, ...argv)).out, /deprecated, write Global Compact for Migration/);
  });

  it('that cannot be read is reported, the others are used, and the exit code is 2', async () => {
    const broken: [string, RegExp][] = [
      ['{"concepts": [', /h\.migration-terms\.json:1:15: Not valid JSON/],
      ['['.repeat(2_000_000), /Not valid JSON/],
      [`{"x":"${'a'.repeat(8_100_000)}"}`, /larger than 8 MB/],
      ['\u0000', /is not a text file/],
    ];
    for (const [text, expected] of broken) {
      const { code, out, err } = await run({ 'docs/h.migration-terms.json': text }, 'check', 'docs');
      assert.deepEqual([code, /ICEM/.test(out)], [2, true]);
      assert.match(err, expected);
    }
    assert.match(
      (await run({}, 'check', '--termbase', 'none.json', 'docs')).err,
      /none\.json: This termbase cannot be read: no such file/,
    );
  });

  it('with a wrong entry is reported with the place, and used without that entry', async () => {
    const { code, err } = await run(
      { 'docs/h.migration-terms.json': '{\n  "retire": ["icem"],\n  "facts": [\n    { "id": "f" } ] }' },
      'check',
      'docs',
    );
    assert.equal(code, 0);
    assert.match(err, /^docs\/h\.migration-terms\.json:4:13: left out: This fact "f" needs "subject"/);
  });
});

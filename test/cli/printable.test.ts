import assert from 'node:assert/strict';
import { main } from '../../src/cli/main';
import { CLEAN, folder, MISNOMER, type Ran } from './run';

/** Clears the screen, if printed as part of a name or text from somebody else. */
const EVIL = 'x\u001b[2Jx';
const SAFE = 'x\uFFFD[2Jx';
const LATIN = Buffer.from('\xe9t\xe9\n', 'latin1');
const OWN = JSON.stringify({
  concepts: [
    {
      id: 'x-desk',
      kind: 'office',
      definition: { en: `Def ${EVIL}` },
      names: [
        {
          id: 'x-bureau',
          to: '2020',
          because: { en: 'So.' },
          sources: ['x-source'],
          terms: [{ text: 'Old desk of ours', lang: 'en' }],
        },
        {
          id: 'x-desk',
          from: '2020',
          because: { en: `Because ${EVIL}` },
          sources: ['x-source'],
          terms: [
            { text: 'Desk of ours', lang: 'en' },
            { text: 'Bureau of ours', lang: 'en', status: 'deprecated', instead: [`Instead ${EVIL}`] },
          ],
        },
      ],
    },
  ],
  facts: [
    {
      id: 'x-fact',
      subject: 'x-desk',
      property: 'staff',
      value: 12,
      section: 'mandate-and-operations',
      statement: { en: `The desk has 12 ${EVIL}.` },
      asOf: '2024',
      sources: ['x-source'],
      confidence: 'A',
      note: { en: `Note ${EVIL}` },
      conflicts: [{ value: `13 ${EVIL}`, sources: ['x-source'], verdict: { en: `Verdict ${EVIL}` } }],
    },
  ],
  sources: [{ id: 'x-source', title: `Title ${EVIL}` }],
});

describe('text from others', () => {
  const inside = async (files: Record<string, string | Uint8Array>, ...argv: string[]): Promise<Ran> => {
    const at = folder(files);
    const ran = await at.run(...argv);
    at.remove();
    return ran;
  };

  it('does not control the terminal if it comes from a termbase', async () => {
    const files = { 'own.migration-terms.json': OWN };
    const fact = ['12', 'Note', '13', 'Verdict', 'Title'];
    for (const [argv, words] of [
      [
        ['lookup', 'Bureau of ours'],
        ['Def', 'Instead', 'Because', ...fact],
      ],
      [['lookup', 'staff of the desk'], fact],
      [['lookup', `${EVIL}y`], []],
    ] as const) {
      const { out, err } = await inside(files, ...argv);
      assert.ok(!`${out}${err}`.includes('\u001b'), argv.join(' '));
      for (const word of words) assert.ok(out.includes(`${word} ${SAFE}`), `${argv.join(' ')}: ${word}`);
      if (words.length === 0) assert.ok(err.includes(SAFE), argv.join(' '));
    }
  });

  it('does not control the terminal if it is in a line of a diff, which is not changed for a pipe', async () => {
    const at = folder({ 'a.md': `${EVIL} ${MISNOMER}` });
    const outputs = await Promise.all(
      [true, false].map(async (isTTY) => {
        let out = '';
        await main({
          argv: ['fix', 'a.md'],
          cwd: at.path,
          env: {},
          stdin: (async function* () {})(),
          stdout: { write: (text) => (out += text), isTTY },
          stderr: { write: () => undefined },
        });
        return out;
      }),
    );
    at.remove();
    assert.deepEqual(
      outputs.map((out) => [out.includes(SAFE), out.includes(EVIL), out.split('\n').length]),
      [
        [true, false, 6],
        [false, true, 6],
      ],
    );
  });

  it('does not control the terminal if it is in the name of a file', async function () {
    // Windows does not allow such names.
    if (process.platform === 'win32') this.skip();
    const files = { [`${EVIL}.md`]: LATIN, 'b.md': CLEAN };
    for (const argv of [
      ['check', '.'],
      ['fix', '.'],
      ['check', `${EVIL}.txt`],
      ['fix', `${EVIL}.txt`],
      ['check', `--${EVIL}`],
    ]) {
      const { out, err } = await inside(files, ...argv);
      assert.ok(!`${out}${err}`.includes('\u001b'), argv.join(' '));
      assert.ok(err.includes(SAFE), argv.join(' '));
    }
    const { err } = await inside(
      { [`${EVIL}.md`]: Buffer.concat([LATIN, Buffer.from(MISNOMER)]) },
      'fix',
      '--write',
      '.',
    );
    assert.match(err, /x\uFFFD\[2Jx\.md: not changed/);
    assert.ok(!err.includes('\u001b'));
  });

  it('is no command of a runner, on any line of any format', async function () {
    if (process.platform === 'win32') this.skip();
    const commands = ['::stop-commands::x ', '\u2003::add-mask::x ', '##[add-mask]x ', '##vso[task.setvariable]x '];
    const at = folder({
      ...Object.fromEntries(commands.map((command, i) => [`doc${i}.md`, `${command}${MISNOMER}`])),
      ...Object.fromEntries(commands.map((command) => [`${command}a.md`, MISNOMER])),
      ...Object.fromEntries(commands.map((command) => [`${command}b.docx`, 'no package'])),
      ...Object.fromEntries(commands.map((command) => [`${command}d/.migration-terms.json`, '{'])),
      ...Object.fromEntries(commands.map((command) => [`${command}d/a.md`, MISNOMER])),
      'own.migration-terms.json': OWN.replaceAll(EVIL, '##[add-mask]x').replaceAll('Because', '::stop-commands::x'),
    });
    for (const format of ['text', 'json', 'csv', 'sarif', 'github', 'junit'] as const)
      for (const explain of format === 'text' ? [[], ['--explain']] : [[]]) {
        const { out, err } = await at.run('check', '--format', format, ...explain, '.');
        assert.ok(err.includes('.docx'), err);
        const ours = /^::(?:warning|error|notice) file=[^\r\n]*::/;
        for (const line of `${format === 'sarif' || format === 'json' ? '' : out}${err}`.split('\n')) {
          assert.ok(
            (format === 'github' && ours.test(line)) || !/^\s*::|##\[|##vso\[/.test(line),
            `${format}: ${line}`,
          );
          assert.ok(!line.includes('\u001b'));
        }
      }
    for (const argv of [
      ['lookup', 'Bureau of ours'],
      ['lookup', 'staff of the desk'],
      ['check', '::x.md'],
      ['fix', '::x.md'],
    ]) {
      const { out, err } = await at.run(...argv);
      assert.doesNotMatch(`${out}${err}`, /^\s*::|##\[|##vso\[/m, argv.join(' '));
    }
    at.remove();
  });

  it('shows no control character of a name in CSV and in annotations', async function () {
    if (process.platform === 'win32') this.skip();
    for (const format of ['csv', 'github']) {
      const { out } = await inside({ [`${EVIL}.md`]: MISNOMER }, 'check', '--format', format, '.');
      assert.ok(out.includes(SAFE) && !out.includes('\u001b'), out);
    }
  });
});

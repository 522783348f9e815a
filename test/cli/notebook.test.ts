import assert from 'node:assert/strict';
import { folder, MISNOMER, MISNOMER_FIXED, WRONG, type Folder } from './run';

/** A notebook as Jupyter writes it. */
function notebook(...sources: readonly (readonly [type: 'markdown' | 'code', source: string])[]): string {
  const cells = sources.map(([cell_type, source], i) => ({
    cell_type,
    id: `cell-${i}`,
    metadata: {},
    ...(cell_type === 'code'
      ? { execution_count: 1, outputs: [{ output_type: 'stream', name: 'stdout', text: [MISNOMER] }] }
      : {}),
    source: source.split(/(?<=\n)/),
  }));
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

describe('a notebook', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('is checked in a folder, at its line in the file and in the cell', async () => {
    const file = notebook(['code', `print("${MISNOMER.trim()}")`], ['markdown', `# Title\n\n${WRONG}`]);
    at = folder({ 'a.ipynb': file });
    const { code, out } = await at.run('check', '.');
    assert.equal(code, 1);
    const line = file.slice(0, file.indexOf(WRONG.trim())).split('\n').length;
    assert.ok(out.startsWith(`a.ipynb:${line}:6 (cell 2, line 3) warning anachronistic-name “ICEM” was the name`), out);
    assert.match(out, /^1 finding \(1 warning\); 1 file checked\.$/m);
  });

  it('has findings in the offsets of the file, with the cell', async () => {
    const file = notebook(['markdown', `Quoted “text” with \\ and\ttab.\n${WRONG}`]);
    at = folder({ 'a.ipynb': file });
    const { files } = JSON.parse((await at.run('check', '--format', 'json', 'a.ipynb')).out) as {
      files: { languageId: string; findings: { start: number; end: number; cell: object }[] }[];
    };
    const [{ languageId, findings }] = files as [(typeof files)[number]];
    assert.equal(languageId, 'notebook');
    assert.equal(findings.length, 1);
    assert.equal(file.slice(findings[0]!.start, findings[0]!.end), 'ICEM');
    assert.deepEqual(findings[0]!.cell, { number: 1, line: 2, column: 1 });
  });

  it('states the time at which it was judged in the offsets of the file', async () => {
    const file = notebook(['code', 'print("1999")'], ['markdown', `Geneva, 4 May 1975 – ${WRONG}`]);
    at = folder({ 'a.ipynb': file });
    const { files } = JSON.parse((await at.run('check', '--format', 'json', '--explain', 'a.ipynb')).out) as {
      files: { time: { evidence: { start: number; end: number; text: string } } }[];
    };
    const { start, end, text } = files[0]!.time.evidence;
    assert.match(text, /1975/);
    assert.equal(file.slice(start, end), text);
  });

  it('is fixed in place, and every other byte stays', async () => {
    const around = 'Text with “marks”, a "quote", \\ and a\ttab: é.\n';
    const cells = (sentence: string) =>
      notebook(
        ['markdown', around + sentence + around],
        ['code', `print("${MISNOMER.trim()}")`],
        ['markdown', sentence],
      );
    at = folder({ 'a.ipynb': cells(MISNOMER) });
    const { code, err } = await at.run('fix', '--write', 'a.ipynb');
    assert.deepEqual([code, err], [0, '2 fixed in 1 file: a.ipynb.\n']);
    assert.equal(at.bytes('a.ipynb').toString(), cells(MISNOMER_FIXED));
  });

  it('is known as one document: an abbreviation that one cell introduces needs no introduction in the next', async () => {
    const long = 'The International Organization for Migration (IOM) met.\n';
    for (const [cells, count] of [
      [notebook(['markdown', long], ['markdown', 'IOM has its seat in Geneva.\n']), 0],
      [notebook(['markdown', 'IOM has its seat in Geneva.\n'], ['markdown', long]), 1],
    ] as const) {
      at = folder({ 'a.ipynb': cells });
      const { out } = await at.run('check', '.');
      assert.equal(out.match(/undefined-abbreviation/g)?.length ?? 0, count, out);
      at.remove();
    }
    at = folder({});
  });

  it('that is none, or of an old format, is refused with what to do', async () => {
    at = folder({ 'a.ipynb': '{"nbformat": 3, "worksheets": []}', 'b.ipynb': 'ICEM helps.' });
    for (const command of [['check'], ['fix', '--write']]) {
      const { code, err } = await at.run(...command, '.');
      assert.equal(code, 2);
      assert.match(
        err,
        /a\.ipynb: is a notebook of an old format\. Open it in Jupyter, which converts it, and save it\./,
      );
      assert.match(err, /b\.ipynb: is not a notebook, as it is not valid JSON\./);
    }
    assert.equal(at.bytes('b.ipynb').toString(), 'ICEM helps.');
  });
});

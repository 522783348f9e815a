import assert from 'node:assert/strict';
import { CLEAN, folder, MISNOMER, RIGHT, WRONG, type Folder } from './run';

describe('check', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('exits with 0 when nothing is found', async () => {
    at = folder({ 'a.md': CLEAN, 'b.md': RIGHT });
    assert.deepEqual(await at.run('check', 'a.md', 'b.md'), {
      code: 0,
      out: 'No findings; 2 files checked.\n',
      err: '',
    });
  });

  it('exits with 1 at or above --fail-on', async () => {
    at = folder({ 'a.md': WRONG });
    assert.equal((await at.run('check', 'a.md')).code, 1);
    assert.equal((await at.run('check', '--fail-on', 'hint', 'a.md')).code, 1);
    assert.equal((await at.run('check', '--fail-on', 'error', 'a.md')).code, 0);
    assert.equal((await at.run('check', '--fail-on', 'never', 'a.md')).code, 0);
  });

  it('prints place, rule, line, carets, reason and counts, without colour into a pipe', async () => {
    at = folder({ 'a.md': `# Note\n\nToday ${WRONG}` });
    const { out } = await at.run('check', 'a.md');
    assert.match(out, /^a\.md:3:7 warning anachronistic-name /);
    assert.match(out, /\n {4}Today ICEM assists migrants in forty countries in 2026\.\n {10}\^{4}\n/);
    assert.match(out, /\n {2}Source: \S/);
    assert.match(out, /\n1 finding \(1 warning\); 1 file checked\.\n$/);
    assert.ok(!out.includes('\u001b'));
  });

  it('writes JSON of the documented shape', async () => {
    at = folder({ 'a.md': `\r\n😀 ${WRONG}`, 'b.md': RIGHT });
    const { out } = await at.run('check', '--format', 'json', '--explain', 'a.md', 'b.md');
    const report = JSON.parse(out);
    assert.deepEqual(Object.keys(report), ['version', 'files']);
    assert.equal(report.version, 1);
    const [a, b] = report.files;
    assert.deepEqual([a.path, a.languageId, b.path], ['a.md', 'markdown', 'b.md']);
    const [finding] = a.findings;
    for (const key of ['rule', 'severity', 'certainty', 'text', 'concept', 'message', 'because'])
      assert.equal(typeof finding[key], 'string', key);
    assert.deepEqual(
      [finding.rule, finding.severity, finding.text, finding.concept],
      ['anachronistic-name', 'warning', 'ICEM', 'iom'],
    );
    assert.deepEqual([finding.start, finding.end], [5, 9]);
    assert.deepEqual(finding.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 7 } });
    assert.ok(finding.sources.length > 0);
    for (const source of finding.sources) assert.deepEqual(Object.keys(source), ['id', 'title', 'url']);
    assert.ok(Array.isArray(finding.evidence));
    const [fix] = finding.fixes;
    assert.deepEqual(Object.keys(fix), ['title', 'preferred', 'edits']);
    assert.deepEqual([fix.preferred, fix.edits], [false, [{ start: 5, end: 9, newText: 'IOM' }]]);
    const [misnomer] = JSON.parse((await at.pipe(MISNOMER, 'check', '--format', 'json', '-')).out).files[0].findings;
    assert.deepEqual(
      [misnomer.rule, misnomer.fixes.map(({ preferred }: { preferred: boolean }) => preferred)],
      ['deprecated-name', [true]],
    );
    assert.deepEqual(b.findings, []);
    assert.deepEqual(
      b.allowed.map(({ text, concept, reason }: Record<string, string>) => ({ text, concept, reason })),
      [{ text: 'ICEM', concept: 'iom', reason: 'period' }],
    );
  });

  it('lists allowed names only with --explain', async () => {
    at = folder({ 'b.md': RIGHT });
    const { out } = await at.run('check', '--explain', 'b.md');
    assert.match(out, /^b\.md:1:9 allowed period “ICEM”: .*1965/);
    assert.match(out, /\nb\.md The text states no date and is judged as of today\.\n/);
    assert.deepEqual(JSON.parse((await at.run('check', '--format', 'json', 'b.md')).out).files[0].allowed, []);
  });

  it('does not list a place as allowed if it has a finding', async () => {
    at = folder({
      'a.md':
        'The International Organization for Migration (IOM) met. Its Director General, António Vitorino, opens the session.\n',
    });
    const argv = ['check', '--explain', 'a.md'];
    const [{ findings, allowed }] = JSON.parse((await at.run(...argv, '--format', 'json')).out).files;
    assert.deepEqual(
      findings.map(({ text }: { text: string }) => text),
      ['António Vitorino'],
    );
    assert.deepEqual(
      allowed.map(({ text }: { text: string }) => text),
      ['International Organization for Migration', 'IOM'],
    );
    assert.doesNotMatch((await at.run(...argv)).out, /allowed current “António/);
  });

  it('reads standard input', async () => {
    at = folder();
    const { code, out } = await at.pipe(`Été 😀 ${WRONG}`, 'check', '--format', 'json', '-');
    const [file] = JSON.parse(out).files;
    assert.equal(code, 1);
    assert.deepEqual([file.path, file.languageId, file.findings[0].start], ['-', 'plaintext', 7]);
    const { out: asMarkdown } = await at.pipe(
      '`ICEM`\n',
      'check',
      '--format',
      'json',
      '--language-id',
      'markdown',
      '-',
    );
    assert.deepEqual(JSON.parse(asMarkdown).files, [{ path: '-', languageId: 'markdown', findings: [], allowed: [] }]);
  });

  it('walks folders for documents, sorted, without hidden ones and node_modules', async () => {
    at = folder({
      'z.md': CLEAN,
      'b/c.tex': CLEAN,
      'b/a.TXT': CLEAN,
      'b/code.js': WRONG,
      'B.html': CLEAN,
      '.hidden/x.md': WRONG,
      'node_modules/y/README.md': WRONG,
      '.x.md': WRONG,
    });
    const { out } = await at.run('check', '--format', 'json');
    assert.deepEqual(
      JSON.parse(out).files.map(
        ({ path, languageId }: Record<string, string>) => `${path!.replaceAll('\\', '/')} ${languageId}`,
      ),
      ['B.html html', 'b/a.TXT plaintext', 'b/c.tex latex', 'z.md markdown'],
    );
  });

  it('reads a file only once, and any file that is named', async () => {
    at = folder({ 'a.md': WRONG, notes: WRONG });
    const { out } = await at.run('check', '--format', 'json', 'a.md', '.', './a.md', 'notes');
    assert.deepEqual(
      JSON.parse(out).files.map(({ path }: { path: string }) => path),
      ['a.md', 'notes'],
    );
  });

  it('switches rules off by option and by configuration, and the option takes precedence', async () => {
    at = folder({ 'a.md': WRONG, 'c.json': '{ "rules": { "anachronistic-name": "off" }, "language": "en" }' });
    assert.equal((await at.run('check', '--rule', 'anachronistic-name=off', 'a.md')).code, 0);
    assert.equal((await at.run('check', '--config', 'c.json', 'a.md')).code, 0);
    assert.equal((await at.run('check', '--config', 'c.json', '--rule', 'anachronistic-name=default', 'a.md')).code, 1);
  });
});

import assert from 'node:assert/strict';
import { readWord } from '../../src/core/word/readWord';
import { docxParts, line, zipped } from '../support/docx';
import { folder, type Folder } from './run';

const FORMER_HEAD = 'António Vitorino is the Director General of IOM.';

/** A Word document with the days on which it was made and last changed. */
function dated(text: string, created: string, modified: string): Uint8Array {
  const stamp = (name: string, day: string): string => `<dcterms:${name}>${day}T10:00:00Z</dcterms:${name}>`;
  const core = `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dcterms="http://purl.org/dc/terms/">${stamp('created', created)}${stamp('modified', modified)}</cp:coreProperties>`;
  return zipped({ ...docxParts({ body: line(text) }), 'docProps/core.xml': core });
}

describe('the date of a text', () => {
  const brief = dated(FORMER_HEAD, '2019-03-04', '2022-05-06');
  const because = '1 name or value is not judged as of today: the file was last changed in 2022';
  const says = `${because}; --date today judges it.`;
  let at: Folder;
  const files = {
    'brief.docx': brief,
    'a.md': `${FORMER_HEAD}\n`,
    'old.md': `---\ndate: 2019-03-05\n---\n\n${FORMER_HEAD}\n`,
    'line.md': `Date: 5 March 2019\n\n${FORMER_HEAD}\n`,
    'own.md': `2 December 2026\n\n${FORMER_HEAD}\n`,
  };
  beforeEach(() => (at = folder(files)));
  afterEach(() => at.remove());

  it('holds findings back with one line at the end, which "--date today" makes findings', async () => {
    const { code, out } = await at.run('check', 'brief.docx');
    assert.deepEqual([code, out], [0, `No findings; 1 file checked.\n${says}\n`]);
    const today = await at.run('check', '--date', 'today', 'brief.docx');
    assert.match(today.out, /outdated-fact Amy E\. Pope [\s\S]*; 1 file checked\.\n$/);
  });

  it('is that of the option for every format', async () => {
    assert.match((await at.run('check', 'a.md')).out, /outdated-fact/);
    assert.equal((await at.run('check', '--date', '2021-05', 'a.md')).out, 'No findings; 1 file checked.\n');
    const wrong = await at.run('check', '--date', '2021-13', 'a.md');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /--date cannot be "2021-13"; write YYYY, YYYY-MM, YYYY-MM-DD or today\./);
  });

  it('says in JSON, SARIF and JUnit what it holds back', async () => {
    const json = JSON.parse((await at.run('check', '--format', 'json', 'brief.docx')).out);
    assert.deepEqual(json.files[0].heldBack, { count: 1, because });
    const sarif = JSON.parse((await at.run('check', '--format', 'sarif', 'brief.docx')).out);
    const [notice] = sarif.runs[0].invocations[0].toolExecutionNotifications;
    assert.deepEqual([notice.level, notice.message.text], ['note', says]);
    assert.ok(
      (await at.run('check', '--format', 'junit', 'brief.docx')).out.includes(`<system-out>${says}</system-out>`),
    );
  });

  it('is said beside a table, and where fixes are made', async () => {
    const { err, out } = await at.run('check', '--format', 'csv', 'brief.docx');
    assert.equal(err, `${says}\n`);
    assert.ok(!out.includes(because));
    const fixed = await at.run('fix', 'old.md');
    assert.match(
      fixed.err,
      /^1 name or value is not judged as of today: the text is of 5 March 2019 .*--date today judges it\.$/m,
    );
    assert.doesNotMatch((await at.run('fix', '--date', 'today', 'old.md')).err, /not judged/);
  });

  it('of an older line in the text gives way to that of the option', async () => {
    assert.match((await at.run('check', 'line.md')).out, /^No findings/);
    assert.match((await at.run('check', '--date', 'today', 'line.md')).out, /outdated-fact/);
    assert.match((await at.run('check', 'own.md')).out, /outdated-fact/);
  });

  it('is said in a comment at the beginning of a copy', async () => {
    assert.equal((await at.run('check', 'brief.docx', '--comments', 'copy.docx')).err, 'copy.docx: 1 comment.\n');
    const copy = readWord(at.bytes('copy.docx'));
    assert.ok(copy.kind === 'document');
    const comments = new TextDecoder().decode(copy.parts.get('word/comments.xml'));
    assert.ok(comments.includes(because) && comments.includes('To have them judged: --date today'), comments);
  });
});

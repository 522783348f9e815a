import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readWord } from '../../src/core/word/readWord';
import { docx, docxParts, line, zipped } from '../support/docx';
import { folder, type Folder } from './run';

const WRONG =
  line('The International Organization for Migration (IOM) was founded in 1952.') +
  line('The International Office of Migration helps.');
const HEADED = line('Background', '<w:pStyle w:val="Heading1"/>') + WRONG;
const STYLES = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>';

describe('a Word document', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('is checked like any other document; a finding is placed by its paragraph', async () => {
    at = folder({ 'brief.docx': docx({ body: HEADED, styles: STYLES }), 'a.md': 'Nothing.\n' });
    const { code, out, err } = await at.run('check', '.');
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /^brief\.docx, paragraph 2, under “Background”: warning fact-mismatch IOM was founded in 1951/m);
    assert.match(out, /^brief\.docx, paragraph 3, under “Background”: warning deprecated-name /m);
    assert.match(out, /2 files checked\.\n$/);
  });

  it('has its paragraphs in JSON, besides the range in the text that was read', async () => {
    at = folder({ 'brief.docx': docx({ body: HEADED, styles: STYLES }) });
    const { out } = await at.run('check', '--format', 'json', 'brief.docx');
    const [file] = JSON.parse(out).files;
    assert.equal(file.languageId, 'word');
    assert.deepEqual(
      file.findings.map(({ text, paragraph }: { text: string; paragraph: unknown }) => [text, paragraph]),
      [
        ['1952', { number: 2, kind: 'body', heading: 'Background' }],
        ['International Office of Migration', { number: 3, kind: 'body', heading: 'Background' }],
      ],
    );
  });

  it('is not changed by "fix", which says how to get a copy with tracked changes', async () => {
    const bytes = docx({ body: WRONG });
    at = folder({ 'brief.docx': bytes, 'a.md': 'The International Office of Migration helps.\n' });
    const one = await at.run('fix', '--write', 'brief.docx');
    assert.equal(one.code, 2);
    assert.match(one.err, /^brief\.docx: is not changed\. Write a copy .* --comments COPY\.docx --tracked\n/);
    const all = await at.run('fix', '--write', '.');
    assert.equal(all.code, 0);
    assert.match(all.err, /^brief\.docx: not changed\. [^\n]*\n1 fixed in 1 file: a\.md\.\n$/);
    assert.deepEqual(at.bytes('brief.docx'), Buffer.from(bytes));
  });

  it('comes back as a copy in which each finding is a comment', async () => {
    const bytes = docx({ body: WRONG });
    at = folder({ 'brief.docx': bytes });
    const { code, err } = await at.run('check', 'brief.docx', '--comments', 'copy.docx');
    assert.deepEqual([code, err], [1, 'copy.docx: 2 comments.\n']);
    assert.deepEqual(at.bytes('brief.docx'), Buffer.from(bytes));
    const copy = readWord(at.bytes('copy.docx'));
    assert.ok(copy.kind === 'document');
    const comments = Buffer.from(copy.parts.get('word/comments.xml')!).toString();
    assert.match(comments, /IOM was founded in 1951, not 1952\./);
    assert.equal(comments.match(/w:author="Migration Terms"/g)?.length, 2);
    const body = Buffer.from(copy.parts.get('word/document.xml')!).toString();
    assert.doesNotMatch(body, /<w:(?:ins|del)\b/);
  });

  it('has its certain fixes as tracked changes on request; accepted, they give what "fix" gives', async () => {
    at = folder({ 'brief.docx': docx({ body: WRONG }) });
    const { err } = await at.run('check', 'brief.docx', '--comments', 'copy.docx', '--tracked');
    assert.match(err, /^copy\.docx: 2 comments, \d tracked changes?\.\n$/);
    const copy = readWord(at.bytes('copy.docx'));
    assert.ok(copy.kind === 'document');
    assert.match(copy.text.text, /The International Organization for Migration helps\./);
  });

  it('has each only replacement as a tracked change with "all"; accepted, only a choice of several is left', async () => {
    const text = 'IOM has 173 Member States and was founded in 1952. The International Office of Migration helps.';
    at = folder({ 'brief.docx': docx({ body: line(text) }) });
    for (const [copy, option] of [
      ['one.docx', ['--tracked', 'all']],
      ['two.docx', ['--tracked=all']],
    ] as const) {
      const { err } = await at.run('check', 'brief.docx', '--comments', copy, ...option);
      assert.match(err, new RegExp(`^${copy}: 4 comments, 3 tracked changes\\.\\n$`));
      const read = readWord(at.bytes(copy));
      assert.ok(read.kind === 'document');
      assert.match(
        read.text.text,
        /IOM has 175 Member States and was founded in 1951\. The International Organization for Migration helps\./,
      );
    }
    const { code, err } = await at.run('check', 'brief.docx', '--tracked', 'all');
    assert.deepEqual([code, /--tracked requires --comments/.test(err)], [2, true]);
  });

  it('is never overwritten by its copy, nor is any other file', async () => {
    const bytes = docx({ body: WRONG });
    at = folder({ 'brief.docx': bytes, 'copy.docx': 'mine' });
    symlinkSync(join(at.path, 'brief.docx'), join(at.path, 'link.docx'));
    for (const [copy, message] of [
      ['brief.docx', /^brief\.docx: is the document itself, which is never changed\. Name another file\.\n$/],
      ['./brief.docx', /is the document itself/],
      ['link.docx', /is the document itself/],
      ['copy.docx', /^copy\.docx: the file already exists and is not overwritten\. Name another, or remove it\.\n$/],
      ['none/copy.docx', /^none\/copy\.docx: cannot be written: no such file or folder\n$/],
    ] as const) {
      const { code, err } = await at.run('check', 'brief.docx', '--comments', copy);
      assert.equal(code, 2, copy);
      assert.match(err, message);
    }
    assert.deepEqual([at.bytes('brief.docx'), at.bytes('copy.docx').toString()], [Buffer.from(bytes), 'mine']);
  });

  it('may be one of many: each with findings has its copy in another folder, which is not checked', async () => {
    const bytes = docx({ body: WRONG });
    at = folder({
      'docs/brief.docx': bytes,
      'docs/old/brief.docm': bytes,
      'docs/right.docx': docx({ body: line('Nothing.') }),
      'docs/~$brief.docx': 'the name of the writer',
      'docs/a.md': 'The International Office of Migration helps.\n',
    });
    const run = (): ReturnType<Folder['run']> =>
      at.run('check', '.', '--comments', 'copies', '--tracked', '--author', 'J. Doe');
    const { code, err, out } = await run();
    assert.equal(code, 1);
    assert.match(out, /; 4 files checked\.\n$/);
    assert.equal(
      err,
      'copies/docs/brief.docx: 2 comments, 1 tracked change.\ncopies/docs/old/brief.docm: 2 comments, 1 tracked change.\n',
    );
    const copy = readWord(at.bytes('copies/docs/brief.docx'));
    assert.ok(copy.kind === 'document');
    assert.match(Buffer.from(copy.parts.get('word/comments.xml')!).toString(), /w:author="J\. Doe"/);
    assert.deepEqual(at.bytes('docs/brief.docx'), Buffer.from(bytes));
    const again = await run();
    assert.equal(again.code, 2);
    assert.match(again.out, /; 4 files checked\.\n$/);
    assert.match(again.err, /^copies\/docs\/brief\.docx: the file already exists and is not overwritten\./);
  });

  it('has its copy although another document of the folder is damaged', async () => {
    at = folder({ 'docs/a.docx': 'x', 'docs/b.docx': docx({ body: WRONG }) });
    const { code, err } = await at.run('check', 'docs', '--comments', 'copies');
    assert.equal(code, 2);
    assert.match(err, /^docs\/a\.docx: is not a Word document\..*\ncopies\/b\.docx: 2 comments\.\n$/);
  });

  it('without findings has no copy in a folder', async () => {
    at = folder({ 'docs/a.docx': docx({ body: line('Nothing.') }) });
    const { code, err } = await at.run('check', 'docs', '--comments', 'copies');
    assert.deepEqual([code, err], [0, 'No Word document has a finding, so there is no copy.\n']);
  });

  it('is placed by its paragraph in a table of findings', async () => {
    at = folder({ 'brief.docx': docx({ body: HEADED, styles: STYLES }) });
    const { out } = await at.run('check', '--format', 'csv', 'brief.docx');
    assert.match(
      out,
      /^file,line,column,paragraph,severity,.*\r\nbrief\.docx,,,"paragraph 2, under “Background”",warning,/,
    );
  });

  it('is read from a file, not from standard input', async () => {
    at = folder();
    const { code, err } = await at.pipe(zipped(docxParts({ body: WRONG })), 'check', '-');
    assert.equal(code, 2);
    assert.equal(err, '-: a text is read from standard input. Give the path of a Word document instead.\n');
  });

  it('is needed for comments', async () => {
    at = folder({ 'a.md': 'Text.\n', 'brief.docx': docx({ body: WRONG }) });
    for (const [argv, message] of [
      [['check', '--comments', 'c.docx'], /^migration-terms: A copy that ends in \.docx is that of one document/],
      [['check', 'brief.docx', '--comments', 'c.txt'], /a copy that ends in \.docx, or a folder/],
      [['check', 'brief.docx', '--comments', 'c.docm'], /^c\.docm: must end in \.docx, as the document does\.\n$/],
      [['check', '.', '--comments', 'c.docx'], /^\.: is a folder\. Name a folder for the copies too/],
      [['check', 'brief.docx', '--comments', '.'], /^\.: contains the documents themselves\./],
      [['check', 'brief.docx', '--author', 'A'], /--author requires --comments/],
      [['check', 'brief.docx', '--comments', 'c.docx', '--author', ''], /--author needs a name/],
      [['check', 'brief.docx', '--tracked'], /--tracked requires --comments/],
      [['check', 'a.md', '--comments', 'c.docx'], /^a\.md: is not a \.docx file\. Only a Word document/],
    ] as const) {
      const { code, err } = await at.run(...argv);
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });

  it('may be damaged, protected or something else: one line says what to do', async () => {
    const good = docx({ body: WRONG });
    at = folder({
      'cut.docx': good.slice(0, good.length - 30),
      'empty.docx': '',
      'text.docx': 'plain words',
      'entities.docx': zipped({
        ...docxParts({ body: WRONG }),
        'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>',
      }),
    });
    for (const [name, message] of [
      ['cut.docx', /^cut\.docx: is incomplete\. Copy or download it again\.\n$/],
      ['empty.docx', /^empty\.docx: is incomplete\./],
      ['text.docx', /^text\.docx: is not a Word document\. Open it in Word or LibreOffice and save it as \.docx\.\n$/],
      ['entities.docx', /^entities\.docx: is damaged\. Open it in Word, which repairs it, and save it again\. \(/],
    ] as const) {
      const { code, out, err } = await at.run('check', name);
      assert.deepEqual([code, out], [2, ''], name);
      assert.match(err, message);
    }
  });
});

describe('a document whose format is not read', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('is named at the end of a report on its folder', async () => {
    at = folder({ 'a.md': 'Text.\n', 'old/brief.DOC': 'x', 'paper.pdf': '%PDF', 'note.odt': 'PK' });
    const { code, out, err } = await at.run('check', '.');
    assert.deepEqual([code, out], [0, 'No findings; 1 file checked, 3 not read.\n']);
    assert.equal(
      err,
      'Not read: note.odt, old/brief.DOC, paper.pdf. Save a .doc, .odt or .rtf file as .docx; instead of a PDF, check the document from which it was made.\n',
    );
    const json = await at.run('check', '--format', 'json', '.');
    assert.deepEqual(JSON.parse(json.out).unread, ['note.odt', 'old/brief.DOC', 'paper.pdf']);
  });

  it('is a failure if it is named, or if there is nothing else', async () => {
    at = folder({ 'paper.pdf': '%PDF' });
    const named = await at.run('check', 'paper.pdf');
    assert.deepEqual([named.code, named.out], [2, '']);
    assert.match(named.err, /^paper\.pdf: is not read\. Save a \.doc/);
    const all = await at.run('check', '.');
    assert.deepEqual([all.code, all.out], [2, 'No findings; 0 files checked, 1 not read.\n']);
  });
});

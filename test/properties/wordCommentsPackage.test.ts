import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readWord } from '../../src/core/word/readWord';
import { zipParts } from '../../src/core/word/zipParts';
import { writeComments, type WordComment } from '../../src/core/word/writeComments';
import { partsOf, partXml, readable, withPart, wordPackage } from '../support/wordPackage';
import { parseXml } from '../support/wordXml';

const OPTIONS = { author: 'A & B', date: '2026-01-02', tracked: true };
const ATTRIBUTES = 'w:author="A &amp; B" w:date="2026-01-02T00:00:00Z" w:initials="MT"';
const COMMENTS = 'word/comments.xml';
const RUN = '<w:p><w:r><w:t>one two</w:t></w:r></w:p>';

/** A copy with a comment on the first occurrence of the words. */
function commented(original: Uint8Array, words: string, more: Partial<WordComment> = {}): Uint8Array {
  const document = readable(original);
  const start = document.text.text.indexOf(words);
  assert.ok(start >= 0, document.text.text);
  return writeComments(document, [{ start, end: start + words.length, message: 'm', ...more }], OPTIONS).bytes;
}

const bodyOf = (copy: Uint8Array): string => /<w:body>(.*)<\/w:body>/s.exec(partsOf(copy)['word/document.xml']!)![1]!;

describe('the comments of a Word document', () => {
  it('are a new part with a relationship and a content type', () => {
    const parts = partsOf(commented(wordPackage(RUN), 'one'));
    assert.equal(
      parts[COMMENTS],
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
        `<w:comment w:id="0" ${ATTRIBUTES}><w:p><w:r><w:annotationRef/></w:r>` +
        '<w:r><w:t xml:space="preserve">m</w:t></w:r></w:p></w:comment></w:comments>',
    );
    assert.match(
      parts['word/_rels/document.xml.rels']!,
      /<Relationship Id="rId\d" Type="http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\/comments" Target="comments\.xml"\/><\/Relationships>$/,
    );
    assert.match(
      parts['[Content_Types].xml']!,
      /<Override PartName="\/word\/comments\.xml" ContentType="application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.comments\+xml"\/><\/Types>$/,
    );
  });

  it('follow those that the document has, whose other parts remain', () => {
    const existing = '<w:comment w:id="4" w:author="X"><w:p w14:paraId="1"><w:r><w:t>old</w:t></w:r></w:p></w:comment>';
    const original = wordPackage('<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>one two</w:t></w:r></w:p>', {
      'comments.xml': partXml('comments', existing),
      'commentsExtended.xml': '<w15:commentsEx/>',
      'people.xml': '<w15:people/>',
    });
    const parts = partsOf(commented(original, 'one'));
    // The id 0 is in the text, though it has no comment.
    assert.match(parts[COMMENTS]!, /w:id="4".*<w:comment w:id="1" .*<\/w:comment><\/w:comments>$/);
    assert.ok(parts[COMMENTS]!.includes(existing));
    const before = partsOf(original);
    for (const name of Object.keys(before))
      if (name !== COMMENTS && name !== 'word/document.xml') assert.equal(parts[name], before[name], name);
    assert.deepEqual(Object.keys(parts), Object.keys(before));
  });

  it('are added to an empty part', () => {
    const empty = '<x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" />';
    const parts = partsOf(commented(wordPackage(RUN, { 'comments.xml': empty }), 'one'));
    assert.match(parts[COMMENTS]!, /^<x:comments [^>]*><x:comment x:id="0" .*<\/x:comment><\/x:comments>$/);
  });

  it('have a paragraph for each line, and one for the source', () => {
    const source = { title: 'Title <1>', url: 'https://example.org/?a=1&b=2' };
    const parts = partsOf(commented(wordPackage(RUN), 'one', { message: 'a\nb', source }));
    const paragraphs = parts[COMMENTS]!.match(/<w:p>.*?<\/w:p>/g)!;
    assert.deepEqual(
      paragraphs.map((paragraph) => paragraph.replace(/<[^>]*>/g, '')),
      [
        'a',
        'b',
        'Title &lt;1&gt;  HYPERLINK &quot;https://example.org/?a=1&amp;b=2&quot; https://example.org/?a=1&amp;b=2',
      ],
    );
  });

  it('have an address that is no link as text', () => {
    const source = { title: 'T', url: 'https://example.org/" \\l "x' };
    const parts = partsOf(commented(wordPackage(RUN), 'one', { source }));
    assert.ok(!parts[COMMENTS]!.includes('HYPERLINK'));
    assert.ok(parts[COMMENTS]!.includes('T https://example.org/&quot; \\l &quot;x'));
  });

  it('have the styles that the document has for them', () => {
    const style = (id: string, name: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const styles = partXml('styles', style('Commentaire', 'annotation text') + style('Marque', 'annotation reference'));
    const copy = commented(wordPackage(RUN, { 'styles.xml': styles }), 'one');
    assert.match(partsOf(copy)[COMMENTS]!, /<w:pStyle w:val="Commentaire"\/>.*<w:rStyle w:val="Marque"\/>/);
    assert.match(bodyOf(copy), /<w:rStyle w:val="Marque"\/><\/w:rPr><w:commentReference/);
  });

  it('get no range beyond the number that Word can open', () => {
    const document = readable(wordPackage(RUN));
    const comments = Array.from({ length: 32769 }, () => ({ start: 0, end: 3, message: '' }));
    const body = bodyOf(writeComments(document, comments, OPTIONS).bytes);
    const count = (name: string): number => body.split(`<w:${name} `).length - 1;
    assert.deepEqual(['commentRangeStart', 'commentRangeEnd', 'commentReference'].map(count), [32767, 32767, 32769]);
  }).timeout(20000);
});

describe('a comment where Word allows none', () => {
  const mark = (name: string): string => `<w:r><w:t>b</w:t><w:${name}Reference w:id="2"/><w:t>a</w:t></w:r>`;
  const note = (name: string): string =>
    partXml(`${name}s`, `<w:${name} w:id="2"><w:p><w:r><w:t>The IMO said</w:t></w:r></w:p></w:${name}>`);
  const [start, end] = [
    '<w:commentRangeStart w:id="0"/>',
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
  ];

  for (const name of ['footnote', 'endnote'])
    it(`is at the reference of the ${name}, and begins with the words; the change is in the note`, () => {
      const original = wordPackage(`<w:p>${mark(name)}</w:p>`, { [`${name}s.xml`]: note(name) });
      const copy = commented(original, 'IMO', { change: { newText: 'IOM' } });
      assert.equal(
        bodyOf(copy),
        `<w:p><w:r><w:t>b</w:t></w:r>${start}<w:r><w:${name}Reference w:id="2"/></w:r>${end}<w:r><w:t>a</w:t></w:r></w:p>`,
      );
      assert.match(
        partsOf(copy)[COMMENTS]!,
        /<w:p>.*<w:i\/><\/w:rPr><w:t xml:space="preserve">IMO<\/w:t>.*<\/w:p><w:p>.*m</,
      );
      assert.match(partsOf(copy)[`word/${name}s.xml`]!, /<w:delText [^>]*>IMO<.*<w:t xml:space="preserve">IOM</);
      assert.ok(!partsOf(copy)[`word/${name}s.xml`]!.includes('comment'));
    });

  it('is at the run of a text box', () => {
    const box = (text: string): string =>
      `<wps:txbx><w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('in tray')}</mc:Choice><mc:Fallback>${box('in tray')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const body = `<w:p><w:r><w:t>one</w:t></w:r>${drawing}</w:p>`;
    const copy = commented(wordPackage(body), 'tray');
    assert.equal(bodyOf(copy), `<w:p><w:r><w:t>one</w:t></w:r>${start}${drawing}${end}</w:p>`);
    assert.match(partsOf(copy)[COMMENTS]!, /<w:i\/><\/w:rPr><w:t xml:space="preserve">tray</);
  });

  for (const [body, expected] of [
    ['<w:p/><w:p><w:pPr><w:b/></w:pPr><w:r/></w:p>', `<w:p/><w:p><w:pPr><w:b/></w:pPr>${start}${end}<w:r/></w:p>`],
    ['<w:p w:rsidR="1" />', `<w:p w:rsidR="1" >${start}${end}</w:p>`],
  ] as const)
    it(`is in the first paragraph if it is on a header: ${body}`, () => {
      const header = partXml('hdr', RUN);
      const run = { start: header.indexOf('<w:r>'), end: header.indexOf('</w:p>') };
      const element = { start: header.indexOf('<w:t>'), end: header.indexOf('</w:r>') };
      const stretch = { start: 0, end: 7, part: 'word/header.xml', element, run, offset: 0 };
      const document = {
        parts: readable(wordPackage(body, { 'header.xml': header })).parts,
        text: { text: 'one two', stretches: [stretch], paragraphs: [] },
      };
      const copy = writeComments(
        document,
        [{ start: 4, end: 7, message: 'm', change: { newText: '2' } }],
        OPTIONS,
      ).bytes;
      assert.equal(bodyOf(copy), expected);
      assert.match(partsOf(copy)[COMMENTS]!, /two<\/w:t>.*m<\/w:t>/);
      assert.match(partsOf(copy)['word/header.xml']!, /<w:delText [^>]*>two<.*>2</);
    });
});

describe('the encoding of a Word document', () => {
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
  const main = partXml('document', `<w:body>${RUN.replace('one', 'été 😀')}</w:body>`);
  for (const [name, bytes] of [
    ['UTF-8 with a byte order mark', strToU8(`\ufeff${main}`)],
    ['UTF-16', utf16(`\ufeff${main.replace('UTF-8', 'UTF-16')}`)],
    [
      'UTF-16, most significant byte first',
      utf16(`\ufeff${main.replace('UTF-8', 'UTF-16')}`).map((_, i, all) => all[i ^ 1]!),
    ],
  ] as const)
    it(`is kept: ${name}`, () => {
      const original = zipSync({ ...unzipSync(wordPackage(RUN)), 'word/document.xml': bytes });
      const copy = commented(original, 'two', { change: { newText: 'deux é' } });
      const written = unzipSync(copy)['word/document.xml']!;
      const length = name.startsWith('UTF-8') ? 60 : 120;
      assert.deepEqual(written.subarray(0, length), bytes.subarray(0, length));
      const document = readWord(copy);
      assert.equal(document.kind === 'document' && document.text.text.trim(), 'été 😀 deux é');
    });
});

describe('the namespace of a Word document', () => {
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const withMain = (main: string): Uint8Array =>
    zipSync({ ...unzipSync(wordPackage('')), 'word/document.xml': strToU8(main) });

  it('may be that of strict documents', () => {
    const original = withMain(`<w:document xmlns:w="${STRICT}"><w:body>${RUN}</w:body></w:document>`);
    const parts = partsOf(commented(original, 'one'));
    assert.match(parts[COMMENTS]!, new RegExp(`<w:comments xmlns:w="${STRICT}">`));
    assert.match(
      parts['word/_rels/document.xml.rels']!,
      /Type="http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships\/comments"/,
    );
  });

  for (const [name, declaration, prefix] of [
    ['another prefix', `xmlns:x="${STRICT}"`, 'x:'],
    ['none', `xmlns="${STRICT}"`, ''],
  ] as const)
    it(`may have ${name}`, () => {
      const body = RUN.replace(/w:/g, prefix);
      const original = withMain(
        `<${prefix}document ${declaration}><${prefix}body>${body}</${prefix}body></${prefix}document>`,
      );
      const copy = commented(original, 'two', { change: { newText: '2' } });
      parseXml(partsOf(copy)['word/document.xml']!);
      assert.equal(readable(copy).text.text.trim(), 'one 2');
      assert.equal(readWord(commented(copy, 'one')).kind, 'document');
    });
});

describe('a header of a Word document', () => {
  const original = wordPackage(RUN, {
    'header1.xml': partXml('hdr', RUN.replace('one two', 'the lead')),
    'header2.xml': partXml('hdr', RUN.replace('one two', 'even pages')),
    'footer1.xml': partXml('ftr', RUN.replace('one two', 'the foot')),
  });
  const named = withPart(
    original,
    'word/_rels/document.xml.rels',
    partsOf(original)['word/_rels/document.xml.rels']!.replace(/(header|footer)\d"/g, '$1"'),
  );

  it('is read, and changed in its part, with the comment in the first paragraph of the body', () => {
    assert.equal(
      readable(named).text.text,
      'one two\n\n::: {.header}\nthe lead\n:::\n\n::: {.header}\neven pages\n:::\n\n::: {.footer}\nthe foot\n:::\n',
    );
    const copy = partsOf(commented(named, 'lead', { change: { newText: 'top' } }));
    assert.match(copy['word/header1.xml']!, /<w:delText[^>]*>lead<\/w:delText>.*<w:ins .*>top</);
    assert.match(copy[COMMENTS]!, /<w:i\/><\/w:rPr><w:t xml:space="preserve">lead</);
    assert.match(copy['word/document.xml']!, /<w:body><w:p><w:commentRangeStart /);
    for (const name of ['word/header2.xml', 'word/footer1.xml']) assert.equal(copy[name], partsOf(named)[name]);
  });
});

describe('a text box in a header', () => {
  const other = (name: string, content: string): string =>
    `<w:${name} w:id="9" w:author="C" w:date="2026-01-01T00:00:00Z"><w:r>${content}</w:r></w:${name}>`;
  const box = (content: string): string => `<wps:txbx><w:txbxContent><w:p>${content}</w:p></w:txbxContent></wps:txbx>`;
  const content = `<w:r><w:t xml:space="preserve">in </w:t></w:r>${other('ins', '<w:t>a box</w:t>')}${other('del', '<w:delText>a bag</w:delText>')}`;
  const fallback = `<mc:Fallback>${box(content)}</mc:Fallback>`;
  const drawing = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(content)}</mc:Choice>${fallback}</mc:AlternateContent></w:r></w:p>`;

  it('is read once, and changed within the changes of others', () => {
    const original = wordPackage(RUN, { 'header.xml': partXml('hdr', drawing) });
    assert.equal(readable(original).text.text, 'one two\n\n::: {.header}\nin a box\n:::\n');
    const copy = partsOf(commented(original, 'box', { change: { newText: 'crate' } }))['word/header.xml']!;
    parseXml(copy);
    assert.ok(copy.includes(fallback));
    const changed = copy.slice(0, copy.indexOf(fallback));
    assert.match(changed, /w:author="C"[^>]*><w:r><w:t xml:space="preserve">a <\/w:t><\/w:r><w:del [^>]*"A &amp; B"/);
    assert.match(changed, /<w:ins [^>]*"A &amp; B"[^>]*><w:r><w:t xml:space="preserve">crate</);
    assert.ok(changed.includes(other('del', '<w:delText>a bag</w:delText>')));
  });
});

describe('the counts of a copy', () => {
  it('are those of the comments and changes that it has', () => {
    const document = readable(
      wordPackage(`${RUN}<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>three</w:t></w:r></w:fldSimple></w:p>`),
    );
    const { text } = document.text;
    const on = (words: string, newText: string): WordComment => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      message: 'm',
      change: { newText },
    });
    const given = [on('one', '1'), on('one', '1'), on('one two', '1 2'), on('three', '3'), on('two', 'two')];
    const { comments, changes } = writeComments(document, given, OPTIONS);
    assert.deepEqual([comments, changes], [5, 1]);
    const none = writeComments(document, given, { ...OPTIONS, tracked: false });
    assert.deepEqual([none.comments, none.changes], [5, 0]);
  });
});

describe('the package of a Word document', () => {
  it('is the same for the same comments', () => {
    assert.deepEqual(commented(wordPackage(RUN), 'one'), commented(wordPackage(RUN), 'one'));
  });

  it('has the same parts without comments', () => {
    const original = wordPackage(RUN);
    const copy = writeComments(readable(original), [], OPTIONS).bytes;
    assert.deepEqual(partsOf(copy), partsOf(original));
    assert.deepEqual(Object.keys(unzipSync(copy)), Object.keys(unzipSync(original)));
  });

  it('keeps parts with any names, folders and the order', () => {
    const given = new Map([
      ...readable(wordPackage(RUN)).parts,
      ...['customXml/', '__proto__', 'constructor', '10', '2', 'é.xml', 'word/media/a.png'].map(
        (name) => [name, new TextEncoder().encode(name.endsWith('/') ? '' : name)] as const,
      ),
    ]);
    const document = readable(zipParts(given));
    const copy = readable(writeComments(document, [{ start: 0, end: 3, message: 'm' }], OPTIONS).bytes);
    assert.deepEqual([...document.parts], [...given]);
    assert.deepEqual(
      [...copy.parts.keys()].filter((name) => !/comments/.test(name)),
      [...given.keys()],
    );
    assert.deepEqual(copy.parts.get('__proto__'), given.get('__proto__'));
    const { stdout, status } = spawnSync('python3', ['-c', LIST], { input: zipParts(given), encoding: 'utf8' });
    if (status === 0) assert.deepEqual(JSON.parse(stdout), [...given.keys()]);
  });
});

/** Verifies a package with another program, and lists its entries. */
const LIST = `
import io, json, sys, zipfile
package = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert package.testzip() is None
print(json.dumps(package.namelist()))`;

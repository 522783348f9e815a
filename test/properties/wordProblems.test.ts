import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWord } from '../../src/core/word/readWord';
import type { WordReason } from '../../src/core/word/wordDocument';
import { docx, docxParts, line, p, r, table, zipped } from '../support/docx';
import { assertLinear } from '../support/growth';

// Files that are not Word documents, or not whole ones.

const parts = docxParts({ body: line('A paragraph about the organization.').repeat(20), styles: '', footnotes: '' });
const whole = zipped(parts);
const withDocument = (xml: string | Uint8Array): Uint8Array => zipped({ ...parts, 'word/document.xml': xml });
const document = parts['word/document.xml']!;

/** A compound file whose directory has the names, in the second sector of a chain. */
function oleFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(4 * 512);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  // The table in sector 0: the directory is in the sectors 1 and 2.
  view.setUint32(512 + 4, 2, true);
  view.setUint32(512 + 8, 0xfffffffe, true);
  ['Root Entry', 'a', 'b', 'c', ...names].forEach((name, i) => {
    const at = 1024 + 128 * i;
    for (let j = 0; j < name.length; j++) view.setUint16(at + 2 * j, name.charCodeAt(j), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
  });
  return bytes;
}

/** Replaces the 32-bit numbers at an offset of every entry of the directory of a zip file. */
function patched(bytes: Uint8Array, offset: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) {
      if (size === 4) view.setUint32(at + offset, value, true);
      else view.setUint16(at + offset, value, true);
    }
  return copy;
}

const withBody = (runs: string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, 'word/document.xml': document.replace('<w:p>', `<w:p>${runs}</w:p><w:p>`) }).map(
        ([name, part]) => [name, strToU8(part)],
      ),
    ),
    { level: 0 },
  );
const MUCH = {
  elements: 'more than 1500000 elements',
  paragraph: 'a paragraph of more than 1000000 characters',
  text: 'more than 10000000 characters of text',
  stretches: 'more than 1500000 pieces of text',
};

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
/** A part of 12 MB in 12 KB. */
const bomb = zipSync({ 'word/document.xml': zeros(12) });

const PROBLEMS: Readonly<Record<string, readonly [Uint8Array, WordReason, string?]>> = {
  'an empty file': [new Uint8Array(), 'truncated'],
  'one byte': [new Uint8Array([0x50]), 'not-a-zip'],
  text: [strToU8('{\\rtf1 A text.}'), 'not-a-zip'],
  'the first half of a file': [whole.slice(0, whole.length / 2), 'truncated'],
  'a file without its last bytes': [whole.slice(0, -30), 'truncated'],
  'a file without its first bytes': [new Uint8Array([...whole.slice(0, 4), ...whole.slice(60)]), 'truncated'],
  'an encrypted document': [oleFile('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  'a document before Word 2007': [oleFile('1Table', 'WordDocument'), 'legacy-doc'],
  'a table before Excel 2007': [oleFile('Workbook'), 'not-word'],
  'the beginning of a compound file': [oleFile('WordDocument').slice(0, 600), 'truncated'],
  'an encrypted part': [patched(whole, 8, 1, 2), 'encrypted', '[Content_Types].xml'],
  'a part that expands too much': [bomb, 'too-large', 'word/document.xml is compressed to less than 1/200'],
  'a part larger than declared': [patched(bomb, 24, 5000), 'too-large', 'word/document.xml is larger than it declares'],
  'a part smaller than declared': [patched(whole, 24, 100_000), 'truncated', '[Content_Types].xml'],
  'a wrong checksum': [patched(whole, 16, 12345), 'xml', 'the checksum of [Content_Types].xml is wrong'],
  'two parts of one name': [
    strToU8(
      strFromU8(zipSync({ ...unzipSync(whole), 'x/a': zeros(0), 'x/b': zeros(0) }), true).replaceAll('x/b', 'x/a'),
      true,
    ),
    'xml',
    'two parts are named x/a',
  ],
  'parts of more than 100 MB': [
    zipSync(Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`word/media/${i}.bmp`, zeros(7)])), { level: 1 }),
    'too-large',
    'more than 100 MB in its parts up to word/media/14.bmp',
  ],
  'XML of more than 50 MB': [
    zipSync({ 'word/document.xml': zeros(51) }, { level: 0 }),
    'too-large',
    'more than 50 MB of XML in word/document.xml',
  ],
  'a paragraph of short lines': [
    withBody(`<w:r><w:t>${'a\n'.repeat(500_001)}</w:t></w:r>`),
    'too-large',
    MUCH.paragraph,
  ],
  'a paragraph of marks in several runs': [
    withBody(`<w:r><w:t>${'*['.repeat(250_001)}</w:t></w:r>`.repeat(2)),
    'too-large',
    MUCH.paragraph,
  ],
  'paragraphs of marks': [
    withBody(`<w:r><w:t>${'*['.repeat(400_000)}</w:t></w:r></w:p><w:p>`.repeat(5)),
    'too-large',
    MUCH.stretches,
  ],
  'too much text': [
    withBody(`<w:r><w:t>${'a word '.repeat(100_000)}</w:t></w:r></w:p><w:p>`.repeat(15)),
    'too-large',
    MUCH.text,
  ],
  'too many elements': [withBody('<w:r/>'.repeat(1_500_000)), 'too-large', MUCH.elements],
  'too many elements in the styles': [
    zipped({ ...parts, 'word/styles.xml': `<w:styles>${'<a/>'.repeat(1_500_000)}</w:styles>` }),
    'too-large',
    MUCH.elements,
  ],
  'too many attributes of one element': [
    withBody(`<w:r ${Array.from({ length: 1001 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    'too-large',
    'more than 1000 attributes of one element',
  ],
  'too many parts': [
    zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()])), { level: 0 }),
    'too-large',
    'more than 10000 parts',
  ],
  'an empty zip file': [zipSync({}), 'not-word', 'word/document.xml'],
  'an OpenDocument text': [
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
    'not-word',
    'application/vnd.oasis.opendocument.text',
  ],
  'an Excel workbook': [
    zipped({
      '_rels/.rels': parts['_rels/.rels']!.replace('word/document.xml', 'xl/workbook.xml'),
      'xl/workbook.xml': '<workbook/>',
    }),
    'not-word',
    'xl/workbook.xml',
  ],
  'a document part that is missing': [
    zipped({ ...parts, '_rels/.rels': parts['_rels/.rels']!.replace('document.xml', 'x.xml') }),
    'not-word',
    'word/x.xml',
  ],
  'XML that is not well-formed': [withDocument(document.replace('</w:p>', '')), 'xml'],
  'a document type declaration': [
    withDocument(document.replace('<w:document', '<!DOCTYPE w [<!ENTITY a "b">]><w:document')),
    'xml',
    'word/document.xml: a document type declaration',
  ],
  'an undeclared entity': [withDocument(document.replace('A paragraph', '&a;')), 'xml'],
  'elements too deep': [
    withDocument(document.replace('<w:p>', `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}<w:p>`)),
    'xml',
  ],
  'bytes that are no UTF-8': [withDocument(new Uint8Array([0x3c, 0x61, 0xff, 0x3e])), 'xml', 'word/document.xml'],
  'an empty document part': [withDocument(''), 'xml'],
  'styles that are not well-formed': [zipped({ ...parts, 'word/styles.xml': '<w:styles>' }), 'xml'],
};

describe('a file that is no whole Word document', () => {
  for (const [name, [bytes, reason, detail]] of Object.entries(PROBLEMS))
    it(`is a problem: ${name}`, () => {
      const result = readWord(bytes);
      assert.ok(result.kind === 'problem');
      assert.equal(result.reason, reason, result.detail);
      if (detail !== undefined) assert.equal(result.detail, detail);
    });

  it('never makes reading fail', () => {
    const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    const files = [docx({ body: line('A paragraph.'), styles: '', numbering: '' }), whole, oleFile('WordDocument')];
    fc.assert(
      fc.property(fc.constantFrom(...files), mutations, fc.nat(), (file, changes, length) => {
        const bytes = file.slice(0, length % 3 === 0 ? length % file.length : file.length);
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        readWord(bytes);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isZip) => {
        readWord(isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
      }),
    );
  });

  it('never makes reading fail for any XML', () => {
    const names = [
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'pPr',
      'rPr',
      'trPr',
      'del',
      'txbxContent',
      'footnote',
      'fldChar',
      'numId',
    ];
    const tag = fc.tuple(fc.constantFrom(...names), fc.constantFrom('', ' w:val="x"', ' w:val="1"', ' w:val="-5"'));
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom('text', ''),
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([[name, attributes], inner]) => `<w:${name}${attributes}>${inner.join('')}</w:${name}>`),
      ),
    }));
    fc.assert(
      fc.property(node, (body) => assert.equal(readWord(docx({ body })).kind, 'document')),
      { numRuns: 500 },
    );
  });
});

describe('a Word document in an unusual form', () => {
  const text = (bytes: Uint8Array): string => {
    const result = readWord(bytes);
    return result.kind === 'document' ? result.text.text : `${result.reason}: ${result.detail}`;
  };
  const simple = docxParts({ body: line('A') });
  const xml = simple['word/document.xml']!;

  it('may have another name for its main part', () => {
    const { 'word/document.xml': main, '_rels/.rels': relations, ...others } = simple;
    const target = relations!.replace('"word/document.xml"', '"/word/document2.xml"');
    assert.equal(text(zipped({ ...others, '_rels/.rels': target, 'word/document2.xml': main! })), 'A\n');
  });

  it('may lack relations', () => {
    assert.equal(text(zipped({ 'word/document.xml': xml })), 'A\n');
  });

  it('may have other prefixes, or the strict namespace', () => {
    const renamed = xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    assert.equal(text(zipped({ ...simple, 'word/document.xml': renamed })), 'A\n');
    const byDefault = xml.replaceAll(/(<\/?)w:/g, '$1').replace('xmlns:w=', 'xmlns=');
    assert.equal(text(zipped({ ...simple, 'word/document.xml': byDefault })), 'A\n');
    const strict = xml.replace(/xmlns:w="[^"]+"/, 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"');
    assert.equal(text(zipped({ ...simple, 'word/document.xml': strict })), 'A\n');
  });

  it('keeps its parts, in their order', () => {
    const result = readWord(zipped({ ...simple, 'word/media/a.png': new Uint8Array([1, 2, 3]) }));
    assert.ok(result.kind === 'document');
    assert.deepEqual([...result.parts.keys()], [...Object.keys(simple), 'word/media/a.png']);
    assert.deepEqual(result.parts.get('word/media/a.png'), new Uint8Array([1, 2, 3]));
  });

  const LIST =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  // By what there is many of: the body with so many of it.
  const MANY: Readonly<Record<string, (count: number) => string>> = {
    'marks in a paragraph': (count) => line('*a `$x [b](c) ~~d www.'.repeat(count)),
    'lines in a paragraph': (count) => p(`<w:r>${'<w:t>a</w:t><w:br/>'.repeat(count)}</w:r>`),
    blanks: (count) => p(`<w:r><w:t xml:space="preserve">${' '.repeat(20 * count)}a</w:t></w:r>`),
    'runs in a paragraph': (count) => p(r('a').repeat(count)),
    paragraphs: (count) => line('a').repeat(count),
    'deleted marks of paragraphs': (count) => line('a', '<w:rPr><w:del/></w:rPr>').repeat(count),
    'fields without an end': (count) => p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>').repeat(count),
    rows: (count) => table(Array.from({ length: count }, () => [line('a'), line('b')])),
    'rows of different lengths': (count) =>
      table([Array.from({ length: count }, () => line('a')), ...Array.from({ length: count }, () => [line('b')])]),
    'levels of lists': (count) =>
      Array.from({ length: count }, (_, i) =>
        line('a', `<w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="1"/></w:numPr>`),
      ).join(''),
    'references to notes': (count) => p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(count)),
  };

  for (const [name, body] of Object.entries(MANY))
    it(`takes time in proportion to its length: ${name}`, () => {
      assertLinear((count) => {
        const bytes = docx({
          body: body(count),
          footnotes: '<w:footnote w:id="1"><w:p/></w:footnote>',
          numbering: LIST,
        });
        return () => assert.equal(readWord(bytes).kind, 'document');
      }, 250);
    });
});

import assert from 'node:assert/strict';
import { languageIdOf } from '../../src/cli/files';
import { decode, encode, warningOn } from '../../src/cli/readText';
import { printable, styleFor } from '../../src/cli/style';
import { lineIndex } from '../../src/core/lineIndex';
import { LANGUAGE_IDS, LANGUAGE_ID_BY_END } from '../../src/core/prose/languageIds';

describe('line index', () => {
  it('knows three line ends and counts UTF-16 code units', () => {
    const index = lineIndex('a\r\n😀b\rc\n');
    const places = [0, 1, 2, 3, 5, 6, 7, 8, 9].map((offset) => index.positionAt(offset));
    assert.deepEqual(
      places.map(({ line, character }) => `${line}:${character}`),
      ['0:0', '0:1', '0:2', '1:0', '1:2', '1:3', '2:0', '2:1', '3:0'],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => index.lineText(line)),
      ['a', '😀b', 'c', ''],
    );
  });
});

describe('decode', () => {
  for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'] as const) {
    it(`is the inverse of encode in ${encoding}`, () => {
      const bytes = encode('Déclaration 😀\r\n', encoding);
      const content = decode(bytes);
      assert.deepEqual(content, { kind: 'text', text: 'Déclaration 😀\r\n', encoding });
    });
  }

  // The damage follows two letters in UTF-8, so that the text counts as damaged UTF-8.
  for (const [name, bytes, byteOffset] of [
    ['a Latin-1 letter', [0xe9, 0x62], 4],
    ['a truncated character', [0xf0, 0x9f, 0x98], 4],
    ['a character that begins like a replacement character', [0xef, 0xbf, 0x62], 4],
    ['a real replacement character before the damage', [0xef, 0xbf, 0xbd, 0xff, 0xc3, 0xa9], 7],
  ] as const) {
    it(`reports the place of ${name}`, () => {
      const content = decode(Buffer.from([0xc3, 0xa9, 0xc3, 0xa9, ...bytes]));
      assert.equal(content.kind === 'text' && content.damage?.byteOffset, byteOffset);
    });
  }

  for (const [name, bytes, byteOffset] of [
    ['damage after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 4],
    ['half a UTF-16 character', [0xff, 0xfe, 0x61, 0x00, 0x62], 4],
  ] as const) {
    it(`reports the place of ${name}`, () => {
      const content = decode(Buffer.from(bytes));
      assert.equal(content.kind === 'text' && content.damage?.byteOffset, byteOffset);
    });
  }

  it('decodes bytes that are not UTF-8 as Windows-1252, each byte as a character', () => {
    const every = Buffer.from(Array.from({ length: 255 }, (_, n) => n + 1));
    const content = decode(every);
    assert.ok(content.kind === 'text');
    assert.deepEqual([content.encoding, content.damage, content.text.length], ['windows-1252', undefined, 255]);
    assert.equal(content.text.slice(0x7e, 0xa0), '\x7f€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0');
    assert.equal(content.text.slice(0x9f), every.toString('latin1', 0x9f));
    assert.ok(warningOn(content));
    const french = decode(Buffer.from('MARCH\xc9\xbb, l\x92\xe9t\xe9 \xe0 Gen\xe8ve', 'latin1'));
    assert.equal(french.kind === 'text' && french.text, 'MARCHÉ», l’été à Genève');
  });
});

describe('language ids', () => {
  for (const [path, id] of [
    ['a.md', 'markdown'],
    ['a.Markdown', 'markdown'],
    ['a/b.QMD', 'quarto'],
    ['x.Rmd', 'rmd'],
    ['x.bib', 'bibtex'],
    ['x.htm', 'html'],
    ['x.asciidoc', 'asciidoc'],
    ['x.typ', 'typst'],
    ['x.js', undefined],
    ['README', undefined],
    ['a.md/b', undefined],
  ] as const) {
    it(`${path}: ${id}`, () => assert.equal(languageIdOf(path), id));
  }

  it('all have a format, without which markup would be changed as if it were text', () => {
    assert.deepEqual(
      [...LANGUAGE_ID_BY_END.values()].filter((id) => !LANGUAGE_IDS.includes(id)),
      [],
    );
  });
});

describe('terminal', () => {
  const output = { write: () => true, isTTY: true };

  it('has colours only if they are wanted', () => {
    assert.equal(styleFor(output, {}).red('x'), '\u001b[31mx\u001b[39m');
    assert.equal(styleFor(output, { NO_COLOR: '1' }).red('x'), 'x');
    assert.equal(styleFor({ ...output, isTTY: false }, {}).red('x'), 'x');
  });

  it('is not controlled by the content of a document', () =>
    assert.equal(printable('a\u001b[2Jb\tc\u202e'), 'a\uFFFD[2Jb c\uFFFD'));
});

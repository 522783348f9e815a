import assert from 'node:assert/strict';
import { readWord } from '../../src/core/word/readWord';
import type { WordText } from '../../src/core/word/wordText';
import { docx, line, p, r, table, type DocxContent } from '../support/docx';

// What of a Word document is read outside its running text: computed fields, headers and footers.

function read(content: DocxContent): WordText {
  const document = readWord(docx(content));
  assert.ok(document.kind === 'document', JSON.stringify(document));
  return document.text;
}

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const begin = (instruction: string): string =>
  mark('begin') + `<w:r><w:instrText> ${instruction} </w:instrText></w:r>` + mark('separate');

/** A field whose result begins and ends in paragraphs of its own. */
const field = (instruction: string, content: string): string =>
  p(begin(instruction) + r('First')) + content + p(r('Last') + mark('end'));

describe('the fields of a Word document', () => {
  const rows: readonly (readonly [name: string, body: string, text: string])[] = [
    ['no table of contents', line('One.') + field('TOC \\o "1-3"', line('Two')) + line('Three.'), 'One.\n\nThree.\n'],
    ['no index, with fields in it', field('INDEX', p(begin('PAGE') + r('3') + mark('end'))) + line('One.'), 'One.\n'],
    [
      'no simple table of authorities',
      p(`<w:fldSimple w:instr="toa">${r('One')}</w:fldSimple>`) + line('Two.'),
      'Two.\n',
    ],
    ['the text after a table of contents that does not end', p(begin('TOC')) + line('One.'), 'One.\n'],
    ['the result of any other field', field('BIBLIOGRAPHY', line('Two')), 'First\n\nTwo\n\nLast\n'],
    ['a reference in its sentence', p(r('See ') + begin('REF a') + r('TOC') + mark('end') + r('.')), 'See TOC.\n'],
  ];
  for (const [name, body, text] of rows) it(`are read as ${name}`, () => assert.equal(read({ body }).text, text));
});

describe('the headers and footers of a Word document', () => {
  const { text, paragraphs } = read({
    body: line('Body') + p('<w:r><w:footnoteReference w:id="1"/></w:r>'),
    footnotes: `<w:footnote w:id="1">${line('Note.')}</w:footnote>`,
    header: line('Head', '<w:outlineLvl w:val="0"/>') + table([[line('A'), line('B')]]),
    footer: line(' ') + line('Foot'),
  });

  it('are read after the notes, without their layout', () =>
    assert.equal(
      text,
      'Body\n\n[^1]\n\n[^1]: Note.\n\n::: {.header}\nHead\n\nA\n\nB\n:::\n\n::: {.footer}\nFoot\n:::\n',
    ));

  it('number their paragraphs separately', () =>
    assert.deepEqual(
      paragraphs.slice(3).map(({ kind, number, heading }) => [kind, number, heading]),
      [
        ['header', 1, ''],
        ['header', 2, ''],
        ['header', 3, ''],
        ['footer', 1, ''],
      ],
    ));
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown } from '../../src/core/prose/markdown';
import { decodeXml } from '../../src/core/word/decodeXml';
import { readWord } from '../../src/core/word/readWord';
import type { WordDocument } from '../../src/core/word/wordDocument';
import type { Stretch } from '../../src/core/word/wordText';
import { docx, docxParts, zipped } from '../support/docx';

// Where every character of the text comes from, for any text, split into runs anywhere.

function read(bytes: Uint8Array): WordDocument {
  const document = readWord(bytes);
  assert.ok(document.kind === 'document', JSON.stringify(document));
  return document;
}

/** Decodes the XML of a `<w:t>` element without the parser that the reader uses. */
function decoded(element: string): string {
  return element
    .replace(/^<w:t(?:\s[^>]*)?>/, '')
    .replace(/<\/w:t>$/, '')
    .replace(/<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->/g, (_, data: string | undefined) =>
      (data ?? '').replaceAll('&', '&amp;'),
    )
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
      name !== undefined ? NAMED[name]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function checkStretch(document: WordDocument, { start, end, part, element, run, offset }: Stretch): void {
  const xml = decodeXml(document.parts.get(part)!)!;
  const source = xml.slice(element.start, element.end);
  assert.match(source, /^<w:t[\s>][^]*<\/w:t>$/);
  assert.match(xml.slice(run.start, run.end), /^<w:r[\s>][^]*<\/w:r>$/);
  assert.ok(run.start < element.start && element.end < run.end);
  const text = document.text.text.slice(start, end);
  assert.ok(text.length > 0);
  assert.equal(text, decoded(source).slice(offset, offset + text.length));
}

function checkStretches(document: WordDocument): void {
  const { stretches, paragraphs } = document.text;
  let end = 0;
  for (const stretch of stretches) {
    assert.ok(stretch.start >= end);
    end = stretch.end;
    checkStretch(document, stretch);
    assert.ok(paragraphs.some((paragraph) => paragraph.start <= stretch.start && stretch.end <= paragraph.end));
  }
  for (let i = 1; i < paragraphs.length; i++) assert.ok(paragraphs[i - 1]!.end <= paragraphs[i]!.start);
}

/** The characters that Markdown may read as markup, line breaks aside, and some that need two code units. */
const CHARACTERS = [...'#>-+*=_`~$:|[]()!\\{}<&^@.19abé “”😀𝒳', '\u00a0', '\u200f'];
const words = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 12 });
const text = fc.oneof(
  words,
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replace(/[^\P{C}]|[\r\n\ue000]/gu, 'x')),
);

/** The XML of a text, in one of the forms that XML has. */
const encoded = fc.tuple(text, fc.integer({ min: 0, max: 3 }), fc.boolean()).map(([value, form, isPreserved]) => {
  const content =
    form === 0
      ? `<![CDATA[${value.replaceAll(']]>', '')}]]>`
      : form === 1
        ? [...value].map((each) => `&#${each.codePointAt(0)};`).join('')
        : `${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}${form === 2 ? '<!-- c -->' : ''}`;
  return `<w:t${isPreserved ? ' xml:space="preserve"' : ''}>${content}</w:t>`;
});
const run = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: encoded },
        { weight: 1, arbitrary: fc.constantFrom('<w:tab/>', '<w:br/>', '<w:noBreakHyphen/>') },
      ),
      { maxLength: 4 },
    ),
    fc.boolean(),
  )
  .map(([content, isBold]) => `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${content.join('')}</w:r>`);
const reference = fc.constant('<w:r><w:footnoteReference w:id="1"/></w:r>');
const runs = fc.array(fc.oneof({ weight: 8, arbitrary: run }, { weight: 1, arbitrary: reference }), { maxLength: 6 });
const paragraph = fc
  .tuple(runs, fc.constantFrom('', 'Heading1', 'Quote'))
  .map(([content, id]) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${content.join('')}</w:p>`);
const cell = fc.array(paragraph, { maxLength: 2 }).map((content) => `<w:tc>${content.join('')}</w:tc>`);
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
  .map((rows) => `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`);
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { maxLength: 5 })
  .map((each) => each.join(''));
const STYLES =
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>';
const content = fc.record({
  body,
  footnotes: paragraph.map((note) => `<w:footnote w:id="1">${note}</w:footnote>`),
  styles: fc.constant(STYLES),
});

describe('the stretches of a Word document', () => {
  it('give the text of their elements', () => {
    fc.assert(
      fc.property(content, (each) => checkStretches(read(docx(each)))),
      { numRuns: 300 },
    );
  });

  it('contain everything but escapes in a paragraph of text', () => {
    fc.assert(
      fc.property(fc.array(encoded, { minLength: 1, maxLength: 5 }), (elements) => {
        const { text } = read(docx({ body: `<w:p><w:r>${elements.join('')}</w:r></w:p>` }));
        const written = text.stretches.map(({ start, end }) => text.text.slice(start, end)).join('');
        const isTrimmed = (element: string): boolean => !element.includes('preserve');
        const whole = elements.map((each) =>
          isTrimmed(each) ? decoded(each).replace(/^[ \t]+|[ \t]+$/g, '') : decoded(each),
        );
        if (whole.join('').trim() !== '') assert.equal(written, whole.join('').replace(/^[ \t]+|[ \t]+$/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('have the offsets of a part in UTF-16, with or without a byte order mark', () => {
    const parts = docxParts({ body: '<w:p><w:r><w:t>é😀x</w:t></w:r></w:p>' });
    const xml = parts['word/document.xml']!;
    const little = new Uint8Array(
      Uint16Array.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`.split(''), (unit) => unit.charCodeAt(0)).buffer,
    );
    const withMark = new TextEncoder().encode(`\ufeff${xml}`);
    for (const part of [little, withMark]) {
      const document = read(zipped({ ...parts, 'word/document.xml': part }));
      assert.equal(document.text.text, 'é😀x\n');
      checkStretches(document);
    }
  });

  it('refer to notes in their own part', () => {
    const document = read(
      docx({
        body: '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="4"/></w:r></w:p>',
        footnotes: '<w:footnote w:id="4"><w:p><w:r><w:t>b</w:t></w:r></w:p></w:footnote>',
      }),
    );
    assert.deepEqual(
      document.text.stretches.map(({ part }) => part),
      ['word/document.xml', 'word/footnotes.xml'],
    );
    checkStretches(document);
  });
});

describe('the Markdown of a Word document', () => {
  it('is read as the blocks that the document has, without markup of its own', () => {
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const plain = paragraphs
          .map(
            (each) =>
              `<w:p>${each
                .filter((one) => !one.includes('Reference'))
                .join('')
                .replaceAll('<w:br/>', '')}</w:p>`,
          )
          .join('');
        const { text, paragraphs: written } = read(docx({ body: plain })).text;
        const blocks = markdown.readPart(text, true).blocks;
        const isVisible = ({ start, end }: { start: number; end: number }): boolean =>
          /[^\s]/.test(text.slice(start, end));
        assert.deepEqual(
          blocks.map(({ start, end, kind }) => [
            kind === 'caption' ? 'paragraph' : kind,
            text.slice(start, end).trim(),
          ]),
          written.filter(isVisible).map(({ start, end }) => ['paragraph', text.slice(start, end).trim()]),
          text,
        );
        for (const block of blocks)
          for (const { kind, start, end } of markdown.readInlines(text, block))
            assert.ok(
              kind === 'url' || kind === 'key' || kind === 'citation',
              `${kind} ${text.slice(start, end)} in ${text}`,
            );
      }),
      { numRuns: 500 },
    );
  });
});

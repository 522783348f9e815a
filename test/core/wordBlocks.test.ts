import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown } from '../../src/core/prose/markdown';
import type { Block } from '../../src/core/prose/prose';
import { readWord } from '../../src/core/word/readWord';
import { docx, p, r, table } from '../support/docx';

// Our reader of Markdown finds the blocks of a Word document in its text, whatever characters they contain.

const CHARACTERS = [...'#>-+*=_`~$:|[]()!\\{}<&^@.19abé '];
const words = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 10 });
const item = (text: string, level: number): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

/** A kind of block, and its XML. */
type Sample = readonly [kind: string, xml: string];
const sample = (kind: string, xml: fc.Arbitrary<string>): fc.Arbitrary<Sample> => xml.map((each) => [kind, each]);

const samples = fc.oneof(
  sample(
    'paragraph',
    words.map((text) => p(r(text))),
  ),
  sample(
    'heading',
    words.map((text) => p(r(text), '<w:outlineLvl w:val="1"/>')),
  ),
  sample(
    'list-item',
    fc.tuple(words, fc.nat(3)).map(([text, level]) => item(text, level)),
  ),
  sample(
    'quotation',
    words.map((text) => p(r(text), '<w:pStyle w:val="Quote"/>')),
  ),
  sample(
    'table-row',
    fc
      .tuple(words, words)
      .map(([first, second]) => table([[p(r(`${first}x`)), p(r(`${second}x`))]], '<w:tblLook w:firstRow="1"/>')),
  ),
  sample(
    'French',
    words.map((text) => p(r(`${text}abc`, '<w:lang w:val="fr"/>'))),
  ),
);

const ENGLISH = p(r('A long paragraph in the main language.', '<w:lang w:val="en"/>')).repeat(5);
const STYLES = '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>';
const LEVELS = ['decimal', 'bullet', 'lowerLetter', 'bullet']
  .map((format, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`)
  .join('');
const NUMBERING = `<w:abstractNum w:abstractNumId="1">${LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;

function kindOf({ quoted, lang, kind }: Block): string {
  if (quoted) return 'quotation';
  if (lang) return 'French';
  return kind === 'caption' ? 'paragraph' : kind;
}

describe('the blocks of a Word document', () => {
  it('are found in its Markdown, without markup of their own', () => {
    fc.assert(
      fc.property(fc.array(samples, { maxLength: 7 }), (blocks) => {
        const body = ENGLISH + blocks.map(([, xml]) => xml).join('');
        const document = readWord(docx({ body, styles: STYLES, numbering: NUMBERING }));
        assert.ok(document.kind === 'document');
        const { text } = document.text;
        const read = markdown.readPart(text, true).blocks;
        const visible = blocks.filter(([, xml]) => /<w:t [^>]*>[^<]*[^< ]/.test(xml));
        assert.deepEqual(
          read.slice(5).map(kindOf),
          visible.map(([kind]) => kind),
          text,
        );
        for (const block of read)
          for (const { kind, start, end } of markdown.readInlines(text, block))
            assert.ok(['url', 'key', 'citation'].includes(kind), `${kind} ${text.slice(start, end)} in ${text}`);
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';
import { writeComments, type WordComment } from '../../src/core/word/writeComments';
import { partsOf, readable, wordPackage } from '../support/wordPackage';

// `[` and `]` mark the range of a comment, `^` is a comment on a position. In the expected XML, `{` and `}` are the
// beginning and end of the range of a comment, which its reference follows.

const OPTIONS = { author: 'MT', date: '2026-01-02T03:04:05.678Z' };
const REVISION = /w:author="MT" w:date="2026-01-02T03:04:05Z"/g;

/** The body after a comment on each of the words, which may have a new text. */
function bodyWith(body: string, comments: readonly (readonly [words: string, newText?: string])[]): string {
  const document = readable(wordPackage(body));
  const { text } = document.text;
  const given = comments.map(([words, newText]): WordComment => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, `${words} is in ${text}`);
    return {
      start,
      end: start + words.length,
      message: 'm',
      ...(newText === undefined ? {} : { change: { newText } }),
    };
  });
  const copy = writeComments(document, given, { ...OPTIONS, tracked: true }).bytes;
  const xml = partsOf(copy)['word/document.xml']!;
  return shortened(/<w:body>(.*)<\/w:body>/s.exec(xml)![1]!);
}

/** XML with short names for what every comment or change needs. */
function shortened(xml: string): string {
  return xml
    .replace(/<w:commentRangeStart w:id="\d+"\/>/g, '{')
    .replace(/<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:commentReference w:id="\1"\/><\/w:r>/g, '}')
    .replace(REVISION, 'MT')
    .replaceAll(' xml:space="preserve"', '·')
    .replaceAll('w:', '');
}

/** A run that begins, divides or ends a field. */
const field = (type: string): string => `<r><fldChar w:fldCharType="${type}"/></r>`;

/** A field with its result. */
const result = (instruction: string, content: string): string =>
  `${field('begin')}<r><instrText>${instruction}</instrText></r>${field('separate')}${content}${field('end')}`;

type Row = readonly [name: string, body: string, comments: readonly (readonly [string, string?])[], expected: string];

/** A paragraph, with the tag of its elements shortened. */
const p = (content: string): string =>
  `<w:p>${content.replace(/<(\/?)(?=[a-zA-Z])(?!\w+:)/g, '<$1w:').replaceAll('·', ' xml:space="preserve"')}</w:p>`;

describe('comments in a Word document', () => {
  const rows: readonly Row[] = [
    ['a whole run', '<r><t>IOM</t></r>', [['IOM']], '{<r><t>IOM</t></r>}'],
    [
      'the middle of a run, whose formatting and attributes each part keeps',
      '<r w:rsidR="00A1"><rPr><b/></rPr><t>The IOM said</t></r>',
      [['IOM']],
      '<r rsidR="00A1"><rPr><b/></rPr><t·>The </t></r>{<r rsidR="00A1"><rPr><b/></rPr><t·>IOM</t></r>}' +
        '<r rsidR="00A1"><rPr><b/></rPr><t·> said</t></r>',
    ],
    [
      'several runs',
      '<r><t·>The Global </t></r><r><rPr><i/></rPr><t·>Compact for</t></r>',
      [['Global Compact']],
      '<r><t·>The </t></r>{<r><t·>Global </t></r><r><rPr><i/></rPr><t·>Compact</t></r>}<r><rPr><i/></rPr><t·> for</t></r>',
    ],
    [
      'ranges that overlap',
      '<r><t>one two three</t></r>',
      [['one two'], ['two three']],
      '{<r><t·>one </t></r>{<r><t·>two</t></r>}<r><t·> three</t></r>}',
    ],
    [
      'the result of a field, whose mark LibreOffice would show as text',
      `<r><t·>See </t></r>${field('begin')}<r><instrText> REF a </instrText></r>${field('separate')}` +
        `<r><t>the IOM rules</t></r>${field('end')}<r><t>.</t></r>`,
      [['IOM']],
      `<r><t·>See </t></r>{${field('begin')}<r><instrText> REF a </instrText></r>${field('separate')}` +
        `<r><t>the IOM rules</t></r>${field('end')}}<r><t>.</t></r>`,
    ],
    [
      'a field in the result of a field, and text after it',
      `${field('begin')}<r><instrText>IF</instrText></r>${field('separate')}<r><t·>one </t></r>${field('begin')}` +
        `${field('separate')}<r><t>two</t></r>${field('end')}${field('end')}<r><t·> three four</t></r>`,
      [['two three']],
      `{${field('begin')}<r><instrText>IF</instrText></r>${field('separate')}<r><t·>one </t></r>${field('begin')}` +
        `${field('separate')}<r><t>two</t></r>${field('end')}${field('end')}<r><t·> three</t></r>}<r><t·> four</t></r>`,
    ],
    [
      'a simple field',
      '<fldSimple w:instr="SEQ"><r><t>one two</t></r></fldSimple>',
      [['two']],
      '{<fldSimple instr="SEQ"><r><t>one two</t></r></fldSimple>}',
    ],
    [
      'a field that does not end',
      `${field('begin')}${field('separate')}<r><t>one two</t></r>`,
      [['two']],
      `${field('begin')}${field('separate')}<r><t·>one </t></r>{<r><t·>two</t></r>}`,
    ],
    ['the same range twice', '<r><t>one</t></r>', [['one'], ['one']], '{{<r><t>one</t></r>}}'],
    [
      'a tab in the run',
      '<r><t>one</t><tab/><t>two three</t></r>',
      [['two']],
      '<r><t>one</t><tab/></r>{<r><t·>two</t></r>}<r><t·> three</t></r>',
    ],
    [
      'a range that crosses a tab',
      '<r><t>zero one</t><tab/><t>two</t></r>',
      [['one two']],
      '<r><t·>zero </t></r>{<r><t·>one</t><tab/><t>two</t></r>}',
    ],
    [
      'references to characters',
      '<r><t>R&amp;D &#233;t&#xe9; &#x1F600; end</t></r>',
      [['D été 😀']],
      '<r><t·>R&amp;</t></r>{<r><t·>D &#233;t&#xe9; &#x1F600;</t></r>}<r><t·> end</t></r>',
    ],
    [
      'a CDATA section',
      '<r><t><![CDATA[one & two]]> three</t></r>',
      [['two three']],
      '<r><t·><![CDATA[one & ]]></t></r>{<r><t·><![CDATA[two]]> three</t></r>}',
    ],
    ['white space that is not shown', '<r><t> one two </t></r>', [['two']], '<r><t·>one </t></r>{<r><t·>two</t></r>}'],
    [
      'a page break of the last layout, which is no content',
      '<r><lastRenderedPageBreak/><t>one</t></r>',
      [['one']],
      '{<r><lastRenderedPageBreak/><t>one</t></r>}',
    ],
    [
      'a whole hyperlink',
      '<hyperlink r:id="rId9"><r><t>one</t></r></hyperlink>',
      [['one']],
      '{<hyperlink r:id="rId9"><r><t>one</t></r></hyperlink>}',
    ],
    [
      'into a hyperlink',
      '<r><t·>one </t></r><hyperlink r:id="rId9"><r><t>two three</t></r></hyperlink>',
      [['one two']],
      '{<r><t·>one </t></r><hyperlink r:id="rId9"><r><t·>two</t></r>}<r><t·> three</t></r></hyperlink>',
    ],
    [
      'a content control and a smart tag',
      '<sdt><sdtPr><alias w:val="x"/></sdtPr><sdtContent><r><t·>one </t></r></sdtContent></sdt><smartTag><r><t>two</t></r></smartTag>',
      [['one two']],
      '{<sdt><sdtPr><alias val="x"/></sdtPr><sdtContent><r><t·>one </t></r></sdtContent></sdt><smartTag><r><t>two</t></r></smartTag>}',
    ],
    [
      'a part of an insertion, which is divided',
      '<ins w:id="7" w:author="A"><r><t>one two</t></r></ins>',
      [['two']],
      '<ins id="7" author="A"><r><t·>one </t></r></ins>{<ins id="1" author="A"><r><t·>two</t></r></ins>}',
    ],
    [
      'a run whose formatting was changed, with an id for each change',
      '<r><rPr><b/><rPrChange w:id="3" w:author="A"><rPr/></rPrChange></rPr><t>one two</t></r>',
      [['one']],
      '{<r><rPr><b/><rPrChange id="3" author="A"><rPr/></rPrChange></rPr><t·>one</t></r>}' +
        '<r><rPr><b/><rPrChange id="1" author="A"><rPr/></rPrChange></rPr><t·> two</t></r>',
    ],
    ['a position', '<r><t>one two</t></r>', [['']], '{}<r><t>one two</t></r>'],
  ];
  for (const [name, body, comments, expected] of rows)
    it(`are written around ${name}`, () =>
      assert.equal(bodyWith(p(body), comments), `<p>${expected.replaceAll('w:', '')}</p>`));

  it('may extend over paragraphs', () => {
    assert.equal(
      bodyWith(p('<r><t>one</t></r>') + p('<r><t>two</t></r>'), [['one\n\ntwo']]),
      '<p>{<r><t>one</t></r></p><p><r><t>two</t></r>}</p>',
    );
  });
});

describe('tracked changes in a Word document', () => {
  const rows: readonly Row[] = [
    [
      'a word',
      '<r><rPr><b/></rPr><t>The IMO said</t></r>',
      [['IMO', 'IOM']],
      '<r><rPr><b/></rPr><t·>The </t></r>{<del id="2" MT><r><rPr><b/></rPr><delText·>IMO</delText></r></del>' +
        '<ins id="1" MT><r><rPr><b/></rPr><t·>IOM</t></r></ins>}<r><rPr><b/></rPr><t·> said</t></r>',
    ],
    [
      'only the words that differ',
      '<r><t>International Office for Migration</t></r>',
      [['International Office for Migration', 'International Organization for Migration']],
      '{<r><t·>International </t></r><del id="2" MT><r><delText·>Office</delText></r></del>' +
        '<ins id="1" MT><r><t·>Organization</t></r></ins><r><t·> for Migration</t></r>}',
    ],
    [
      'a word that is deleted',
      '<r><t>one two three</t></r>',
      [['one two three', 'one three']],
      '{<r><t·>one </t></r><del id="1" MT><r><delText·>two </delText></r></del><r><t·>three</t></r>}',
    ],
    [
      'a word that is inserted',
      '<r><t>of IOM</t></r>',
      [['IOM', 'the IOM']],
      '<r><t·>of </t></r>{<ins id="1" MT><r><t·>the </t></r></ins><r><t·>IOM</t></r>}',
    ],
    [
      'several runs, with the formatting of the first',
      '<r><rPr><b/></rPr><t>Com</t></r><r><rPr><i/></rPr><t>pact</t></r>',
      [['Compact', 'Treaty']],
      '{<del id="2" MT><r><rPr><b/></rPr><delText·>Com</delText></r></del>' +
        '<del id="3" MT><r><rPr><i/></rPr><delText·>pact</delText></r></del>' +
        '<ins id="1" MT><r><rPr><b/></rPr><t·>Treaty</t></r></ins>}',
    ],
    [
      'text around a tab',
      '<r><t>one</t><tab/><t>two</t></r>',
      [['one two', 'eins zwei']],
      '{<del id="3" MT><r><delText·>one</delText></r></del><ins id="1" MT><r><t·>eins</t></r></ins><r><tab/></r>' +
        '<del id="4" MT><r><delText·>two</delText></r></del><ins id="2" MT><r><t·>zwei</t></r></ins>}',
    ],
    ['no tab', '<r><t>one</t><tab/><t>two</t></r>', [['one two', 'both']], '{<r><t>one</t><tab/><t>two</t></r>}'],
    [
      'text with characters that Markdown takes as markup',
      '<r><t>a *b* c</t></r>',
      [['a \\*b* c', 'a \\*d* c']],
      '{<r><t·>a *</t></r><del id="2" MT><r><delText·>b</delText></r></del><ins id="1" MT><r><t·>d</t></r></ins><r><t·>* c</t></r>}',
    ],
    [
      'a part of an insertion: the deletion is in it, and the new text next to it',
      '<ins w:id="7" w:author="A"><r><t>one two three</t></r></ins>',
      [['two', '2']],
      '<ins id="7" author="A"><r><t·>one </t></r></ins>{<ins id="2" author="A"><del id="3" MT><r><delText·>two</delText></r></del></ins>' +
        '<ins id="1" MT><r><t·>2</t></r></ins>}<ins id="4" author="A"><r><t·> three</t></r></ins>',
    ],
    [
      'a hyperlink, in which the new text is',
      '<hyperlink r:id="rId9"><r><t>one</t></r></hyperlink><r><t·> two</t></r>',
      [['one two', 'three']],
      '{<hyperlink r:id="rId9"><del id="2" MT><r><delText·>one</delText></r></del><ins id="1" MT><r><t·>three</t></r></ins></hyperlink>' +
        '<del id="3" MT><r><delText·> two</delText></r></del>}',
    ],
    [
      'the first of two that overlap',
      '<r><t>one two three</t></r>',
      [
        ['one two', '1 2'],
        ['two three', '2 3'],
      ],
      '{<del id="2" MT><r><delText·>one </delText></r></del>{<del id="3" MT><r><delText·>two</delText></r></del>' +
        '<ins id="1" MT><r><t·>1 2</t></r></ins>}<r><t·> three</t></r>}',
    ],
    [
      'no text that was moved',
      '<moveTo w:id="7" w:author="A"><r><t>one</t></r></moveTo>',
      [['one', '1']],
      '{<moveTo id="7" author="A"><r><t>one</t></r></moveTo>}',
    ],
    [
      'no text of a control that repeats data',
      '<sdt><sdtPr><dataBinding w:xpath="/a"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt>',
      [['one', '1']],
      '{<sdt><sdtPr><dataBinding xpath="/a"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt>}',
    ],
    ...['contentLocked', 'sdtContentLocked'].map((lock): Row => [
      `no text of a control with the lock ${lock}`,
      `<sdt><sdtPr><lock w:val="${lock}"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt>`,
      [['one', '1']],
      `{<sdt><sdtPr><lock val="${lock}"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt>}`,
    ]),
    [
      'text of a control that only cannot be removed',
      '<sdt><sdtPr><lock w:val="sdtLocked"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt>',
      [['one', '1']],
      '{<sdt><sdtPr><lock val="sdtLocked"/></sdtPr><sdtContent><del id="2" MT><r><delText·>one</delText></r></del>' +
        '<ins id="1" MT><r><t·>1</t></r></ins></sdtContent></sdt>}',
    ],
    ...['REF a', 'styleref 1', 'ADDIN ZOTERO_ITEM {}'].map((instruction): Row => [
      `no result of the field ${instruction}, which is computed again`,
      result(instruction, '<r><t>one</t></r>'),
      [['one', '1']],
      `{${result(instruction, '<r><t>one</t></r>')}}`,
    ]),
    [
      'no result of a computed field in a link, nor one whose instruction is in several runs',
      result('HYPERLINK "a"', result('RE</instrText></r><r><instrText>F a', '<r><t>one</t></r>')),
      [['one', '1']],
      `{${result('HYPERLINK "a"', result('RE</instrText></r><r><instrText>F a', '<r><t>one</t></r>'))}}`,
    ],
    [
      'no text that is partly the result of a computed field',
      `<r><t·>one </t></r><fldSimple w:instr=" DOCPROPERTY Title "><r><t>two</t></r></fldSimple>`,
      [['one two', '1 2']],
      '{<r><t·>one </t></r><fldSimple instr=" DOCPROPERTY Title "><r><t>two</t></r></fldSimple>}',
    ],
    [
      'the text of a link',
      result('HYPERLINK "a"', '<r><t>one</t></r>'),
      [['one', '1']],
      `{${result('HYPERLINK "a"', '<del id="2" MT><r><delText·>one</delText></r></del><ins id="1" MT><r><t·>1</t></r></ins>')}}`,
    ],
    ['nothing if the new text is the same', '<r><t>one</t></r>', [['one', 'one']], '{<r><t>one</t></r>}'],
    [
      'whole numbers',
      '<r><t>about 1,250 people</t></r>',
      [['1,250', '1,280']],
      '<r><t·>about </t></r>{<del id="2" MT><r><delText·>1,250</delText></r></del><ins id="1" MT><r><t·>1,280</t></r></ins>}<r><t·> people</t></r>',
    ],
    [
      'a formatting that was changed, without repeating that change',
      '<r><rPr><b/><rPrChange w:id="3" w:author="A"><rPr/></rPrChange></rPr><t>one</t></r>',
      [['one', '1']],
      '{<del id="2" MT><r><rPr><b/><rPrChange id="3" author="A"><rPr/></rPrChange></rPr><delText·>one</delText></r></del>' +
        '<ins id="1" MT><r><rPr><b/></rPr><t·>1</t></r></ins>}',
    ],
  ];
  for (const [name, body, comments, expected] of rows)
    it(`replace ${name}`, () => assert.equal(bodyWith(p(body), comments), `<p>${expected.replaceAll('w:', '')}</p>`));
});

import assert from 'node:assert/strict';
import { readWord } from '../../src/core/word/readWord';
import type { WordText } from '../../src/core/word/wordText';
import { docx, line, p, r, t, table, type DocxContent } from '../support/docx';

// What a Word document is as Markdown, one rule at a time.

function read(content: DocxContent): WordText {
  const document = readWord(docx(content));
  assert.ok(document.kind === 'document', JSON.stringify(document));
  return document.text;
}

const style = (id: string, inner: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  style('Titre1', '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Ttulo2', '<w:name w:val="heading 2"/>'),
  style('Own', '<w:name w:val="Our heading"/><w:basedOn w:val="Ttulo2"/>'),
  style('Outline', '<w:name w:val="Annex"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style('Titel', '<w:name w:val="Title"/>'),
  style('Untertitel', '<w:name w:val="Subtitle"/><w:basedOn w:val="Titel"/>'),
  style(
    'TOCHeading',
    '<w:name w:val="TOC Heading"/><w:basedOn w:val="Titre1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
  ),
  style('Citation', '<w:name w:val="Quote"/>'),
  style('Intense', '<w:name w:val="Intense Quote"/><w:basedOn w:val="Normal"/>'),
  style('Puce', '<w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  style('Puce2', '<w:name w:val="List Bullet 2"/><w:basedOn w:val="Puce"/>'),
  style('Secret', '<w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>', 'character'),
  style('French', '<w:name w:val="French"/><w:rPr><w:lang w:val="fr-CH"/></w:rPr>'),
  style('Loop', '<w:name w:val="Loop"/><w:basedOn w:val="Loop"/>'),
].join('');

const level = (at: number, format: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/>${more}</w:lvl>`;
const NUMBERING = [
  `<w:abstractNum w:abstractNumId="5">${level(0, 'bullet')}${level(1, 'bullet', '<w:pStyle w:val="Puce2"/>')}${level(2, 'decimal')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="6">${level(0, 'lowerRoman')}${level(1, 'none')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>',
].join('');

const item = (text: string, list: number, at = 0): string =>
  line(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const styled = (id: string, text: string): string => line(text, `<w:pStyle w:val="${id}"/>`);
const note = (id: number, content: string, kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}">${content}</w:${kind}>`;
const reference = (id: number, kind = 'footnote'): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const lang = (text: string, tag: string): string => p(r(text, `<w:lang w:val="${tag}"/>`));
const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
const firstRow = '<w:tblLook w:firstRow="1"/>';

/** By what is tested: the body or the content, and the text. */
const CASES: Readonly<Record<string, readonly [string | DocxContent, string]>> = {
  'paragraphs, without empty ones': [line('One.') + '<w:p/>' + line(' ') + line('Two.'), 'One.\n\nTwo.\n'],
  'runs, joined': [p(r('The ') + r('IO', '<w:b/>') + r('M.')), 'The IOM.\n'],
  'blanks at the ends of text, unless preserved': [
    p('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r><w:r><w:t>c</w:t></w:r>'),
    'a b c\n',
  ],
  'the ends of lines in the XML': [p('<w:r><w:t>one\ntwo</w:t></w:r>'), 'one two\n'],
  'entities and sections of characters': [p('<w:r><w:t>R&amp;D &#233;<![CDATA[ & x]]></w:t></w:r>'), 'R&D é & x\n'],
  'nothing from an empty body': ['', ''],
  'headings by the name of the style': [
    styled('Titre1', 'A') + styled('Ttulo2', 'B') + styled('Own', 'C') + styled('Outline', 'D'),
    '# A\n\n## B\n\n## C\n\n### D\n',
  ],
  'headings by their own level': [
    line('A', '<w:outlineLvl w:val="1"/>') + line('B', '<w:outlineLvl w:val="9"/>'),
    '## A\n\nB\n',
  ],
  'the title': [styled('Titel', 'A') + styled('Untertitel', 'B') + styled('TOCHeading', 'C'), '# A\n\nB\n\nC\n'],
  'a heading of two lines': [p(`<w:r>${t('A')}<w:br/>${t('B')}</w:r>`, '<w:pStyle w:val="Titre1"/>'), '# A B\n'],
  'headings without styles': [{ body: styled('Heading2', 'A') }, '## A\n'],
  quotations: [styled('Citation', 'A') + styled('Intense', 'B') + line('C'), '> A\n>\n> B\n\nC\n'],
  'a style based on itself': [styled('Loop', 'A') + styled('Missing', 'B'), 'A\n\nB\n'],
  lists: [item('a', 1) + item('b', 1) + line('c') + item('d', 2), '- a\n- b\n\nc\n\n1. d\n'],
  'nested lists': [item('a', 1) + item('b', 1, 1) + item('c', 1, 2) + item('d', 1), '- a\n  - b\n    1. c\n- d\n'],
  'a list that begins at a lower level': [item('a', 1, 2) + item('b', 1, 1), '1. a\n- b\n'],
  'lists by style': [styled('Puce', 'a') + styled('Puce2', 'b'), '- a\n  - b\n'],
  'lists without marks or removed': [item('a', 2, 1) + item('b', 0) + item('c', 9), 'a\n\nb\n\nc\n'],
  'tables with a head': [
    table(
      [
        [line('A'), line('B')],
        [line('1') + line('2'), '<w:p/>'],
      ],
      firstRow,
    ),
    '| A | B |\n| --- | --- |\n| 1<br>2 |  |\n',
  ],
  'tables without a head': [table([[line('A'), line('B')]]), '|  |  |\n| --- | --- |\n| A | B |\n'],
  'a table whose look is a number': [
    table([[line('A'), line('B')]], '<w:tblLook w:val="04A0"/>'),
    '| A | B |\n| --- | --- |\n',
  ],
  'a repeated row as the head': [
    table([[line('A'), line('B')]]).replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>'),
    '| A | B |\n| --- | --- |\n',
  ],
  'cells over several columns and rows': [
    table(
      [
        [
          '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + line('A'),
          '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + line('B'),
        ],
        [line('1'), line('2'), '<w:tcPr><w:vMerge/></w:tcPr>' + line('hidden')],
        [line('3')],
      ],
      firstRow,
    ),
    '| A |  | B |\n| --- | --- | --- |\n| 1 | 2 |  |\n| 3 |  |  |\n',
  ],
  'rows with columns left out': [
    table([[line('A')], [line('B')]], firstRow).replace(
      /<w:tr>(?=.*B)(?!.*A)/,
      '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>',
    ),
    '| A |  |  |\n| --- | --- | --- |\n|  | B |  |\n',
  ],
  'nested tables in the cell': [
    table([[line('A') + table([[line('B'), line('C')]]) + line('D'), line('E')]], firstRow),
    '| A<br>B<br>C<br>D | E |\n| --- | --- |\n',
  ],
  'a frame around text': [table([[line('A') + item('b', 1) + line('C')]]), 'A\n\n- b\n\nC\n'],
  'bars and pairs of marks in cells': [
    table([[line('a|b *c'), line('d* $5')]], firstRow),
    '| a\\|b \\*c | d* $5 |\n| --- | --- |\n',
  ],
  footnotes: [
    {
      body: p(r('One') + reference(7) + r('.')) + p(r('Two') + reference(3) + reference(99)),
      footnotes: note(3, line('Third.')) + note(7, line(' Seventh.') + line('- more')) + note(8, line('Unused.')),
    },
    'One[^1].\n\nTwo[^2]\n\n[^1]: Seventh.\n\\- more\n\n[^2]: Third.\n',
  ],
  'endnotes, and a note in a note': [
    {
      body: p(r('A') + reference(1) + reference(1, 'endnote')),
      footnotes: note(1, line('f')),
      endnotes: note(1, p(r('e') + reference(2, 'endnote')), 'endnote') + note(2, line('g'), 'endnote'),
    },
    'A[^1][^e1]\n\n[^1]: f\n\n[^e1]: e[^e2]\n\n[^e2]: g\n',
  ],
  'a table in a note': [
    { body: p(r('A') + reference(1)), footnotes: note(1, table([[line('a'), line('b')]])) },
    'A[^1]\n\n[^1]: a\nb\n',
  ],
  'text boxes after their paragraph': [
    p(r('A') + `<w:r>${box(line('B') + line('C'))}</w:r>` + r('D')) + line('E'),
    'AD\n\n::: {.text-box}\nB\n\nC\n:::\n\nE\n',
  ],
  'text boxes once': [
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(line('B'))}</mc:Choice><mc:Fallback>${box(line('B'))}</mc:Fallback></mc:AlternateContent></w:r>${r('A')}`,
    ),
    'A\n\n::: {.text-box}\nB\n:::\n',
  ],
  'text boxes in a cell, after the table': [
    table([[p(r('A') + `<w:r>${box(line('X'))}</w:r>`), line('B')]], firstRow) + line('C'),
    '| A | B |\n| --- | --- |\n\n::: {.text-box}\nX\n:::\n\nC\n',
  ],
  'links, content controls, tags and directions': [
    `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${p(`<w:hyperlink>${r('A')}</w:hyperlink><w:smartTag>${r('B')}</w:smartTag><w:sdt><w:sdtContent>${r('C')}</w:sdtContent></w:sdt><w:bdo w:val="rtl">${r('منظمة')}</w:bdo>`)}</w:sdtContent></w:sdt>`,
    'ABCمنظمة\n',
  ],
  'the results of fields': [
    p(
      field('begin') +
        `<w:r><w:instrText> IF </w:instrText></w:r>${field('begin')}${r('inner')}${field('separate')}${r('hidden')}${field('end')}` +
        field('separate') +
        r('shown') +
        field('end') +
        `<w:fldSimple w:instr="PAGE">${r(' 5')}</w:fldSimple>`,
    ),
    'shown 5\n',
  ],
  'text after a field without an end': [p(field('begin') + r('hidden')) + line('shown'), 'shown\n'],
  'changes as accepted': [
    p(
      r('A') +
        `<w:del w:id="1">${r('x')}<w:r><w:delText>y</w:delText></w:r></w:del><w:ins w:id="2">${r('B')}</w:ins>` +
        `<w:moveFrom w:id="3">${r('z')}</w:moveFrom><w:moveTo w:id="4">${r('C')}</w:moveTo>`,
    ),
    'ABC\n',
  ],
  'earlier formatting, not at all': [
    p(
      r('A', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      '<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Titre1"/></w:pPr></w:pPrChange>',
    ),
    'A\n',
  ],
  'a deleted mark of a paragraph': [
    line('A', '<w:pStyle w:val="Titre1"/><w:rPr><w:del w:id="1"/></w:rPr>') +
      line('B') +
      line('C', '<w:rPr><w:del w:id="1"/></w:rPr>'),
    'AB\n\nC\n',
  ],
  'deleted rows and cells': [
    table(
      [
        [line('A'), line('B')],
        [line('x'), line('y')],
        [line('C'), '<w:tcPr><w:cellDel w:id="2"/></w:tcPr>' + line('z')],
      ],
      firstRow,
    ).replace(/<w:tr>(?=<w:tc><w:p><w:r><w:t xml:space="preserve">x)/, '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>'),
    '| A | B |\n| --- | --- |\n| C |  |\n',
  ],
  'no comments': [
    p(`<w:commentRangeStart w:id="1"/>${r('A')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`),
    'A\n',
  ],
  'no hidden text': [
    p(
      r('A') +
        r('x', '<w:vanish/>') +
        r('y', '<w:rStyle w:val="Secret"/>') +
        r('B', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'),
    ),
    'AB\n',
  ],
  'tabs and breaks': [
    p(
      `<w:r>${t('A')}<w:tab/>${t('B')}<w:br/>${t(' C ')}<w:cr/><w:br w:type="page"/>${t('D')}<w:br/></w:r>`,
      '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>',
    ),
    'A B\nC\n\nD\n',
  ],
  'breaks in items, quotations and cells': [
    p(`<w:r>${t('A')}<w:br/>${t('B')}</w:r>`, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>') +
      p(`<w:r>${t('A')}<w:br/>${t('B')}</w:r>`, '<w:pStyle w:val="Citation"/>') +
      table([[p(`<w:r>${t('A')}<w:br/>${t('B')}</w:r>`), line('C')]], firstRow),
    '1. A\n   B\n\n> A\n> B\n\n| A B | C |\n| --- | --- |\n',
  ],
  'hyphens and symbols': [
    p(
      `<w:r>${t('a')}<w:noBreakHyphen/>${t('b')}<w:softHyphen/>${t('c')}<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:font="Other" w:char="F0FC"/></w:r>`,
    ),
    'a\u2011b\u00adc✓αé□\n',
  ],
  'the base of ruby text, and no formulas': [
    p(
      `<w:r><w:ruby><w:rt>${r('x')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r><m:oMath xmlns:m="m"><m:r><m:t>y</m:t></m:r></m:oMath>`,
    ),
    '漢\n',
  ],
  'passages in another language': [
    line('One in English.') +
      lang('Deux en français.', 'fr-FR') +
      styled('French', 'Trois.') +
      line('Four and more in English.') +
      lang('Fünf auf Deutsch.', 'de'),
    'One in English.\n\n::: {lang=fr}\nDeux en français.\n\nTrois.\n:::\n\nFour and more in English.\n\nFünf auf Deutsch.\n',
  ],
  'no language for part of a paragraph': [
    p(r('An English text of ') + r('quelques mots', '<w:lang w:val="fr"/>')),
    'An English text of quelques mots\n',
  ],
  'tables and notes in another language': [
    {
      body:
        line('One in English, long enough.') +
        p(r('Two in English') + reference(1)) +
        table([[lang('un', 'fr'), lang('deux', 'fr')]], firstRow),
      footnotes: note(1, lang('Une note.', 'fr-BE')),
      styles: STYLES,
    },
    'One in English, long enough.\n\nTwo in English[^1]\n\n::: {lang=fr}\n| un | deux |\n| --- | --- |\n\n[^1]: Une note.\n:::\n',
  ],
};

describe('the text of a Word document', () => {
  for (const [name, [content, expected]] of Object.entries(CASES)) {
    it(`has ${name}`, () => {
      const whole = typeof content === 'string' ? { body: content, styles: STYLES, numbering: NUMBERING } : content;
      assert.equal(read(whole).text, expected);
    });
  }

  it('has escapes only where Markdown would read markup', () => {
    for (const [text, expected] of ESCAPES) assert.equal(read({ body: line(text) }).text, `${expected}\n`, text);
  });

  it('counts paragraphs, and names the heading above them', () => {
    const { paragraphs, text } = read({
      body:
        line('Before.') +
        styled('Titre1', 'First *heading*') +
        '<w:p/>' +
        p(r('A') + reference(2) + `<w:r>${box(line('Box.'))}</w:r>`) +
        table([[line('B'), line('C')]], firstRow) +
        styled('Titre1', 'Second') +
        line('D'),
      styles: STYLES,
      footnotes: note(2, line('Note.')),
    });
    assert.deepEqual(
      paragraphs.map(({ start, end, number, kind, heading }) => [text.slice(start, end), number, kind, heading]),
      [
        ['Before.', 1, 'body', ''],
        ['First \\*heading*', 2, 'body', ''],
        ['A[^1]', 3, 'body', 'First *heading*'],
        ['Box.', 1, 'text-box', 'First *heading*'],
        ['B', 4, 'table', 'First *heading*'],
        ['C', 5, 'table', 'First *heading*'],
        ['Second', 6, 'body', 'First *heading*'],
        ['D', 7, 'body', 'Second'],
        ['Note.', 1, 'footnote', 'First *heading*'],
      ],
    );
  });
});

/** The text of a paragraph, and its Markdown. */
const ESCAPES: readonly (readonly [string, string])[] = [
  [
    'Plain text, with (brackets) and [more] of them: 5 * 3 * 2; a_b; ~ 5; R&D; a < b; $5 or $6!',
    'Plain text, with (brackets) and [more] of them: 5 * 3 * 2; a_b; ~ 5; R&D; a < b; $5 or $6!',
  ],
  ['# a', '\\# a'],
  ['#a', '#a'],
  ['- a', '\\- a'],
  ['-a', '-a'],
  ['+ a', '\\+ a'],
  ['1. a', '1\\. a'],
  ['12) a', '12\\) a'],
  ['1951. In Brussels', '1951. In Brussels'],
  ['1.5 million', '1.5 million'],
  ['> a', '\\> a'],
  ['| a', '\\| a'],
  ['a | b', 'a | b'],
  ['```', '\\```'],
  ['~~~', '\\~~~'],
  ['$$', '\\$$'],
  ['::: a', '\\::: a'],
  ['* * *', '\\* * *'],
  ['________', '\\________'],
  ['---', '\\---'],
  ['===', '\\==='],
  ['[1]: text', '\\[1]: text'],
  ['[^1]: text', '\\[^1]: text'],
  ['a [^1] b', 'a \\[^1] b'],
  ['*a* and **b**', '\\*a* and \\*\\*b**'],
  ['a*, b*', 'a\\*, b*'],
  ['a* b*', 'a* b*'],
  ['_a_', '\\_a_'],
  ['snake_case_name', 'snake\\_case_name'],
  ['https://iom.int/a_b_c and www.iom.int/a_b_c', 'https://iom.int/a_b_c and www.iom.int/a_b_c'],
  ['`a`', '\\`a`'],
  ['a ` b', 'a ` b'],
  ['~~a~~', '\\~\\~a~~'],
  ['$x$', '\\$x$'],
  ['[a](b) and [c][d]', '[a\\](b) and [c\\][d]'],
  ['a](b)', 'a](b)'],
  ['<b>', '\\<b>'],
  ['<!-- a -->', '<\\!-- a -->'],
  ['&eacute; &#233;', '&amp;eacute; &amp;#233;'],
  ['{.a} {b} {c=d}', '\\{.a} {b} \\{c=d}'],
  ['a\\b \\* \\', 'a\\b \\\\* \\\\'],
];

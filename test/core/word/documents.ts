import { line, p, r, t, table, type DocxContent } from '../../support/docx';

// Small documents with what texts about migration contain. `pandoc.json` has the words that Pandoc reads in each:
// `node --import tsx scripts/comparePandoc.mjs --record` writes it.

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>',
].join('');
const NUMBERING =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const heading = (text: string): string => line(text, '<w:pStyle w:val="Titre1"/>');
const item = (text: string, level: number): string =>
  line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const by = 'w:author="A" w:date="2024-01-01T00:00:00Z"';
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
const note = (id: number, kind = 'footnote'): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

export const DOCUMENTS: Readonly<Record<string, DocxContent>> = {
  'headings, quotations and lists': {
    styles: STYLES,
    numbering: NUMBERING,
    body:
      heading('The Organization') +
      line('It was founded in Brussels in 1951.') +
      line('Migration concerns all.', '<w:pStyle w:val="Quote"/>') +
      item('Resettlement', 0) +
      item('of refugees', 1) +
      item('of others', 1) +
      item('Return', 0),
  },
  'tracked changes': {
    body:
      p(
        r('The ') +
          `<w:del w:id="1" ${by}><w:r><w:delText>ICEM</w:delText></w:r></w:del><w:ins w:id="2" ${by}>${r('IOM')}</w:ins>` +
          r(' assists ') +
          `<w:moveFrom w:id="3" ${by}>${r('many ')}</w:moveFrom>${r('migrants')}<w:moveTo w:id="4" ${by}>${r(' everywhere')}</w:moveTo>`,
      ) + line('in all countries.', '<w:rPr><w:i/></w:rPr>'),
  },
  comments: {
    body: p(
      `<w:commentRangeStart w:id="1"/>${r('The Compact')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(' was adopted.')}`,
    ),
  },
  fields: {
    body: p(
      r('See ') +
        mark('begin') +
        instruction('REF _Ref1') +
        mark('separate') +
        r('Table 1') +
        mark('end') +
        r(' and ') +
        `<w:hyperlink w:anchor="x">${r('the annex')}</w:hyperlink>`,
    ),
  },
  'nested and merged tables': {
    body:
      table(
        [
          [line('Year'), line('Members'), line('Staff')],
          ['<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + line('1951 to 1952'), line('few')],
          [line('2018'), table([[line('173'), line('states')]]) + line('and observers'), line('many')],
        ],
        '<w:tblLook w:firstRow="1"/>',
      ) + line('Source: reports.'),
  },
  'content controls': {
    body: `<w:sdt><w:sdtPr><w:alias w:val="Title"/></w:sdtPr><w:sdtContent>${line('A report')}</w:sdtContent></w:sdt>${p(r('by ') + `<w:sdt><w:sdtPr/><w:sdtContent>${r('the Office')}</w:sdtContent></w:sdt>`)}`,
  },
  notes: {
    body: p(r('Founded') + note(1) + r(' in 1951') + note(1, 'endnote') + r('.')),
    footnotes: `<w:footnote w:id="1">${p('<w:r><w:footnoteRef/></w:r>' + r(' In Brussels.'))}${line('Not in Geneva.')}</w:footnote>`,
    endnotes: `<w:endnote w:id="1">${p('<w:r><w:endnoteRef/></w:r>' + r(' In December.'))}</w:endnote>`,
  },
  'names from right to left, and other scripts': {
    body: p(
      r('The ') + r('المنظمة الدولية للهجرة', '<w:rtl/><w:lang w:bidi="ar-SA"/>') + r(' and 国际移民组织 met 😀.'),
    ),
  },
  'special characters': {
    body: p(
      `<w:r>${t('co')}<w:noBreakHyphen/>${t('operation')}<w:tab/>${t('re')}<w:softHyphen/>${t('settlement')}<w:br/>${t('in * [all] <countries> & #1 \\ _x_')}</w:r>`,
    ),
  },
  'hidden text': { body: p(r('Seen ') + r('unseen ', '<w:vanish/>') + r('and seen.')) },
  'text boxes': {
    body:
      p(
        r('Before the box.') +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${line('In the box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${line('In the box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + line('After the box.'),
  },
};

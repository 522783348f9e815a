import fc from 'fast-check';
import { partXml, wordPackage } from './wordPackage';

const text = fc
  .array(
    fc.constantFrom(
      'one',
      'two ',
      ' three',
      'été',
      ' ',
      '&amp;',
      '&#x1F600;',
      '😀',
      '*',
      '_',
      '\\',
      '|',
      '# ',
      '<![CDATA[a & b]]>',
      '&lt;b&gt;',
      '1,250',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));
const textElement = fc
  .tuple(fc.boolean(), text)
  .map(([preserved, content]) => `<w:t${preserved ? ' xml:space="preserve"' : ''}>${content}</w:t>`);
const runContent = fc.oneof(
  { weight: 6, arbitrary: textElement },
  fc.constantFrom('<w:tab/>', '<w:br/>', '<w:lastRenderedPageBreak/>', '<w:noBreakHyphen/>'),
);
const properties = fc.constantFrom(
  '',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:i/><w:rPrChange w:id="ID" w:author="A"><w:rPr/></w:rPrChange></w:rPr>',
  '<w:rPr><w:vanish/></w:rPr>',
);
const run = fc
  .tuple(properties, fc.array(runContent, { minLength: 1, maxLength: 4 }))
  .map(([format, content]) => `<w:r w:rsidR="00AB">${format}${content.join('')}</w:r>`);
const runs = fc.array(run, { minLength: 1, maxLength: 3 }).map((each) => each.join(''));
const insertion = runs.map((content) => `<w:ins w:id="ID" w:author="A">${content}</w:ins>`);
const deletion = runs.map(
  (content) => `<w:del w:id="ID" w:author="A">${content.replace(/(<\/?w:)t\b/g, '$1delText')}</w:del>`,
);
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 2, arbitrary: insertion },
  deletion,
  runs.map((content) => `<w:hyperlink r:id="rId99">${content}</w:hyperlink>`),
  insertion.map((content) => `<w:hyperlink w:anchor="a">${content}</w:hyperlink>`),
  runs.map(
    (content) => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
  ),
  runs.map((content) => `<w:smartTag w:element="x">${content}</w:smartTag>`),
  runs.map((content) => `<w:fldSimple w:instr=" HYPERLINK ">${content}</w:fldSimple>`),
  runs.map((content) => `<w:bookmarkStart w:id="ID" w:name="b"/>${content}<w:bookmarkEnd w:id="0"/>`),
  runs.map(
    (content) =>
      `<w:commentRangeStart w:id="CID"/>${content}<w:commentRangeEnd w:id="CID"/><w:r><w:commentReference w:id="CID"/></w:r>`,
  ),
);
const paragraph = fc
  .array(inline, { maxLength: 5 })
  .map((content) => `<w:p><w:pPr><w:spacing/></w:pPr>${content.join('')}</w:p>`);
const table = fc
  .array(paragraph, { minLength: 2, maxLength: 2 })
  .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`);

/** A package with whatever a writer of comments must respect: formatting, wrappers, changes, comments, references. */
export const anyWordPackage: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table), { maxLength: 4 }), paragraph)
  .map(([blocks, last]) => {
    let changes = 0;
    let comments = 0;
    const body = [...blocks, last]
      .join('')
      .replace(/"ID"/g, () => `"${(changes += 2)}"`)
      .replace(/"CID"/g, () => `"${Math.floor(comments++ / 3)}"`);
    const existing = Array.from(
      { length: comments / 3 },
      (_, id) => `<w:comment w:id="${id}" w:author="A"><w:p><w:r><w:t>${id}</w:t></w:r></w:p></w:comment>`,
    );
    return wordPackage(body, comments === 0 ? {} : { 'comments.xml': partXml('comments', existing.join('')) });
  });

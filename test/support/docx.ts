import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The content of the parts of a Word document, without their root elements. */
export interface DocxContent {
  /** The content of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** `w:footnote` elements; those that separate notes from the text are added. */
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

/** The parts of a Word document, by their names. */
export function docxParts({ body, ...others }: DocxContent): Record<string, string> {
  const names = Object.keys(others) as Exclude<keyof DocxContent, 'body'>[];
  const relations = (targets: readonly (readonly [string, string])[]): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const rootOf = (name: string): string => ({ header: 'hdr', footer: 'ftr' })[name] ?? name;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${names
      .map(
        (name) =>
          `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${HEAD}<w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(names.map((name) => [name, `${name}.xml`])),
    ...Object.fromEntries(
      names.map((name) => [
        `word/${name}.xml`,
        `${HEAD}<w:${rootOf(name)} ${W} ${MC}>${separators(name)}${others[name] ?? ''}</w:${rootOf(name)}>`,
      ]),
    ),
  };
}

function separators(name: string): string {
  if (name !== 'footnotes' && name !== 'endnotes') return '';
  return `<w:${name.slice(0, -1)} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${name.slice(0, -1)}>`;
}

/** A `.docx` file with the parts, compressed if `level` is not 0. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level },
  );
}

/** A `.docx` file, not compressed: that takes most of the time of a test. */
export function docx(content: DocxContent): Uint8Array {
  return zipped(docxParts(content), 0);
}

/** A paragraph of runs; a text becomes a run of its own. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run with a text, which is escaped. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`;
}

export function t(text: string): string {
  return `<w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</w:t>`;
}

/** A paragraph of one run. */
export function line(text: string, properties = ''): string {
  return p(r(text), properties);
}

/** A table of rows of cells; each cell is its content. */
export function table(rows: readonly (readonly string[])[], properties = ''): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${cell}</w:tc>`).join('');
  const grid = '<w:gridCol w:w="1000"/>'.repeat(Math.max(0, ...rows.map((row) => row.length)));
  const content = rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${content}</w:tbl>`;
}

import { docx, line, p, r, t, table } from './docx';
import { readMarked, withoutIgnored, type MarkedInline } from './markedDocument';

type Text = readonly MarkedInline[];

/** A document written in Markdown as a notebook, with a cell for each block. */
export function notebookOf(markdown: string): string {
  const cells = markdown
    .split(/\n\n(?!\|)/)
    .map((source) => ({ cell_type: 'markdown', metadata: {}, source: source.split(/(?<=\n)/) }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
}

/** A document written in Markdown as a Word document. No comments are read in Word: what they ignore is left out. */
export function wordOf(markdown: string): Uint8Array {
  const footnotes: string[] = [];
  const runs = (text: Text): string =>
    text
      .map((each) => {
        if (each.kind === 'note') {
          footnotes.push(`<w:footnote w:id="${each.number}">${p(runs(each.text))}</w:footnote>`);
          return `<w:r><w:footnoteReference w:id="${each.number}"/></w:r>`;
        }
        if (each.kind === 'link') return `<w:hyperlink w:anchor="x">${r(each.text)}</w:hyperlink>`;
        return each.kind === 'plain'
          ? r(each.text)
          : `<w:r><w:rPr><w:${each.kind === 'strong' ? 'b' : 'i'}/></w:rPr>${t(each.text)}</w:r>`;
      })
      .join('');
  const styled = (text: Text, style: string): string => p(runs(text), `<w:pStyle w:val="${style}"/>`);
  const row = (cells: readonly Text[]): readonly string[] => cells.map((cell) => p(runs(cell)));
  const written = withoutIgnored(readMarked(markdown)).map((block) => {
    switch (block.kind) {
      case 'heading':
        return styled(block.text, `Heading${block.level}`);
      case 'paragraph':
        return p(runs(block.text));
      case 'quote':
        return styled(block.text, 'Quote');
      case 'list':
        return block.items.map((item) => styled(item, 'ListBullet')).join('');
      case 'table': {
        const { header, body } = block.rows;
        const caption = block.caption ? styled(block.caption, 'Caption') : '';
        return caption + table([...(header ? [row(header)] : []), ...body.map(row)]);
      }
      case 'comment':
        return '';
    }
  });
  const body = written.join(line(''));
  return docx({ body, styles: STYLES, numbering: NUMBERING, footnotes: footnotes.join('') });
}

const STYLES = ['heading 1', 'heading 2', 'heading 3', 'Quote', 'Caption']
  .map((name) => {
    const id = name.replace('heading ', 'Heading');
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  })
  .concat(
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  )
  .join('');
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

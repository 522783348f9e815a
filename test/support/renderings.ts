import { formatOf } from '../../src/core/prose/languages';
import { readMarked, type MarkedBlock, type MarkedInline } from './markedDocument';

type Text = readonly MarkedInline[];

/** How a format writes each block and inline. */
interface Notation {
  readonly escape: (plain: string) => string;
  readonly inline: (kind: 'emphasis' | 'strong', text: string) => string;
  readonly link: (text: string, target: string) => string;
  readonly note: (number: number, text: string) => string;
  /** The note where the reader finds it, if that is not at its reference. */
  readonly noteBelow?: (number: number, text: string) => string;
  readonly heading: (level: number, text: string) => string;
  readonly paragraph: (text: string) => string;
  readonly quote: (text: string) => string;
  readonly item: (text: string) => string;
  readonly list: (items: string) => string;
  readonly table: (
    header: readonly string[] | undefined,
    body: readonly (readonly string[])[],
    caption: string | undefined,
  ) => string;
  readonly comment: (text: string) => string;
  readonly document?: (body: string) => string;
}

/** A text in a format, as the checker gets it. */
export interface Rendering {
  readonly format: string;
  readonly languageId: string;
  readonly text: string;
}

/** A document written in Markdown, in each text format. */
export function renderings(markdown: string): readonly Rendering[] {
  const blocks = readMarked(markdown);
  return Object.entries(NOTATIONS).map(([format, notation]) => {
    const [languageId] = format.split(' ') as [string];
    return { format, languageId, text: render(blocks, notation(languageId)) };
  });
}

function render(blocks: readonly MarkedBlock[], notation: Notation): string {
  const below: string[] = [];
  const inline = (each: MarkedInline): string => {
    if (each.kind === 'note') {
      const text = write(each.text);
      if (notation.noteBelow) below.push(notation.noteBelow(each.number, text));
      return notation.note(each.number, text);
    }
    const plain = notation.escape(each.text);
    if (each.kind === 'link') return notation.link(plain, each.target);
    return each.kind === 'plain' ? plain : notation.inline(each.kind, plain);
  };
  const write = (text: Text): string => text.map(inline).join('');
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return notation.heading(block.level, write(block.text));
      case 'paragraph':
        return notation.paragraph(write(block.text));
      case 'quote':
        return notation.quote(write(block.text));
      case 'list':
        return notation.list(block.items.map((item) => notation.item(write(item))).join('\n'));
      case 'table': {
        const { header, body } = block.rows;
        const rows = body.map((row) => row.map(write));
        return notation.table(header?.map(write), rows, block.caption && write(block.caption));
      }
      case 'comment':
        return notation.comment(block.text);
    }
  });
  // A comment is on the line above what it is about.
  const text = written.map((each, i) => each + (blocks[i]!.kind === 'comment' ? '\n' : '\n\n')).join('');
  const body = [text.trimEnd(), ...below].join('\n\n') + '\n';
  return notation.document?.(body) ?? body;
}

const escapeOf =
  (languageId: string) =>
  (plain: string): string => {
    const words = plain.trim();
    return plain.replace(words, () => formatOf(languageId).escape(words, ' '));
  };

const bars = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

const markdownNotation = (languageId: string): Notation => ({
  escape: escapeOf(languageId),
  inline: (kind, text) => (kind === 'strong' ? `**${text}**` : `*${text}*`),
  link: (text, target) => `[${text}](${target})`,
  note: (number) => `[^${number}]`,
  noteBelow: (number, text) => `[^${number}]: ${text}`,
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  paragraph: (text) => text,
  quote: (text) => `> ${text}`,
  item: (text) => `- ${text}`,
  list: (items) => items,
  table: (header, body, caption) =>
    (caption ? `${caption}\n\n` : '') +
    [header ?? body[0]!.map(() => ' '), body[0]!.map(() => '---'), ...body].map(bars).join('\n'),
  comment: (text) => `<!-- ${text} -->`,
});

const asciidocNotation = (languageId: string): Notation => ({
  ...markdownNotation(languageId),
  inline: (kind, text) => (kind === 'strong' ? `*${text}*` : `_${text}_`),
  link: (text, target) => `${target}[${text}]`,
  note: (_, text) => `footnote:[${text}]`,
  noteBelow: undefined,
  heading: (level, text) => `${'='.repeat(level)} ${text}`,
  quote: (text) => `[quote]\n____\n${text}\n____`,
  item: (text) => `* ${text}`,
  table: (header, body, caption) =>
    (caption ? `.${caption}\n` : '') +
    [...(header ? ['[%header]'] : []), '|===', ...[...(header ? [header] : []), ...body].map(asciidocRow), '|==='].join(
      '\n',
    ),
  comment: (text) => `// ${text}`,
});

function asciidocRow(row: readonly string[]): string {
  return `|${row.join(' |')}`;
}

const rstNotation = (languageId: string): Notation => ({
  ...markdownNotation(languageId),
  link: (text, target) => `\`${text} <${target}>\`__`,
  note: (number) => ` [${number}]_`,
  noteBelow: (number, text) => `.. [${number}] ${text}`,
  heading: (level, text) => `${text}\n${'=-~'[level - 1]!.repeat(text.length)}`,
  quote: (text) => `    ${text}`,
  table: (header, body, caption) => {
    const rows = [...(header ? [header] : []), ...body];
    const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map((row) => row[i]!.length)));
    const rule = (mark: string): string => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
    const lines = rows.flatMap((row, i) => [
      `| ${row.map((cell, k) => cell.padEnd(widths[k]!)).join(' | ')} |`,
      rule(header && i === 0 ? '=' : '-'),
    ]);
    return inDirective('table', caption, [rule('-'), ...lines]);
  },
  comment: (text) => `.. ${text}\n`,
});

function inDirective(name: string, caption: string | undefined, lines: readonly string[]): string {
  return caption ? `.. ${name}:: ${caption}\n\n${lines.map((each) => `   ${each}`).join('\n')}` : lines.join('\n');
}

const NOTATIONS: Readonly<Record<string, (languageId: string) => Notation>> = {
  markdown: markdownNotation,
  mdx: (languageId) => ({ ...markdownNotation(languageId), comment: (text) => `{/* ${text} */}` }),
  quarto: markdownNotation,
  rmd: markdownNotation,
  org: (languageId) => ({
    ...markdownNotation(languageId),
    inline: (kind, text) => (kind === 'strong' ? `*${text}*` : `/${text}/`),
    link: (text, target) => `[[${target}][${text}]]`,
    note: (number) => `[fn:${number}]`,
    noteBelow: (number, text) => `[fn:${number}] ${text}`,
    heading: (level, text) => `${'*'.repeat(level)} ${text}`,
    quote: (text) => `#+begin_quote\n${text}\n#+end_quote`,
    table: (header, body, caption) =>
      [
        ...(caption ? [`#+caption: ${caption}`] : []),
        ...(header ? [bars(header), `|${header.map(() => '---').join('+')}|`] : []),
        ...body.map(bars),
      ].join('\n'),
    comment: (text) => `# ${text}`,
  }),
  asciidoc: asciidocNotation,
  'asciidoc with a cell on each line': (languageId) => ({
    ...asciidocNotation(languageId),
    table: (header, body, caption) => {
      const rows = [...(header ? [header] : []), ...body].map((row) => row.map((cell) => `|${cell}`).join('\n'));
      return `${caption ? `.${caption}\n` : ''}|===\n${rows.join('\n\n')}\n|===`;
    },
  }),
  html: (languageId) => ({
    ...markdownNotation(languageId),
    inline: (kind, text) => (kind === 'strong' ? `<strong>${text}</strong>` : `<em>${text}</em>`),
    link: (text, target) => `<a href="${target}">${text}</a>`,
    note: (number) => `<sup><a href="#fn${number}">${number}</a></sup>`,
    noteBelow: (number, text) => `<section class="footnotes"><ol><li id="fn${number}">${text}</li></ol></section>`,
    heading: (level, text) => `<h${level}>${text}</h${level}>`,
    paragraph: (text) => `<p>${text}</p>`,
    quote: (text) => `<blockquote><p>${text}</p></blockquote>`,
    item: (text) => `<li>${text}</li>`,
    list: (items) => `<ul>\n${items}\n</ul>`,
    table: (header, body, caption) => {
      const row = (cells: readonly string[], tag: string): string =>
        `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`;
      return `<table>\n${caption ? `<caption>${caption}</caption>\n` : ''}${header ? row(header, 'th') : ''}${body
        .map((cells) => row(cells, 'td'))
        .join('')}</table>`;
    },
  }),
  restructuredtext: rstNotation,
  'restructuredtext with lists': (languageId) => ({
    ...rstNotation(languageId),
    table: (header, body, caption) =>
      `.. list-table:: ${caption ?? ''}\n${header ? '   :header-rows: 1\n' : ''}\n${[
        ...(header ? [header] : []),
        ...body,
      ]
        .map((row) => row.map((cell, i) => `   ${i === 0 ? '*' : ' '} - ${cell}`).join('\n'))
        .join('\n')}`,
  }),
  'restructuredtext with spaces': (languageId) => ({
    ...rstNotation(languageId),
    table: (header, body, caption) => {
      const rows = [...(header ? [header] : []), ...body];
      const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map((row) => row[i]!.length)));
      const rule = widths.map((width) => '='.repeat(width)).join('  ');
      const lines = rows.map((row) => row.map((cell, k) => cell.padEnd(widths[k]!)).join('  '));
      return inDirective('table', caption, [rule, ...(header ? [lines[0]!, rule, ...lines.slice(1)] : lines), rule]);
    },
  }),
  latex: (languageId) => ({
    ...markdownNotation(languageId),
    inline: (kind, text) => (kind === 'strong' ? `\\textbf{${text}}` : `\\emph{${text}}`),
    link: (text, target) => `\\href{${target}}{${text}}`,
    note: (_, text) => `\\footnote{${text}}`,
    noteBelow: undefined,
    heading: (level, text) => `\\${'sub'.repeat(level - 1)}section{${text}}`,
    quote: (text) => `\\begin{quote}\n${text}\n\\end{quote}`,
    item: (text) => `\\item ${text}`,
    list: (items) => `\\begin{itemize}\n${items}\n\\end{itemize}`,
    table: (header, body, caption) => {
      const rows = [...(header ? [header] : []), ...body].map((row) => `${row.join(' & ')} \\\\\n`).join('');
      const tabular = `\\begin{tabular}{${'l'.repeat(body[0]!.length)}}\n${rows}\\end{tabular}`;
      return caption ? `\\begin{table}\n\\caption{${caption}}\n${tabular}\n\\end{table}` : tabular;
    },
    comment: (text) => `% ${text}`,
    document: (body) => `\\documentclass{article}\n\\begin{document}\n\n${body}\n\\end{document}\n`,
  }),
  typst: (languageId) => ({
    ...markdownNotation(languageId),
    inline: (kind, text) => (kind === 'strong' ? `*${text}*` : `_${text}_`),
    link: (text, target) => `#link("${target}")[${text}]`,
    note: (_, text) => `#footnote[${text}]`,
    noteBelow: undefined,
    heading: (level, text) => `${'='.repeat(level)} ${text}`,
    quote: (text) => `#quote(block: true)[${text}]`,
    table: (header, body, caption) => {
      const cells = (row: readonly string[]): string => row.map((cell) => `[${cell}]`).join(', ');
      const rows = [...(header ? [`table.header(${cells(header)})`] : []), ...body.map(cells)];
      const content = `table(\n  columns: ${body[0]!.length},\n  ${rows.join(',\n  ')},\n)`;
      return caption ? `#figure(caption: [${caption}], ${content})` : `#${content}`;
    },
    comment: (text) => `// ${text}`,
  }),
  plaintext: (languageId) => ({
    ...markdownNotation(languageId),
    inline: (_, text) => text,
    link: (text) => text,
    note: (number) => ` [${number}]`,
    noteBelow: (number, text) => `[${number}] ${text}`,
    heading: (_, text) => text,
    table: (header, body, caption) =>
      [
        ...(caption ? [`${caption}\n`] : []),
        ...[...(header ? [header] : []), ...body].map((row) => row.join('\t')),
      ].join('\n'),
  }),
};

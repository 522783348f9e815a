/** A document in the subset of Markdown from which the other formats are rendered. */
export type MarkedBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly MarkedInline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly MarkedInline[] }
  | { readonly kind: 'quote'; readonly text: readonly MarkedInline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly MarkedInline[])[] }
  | { readonly kind: 'table'; readonly caption: readonly MarkedInline[] | undefined; readonly rows: MarkedTable }
  | { readonly kind: 'comment'; readonly text: string };

/** The header, which may be missing, and the other rows. */
export interface MarkedTable {
  readonly header: readonly (readonly MarkedInline[])[] | undefined;
  readonly body: readonly (readonly (readonly MarkedInline[])[])[];
}

export type MarkedInline =
  | { readonly kind: 'plain' | 'emphasis' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }
  | { readonly kind: 'note'; readonly number: number; readonly text: readonly MarkedInline[] };

/**
 * Reads headings, paragraphs, lists, quotations, tables with their captions, notes, and comments that ignore findings.
 * Blank lines divide the blocks, and each block but a list or a table is one line. The header of a table without one
 * has empty cells.
 */
export function readMarked(markdown: string): readonly MarkedBlock[] {
  const notes = new Map([...markdown.matchAll(/^\[\^(\d+)\]: (.*)$/gm)].map((note) => [note[1]!, note[2]!]));
  const inlines = (text: string): readonly MarkedInline[] =>
    text.split(INLINE).flatMap((piece): readonly MarkedInline[] => {
      const note = /^\[\^(\d+)\]$/.exec(piece)?.[1];
      const [, link, target] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) ?? [];
      if (note !== undefined) return [{ kind: 'note', number: Number(note), text: inlines(notes.get(note)!) }];
      if (link !== undefined) return [{ kind: 'link', text: link, target: target! }];
      if (/^\*\*.+\*\*$/.test(piece)) return [{ kind: 'strong', text: piece.slice(2, -2) }];
      if (/^\*.+\*$/.test(piece)) return [{ kind: 'emphasis', text: piece.slice(1, -1) }];
      return piece === '' ? [] : [{ kind: 'plain', text: piece }];
    });
  const cells = (line: string): readonly (readonly MarkedInline[])[] =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inlines(cell.trim()));
  let caption: readonly MarkedInline[] | undefined;
  return markdown
    .split(/\n{2,}|\n(?=<!--)|(?<=-->)\n/)
    .map((chunk) => chunk.trim())
    .flatMap((chunk): readonly MarkedBlock[] => {
      const heading = /^(#+) (.*)$/.exec(chunk);
      const comment = /^<!-- (.*) -->$/.exec(chunk);
      if (chunk === '' || /^\[\^\d+\]: /.test(chunk)) return [];
      if (comment) return [{ kind: 'comment', text: comment[1]! }];
      if (heading) return [{ kind: 'heading', level: heading[1]!.length, text: inlines(heading[2]!) }];
      if (chunk.startsWith('> ')) return [{ kind: 'quote', text: inlines(chunk.slice(2)) }];
      if (chunk.startsWith('- ')) {
        const items = chunk.split('\n').map((item) => inlines(item.slice(2)));
        return [{ kind: 'list', items }];
      }
      if (CAPTION.test(chunk)) {
        caption = inlines(chunk);
        return [];
      }
      if (!chunk.startsWith('|')) return [{ kind: 'paragraph', text: inlines(chunk) }];
      const [head, , ...body] = chunk.split('\n').map(cells);
      const header = head!.some((cell) => cell.length > 0) ? head : undefined;
      const table = { kind: 'table', caption, rows: { header, body } } as const;
      caption = undefined;
      return [table];
    });
}

const INLINE = /(\*\*[^*]+\*\*|\*[^*]+\*|\[\^\d+\]|\[[^\]]+\]\([^)]+\))/;
const CAPTION = /^(?:Table|Tableau|Cuadro) \d+/;

/** The blocks without comments and what these ignore, for formats in which no comments are read. */
export function withoutIgnored(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  let isOff = false;
  return blocks.filter((block, i) => {
    if (block.kind === 'comment') isOff = /-disable$/.test(block.text);
    const before = blocks[i - 1];
    return (
      block.kind !== 'comment' && !isOff && !(before?.kind === 'comment' && before.text.includes('-disable-next-line'))
    );
  });
}

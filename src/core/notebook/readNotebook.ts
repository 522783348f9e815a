import { visit } from 'jsonc-parser';
import { readJson } from '../config/json';
import { CellMap } from './cellMap';

/** The Markdown of a notebook, and where each character is in its file; or why there is none. */
export type Notebook =
  | { readonly kind: 'notebook'; readonly map: CellMap }
  | { readonly kind: 'problem'; readonly why: 'not-json' | 'too-deep' | 'not-a-notebook' | 'old' };

/** A string of the file: part of the source of a cell, with its place between the quotation marks. */
interface Source {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the Markdown cells of a Jupyter notebook as one document, so that what one cell introduces is known in the
 * next. Never throws.
 */
export function readNotebook(file: string): Notebook {
  const json = readJson(file);
  if (json.kind === 'problem') return { kind: 'problem', why: json.why === 'depth' ? 'too-deep' : 'not-json' };
  const value = json.value as { readonly nbformat?: unknown; readonly cells?: unknown } | null;
  if (typeof value !== 'object' || value === null || typeof value.nbformat !== 'number')
    return { kind: 'problem', why: 'not-a-notebook' };
  if (value.nbformat < OLDEST || !Array.isArray(value.cells)) return { kind: 'problem', why: 'old' };
  const isMarkdown = value.cells.map((cell) => (cell as { cell_type?: unknown } | null)?.cell_type === 'markdown');
  const map = new CellMap(file);
  for (const { cell, start, end } of sourcesIn(file)) if (isMarkdown[cell]) map.add(cell + 1, start, end);
  return { kind: 'notebook', map };
}

/** The first version whose cells are not in worksheets. */
const OLDEST = 4;

function sourcesIn(file: string): readonly Source[] {
  const sources: Source[] = [];
  visit(file, {
    onLiteralValue(value, offset, length, _line, _character, pathOf) {
      if (typeof value !== 'string') return;
      const [cells, cell, key, ...rest] = pathOf();
      const isSource = cells === 'cells' && key === 'source' && (rest.length === 0 || typeof rest[0] === 'number');
      if (isSource && rest.length < 2)
        sources.push({ cell: Number(cell), start: offset + 1, end: offset + length - 1 });
    },
  });
  return sources;
}

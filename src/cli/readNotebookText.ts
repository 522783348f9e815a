import type { CellMap } from '../core/notebook/cellMap';
import { readNotebook, type Notebook } from '../core/notebook/readNotebook';

/** Reads the text of a notebook; a problem is worded to follow the file's name, and says what to do. */
export function readNotebookText(
  text: string,
): { readonly kind: 'cells'; readonly cells: CellMap } | { readonly kind: 'problem'; readonly message: string } {
  const read = readNotebook(text);
  return read.kind === 'notebook'
    ? { kind: 'cells', cells: read.map }
    : { kind: 'problem', message: PROBLEMS[read.why] };
}

const PROBLEMS: Readonly<Record<Extract<Notebook, { kind: 'problem' }>['why'], string>> = {
  'not-json': 'is not a notebook, as it is not valid JSON. Open it in the program that made it, and save it again.',
  'too-deep': 'is nested too deep to be read. Clear the outputs of the notebook, and save it again.',
  'not-a-notebook': 'is not a notebook, despite its name. Rename it, or name its format with --language-id.',
  old: 'is a notebook of an old format. Open it in Jupyter, which converts it, and save it.',
};

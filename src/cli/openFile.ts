import type { Config } from '../core/config/config';
import type { TextDocument } from '../core/document';
import type { CellMap } from '../core/notebook/cellMap';
import type { Options } from '../core/options';
import { dayOf } from '../core/termbase/dates';
import type { WordDocument } from '../core/word/wordDocument';
import { judgingBy } from './config';
import { NOTEBOOK, WORD, type Found } from './files';
import type { Invocation } from './invocation';
import { readNotebookText } from './readNotebookText';
import { readContent, warningOn, type Content } from './readText';
import { readWordFile } from './readWordFile';
import type { Choices } from './sharedOptions';
import { printable } from './style';

/** A file to judge, and how. */
export interface OpenedFile {
  readonly kind: 'opened';
  readonly path: string;
  readonly config: Config;
  readonly languageId: string;
  readonly document: TextDocument;
  /** The text of the file, to which a report refers; that of a Word document as it was read. */
  readonly text: string;
  readonly options: Options;
  /** The text with its encoding; `undefined` for a Word document. */
  readonly content: Extract<Content, { kind: 'text' }> | undefined;
  /** The origin of the text, if it was read from a Word document. */
  readonly word: WordDocument | undefined;
  /** The place of the text in the file, if it was read from the cells of a notebook. */
  readonly cells: CellMap | undefined;
  /** A line on how the text was read, or nothing. */
  readonly err: string;
}

/** Reads a file or standard input; a problem is worded to follow its name. Never throws. */
export async function openFile(
  found: Extract<Found, { kind: 'file' | 'stdin' }>,
  command: Pick<Choices, 'languageId' | 'rules' | 'lang' | 'date'>,
  stdin: Invocation['stdin'],
): Promise<OpenedFile | { readonly kind: 'problem'; readonly message: string }> {
  const { path, config } = found;
  const languageId = command.languageId ?? found.languageId;
  const read =
    found.kind === 'file' && languageId === WORD ? await readWordFile(found.fullPath) : await readContent(found, stdin);
  if (read.kind === 'problem') return read;
  const [word, content] = read.kind === 'document' ? [read, undefined] : [undefined, read];
  const text = read.kind === 'document' ? read.text.text : read.text;
  const notebook = languageId === NOTEBOOK ? readNotebookText(text) : undefined;
  if (notebook?.kind === 'problem') return notebook;
  const cells = notebook?.cells;
  const { options, lang } = judgingBy(command, config);
  const document: TextDocument = {
    text: cells?.text ?? text,
    languageId: word || cells ? 'markdown' : languageId,
    lang,
    date: command.date,
    fileDates: word?.dates,
    today: dayOf(new Date()),
  };
  const warning = content && warningOn(content);
  const err = warning === undefined ? '' : `${printable(path)}: warning: ${warning}\n`;
  return { kind: 'opened', path, config, languageId, document, text, options, content, word, cells, err };
}

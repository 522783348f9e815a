import type { Config } from '../core/config/config';
import type { TextDocument } from '../core/document';
import type { CellMap } from '../core/notebook/cellMap';
import { readNotebook, type Notebook } from '../core/notebook/readNotebook';
import type { Options } from '../core/options';
import { dayOf } from '../core/termbase/dates';
import type { WordDocument, WordReason } from '../core/word/wordDocument';
import { judgingBy } from './config';
import { NOTEBOOK, WORD, type Found } from './files';
import type { Invocation } from './invocation';
import { readBytes } from './readBytes';
import { readContent, warningOn, type Content } from './readText';
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

interface Problem {
  readonly kind: 'problem';
  /** Follows the name of the file, and says what to do. */
  readonly message: string;
}

/** Reads a file or standard input; a problem is worded to follow its name. Never throws. */
export async function openFile(
  found: Extract<Found, { kind: 'file' | 'stdin' }>,
  command: Pick<Choices, 'languageId' | 'rules' | 'lang' | 'date'>,
  stdin: Invocation['stdin'],
): Promise<OpenedFile | Problem> {
  const { path, config } = found;
  const languageId = command.languageId ?? found.languageId;
  const read =
    found.kind === 'file' && languageId === WORD ? await readWordFile(found.fullPath) : await readContent(found, stdin);
  if (read.kind === 'problem') return read;
  const [word, content] = read.kind === 'document' ? [read, undefined] : [undefined, read];
  const text = read.kind === 'document' ? read.text.text : read.text;
  const notebook = languageId === NOTEBOOK ? readNotebook(text) : undefined;
  if (notebook?.kind === 'problem') return { kind: 'problem', message: NOTEBOOK_PROBLEMS[notebook.why] };
  const cells = notebook?.map;
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

async function readWordFile(fullPath: string): Promise<WordDocument | Problem> {
  const read = await readBytes(fullPath, MOST_WORD_BYTES);
  if (read.kind === 'problem') return read;
  // Loaded only here, as most runs read no Word document.
  const { readWord } = await import('../core/word/readWord');
  const word = readWord(read.bytes);
  if (word.kind === 'document') return word;
  const { reason, detail } = word;
  return { kind: 'problem', message: `${WORD_PROBLEMS[reason]}${detail === '' ? '' : ` (${detail})`}` };
}

const MOST_WORD_BYTES = 100_000_000;

const WORD_PROBLEMS: Readonly<Record<WordReason, string>> = {
  'not-a-zip': 'is not a Word document. Open it in Word or LibreOffice and save it as .docx.',
  truncated: 'is incomplete. Copy or download it again.',
  encrypted: 'is protected by a password. Save a copy without one, and check the copy.',
  'legacy-doc': 'is in the old format .doc, despite its name. Open it in Word or LibreOffice and save it as .docx.',
  'too-large': 'is too large to be read when unpacked. Divide it into several documents, or save it again in Word.',
  'not-word': 'is not a Word document. Open it in the program that made it and save it as .docx.',
  xml: 'is damaged. Open it in Word, which repairs it, and save it again.',
};

const NOTEBOOK_PROBLEMS: Readonly<Record<Extract<Notebook, { kind: 'problem' }>['why'], string>> = {
  'not-json': 'is not a notebook, as it is not valid JSON. Open it in the program that made it, and save it again.',
  'too-deep': 'is nested too deep to be read. Clear the outputs of the notebook, and save it again.',
  'not-a-notebook': 'is not a notebook, despite its name. Rename it, or name its format with --language-id.',
  old: 'is a notebook of an old format. Open it in Jupyter, which converts it, and save it.',
};

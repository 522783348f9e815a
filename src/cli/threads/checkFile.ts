import type { Checked } from '../../core/findings/finding';
import { DocumentCheck } from '../../core/parts/documentCheck';
import type { Severity } from '../../core/rules';
import type { Termbase } from '../../core/termbase/termbase';
import type { CheckCommand } from '../arguments';
import { judgingBy } from '../config';
import type { Found } from '../files';
import type { Invocation } from '../invocation';
import { readContent, warningOn } from '../readText';
import { csvFile } from '../report/csv';
import { jsonFile, type CheckedFile } from '../report/json';
import { printable, type Style } from '../report/style';
import { textFile } from '../report/text';

/** How every file of a run is read, judged and reported. */
export interface Manner {
  readonly command: Pick<CheckCommand, 'format' | 'explain' | 'languageId' | 'rules' | 'lang'>;
  readonly termbase: Termbase;
  readonly style: Style;
}

/** What one file came to, ready to print. */
export interface FileReport {
  /** False for what could not be read; `err` says why. */
  readonly isRead: boolean;
  /** In pieces, made as they are asked for: of a file with a million findings the whole would not fit into memory. */
  readonly out: Iterable<string>;
  readonly err: string;
  /** Complete once all of `out` has been asked for. */
  readonly counts: Counts;
  /** Whether it came to more than a thread hands on, so that the file must be checked where it is printed. */
  readonly isTooLong?: true;
}

export type Counts = Readonly<Partial<Record<Severity, number>>>;

/** Reads, checks and reports one file; whatever is wrong with it is part of the report. */
export async function checkFile(found: Found, manner: Manner, stdin: Invocation['stdin']): Promise<FileReport> {
  if (found.kind === 'problem') return unread(found.path, found.message);
  const content = await readContent(found, stdin);
  if (content.kind === 'problem') return unread(found.path, content.message);
  const { command, termbase } = manner;
  const { options, lang } = judgingBy(command, found.config);
  const { text } = content;
  const warning = warningOn(content);
  const languageId = command.languageId ?? found.languageId;
  const document = new DocumentCheck({ text, languageId, lang }, termbase, options);
  const counts: Partial<Record<Severity, number>> = {};
  return {
    isRead: true, counts,
    out: counted(document, counts, (inTurn) => print({ path: found.path, languageId, text, inTurn }, manner)),
    err: warning === undefined ? '' : `${printable(found.path)}: warning: ${warning}\n`,
  };
}

/** The pieces that are printed, larger ones; counts the findings as they are first gone through. */
function* counted(document: DocumentCheck, counts: Partial<Record<Severity, number>>, pieces: (inTurn: () => Iterable<Checked>) => Iterable<string>): Generator<string> {
  let isFirst = true;
  function* inTurn(): Generator<Checked> {
    const isCounting = isFirst;
    isFirst = false;
    for (const checked of document.inTurn()) {
      if (isCounting) for (const { severity } of checked.findings) counts[severity] = (counts[severity] ?? 0) + 1;
      yield checked;
    }
  }
  let piece = '';
  for (const next of pieces(inTurn)) {
    piece += next;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** About so many characters are written at once. */
const PIECE = 1 << 16;

function print(file: CheckedFile, { command: { format, explain }, style }: Manner): Iterable<string> {
  switch (format) {
    case 'text':
      return textFile(file, explain, style);
    case 'json':
      return jsonFile(file, explain);
    case 'csv':
      return csvFile(file);
  }
}

export function unread(path: string, message: string): FileReport {
  return { isRead: false, out: [], err: `${printable(path)}: ${printable(message)}\n`, counts: {} };
}

import { check } from '../../core/check';
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

/** What one file came to, ready to print: small, so that a thread can hand it on and the text can be forgotten. */
export interface FileReport {
  /** False for what could not be read; `err` says why. */
  readonly isRead: boolean;
  readonly out: string;
  readonly err: string;
  readonly counts: Counts;
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
  const file = { path: found.path, languageId, text, checked: check({ text, languageId, lang }, termbase, options) };
  const counts: Partial<Record<Severity, number>> = {};
  for (const { severity } of file.checked.findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return {
    isRead: true, counts,
    out: print(file, manner),
    err: warning === undefined ? '' : `${printable(found.path)}: warning: ${warning}\n`,
  };
}

function print(file: CheckedFile, { command: { format, explain }, style }: Manner): string {
  switch (format) {
    case 'text':
      return textFile(file, explain, style);
    case 'json':
      return JSON.stringify(jsonFile(file, explain));
    case 'csv':
      return csvFile(file);
  }
}

export function unread(path: string, message: string): FileReport {
  return { isRead: false, out: '', err: `${printable(path)}: ${printable(message)}\n`, counts: {} };
}

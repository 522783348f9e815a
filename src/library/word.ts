import { openingComment } from '../core/describe/openingComment';
import { preferAll } from '../core/findings/applyFixes';
import { wordComments } from '../core/findings/wordComments';
import { DocumentCheck } from '../core/parts/documentCheck';
import { dayOf } from '../core/termbase/dates';
import { settledEdits } from '../core/parts/settledFixes';
import { readWord as read } from '../core/word/readWord';
import { writeComments as write } from '../core/word/writeComments';
import { openTermbase } from './openTermbase';
import { readCommentOptions, requireBytes } from './readOptions';
import type { CommentOptions, CommentResult, WordResult } from './types';

/**
 * Reads the bytes of a `.docx` file as Markdown, as it would be with all changes accepted. To check the text, pass
 * `languageId: 'markdown'`.
 *
 * @throws TypeError if the argument is no Uint8Array. A file that cannot be read gives a `problem`.
 */
export function readWord(bytes: Uint8Array): WordResult {
  requireBytes('readWord', bytes);
  const word = read(bytes);
  return word.kind === 'document' ? { kind: 'text', text: word.text.text } : word;
}

/**
 * Checks a `.docx` file, and writes a copy in which each finding is a comment. The bytes passed are not changed.
 *
 * @throws TypeError if an argument or an option is not valid. A file that cannot be read gives a `problem`.
 */
export function writeComments(bytes: Uint8Array, options: CommentOptions = {}): CommentResult {
  requireBytes('writeComments', bytes);
  const { tracked, author, written, lang, date, judging, termbases } = readCommentOptions('writeComments', options);
  const word = read(bytes);
  if (word.kind === 'problem') return word;
  const { termbase, problems } = openTermbase(termbases);
  const document = {
    text: word.text.text,
    languageId: 'markdown',
    lang,
    date,
    fileDates: word.dates,
    today: dayOf(new Date()),
  };
  const check = new DocumentCheck(document, termbase, judging);
  const { findings } = check.checked;
  const edits = tracked
    ? settledEdits(document, findings, termbase, judging, tracked === 'all' ? preferAll : undefined)
    : [];
  const comments = [
    ...openingComment(word.text, check, "date: 'today'"),
    ...wordComments(document.text, findings, edits),
  ];
  return {
    kind: 'document',
    ...write(word, comments, { author, date: written, tracked: tracked !== false }),
    problems: problems.map((problem) => ({ ...problem })),
  };
}

import type { WordDocument, WordReason } from '../core/word/wordDocument';
import { readBytes } from './readBytes';

/** Reads a Word document; a problem is worded to follow the file's name, and says what to do. Never throws. */
export async function readWordFile(
  fullPath: string,
): Promise<WordDocument | { readonly kind: 'problem'; readonly message: string }> {
  const read = await readBytes(fullPath, MOST_BYTES);
  if (read.kind === 'problem') return read;
  // Loaded only here, as most runs read no Word document.
  const { readWord } = await import('../core/word/readWord');
  const word = readWord(read.bytes);
  return word.kind === 'document' ? word : { kind: 'problem', message: wordOfProblem(word.reason, word.detail) };
}

const MOST_BYTES = 100_000_000;

function wordOfProblem(reason: WordReason, detail: string): string {
  const what = PROBLEMS[reason];
  return detail === '' ? what : `${what} (${detail})`;
}

const PROBLEMS: Readonly<Record<WordReason, string>> = {
  'not-a-zip': 'is not a Word document. Open it in Word or LibreOffice and save it as .docx.',
  truncated: 'is incomplete. Copy or download it again.',
  encrypted: 'is protected by a password. Save a copy without one, and check the copy.',
  'legacy-doc': 'is in the old format .doc, despite its name. Open it in Word or LibreOffice and save it as .docx.',
  'too-large': 'is too large to be read when unpacked. Divide it into several documents, or save it again in Word.',
  'not-word': 'is not a Word document. Open it in the program that made it and save it as .docx.',
  xml: 'is damaged. Open it in Word, which repairs it, and save it again.',
};

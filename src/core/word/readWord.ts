import type { WordDocument, WordProblem } from './wordDocument';

/** Reads a `.docx` file as Markdown. Never throws. */
export function readWord(_bytes: Uint8Array): WordDocument | WordProblem {
  return { kind: 'problem', reason: 'not-word', detail: '' };
}

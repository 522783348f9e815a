import * as vscode from 'vscode';
import { lineIndex } from '../../core/lineIndex';
import { readFileBytes } from './fileBytes';

/** The text of a file that is not open, with positions counted as in an editor. */
export interface FileText {
  readonly uri: vscode.Uri;
  readonly languageId: string;
  readonly text: string;
  positionAt(offset: number): vscode.Position;
}

/**
 * Reads a file without opening it as a document; `undefined` if it is not a file, is too large, is not text, or cannot
 * be read.
 */
export async function readFileText(uri: vscode.Uri, languageId: string): Promise<FileText | undefined> {
  const read = await readFileBytes(uri, MOST_BYTES);
  if (read.kind === 'problem') return undefined;
  try {
    const text = decode(read.bytes);
    return { uri, languageId, text, positionAt: placesIn(text) };
  } catch {
    return undefined;
  }
}

/**
 * Decodes as an editor does: a byte order mark names the encoding and is not part of the text. Throws if it is not
 * text.
 */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  // This is UTF-16 without a byte order mark, or not text: UTF-8 would decode the zero byte as a character.
  if (encoding === 'utf-8' && bytes.subarray(0, PROBE).includes(0)) throw new Error('not a text file');
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  // The mark of UTF-32 begins with that of UTF-16.
  if (encoding !== 'utf-8' && text.slice(0, PROBE).includes('\0')) throw new Error('not a text file');
  return text;
}

/** Returns a function that converts offsets to positions. */
export function placesIn(text: string): (offset: number) => vscode.Position {
  const lines = lineIndex(text);
  return (offset) => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, character);
  };
}

/** The number of bytes that are examined for zero bytes. */
const PROBE = 8192;
/** A larger file was hardly written by a person, and would delay the others. */
const MOST_BYTES = 5_000_000;

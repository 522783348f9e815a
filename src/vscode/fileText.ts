import * as vscode from 'vscode';
import { readFileBytes } from './fileBytes';

/** The text of a file that is not open, with the places in it as an editor would count them. */
export interface FileText {
  readonly uri: vscode.Uri;
  readonly languageId: string;
  readonly text: string;
  positionAt(offset: number): vscode.Position;
}

/** Reads a file without opening it as a document; `undefined` where it is no file, is too large, is not text, or cannot be read. */
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

/** As an editor does it: a mark at the beginning names the encoding, and is no part of the text. Throws where it is no text. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  // UTF-16 without its mark, or no text at all: UTF-8 would have a character of it.
  if (encoding === 'utf-8' && bytes.subarray(0, PROBE).includes(0)) throw new Error('not a text file');
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** Lines and characters of offsets. */
export function placesIn(text: string): (offset: number) => vscode.Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle;
    }
    return new vscode.Position(low, offset - starts[low]);
  };
}

/** As far as this a file is looked at, in bytes. */
const PROBE = 8192;
/** What is larger is no text that people write, and would hold up the others. */
const MOST_BYTES = 5_000_000;

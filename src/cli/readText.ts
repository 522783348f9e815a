import { constants, isUtf8 } from 'node:buffer';
import type { Invocation } from './invocation';
import { IS_PIPE, readBytes, type Bytes } from './readBytes';
import { reasonOf } from './reasons';

/** The content of a file: text with the encoding for writing it back, or the reason why there is none. */
export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding; readonly damage?: Damage }
  | { readonly kind: 'problem'; readonly message: string };

export type Encoding = WrittenEncoding | 'windows-1252';
/** The encodings that are also written. A text that is assumed to be Windows-1252 is not written. */
export type WrittenEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** Bytes that are invalid in the file's encoding; they were read as U+FFFD, so the file must not be written back. */
export interface Damage {
  readonly byteOffset: number;
  readonly message: string;
}

/** The warning about how a text was read, if any. */
export function warningOn({ damage, encoding }: Extract<Content, { kind: 'text' }>): string | undefined {
  return (
    damage?.message ??
    (encoding === 'windows-1252'
      ? 'not valid UTF-8; read as Windows-1252 (Latin-1). Save it as UTF-8 if this is wrong.'
      : undefined)
  );
}

export type Readable = { readonly kind: 'file'; readonly fullPath: string } | { readonly kind: 'stdin' };

/** Reads a file or standard input; never throws. */
export async function readContent(found: Readable, stdin: Invocation['stdin']): Promise<Content> {
  try {
    const read =
      found.kind === 'stdin' ? await readAll(stdin, MOST_BYTES) : await readBytes(found.fullPath, MOST_BYTES);
    if (read.kind === 'read')
      return found.kind === 'stdin' && isZip(read.bytes) ? { kind: 'problem', message: NAME_IT } : decode(read.bytes);
    return {
      kind: 'problem',
      message: read.isTooLarge
        ? 'too large to read at once'
        : read.message === IS_PIPE
          ? `${IS_PIPE}. ${READ_A_PIPE}`
          : read.message,
    };
  } catch (error) {
    return { kind: 'problem', message: reasonOf(error) };
  }
}

/** A Word document is a package of this kind. */
function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}

const NAME_IT = 'a text is read from standard input. Give the path of a Word document instead.';

/** The maximum length of a string in Node. */
const MOST_BYTES = constants.MAX_STRING_LENGTH;

const READ_A_PIPE = 'To read from one, write - as the path and send the text to standard input.';

/**
 * Decodes bytes as an editor does: a byte order mark names the encoding and is not part of the text, so offsets count
 * from the first visible character.
 */
export function decode(bytes: Buffer): Content {
  const [b0, b1, b2] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (b0 === 0xfe && b1 === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const beginning = bytes.subarray(0, BINARY_PROBE);
  if (beginning.includes(0)) return { kind: 'problem', message: isUtf16(beginning) ? UNMARKED : 'not a text file' };
  const marked = b0 === 0xef && b1 === 0xbb && b2 === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const encoding = marked ? 'utf-8-bom' : 'utf-8';
  const text = body.toString('utf8');
  if (isUtf8(body)) return { kind: 'text', text, encoding };
  // Latin-1 letters are hardly ever valid UTF-8 by chance; a text with more valid than invalid UTF-8 was damaged.
  if (!marked && count(text, /\uFFFD/g) > count(text, /[^\0-\x7f\uFFFD]/gu))
    return { kind: 'text', text: decodeWindows1252(body), encoding: 'windows-1252' };
  const byteOffset = firstDifference(body, Buffer.from(text)) + (marked ? 3 : 0);
  return {
    kind: 'text',
    text,
    encoding,
    damage: { byteOffset, message: `not valid UTF-8 at byte ${byteOffset}; read as \uFFFD` },
  };
}

/** Encodes text; the inverse of {@link decode}. */
export function encode(text: string, encoding: WrittenEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  }
}

const BINARY_PROBE = 8192;

const ZERO = 'not a text file, or UTF-32; save it as UTF-8';
const UNMARKED = 'UTF-16 without a byte order mark; save it as UTF-8, or as UTF-16 with the mark';

/**
 * Whether bytes look like UTF-16 without a byte order mark: in a text of Latin letters, as expected here, most
 * characters have a zero byte, all on the same side, and none is a control character.
 */
function isUtf16(bytes: Buffer): boolean {
  const pairs = bytes.subarray(0, bytes.length & ~1);
  return [pairs, Buffer.from(pairs).swap16()].some((littleEndian) => {
    const text = littleEndian.toString('utf16le');
    return count(text, /[\t\n\r -\xff]/g) * 2 > text.length && !/[\0-\x08\x0e-\x1f\x7f]/.test(text);
  });
}

/**
 * Does not use `TextDecoder`: some versions of Node decode 0x80 to 0x9f as Latin-1, which has no quotation marks there.
 */
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (byte) => FROM_80[byte.charCodeAt(0) - 0x80]!);
}

const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function decodeUtf16(body: Buffer, encoding: 'utf-16le' | 'utf-16be'): Content {
  const even = body.subarray(0, body.length & ~1);
  const text = (encoding === 'utf-16le' ? even : Buffer.from(even).swap16()).toString('utf16le');
  // The mark of UTF-32 begins with that of UTF-16; read as such, every other character is zero.
  if (text.slice(0, BINARY_PROBE).includes('\0')) return { kind: 'problem', message: ZERO };
  if (even.length === body.length) return { kind: 'text', text, encoding };
  const byteOffset = even.length + 2;
  return {
    kind: 'text',
    text,
    encoding,
    damage: { byteOffset, message: `half a character at byte ${byteOffset}; left out` },
  };
}

/**
 * The offset at which the bytes of a damaged text first differ from its repaired reading, at the beginning of a
 * character.
 */
function firstDifference(original: Buffer, repaired: Buffer): number {
  let at = 0;
  while (at < original.length && original[at] === repaired[at]) at++;
  while (at > 0 && (repaired[at]! & 0xc0) === 0x80) at--;
  return at;
}

/**
 * Stops reading after more than `most` bytes, so that an endless pipe does not fill the memory. Exported for its tests.
 */
export async function readAll(stdin: Invocation['stdin'], most: number): Promise<Bytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > most) return { kind: 'problem', message: 'is too large', isTooLarge: true };
    chunks.push(bytes);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}

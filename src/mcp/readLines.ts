/**
 * The non-blank lines of a stream of UTF-8, whatever its pieces. A line of more than `most` bytes is skipped, without
 * ever being in memory, and reported.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  most: number,
  onTooLong: () => void,
): AsyncGenerator<string> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const keep = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > most) pieces = [];
    else pieces.push(piece);
  };
  const take = (): string => {
    const line = length > most ? '' : Buffer.concat(pieces).toString('utf8').trim();
    if (length > most) onTooLong();
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as string);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      keep(bytes.subarray(start, end));
      const line = take();
      if (line !== '') yield line;
      start = end + 1;
    }
    keep(bytes.subarray(start));
  }
  const last = take();
  if (last !== '') yield last;
}

const NEWLINE = 10;

/** The bytes of a stream without its blank lines, which are no messages. A line may come in many chunks. */
export async function* writtenLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let isWritten = false;
  for await (const read of chunks) {
    const chunk = Buffer.from(read);
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (chunk[i] === LINE_FEED) {
        if (isWritten) yield chunk.subarray(from, i + 1);
        isWritten = false;
        from = i + 1;
      } else if (!BLANKS.has(chunk[i])) isWritten = true;
    }
    if (from < chunk.length) yield chunk.subarray(from);
  }
}

const LINE_FEED = 0x0a;
// The space, the tab and the carriage return.
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0d]);

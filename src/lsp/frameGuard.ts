/**
 * Watches the bytes of a client, which are messages after a header each. Calls `fault` with a sentence at the first
 * header that gives no length, or too large a one: where the next message begins is then unknown.
 */
export function frameGuard(fault: (message: string) => void): (chunk: Uint8Array) => void {
  let header = '';
  let body = 0;
  let isBroken = false;
  const refuse = (message: string): void => {
    isBroken = true;
    fault(`${message} The server ends; start it again.`);
  };
  return (chunk) => {
    for (let at = 0; at < chunk.length && !isBroken;) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      header += String.fromCharCode(chunk[at++]!);
      if (header.length > LONGEST_HEADER || /(?:^|[^\r])\n$/.test(header.slice(-2)))
        refuse('A message must begin with the header "Content-Length: N", in lines that end with CR LF.');
      else if (header.endsWith('\r\n\r\n')) {
        const length = lengthIn(header);
        if (length === undefined)
          refuse('The header of a message must have lines "Name: value", with "Content-Length: N".');
        else if (length > LONGEST_MESSAGE)
          refuse(`A message has ${length} bytes; the longest that is read has ${LONGEST_MESSAGE}.`);
        else [header, body] = ['', length];
      }
    }
  };
}

/** In bytes: a document of the greatest length that is checked, with escapes. */
const LONGEST_MESSAGE = 200_000_000;
const LONGEST_HEADER = 4096;

function lengthIn(header: string): number | undefined {
  const lines = header.slice(0, -4).split('\r\n');
  const lengths = lines.flatMap((line) => /^Content-Length:[ \t]*(\d{1,15})[ \t]*$/i.exec(line)?.[1] ?? []);
  return lengths.length === 1 && lines.every((line) => line.includes(':')) ? Number(lengths[0]) : undefined;
}

import { zipSync, type Zippable } from 'fflate';

/** A zip package of the parts, in their order. The same parts always give the same bytes. */
export function zipParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of parts) files[name] = [bytes, { level: COMPRESSED.test(name) ? 0 : 6, mtime: FIRST_DAY }];
  return zipSync(files);
}

/** Files whose format is compressed. */
const COMPRESSED = /\.(?:png|jpe?g|gif|webp|mp4|mp3|zip|docx|xlsx|pptx)$/i;

/** The earliest time that a zip package can contain, in local time, which is what Word writes. */
const FIRST_DAY = new Date(1980, 0, 1);

import zlib from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Squared, like all colour distances here. */
const CLOSE = 9 ** 2;
const OPAQUE = { 2: 3, 6: 4 }; // Bytes per pixel by colour type.

/**
 * Reduces a PNG to a palette of its most frequent colours, at most 256: a third of the size. A window has few colours
 * besides the shades of its letters, so the nearest palette colour is good enough for the others. Reads PNG as Chromium
 * writes it: 8 bits, RGB or RGBA without transparent parts, not interlaced.
 */
export function smallPng(png, most = 256) {
  const { width, height, colourType, data } = readChunks(png);
  const bytes = OPAQUE[colourType];
  if (bytes === undefined) throw new Error(`colour type ${colourType} is not read`);
  const pixels = unfilter(zlib.inflateSync(data), width * bytes, height, bytes);
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i++)
    colours[i] = (pixels[i * bytes] << 16) | (pixels[i * bytes + 1] << 8) | pixels[i * bytes + 2];
  const { palette, indexOf } = reduce(colours, most);
  const rows = Buffer.alloc((width + 1) * height); // Each row begins with 0, for no filter, which is best for palettes.
  for (let i = 0; i < colours.length; i++) rows[i + Math.floor(i / width) + 1] = indexOf.get(colours[i]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function readChunks(png) {
  const data = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), colourType: png[25], data: Buffer.concat(data) };
}

/** Undoes the filters of the PNG specification, section 9. */
function unfilter(raw, stride, height, bytes) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= bytes ? out[y * stride + x - bytes] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = x >= bytes && y > 0 ? out[(y - 1) * stride + x - bytes] : 0;
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function reduce(colours, most) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  // A shade that is hardly distinguishable from a chosen one must not displace a rare colour, such as that of an
  // underline.
  const palette = [];
  for (const colour of byCount)
    if (palette.length < most && distanceTo(nearest(colour, palette), colour) >= CLOSE) palette.push(colour);
  const indexOf = new Map(byCount.map((colour) => [colour, palette.indexOf(nearest(colour, palette))]));
  return { palette, indexOf };
}

function nearest(colour, palette) {
  let best;
  for (const other of palette)
    if (best === undefined || distanceTo(other, colour) < distanceTo(best, colour)) best = other;
  return best;
}

/** The squared distance; very large if there is no colour. */
function distanceTo(other, colour) {
  if (other === undefined) return Infinity;
  return (
    ((other >> 16) - (colour >> 16)) ** 2 +
    (((other >> 8) & 255) - ((colour >> 8) & 255)) ** 2 +
    ((other & 255) - (colour & 255)) ** 2
  );
}

function parts(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), named.length + 4);
  return out;
}

/** CRC-32, as PNG requires; not every version of Node 20 has its own. */
function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** Whether the bytes begin like a compound file (OLE): a document before Word 2007, or an encrypted one. */
export function isOleFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The names in the directory of a compound file; those up to the first damaged sector if it is damaged. */
export function namesInOleFile(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  try {
    const size = 1 << (view.getUint16(30, true) & 15);
    const seen = new Set<number>();
    for (let sector = view.getUint32(48, true); sector < FIRST_MARK && !seen.has(sector);) {
      seen.add(sector);
      for (let entry = (sector + 1) * size; entry < (sector + 2) * size; entry += ENTRY) {
        // The length counts the zero at the end.
        const length = Math.min(NAME, view.getUint16(entry + NAME, true)) / 2 - 1;
        let name = '';
        for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(entry + 2 * i, true));
        if (name) names.push(name);
      }
      sector = nextSector(view, sector, size);
    }
  } catch (error) {
    // An offset that lies outside the bytes.
    if (!(error instanceof RangeError)) throw error;
  }
  return names;
}

/** The lengths of an entry of the directory and of its name, in bytes. */
const ENTRY = 128;
const NAME = 64;
/** From here on, numbers of sectors are marks, such as the end of a chain. */
const FIRST_MARK = 0xfffffffa;
/** The number of sectors of the allocation table that the header lists; the directory precedes the others. */
const LISTED = 109;

function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= LISTED) return FIRST_MARK;
  const at = (view.getUint32(76 + 4 * table, true) + 1) * size;
  return view.getUint32(at + 4 * (sector % perSector), true);
}

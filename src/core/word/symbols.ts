/** The character of a `<w:sym>` element: its font decides what a code in the private area means. */
export function symbolOf(font: string, code: string): string {
  const value = parseInt(code, 16);
  if (Number.isNaN(value) || value > 0xffff) return '';
  if (value >= 0x20 && (value < 0xd800 || value > 0xf8ff)) return String.fromCharCode(value);
  const place = value & 0xff;
  if (/^symbol$/i.test(font)) return SYMBOL[place] ?? greek(place) ?? UNKNOWN;
  return (/^wingdings$/i.test(font) ? WINGDINGS[place] : undefined) ?? UNKNOWN;
}

const UNKNOWN = '□';

const SYMBOL: Readonly<Record<number, string>> = {
  0xa2: '′',
  0xa3: '≤',
  0xac: '←',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xe2: '®',
  0xe3: '©',
  0xe4: '™',
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '❑',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** The places of Greek letters, in the order of the Latin ones. */
function greek(place: number): string | undefined {
  if (place >= 0x41 && place <= 0x5a) return 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'[place - 0x41];
  if (place >= 0x61 && place <= 0x7a) return 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'[place - 0x61];
  return place >= 0x20 && place < 0x7f ? String.fromCharCode(place) : undefined;
}

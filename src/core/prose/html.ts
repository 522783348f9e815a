/** Named entities for characters of the names in the termbase or for separators; others are not decoded. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '\u00ad',
  amp: '&',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  hyphen: '-',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  oelig: 'œ',
  uacute: 'ú',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  Agrave: 'À',
  Aacute: 'Á',
  Ccedil: 'Ç',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Iacute: 'Í',
  Ntilde: 'Ñ',
  Oacute: 'Ó',
  Uacute: 'Ú',
};

/** Tags that occur inside running text; any other tag interrupts it. */
const INLINE_TAG =
  /^<\/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>/i;

const BREAK = /^<br[ \t]*\/?>/i;

/** Reads an entity, an inline tag (which denotes nothing) or a line break (a blank) at `index`. */
export function readHtmlEscape(text: string, index: number): { length: number; character: string } | undefined {
  const character = text[index];
  if (character === '&') {
    const entity = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/.exec(text.slice(index, index + 12));
    if (!entity) return undefined;
    const value =
      entity[3] !== undefined
        ? ENTITIES[entity[3]]
        : codePoint(entity[1] !== undefined ? parseInt(entity[1], 10) : parseInt(entity[2]!, 16));
    return value === undefined ? undefined : { length: entity[0].length, character: value };
  }
  if (character !== '<') return undefined;
  const around = text.slice(index, index + 400);
  const lineBreak = BREAK.exec(around);
  if (lineBreak) return { length: lineBreak[0].length, character: ' ' };
  const tag = INLINE_TAG.exec(around);
  return tag ? { length: tag[0].length, character: '' } : undefined;
}

/** Whether the last comment that begins in the text is unclosed. */
export function hasOpenComment(text: string): boolean {
  // A forward search comes first: a backward search takes many times as long, and usually there is no comment.
  if (!text.includes('<!--')) return false;
  const opened = text.lastIndexOf('<!--');
  return !text.includes('-->', opened + 4);
}

function codePoint(value: number): string | undefined {
  return value > 0 && value <= 0xffff ? String.fromCharCode(value) : undefined;
}

import type { Span } from '../document';
import { tagAt } from './outline';

/** A `<w:t>` element with the position of each of its characters, so that it can be divided between any two. */
export interface TextElement extends Span {
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Whether white space at its edges is shown. */
  readonly preservesSpace: boolean;
  readonly text: string;
  /** Where each character begins in the XML. The last entry is where the last character ends. */
  readonly positions: readonly number[];
  /** For each entry of `positions`, whether it is in a CDATA section. */
  readonly inCdata: readonly boolean[];
}

/** Reads the element that the span contains. */
export function readTextElement(xml: string, { start, end }: Span): TextElement {
  const tag = tagAt(xml, start);
  const contentStart = start + tag.length;
  const contentEnd = Math.max(contentStart, xml.lastIndexOf('</', end - 1));
  const characters: string[] = [];
  const positions: number[] = [];
  const inCdata: boolean[] = [];
  let last = contentStart;
  const add = (decoded: string, position: number, length: number, cdata: boolean): void => {
    // Both halves of a surrogate pair are at the reference that gives them.
    for (let i = 0; i < decoded.length; i++) {
      positions.push(position);
      inCdata.push(cdata);
    }
    characters.push(decoded);
    last = position + length;
  };
  for (const { 0: piece, 1: section, index } of xml.slice(contentStart, contentEnd).matchAll(PIECE)) {
    const position = contentStart + index;
    if (section !== undefined)
      for (const { 0: character, index: inner } of section.matchAll(CHARACTER))
        add(LINE_END.test(character) ? '\n' : character, position + CDATA_START.length + inner, character.length, true);
    else if (!piece.startsWith('<')) add(decode(piece), position, piece.length, false);
  }
  positions.push(last);
  inCdata.push(inCdata.at(-1) ?? false);
  const preservesSpace = /\sxml:space\s*=\s*["']preserve["']/.test(tag);
  return { start, end, contentStart, contentEnd, preservesSpace, text: characters.join(''), positions, inCdata };
}

export const CDATA_START = '<![CDATA[';
export const CDATA_END = ']]>';

const PIECE = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&[^;]*;|\r\n|[^]/g;
const CHARACTER = /\r\n|[^]/g;
const LINE_END = /^\r/;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters of a reference, or of a character or a line end as written. */
function decode(piece: string): string {
  if (LINE_END.test(piece)) return '\n';
  if (!piece.startsWith('&')) return piece;
  const name = piece.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name] ?? '';
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

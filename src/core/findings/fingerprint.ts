import type { Span } from '../document';
import { foldedWords } from '../fold';
import type { RuleId } from '../rules';

/**
 * Identifies a finding without its position: two hashes of 16 hexadecimal digits, each of the rule, the text and the
 * words around it. `line` takes these words from the line of the finding only, so it survives moved lines; `paragraph`
 * takes them from the paragraph, so it survives other line breaks. Findings that repeat have equal fingerprints.
 */
export interface Fingerprint {
  readonly line: string;
  readonly paragraph: string;
}

export function fingerprintOf(
  text: string,
  { rule, text: own, start, end }: Span & { readonly rule: RuleId; readonly text: string },
): Fingerprint {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const hash = (before: string, after: string): string =>
    hashOf(
      [
        rule,
        foldedWords(own).join(' '),
        foldedWords(before).slice(-WORDS).join(' '),
        foldedWords(after).slice(0, WORDS).join(' '),
      ].join('\n'),
    );
  return {
    line: hash(before.split(LINE_END).at(-1)!.replace(NUMBER_OF_ITEM, ''), after.split(LINE_END, 1)[0]!),
    paragraph: hash(before.split(PARAGRAPH_END).at(-1)!, after.split(PARAGRAPH_END, 1)[0]!),
  };
}

/** Number of words on each side: few, so that an edit elsewhere in the sentence changes nothing. */
const WORDS = 3;
/** Number of code units read on each side. */
const REACH = 120;
const LINE_END = /\r\n|\r|\n/;
const PARAGRAPH_END = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/;
/** The number of a list item changes when the line moves. */
const NUMBER_OF_ITEM = /^\s*\d+[.)]\s/;

/** A hash of 64 bits (cyrb53 with both halves complete). It need not withstand attacks, as it only compares texts. */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return inHex(b) + inHex(a);
}

function inHex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}

import type { Quantity } from '../../reading/nodes';
import { capitalized, isCapitalized } from '../../reading/tokens';
import type { Utterance } from '../utterance';

/**
 * A number as the text writes another one: in words, where the language has a simple word for it, else in figures with
 * the separator of the text.
 */
export function writtenLike(value: number, { first, next }: Quantity, { reading, grammar }: Utterance): string {
  const written = reading.sentence.tokens.slice(first, next).map((token) => token.written);
  const word = /^\d/.test(written[0]!) ? undefined : grammar.wordOf(value);
  if (word !== undefined) return isCapitalized(written[0]!) ? capitalized(word) : word;
  const digits = String(value);
  if (value < 10_000 && written.length === 1) return digits;
  const separator = written.find((part) => /^[.,'’]$/.test(part)) ?? grammar.file.figures.thousands;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

import type { Quantity } from '../../reading/nodes';
import type { Utterance } from '../utterance';

/** The number in the format of the text, with its thousands separator. */
export function inFigures(value: number, quantity: Quantity, utterance: Utterance): string {
  const { tokens } = utterance.reading.sentence;
  const digits = String(value);
  if (value < 10_000 && quantity.next - quantity.first === 1) return digits;
  const written = tokens.slice(quantity.first, quantity.next).map((token) => token.written);
  const separator = written.find((part) => /^[.,'’]$/.test(part)) ?? (utterance.lang === 'en' ? ',' : '\u202f');
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/**
 * The number in words, if the text uses words; `undefined` if it uses figures or the language has no simple word for
 * the number.
 */
export function inWords(value: number, quantity: Quantity, utterance: Utterance): string | undefined {
  const { tokens } = utterance.reading.sentence;
  const first = tokens[quantity.first]!;
  if (/^\d/.test(first.folded)) return undefined;
  const word = utterance.grammar.wordOf(value);
  if (word === undefined) return undefined;
  return /^\p{Lu}/u.test(first.written) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

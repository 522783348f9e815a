import type { DateGroup, Day } from '../../reading/nodes';
import type { Utterance } from '../utterance';

/**
 * A date in the format of the language and of the text's own date: "10 December 2018", "17–20 May 2022", "le 10
 * décembre".
 */
export function dateText(
  right: Day,
  last: Day | undefined,
  utterance: DateGroup,
  { grammar, reading }: Utterance,
): string {
  const { tokens } = reading.sentence;
  const month = right.month === undefined ? undefined : grammar.monthName(right.month);
  // The year may be that of the entry, and the date need not repeat it.
  const hasYear =
    (utterance.from.year !== undefined || utterance.to.year !== undefined) &&
    tokens.slice(utterance.first, utterance.next).some(({ folded }) => /\d{4}/.test(folded));
  if (month === undefined) return String(right.year ?? '');
  // An annual event: in the year that the text gives.
  const statedYear = right.year ?? utterance.from.year;
  const of = grammar.lang === 'es' ? ' de ' : ' ';
  const year = hasYear ? `${of}${statedYear}` : '';
  const isSpan = utterance.isSpan && last?.day !== undefined && last.day !== right.day;
  const days = isSpan
    ? `${right.day}${spanMark(utterance, tokens)}${last.day}`
    : grammar.lang === 'fr' && right.day === 1
      ? '1er'
      : String(right.day);
  return `${days}${of}${month}${year}`;
}

/** The separator between two days in the text: a dash, "to", "au", "al". */
function spanMark(utterance: DateGroup, tokens: Utterance['reading']['sentence']['tokens']): string {
  const joint = tokens.slice(utterance.first + 1, utterance.next).find(({ folded }) => !/^\d/.test(folded));
  return joint === undefined || joint.kind === 'punctuation' ? (joint?.written ?? '–') : ` ${joint.written} `;
}

/** The token of the day within a date, if it consists of the number only. */
export function daySpan(utterance: Utterance, date: DateGroup): { first: number; next: number } | undefined {
  const { tokens } = utterance.reading.sentence;
  for (let i = date.first; i < date.next; i++)
    if (tokens[i]!.written === String(date.from.day)) return { first: i, next: i + 1 };
  return undefined;
}

/** The token of the year within a date. */
export function yearSpan(utterance: Utterance, date: DateGroup): { first: number; next: number } {
  const { tokens } = utterance.reading.sentence;
  for (let i = date.next - 1; i >= date.first; i--)
    if (tokens[i]!.folded === String(date.from.year)) return { first: i, next: i + 1 };
  return date;
}

import type { DateGroup, Day, Range } from '../../reading/nodes';
import type { Utterance } from '../utterance';

/** A date in the format of the language and of the text's own date: "10 December 2018", "17–20 May 2022", "10 mai". */
export function dateText(
  right: Day,
  last: Day | undefined,
  { from, to, isSpan, first, next }: DateGroup,
  { grammar, reading }: Utterance,
): string {
  if (right.month === undefined) return String(right.year ?? '');
  const tokens = reading.sentence.tokens.slice(first, next);
  // The year may be that of the entry, and the date need not repeat it.
  const hasYear =
    (from.year !== undefined || to.year !== undefined) && tokens.some(({ folded }) => /\d{4}/.test(folded));
  const { firstDay, ofMonth: of } = grammar.file.figures;
  // An annual event: in the year that the text gives.
  const year = hasYear ? `${of}${right.year ?? from.year}` : '';
  const day = right.day === 1 ? firstDay : String(right.day);
  // The separator between two days: a dash, "to", "au", "al".
  const joint = tokens.slice(1).find(({ folded }) => !/^\d/.test(folded));
  const mark = joint && joint.kind !== 'punctuation' ? ` ${joint.written} ` : (joint?.written ?? '–');
  const days = isSpan && last?.day !== undefined && last.day !== right.day ? `${right.day}${mark}${last.day}` : day;
  // Without a day in the text, the month is what its preposition goes with: "in December 2018".
  return `${from.day === undefined ? '' : `${days}${of}`}${grammar.monthName(right.month)}${year}`;
}

/** The token of a number within a date, if it stands alone. */
export function numberIn(
  { reading }: Utterance,
  { first, next }: DateGroup,
  value: number | undefined,
): Range | undefined {
  const at = reading.sentence.tokens.findIndex(({ folded }, i) => i >= first && i < next && folded === String(value));
  return at < 0 ? undefined : { first: at, next: at + 1 };
}

/** The token of the year within a date. */
export function yearSpan(utterance: Utterance, date: DateGroup): Range {
  return numberIn(utterance, date, date.from.year) ?? date;
}

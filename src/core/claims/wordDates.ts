import type { DateGroup, Day } from '../reading/nodes';
import type { Said } from './said';

/** A date as the language and the text's own date write it: "10 December 2018", "17–20 May 2022", "le 10 décembre". */
export function dateText(right: Day, last: Day | undefined, said: DateGroup, { grammar, reading }: Said): string {
  const { tokens } = reading.sentence;
  const first = tokens[said.first];
  const month = right.month === undefined ? undefined : grammar.monthName(right.month);
  const hasYear = said.from.year !== undefined || said.to.year !== undefined;
  if (month === undefined) return String(right.year ?? '');
  // What happens each year: in the year that the text tells.
  const toldYear = right.year ?? said.from.year;
  const of = grammar.lang === 'es' ? ' de ' : ' ';
  const year = hasYear ? `${of}${toldYear}` : '';
  if (said.from.day === undefined || right.day === undefined) return grammar.lang === 'es' ? `${month}${year}` : `${month}${hasYear ? ` ${toldYear}` : ''}`;
  const isSpan = said.isSpan && last?.day !== undefined && last.day !== right.day;
  const days = isSpan ? `${right.day}${spanMark(said, tokens)}${last.day}` : grammar.lang === 'fr' && right.day === 1 ? '1er' : String(right.day);
  // "December 10, 2018": as the text has it.
  if (grammar.lang === 'en' && grammar.monthOf(first) !== undefined) return `${month} ${days}${hasYear ? `, ${toldYear}` : ''}`;
  return `${days}${of}${month}${year}`;
}

/** What the text writes between two days: a dash, "to", "au", "al". */
function spanMark(said: DateGroup, tokens: Said['reading']['sentence']['tokens']): string {
  const joint = tokens.slice(said.first + 1, said.next).find(({ folded }) => !/^\d/.test(folded));
  return joint === undefined || joint.kind === 'punctuation' ? joint?.written ?? '–' : ` ${joint.written} `;
}

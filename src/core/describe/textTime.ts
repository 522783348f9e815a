import { quoted } from '../citation/reference';
import type { JudgedAs } from '../finding';
import type { DocumentCheck } from '../parts/documentCheck';
import { longDate } from '../wording/dates';
import { fill, fillCounted } from '../wording/fill';
import type { Wording } from './wordings';

/** The time as of which a text was judged, with the words that show it; a complete sentence. */
export function textTimeLine(time: JudgedAs, wording: Wording): string {
  const { dated, undated } = wording.textTime;
  const unclear: Readonly<Record<string, string>> = wording.textTime.unclear;
  const seen = wordsOf(time, wording);
  if (time.date !== undefined) return `${fill(dated, { date: longDate(time.date, wording) })}${seen}.`;
  if (time.kind !== 'unclear') return `${undated}.`;
  const years = time.possible?.from === undefined ? undefined : yearsOf(time.possible);
  return `${unclear[time.shownBy] ?? unclear.event!}${years === undefined ? '' : ` (${years})`}${seen}.`;
}

/** How many names and values the time of a text holds back, and why. */
export interface HeldBack {
  readonly count: number;
  /** The number with the reason; a sentence without its full stop. */
  readonly because: string;
}

/** What the time of a text holds back; `undefined` if there is nothing. Does all remaining work of the check. */
export function heldBackOf(check: DocumentCheck, wording: Wording): HeldBack | undefined {
  const count = check.heldBack;
  const because = heldBackLine(count, check.judgedAs, wording);
  return because === undefined ? undefined : { count, because };
}

/**
 * How many names and values are not reported because of the time of a text, and why; a sentence without its full stop.
 * `undefined` if there are none.
 */
export function heldBackLine(count: number, time: JudgedAs, wording: Wording): string | undefined {
  if (count === 0) return undefined;
  const { heldBack } = wording.textTime;
  const because: Readonly<Record<string, string>> = wording.textTime.because;
  const { date, possible, shownBy } = time;
  const key = date !== undefined ? 'dated' : time.kind === 'today' ? (possible ? 'own-year' : 'election') : shownBy;
  const value = date !== undefined ? longDate(date, wording) : String(possible?.to ?? '');
  return `${fillCounted(heldBack, count, wording.lang)}${fill(because[key] ?? because.event!, { value })}${wordsOf(time, wording)}`;
}

function yearsOf({ from, to }: NonNullable<JudgedAs['possible']>): string {
  return from === to ? String(to) : `${from}–${to}`;
}

/** The words that show a time, in brackets; of a long line, those around its year. */
function wordsOf({ evidence }: JudgedAs, { lang }: Wording): string {
  const text = evidence?.text.replace(/\s+/g, ' ').trim() ?? '';
  if (text.length <= LONGEST) return text === '' ? '' : ` (${quoted(text, lang)})`;
  const date = [...text.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)[-/.\d]*/g)].at(-1);
  const end = Math.max(LONGEST, date ? date.index + date[0].length : 0);
  const from = end > LONGEST ? text.indexOf(' ', end - LONGEST) + 1 : 0;
  return ` (${quoted(`${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`, lang)})`;
}

/** In code units. */
const LONGEST = 60;

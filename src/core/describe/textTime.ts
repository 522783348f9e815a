import { quoted } from '../citation/reference';
import type { JudgedAs } from '../finding';
import { longDate } from './dates';
import type { Wording } from './wording';

/** The time as of which a text was judged, with the words that show it; a complete sentence. */
export function textTimeLine({ kind, date, shownBy, evidence }: JudgedAs, wording: Wording): string {
  const text = evidence?.text.replace(/\s+/g, ' ').trim() ?? '';
  const seen =
    text === '' ? '' : ` (${quoted(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, wording.lang)})`;
  const { dated, undated, unclear } = wording.textTime;
  if (date !== undefined) return `${dated(longDate(date, wording))}${seen}.`;
  return kind === 'unclear' ? `${unclear[shownBy] ?? unclear.event!}${seen}.` : `${undated}.`;
}

/** In code units. */
const LONGEST = 60;

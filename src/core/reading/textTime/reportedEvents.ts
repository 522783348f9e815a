import datedEvents from '../../../../data/words/datedEvents.json';
import { perLang, type Lang } from '../../document';
import { anyOf, TIME_WORDS } from '../cues';
import { grammarOf } from '../grammar';
import type { SentenceUnits } from './eventUnits';

/**
 * Whether words of the text that report an event are adjacent to it: "opened yesterday", "this week at". An event that
 * is merely mentioned, or since which something has been so, has none.
 */
export function isReported(
  text: string,
  { symbols, units }: SentenceUnits,
  first: number,
  next: number,
  lang: Lang,
  kind?: 'anniversary',
): boolean {
  const cues = cuesOf(lang);
  let at = first;
  for (let i = 0; i <= LONGEST_GAP; i++) {
    const before = text.slice(0, units[at]?.start ?? 0);
    if (cues.before.test(before) || (kind && cues.marking.test(before))) return true;
    if (cues.titles.test(before) && !/[.!?…]["”»)]?\s*$/.test(text)) return true;
    const unit = units[at - 1];
    if (!unit || !GAP.test(symbols[at - 1]!)) break;
    at--;
  }
  const previous = units[at - 1]?.folded ?? units[at]?.folded ?? '';
  if ([previous, units[at]?.folded].some((word) => TIME_WORDS.since.has(word) || TIME_WORDS.after.has(word)))
    return false;
  for (let i = 0, end = next; i <= LONGEST_GAP; i++, end++) {
    if (cues.after.test(text.slice(units[end - 1]!.end))) return true;
    if (!units[end] || !GAP.test(symbols[end]!)) return false;
  }
  return false;
}

/** Units that may separate an event from the words that report it. */
const GAP = /[lo,s(XPIg]/;
const LONGEST_GAP = 5;

const cuesOf = perLang((lang) => {
  const { before, after, marking, titles } = datedEvents.words[lang];
  const { undatedEvents, documentDates } = grammarOf(lang).file;
  const days = [...undatedEvents.phrases, ...undatedEvents.today, ...documentDates.weekdays.split(' ')];
  const atEnd = (words: readonly string[]): RegExp =>
    new RegExp(`(?<![\\p{L}\\p{M}\\d-])${anyOf(words)}[\\s,(]*$`, 'iu');
  return {
    before: atEnd([...before, ...days]),
    titles: atEnd(titles),
    marking: atEnd(marking),
    after: new RegExp(`^[\\s,()]*${anyOf([...after, ...days])}(?![\\p{L}\\p{M}\\d-])`, 'iu'),
  };
});

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
  const isTitle = !/[.!?…]["”»)]?\s*$/.test(text);
  const patterns = [cues.before, ...(kind ? [cues.marking] : []), ...(isTitle ? [cues.titles] : [])];
  let at = first;
  for (let gap = 0; gap <= LONGEST_GAP; gap++, at--) {
    const before = text.slice(0, units[at]?.start ?? 0);
    if (patterns.some((pattern) => pattern.test(before))) return true;
    if (at === 0 || !GAP.test(symbols[at - 1]!)) break;
  }
  const around = units.slice(Math.max(0, at - 1), at + 1);
  if (around.some(({ folded }) => TIME_WORDS.since.has(folded) || TIME_WORDS.after.has(folded))) return false;
  for (let end = next; end <= next + LONGEST_GAP; end++) {
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

import type { Lang } from '../../document';
import { grammarOf } from '../grammar';
import { UNITS, unitsOf } from './eventUnits';
import { eventWords } from './eventWords';
import type { NamedConcept, RecordedEvent } from './recordedEvent';
import { isReported } from './reportedEvents';

/** The anniversaries that a sentence reports, in its own offsets. */
export function anniversariesIn(text: string, names: readonly NamedConcept[], lang: Lang): readonly RecordedEvent[] {
  const { anniversary, years } = eventWords(lang);
  const read = unitsOf(
    text,
    names.map(({ start, end }) => ({ start, end, symbol: UNITS.name })),
    anniversary,
    grammarOf(lang),
  );
  if (read.symbols.includes(UNITS.year)) return [];
  const found: RecordedEvent[] = [];
  for (const pattern of [OF_BODY, OF_SUBJECT, AT_START])
    for (const { 0: match, index } of read.symbols.matchAll(pattern)) {
      const units = read.units.slice(index, index + match.length);
      const ordinal = match.lastIndexOf(UNITS.ordinal);
      const first = pattern === OF_BODY ? index : index + ordinal;
      const last = index + match.length;
      // In the last pattern the present tense shows it; a history tells in the past.
      if (pattern !== AT_START && !isReported(text, read, first, last, lang, 'anniversary')) continue;
      const noun = units.find(({ symbol }) => symbol === UNITS.noun)!;
      const name = units.find(({ symbol }) => symbol === UNITS.name)!;
      const { concept } = names.find(({ start }) => start === name.start)!;
      const { value: age, start } = units[ordinal]!;
      const end = pattern === OF_BODY ? units.at(-1)!.end : noun.end;
      const isYear = years.has(noun.folded);
      found.push({ kind: 'anniversary', concept, age, isYear, start: Math.min(start, name.start, end), end });
    }
  return found;
}

/** "the 70th anniversary of the founding of IOM", "IOM's 70th anniversary" */
const OF_BODY = /ON(?:[olF]{1,6})W(?![gX])|WgON(?!o)/g;
/** "IOM celebrates its 70th anniversary", "This week IOM, which assists migrants, celebrates its 70th anniversary" */
const OF_SUBJECT = /^(?:.{1,7}[,;]|x{0,2})l{0,2}W[vx,(][^X;]*sON(?!o)/g;
/** "In its 65th year IOM assists migrants" */
const AT_START = /^l?sON,?l{0,2}Wv/g;

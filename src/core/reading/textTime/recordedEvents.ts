import type { Lang, Span } from '../../document';
import { NOT_PROSE, type Prose } from '../../prose/prose';
import { grammarOf } from '../grammar';
import { anniversariesIn } from './anniversaries';
import { UNITS, unitsOf, type SentenceUnits, type UnitName } from './eventUnits';
import { eventWords, type Recorded, type Series } from './eventWords';
import type { NamedConcept, RecordedEvent } from './recordedEvent';
import { isReported } from './reportedEvents';

/** The events that the sentences of prose report before an offset, in order. */
export function recordedEventsIn(
  prose: Prose,
  names: readonly NamedConcept[],
  lang: Lang,
  limit: number,
): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  for (const span of sentencesBefore(prose, limit)) {
    const text = proseIn(prose, span).replace(/’/g, "'");
    const inside = names
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      .map((name) => ({ ...name, start: name.start - span.start, end: name.end - span.start }));
    const found = eventWords(lang).series.flatMap((series) => ofSeries(text, inside, series, lang));
    for (const event of [...found, ...anniversariesIn(text, inside, lang)])
      events.push({ ...event, start: event.start + span.start, end: event.end + span.start });
  }
  return events;
}

function* sentencesBefore(prose: Prose, limit: number): Generator<Span> {
  for (const block of prose.blocks) {
    if (block.start >= limit) return;
    if (block.quoted || block.kind === 'reference' || block.kind === 'table-row') continue;
    const text = prose.text.slice(block.start, Math.min(block.end, limit + LONGEST));
    let start = 0;
    for (const { 0: stop, index } of text.matchAll(/[.!?…]["”»)]?\s+(?=\p{Lu})|$/gu)) {
      const sentence = { start: block.start + start, end: block.start + Math.min(text.length, index + 1) };
      if (sentence.start < limit && index - start < LONGEST) yield sentence;
      start = index + stop.length;
    }
  }
}

/** The text of a sentence, with blanks for its markup and code. */
function proseIn(prose: Prose, { start, end }: Span): string {
  let text = prose.text.slice(start, end);
  for (const inline of prose.inlinesAt(prose.blockAt(start)!, { start, end })) {
    if (!NOT_PROSE.has(inline.kind)) continue;
    const [from, to] = [Math.max(inline.start, start) - start, Math.min(inline.end, end) - start];
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  // The marks of emphasis and links are no inlines of their own.
  return text.replace(/[*_[\]]/g, ' ');
}

/** In code units: a longer sentence is not the lead of news. */
const LONGEST = 500;

/** By its number: "109th session of the Council", "11th GFMD Summit", "The Council opened its 109th session". */
const NUMBERED = /ON[lo]{0,4}I?W|OI?WN?|I?W(?:g|[^O;(]{0,6}s)ON|sON,?l{0,2}I?W/g;
/** By its host city: "Marrakech summit of the GFMD", "GFMD summit in Quito". */
const HOSTED = /P(?:N[lo]{0,4}W|WN)|WN[lo]{1,2}P|N[lo]{0,4}W[lo]{1,2}P|N[lo]{1,2}P[lo]{1,4}W|WgPN/g;
/** By its year: "2022 International Migration Review Forum", "GFMD Summit 2018". */
const OF_YEAR = /YW|W[No]{0,2}Y/g;

function ofSeries(
  text: string,
  names: readonly NamedConcept[],
  { subject, alone, hasBody, events, words }: Series,
  lang: Lang,
): readonly RecordedEvent[] {
  if (!names.some(({ concept }) => concept === subject) && !hasBody) return [];
  const own = hasBody ? UNITS.owner : UNITS.name;
  const read = unitsOf(
    text,
    names.map(({ concept, start, end }): UnitName => ({ start, end, symbol: concept === subject ? own : 'X' })),
    words,
    grammarOf(lang),
  );
  // "the Human Rights Council", "Council of Europe"
  const symbols = hasBody ? read.symbols.replace(/(?<=X)W|W(?=o(?!l{0,2}I))/g, UNITS.word) : read.symbols;
  const found: RecordedEvent[] = [];
  const add = (pattern: RegExp, factsOf: (units: SentenceUnits['units']) => readonly Recorded[], year?: true): void => {
    for (const { 0: match, index } of symbols.matchAll(pattern)) {
      const units = read.units.slice(index, index + match.length);
      // "The Council opened its 109th session": the words that report it precede the possessive.
      const first = index + Math.max(0, match.lastIndexOf(UNITS.possessive));
      const facts = factsOf(units).map(({ fact }) => fact);
      const hasOtherYear = symbols.includes(UNITS.year) && year === undefined;
      if (facts.length === 0 || hasOtherYear || !isReported(text, read, first, index + match.length, lang)) continue;
      found.push({
        kind: 'numbered',
        subject,
        facts,
        year: units.find(({ symbol }) => symbol === UNITS.year)?.value,
        start: units[0]!.start,
        end: units.at(-1)!.end,
      });
    }
  };
  add(NUMBERED, (units) => {
    const isNamed = alone || units.some(({ symbol }) => symbol === UNITS.noun);
    const number = units.find(({ symbol }) => symbol === UNITS.ordinal)?.value;
    return isNamed ? events.filter((event) => event.number === number) : [];
  });
  if (!hasBody) {
    add(HOSTED, (units) => {
      const place = units.find(({ symbol }) => symbol === UNITS.place)?.folded;
      return events.filter(({ places }) => places.some((each) => each === place));
    });
    if ((symbols.match(/Y/g) ?? []).length === 1) add(OF_YEAR, () => events, true);
  }
  return found;
}

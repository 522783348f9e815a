import { perLang, type Lang, type Span } from '../../document';
import { foldKey } from '../../fold';
import type { Prose } from '../../prose/prose';
import { ordinalInFigures, TIME_WORDS, wholeWords } from '../cues';
import { readDates } from '../dates';
import { grammarOf, type Grammar } from '../grammar';
import type { Day } from '../nodes';
import type { Token } from '../tokens';
import { isIn, isWeekday } from './headerDates';
import { wordsOf } from './headerLines';

/**
 * A place that reports an event without its date. All but the deictic ones count only at the beginning of a text: an
 * anniversary only if the body is older now than the `age` that it has then, and a day only if no event has it.
 */
export type UndatedEvent = Span & Event;

type Event =
  | { readonly kind: 'deictic' | 'session' }
  | { readonly kind: 'anniversary'; readonly age: number }
  | { readonly kind: 'day'; readonly day: Day };

/** "this week", "on Monday", "announced today", "the 108th Session": events whose sentence states no year, in order. */
export function undatedEventsIn(prose: Prose, lang: Lang): readonly UndatedEvent[] {
  const grammar = grammarOf(lang);
  const events: UndatedEvent[] = [];
  for (const { 0: words, index: start } of prose.text.matchAll(cuesOf(lang))) {
    const end = start + words.length;
    const around = sentenceAround(prose, { start, end });
    if (!around || YEAR.test(prose.text.slice(around.start, around.end))) continue;
    const before = wordsOf(prose.text.slice(around.start, start));
    const after = wordsOf(prose.text.slice(end, around.end));
    const event = eventOf(words, before, after, grammar);
    if (event) events.push({ ...event, start, end });
  }
  return events;
}

/** Whether the sentence of a name reports that somebody was elected or appointed, without a year. */
export function isElectedWithoutDate(prose: Prose, name: Span, lang: Lang): boolean {
  const around = sentenceAround(prose, name);
  const sentence = around && prose.text.slice(around.start, around.end);
  return sentence !== undefined && !YEAR.test(sentence) && electionsOf(lang).test(sentence);
}

function eventOf(
  words: string,
  before: readonly Token[],
  after: readonly Token[],
  grammar: Grammar,
): Event | undefined {
  const { sessions, councils, anniversaries } = grammar.file.undatedEvents;
  const is = (list: readonly string[]): boolean => list.some((each) => foldKey(each) === foldKey(words));
  if (is(anniversaries)) {
    const age = ordinalAtEnd(before.slice(-3));
    return age === undefined ? undefined : { kind: 'anniversary', age };
  }
  // A council is a session only with its ordinal: "the 96th IOM Council".
  if (is(councils))
    return (ordinalAtEnd(before) ?? ordinalAtEnd(before.slice(0, -1))) === undefined ? undefined : { kind: 'session' };
  if (is(sessions)) {
    // A state that lasts to the day of the text is no event: "since the 86th session".
    if (before.slice(-REACH - 2).some(({ folded }) => TIME_WORDS.since.has(folded))) return undefined;
    return before.slice(-REACH).some((token) => isOrdinal(token, grammar)) ? { kind: 'session' } : undefined;
  }
  const [cue] = wordsOf(words);
  if (grammar.entryOf(cue!).month === undefined)
    return isDeictic(words, before, after, grammar) ? { kind: 'deictic' } : undefined;
  // "told the press on 30 September": an act in the past; not "since 30 September".
  const isAct = [before, after].some((near) => near.some((token, i) => isPast(token, near[i - 1], grammar)));
  const day = readDates([...before.slice(-2), cue!, ...after.slice(0, 1)], grammar)[0]?.from;
  const isSince = before.slice(-4).some(({ folded }) => TIME_WORDS.since.has(folded));
  return isAct && !isSince && day?.day ? { kind: 'day', day } : undefined;
}

/** "this week", "on Monday", "announced today": words that count from the day of the text, for an event. */
function isDeictic(words: string, before: readonly Token[], after: readonly Token[], grammar: Grammar): boolean {
  const [cue] = wordsOf(words);
  if (isWeekday(cue, grammar)) return isOneDay(before, after, grammar);
  if (grammar.file.undatedEvents.today.some((each) => foldKey(each) === foldKey(words)))
    return [before, after.slice(0, 1), after.slice(0, 2)].some((near) => isPast(near.at(-1), near.at(-2), grammar));
  // A state that lasts to the day of the text is no event: "open on Saturdays since last week".
  return !before.slice(-2).some(({ folded }) => TIME_WORDS.since.has(folded));
}

/** "on Monday", "lundi", "el lunes"; not "every Monday", "le lundi", "from Monday to Friday". */
function isOneDay(before: readonly Token[], after: readonly Token[], grammar: Grammar): boolean {
  const { weekdaysAfter, notBefore } = grammar.file.undatedEvents;
  const [last, next] = [before.at(-1), after[0]];
  if (isIn(notBefore, last) || isWeekday(after[1], grammar)) return false;
  return weekdaysAfter === '' || isIn(weekdaysAfter, last) || (next !== undefined && isPast(last, undefined, grammar));
}

/** Whether a word, with the one before it, reports an act: "announced", "a annoncé". */
function isPast(token: Token | undefined, before: Token | undefined, grammar: Grammar): boolean {
  if (token?.kind !== 'word') return false;
  const forms = grammar.verbForms(token);
  const lemmas = before?.kind === 'word' ? grammar.verbForms(before).map(({ lemma }) => lemma) : [];
  return (
    (forms.some(({ kind }) => kind === 'past') &&
      !forms.some(({ kind }) => kind === 'present') &&
      !lemmas.some((lemma) => grammar.isVerb(lemma, 'be'))) ||
    (forms.some(({ kind }) => kind === 'participle') && lemmas.some((lemma) => grammar.isVerb(lemma, 'have')))
  );
}

/** The number of two or three figures in the ordinal that ends a text: "65th", "60.º"; not "a 10 year plan". */
function ordinalAtEnd(tokens: readonly Token[]): number | undefined {
  const text = tokens.map(({ written }) => foldKey(written.normalize('NFKC')) || written).join('');
  const [, figures, ending] = /(\d{2,3})\.?([a-z]+)$/.exec(text) ?? [];
  return TIME_WORDS.ordinalEndings.has(ending) ? Number(figures) : undefined;
}

/** In words: "the 108th regular Council Session". */
const REACH = 4;

function isOrdinal(token: Token, grammar: Grammar): boolean {
  return (
    grammar.entryOf(token).ordinal !== undefined ||
    ordinalInFigures(token.folded) !== undefined ||
    /^\d{2,3}\p{L}{0,3}$/u.test(token.folded)
  );
}

const YEAR = /(?<!\d)(?:18[5-9]|19\d|20\d)\d(?!\d)/;

/** In code units, in each direction. */
const LONGEST_SENTENCE = 400;

/** The sentence around a span of prose that its author wrote as text; `undefined` for a quotation or a table. */
function sentenceAround(prose: Prose, { start, end }: Span): Span | undefined {
  const block = prose.blockAt(start);
  if (!block || block.quoted || block.kind === 'table-row' || !prose.isProse(start, end)) return undefined;
  const from = Math.max(block.start, start - LONGEST_SENTENCE);
  const stops = [...prose.text.slice(from, start).matchAll(/[.!?…]["”»)]?\s+(?=\p{Lu})/gu)].at(-1);
  const to = Math.min(block.end, end + LONGEST_SENTENCE);
  const stop = /[.!?…]["”»)]?\s+(?=\p{Lu})/u.exec(prose.text.slice(end, to));
  return { start: stops ? from + stops.index + stops[0].length : from, end: stop ? end + stop.index + 1 : to };
}

const cuesOf = perLang((lang) => {
  const { undatedEvents, documentDates, months } = grammarOf(lang).file;
  const { phrases, today, sessions, councils, anniversaries } = undatedEvents;
  const words = [...phrases, ...today, ...sessions, ...councils, ...anniversaries, ...Object.keys(months)];
  return wholeWords([...words, ...documentDates.weekdays.split(' ')], 'giu');
});

const electionsOf = perLang((lang) => wholeWords(grammarOf(lang).file.undatedEvents.elections, 'iu'));

import type { Span } from '../document';
import type { DocumentDate } from '../reading/textTime/headerDates';
import type { RecordedEvent } from '../reading/textTime/recordedEvent';
import { decodeDate } from '../reading/textTime/textTime';
import { yearOf } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';

/** The date of an event, and the place that reports it. `until` is the last year in which it may be. */
export interface EventDate extends Span {
  readonly date: DocumentDate;
  readonly until: number;
}

/** The property with the year from which the anniversaries of a body count. */
const FOUNDED = 'founded';

/**
 * The date that the record has for the events that a text reports; `undefined` if it has none, or if they are of
 * different years. `isNamed` is whether the document names a concept.
 */
export function dateOfEvents(
  events: readonly RecordedEvent[],
  termbase: Termbase,
  isNamed: (concept: string) => boolean,
): EventDate | undefined {
  const dates = events.flatMap((event) => dateOf(event, termbase, isNamed) ?? []);
  const [first] = dates;
  return first && dates.every(({ date, until }) => date.year <= first.until && until >= first.date.year)
    ? first
    : undefined;
}

function dateOf(
  event: RecordedEvent,
  termbase: Termbase,
  isNamed: (concept: string) => boolean,
): EventDate | undefined {
  const { start, end } = event;
  if (event.kind === 'anniversary') {
    const founded = foundingYear(event.concept, termbase);
    if (founded === undefined) return undefined;
    const until = founded + event.age;
    return { date: { year: event.isYear ? until - 1 : until, month: undefined, day: undefined }, until, start, end };
  }
  if (!isNamed(event.subject)) return undefined;
  const dates = event.facts
    .flatMap((id) => {
      const fact = termbase.facts.get(id);
      // What is not verified dates no text.
      return fact?.from === undefined || fact.confidence === 'C' ? [] : [fact.from];
    })
    .filter((from) => event.year === undefined || yearOf(from) === event.year);
  const date = dates.length === 1 ? decodeDate(dates[0]!) : undefined;
  return date && { date, until: date.year, start, end };
}

/** The year in which a body was founded, if the record has one. */
export function foundingYear(concept: string, termbase: Termbase): number | undefined {
  const facts = [...termbase.facts.values()].filter(
    ({ subject, property }) => subject === concept && property === FOUNDED,
  );
  return facts.length === 1 ? yearOf(facts[0]!.from) : undefined;
}

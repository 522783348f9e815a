import { isDatedEvent } from '../claims/relation';
import { into } from '../into';
import { DATE_FORM, yearOf } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';

const knownYears = new WeakMap<Termbase, ReadonlySet<number>>();

/** The years of the events about which a text may be wrong, and those in which names began or ended. */
export function eventYears(termbase: Termbase): ReadonlySet<number> {
  return into(knownYears, termbase, () => {
    const dates = [...termbase.facts.values()].flatMap((fact) =>
      isDatedEvent(fact) && DATE_FORM.test(String(fact.value)) ? [String(fact.value)] : [],
    );
    const ofNames = [...termbase.names.values()].flatMap(({ name: { from, to } }) => [from, to]);
    return new Set([...dates, ...ofNames].flatMap((date) => yearOf(date) ?? []));
  });
}

const knownDays = new WeakMap<Termbase, ReadonlySet<string>>();

/** The days of the events in the record, each as a date of the year 0: "00-12-10". */
export function eventDays(termbase: Termbase): ReadonlySet<string> {
  return into(knownDays, termbase, () => {
    const dates = [...termbase.facts.values()].flatMap(({ value, from }) => [String(value), from ?? '']);
    return new Set(dates.flatMap((date) => date.match(/-\d\d-\d\d(?!\d)/g)?.map((day) => `00${day}`) ?? []));
  });
}

/** The property with the year from which the anniversaries of a body count. */
const FOUNDED = 'founded';

/** The year in which a body was founded, if the record has one. */
export function foundingYear(concept: string, termbase: Termbase): number | undefined {
  const facts = [...termbase.facts.values()].filter(
    ({ subject, property }) => subject === concept && property === FOUNDED,
  );
  return facts.length === 1 ? yearOf(facts[0]!.from) : undefined;
}

const newestYears = new WeakMap<Termbase, number>();

/** The newest year in the facts of the record. */
export function newestYear(termbase: Termbase): number {
  return into(newestYears, termbase, () =>
    Math.max(-Infinity, ...[...termbase.facts.values()].map(({ asOf }) => yearOf(asOf) ?? -Infinity)),
  );
}

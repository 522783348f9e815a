import type { Time } from '../reading/times';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { compareDates, yearOf } from '../termbase/dates';

/** A number of the record, with the year that it is of. */
export interface CountRecord {
  readonly fact: Fact;
  readonly value: number;
  readonly year: number;
}

/** The facts as claims ask for them: by subject and property, verified ones only, in time order. */
export class Records {
  private readonly byProperty = new Map<string, Fact[]>();
  private readonly unverified = new Map<string, Fact[]>();

  constructor(private readonly termbase: Termbase) {
    for (const fact of termbase.facts.values()) {
      const facts = fact.confidence === 'C' ? this.unverified : this.byProperty;
      const key = `${fact.subject}/${fact.property}`;
      const known = facts.get(key);
      if (known) known.push(fact); else facts.set(key, [fact]);
    }
  }

  /** Whether some source that could not be verified gives this number for the time: it is not called right, and not wrong. */
  isUndecided(subject: string, property: string, value: number, time: Time): boolean {
    return (this.unverified.get(`${subject}/${property}`) ?? []).some((fact) => {
      const year = yearOf(fact.asOf ?? fact.from) ?? NaN;
      return fact.value === value && year >= time.from && year <= time.to;
    });
  }

  facts(subject: string, property: string): readonly Fact[] {
    return this.byProperty.get(`${subject}/${property}`) ?? [];
  }

  fact(id: string): Fact | undefined {
    return this.termbase.facts.get(id);
  }

  series(subject: string, property: string): readonly CountRecord[] {
    return this.facts(subject, property)
      .flatMap((fact) => (typeof fact.value === 'number' ? [{ fact, value: fact.unit?.endsWith(' million') ? fact.value * 1_000_000 : fact.value, year: yearOf(fact.asOf ?? fact.from) ?? 0, date: fact.asOf ?? fact.from ?? '' }] : []))
      .sort((a, b) => compareDates(a.date, b.date));
  }

  /**
   * The numbers that were right at some moment of a time: those dated in it, the last one before it (which still held
   * when it began), and for a year without a record of its own every step between its neighbours.
   */
  recordsWithin(series: readonly CountRecord[], time: Time): readonly CountRecord[] {
    const within = series.filter((record) => record.year >= time.from && record.year <= time.to);
    const before = series.filter((record) => record.year < time.from).slice(-1);
    const after = within.length === 0 ? series.filter((record) => record.year > time.to).slice(0, 1) : [];
    return [...before, ...within, ...after];
  }
}

const cache = new WeakMap<Termbase, Records>();

export function recordsOf(termbase: Termbase): Records {
  let records = cache.get(termbase);
  if (!records) cache.set(termbase, (records = new Records(termbase)));
  return records;
}

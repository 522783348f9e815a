import { into } from '../into';
import type { Years } from '../reading/nodes';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { compareDates, yearOf } from '../termbase/dates';

/** A number of the record, with its year. */
export interface CountRecord {
  readonly fact: Fact;
  readonly value: number;
  readonly year: number;
}

/** The verified facts in the form that claims need: by subject and property, in time order. */
export class Records {
  private readonly byProperty = new Map<string, Fact[]>();
  private readonly unverified = new Map<string, Fact[]>();

  constructor(private readonly termbase: Termbase) {
    for (const fact of termbase.facts.values()) {
      const facts = fact.confidence === 'C' ? this.unverified : this.byProperty;
      into(facts, `${fact.subject}/${fact.property}`, (): Fact[] => []).push(fact);
    }
  }

  /** Whether an unverified source gives this number for the time: the number is then neither right nor wrong. */
  isUndecided(subject: string, property: string, value: number, time: Years): boolean {
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
      .flatMap((fact) =>
        typeof fact.value === 'number'
          ? [
              {
                fact,
                value: fact.unit?.endsWith(' million') ? fact.value * 1_000_000 : fact.value,
                year: yearOf(fact.asOf ?? fact.from) ?? 0,
                date: fact.asOf ?? fact.from ?? '',
              },
            ]
          : [],
      )
      .sort((a, b) => compareDates(a.date, b.date));
  }

  /**
   * The numbers that were right at some moment of a time: those dated within it, the last one before it (which still
   * applied when it began), and for a year without an entry every value between those of the neighbouring entries.
   */
  recordsWithin(series: readonly CountRecord[], time: Years): readonly CountRecord[] {
    const within = series.filter((record) => record.year >= time.from && record.year <= time.to);
    const before = series.filter((record) => record.year < time.from).slice(-1);
    const after = within.length === 0 ? series.filter((record) => record.year > time.to).slice(0, 1) : [];
    return [...before, ...within, ...after];
  }
}

const RECORDS = new WeakMap<Termbase, Records>();

export function recordsOf(termbase: Termbase): Records {
  return into(RECORDS, termbase, () => new Records(termbase));
}

import { searchIn } from '../../src/core/search/search';
import type { Fact } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';
import { bareTime, median, quantile, repeat, row, time } from './measure';

/** What look-ups cost, as ratios to a bare pass over the facts and names of the record. */
export function lookUps(termbase: Termbase): void {
  console.log(row('look-up', 'facts', 'bare ms', 'first ms', 'look-up ×', 'look-up ms', 'p95 ms'));
  for (const count of [termbase.facts.size, 1_200, 4_800]) {
    const record = withFacts(termbase, count);
    const text = JSON.stringify([[...record.facts.values()], record.terms.map((term) => term.text)]);
    const bare = median(repeat(9, () => bareTime(text)));
    const first = time(() => searchIn(record, 'en').find(QUERIES[0]!));
    const search = searchIn(record, 'en');
    for (const query of QUERIES) if (search.find(query).kind === 'nothing') throw new Error(`“${query}” finds nothing`);
    const times = QUERIES.flatMap((query) => repeat(9, () => time(() => search.find(query))));
    const spent = median(times);
    const [most, ratio] = [quantile(times, 0.95), spent / bare];
    console.log(row('', count, bare.toFixed(2), first.toFixed(0), ratio.toFixed(1), spent.toFixed(2), most.toFixed(2)));
  }
}

const QUERIES = [
  'who leads IOM',
  'how many member states in 2016',
  'definition of refugee',
  'pacte mondial',
  'memebr states',
  'migration',
];

/** The record with copies of its facts, under other ids and in other years. */
function withFacts(termbase: Termbase, count: number): Termbase {
  const own = [...termbase.facts.values()];
  const facts = Array.from({ length: count }, (_, i): Fact => {
    const fact = own[i % own.length]!;
    const round = Math.floor(i / own.length);
    return round === 0 ? fact : { ...fact, id: `${fact.id}-${round}`, property: `${fact.property}-${round}` };
  });
  return { ...termbase, facts: new Map(facts.map((fact) => [fact.id, fact])) };
}

import data from '../../../../data/relations/names.json';
import { nameOf } from '../../reading/naming';
import { yearAlone, type DateGroup, type NounGroup } from '../../reading/nodes';
import type { Wanted } from '../../reading/text';
import type { Concept, Name, Term } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { quoted } from '../claimMessage';
import { numberIn } from '../dates/wordDates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';

/** The subjects whose names are compared. */
export const NAMED: Wanted = { concepts: new Set(data.subjects) };

/** A name of the subject in a noun group, or an anaphoric reference to it ("its present name"). */
export interface Named {
  readonly concept: Concept;
  readonly name: Name;
  readonly term: Term;
  readonly group: NounGroup;
  readonly by: 'name' | 'reference';
}

/** The dates at which a text lets a name begin and end. */
export interface NameTime {
  readonly name: Named;
  readonly from: DateGroup;
  readonly to?: DateGroup;
}

/** The name that a group consists of, if it contains nothing else. */
export function nameIn(utterance: Utterance, group: NounGroup): Named | undefined {
  const named = nameOf(group, utterance.reading);
  const found = named && NAMED.concepts.has(named.concept) ? named.mention.terms[0] : undefined;
  if (!found || found.entry.name.from === undefined) return undefined;
  const { concept, name } = found.entry;
  const term = termOf(name, utterance.lang, found.form);
  return term && { concept, name, term, group, by: 'name' };
}

/** The preferred term of a name in a language: the full form, or the abbreviation. */
export function termOf({ terms }: Name, lang: string, form: Term['form'] = 'full'): Term | undefined {
  return terms.find(
    (term) => term.lang === lang && (term.form ?? 'full') === form && (term.status ?? 'preferred') === 'preferred',
  );
}

/**
 * Compares the years that a text gives to a name with those in the record. Either may be wrong, so no fix here is safe
 * to apply without review.
 */
export function compareName(
  utterance: Utterance,
  { name: { concept, name, term, by }, from, to }: NameTime,
  records: Records,
): Claim | undefined {
  const { start, end } = data.messages;
  const changes = [
    { date: from, stated: from.from.year, right: yearOf(name.from), slack: name.slackFrom, template: start },
    { date: to, stated: to?.to.year, right: yearOf(name.to), slack: name.slackTo, template: end },
  ];
  for (const { date, stated, right, slack, template } of changes) {
    if (!date || stated === undefined || right === undefined || stated === right) continue;
    const span = numberIn(utterance, date, stated) ?? numberIn(utterance, date, stated % 100) ?? date;
    // A year that other good sources give for the change is explained, not reported as wrong.
    const isDisputed = slack !== undefined && (slack - stated) * (right - stated) <= 0;
    const facts = records.facts(data.subjects[0]!, data.property).filter((fact) => yearOf(fact.from) === right);
    const values = {
      name: quoted(term.text),
      right: { kind: 'date', day: yearAlone(right) },
      wrong: { kind: 'date', day: yearAlone(stated) },
    } as const;
    return claimAt(
      utterance,
      span,
      { concept: concept.id, by },
      {
        facts: facts.map(({ id }) => id),
        message: { template, values },
        ...(isDisputed ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
        instead: [String(right)],
      },
    );
  }
  return undefined;
}

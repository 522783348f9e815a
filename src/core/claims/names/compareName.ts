import data from '../../../../data/relations/names.json';
import { nameOf } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Concept, Name, Term } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { quoted, year } from '../claimMessage';
import { numberIn } from '../dates/wordDates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';

/** A name of the subject in a noun group, or an anaphoric reference to it ("its present name"). */
export interface Named {
  readonly concept: Concept;
  readonly name: Name;
  readonly term: Term;
  readonly group: NounGroup;
  readonly by: 'name' | 'reference';
}

/** The dates at which a text lets a name begin and end; the name may be older and newer where `isWithin`. */
export interface NameTime {
  readonly name: Named;
  readonly from?: DateGroup;
  readonly to?: DateGroup;
  readonly isWithin?: boolean;
}

/** The name that a group consists of, if it contains nothing else. A tag line is not a name. */
export function nameIn(utterance: Utterance, group: NounGroup): Named | undefined {
  const named = nameOf(group, utterance.reading);
  const found = named && data.subjects.includes(named.concept) ? named.mention.terms[0] : undefined;
  if (!found || found.loose || found.entry.name.from === undefined) return undefined;
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
  { name: { concept, name, term, by, group }, from, to, isWithin = false }: NameTime,
  records: Records,
): Claim | undefined {
  const [first, last] = [from?.from.year, to?.to.year ?? to?.from.year];
  const [begin, end] = [yearOf(name.from), yearOf(name.to)];
  const held = (stated: number | undefined, right: number | undefined, slack: number | undefined): Held => {
    if (stated === undefined || right === undefined || stated === right) return 'right';
    const isInUse = stated >= (begin ?? -Infinity) && stated <= (end ?? Infinity);
    if (isInUse) return isWithin ? 'right' : 'wrong';
    // A year that other good sources give for the change is explained, not reported as wrong.
    const isDisputed = slack !== undefined && (slack - stated) * (right - stated) <= 0;
    return isDisputed ? 'disputed' : 'wrong';
  };
  const [atBegin, atEnd] = [held(first, begin, name.slackFrom), held(last, end, name.slackTo)];
  if (atBegin === 'right' && atEnd === 'right') return undefined;
  const factsOf = (change: number | undefined): readonly string[] =>
    records.facts(data.subjects[0]!, data.property).flatMap((fact) => (yearOf(fact.from) === change ? [fact.id] : []));
  const subject = { concept: concept.id, by };
  // The years are those of another name.
  const other = concept.names.find((each) => yearOf(each.from) === first && yearOf(each.to) === last);
  const right = isWithin && other && termOf(other, utterance.lang, term.form);
  const [mention] = group.named;
  if (right && mention)
    return claimAt(utterance, mention, subject, {
      facts: factsOf(first),
      message: {
        template: data.messages.other,
        values: {
          from: { kind: 'date', day: year(first!) },
          to: { kind: 'date', day: year(last!) },
          right: quoted(right.text),
          wrong: quoted(utterance.textOf(mention)),
        },
      },
      instead: [right.text],
    });
  const isBegin = atBegin === 'wrong' || (atBegin === 'disputed' && atEnd !== 'wrong');
  const [date, stated, change] = isBegin ? [from!, first!, begin!] : [to!, last!, end!];
  const span = numberIn(utterance, date, stated) ?? numberIn(utterance, date, stated % 100) ?? date;
  return claimAt(utterance, span, subject, {
    facts: factsOf(change),
    message: {
      template: isBegin ? data.messages.start : data.messages.end,
      values: {
        name: quoted(term.text),
        right: { kind: 'date', day: year(change) },
        wrong: { kind: 'date', day: year(stated) },
      },
    },
    ...((isBegin ? atBegin : atEnd) === 'disputed' ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
    instead: [String(change)],
  });
}

type Held = 'right' | 'disputed' | 'wrong';

import data from '../../../../data/relations/names.json';
import { nameOf } from '../../reading/naming';
import type { DateGroup, NounGroup, Range } from '../../reading/nodes';
import type { Name, Term } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { quoted, year } from '../claimMessage';
import type { Records } from '../records';
import type { Utterance } from '../utterance';

/** A name of the subject in a noun group, or an anaphoric reference to it ("its present name"). */
export interface Named {
  readonly name: Name;
  readonly term: Term;
  readonly group: NounGroup;
  readonly by: 'name' | 'reference';
}

/**
 * What a text says about the time of a name: that it began, ended, lasted from one year to another, or was in use at
 * least that long (`within`).
 */
export interface NameTime {
  readonly kind: 'start' | 'end' | 'span' | 'within';
  readonly name: Named;
  readonly from: DateGroup | undefined;
  readonly to: DateGroup | undefined;
}

/** The name that a group consists of, if it contains nothing else. A tag line is not a name. */
export function nameIn(utterance: Utterance, group: NounGroup): Named | undefined {
  const named = nameOf(group, utterance.reading);
  const entry = named && data.subjects.includes(named.concept) ? named.mention.terms[0] : undefined;
  if (!entry || entry.loose || entry.entry.name.from === undefined) return undefined;
  const { name } = entry.entry;
  const term = termOf(name, utterance.lang, entry.form);
  return term && { name, term, group, by: 'name' };
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
  { kind, name: { name, term, by, group }, from, to }: NameTime,
  records: Records,
): Claim | undefined {
  const [first, last] = [from?.from.year, to?.to.year ?? to?.from.year];
  const start = kind === 'end' ? 'right' : startIs(first, name, kind === 'within');
  const end = kind === 'start' ? 'right' : endIs(last, name, kind === 'within');
  if (start === 'right' && end === 'right') return undefined;
  const facts = (of: number | undefined): readonly string[] =>
    records.facts(data.subjects[0]!, data.property).flatMap((fact) => (yearOf(fact.from) === of ? [fact.id] : []));
  const subject = { concept: data.subjects[0]!, by };
  const [mention] = group.named;
  const other = kind === 'within' && mention ? otherName(utterance, first!, last!, name, term) : undefined;
  if (other)
    return claimAt(utterance, mention!, subject, {
      facts: facts(first),
      message: {
        template: data.messages.other,
        values: {
          from: { kind: 'date', day: year(first!) },
          to: { kind: 'date', day: year(last!) },
          right: quoted(other.text),
          wrong: quoted(utterance.textOf(mention!)),
        },
      },
      certainty: 'certain',
      instead: [other.text],
    });
  const isStart = start === 'wrong' || (start === 'disputed' && end !== 'wrong');
  const [date, stated, right, held] = isStart
    ? [from!, first!, yearOf(name.from)!, start]
    : [to!, last!, yearOf(name.to)!, end];
  return claimAt(utterance, yearIn(utterance, date, stated), subject, {
    facts: facts(right),
    message: {
      template: isStart ? data.messages.start : data.messages.end,
      values: {
        name: quoted(term.text),
        right: { kind: 'date', day: year(right) },
        wrong: { kind: 'date', day: year(stated) },
      },
    },
    ...(held === 'disputed' ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
    instead: [String(right)],
  });
}

/** Where all the years fit another name of the concept, the name is wrong instead. */
function otherName(utterance: Utterance, from: number, to: number, name: Name, { form }: Term): Term | undefined {
  const isOwn = (yearOf(name.from) ?? 0) <= to && (yearOf(name.to) ?? Infinity) >= from;
  const concept = utterance.reading.groups
    .flatMap(({ named }) => named.map(({ mention }) => mention.terms[0]!.entry))
    .find((entry) => entry.name === name)?.concept;
  const other = concept?.names.find((each) => {
    const [first, last] = [yearOf(each.from) ?? Infinity, yearOf(each.to)];
    if (each === name || last === undefined) return false;
    return (first === from && last === to) || (!isOwn && first <= from && last >= to);
  });
  return other && termOf(other, utterance.lang, form);
}

type Held = 'right' | 'disputed' | 'wrong';

/** A year that other good sources give for the change is explained, not reported as wrong. */
function startIs(year: number | undefined, { from, to, slackFrom }: Name, isLater: boolean): Held {
  const first = yearOf(from);
  if (year === undefined || first === undefined || year === first) return 'right';
  if (isLater && year > first && year <= (yearOf(to) ?? Infinity)) return 'right';
  return slackFrom !== undefined && year >= slackFrom && year < first ? 'disputed' : 'wrong';
}

function endIs(year: number | undefined, { from, to, slackTo }: Name, isEarlier: boolean): Held {
  const last = yearOf(to);
  if (year === undefined || last === undefined || year === last) return 'right';
  if (isEarlier && year < last && year >= (yearOf(from) ?? -Infinity)) return 'right';
  return slackTo !== undefined && year > last && year <= slackTo ? 'disputed' : 'wrong';
}

/** The token of the year alone: "80" in "1952–80". */
function yearIn({ reading: { sentence } }: Utterance, date: DateGroup, year: number): Range {
  const at = sentence.tokens.findIndex(
    ({ folded }, i) =>
      i >= date.first &&
      i < date.next &&
      (folded === String(year) || (i > date.first && folded === String(year % 100))),
  );
  return at < 0 ? date : { first: at, next: at + 1 };
}

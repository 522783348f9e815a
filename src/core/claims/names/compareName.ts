import type { Claim } from '../claim';
import type { Records } from '../records';
import { nameOf } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Name, Term } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import data from '../../../../data/relations/names.json';
import type { Utterance } from '../utterance';
import { quoted, year } from '../claimMessage';

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
  const term = entry.entry.name.terms.find(
    ({ lang, form, status }) =>
      lang === utterance.lang && (form ?? 'full') === (entry.form ?? 'full') && (status ?? 'preferred') === 'preferred',
  );
  return term && { name: entry.entry.name, term, group, by: 'name' };
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
  const first = yearOf(name.from);
  const last = yearOf(name.to);
  const stated = { from: from?.from.year, to: to?.to.year ?? to?.from.year };
  const fromIs = kind === 'end' ? 'right' : startIs(stated.from, name, kind === 'within');
  const toIs = kind === 'start' ? 'right' : endIs(stated.to, name, kind === 'within');
  if (first === undefined || (fromIs === 'right' && toIs === 'right')) return undefined;
  const other = kind === 'within' ? otherName(utterance, stated, name, term) : undefined;
  if (other && group.named.length > 0) {
    return {
      ...utterance.span(group.named[0]!),
      lang: utterance.lang,
      concept: data.subjects[0]!,
      facts: records
        .facts(data.subjects[0]!, data.property)
        .filter((fact) => yearOf(fact.from) === stated.from)
        .map((fact) => fact.id),
      message: {
        template: data.messages.other,
        values: {
          from: { kind: 'date', day: year(stated.from!) },
          to: { kind: 'date', day: year(stated.to!) },
          right: quoted(other.text),
          wrong: quoted(utterance.textOf(group.named[0]!)),
        },
      },
      rule: 'fact-mismatch',
      certainty: 'certain',
      severity: 'warning',
      instead: [other.text],
      safe: false,
      evidence: [],
    };
  }
  const isStart = fromIs !== 'right' && (fromIs === 'wrong' || toIs !== 'wrong');
  const date = isStart ? from : to;
  const right = isStart ? first : last;
  if (!date || right === undefined) return undefined;
  if (!date || right === undefined) return undefined;
  const isDisputed = (isStart ? fromIs : toIs) === 'disputed';
  const facts = records.facts(data.subjects[0]!, data.property).filter((fact) => yearOf(fact.from) === right);
  return {
    ...utterance.span(yearIn(utterance, date, (isStart ? stated.from : stated.to)!)),
    lang: utterance.lang,
    concept: data.subjects[0]!,
    facts: facts.map((fact) => fact.id),
    message: {
      template: isStart ? data.messages.start : data.messages.end,
      values: {
        name: quoted(term.text),
        right: { kind: 'date', day: year(right) },
        wrong: { kind: 'date', day: year((isStart ? stated.from : stated.to)!) },
      },
    },
    rule: 'fact-mismatch',
    certainty: isDisputed || by === 'reference' ? 'likely' : 'certain',
    severity: isDisputed ? 'information' : 'warning',
    instead: [String(right)],
    safe: false,
    evidence: [],
  };
}

/** Where all the years fit another name, the name is wrong instead. */
function otherName(
  utterance: Utterance,
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
  name: Name,
  { form }: Term,
): Term | undefined {
  const [known] = utterance.site.reading.groups.flatMap(({ named }) =>
    named.flatMap(({ mention }) => (mention.terms[0]!.entry.name === name ? [mention.terms[0]!.entry.concept] : [])),
  );
  const isOwn =
    from !== undefined && to !== undefined && (yearOf(name.from) ?? 0) <= to && (yearOf(name.to) ?? Infinity) >= from;
  const holds = (each: Name): boolean =>
    (yearOf(each.from) === from && yearOf(each.to) === to) ||
    (!isOwn &&
      from !== undefined &&
      to !== undefined &&
      (yearOf(each.from) ?? Infinity) <= from &&
      (yearOf(each.to) ?? -Infinity) >= to);
  const other = known?.names.find((each) => each !== name && each.to !== undefined && holds(each));
  return other?.terms.find(
    (term) =>
      term.lang === utterance.lang &&
      (term.form ?? 'full') === (form ?? 'full') &&
      (term.status ?? 'preferred') === 'preferred',
  );
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
function yearIn(
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  date: DateGroup,
  year: number,
): { readonly first: number; readonly next: number } {
  for (let i = date.first; i < date.next; i++)
    if (tokens[i]!.folded === String(year) || (i > date.first && tokens[i]!.folded === String(year % 100)))
      return { first: i, next: i + 1 };
  return date;
}

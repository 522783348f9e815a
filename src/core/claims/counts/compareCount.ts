import type { Claim } from '../claim';
import { yearOfFact } from '../dates/dateOfFact';
import { ordinalInFigures } from '../../reading/cues';
import type { CountRecord, Records } from '../records';
import type { NounGroup, Quantity } from '../../reading/nodes';
import type { CountRelation } from '../relation';
import type { Statement } from '../../reading/statement';
import type { Utterance } from '../utterance';
import type { Fact } from '../../termbase/concept';
import { TENSE } from '../../reading/cues';
import { phraseIn } from '../../reading/phrases';
import { intervalsIn } from '../../verdicts/intervals';
import { count, year, type Value } from '../claimMessage';
import { NOW, modalityAt, timesOf, type Years } from '../time';
import { inFigures, inWords } from './wordNumbers';
import type { OwnReferent } from '../../reading/naming';

/** The relative difference from the record that a rounded or hedged number may have. */
const TOLERANCE = 0.06;
/** For a whole that changes from year to year, a smaller ratio denotes a part. */
const PART = 0.4;
/** From here on texts write numbers partly in words, which no fix imitates. */
const MILLION = 1_000_000;

/** For small counts, an error may give a much larger number. */
const FEW = 10;

/** Compares a number with the record for the time of its statement. */
export function compareCount(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
  { subject, statement }: FoundCount,
  records: Records,
): Claim | undefined {
  const series = records.series(subject.concept, relation.file.property);
  const newest = series[series.length - 1]!;
  const modality = modalityAt(utterance, group, statement);
  if (!newest || modality !== 'asserted') return undefined;
  const { value, hedge } = quantity;
  if (
    relation.file.disputed &&
    series.some(({ fact }) => fact.conflicts?.some((conflict) => conflict.value === value) === true)
  )
    return undefined;
  const { messages } = relation.file;
  const base = {
    ...utterance.span(quantity),
    lang: utterance.lang,
    concept: subject.concept,
    evidence: [],
    certainty: subject.by === 'name' ? ('certain' as const) : ('likely' as const),
    severity: relation.file.severity ?? ('warning' as const),
    safe: subject.by === 'name' && hedge === undefined,
  };
  if (relation.file.fixed) {
    if (value === newest.value || agrees(value, newest, hedge) || isOfDraft(utterance, group, statement))
      return undefined;
    const right = inWords(newest.value, quantity, utterance) ?? String(newest.value);
    return {
      ...base,
      rule: 'fact-mismatch',
      facts: [newest.fact.id],
      message: { template: messages.now!, values: { right: count(newest.value), wrong: count(value) } },
      instead: afterHedge(hedge, [right]),
    };
  }
  const times = timesOf(utterance, statement, group);
  // `| Colombo Process | 2003 | 12 |`: in the row of a name, a year may be that of its foundation. In the row of a
  // year, the count is that of the year.
  const { block } = utterance.site;
  const isRowOfName =
    block.kind === 'table-row' &&
    subject.by === 'name' &&
    block.start <= subject.mention.start &&
    subject.mention.start < block.end;
  if (isRowOfName && value === newest.value) return undefined;
  if (times.length === 0 && marksAnniversary(utterance, records.facts(subject.concept, 'founded')[0], newest.year))
    return undefined;
  if (relation.file.dated)
    return times.length === 0 && statement?.tense === 'past'
      ? undefined
      : ofYear(utterance, base, quantity, relation, series, times);
  const isNewer = times.some(({ from }) => from > newest.year && from !== NOW);
  // The record has no data for a date after its newest entry, so only a number of an earlier time contradicts it.
  if (
    isNewer &&
    (relation.file.rounded === true || value >= newest.value || !series.some((record) => record.value === value))
  )
    return undefined;
  // A draft with a year newer than the record may include more members, and any number of what rises and falls.
  if (
    times.every(({ from }) => from === NOW) &&
    utterance.time.kind === 'today' &&
    (utterance.time.date?.year ?? newest.year) > newest.year &&
    (relation.file.rounded === true || value > newest.value)
  )
    return undefined;
  // With two times in one statement, the number may belong to either.
  if (times.filter(({ from }) => from !== NOW).length > 1 && !utterance.datesOf(group).length) return undefined;
  // "the 175 Member States met in 2016": the definite noun phrase may also denote the members of today.
  if (value === newest.value && (group.determiner === 'definite' || group.possessive !== undefined)) return undefined;
  if (
    intervalsIn(utterance.reading.sentence.tokens, { first: 0, next: utterance.reading.sentence.tokens.length })
      .length > 0
  )
    return undefined;
  // "IOM had 125 members then": the time is given in another sentence.
  if (
    times.length === 0 &&
    phraseIn(utterance.reading.sentence.tokens, 0, utterance.reading.sentence.tokens.length, TENSE.thenCues)
  )
    return undefined;
  // "174 Member States since April": the document does not give the year.
  if (
    times.length === 0 &&
    utterance.documentDate === undefined &&
    statement?.complements.some(
      ({ roles, group: { first } }) =>
        roles.has('since') && utterance.grammar.monthOf(utterance.reading.sentence.tokens[first]!) !== undefined,
    )
  )
    return undefined;
  if (times.length > 0 && !isNewer)
    return ofTime(utterance, base, value, hedge, relation, subject.concept, series, times, records);
  if (statement?.tense === 'past' && utterance.documentDate === undefined) return undefined;
  // "When Swing took office, IOM had 125 Member States": a past without a date may be any before the document.
  if (utterance.documentDate)
    return ofTime(
      utterance,
      base,
      value,
      hedge,
      relation,
      subject.concept,
      series,
      [
        {
          from: statement?.tense === 'past' ? -Infinity : utterance.documentDate.year,
          to: utterance.documentDate.until,
        },
      ],
      records,
    );
  // "On 18 June 2008 the Council elects Swing. IOM has 125 Member States.": a narrative in the present tense.
  if (agrees(value, newest, hedge) || utterance.discourse.storyBefore(utterance.site) !== undefined) return undefined;
  // A number far below the whole denotes a part.
  if (
    relation.file.rounded &&
    (value < newest.value / 10 ||
      Math.abs(value - newest.value) <= newest.value * (relation.file.tolerance ?? TOLERANCE))
  )
    return undefined;
  if (!relation.file.rounded && value > newest.value * 2 + FEW) return undefined;
  const isOld = series.some((record) => record.value === value) || (value < newest.value && value > series[0]!.value);
  const right = inFigures(newest.value, quantity, utterance);
  // A text without a date may be read for years, so the second fix states the year of the number, if it has one.
  return {
    ...base,
    rule: isOld ? 'outdated-fact' : 'fact-mismatch',
    facts: [newest.fact.id],
    message: {
      template: messages.now!,
      values: { right: count(newest.value), asOf: { kind: 'date', day: year(newest.year) }, wrong: count(value) },
    },
    instead: afterHedge(hedge, newest.year > 0 ? [right, `${right} (${newest.year})`] : [right]),
  };
}

/** "over 180": the number of the record would be as wrong after the same words. */
function afterHedge(hedge: Quantity['hedge'], instead: readonly string[]): readonly string[] {
  return hedge === 'over' || hedge === 'under' ? [] : instead;
}

/**
 * "Marking its 60th anniversary, IOM took in 14 countries; it now has 146": the statement is about a year before the
 * newest record.
 */
function marksAnniversary(
  { reading: { groups }, grammar }: Utterance,
  founded: Fact | undefined,
  newest: number,
): boolean {
  const year = founded && yearOfFact(founded);
  const isBefore = (word: string): boolean => {
    const place = ordinalInFigures(word);
    return place !== undefined && year !== undefined && year + place < newest;
  };
  return groups.some(({ words }) => words.some((word) => grammar.isNoun(word, 'anniversary')) && words.some(isBefore));
}

/** For numbers that change from year to year: compared with the record of that very year, if there is one. */
function ofYear(
  utterance: Utterance,
  base: Omit<Claim, 'rule' | 'facts' | 'message' | 'instead'>,
  quantity: Quantity,
  relation: CountRelation,
  series: readonly CountRecord[],
  times: readonly Years[],
): Claim | undefined {
  const { value, hedge } = quantity;
  const stated = times.filter(({ from }) => from !== NOW);
  const [time] =
    stated.length > 0
      ? stated
      : utterance.documentDate
        ? [{ from: utterance.documentDate.year, to: utterance.documentDate.until }]
        : [];
  if (!time || stated.length > 1 || time.from !== time.to) return undefined;
  const known = series.filter(({ year: of }) => of === time.from);
  const slack = relation.file.tolerance ?? (relation.file.rounded ? TOLERANCE : 0);
  if (
    known.length === 0 ||
    known.some(
      (record) =>
        agrees(value, record, hedge) ||
        (relation.file.atMost === true && value < record.value) ||
        Math.abs(record.value - value) <= record.value * slack,
    )
  )
    return undefined;
  const { value: right, fact } = known[0]!;
  // A number far below the whole denotes a part.
  if (value < right * PART) return undefined;
  return {
    ...base,
    rule: 'fact-mismatch',
    facts: [fact.id],
    safe: false,
    message: {
      template: relation.file.messages.then!,
      values: { right: count(right), when: timeOf(time), wrong: count(value) },
    },
    instead:
      value < MILLION && right < MILLION
        ? afterHedge(hedge, [inWords(right, quantity, utterance) ?? inFigures(right, quantity, utterance)])
        : [],
    evidence: time.date ? [utterance.span(time.date)] : [],
  };
}

function ofTime(
  utterance: Utterance,
  base: Omit<Claim, 'rule' | 'facts' | 'message' | 'instead'>,
  value: number,
  hedge: Quantity['hedge'],
  relation: CountRelation,
  concept: string,
  series: readonly CountRecord[],
  times: readonly Years[],
  records: Records,
): Claim | undefined {
  const ranges = times.map((time) => records.recordsWithin(series, asTime(time)));
  const fits = times.some((time, i) => {
    const known = ranges[i]!;
    if (known.length === 0) return true;
    const values = known.map((record) => record.value);
    const slack = relation.file.rounded ? TOLERANCE : 0;
    return (
      known.some((record) => agrees(value, record, hedge) || Math.abs(record.value - value) <= record.value * slack) ||
      (value >= Math.min(...values) && value <= Math.max(...values)) ||
      records.isUndecided(concept, relation.file.property, value, asTime(time))
    );
  });
  if (fits || (relation.file.rounded && value < series[0]!.value)) return undefined;
  const known = ranges[0]!;
  const exact =
    known.findLast((record) => record.fact.asOf?.startsWith(String(times[0]!.from)) === true) ??
    (known.every(({ value: other }) => other === known[0]!.value) ? known[0]! : undefined);
  const values = known.map((record) => record.value);
  const right = exact ? count(exact.value) : count(Math.min(...values), Math.max(...values));
  return {
    ...base,
    rule: 'fact-mismatch',
    certainty: exact ? base.certainty : 'likely',
    facts: (exact ? [exact] : known).map((record) => record.fact.id),
    safe: false,
    message: {
      template: relation.file.messages.then!,
      values: { right, when: timeOf(times[0]!), wrong: count(value) },
    },
    instead: exact ? afterHedge(hedge, [String(exact.value)]) : [],
    evidence: times[0]!.date ? [utterance.span(times[0]!.date)] : [],
  };
}

/** The years of a statement; of an open interval, its one end. */
function timeOf({ from, to, date }: Years): Value {
  const first = Number.isFinite(from) ? from : to;
  const last = date?.isSpan === true && Number.isFinite(to) ? to : first;
  return { kind: 'time', from: year(first), ...(last === first ? {} : { to: year(last) }) };
}

function asTime({ from, to }: { from: number; to: number }): Parameters<Records['recordsWithin']>[1] {
  return { from, to, first: 0, next: 0, start: 0, end: 0, since: false };
}

export function agrees(value: number, record: { readonly value: number }, hedge: Quantity['hedge']): boolean {
  if (value === record.value) return true;
  if (hedge === 'over') return value <= record.value;
  if (hedge === 'under') return value >= record.value && value <= record.value * (1 + TOLERANCE);
  return hedge === 'about' && Math.abs(value - record.value) <= record.value * TOLERANCE;
}

/** "the draft had 22 objectives"; not "the draft gives a page to each of the Compact's 23 objectives". */
function isOfDraft(utterance: Utterance, { owners }: NounGroup, statement: Statement | undefined): boolean {
  const isOfOwn =
    owners.length > 0 && owners.every(({ words }) => !words.some((word) => utterance.grammar.isNoun(word, 'draft')));
  // "**5 March, zero draft.** The objectives are still 22."
  const opening = utterance.discourse.openingOf(utterance.site);
  // "The draft recalls that the Compact has 24 objectives": the number belongs to another text than the draft.
  const [reporting] = utterance.reading.statements;
  const isReported =
    statement !== undefined &&
    reporting !== statement &&
    reporting?.verb?.lemmas.some(
      (lemma) => utterance.grammar.isVerb(lemma, 'factive') || utterance.grammar.isVerb(lemma, 'reporting'),
    ) === true &&
    statement.subjects.some(({ named }) => named.length > 0);
  return (
    !isOfOwn &&
    !isReported &&
    [utterance.reading, opening].some((reading) =>
      reading?.groups.some((group) => group.words.some((word) => utterance.grammar.isNoun(word, 'draft'))),
    )
  );
}

/** The subject of a number, and the statement that contains it. */
export interface FoundCount {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
}

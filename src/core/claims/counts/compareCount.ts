import { ordinalInFigures } from '../../reading/cues';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup, Quantity } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import { claimAt, type Claim } from '../claim';
import { count, year, type Value } from '../claimMessage';
import type { CountRecord, Records } from '../records';
import type { CountRelation } from '../relation';
import { NOW, modalityAt, timesOf, type Years } from '../time';
import type { Utterance } from '../utterance';
import { inFigures, inWords } from './wordNumbers';

/** The subject of a number, and the statement that contains it. */
export interface FoundCount {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
}

/** A number in a text, with the numbers of the record in time order. */
interface Stated extends FoundCount {
  readonly utterance: Utterance;
  readonly group: NounGroup;
  readonly quantity: Quantity;
  readonly relation: CountRelation;
  readonly series: readonly CountRecord[];
  readonly newest: CountRecord;
  readonly records: Records;
}

/** Compares a number with the record for the time of its statement. */
export function compareCount(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
  found: FoundCount,
  records: Records,
): Claim | undefined {
  const series = records.series(found.subject.concept, relation.file.property);
  const newest = series.at(-1);
  if (!newest || modalityAt(utterance, group, found.statement) !== 'asserted') return undefined;
  const stated: Stated = { ...found, utterance, group, quantity, relation, series, newest, records };
  const times = timesOf(utterance, found.statement, group);
  if (relation.file.fixed) return ofEver(stated);
  return relation.file.dated ? ofYear(stated, times) : ofTimes(stated, times);
}

/** A number that never changes. */
function ofEver(stated: Stated): Claim | undefined {
  const { utterance, quantity, newest } = stated;
  if (agrees(quantity, newest)) return undefined;
  const right = inWords(newest.value, quantity, utterance) ?? String(newest.value);
  return claimOf(stated, newest, count(newest.value), afterHedge(quantity, [right]));
}

/** A number that changes from year to year: it is compared only with the record of that very year. */
function ofYear(stated: Stated, times: readonly Years[]): Claim | undefined {
  const { utterance, quantity, relation, series, statement } = stated;
  const { documentDate } = utterance;
  const own = times.filter(({ from }) => from !== NOW);
  const ofDocument = documentDate && { from: documentDate.year, to: documentDate.until };
  const [time, ...more] = own.length > 0 || !ofDocument ? own : [ofDocument];
  if (!time || more.length > 0 || time.from !== time.to || (own.length === 0 && statement?.tense === 'past'))
    return undefined;
  const known = series.filter(({ year: of }) => of === time.from);
  const [record] = known;
  const { value } = quantity;
  if (!record || known.some((each) => isNear(stated, each))) return undefined;
  // A smaller number may denote a part.
  if (value < record.value * (relation.file.rounded === undefined ? PART : 1)) return undefined;
  const isShort = value < MILLION && record.value < MILLION;
  const right = inWords(record.value, quantity, utterance) ?? inFigures(record.value, quantity, utterance);
  return claimOf(stated, record, count(record.value), isShort ? afterHedge(quantity, [right]) : [], time);
}

/** A number that holds until the next one of the record. */
function ofTimes(stated: Stated, times: readonly Years[]): Claim | undefined {
  const { utterance, statement, newest } = stated;
  if (isOpen(stated, times)) return undefined;
  const isAfterRecord = times.some(({ from }) => from > newest.year && from !== NOW);
  if (times.length > 0 && !isAfterRecord) return ofSpan(stated, times);
  const { documentDate } = utterance;
  const isPast = statement?.tense === 'past';
  // "When Swing took office, IOM had 125 Member States": a past without a date may be any before the document.
  if (documentDate) return ofSpan(stated, [{ from: isPast ? -Infinity : documentDate.year, to: documentDate.until }]);
  const isTold = isPast || utterance.discourse.storyBefore(utterance.site) !== undefined;
  return isTold ? undefined : ofToday(stated);
}

/** Whether nothing says which number of the record would be right. */
function isOpen(stated: Stated, times: readonly Years[]): boolean {
  const { utterance, group, quantity, relation, newest, series } = stated;
  const { documentDate, time } = utterance;
  const isRounded = relation.file.rounded !== undefined;
  const isKnown = series.some(({ value }) => value === quantity.value);
  // The record has no data for a date after its newest entry, so only a number of an earlier time contradicts it.
  const isAfterRecord = times.some(({ from }) => from > newest.year && from !== NOW);
  if (isAfterRecord && (isRounded || quantity.value >= newest.value || !isKnown)) return true;
  const isDraft = time.kind === 'today' && (time.date?.year ?? newest.year) > newest.year;
  if (isDraft && times.every(({ from }) => from === NOW) && (isRounded || quantity.value > newest.value)) return true;
  // "the 175 Member States met in 2016": the definite noun phrase may also denote the members of today; in the row of
  // a name, a year may be that of its foundation.
  const isDefinite = group.determiner === 'definite' || group.possessive !== undefined;
  if (quantity.value === newest.value && (isDefinite || isRowOfName(stated))) return true;
  // With two times in one statement, the number may belong to either.
  if (times.length === 0) return marksAnniversary(utterance) || (!documentDate && isSinceMonth(stated));
  return times.filter(({ from }) => from !== NOW).length > 1 && utterance.datesOf(group).length === 0;
}

/** A number of an undated text: outdated if it was right once or lies between numbers of the record. */
function ofToday(stated: Stated): Claim | undefined {
  const { utterance, quantity, relation, newest, series } = stated;
  const { value } = quantity;
  if (isNear(stated, newest)) return undefined;
  // A number far below the whole denotes a part; far above it, something else.
  const isElse = relation.file.rounded === undefined ? value > newest.value * 2 + FEW : value < newest.value / 10;
  if (isElse) return undefined;
  const isOld = series.some((each) => each.value === value) || (value < newest.value && value > series[0]!.value);
  const right = inFigures(newest.value, quantity, utterance);
  // A text without a date may be read for years, so the second fix states the year of the number, if it has one.
  const instead = newest.year > 0 ? [right, `${right} (${newest.year})`] : [right];
  const claim = claimOf(stated, newest, count(newest.value), afterHedge(quantity, instead));
  return isOld ? { ...claim, rule: 'outdated-fact' } : claim;
}

/** A number of a time in the past: right if it was right at some moment of it. */
function ofSpan(stated: Stated, times: readonly Years[]): Claim | undefined {
  const { subject, quantity, relation, series, records } = stated;
  const { value } = quantity;
  const ranges = times.map((time) => records.recordsWithin(series, asTime(time)));
  const fits = times.some((time, i) => {
    const values = ranges[i]!.map((record) => record.value);
    return (
      values.length === 0 ||
      (value >= Math.min(...values) && value <= Math.max(...values)) ||
      ranges[i]!.some((record) => isNear(stated, record)) ||
      records.isUndecided(subject.concept, relation.file.property, value, asTime(time))
    );
  });
  if (fits || (relation.file.rounded !== undefined && value < series[0]!.value)) return undefined;
  const [known, time] = [ranges[0]!, times[0]!];
  const values = known.map((record) => record.value);
  const isOne = values.every((each) => each === values[0]);
  const exact =
    known.findLast(({ fact }) => fact.asOf?.startsWith(String(time.from)) === true) ?? (isOne ? known[0] : undefined);
  const right = exact ? count(exact.value) : count(Math.min(...values), Math.max(...values));
  const instead = exact ? afterHedge(quantity, [String(exact.value)]) : [];
  const claim = claimOf(stated, exact ?? known[0]!, right, instead, time);
  return exact ? claim : { ...claim, certainty: 'likely', facts: known.map(({ fact }) => fact.id) };
}

/** Of a rounded number, the relative difference from the record that hedges allow. */
const TOLERANCE = 0.06;
/** For a whole that changes from year to year, a smaller ratio denotes a part. */
const PART = 0.4;
/** From here on texts write numbers partly in words, which no fix imitates. */
const MILLION = 1_000_000;
/** For small counts, an error may give a much larger number. */
const FEW = 10;

/** `| Colombo Process | 2003 | 12 |` */
function isRowOfName({ subject, utterance: { site } }: Stated): boolean {
  const { kind, start, end } = site.block;
  return kind === 'table-row' && subject.by === 'name' && start <= subject.mention.start && subject.mention.start < end;
}

/** "Marking its 60th anniversary, IOM took in 14 countries; it now has 146": the statement is of that year. */
function marksAnniversary({ reading: { groups }, grammar }: Utterance): boolean {
  return groups.some(
    ({ words }) =>
      words.some((word) => grammar.isNoun(word, 'anniversary')) &&
      words.some((word) => ordinalInFigures(word) !== undefined),
  );
}

/** "174 Member States since April": the document does not give the year. */
function isSinceMonth({ statement, utterance: { reading, grammar } }: Stated): boolean {
  return (statement?.complements ?? []).some(
    ({ roles, group: { first } }) =>
      roles.has('since') && grammar.monthOf(reading.sentence.tokens[first]!) !== undefined,
  );
}

function isNear({ quantity, relation }: Stated, record: CountRecord): boolean {
  return (
    agrees(quantity, record) || Math.abs(record.value - quantity.value) <= record.value * (relation.file.rounded ?? 0)
  );
}

/** Whether a number, with its hedge, agrees with that of the record. */
export function agrees(
  { value, hedge }: Pick<Quantity, 'value' | 'hedge'>,
  record: Pick<CountRecord, 'value'>,
): boolean {
  const near = record.value * TOLERANCE;
  switch (hedge) {
    case 'over':
      return value <= record.value;
    case 'under':
      return value >= record.value && value <= record.value + near;
    case 'about':
      return Math.abs(value - record.value) <= near;
    default:
      return value === record.value;
  }
}

/** "over 180": the number of the record would be as wrong after the same words. */
function afterHedge({ hedge }: Quantity, instead: readonly string[]): readonly string[] {
  return hedge === 'over' || hedge === 'under' ? [] : instead;
}

/** `time` is that of the statement, if it is not that of the text. */
function claimOf(
  { relation: { file }, quantity, utterance, subject }: Stated,
  { fact, year: of }: CountRecord,
  right: Value,
  instead: readonly string[],
  time?: Years,
): Claim {
  const wrong = count(quantity.value);
  return claimAt(utterance, quantity, subject, {
    facts: [fact.id],
    message: time
      ? { template: file.messages.then!, values: { right, when: timeOf(time), wrong } }
      : { template: file.messages.now!, values: { right, asOf: { kind: 'date', day: year(of) }, wrong } },
    severity: file.rounded === undefined ? 'warning' : 'information',
    instead,
    safe: time === undefined && subject.by === 'name' && quantity.hedge === undefined,
    evidence: time?.date ? [utterance.span(time.date)] : [],
  });
}

/** The years of a statement; of an open interval, its one end. */
function timeOf({ from, to, date }: Years): Value {
  const first = Number.isFinite(from) ? from : to;
  const last = date?.isSpan === true && Number.isFinite(to) ? to : first;
  return { kind: 'time', from: year(first), ...(last === first ? {} : { to: year(last) }) };
}

function asTime({ from, to }: Years): Parameters<Records['recordsWithin']>[1] {
  return { from, to, first: 0, next: 0, start: 0, end: 0, since: false };
}

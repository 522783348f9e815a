import { ordinalInFigures } from '../../reading/cues';
import type { OwnReferent } from '../../reading/naming';
import { yearAlone, type NounGroup, type Quantity } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import { claimAt, type Claim, count, type Value } from '../claim';
import type { CountRecord, Records } from '../records';
import { roundingOf, type CountRelation } from '../relation';
import { NOW, modalityAt, timesOf, type DatedYears } from '../time';
import type { Utterance } from '../utterance';
import { capitalized, isCapitalized } from '../../reading/tokens';

/** The subject of a number, and the statement that contains it. */
export interface FoundCount {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
}

/** A group with a number. */
export type CountedGroup = NounGroup & { readonly quantity: Quantity };

/** A number in a text, with the numbers of the record in time order. */
interface Stated extends FoundCount {
  readonly utterance: Utterance;
  readonly group: CountedGroup;
  readonly relation: CountRelation;
  readonly series: readonly CountRecord[];
  readonly newest: CountRecord;
  readonly records: Records;
}

/** Compares a number with the record for the time of its statement. */
export function compareCount(
  utterance: Utterance,
  group: CountedGroup,
  relation: CountRelation,
  found: FoundCount,
  records: Records,
): Claim | undefined {
  const series = records.series(found.subject.concept, relation.file.property);
  const newest = series.at(-1);
  if (!newest) return utterance.setAside('unverified');
  if (modalityAt(utterance, group, found.statement) !== 'asserted') return utterance.setAside('not-said');
  const stated: Stated = { ...found, utterance, group, relation, series, newest, records };
  if (relation.file.partial && group.quantity.value * 2 < newest.value) return utterance.setAside('other-number');
  if (relation.file.fixed) return agrees(group.quantity, newest) ? undefined : ofToday(stated);
  const times = timesOf(utterance, found.statement, group);
  const isLater = times.some(({ from }) => from > newest.year && from !== NOW);
  // A number that is far from all of the record denotes a part or something else.
  const { value } = group.quantity;
  const isElse = roundingOf(newest.fact) > 0 ? value < series[0]!.value : value > newest.value * 2 + FEW;
  if (isElse) return utterance.setAside('other-number');
  if (isOpen(stated, times, isLater)) return utterance.setAside('open-time');
  if (times.length > 0 && !isLater) return ofSpan(stated, times);
  const { documentDate, story } = utterance;
  const isPast = found.statement?.tense === 'past';
  // A past without a date may be any before the document: "When Swing took office, IOM had 125 Member States".
  if (documentDate && !story)
    return ofSpan(stated, [{ from: isPast ? -Infinity : documentDate.year, to: documentDate.until }]);
  if (agrees(group.quantity, newest)) return undefined;
  return isPast || relation.file.dated || story ? utterance.setAside('open-time') : ofToday(stated);
}

/** Whether a number, with its hedge, agrees with that of the record, which sources may round. */
export function agrees({ value, hedge }: Pick<Quantity, 'value' | 'hedge'>, record: CountRecord): boolean {
  const difference = value - record.value;
  const near = record.value * TOLERANCE;
  return (
    Math.abs(difference) <= record.value * roundingOf(record.fact) ||
    (hedge === 'over' && difference <= 0) ||
    (hedge === 'under' && difference >= 0 && difference <= near) ||
    (hedge === 'about' && Math.abs(difference) <= near)
  );
}

/** The relative difference from the record that hedges allow. */
const TOLERANCE = 0.06;

/** For small counts, an error may give a much larger number. */
const FEW = 10;

/** Whether nothing says which number of the record would be right. */
function isOpen(stated: Stated, times: readonly DatedYears[], isLater: boolean): boolean {
  const { utterance, group, newest } = stated;
  const { value } = group.quantity;
  const { time } = utterance;
  const years = times.filter(({ from }) => from !== NOW);
  // The record has no data for a date after its newest entry, so only a number of an earlier time contradicts it.
  const isDraft = time.kind === 'today' && years.length === 0 && (time.date?.year ?? 0) > newest.year;
  if ((isLater || isDraft) && (roundingOf(newest.fact) > 0 || value > newest.value)) return true;
  // The definite noun phrase may also denote the members of today: "the 175 Member States met in 2016".
  if (value === newest.value && (group.determiner === 'definite' || group.possessive !== undefined)) return true;
  // With two times in one statement, the number may belong to either.
  if (times.length === 0) return marksAnniversary(utterance) || (!utterance.documentDate && isSinceMonth(stated));
  return years.length > 1 && utterance.datesOf(group).length === 0;
}

/** A number that is not that of today: outdated if it was right once or lies between numbers of the record. */
function ofToday(stated: Stated): Claim {
  const { utterance, group, newest, series } = stated;
  const { value } = group.quantity;
  const isOld = series.some((each) => each.value === value) || (value < newest.value && value > series[0]!.value);
  const right = writtenLike(newest.value, group.quantity, utterance);
  const claim = claimOf(stated, newest, count(newest.value), [right]);
  return isOld ? { ...claim, rule: 'outdated-fact' } : claim;
}

/** A number of a time in the past: right if it was right at some moment of it. */
function ofSpan(stated: Stated, times: readonly DatedYears[]): Claim | undefined {
  const { utterance, subject, group, relation, series, records } = stated;
  const { value } = group.quantity;
  const ranges = times.map((time) => {
    const known = relation.file.dated
      ? series.filter(({ year: of }) => of === time.from && of === time.to)
      : records.recordsWithin(series, time);
    const values = known.map((record) => record.value);
    return { time, known, least: Math.min(...values), most: Math.max(...values) };
  });
  const fits = ranges.some(
    ({ time, known, least, most }) =>
      known.length === 0 ||
      (value >= least && value <= most) ||
      known.some((record) => agrees(group.quantity, record)) ||
      records.isUndecided(subject.concept, relation.file.property, value, time),
  );
  if (fits) return undefined;
  const { time, known, least, most } = ranges[0]!;
  const ofYear = known.findLast(({ fact }) => fact.asOf?.startsWith(String(time.from)) === true);
  const exact = ofYear ?? (least === most ? known[0] : undefined);
  if (exact)
    return claimOf(stated, exact, count(exact.value), [writtenLike(exact.value, group.quantity, utterance)], time);
  const claim = claimOf(stated, known[0]!, count(least, most), [], time);
  return { ...claim, certainty: 'likely', facts: known.map(({ fact }) => fact.id) };
}

/** "Marking its 60th anniversary, IOM took in 14 countries; it now has 146": the statement is of that year. */
function marksAnniversary({ reading: { groups }, grammar }: Utterance): boolean {
  return groups.some(
    (group) =>
      grammar.hasNoun(group, 'anniversary') && group.words.some((word) => ordinalInFigures(word) !== undefined),
  );
}

/** "174 Member States since April": the document does not give the year. */
function isSinceMonth({ statement, utterance: { reading, grammar } }: Stated): boolean {
  return (statement?.complements ?? []).some(
    ({ roles, group: { first } }) =>
      roles.has('since') && grammar.entryOf(reading.sentence.tokens[first]!).month !== undefined,
  );
}

/** `time` is that of the statement, if it is not that of the text. */
function claimOf(
  { relation: { file }, group: { quantity }, utterance, subject }: Stated,
  { fact, year: of }: CountRecord,
  right: Value,
  instead: readonly string[],
  time?: DatedYears,
): Claim {
  const { hedge, value } = quantity;
  const wrong = count(value);
  return claimAt(utterance, quantity, subject, {
    facts: [fact.id],
    message: time
      ? { template: file.messages.then!, values: { right, when: timeOf(time), wrong } }
      : { template: file.messages.now!, values: { right, asOf: { kind: 'date', day: yearAlone(of) }, wrong } },
    severity: roundingOf(fact) > 0 ? 'information' : 'warning',
    // The number of the record would be as wrong after the same words: "over 180".
    instead: hedge === 'over' || hedge === 'under' ? [] : instead,
    safe: time === undefined && subject.by === 'name' && hedge === undefined,
    evidence: time?.date ? [utterance.span(time.date)] : [],
  });
}

/** The years of a statement; of an open interval, its one end. */
function timeOf({ from, to, date }: DatedYears): Value {
  const first = Number.isFinite(from) ? from : to;
  const last = date?.isSpan === true && Number.isFinite(to) ? to : first;
  return { kind: 'time', from: yearAlone(first), ...(last === first ? {} : { to: yearAlone(last) }) };
}

/**
 * A number as the text writes another one: in words, where the language has a simple word for it, else in figures with
 * the separator of the text.
 */
export function writtenLike(value: number, { first, next }: Quantity, { reading, grammar }: Utterance): string {
  const written = reading.sentence.tokens.slice(first, next).map((token) => token.written);
  const word = /^\d/.test(written[0]!) ? undefined : grammar.wordOf(value);
  if (word !== undefined) return isCapitalized(written[0]!) ? capitalized(word) : word;
  const digits = String(value);
  if (value < 10_000 && written.length === 1) return digits;
  const separator = written.find((part) => /^[.,'’]$/.test(part)) ?? grammar.file.figures.thousands;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

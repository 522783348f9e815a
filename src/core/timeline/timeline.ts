import { citable } from '../citation/citable';
import { isDate, longDate, longPeriod, yearPeriod } from '../wording/dates';
import { dataDate, factDate, factLabel, localText } from '../describe/facts';
import { sourceLines, sourcesWith, type SourceLine } from '../describe/sources';
import { fullLabel, shortLabel, succession } from '../describe/succession';
import type { Lang } from '../document';
import { fillCounted } from '../wording/fill';
import type { Fact } from '../termbase/concept';
import { rightTermsOf, type Termbase } from '../termbase/termbase';
import { LANES, type LaneId, type LanePlan } from './lanes';
import type { TimelineWording } from './wordings';
import { middleOf, startOf } from './years';
import { wordingIn, type Wording } from '../describe/wordings';
import { timelineWordingIn } from './wordings';

/** The content of the history panel: lanes from top to bottom, each with its items. Plain data, in one language. */
export interface Timeline {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** “Migration Terms · Data as of May 2026” */
  readonly footer: string;
  /** “Sources: IOM; United Nations; 20 others”: the official publishers, those of the most items first. */
  readonly sources: string;
  /** The range of years to draw, as fractional numbers: 1952.75 is October 1952. */
  readonly from: number;
  readonly until: number;
  readonly lanes: readonly Lane[];
}

export interface Lane {
  readonly id: LaneId;
  readonly title: string;
  readonly items: readonly Item[];
}

/** Something with a position in time: a name or a term of office, an event, or a number of States at a date. */
export type Item = Span | Moment | Count;

interface ItemText {
  /** Unique in the timeline. */
  readonly id: string;
  /** Possible labels, the longest first. */
  readonly labels: readonly string[];
  /** “1952–1980”: shown with the label. */
  readonly when: string;
  /** “October 1952 – 1980” */
  readonly date: string;
  /** A complete sentence. */
  readonly statement: string;
  readonly confidence: string;
  readonly sources: readonly SourceLine[];
  /** The fact on which the item is based, for the facts view. */
  readonly factId: string | undefined;
}

export interface Span extends ItemText {
  readonly kind: 'span';
  readonly from: number;
  readonly to: number;
  /** Continues past the range that is drawn. */
  readonly open: boolean;
}

export interface Moment extends ItemText {
  readonly kind: 'moment';
  readonly at: number;
}

export interface Count extends ItemText {
  readonly kind: 'count';
  readonly series: 'members' | 'observers';
  readonly at: number;
  readonly value: number;
  /** “Member States” */
  readonly counted: string;
}

/** The history in a termbase, without unverified facts. */
export function timelineOf(termbase: Termbase, lang: Lang): Timeline {
  const context = { termbase, lang, wording: wordingIn(lang), words: timelineWordingIn(lang) };
  const facts = [...termbase.facts.values()].filter(({ confidence }) => confidence !== 'C');
  const lanes = LANES.map((plan) => ({
    id: plan.id,
    title: context.words.lanes[plan.id],
    items: itemsOf(context, plan, facts),
  })).filter(({ items }) => items.length > 0);
  const items = lanes.flatMap((lane) => lane.items);
  const from = Math.floor(Math.min(...items.map(startOfItem), THIS_CENTURY)) - 1;
  // A span that continues needs some space to show that it does.
  const until = Math.ceil(Math.max(...items.map(endOfItem), from + 2) + 0.5);
  const newest = dataDate(termbase);
  return {
    lang,
    title: context.words.title,
    description: context.words.description,
    footer: [PRODUCT, newest === undefined ? '' : context.wording.dataOf(longDate(newest, context.wording))]
      .filter((part) => part !== '')
      .join(' · '),
    sources: publishersLine(items, context.words, lang),
    from,
    until,
    lanes: lanes.map((lane) => ({
      ...lane,
      items: lane.items.map((item) => (item.kind === 'span' && item.open ? { ...item, to: until } : item)),
    })),
  };
}

/** The names of the official publishers, and the number of others. */
function publishersLine(items: readonly Item[], { panel, others }: TimelineWording, lang: Lang): string {
  const counts = new Map<string, number>();
  const unofficial = new Set<string>();
  for (const { publisher, reliability, title } of items.flatMap(({ sources }) => sources)) {
    if (reliability === 'official' && publisher !== undefined) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
    else unofficial.add(publisher ?? title);
  }
  const publishers = [...counts].sort(([, a], [, b]) => b - a).map(([publisher]) => publisher);
  const all = unofficial.size === 0 ? publishers : [...publishers, fillCounted(others, unofficial.size, lang)];
  return all.length === 0 ? '' : `${panel.sources} ${all.join('; ')}`;
}

const PRODUCT = 'Migration Terms';
const THIS_CENTURY = 2000;

interface Context {
  readonly termbase: Termbase;
  readonly lang: Lang;
  readonly wording: Wording;
  readonly words: TimelineWording;
}

function itemsOf(context: Context, plan: LanePlan, facts: readonly Fact[]): readonly Item[] {
  const of = (wanted: readonly string[]) =>
    facts.filter(({ subject, property }) => wanted.includes(`${subject}/${property}`));
  const names = plan.namesOf === undefined ? [] : nameSpans(context, plan.namesOf, facts);
  const spans = of(plan.spans).flatMap((fact) => factSpan(context, fact) ?? []);
  const moments = of(plan.moments).flatMap((fact) => factMoment(context, fact) ?? []);
  const counts = (['members', 'observers'] as const).flatMap((series) =>
    of(plan[series]).flatMap((fact) => factCount(context, fact, series)),
  );
  return [...names, ...spans, ...moments, ...counts].sort((a, b) => startOfItem(a) - startOfItem(b));
}

/** The names of a concept and of its predecessors. */
function nameSpans(context: Context, conceptId: string, facts: readonly Fact[]): readonly Span[] {
  const { termbase, lang, wording } = context;
  const concept = termbase.concepts.get(conceptId);
  if (concept === undefined) return [];
  return succession(termbase, concept, lang, wording).flatMap(({ nameId, period }): Span[] => {
    const entry = termbase.names.get(nameId);
    const from = startOf(entry?.name.from);
    if (entry === undefined || from === undefined) return [];
    const english = new Set(entry.name.terms.filter((term) => term.lang === 'en').map(({ text }) => text));
    const ofConcept = facts.filter(({ subject }) => subject === entry.concept.id);
    const fact =
      ofConcept.find(({ property, value }) => property === 'name' && english.has(String(value))) ??
      ofConcept.find(({ property }) => property === 'established');
    return [
      {
        kind: 'span',
        id: `name-${nameId}`,
        labels: labelsOf(context, nameId),
        when: period,
        date: longPeriod(entry.name.from, entry.name.to, wording),
        statement: localText(fact?.statement ?? entry.concept.definition, lang),
        ...evidence(context, fact?.sources ?? entry.name.sources, fact),
        from,
        to: startOf(entry.name.to) ?? from,
        open: entry.name.to === undefined,
      },
    ];
  });
}

/**
 * “Intergovernmental Committee for European Migration (ICEM)”, then shorter ones, and “ICEM” where space is scarce.
 */
function labelsOf({ termbase, lang }: Context, nameId: string): readonly string[] {
  const official = rightTermsOf(termbase, nameId)
    .filter((term) => term.lang === lang && term.status !== 'admitted')
    .map(({ text }) => text);
  const labels = [fullLabel(termbase, nameId, lang), ...official];
  const known = [...new Set(labels.flatMap((label) => label ?? []))].sort((a, b) => b.length - a.length);
  return known.length > 0 ? known : [shortLabel(termbase, nameId, lang)];
}

function factSpan(context: Context, fact: Fact): Span | undefined {
  const from = startOf(fact.from);
  if (from === undefined) return undefined;
  const label = context.words.labels[fact.id] ?? (fact.property === 'head' ? String(fact.value) : undefined);
  return {
    kind: 'span',
    ...itemTextOf(context, fact, label),
    when: yearPeriod(fact.from, fact.to, context.wording),
    date: longPeriod(fact.from, fact.to, context.wording),
    from,
    to: startOf(fact.to) ?? from,
    open: fact.to === undefined,
  };
}

function factMoment(context: Context, fact: Fact): Moment | undefined {
  // The value of an event may be its date, more precise than `from`, or the days from first to last.
  const date = fact.from ?? fact.asOf;
  const at = middleOf(date);
  if (date === undefined || at === undefined) return undefined;
  const shown = typeof fact.value === 'string' && isDate(fact.value) ? fact.value : date;
  return {
    kind: 'moment',
    ...itemTextOf(context, fact, context.words.labels[fact.id]),
    when: date.slice(0, 4),
    date: longDate(shown, context.wording),
    at,
  };
}

/** One point for a date; two for a period in which the number was constant. */
function factCount(context: Context, fact: Fact, series: Count['series']): readonly Count[] {
  const counted = context.words[series];
  const ends = fact.asOf !== undefined ? [middleOf(fact.asOf)] : [startOf(fact.from), startOf(fact.to)];
  const { value } = fact;
  if (typeof value !== 'number') return [];
  return ends.flatMap((at, i): Count[] =>
    at === undefined
      ? []
      : [
          {
            kind: 'count',
            ...itemTextOf(context, fact, `${value} ${counted}`),
            id: i === 0 ? fact.id : `${fact.id}-end`,
            when: '',
            date: factDate(fact, context.wording),
            series,
            at,
            value,
            counted,
          },
        ],
  );
}

function itemTextOf(context: Context, fact: Fact, label: string | undefined): Omit<ItemText, 'when' | 'date'> {
  return {
    id: fact.id,
    labels: [label ?? factLabel(fact, context.wording)],
    statement: localText(fact.statement, context.lang),
    ...evidence(context, fact.sources, fact),
  };
}

function evidence(
  { termbase, lang, wording }: Context,
  ids: readonly string[],
  fact: Fact | undefined,
): Pick<ItemText, 'sources' | 'confidence' | 'factId'> {
  const sources = sourceLines(citable(sourcesWith(termbase, ids)), lang);
  return { sources, confidence: fact === undefined ? '' : wording.confidence[fact.confidence], factId: fact?.id };
}

function startOfItem(item: Item): number {
  return item.kind === 'span' ? item.from : item.at;
}

function endOfItem(item: Item): number {
  return item.kind === 'span' ? item.to : item.at;
}

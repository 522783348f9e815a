import type { Claim } from './claim';
import type { DateGroup, Tense } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import { dateClaim, personClaim, type Context } from './headClaim';
import { ORGANIZATION, headWordsOf } from './headWords';
import { earlyClaim, pointClaim } from './headTimes';
import { isVerbOf } from './field';
import { boundaryOf, isInOffice, isLongGone, fitsBoundary, monthsOf } from './officeTimes';
import type { Utterance } from './utterance';
import { openClaim, spanClaim, isToPresent } from './headSpans';
import type { Tenure } from './tenure';

/** A person presented as head: at a date, over a span, or now. */
export function holderClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance, current, row } = context;
  const { person } = tenure;
  const words = headWordsOf(utterance.lang);
  const [stated] = tenure.dates;
  if (stated && tenure.dates.length === 1) {
    const { date, roles } = stated;
    const isOpen = roles.has('since') || (roles.has('from') && !date.isSpan) || isToPresent(utterance, date);
    if (isOpen) return openClaim(context, tenure, head, stated);
    // "17 to 20 May 2022": days of one month are not a tenure.
    if (date.isSpan && (date.from.day === undefined || date.from.year !== date.to.year))
      return spanClaim(context, tenure, head, stated);
    if (roles.has('until'))
      return head.to !== undefined &&
        head.confidence === 'A' &&
        tenure.isWhole &&
        (tenure.office === undefined || tenure.office.first - tenure.office.group.first <= 1) &&
        !fitsBoundary(date.from, boundaryOf(head, 'to'))
        ? dateClaim(context, tenure, head, date, boundaryOf(head, 'to'), 'end')
        : undefined;
    if (roles.has('before') || roles.has('after') || roles.has('for')) return undefined;
    if (tenure.kind === 'post' && [tenure.person.group, tenure.office!.group].some(({ dates }) => dates.includes(date)))
      return undefined;
    return pointClaim(context, tenure, head, date);
  }
  if (stated) return undefined;
  if (tenure.of === 'bare' && !tenure.office) return undefined;
  const all = utterance.reading.nodes.flatMap((node) =>
    node.kind === 'date' ? [node] : node.kind === 'noun' ? [...withOwners(node)].flatMap((each) => each.dates) : [],
  );
  if (tenure.kind === 'post') {
    const dates = (tenure.statement?.complements ?? []).flatMap(({ group, roles }) =>
      group.kind === 'date' && !roles.has('since') && !roles.has('until') ? [group] : [],
    );
    // "Amy Pope, Director General of IOM, was elected in May 2023": the time of an event before or after the tenure.
    const isChange = [words.elect, words.start, words.end, words.succeed].some((list) =>
      isVerbOf(list, tenure.statement?.verb, utterance.reading),
    );
    if (isChange) return undefined;
    // "Amy Pope, Director General of IOM, worked in Washington in 2015": the title is the current one.
    const isBefore =
      dates.length === 1 &&
      (dates[0]!.first < Math.min(person.group.first, tenure.office!.group.first) ||
        tenure.statement?.tense === 'future' ||
        tenure.statement?.modality === 'planned');
    if (isBefore && all.length === 1) return pointClaim(context, tenure, head, dates[0]!);
    // "Speaking in Nairobi on 4 March 2025, the Director General …"
    const opening = utterance.reading.statements.find(
      (each) =>
        each.kind === 'participial' &&
        each.first < person.group.first &&
        (each.subjects.includes(person.group) || each.subjects.includes(tenure.office!.group)) &&
        each.complements.some(({ group }) => group === all[0]),
    );
    if (all.length === 1 && opening) return pointClaim(context, tenure, head, all[0]!);
    // "I met the Director General, António Vitorino, in Geneva on 3 September 2026": a day after the end of the term.
    const isAfter =
      all.length === 1 &&
      isWithin(tenure.statement, all[0]!) &&
      tenure.statement?.kind === 'main' &&
      all[0]!.from.day !== undefined &&
      (all[0]!.from.year ?? 0) * 12 + (all[0]!.from.month ?? 1) > monthsOf(head).to + 1;
    if (isAfter) return pointClaim(context, tenure, head, all[0]!);
    if (
      all.some(
        (date) =>
          isTimeOf(head, date) || (isWithin(tenure.statement, date) && (date.from.year ?? 0) * 12 <= monthsOf(head).to),
      )
    )
      return undefined;
  } else if (all.length > 0 && !(tenure.statement?.tense === 'present' && all.every((date) => !isTimeOf(head, date)))) {
    const outer = utterance.reading.statements.find(
      (each) =>
        each !== tenure.statement &&
        each.kind === 'main' &&
        tenure.statement !== undefined &&
        each.first < tenure.statement.first &&
        each.complements.some(({ group }) => group === all[0]),
    );
    const opens = utterance.reading.nodes[0];
    if (
      all.length === 1 &&
      outer &&
      opens?.kind === 'subordinator' &&
      tenure.statement?.tense === 'past' &&
      tenure.of !== 'bare'
    )
      return pointClaim(context, tenure, head, all[0]!);
    return undefined;
  }
  const early = earlyClaim(
    context,
    tenure,
    head,
    tenure.kind === 'post' ? 'none' : tenseOf(utterance, tenure.statement),
  );
  if (early || head === current) return early;
  const now = utterance.documentDate;
  if (
    utterance.entryTime ||
    (now &&
      isInOffice(head, {
        from: now.year * 12 + (now.month ?? 1),
        to: now.until * 12 + (now.until === now.year ? (now.month ?? 12) : 12),
      }))
  )
    return undefined;
  const hasCue =
    utterance.words.some(
      (_, i) => words.present.lengthAt(utterance.words, i) > 0 && i >= person.group.first - 6 && i <= person.next + 6,
    ) ||
    utterance.reading.sentence.tokens.some(
      (token, i) =>
        utterance.grammar.is(token, 'present') &&
        i >= (tenure.statement?.first ?? 0) &&
        i < (tenure.statement?.next ?? Infinity),
    );
  if (!hasCue && isNarratedThen(utterance, head)) return undefined;
  const tense = tenure.kind === 'post' ? tenseOfPost(utterance, tenure) : tenseOf(utterance, tenure.statement);
  if (tense === 'past' && !hasCue) return undefined;
  if (
    words.former.isIn(utterance.words.slice(0, utterance.words.length)) &&
    tenure.kind === 'post' &&
    utterance.words.some(
      (_, i) => words.former.lengthAt(utterance.words, i) > 0 && i >= person.group.first - 3 && i <= person.next + 3,
    )
  )
    return undefined;
  // A narrative or a dateline of a year after the tenure is about another head.
  const story = hasCue ? undefined : utterance.discourse.storyBefore(utterance.site);
  if (story && story.from * 12 <= monthsOf(head).to) return undefined;
  // Nobody takes a person who left decades ago for the current head: the text is as old.
  if (!hasCue && isLongGone(head, current)) return undefined;
  // "the Director General of ICM, James Carlin": the body has the name that it had then.
  if (isOfFormerName(utterance, tenure, head)) return undefined;
  const right = now
    ? (row.find((each) =>
        isInOffice(each, { from: now.year * 12 + (now.month ?? 6), to: now.year * 12 + (now.month ?? 6) }),
      ) ?? current)
    : current;
  return personClaim(context, tenure, head, right, {
    rule: 'outdated-fact',
    certainty: tenure.of === 'name' || tenure.office?.isLoose === false ? 'certain' : 'likely',
    severity: 'warning',
  });
}

/**
 * The tense of a statement; for a participial clause, that of the clause whose subject it modifies ("Led by X, IOM
 * helps"), else of the clause in which it is ("was funded by IOM, led by X").
 */
function tenseOf({ reading: { statements } }: Utterance, statement: Statement | undefined): Tense {
  if (statement?.kind !== 'participial' || statement.verb?.form === 'gerund') return statement?.tense ?? 'none';
  const main = statements.filter(({ kind }) => kind === 'main');
  const outer =
    main.find(({ subjects }) => subjects.some((subject) => statement.subjects.includes(subject))) ??
    main.findLast(({ verb, first }) => verb !== undefined && first < statement.first);
  return outer?.tense ?? 'none';
}

/**
 * The tense in which a sentence speaks of a person with a post. In a text with a date, "The Chair conveyed the
 * greetings of the Director General, X, who plans to visit" presents X as head at that date, unless the relative clause
 * says what X does nowadays.
 */
function tenseOfPost({ reading, grammar, time }: Utterance, { person: { group }, statement }: Tenure): Tense {
  const { tokens } = reading.sentence;
  const isPresent =
    (time.kind === 'dated' || (time.kind === 'today' && time.date !== undefined)) &&
    reading.statements.some(
      ({ kind, subjects, first, next, modality, tense }) =>
        kind === 'relative' &&
        subjects.includes(group) &&
        (tense === 'present' || tense === 'future') &&
        (modality === 'asserted' || modality === 'planned') &&
        grammar.is(tokens[first], 'relativeSubject') &&
        !tokens.slice(first, next).some((token) => grammar.is(token, 'present')),
    );
  return isPresent ? 'present' : (statement?.tense ?? 'none');
}

/** An earlier sentence of the paragraph gives a time within the tenure: a narrative in the present tense. */
function isNarratedThen(utterance: Utterance, head: Fact): boolean {
  return utterance.discourse
    .readingsBefore(utterance.site)
    .some(({ nodes }) =>
      nodes.some((node) =>
        [...(node.kind === 'date' ? [node] : node.kind === 'noun' ? node.dates : [])].some(
          ({ from, to }) =>
            from.year !== undefined &&
            isInOffice(head, { from: from.year * 12 + 1, to: (to.year ?? from.year) * 12 + 12 }),
        ),
      ),
    );
}

function isWithin(statement: Statement | undefined, date: DateGroup): boolean {
  return statement !== undefined && date.first >= statement.first && date.first < statement.next;
}

/** Whether a date falls within a tenure, or has no year. */
function isTimeOf(head: Fact, { from, to }: DateGroup): boolean {
  return (
    from.year === undefined || isInOffice(head, { from: from.year * 12 + 1, to: (to.year ?? from.year) * 12 + 12 })
  );
}

function isOfFormerName(utterance: Utterance, tenure: Tenure, head: Fact): boolean {
  const groups = tenure.office
    ? [
        tenure.office.group,
        ...tenure.office.group.owners,
        ...tenure.office.group.owners.flatMap(({ owners }) => owners),
      ]
    : utterance.reading.groups;
  return groups.some((group) =>
    group.named.some(({ mention }) => {
      const [term] = mention.terms;
      if (!ORGANIZATION.concepts.has(term!.entry.concept.id) || term!.status !== 'superseded') return false;
      const { from, to } = monthsOf(head);
      return from <= term!.entry.lastYear * 12 + 12 && to >= term!.entry.firstYear * 12;
    }),
  );
}

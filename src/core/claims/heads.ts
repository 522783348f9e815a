import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import type { Records } from './records';
import type { DateGroup, Day, Tense } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import { base, bothTenures, dateClaim, personClaim, termOf, type Context } from './headClaim';
import { ORGANIZATION, headWordsOf } from './headWords';
import { headsOf, peopleIn, personOf, shortName } from './people';
import { rowClaims } from './headRow';
import { earlyClaim, pointClaim } from './headTimes';
import { successionClaims } from './successions';
import { isVerbOf } from './field';
import { boundaryOf, isInOffice, fitsBoundary, monthsOf, spanFits, type Boundary } from './officeTimes';
import type { Utterance } from './utterance';
import { rightAndWrong, text, year } from './claimMessage';
import { tenuresOf, type RoledDate, type Tenure } from './tenures';
import { isNarratedUntil, modalityAt } from './time';

/**
 * Claims about the head of the organization: persons compared with the record, their terms of office, their successions
 * and their ordinal positions.
 */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const row = headsOf(records);
  const current = row.find(({ to }) => to === undefined);
  if (!current || utterance.reading.groups.length === 0) return [];
  const people = peopleIn(utterance, row, records);
  if (people.length === 0) return [];
  const context: Context = { utterance, row, current, records, people };
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    // A surname on its own denotes a head only where the document gives the full name, or the sentence says what the
    // person heads.
    if (
      person.by === 'surname' &&
      !utterance.discourse.isNamed(person.concept!) &&
      !tenures.some(({ of, office }) => of !== 'bare' || office?.isLoose === false)
    )
      return [];
    for (const tenure of tenures) {
      const claim = person.head ? ofHead(context, tenure, person.head) : ofStranger(context, tenure);
      // A pronoun cannot be a wrong name.
      if (claim && !(person.by === 'reference' && claim.start === utterance.span(person).start)) return [claim];
    }
    return [];
  });
  return [...successionClaims(utterance, people, row), ...rowClaims(utterance, people, row, records), ...claims];
}

function ofHead(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance } = context;
  const modality = modalityAt(utterance, undefined, tenure.statement);
  const whole = utterance.reading.modality;
  if (whole === 'asked' || whole === 'refuted' || whole === 'reported' || utterance.discourse.isRefuted(utterance.site))
    return undefined;
  const isPresupposed = tenure.kind === 'title';
  if (modality !== 'asserted' && !(isPresupposed && (modality === 'planned' || modality === 'denied')))
    return undefined;
  const words = headWordsOf(utterance.lang);
  const near = utterance.words.slice(
    Math.max(0, Math.min(tenure.person.group.first, tenure.office?.group.first ?? Infinity) - 2),
    Math.max(tenure.person.next + 1, tenure.office?.group.end ?? 0, tenure.statement === undefined ? 0 : 0),
  );
  // "António Vitorino, the Director General of IOM in those days": a phrase that follows both.
  const end = Math.max(tenure.person.next, tenure.office?.group.end ?? 0);
  const isThen = [0, 1].some((skip) => words.former.lengthAt(utterance.words, end + skip) > 1);
  if (tenure.kind === 'title' || tenure.kind === 'hold') if (isThen || words.former.isIn(near)) return undefined;
  switch (tenure.kind) {
    case 'start':
    case 'elected':
      return startClaim(context, tenure, head);
    case 'end':
      return endClaim(context, tenure, head);
    default:
      return holdClaim(context, tenure, head);
  }
}

function holdClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance, current, row } = context;
  const { person } = tenure;
  const words = headWordsOf(utterance.lang);
  const [stated] = tenure.dates;
  if (stated && tenure.dates.length === 1) {
    const { date, roles } = stated;
    const isOpen = roles.has('since') || (roles.has('from') && !date.isSpan) || isToPresent(utterance, date);
    if (isOpen) return openClaim(context, tenure, head, stated);
    // "17 to 20 May 2022": days of one month are not a term of office.
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
    if (
      tenure.kind === 'title' &&
      [tenure.person.group, tenure.office!.group].some(({ dates }) => dates.includes(date))
    )
      return undefined;
    return pointClaim(context, tenure, head, date);
  }
  if (stated) return undefined;
  if (tenure.of === 'bare' && !tenure.office) return undefined;
  const all = utterance.reading.nodes.flatMap((node) =>
    node.kind === 'date' ? [node] : node.kind === 'noun' ? [...withOwners(node)].flatMap((each) => each.dates) : [],
  );
  if (tenure.kind === 'title') {
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
    tenure.kind === 'title' ? 'none' : tenseOf(utterance, tenure.statement),
  );
  if (early || head === current) return early;
  const now = utterance.documentDate;
  if (
    utterance.entryTime ||
    (now && isInOffice(head, { from: now.year * 12 + (now.month ?? 1), to: now.year * 12 + (now.month ?? 12) }))
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
  const tense = tenure.kind === 'title' ? (tenure.statement?.tense ?? 'none') : tenseOf(utterance, tenure.statement);
  if (tense === 'past' && !hasCue) return undefined;
  if (
    words.former.isIn(utterance.words.slice(0, utterance.words.length)) &&
    tenure.kind === 'title' &&
    utterance.words.some(
      (_, i) => words.former.lengthAt(utterance.words, i) > 0 && i >= person.group.first - 3 && i <= person.next + 3,
    )
  )
    return undefined;
  if (!hasCue && utterance.discourse.storyBefore(utterance.site) !== undefined) return undefined;
  // Nobody takes a person who left decades ago for the current head: the text is as old.
  if (!hasCue && (boundaryOf(head, 'to').day.year ?? Infinity) + LONG_AGO < boundaryOf(current, 'from').day.year!)
    return undefined;
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

/** In years. */
const LONG_AGO = 20;

/**
 * The tense of a statement; for a participial clause ("Led by X, IOM helps"), that of the clause whose subject it
 * modifies.
 */
function tenseOf({ reading: { statements } }: Utterance, statement: Statement | undefined): Tense {
  if (statement?.kind !== 'participial' || statement.verb?.form === 'gerund') return statement?.tense ?? 'none';
  return (
    statements.find(
      ({ kind, subjects }) => kind === 'main' && subjects.some((subject) => statement.subjects.includes(subject)),
    )?.tense ?? 'none'
  );
}

/** An earlier sentence of the paragraph gives a time within the tenure: a narrative in the present tense. */
function isNarratedThen(utterance: Utterance, head: Fact): boolean {
  return utterance.discourse
    .before(utterance.site)
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

/** "since 2018", "(2008–present)": a tenure without an end. */
function openClaim(context: Context, tenure: Tenure, head: Fact, { date }: RoledDate): Claim | undefined {
  const { utterance, row, current } = context;
  const start = boundaryOf(head, 'from');
  if (head === current && fitsBoundary(date.from, start)) return undefined;
  // "since 1 October": the year is given elsewhere.
  if (date.from.year === undefined) return undefined;
  const isPresent = isToPresent(utterance, date);
  if (head !== current) {
    if (
      utterance.documentDate ||
      tenure.statement?.tense === 'past' ||
      isNarratedUntil(utterance, boundaryOf(head, 'to').day.year!)
    )
      return undefined;
    if (isPresent) {
      const { tokens } = utterance.reading.sentence;
      const right = `${start.day.year}${tokens[date.next]!.written}${boundaryOf(head, 'to').day.year}`;
      return {
        ...utterance.span({ first: date.first, next: date.next + 2 }),
        ...base(context, tenure, head),
        rule: 'outdated-fact',
        message: bothTenures(current, head, row),
        instead: [right],
        safe: tenure.person.by === 'name',
        evidence: [],
      };
    }
    return personClaim(
      context,
      tenure,
      head,
      row.find((each) => each !== head && fitsBoundary(date.from, boundaryOf(each, 'from'))) ?? current,
      { rule: 'outdated-fact', certainty: 'certain', severity: 'warning' },
    );
  }
  const other = row.find(
    (each) => each !== head && date.from.month !== undefined && fitsBoundary(date.from, boundaryOf(each, 'from')),
  );
  if (isElected(context, head, date.from)) return undefined;
  if (isPresent) {
    const { tokens } = utterance.reading.sentence;
    const right = `${start.day.year}${tokens[date.next]!.written}${tokens[date.next + 1]!.written}`;
    return {
      ...utterance.span({ first: date.first, next: date.next + 2 }),
      ...base(context, tenure, head),
      rule: 'fact-mismatch',
      message: {
        template: heads.messages.start,
        values: {
          name: text(String(head.value)),
          ...rightAndWrong(
            start.day,
            undefined,
            { ...date, to: date.from, isSpan: false },
            date.from.month === undefined,
          ),
        },
      },
      instead: [right],
      safe: tenure.person.by === 'name',
      evidence: [],
    };
  }
  return other
    ? personClaim(context, tenure, head, other, { rule: 'fact-mismatch', certainty: 'likely', severity: 'warning' })
    : dateClaim(context, tenure, head, date, start, 'start');
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TERM = 25;

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
function spanClaim(context: Context, tenure: Tenure, head: Fact, { date }: RoledDate): Claim | undefined {
  const { utterance, row } = context;
  if (date.from.year === undefined || date.to.year === undefined) return undefined;
  const fit = spanFits(date, head);
  if (fit === 'whole' || (fit === 'within' && !tenure.isWhole)) return undefined;
  const length = date.to.year - date.from.year;
  if (
    length === 9 &&
    fit !== 'outside' &&
    utterance.reading.sentence.tokens
      .slice(date.first, date.next)
      .every(({ folded }) => !/^\d{4}$/.test(folded) || folded === String(date.from.year)) &&
    date.next - date.first <= 2
  )
    return undefined;
  // Years of birth and death, or those of another office.
  const isOneEnd =
    fitsBoundary(date.from, boundaryOf(head, 'from')) ||
    (head.to !== undefined && fitsBoundary(date.to, boundaryOf(head, 'to')));
  if (
    tenure.office === undefined &&
    tenure.statement === undefined &&
    (length > (isOneEnd ? LONGEST_TERM : 14) || fit === 'outside')
  )
    return undefined;
  if (!tenure.isWhole) return fit === 'outside' ? pointClaim(context, tenure, head, date) : undefined;
  const from = boundaryOf(head, 'from');
  const to = boundaryOf(head, 'to');
  if (to.day.year === undefined) return undefined;
  const other = row.find(
    (each) =>
      each !== head && each.to !== undefined && spanFits(date, each) === 'whole' && date.from.year !== date.to.year,
  );
  const isBracket = tenure.statement === undefined || tenure.kind === 'title';
  if (other && !isBracket)
    return personClaim(context, tenure, head, other, {
      rule: 'fact-mismatch',
      certainty: 'likely',
      severity: 'warning',
    });
  const { tokens } = utterance.reading.sentence;
  const roles = utterance.grammar.rolesOf(tokens[date.first - 1] ?? NO_WORD);
  const first =
    roles && (roles.has('from') || roles.has('between') || roles.has('since')) ? date.first - 1 : date.first;
  const written = utterance.discourse.textOf(tokens[first]!.start, tokens[date.next - 1]!.end);
  const right = written
    .replace(/(?:18|19|20)\d\d/, String(from.day.year))
    .replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(to.day.year));
  const hasMonths = date.from.month !== undefined || date.to.month !== undefined;
  return {
    ...utterance.span({ first, next: date.next }),
    ...base(context, tenure, head),
    rule: 'fact-mismatch',
    message: {
      template: heads.messages.span,
      values: {
        name: text(String(head.value)),
        right: termOf(head),
        wrong: { kind: 'term', from: year(date.from.year), to: year(date.to.year) },
      },
    },
    evidence: [],
    instead: hasMonths ? [] : [right],
    safe:
      !other &&
      (tenure.office !== undefined || tenure.of === 'name') &&
      !hasMonths &&
      tenure.person.by === 'name' &&
      head.confidence === 'A',
  };
}

/** The year in which a head was elected or took office. */
function startClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { row, utterance } = context;
  const points = tenure.dates.filter(
    ({ date, roles }) =>
      !date.isSpan &&
      !roles.has('until') &&
      !roles.has('for') &&
      !roles.has('after') &&
      !roles.has('before') &&
      !roles.has('since'),
  );
  if (points.length !== 1 || head.confidence !== 'A' || utterance.reading.modality !== 'asserted') return undefined;
  const { date } = points[0]!;
  if (date.from.year === undefined) return undefined;
  const words = headWordsOf(utterance.lang);
  if (words.others.isIn(utterance.words.slice(tenure.statement?.first ?? 0, tenure.statement?.next))) return undefined;
  const start = boundaryOf(head, 'from');
  const elected = electedOf(context, head);
  const fits = (day: Boundary): boolean => fitsBoundary(date.from, day);
  if (tenure.kind === 'elected') {
    // "elected to lead IOM from 2023": the year of the election, or of the beginning.
    if (
      elected.length === 0
        ? Math.abs(date.from.year - (start.day.year ?? 0)) <= 1
        : elected.some(fits) || (date.from.month === undefined && date.from.year === start.day.year)
    )
      return undefined;
    return dateClaim(context, tenure, head, date, elected[0] ?? start, elected[0] ? 'elected' : 'start');
  }
  if (fits(start) || elected.some(fits)) return undefined;
  if (tenure.of === 'bare' && !tenure.office && !utterance.discourse.isNamed(ORGANIZATION_ID)) return undefined;
  const other = row.find(
    (each) => each !== head && date.from.month !== undefined && fitsBoundary(date.from, boundaryOf(each, 'from')),
  );
  if (other && tenure.of !== 'bare')
    return personClaim(context, tenure, head, other, {
      rule: 'fact-mismatch',
      certainty: 'likely',
      severity: 'warning',
    });
  return dateClaim(context, tenure, head, date, start, 'start');
}

const ORGANIZATION_ID = heads.subject;

function endClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const points = tenure.dates.filter(
    ({ date, roles }) =>
      !date.isSpan && !roles.has('for') && !roles.has('since') && !roles.has('before') && !roles.has('after'),
  );
  if (points.length !== 1 || head.to === undefined || head.confidence !== 'A') return undefined;
  const { date } = points[0]!;
  const end = boundaryOf(head, 'to');
  if (
    date.from.year === undefined ||
    fitsBoundary(date.from, end) ||
    (tenure.of === 'bare' && !tenure.office && tenure.statement?.objects.length !== 0)
  )
    return undefined;
  if (
    tenure.of === 'bare' &&
    !tenure.office &&
    tenure.person.by !== 'name' &&
    !context.utterance.discourse.isNamed(ORGANIZATION_ID)
  )
    return undefined;
  return dateClaim(context, tenure, head, date, end, 'end');
}

/** A person presented as head who never headed the organization. */
function ofStranger(context: Context, tenure: Tenure): Claim | undefined {
  const { utterance, row, current } = context;
  const { person, statement } = tenure;
  if (tenure.of === 'bare' || tenure.kind === 'end' || (tenure.office?.isLoose === true && tenure.kind === 'title'))
    return undefined;
  if (
    utterance.reading.modality !== 'asserted' ||
    utterance.discourse.isRefuted(utterance.site) ||
    (statement && statement.modality !== 'asserted')
  )
    return undefined;
  const words = headWordsOf(utterance.lang);
  const all = utterance.words;
  if (words.others.isIn(all) || words.former.isIn(all.slice(Math.max(0, person.first - 3), person.next + 3)))
    return undefined;
  // "led by Carlos Oliver in Egypt": the head of one mission only.
  if (
    statement?.complements.some(
      ({ group, roles, after }) => group.kind === 'noun' && roles.has('in') && group.isProper && after === person.group,
    )
  )
    return undefined;
  if (
    tenure.kind === 'title' &&
    person.by === 'unknown' &&
    tenure.office!.group !== person.group &&
    context.people.some(({ head }) => head !== undefined)
  )
    return undefined;
  const stated = tenure.dates.find(({ date }) => date.from.year !== undefined);
  const at =
    stated?.date.from.year === undefined
      ? undefined
      : {
          from: stated.date.from.year * 12 + (stated.date.from.month ?? 1),
          to: (stated.date.isSpan ? stated.date.to.year! : stated.date.from.year) * 12 + (stated.date.from.month ?? 12),
        };
  // Before the beginning of the record nobody is known.
  if (at && at.from < (row.find(({ confidence }) => confidence === 'A') ? monthsOf(row[0]!).from : 0)) return undefined;
  const then = at ? row.filter((each) => isInOffice(each, at)) : [current];
  const isOpen = stated?.roles.has('since') === true;
  const right = isOpen
    ? (row.find((each) => fitsBoundary(stated.date.from, boundaryOf(each, 'from'))) ?? current)
    : then.length === 1
      ? then[0]
      : undefined;
  const isNow = right === undefined || right === current;
  return {
    ...utterance.span(person),
    lang: utterance.lang,
    concept: right ? personOf(right) : ORGANIZATION_ID,
    facts: [(right ?? current).id],
    rule: 'fact-mismatch',
    certainty: 'likely',
    severity: person.by === 'unknown' && isNow && tenure.kind === 'title' ? 'information' : 'warning',
    message: {
      template: isNow ? heads.messages.strangerNow : heads.messages.strangerThen,
      values: {
        right: text(String((right ?? current).value)),
        rightTerm: termOf(right ?? current),
        wrong: text(utterance.textOf(person)),
      },
    },
    instead: right ? [shortName(String(right.value))] : [],
    safe: false,
    evidence: [],
  };
}

function isElected(context: Context, head: Fact, day: Day): boolean {
  return electedOf(context, head).some((each) => fitsBoundary(day, each));
}

/** The days on which a head was elected. */
function electedOf({ records }: Context, head: Fact): readonly Boundary[] {
  return records
    .facts(heads.subject, heads.elected)
    .filter((fact) => fact.value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
}

function isToPresent(utterance: Utterance, date: DateGroup): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    /^[-–—]$/.test(tokens[date.next]?.folded ?? '') &&
    tokens[date.next + 1] !== undefined &&
    (utterance.grammar.is(tokens[date.next + 1], 'present') ||
      headWordsOf(utterance.lang).present.lengthAt(utterance.words, date.next + 1) > 0)
  );
}

const NO_WORD = { written: '', folded: '' };

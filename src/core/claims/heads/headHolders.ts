import type { Claim } from '../claim';
import type { DateGroup, Tense } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { personClaim, type Context } from './headClaim';
import { headWordsOf } from './headWords';
import { isInOffice, isLongGone, monthsOf } from './officeTimes';
import type { Utterance } from '../utterance';
import { spanClaim } from './headSpans';
import type { Tenure } from './tenure';

/** A person presented as head: at a date, over a span, or now. */
export function holderClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance, current, row } = context;
  const { person } = tenure;
  const words = headWordsOf(utterance.lang);
  const [stated] = tenure.dates;
  if (stated && tenure.dates.length === 1) {
    const { date, roles } = stated;
    // "17 to 20 May 2022": days of one month are not a tenure.
    if (date.isSpan && (date.from.day === undefined || date.from.year !== date.to.year))
      return spanClaim(context, tenure, head, stated);
    if (roles.has('before') || roles.has('after') || roles.has('for')) return undefined;
    if (tenure.kind === 'post' && [tenure.person.group, tenure.office!.group].some(({ dates }) => dates.includes(date)))
      return undefined;
    return undefined;
  }
  if (stated) return undefined;
  if (tenure.of === 'bare' && !tenure.office) return undefined;
  const all = utterance.reading.nodes.flatMap((node) =>
    node.kind === 'date' ? [node] : node.kind === 'noun' ? [...withOwners(node)].flatMap((each) => each.dates) : [],
  );
  if (all.length > 0 && !(tenure.statement?.tense === 'present' && all.every((date) => !isTimeOf(head, date)))) {
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
      return undefined;
    return undefined;
  }
  if (head === current) return undefined;
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

/** Whether a date falls within a tenure, or has no year. */
function isTimeOf(head: Fact, { from, to }: DateGroup): boolean {
  return (
    from.year === undefined || isInOffice(head, { from: from.year * 12 + 1, to: (to.year ?? from.year) * 12 + 12 })
  );
}

import type { DateGroup, Mark, NounGroup, VerbGroup } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import { headWordsOf } from './headWords';
import { boundaryOf, fitsBoundary } from './officeTimes';
import type { Person } from './people';
import type { Utterance } from './utterance';
import type { RoledDate } from './tenure';

/** The dates of a statement, with their roles. Dates that belong to nouns without an office do not count. */
export function datesIn(statement: Statement, utterance: Utterance): readonly RoledDate[] {
  const { tokens } = utterance.reading.sentence;
  const own = statement.complements.flatMap(({ group, roles, first }) => {
    if (group.kind !== 'date') return [];
    // "who led it through its transition, died on 5 January 2024": after a comma the main clause continues.
    const follows =
      statement.kind !== 'main' &&
      statement.verb !== undefined &&
      tokens.slice(statement.verb.next, Math.max(statement.verb.next, first - 1)).some(({ folded }) => folded === ',');
    return follows ? [] : [{ date: group, roles }];
  });
  const words = headWordsOf(utterance.lang);
  const groups = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap((each) => (each.group.kind === 'noun' ? [each.group] : [])),
  ];
  const ofNouns = groups.flatMap((group) =>
    words.seats.isIn(group.words) || words.titles.isIn(group.words) || group.named.length > 0
      ? datesAt(utterance, group)
      : [],
  );
  // "2018. El 29 de junio el Consejo elige a …": the year that opens an entry is the year of the day.
  const isEntry = ({ date }: RoledDate, all: readonly RoledDate[]): boolean =>
    date.first === 0 &&
    date.from.month === undefined &&
    all.some((other) => other.date !== date && other.date.from.year === date.from.year);
  return [...own, ...ofNouns].filter(
    (each, i, all) => all.findIndex(({ date }) => each.date === date) === i && !isEntry(each, all),
  );
}

/** The dates in a group, in brackets or after "of", and those directly after it: "Director General since 2021". */
export function datesAt(utterance: Utterance, group: NounGroup): readonly RoledDate[] {
  const { tokens } = utterance.reading.sentence;
  const own = [...withOwners(group)].flatMap(({ dates }) => dates);
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: date, roles, first }) =>
      date.kind === 'date' &&
      first === group.end &&
      (roles.has('since') || date.isSpan || utterance.grammar.lang !== 'en')
        ? [{ date, roles }]
        : [],
    );
  return [
    ...attached,
    ...own.map((date) => ({
      date,
      roles: utterance.grammar.rolesOf(tokens[date.first - 1] ?? { written: '', folded: '' }) ?? NO_ROLES,
    })),
  ];
}

/** "William Lacy Swing, United States (2008–present)": dates in brackets after a description of the person. */
export function datesAfter(utterance: Utterance, { group }: Person): readonly RoledDate[] {
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  if (index < 0) return [];
  // "Amy Pope (United States), since 1 October 2023"
  const close =
    nodes[index + 1]?.kind === 'open' ? nodes.findIndex(({ kind }, i) => i > index && kind === 'close') : -1;
  const follows =
    close >= 0 && nodes[close + 1]?.kind === 'comma' && nodes.slice(index, close).every(({ kind }) => kind !== 'date');
  const at = follows ? close : index;
  const [comma, other] = [nodes[at + 1], nodes[at + 2]];
  const open =
    comma?.kind === 'open'
      ? at + 1
      : comma?.kind === 'comma' &&
          other?.kind === 'noun' &&
          other.isProper &&
          other.named.length === 0 &&
          nodes[at + 3]?.kind === 'open'
        ? at + 3
        : -1;
  // "Amy Pope, since 1 October 2023"
  const since =
    comma?.kind === 'comma' && other?.kind === 'preposition' && other.roles?.has('since') === true
      ? nodes[at + 3]
      : undefined;
  if (since?.kind === 'date') return [{ date: since, roles: (other as Mark).roles! }];
  // "Amy Pope, in office since October 2023"
  for (
    let i = at + 1;
    nodes[i] !== undefined && !(nodes[i]!.kind === 'verb' && (nodes[i] as VerbGroup).form === 'finite');
    i++
  ) {
    const [opening, preposition, seat, mark, start] = nodes.slice(i, i + 5);
    const isSeat =
      opening!.kind === 'comma' &&
      preposition?.kind === 'preposition' &&
      seat?.kind === 'noun' &&
      headWordsOf(utterance.lang).seats.isIn(seat.words) &&
      seat.owners.length === 0;
    if (
      isSeat &&
      mark?.kind === 'preposition' &&
      mark.roles?.has('since') === true &&
      start?.kind === 'date' &&
      start.from.year !== undefined
    )
      return [{ date: start, roles: mark.roles }];
  }
  const date = nodes[open + 1];
  if (open >= 0 && date?.kind === 'date' && !group.dates.includes(date)) return [{ date, roles: NO_ROLES }];
  return index >= 0 &&
    group.dates.length === 0 &&
    comma?.kind === 'comma' &&
    other?.kind === 'noun' &&
    other.isProper &&
    other.owners.length === 0 &&
    other.named.length === 0 &&
    other.dates.length === 1
    ? datesAt(utterance, other)
    : [];
}

/** "| William Lacy Swing | United States | 2008–2018 |": the only years of a row with no other person. */
export function spanInRow(utterance: Utterance, person: Person): DateGroup | undefined {
  const { group } = person;
  const { nodes, groups } = utterance.reading;
  if (utterance.site.block.kind !== 'table-row' || nodes.some(({ kind }) => kind === 'verb')) return undefined;
  const dates = nodes.filter((node): node is DateGroup => node.kind === 'date');
  const isAlone = groups.every((each) => each === group || each.named.length === 0);
  return isAlone && dates.length === 1 && isTenureOf(person, dates[0]!) ? dates[0] : undefined;
}

/** Whether years may be those of a head's term where only the person suggests it: one end of them is right. */
export function isTenureOf({ head }: Person, { from, to, isSpan }: DateGroup): boolean {
  return (
    head !== undefined &&
    isSpan &&
    to.year !== from.year &&
    (fitsBoundary(from, boundaryOf(head, 'from')) ||
      (head.to !== undefined && fitsBoundary(to, boundaryOf(head, 'to'))))
  );
}

/** The roles of a date without a preposition. */
export const NO_ROLES: ReadonlySet<string> = new Set();

import type { DateGroup, NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import { headWordsOf } from './headWords';
import { boundaryOf, fitsBoundary } from './officeTimes';
import type { Person } from './people';
import type { Utterance } from '../utterance';
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
  return [...own, ...ofNouns].filter((each, i, all) => all.findIndex(({ date }) => each.date === date) === i);
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

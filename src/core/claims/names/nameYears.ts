import type { DateGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Named, NameTime } from './compareName';

/** A name that begins. It has the only date of its statement; of several names, each has its own date. */
export function namesBegun(statement: Statement, names: readonly Named[], isClear: boolean): readonly NameTime[] {
  const dates = datesOf(statement, names).filter(
    ({ date, roles }) =>
      !date.isSpan && !['until', 'before', 'after', 'between', 'for', 'during'].some((role) => roles.has(role)),
  );
  const distinct = names.filter(({ name }, i) => names.findIndex((other) => other.name === name) === i);
  if (!isClear || dates.length === 0) return [];
  if (distinct.length > 1 && distinct.length === dates.length) {
    const isInTurn = distinct.every(
      ({ group }, i) =>
        group.first < dates[i]!.date.first &&
        (i + 1 === distinct.length || dates[i]!.date.first < distinct[i + 1]!.group.first),
    );
    return isInTurn ? distinct.map((name, i) => ({ kind: 'start', name, from: dates[i]!.date, to: undefined })) : [];
  }
  return dates.length === 1 && distinct.length > 0
    ? [{ kind: 'start', name: distinct[distinct.length - 1]!, from: dates[0]!.date, to: undefined }]
    : [];
}

/** A name in use since a year, until a year, or from one year to another. */
export function namesBorne(statement: Statement, names: readonly Named[]): readonly NameTime[] {
  const dates = datesOf(statement, names);
  const distinct = new Set(names.map(({ name }) => name));
  return dates.length === 1 && distinct.size === 1 ? borneIn(names[0]!, dates[0]!) : [];
}

function borneIn(name: Named, { date, roles }: Dated): readonly NameTime[] {
  if (date.isSpan && date.to.year !== undefined && date.to.year !== date.from.year)
    return [{ kind: 'within', name, from: date, to: date }];
  if (roles.has('since') || roles.has('from')) return [{ kind: 'start', name, from: date, to: undefined }];
  return roles.has('until') ? [{ kind: 'end', name, from: undefined, to: date }] : [];
}

/** The dates of a statement, including those attached to its names. */
function datesOf(statement: Statement, names: readonly Named[]): readonly Dated[] {
  const own = names.flatMap(({ group }) => group.dates.map((date) => ({ date, roles: NO_ROLES })));
  return [
    ...statement.complements.flatMap(({ group, roles }) => (group.kind === 'date' ? [{ date: group, roles }] : [])),
    ...own,
  ]
    .filter(({ date }) => date.from.year !== undefined)
    .sort((a, b) => a.date.first - b.date.first);
}

interface Dated {
  readonly date: DateGroup;
  readonly roles: ReadonlySet<string>;
}

const NO_ROLES: ReadonlySet<string> = new Set();

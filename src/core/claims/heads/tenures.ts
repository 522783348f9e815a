import type { DateGroup, NounGroup } from '../../reading/nodes';
import { agentsOf, themesOf, withOwners, type Statement } from '../../reading/statement';
import { isVerbOf } from '../field';
import type { Argument, Utterance } from '../utterance';
import { ORGANIZATION, headWordsOf } from './headWords';
import { isClear, officeOf, postOf, type Office } from './offices';
import type { Person } from './people';

/** A statement about a person's office as head. */
export interface Tenure {
  readonly person: Person;
  /** Whether the person holds it, in passing (`post`) or in the predicate (`hold`), or begins to. */
  readonly kind: 'post' | 'hold' | 'start';
  readonly office: Office | undefined;
  /** How the text refers to the body. */
  readonly of: Office['of'];
  readonly statement: Statement | undefined;
  readonly dates: readonly RoledDate[];
  /** Whether the dates are those of the whole tenure, and not of an event within it. */
  readonly isWhole: boolean;
}

/** A date with the semantic roles of its preposition. */
export interface RoledDate {
  readonly date: DateGroup;
  readonly roles: ReadonlySet<string>;
}

/** Whether the text says that the office is that of the head: by the body, or by a title that only the head has. */
export function isStated({ of, office }: Tenure): boolean {
  return of !== 'bare' || office?.kind === 'title';
}

/** The statements of a sentence about a person's office: by a verb, by a post next to the name, by a row of years. */
export function tenuresOf(utterance: Utterance, person: Person): readonly Tenure[] {
  const { group } = person;
  const tenures = utterance.argumentsOf(group).flatMap((argument) => ofVerb(utterance, person, argument) ?? []);
  const office = postOf(utterance, group);
  if (office) {
    const around = [...utterance.argumentsOf(office.group), ...utterance.argumentsOf(group)]
      .map(({ statement }) => statement)
      .filter(({ kind }) => kind !== 'apposition');
    const dates = [...new Set([group, office.group])].flatMap((each) => datesAt(utterance, each));
    const statement = around.find(({ kind }) => kind === 'main') ?? around[0];
    return [...tenures, { person, kind: 'post', office, of: office.of, statement, dates, isWhole: dates.length > 0 }];
  }
  const dates = tenures.length === 0 ? yearsOfRow(utterance, group) : [];
  return dates.length > 0
    ? [{ person, kind: 'hold', office, of: 'bare', statement: undefined, dates, isWhole: true }]
    : tenures;
}

/** "X heads IOM", "X was Director General", "IOM was led by X", "X took office". */
function ofVerb(utterance: Utterance, person: Person, argument: Argument): Tenure | undefined {
  const { statement, role, complement, top } = argument;
  const { group } = person;
  const { verb, kind } = statement;
  // "a representative of Amy Pope, who heads IOM": a relative clause may modify the last name of a group.
  const isMeant = top === group || (kind === 'relative' && top.owners.at(-1) === group && group.first > top.first);
  if (!verb || !isMeant) return undefined;
  const offices = officesIn(utterance, argument, group);
  if (offices.includes('other')) return undefined;
  const own = offices.filter((each) => each !== 'other');
  const office = own.find(isClear) ?? own[0];
  const of = office?.of ?? 'bare';
  const dates = datesIn(utterance, statement);
  const tenure = { person, kind: 'hold', office, statement, dates, isWhole: true, of } as const;
  const words = headWordsOf(utterance.lang);
  const is = (list: 'lead' | 'hold' | 'start' | 'end'): boolean => isVerbOf(words[list], verb, utterance.reading);
  const led = is('lead') && !is('end') ? ledBy(utterance, statement, group, role) : undefined;
  if (led) return { ...tenure, of: led, isWhole: role === 'subject' };
  if (!office) return undefined;
  const isOthers = hasOtherPost(utterance, statement, isClear(office));
  if (is('start') && role !== 'complement') return isOthers ? undefined : { ...tenure, kind: 'start' };
  const isHeld = is('hold') || utterance.grammar.isVerbOf(verb, 'copula');
  const isArgument = role !== 'complement' || complement!.roles.has('by');
  const isMeantHere = (isClear(office) || dates.length > 0) && (office.kind === 'title' || !isOthers);
  return isHeld && isArgument && isMeantHere ? tenure : undefined;
}

/** How a statement refers to the organization that a person leads. */
function ledBy(
  utterance: Utterance,
  statement: Statement,
  group: NounGroup,
  role: Argument['role'],
): 'name' | 'reference' | undefined {
  const { grammar } = utterance;
  const { verb, subjects, objects, omitsSubject } = statement;
  const isPassive = verb!.passive === true;
  if (!agentsOf(statement, grammar).includes(group) && (role !== 'subject' || isPassive)) return undefined;
  for (const theme of [...themesOf(statement, grammar), ...(isPassive ? subjects : objects)]) {
    const own = theme === group ? undefined : utterance.own(theme, ORGANIZATION, statement);
    if (own && !utterance.isLocal(theme, statement)) return own.by;
  }
  // "William Lacy Swing la dirige", "Está dirigida por Amy Pope"
  const taken = objects.length === 0 ? verb!.clitic?.first : undefined;
  const omitted = isPassive && omitsSubject && grammar.has('omitsSubjects') ? verb!.first : undefined;
  const at = taken ?? omitted;
  return at === undefined ? undefined : utterance.antecedentAt(at, ORGANIZATION)?.by;
}

/** The offices that a statement gives to a group; two subjects, or two objects, stay separate. */
function officesIn(
  utterance: Utterance,
  { statement: { subjects, objects, complements }, role }: Argument,
  group: NounGroup,
): readonly (Office | 'other')[] {
  const linked = complements.flatMap(({ group: each, roles }) =>
    each.kind === 'noun' && LINKS.some((link) => roles.has(link)) ? [each] : [],
  );
  const others = [role === 'subject' ? [] : subjects, role === 'object' && subjects.length > 0 ? [] : objects, linked];
  return others.flat().flatMap((each) => (each === group ? [] : (officeOf(utterance, each) ?? [])));
}

/** Roles of prepositions before an office of the statement's subject: "as", "at the helm". */
const LINKS = ['as', 'in', 'on', 'to', 'of', 'for'];

/** "was elected to Parliament", "took office as minister": an office other than that of the head. */
function hasOtherPost(utterance: Utterance, { first, next, complements }: Statement, isOfHead: boolean): boolean {
  const { others, otherOffices } = headWordsOf(utterance.lang);
  const words = utterance.words.slice(first, next);
  if (others.isIn(words) || otherOffices.isIn(words)) return true;
  const posts = complements.flatMap(({ roles, group }) =>
    group.kind === 'noun' && (roles.has('as') || roles.has('to')) ? [group] : [],
  );
  return !isOfHead && posts.some((each) => !officeOf(utterance, each) && !utterance.own(each, ORGANIZATION));
}

/** The dates of a statement, with their roles. Dates that belong to nouns without an office do not count. */
function datesIn(utterance: Utterance, statement: Statement): readonly RoledDate[] {
  const { kind, verb, subjects, objects, complements } = statement;
  const { seats, titles } = headWordsOf(utterance.lang);
  const { tokens } = utterance.reading.sentence;
  // "who led it through its transition, died on 5 January 2024": after a comma the main clause continues.
  const comma = tokens.findIndex(({ folded }, i) => folded === ',' && i >= (verb?.next ?? Infinity));
  const end = kind === 'main' || comma < 0 ? Infinity : comma + 1;
  const own = complements.flatMap(({ group, roles, first }) =>
    group.kind === 'date' && first <= end ? [{ date: group, roles }] : [],
  );
  const nouns = complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []));
  const ofNouns = [...subjects, ...objects, ...nouns].flatMap((group) =>
    seats.isIn(group.words) || titles.isIn(group.words) || group.named.length > 0 ? datesAt(utterance, group) : [],
  );
  return [...own, ...ofNouns].filter((each, i, all) => all.findIndex(({ date }) => each.date === date) === i);
}

/** The dates in a group, in brackets or after "of", and those directly after it: "Director General since 2021". */
function datesAt(utterance: Utterance, group: NounGroup): readonly RoledDate[] {
  const { tokens } = utterance.reading.sentence;
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: date, roles, first }) =>
      date.kind === 'date' && first === group.end && (roles.has('since') || date.isSpan) ? [{ date, roles }] : [],
    );
  const own = [...withOwners(group)].flatMap(({ dates }) => dates);
  const rolesAt = (i: number) => (tokens[i] && utterance.grammar.rolesOf(tokens[i])) ?? NO_ROLES;
  return [...attached, ...own.map((date) => ({ date, roles: rolesAt(date.first - 1) }))];
}

/** "| William Lacy Swing | United States | 2008–2018 |": the only years of a row with no other name. */
function yearsOfRow({ site, reading: { nodes, groups } }: Utterance, person: NounGroup): readonly RoledDate[] {
  if (site.block.kind !== 'table-row' || nodes.some(({ kind }) => kind === 'verb')) return [];
  const dates = nodes.filter((node) => node.kind === 'date');
  const isAlone = groups.every((each) => each === person || each.named.length === 0);
  return isAlone && dates.length === 1 ? [{ date: dates[0]!, roles: NO_ROLES }] : [];
}

/** The roles of a date without a preposition. */
const NO_ROLES: ReadonlySet<string> = new Set();

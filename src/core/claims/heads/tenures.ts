import type { DateGroup, NounGroup } from '../../reading/nodes';
import { agentsOf, themesOf, withOwners, type Statement } from '../../reading/statement';
import { takenUp } from '../events/things';
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
  /** None in a row of a table. */
  readonly office: Office | undefined;
  readonly statement: Statement | undefined;
  readonly dates: readonly DateGroup[];
}

/** Whether the text says that the office is that of the head: by the body, or by a title that only the head has. */
export function isStated({ office }: Tenure): boolean {
  return office !== undefined && isClear(office);
}

/** The statements of a sentence about a person's office: by a verb, or by a post next to the name. */
export function tenuresOf(utterance: Utterance, person: Person): readonly Tenure[] {
  const { group } = person;
  const tenures = utterance.argumentsOf(group).flatMap((argument) => ofVerb(utterance, person, argument) ?? []);
  const office = postOf(utterance, group);
  if (!office) return tenures;
  const around = [...utterance.argumentsOf(office.group), ...utterance.argumentsOf(group)]
    .map(({ statement }) => statement)
    .filter(({ kind }) => kind !== 'apposition');
  const statement = around.find(({ kind }) => kind === 'main') ?? around[0];
  const dates = [...new Set([group, office.group])].flatMap((each) => datesAt(utterance, each));
  return [...tenures, { person, kind: 'post', office, statement, dates }];
}

/** "X heads IOM", "X was Director General", "IOM was led by X", "X took office". */
function ofVerb(utterance: Utterance, person: Person, argument: Argument): Tenure | undefined {
  const { statement, role, complement, top } = argument;
  const { verb } = statement;
  if (!verb || top !== person.group) return undefined;
  const offices = officesIn(utterance, argument);
  if (offices.includes('other')) return undefined;
  const own = offices.filter((each) => each !== 'other');
  const office = own.find(isClear) ?? own[0];
  const dates = datesIn(utterance, statement);
  const words = headWordsOf(utterance.lang);
  const is = (list: 'lead' | 'hold' | 'start'): boolean => isVerbOf(words[list], verb, utterance.reading);
  const led = is('lead') ? ledBy(utterance, statement, top) : undefined;
  if (led) {
    const of = { ...(office ?? { kind: 'verb', group: top, first: verb.first, next: verb.next }), of: led } as const;
    return { person, kind: 'hold', office: of, statement, dates };
  }
  if (!office) return undefined;
  const isStart = is('start') && role !== 'complement';
  const isHeld = (is('hold') || utterance.grammar.isVerbOf(verb, 'copula')) && (isClear(office) || dates.length > 0);
  const isArgument = role !== 'complement' || complement!.roles.has('by');
  const kind = isStart ? 'start' : isHeld && isArgument ? 'hold' : undefined;
  return kind && { person, kind, office, statement, dates };
}

/** How a statement refers to the organization that a person leads. */
function ledBy(utterance: Utterance, statement: Statement, person: NounGroup): 'name' | 'reference' | undefined {
  const { grammar } = utterance;
  if (!agentsOf(statement, grammar).includes(person)) return undefined;
  for (const theme of themesOf(statement, grammar)) {
    const own = theme === person ? undefined : utterance.own(theme, ORGANIZATION, statement);
    if (own && !utterance.isLocal(theme, statement)) return own.by;
  }
  // "William Lacy Swing la dirige", "Está dirigida por Amy Pope"
  return takenUp(utterance, statement, ORGANIZATION)?.by;
}

/** The offices that a statement gives to a person; two subjects, or two objects, stay separate. */
function officesIn(
  utterance: Utterance,
  { statement: { subjects, objects, complements }, role, top }: Argument,
): readonly (Office | 'other')[] {
  const linked = complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && LINKS.some((link) => roles.has(link)) ? [group] : [],
  );
  const others = [role === 'subject' ? [] : subjects, role === 'object' && subjects.length > 0 ? [] : objects, linked];
  return others.flat().flatMap((each) => (each === top ? [] : (officeOf(utterance, each) ?? [])));
}

/** Roles of prepositions before an office of the statement's subject: "as", "at the helm". */
const LINKS = ['as', 'in', 'on', 'to', 'of', 'for'];

/** The dates of a statement. Those that belong to nouns without an office do not count. */
function datesIn(
  utterance: Utterance,
  { kind, verb, subjects, objects, complements }: Statement,
): readonly DateGroup[] {
  const { seats, titles } = headWordsOf(utterance.lang);
  const isOffice = ({ words, named }: NounGroup): boolean =>
    seats.isIn(words) || titles.isIn(words) || named.length > 0;
  // "who led it through its transition, died on 5 January 2024": after a comma the main clause continues.
  const { tokens } = utterance.reading.sentence;
  const comma = tokens.findIndex(({ folded }, i) => folded === ',' && i >= (verb?.next ?? Infinity));
  const end = kind === 'main' || comma < 0 ? Infinity : comma + 1;
  const dates = [...subjects, ...objects, ...complements.map(({ group }) => group)].flatMap((group) =>
    group.kind !== 'date' ? (isOffice(group) ? datesAt(utterance, group) : []) : group.first <= end + 1 ? [group] : [],
  );
  return [...new Set(dates)];
}

/** The dates in a group, in brackets or after "of", and those directly after it: "Director General since 2021". */
function datesAt(utterance: Utterance, group: NounGroup): readonly DateGroup[] {
  const after = utterance
    .attachedTo(group)
    .flatMap(({ group: date, first }) => (date.kind === 'date' && first === group.end ? [date] : []));
  return [...after, ...[...withOwners(group)].flatMap(({ dates }) => dates)];
}

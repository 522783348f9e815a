import type { DateGroup, NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import { isVerbOf } from '../field';
import type { Argument, Utterance } from '../utterance';
import { headWordsOf } from './headWords';
import { isClear, officeOf, postOf, type Office } from './offices';
import type { Person } from './people';

/** A statement about a person's office as head. */
export interface Tenure {
  readonly person: Person;
  /** Whether the person holds it, in passing (`post`) or in the predicate (`hold`), or begins to. */
  readonly kind: 'post' | 'hold' | 'start';
  readonly office: Office;
  readonly statement: Statement | undefined;
  readonly dates: readonly DateGroup[];
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

/** "X is Director General", "X took office". */
function ofVerb(utterance: Utterance, person: Person, { statement, role, top }: Argument): Tenure | undefined {
  const { verb } = statement;
  if (top !== person.group || role === 'complement') return undefined;
  const isStart = isVerbOf(headWordsOf(utterance.lang).start, verb, utterance.reading);
  if (!isStart && !utterance.grammar.isVerbOf(verb, 'copula')) return undefined;
  const offices = groupsOf(statement).flatMap((each) => (each === top ? [] : (officeOf(utterance, each) ?? [])));
  const own = offices.flatMap((each) => (each === 'other' ? [] : [each]));
  const office = own.find(isClear) ?? own[0];
  if (!office || own.length < offices.length || !(isStart || isClear(office))) return undefined;
  return { person, kind: isStart ? 'start' : 'hold', office, statement, dates: datesIn(utterance, statement) };
}

function groupsOf({ subjects, objects, complements }: Statement): readonly NounGroup[] {
  return [...subjects, ...objects, ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []))];
}

/** The dates of a statement. Those that belong to nouns without an office do not count. */
function datesIn(utterance: Utterance, statement: Statement): readonly DateGroup[] {
  const own = statement.complements.flatMap(({ group }) => (group.kind === 'date' ? [group] : []));
  const isOffice = (group: NounGroup): boolean => group.named.length > 0 || officeOf(utterance, group) !== undefined;
  const attached = groupsOf(statement).flatMap((group) => (isOffice(group) ? datesAt(utterance, group) : []));
  return [...new Set([...own, ...attached])];
}

/** The dates in a group, in brackets or after "of", and those directly after it: "Director General since 2021". */
function datesAt(utterance: Utterance, group: NounGroup): readonly DateGroup[] {
  const after = utterance
    .attachedTo(group)
    .flatMap(({ group: date, first }) => (date.kind === 'date' && first === group.end ? [date] : []));
  return [...after, ...[...withOwners(group)].flatMap(({ dates }) => dates)];
}

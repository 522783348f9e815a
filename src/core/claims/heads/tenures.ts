import type { NounGroup, Range } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { agentsOf, themesOf, type Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { takenUp } from '../events/things';
import { isVerbOf } from '../field';
import type { Argument } from '../arguments';
import type { Utterance } from '../utterance';
import { ORGANIZATION, headWordsOf, isClear, officeOf, postOf, type Office } from './offices';

/** A head whom a noun group names; the range is that of the name. */
export interface Person extends Range {
  readonly group: NounGroup;
  readonly head: Fact;
}

/** A statement about a person's office as head. */
export interface Tenure {
  readonly person: Person;
  /** Whether the person holds it in passing, or in the predicate. */
  readonly kind: 'post' | 'hold';
  readonly office: Office;
  readonly statement: Statement | undefined;
}

/** The statements of a sentence about a person's office: by a verb, or by a title next to the name. */
export function tenuresOf(utterance: Utterance, person: Person): readonly Tenure[] {
  const { group } = person;
  const tenures = utterance.argumentsOf(group).flatMap((argument) => ofVerb(utterance, person, argument) ?? []);
  const office = postOf(utterance, group);
  if (!office) return tenures;
  const around = [...utterance.argumentsOf(office.group), ...utterance.argumentsOf(group)]
    .map(({ statement }) => statement)
    .filter(({ kind }) => kind !== 'apposition');
  return [
    ...tenures,
    { person, kind: 'post', office, statement: around.find(({ kind }) => kind === 'main') ?? around[0] },
  ];
}

/** The heads whom a sentence names, one in each noun group. */
export function headsIn(reading: Reading, heads: readonly Fact[]): readonly Person[] {
  return reading.groups.flatMap((group) =>
    group.named
      .flatMap(({ first, next, mention }) => {
        const head = heads.find((fact) => personOf(fact) === mention.terms[0]!.entry.concept.id);
        return head ? [{ group, first, next, head }] : [];
      })
      .slice(0, 1),
  );
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
export function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}

/** "X is Director General", "IOM is led by X". */
function ofVerb(utterance: Utterance, person: Person, { statement, role, top }: Argument): Tenure | undefined {
  const { grammar, lang, reading } = utterance;
  const { verb, subjects, objects, complements } = statement;
  if (!verb || top !== person.group) return undefined;
  const { lead } = headWordsOf(lang);
  if (isVerbOf(lead, verb, reading) && agentsOf(statement, grammar).includes(top)) {
    const [theme] = themesOf(statement, grammar).flatMap((each) => utterance.own(each, ORGANIZATION, statement) ?? []);
    const led = theme ?? takenUp(utterance, statement, ORGANIZATION);
    const office = led && { group: top, first: verb.first, next: verb.next, of: led.by, isTitle: false };
    return office && { person, kind: 'hold', office, statement };
  }
  if (!grammar.isVerbOf(verb, 'copula') || role === 'complement') return undefined;
  const offices = [...subjects, ...objects, ...complements.map(({ group }) => group)].flatMap((group) =>
    group === top || group.kind === 'date' ? [] : (officeOf(utterance, group) ?? []),
  );
  const own = offices.flatMap((each) => (each === 'other' ? [] : [each]));
  const office = own.find(isClear) ?? own[0];
  const isOwn = office !== undefined && own.length === offices.length && isClear(office);
  return isOwn ? { person, kind: 'hold', office, statement } : undefined;
}

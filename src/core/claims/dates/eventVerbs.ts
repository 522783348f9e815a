import type { OwnReferent } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import { agentsOf, subjectsOf, themesOf, withOwners, type Statement } from '../../reading/statement';
import { isNounOf, isVerbOf } from '../field';
import type { DateRelation } from '../relation';
import type { Utterance } from '../utterance';
import { ofThing } from '../things';

/** The participant of the statement's verb that has the role of the relation's subject. */
export function subjectOfVerb(
  utterance: Utterance,
  statement: Statement,
  relation: DateRelation,
): OwnReferent | undefined {
  const { grammar, reading } = utterance;
  const { verb } = statement;
  if (!verb) return undefined;
  const ofGroup = (group: NounGroup): OwnReferent | undefined => {
    // "The first session of the Forum was held".
    if (relation.of.size === 0 && relation.file.series && isNounOf(relation.field.nouns, group)) {
      const owner = utterance.ownerOf(group, relation);
      const host = owner === undefined ? utterance.hostOf(group) : undefined;
      return owner === 'other'
        ? undefined
        : (owner ??
            (host && utterance.own(host, relation)) ??
            (group.ordinal && group.owners.length === 0 ? utterance.antecedentAt(group.first, relation) : undefined));
    }
    if (relation.of.size === 0) {
      return utterance.isLocal(group, statement) ? undefined : utterance.own(group, relation, statement);
    }
    return ofThing(utterance, group, relation);
  };
  if (relation.joiner.size > 0) return undefined;
  const isTheme = isVerbOf(relation.field.theme, verb, reading);
  const isAgent = isVerbOf(relation.field.agent, verb, reading);
  const isOfObject = relation.objects.size > 0 && relation.field.agent.size === 0 && relation.field.theme.size === 0;
  if (!isTheme && !isAgent && !isOfObject) return undefined;
  // "was born with its present name": the owner of the new name.
  if (
    relation.of.size === 0 &&
    statement.complements.some(
      ({ roles, group }) =>
        roles.has('with') && group.kind === 'noun' && group.words.some((word) => grammar.isNoun(word, 'name')),
    )
  )
    return undefined;
  // "began to transport": the infinitive denotes what began.
  if (
    reading.statements.some(
      (other) => other.verb?.form === 'infinitive' && other.first >= verb.next - 1 && other.first <= verb.next + 1,
    )
  )
    return undefined;
  if (isTheme) {
    if (
      relation.agents.size > 0 &&
      agentsOf(statement, grammar).some((agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation))
    )
      return undefined;
    const themes = themesOf(statement, grammar);
    // "the Declaration and the Agenda, adopted in 2015": the sentence leaves open which of them.
    if (
      themes.length > 1 &&
      themes === statement.subjects &&
      verb.passive === undefined &&
      themes.some((group) => ofGroup(group) === undefined)
    )
      return undefined;
    for (const group of themes) {
      const own = ofGroup(group);
      if (own) return own;
    }
    if (verb.clitic && relation.of.size === 0) return utterance.antecedentAt(verb.clitic.first, relation);
  }
  if (isAgent && objectIsWanted(statement, relation)) {
    for (const group of subjectsOf(statement, grammar)) {
      const own = ofGroup(group);
      if (own) return own;
    }
    if (relation.of.size > 0) return undefined;
  }
  // "was granted observer status", "holds observer status since": the object is evidence for the relation.
  if (isOfObject && objectIsWanted(statement, relation)) {
    for (const group of [...statement.subjects, ...(statement.verb?.passive ? [] : agentsOf(statement, grammar))])
      for (const each of withOwners(group)) {
        const own = utterance.own(each, relation, statement);
        if (own) return own;
      }
    // "granted IOM observer status", "otorgó a la OIM la calidad de observadora": the recipient.
    const given = statement.complements.flatMap(({ group, roles, after }) =>
      group.kind === 'noun' &&
      (roles.has('to') || (roles.has('in') && grammar.lang !== 'en')) &&
      !(after && relation.objects.isIn(after.words) && grammar.lang !== 'en')
        ? [group]
        : [],
    );
    for (const group of [...given, ...statement.objects]) {
      const own =
        utterance.own(group, relation) ??
        (relation.objects.isIn(group.words) ? utterance.nameIn(group, relation) : undefined);
      if (own) return own;
    }
    if (verb.clitic) return utterance.antecedentAt(verb.clitic.first, relation);
    if (statement.omitsSubject && grammar.omitsSubjects) return utterance.antecedentAt(verb.first, relation);
  }
  return undefined;
}

/** Whether a group is an agent of the event: a body, or many governments. A single government has acts of its own. */
export function mayAct(
  utterance: Utterance,
  agent: NounGroup,
  { agents, manyAgents }: Pick<DateRelation, 'agents' | 'manyAgents'>,
): boolean {
  return [...(agent.isProper ? [agent] : withOwners(agent))].some((group) => {
    if (agents.isIn(group.words)) return true;
    return manyAgents.isIn(group.words) && (group.quantity !== undefined || isSeveral(utterance, group));
  });
}

/** Whether a group denotes several things. */
export function isSeveral(
  {
    grammar,
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  { head }: NounGroup,
): boolean {
  return head >= 0 && grammar.isPlural(tokens[head]!);
}

function objectIsWanted(statement: Statement, relation: DateRelation): boolean {
  if (relation.objects.size === 0) return true;
  // "In 1996 IOM was outside the system": the complement of "outside" does not count.
  const inside = statement.complements.flatMap(({ group, roles }) => (roles.has('other') ? [] : [group]));
  const own = [...statement.subjects, ...statement.objects, ...inside];
  return own.some(
    (top) =>
      top.kind === 'noun' &&
      [...withOwners(top)].some((group) => group.quantity === undefined && relation.objects.isIn(group.words)),
  );
}

/** The date that a statement gives for its verb, and not for a noun; neither only its earliest nor its latest date. */
export function dateOfVerb(relation: DateRelation, statement: Statement): DateGroup | undefined {
  const dates = statement.complements.flatMap(({ group, roles, after }) => {
    if (group.kind !== 'date') return [];
    // "surgió del Grupo de abril de 2003": the date of its predecessor.
    if (roles.has('of') && roles.size === 1 && !group.isSpan) return [];
    if (roles.has('until') || roles.has('before') || roles.has('after') || (roles.has('for') && !relation.file.series))
      return [];
    // "Twelve years after its foundation in 2006 it was replaced": the date belongs to the noun of the adverbial.
    const isOfNoun =
      after !== undefined &&
      !after.isProper &&
      (after.possessive !== undefined || after.owners.length > 0) &&
      statement.complements.some((other) => other.group === after && !other.roles.has('in') && !other.roles.has('by'));
    return isOfNoun ? [] : [group];
  });
  const ofYear = dates.filter((date) => date.from.year !== undefined);
  // "1989. On 14 October …", "10 December 2018. … On 19 December …": the day within an entry, not its opening date.
  const ownDay =
    ofYear[0]?.first === 0 && ofYear[0].from.day !== undefined
      ? dates.find(({ from, first }) => first > 0 && from.day !== undefined && from.year === undefined)
      : undefined;
  return (
    ownDay ??
    (ofYear[0]?.first === 0
      ? ofYear.find((date) => date.from.day !== undefined && date.from.year === ofYear[0]!.from.year)
      : undefined) ??
    ofYear[0] ??
    dates[0]
  );
}

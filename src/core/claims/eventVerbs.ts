import type { OwnReferent } from '../reading/naming';
import type { DateGroup, NounGroup } from '../reading/nodes';
import { agentsOf, gatheringOf, subjectsOf, themesOf, withOwners, type Statement } from '../reading/statement';
import { isNounOf, isVerbOf } from './field';
import type { DateRelation } from './relation';
import type { Utterance } from './utterance';
import { nameAs, ofThing, ofThingBefore } from './things';
import { isTimeWord } from './time';

/** The participant of the statement's verb that has the role of the relation's subject. */
export function subjectOfVerb(
  utterance: Utterance,
  statement: Statement,
  relation: DateRelation,
): OwnReferent | undefined {
  const { grammar, reading } = utterance;
  const { verb } = statement;
  if (!verb) return memberInApposition(utterance, statement, relation);
  const ofGroup = (group: NounGroup): OwnReferent | undefined => {
    // "Le premier ayant eu lieu en 2021": a bare ordinal refers back to the series.
    if (relation.file.series && relation.of.size === 0 && group.ordinal && group.words.length === 1)
      return utterance.antecedentAt(group.first, relation);
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
  if (relation.joiner.size > 0)
    return isVerbOf(relation.field.theme, verb, reading) ? ofMember(utterance, statement, relation) : undefined;
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
    // "The office was born in 1951 as PICMME": the name at that time identifies the subject.
    const called = relation.of.size === 0 ? nameAs(utterance, statement, relation) : undefined;
    if (called) return called;
    if (statement.kind === 'participial' && themes.length === 0 && relation.of.size === 0) {
      const described = utterance.describedBy(relation);
      if (described) return described;
    }
    // "a souscrit au Pacte", "gave its blessing to the Compact"
    if (themes.length === 0 || isVerbPhrase(relation, verb.lemmas))
      for (const { group, roles } of statement.complements)
        if (group.kind === 'noun' && (roles.has('to') || (roles.has('in') && grammar.lang !== 'en'))) {
          const own = ofGroup(group);
          if (own) return own;
        }
    if (statement.omitsSubject && grammar.omitsSubjects && statement.objects.length === 0)
      return relation.of.size > 0
        ? ofThingBefore(utterance, 'omitted', relation)
        : utterance.antecedentAt(verb.first, relation);
    if (verb.clitic && relation.of.size === 0) return utterance.antecedentAt(verb.clitic.first, relation);
  }
  if (isAgent && objectIsWanted(statement, relation)) {
    for (const group of subjectsOf(statement, grammar)) {
      const own = ofGroup(group);
      if (own) return own;
    }
    if (relation.of.size > 0)
      return statement.omitsSubject && grammar.omitsSubjects
        ? ofThingBefore(utterance, 'omitted', relation)
        : undefined;
    for (const group of agentsOf(statement, grammar)) {
      const own = utterance.own(group, relation);
      if (own) return own;
    }
    if (statement.omitsSubject && grammar.omitsSubjects && subjectsOf(statement, grammar).length === 0)
      return utterance.antecedentAt(verb.first, relation);
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

/** "China joined IOM", "China was admitted to IOM", "France withdrew from ICEM": the body joined or left. */
function ofMember(
  utterance: Utterance,
  { subjects, objects, complements }: Statement,
  relation: DateRelation,
): OwnReferent | undefined {
  if (
    !subjects.some(
      (group) =>
        group.words.length > 0 &&
        group.owners.length === 0 &&
        relation.joiner.lengthAt(group.words, 0) === group.words.length,
    )
  )
    return undefined;
  const joined = complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && ['to', 'in', 'of', 'from'].some((role) => roles.has(role)) ? [group] : [],
  );
  // "joined IOM and UNHCR in a meeting", "withdrew its offer to IOM"
  if (objects.length > 1 || (objects.length === 1 && objects[0]!.possessive !== undefined)) return undefined;
  // "became a member of IOM"
  const whole = objects.flatMap((group) =>
    group.quantity === undefined && group.determiner !== 'definite' && group.words.length === 1 ? group.owners : [],
  );
  return [...objects, ...whole, ...(objects.length === 0 || whole.length > 0 ? joined : [])]
    .map((group) => utterance.own(group, relation))
    .find((own) => own !== undefined);
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

/** Whether the relation lists one of the verbs with a noun of its own: "give its blessing". */
function isVerbPhrase({ field }: DateRelation, lemmas: readonly string[]): boolean {
  return lemmas.some((lemma) => field.theme.get(lemma).some((phrase) => phrase.length > 1));
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
export function dateOfVerb(utterance: Utterance, relation: DateRelation, statement: Statement): DateGroup | undefined {
  const dates = statement.complements.flatMap(({ group, roles, after }) => {
    // "endorsed by resolution 73/195 of 19 December 2018": the day of the resolution is that of the act.
    const isMeans = ['by', 'in', 'through'].some((role) => roles.has(role));
    if (group.kind !== 'date')
      return isTimeWord(group, utterance) || (isMeans && isResolution(group)) ? group.dates : [];
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
  // "Meeting in Venice in October 1953, delegates adopted the Constitution"
  if (dates.length === 0)
    for (const { group, roles } of gatheringOf(statement, utterance.reading.statements, utterance.grammar))
      if (group.kind === 'date' && !group.isSpan && !roles.has('since') && !roles.has('after')) dates.push(group);
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

/** "IOM, a related organization of the United Nations since 2016": an apposition says what its host is. */
function memberInApposition(
  utterance: Utterance,
  { kind, subjects: [host], objects, complements }: Statement,
  relation: DateRelation,
): OwnReferent | undefined {
  const isBeing = [...utterance.grammar.beLemmas].some((lemma) => relation.field.agent.get(lemma).length > 0);
  const isMember = objects.some(({ words }) => relation.objects.isIn(words));
  const isSince = complements.some(({ group, roles }) => group.kind === 'date' && roles.has('since'));
  return kind === 'apposition' && isBeing && isMember && isSince ? utterance.own(host, relation) : undefined;
}

/** "resolution 73/195" */
function isResolution({ words }: NounGroup): boolean {
  return words.some(
    (word, i) => word === '/' && [words[i - 1], words[i + 1]].every((each) => /^\d+$/.test(each ?? '')),
  );
}

import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isHappening, nounsOf, themesOf, withOwners, type Statement } from '../../reading/statement';
import { bearerOf } from '../field';
import type { Records } from '../records';
import type { EventRelation } from '../relation';
import { isOfElse } from '../time';
import type { Utterance } from '../utterance';
import { knownByDay, verbRole } from './knownByDay';
import { ofThing, takenUp } from './things';

/** An event of a relation that a sentence reports, by a verb or by a noun. */
export interface Stated {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
  /** The noun that denotes the event, where it is not a verb. */
  readonly group: NounGroup | undefined;
}

/**
 * The events of a relation that the sentence reports, with the values that their statements give: by verbs or by a day,
 * else by a noun. `dated` is the property with the date of the event.
 */
export function eventsIn<V extends object>(
  utterance: Utterance,
  relation: EventRelation,
  records: Records,
  dated: string | undefined,
  valueIn: (statement: Statement) => V | undefined,
  ofNoun: (group: NounGroup) => (Stated & V) | undefined,
): readonly (Stated & V)[] {
  const { statements, groups } = utterance.reading;
  const isNamed = relation.objects.size === 0 || relation.objects.isIn(utterance.words);
  if (!isNamed) utterance.setAside('no-object');
  if (!isNamed && relation.of.size === 0) return [];
  const byVerbs = statements.flatMap((statement): readonly (Stated & V)[] => {
    const value = valueIn(statement);
    const stated = value && isNamed ? statedByVerb(utterance, statement, relation) : undefined;
    const subject = stated ?? (value && dated ? knownByDay(utterance, statement, relation, dated, records) : undefined);
    return value && subject ? [{ subject, statement, group: undefined, ...value }] : [];
  });
  const found = byVerbs.length > 0 || !isNamed ? byVerbs : groups.flatMap((group) => ofNoun(group) ?? []).slice(0, 1);
  return found.filter(({ statement, group }) => !isOfElse(utterance, relation, statement, group));
}

/** The event that a statement reports by its verb: "IOM was founded", "it holds observer status". */
function statedByVerb(utterance: Utterance, statement: Statement, relation: EventRelation): OwnReferent | undefined {
  const { verb } = statement;
  const role = verbRole(utterance, statement, relation);
  const isByObject = relation.objects.size > 0 && relation.field.agent.size + relation.field.theme.size === 0;
  if (!verb || (!role && !isByObject) || isOfOther(utterance, statement, relation)) return undefined;
  if (role !== 'theme' && !hasObject(statement, relation)) return utterance.setAside('no-object');
  return role ? participantOf(utterance, statement, relation, role) : recipientOf(utterance, statement, relation);
}

/** The participant of a verb that is the subject of the relation, or owns the thing that undergoes the event. */
function participantOf(
  utterance: Utterance,
  statement: Statement,
  relation: EventRelation,
  role: 'theme' | 'agent',
): OwnReferent | undefined {
  const { verb, subjects, objects } = statement;
  const { grammar } = utterance;
  // "The Group was replaced by the Network", while "IOM was integrated into the UN system".
  const isAgent =
    (!verb!.passive && verb!.form !== 'participle') ||
    relation.objects.size > 0 ||
    grammar.isVerbOf(verb, 'intransitive');
  const agents = isAgent ? subjects : agentsOf(statement, grammar);
  const groups = role === 'theme' ? themesOf(statement, grammar) : agents;
  const own = groups.map((group) => subjectIn(utterance, group, statement, relation));
  const found = own.find((each) => each !== undefined);
  // The sentence leaves open which of them: "the Declaration and the Agenda, adopted in 2015".
  const isOpen = role === 'theme' && verb!.passive === undefined && groups === subjects && own.includes(undefined);
  if (isOpen) return utterance.setAside('open-subject');
  if (found || relation.of.size > 0) return found;
  return objects.length === 0 ? takenUp(utterance, statement, relation) : undefined;
}

function subjectIn(
  utterance: Utterance,
  group: NounGroup,
  statement: Statement,
  relation: EventRelation,
): OwnReferent | undefined {
  if (relation.of.size > 0) return ofThing(utterance, group, relation);
  // A session of the series that was named last: "The first session of the Forum was held", "The second was held".
  const { series } = relation.file;
  const isBare = series && group.ordinal !== undefined && group.words.length === 1;
  if (!isBare && !(series && relation.field.nouns.isIn(group.words)))
    return utterance.isLocal(group, statement)
      ? utterance.setAside('local-part')
      : utterance.own(group, relation, statement);
  const owner = utterance.ownerOf(group, relation);
  const host = owner === undefined ? utterance.hostOf(group) : undefined;
  if (owner === 'other') return utterance.setAside('other-owner');
  return (
    owner ??
    (host && utterance.own(host, relation)) ??
    (group.ordinal && group.owners.length === 0 ? utterance.antecedentAt(group.first, relation) : undefined)
  );
}

/** "was granted observer status", "otorgó a la OIM la calidad de observadora": the object is the evidence. */
function recipientOf(utterance: Utterance, statement: Statement, relation: EventRelation): OwnReferent | undefined {
  const { grammar } = utterance;
  const { subjects, objects, complements } = statement;
  // A preposition of place introduces the recipient as well: "a la OIM", "à l'OIM".
  const isTo = (role: string): boolean => role === 'to' || (role === 'in' && !grammar.has('headLast'));
  const given = complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && [...roles].some(isTo) ? [group] : [],
  );
  const own = [...subjects.flatMap((each) => [...withOwners(each)]), ...given, ...objects]
    // "became an IOM observer": its observers are not it.
    .filter(({ determiner }) => determiner !== 'indefinite')
    .map((group) => utterance.own(group, relation, statement) ?? utterance.nameIn(group, relation))
    .find(Boolean);
  return own ?? takenUp(utterance, statement, relation);
}

/** Whether the verb has another agent, or another patient or occasion than the relation. */
function isOfOther(utterance: Utterance, statement: Statement, relation: EventRelation): boolean {
  const { grammar } = utterance;
  const isOthers =
    relation.agents.size > 0 &&
    agentsOf(statement, grammar).some(
      (agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation) && !utterance.own(agent, relation),
    );
  // Another edition than that of the relation: "met for the eleventh time".
  const isOtherEdition =
    relation.objects.size > 0 &&
    nounsOf(statement).some(
      ({ ordinal, words }) =>
        ordinal !== undefined &&
        words.some((word) => grammar.isNoun(word, 'occasion') || relation.field.nouns.get(word).length > 0) &&
        !relation.objects.isIn(words),
    );
  if (isOthers) utterance.setAside('other-agent');
  if (isOtherEdition) utterance.setAside('other-edition');
  return isOthers || isOtherEdition;
}

/** Whether a group is an agent of the event: a body, or many governments. A single government has acts of its own. */
function mayAct(utterance: Utterance, agent: NounGroup, { agents, manyAgents }: EventRelation): boolean {
  return [...(agent.isProper ? [agent] : withOwners(agent))].some(
    (group) =>
      agents.isIn(group.words) ||
      (manyAgents.isIn(group.words) && (group.quantity !== undefined || isSeveral(utterance, group))),
  );
}

function isSeveral({ grammar, reading }: Utterance, { head }: NounGroup): boolean {
  return head >= 0 && grammar.isPlural(reading.sentence.tokens[head]!);
}

/** Whether a statement names an object of the relation; the complement of "outside" does not count. */
export function hasObject({ subjects, objects, complements }: Statement, relation: EventRelation): boolean {
  if (relation.objects.size === 0) return true;
  const inside = complements.flatMap(({ group, roles }) =>
    roles.has('other') || group.kind !== 'noun' ? [] : [group],
  );
  return [...subjects, ...objects, ...inside].some((top) =>
    [...withOwners(top)].some((group) => group.quantity === undefined && relation.objects.isIn(group.words)),
  );
}

/** The events that a noun denotes: "its foundation", "the founding of IOM", "the seat of the Network". */
export function statedByNoun(utterance: Utterance, group: NounGroup, relation: EventRelation): readonly Stated[] {
  const bearer = bearerOf(relation.field.nouns, group, utterance);
  // Observers at IOM, not IOM as an observer: "the eight observers of IOM".
  const isOfMany =
    relation.objects.size > 0 && bearer && [bearer, ...bearer.owners].some((each) => isSeveral(utterance, each));
  if (!bearer || isOfMany) return [];
  const owner =
    relation.of.size > 0
      ? (ofThing(utterance, bearer, relation) ?? ofThing(utterance, group, relation) ?? 'other')
      : utterance.ownerOf(bearer, relation);
  if (owner === 'other') return utterance.setAside('other-owner') ?? [];
  const found = utterance.argumentsOf(group).flatMap(({ statement, role, top, complement }): readonly Stated[] => {
    if (top !== group && !top.owners.includes(group)) return [];
    const { verb, kind } = statement;
    const isHaving = utterance.grammar.isVerbOf(verb, 'having');
    // The noun may be what its owner has: "IOM has its seat in", "IOM (headquarters in Vienna)".
    const isWith = complement?.roles.has('with') === true;
    const subject =
      owner ??
      (isHaving || isWith ? utterance.subjectOf(statement, relation) : undefined) ??
      (kind === 'apposition' && role === 'object' ? utterance.own(statement.subjects[0], relation) : undefined);
    return subject && subject !== 'other' ? [{ subject, statement, group }] : [];
  });
  return found.length === 0 && owner ? [{ subject: owner, statement: undefined, group }] : found;
}

/** Whether a statement says when or where its subject or object takes place: "its foundation dates from 1951". */
export function isLinking({ grammar }: Utterance, statement: Statement, group: NounGroup): boolean {
  const { verb, subjects, objects, kind } = statement;
  if (verb === undefined) return kind === 'fragment' || subjects.includes(group) || objects.includes(group);
  if (subjects.includes(group)) return isHappening(statement, grammar);
  return objects.includes(group) && grammar.isVerbOf(verb, 'witnessing', 'having');
}

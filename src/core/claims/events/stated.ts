import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isHappening, themesOf, withOwners, type Statement } from '../../reading/statement';
import { bearerOf, isNounOf, isVerbOf } from '../field';
import type { EventRelation } from '../relation';
import type { Utterance } from '../utterance';
import { ofThing, ofThingOwned } from './things';

/** An event of a relation that a sentence reports, by a verb or by a noun. */
export interface Stated {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
  /** The noun that denotes the event, where it is not a verb. */
  readonly group: NounGroup | undefined;
}

/** Whether a verb of the statement is one of the relation, of which the subject is the theme or the agent. */
export function verbRole(
  { reading }: Utterance,
  { verb }: Statement,
  { field }: EventRelation,
): 'theme' | 'agent' | undefined {
  return isVerbOf(field.theme, verb, reading) ? 'theme' : isVerbOf(field.agent, verb, reading) ? 'agent' : undefined;
}

/** The event that a statement reports by its verb: "IOM was founded", "it holds observer status". */
export function statedByVerb(utterance: Utterance, statement: Statement, relation: EventRelation): Stated | undefined {
  const { verb } = statement;
  const role = verbRole(utterance, statement, relation);
  const isByObject = relation.objects.size > 0 && relation.field.agent.size + relation.field.theme.size === 0;
  if (!verb || (!role && !isByObject) || isOfElse(utterance, statement, relation)) return undefined;
  if (role !== 'theme' && !hasObject(statement, relation)) return undefined;
  const subject = isByObject
    ? recipientOf(utterance, statement, relation)
    : participantOf(utterance, statement, relation, role!);
  return subject && { subject, statement, group: undefined };
}

/** The participant of a verb that is the subject of the relation, or owns the thing that undergoes the event. */
function participantOf(
  utterance: Utterance,
  statement: Statement,
  relation: EventRelation,
  role: 'theme' | 'agent',
): OwnReferent | undefined {
  const { grammar } = utterance;
  const groups = role === 'theme' ? themesOf(statement, grammar) : statement.subjects;
  const own = groups.map((group) => subjectIn(utterance, group, statement, relation));
  // "the Declaration and the Agenda, adopted in 2015": the sentence leaves open which of them.
  if (
    role === 'theme' &&
    statement.verb!.passive === undefined &&
    groups === statement.subjects &&
    own.includes(undefined)
  )
    return groups.length > 1 ? undefined : own[0];
  const found = own.find((each) => each !== undefined);
  if (found || relation.of.size > 0) return found;
  const { verb, objects, omitsSubject } = statement;
  if (verb!.clitic) return utterance.antecedentAt(verb!.clitic.first, relation);
  return omitsSubject && grammar.has('omitsSubjects') && objects.length === 0
    ? utterance.antecedentAt(verb!.first, relation)
    : undefined;
}

function subjectIn(
  utterance: Utterance,
  group: NounGroup,
  statement: Statement,
  relation: EventRelation,
): OwnReferent | undefined {
  if (relation.of.size > 0) return ofThing(utterance, group, relation);
  // "The first session of the Forum was held", "The second was held": a session of the series that was named last.
  const isBare = relation.isSeries && group.ordinal !== undefined && group.words.length === 1;
  if (!isBare && !(relation.isSeries && isNounOf(relation.field.nouns, group)))
    return utterance.isLocal(group, statement) ? undefined : utterance.own(group, relation, statement);
  const owner = utterance.ownerOf(group, relation);
  const host = owner === undefined ? utterance.hostOf(group) : undefined;
  if (owner === 'other') return undefined;
  return (
    owner ??
    (host && utterance.own(host, relation)) ??
    (group.ordinal && group.owners.length === 0 ? utterance.antecedentAt(group.first, relation) : undefined)
  );
}

/** "was granted observer status", "otorgó a la OIM la calidad de observadora": the object is the evidence. */
function recipientOf(utterance: Utterance, statement: Statement, relation: EventRelation): OwnReferent | undefined {
  const { grammar } = utterance;
  const { verb, subjects, objects, complements, omitsSubject } = statement;
  // "a la OIM", "à l'OIM": a preposition of place introduces the recipient as well.
  const isTo = (roles: ReadonlySet<string>): boolean =>
    roles.has('to') || (!grammar.has('headLast') && roles.has('in'));
  const given = complements.flatMap(({ group, roles }) => (group.kind === 'noun' && isTo(roles) ? [group] : []));
  const groups = [...subjects.flatMap((group) => [...withOwners(group)]), ...given, ...objects];
  for (const group of groups) {
    const isObject = relation.objects.isIn(group.words);
    const own = utterance.own(group, relation, statement) ?? (isObject ? utterance.nameIn(group, relation) : undefined);
    if (own) return own;
  }
  if (verb!.clitic) return utterance.antecedentAt(verb!.clitic.first, relation);
  return omitsSubject && grammar.has('omitsSubjects') ? utterance.antecedentAt(verb!.first, relation) : undefined;
}

/** Whether the verb has another agent, or another patient or occasion than the relation. */
function isOfElse(utterance: Utterance, statement: Statement, relation: EventRelation): boolean {
  const { grammar, reading } = utterance;
  const { verb, complements } = statement;
  const isOthers =
    relation.agents.size > 0 &&
    agentsOf(statement, grammar).some((agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation));
  // "was born with its present name", "began to transport": the name or the infinitive denotes what began.
  const isOfName =
    relation.of.size === 0 &&
    complements.some(
      ({ roles, group }) =>
        roles.has('with') && group.kind === 'noun' && group.words.some((word) => grammar.isNoun(word, 'name')),
    );
  // "met for the eleventh time": another edition than that of the relation.
  const isOtherEdition =
    relation.objects.size > 0 &&
    groupsIn(statement).some(
      ({ ordinal, words }) =>
        ordinal !== undefined &&
        words.some((word) => grammar.isNoun(word, 'occasion') || relation.field.nouns.get(word).length > 0) &&
        !relation.objects.isIn(words),
    );
  const isOfAct = reading.statements.some(
    (other) => other.verb?.form === 'infinitive' && Math.abs(other.first - verb!.next) <= 1,
  );
  return isOthers || isOfName || isOtherEdition || isOfAct;
}

/** The noun groups of a statement. */
function groupsIn({ subjects, objects, complements }: Statement): readonly NounGroup[] {
  return [...subjects, ...objects, ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []))];
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
  const bearer = bearerOf(relation.field.nouns, group, utterance.reading.groups, utterance.words);
  // "the eight observers of IOM": observers at IOM, not IOM as an observer.
  const isOfMany =
    relation.objects.size > 0 && bearer && [bearer, ...bearer.owners].some((each) => isSeveral(utterance, each));
  if (!bearer || isOfMany || (relation.objects.size > 0 && !relation.objects.isIn(utterance.words))) return [];
  // "the Forum, first edition in 2022": the noun to which the group is in apposition.
  const host = relation.isSeries && bearer.owners.length === 0 ? utterance.hostOf(group) : undefined;
  const owner =
    relation.of.size > 0
      ? (ofThingOwned(utterance, bearer, relation) ?? ofThingOwned(utterance, group, relation) ?? 'other')
      : (utterance.ownerOf(bearer, relation) ?? (host && utterance.own(host, relation)));
  if (owner === 'other') return [];
  const found = utterance.argumentsOf(group).flatMap(({ statement, role, top, complement }): readonly Stated[] => {
    if (top !== group && !top.owners.includes(group)) return [];
    const { verb, kind } = statement;
    const isHaving = utterance.grammar.isVerbOf(verb, 'having');
    // "IOM has its seat in", "IOM (headquarters in Vienna)", "IOM, with headquarters in Vienna,"
    const isWith = complement?.roles.has('with') === true;
    const subject =
      owner ??
      (isWith && complement.after ? utterance.own(complement.after, relation) : undefined) ??
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
  const is = (each: 'witnessing' | 'having'): boolean => grammar.isVerbOf(verb, each);
  return subjects.includes(group) ? isHappening(statement, grammar) : objects.includes(group) && is('witnessing');
}

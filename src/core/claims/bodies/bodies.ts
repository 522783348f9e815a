import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, themesOf, type Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { relationsIn } from '../relationsIn';
import { takenUp } from '../events/things';
import { bearerOf, isVerbOf } from '../field';
import type { Records } from '../records';
import type { BodyRelation } from '../relation';
import type { Argument, Utterance } from '../utterance';
import { bodiesIn, plainWordsOf } from './bodyNames';
import { compareBody, type FoundBody } from './compareBody';

/** "The Network is coordinated by UNHCR": a body in a role that another body has. */
export function bodyClaims(
  utterance: Utterance,
  relations: readonly BodyRelation[],
  records: Records,
): readonly Claim[] {
  return relationsIn(relations, utterance).flatMap((relation) => {
    if (bodiesIn(utterance, relation).length === 0) return [];
    const { statements, groups } = utterance.reading;
    return [
      ...statements.flatMap((statement) => ofVerb(utterance, statement, relation) ?? []),
      ...groups.flatMap((group) => ofNoun(utterance, group, relation)),
    ].flatMap((found) => compareBody(utterance, found, relation, records) ?? []);
  });
}

/** "UNHCR coordinates the Network", "que coordina la OIT": the agents of a verb of which the subject is the theme. */
function ofVerb(utterance: Utterance, statement: Statement, relation: BodyRelation): FoundBody | undefined {
  const { grammar, reading } = utterance;
  const { verb, kind, subjects, objects } = statement;
  if (!isVerbOf(relation.field.theme, verb, reading)) return undefined;
  // After a noun, it is the theme of a verb that is left out: "UNHCR leads the response and IOM the Network".
  const isElse = (group: NounGroup): boolean =>
    utterance.isPlaced(group) || reading.groups.some(({ end }) => end === group.first);
  const ownIn = (groups: readonly NounGroup[]): OwnReferent | undefined =>
    groups.map((group) => (isElse(group) ? undefined : utterance.own(group, relation))).find(Boolean);
  // Where heads come first, the subject of a relative clause may follow its verb.
  const antecedent = kind === 'relative' && objects.length > 0 ? ownIn(subjects) : undefined;
  const subject = antecedent ?? ownIn(themesOf(statement, grammar)) ?? takenUp(utterance, statement, relation);
  return subject && { subject, holders: antecedent ? objects : agentsOf(statement, grammar), statement };
}

/** "its coordinator is UNHCR", "the secretariat of the Network sits with …", "As its coordinator, UNDP …". */
function ofNoun(utterance: Utterance, group: NounGroup, relation: BodyRelation): readonly FoundBody[] {
  const { nouns } = relation.field;
  const at = nouns.indexIn(group.words);
  // A noun of several groups has its owner in the last: "chef de file du Plan".
  const bearer = at < 0 ? bearerOf(nouns, group, utterance.reading.groups, utterance.words) : group;
  // With a word that says more, the task is a narrower one: "its data coordinator".
  const isNarrower =
    at >= 0 &&
    group.words.some(
      (word, i) => (i < at || i >= at + nouns.lengthAt(group.words, at)) && !plainWordsOf(utterance.lang).has(word),
    );
  const subject = !bearer || isNarrower ? undefined : utterance.ownerOf(bearer, relation);
  if (!subject || subject === 'other') return [];
  return utterance.argumentsOf(group).flatMap((argument) => {
    const { statement, top } = argument;
    const holders = top === group ? holdersIn(utterance, argument).filter((each) => each !== top) : [];
    return holders.length > 0 ? [{ subject, holders, statement, group }] : [];
  });
}

/** The groups to which a statement gives the task that is one of its arguments. */
function holdersIn({ grammar }: Utterance, { statement, role, complement, top }: Argument): readonly NounGroup[] {
  const { verb, subjects, objects, complements } = statement;
  if (role === 'complement' || !verb) return !complement || complement.roles.has('as') ? subjects : [];
  if (role === 'object' && grammar.isVerbOf(verb, 'be')) return subjects;
  if (objects.length > 0 && (grammar.isVerbOf(verb, 'copula') || verb.clitic)) return objects;
  return complements.flatMap(({ group, roles, first }) =>
    group.kind === 'noun' && first >= top.first && PLACED.some((place) => roles.has(place)) ? [group] : [],
  );
}

const PLACED = ['in', 'to', 'by', 'with', 'of', 'under', 'on'];

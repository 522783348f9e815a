import { foldKey } from '../../fold';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isPassive, themesOf, type Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { evidenceOf } from '../evidence';
import { isVerbOf } from '../field';
import type { Entry } from '../labels/entries';
import { matchOf } from '../labels/labelMatch';
import type { Records } from '../records';
import type { BodyRelation } from '../relation';
import type { Argument, Utterance } from '../utterance';
import { bodiesIn } from './bodyNames';
import { bodyWordsOf } from './bodyWords';
import { compareBody, type FoundBody } from './compareBody';

/** "The Network is coordinated by UNHCR": a body in a role that another body has. */
export function bodyClaims(
  utterance: Utterance,
  relations: readonly BodyRelation[],
  records: Records,
): readonly Claim[] {
  const bodiesOf = bodiesIn(utterance);
  if (!relations.some((relation) => bodiesOf(relation).length > 0)) return [];
  return evidenceOf(relations)
    .in(utterance)
    .flatMap((relation) => {
      const others = bodiesOf(relation);
      if (others.length === 0) return [];
      const found = [
        ...utterance.reading.statements.flatMap((statement) => ofVerb(utterance, statement, relation) ?? []),
        ...utterance.reading.groups.flatMap((group) => ofNoun(utterance, group, relation)),
      ];
      return found
        .flatMap((each) => compareBody(utterance, each, others, relation, records))
        .filter((each, i, all) => all.findIndex(({ start }) => start === each.start) === i);
    });
}

/** "UN Network on Migration – secretariat: UNODC" */
export function labelledBodies(entry: Entry, relations: readonly BodyRelation[], records: Records): readonly Claim[] {
  const { utterance, from } = entry;
  const bodiesOf = bodiesIn(utterance);
  return relations.flatMap((relation) => {
    const others = bodiesOf(relation).filter(({ first }) => first >= from);
    const match = others.length > 0 ? matchOf(entry, relation) : undefined;
    if (match?.how !== 'label') return [];
    const holders = utterance.reading.groups.filter(({ first }) => first >= from);
    const found: FoundBody = { subject: match.subject, holders, statement: undefined, group: undefined };
    return compareBody(utterance, found, relation.file.each ? others : others.slice(0, 1), relation, records);
  });
}

/** "UNHCR coordinates the Network", "que coordina la OIT": the agents of a verb of which the subject is the theme. */
function ofVerb(utterance: Utterance, statement: Statement, relation: BodyRelation): FoundBody | undefined {
  const { grammar } = utterance;
  const { verb, kind, subjects, objects } = statement;
  if (!verb || !isVerbOf(relation.field.theme, verb, utterance.reading)) return undefined;
  const ownIn = (groups: readonly NounGroup[]): OwnReferent | undefined =>
    groups.map((group) => wholeOf(utterance, group, relation)).find(Boolean);
  // Where heads come first, the subject of a relative clause may follow its verb.
  const isInverted =
    !grammar.has('headLast') && kind === 'relative' && objects.length > 0 && !isPassive(statement, grammar);
  const antecedent = isInverted ? ownIn(subjects) : undefined;
  if (antecedent) return { subject: antecedent, holders: objects, statement, group: undefined };
  // "que la coordina", "Está coordinada por la OIT"
  const isOmitted = verb.passive === true && statement.omitsSubject && grammar.has('omitsSubjects');
  const taken = verb.clitic?.first ?? (isOmitted ? verb.first : undefined);
  const subject =
    ownIn(themesOf(statement, grammar)) ?? (taken === undefined ? undefined : utterance.antecedentAt(taken, relation));
  return subject && { subject, holders: agentsOf(statement, grammar), statement, group: undefined };
}

/** The subject as a whole, not its presence in one country: "the CCCM cluster", "the work of the Network". */
function wholeOf(utterance: Utterance, group: NounGroup, relation: BodyRelation): OwnReferent | undefined {
  const { lang } = utterance;
  const [inner, ...more] = group.named;
  const kinds = relation.file.kinds?.[lang].map(foldKey) ?? [];
  const isCalled = inner && more.length === 0 && kinds.includes(group.words.at(-1)!);
  const isWork = group.owners.length === 1 && group.words.length === 1 && bodyWordsOf(lang).work.has(group.words[0]!);
  const own = isCalled ? utterance.nameIn(group, relation) : utterance.own(isWork ? group.owners[0] : group, relation);
  const isLocal = utterance
    .attachedTo(group)
    .some(({ roles, group: place }) => roles.has('in') && place.kind === 'noun' && place.isProper);
  return isLocal ? undefined : own;
}

/** "its coordinator is UNHCR", "the secretariat of the Network sits with …", "As its coordinator, UNDP …". */
function ofNoun(utterance: Utterance, group: NounGroup, relation: BodyRelation): readonly FoundBody[] {
  const owner = isTask(utterance, group, relation) ? utterance.ownerOf(group, relation) : 'other';
  // "The Network helps. The Coordinator is …"
  const isBare = group.determiner === 'definite' && group.words.length === 1 && group.owners.length === 0;
  const subject = owner ?? (isBare ? utterance.antecedentAt(group.first, relation) : undefined);
  if (!subject || subject === 'other') return [];
  return utterance.argumentsOf(group).flatMap((argument) => {
    const { statement, top } = argument;
    const holders = holdersIn(utterance, group, argument, relation).filter((each) => each !== top);
    return holders.length > 0 ? [{ subject, holders, statement, group }] : [];
  });
}

/** The groups to which a statement gives a task. */
function holdersIn(
  { grammar, reading }: Utterance,
  group: NounGroup,
  { statement, role, complement, top }: Argument,
  { field }: BodyRelation,
): readonly NounGroup[] {
  const { verb, kind, subjects, objects, complements } = statement;
  // "one of the official languages", "hosts its secretariat"
  const isMeant =
    top === group || (top.owners.includes(group) && (top.words.length === 0 || isVerbOf(field.agent, verb, reading)));
  if (!isMeant) return [];
  if (role === 'complement') return complement!.roles.has('as') ? subjects : [];
  if (!verb) return kind === 'apposition' ? (role === 'subject' ? objects : subjects) : [];
  const isCopula = grammar.isVerbOf(verb, 'copula');
  if (objects.length > 0 && (isCopula || verb.clitic)) return objects;
  return complements.flatMap(({ group: each, roles, first }) =>
    each.kind === 'noun' && first >= group.first && PLACED.some((place) => roles.has(place)) ? [each] : [],
  );
}

const PLACED = ['in', 'to', 'by', 'with', 'of', 'under', 'on'];

/** Whether a group denotes the task, and nothing more specific, such as the coordinator of a country. */
function isTask({ lang }: Utterance, { words, named }: NounGroup, { field }: BodyRelation): boolean {
  const { plain } = bodyWordsOf(lang);
  const at = field.nouns.indexIn(words);
  const end = at + (at < 0 ? 0 : field.nouns.lengthAt(words, at));
  return at >= 0 && (named.length > 0 || words.every((word, i) => (i >= at && i < end) || plain.has(word)));
}

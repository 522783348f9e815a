import type { NounGroup } from '../../reading/nodes';
import { agentsOf, themesOf, type Statement, nounsIn } from '../../reading/statement';
import { type Claim, claimAt, text } from '../claim';
import { relationsIn, type BodyRelation } from '../relation';
import { takenUp } from '../events/things';
import { bearerOf, isVerbOf } from '../field';
import type { Records } from '../records';
import type { Argument } from '../arguments';
import type { Utterance } from '../utterance';
import { bodiesIn, plainWordsOf, type Body } from './bodyNames';
import type { OwnReferent } from '../../reading/naming';
import { modalityAt } from '../time';

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
  const ownIn = (groups: readonly NounGroup[]) =>
    utterance.ownOf(
      groups.filter((each) => !isElse(each)),
      relation,
    );
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
  const bearer = at < 0 ? bearerOf(nouns, group, utterance) : group;
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

/** The groups to which the text gives the role for a subject; `group` is the noun for the role. */
interface FoundBody {
  readonly subject: OwnReferent;
  readonly holders: readonly NounGroup[];
  readonly statement?: Statement;
  readonly group?: NounGroup;
}

/** Compares the bodies in a role with the body of the record that has it. Claims at most one. */
function compareBody(
  utterance: Utterance,
  { subject, holders, statement, group }: FoundBody,
  relation: BodyRelation,
  records: Records,
): Claim | undefined {
  const { file } = relation;
  // A verb says who has the role, a noun presupposes it: "Thailand is not the chair of the Bali Process".
  const modality = modalityAt(utterance, statement?.verb ? undefined : group, statement);
  if (!records.fact(file.fact)) return utterance.setAside('unverified');
  if (modality !== 'asserted') return utterance.setAside('not-said');
  const held = holders.map((holder) => bodyOf(utterance, holder, relation));
  const wrong = held.find((body): body is Body => body !== undefined && body !== 'right');
  if (!wrong) return undefined;
  // "UNESCO published it with IOM"
  const joined = statement ? nounsIn(statement, 'with') : [];
  const isRight = [...holders, ...joined].some((group) => bodyOf(utterance, group, relation) === 'right');
  if (!file.each && isRight) return utterance.setAside('right-beside');
  const from = articleBefore(utterance, wrong.first);
  // The capital of the first word of a sentence does not make it a name: "The Executive Committee".
  const named = utterance.textOf({ first: from, next: wrong.next });
  const values = {
    ...(file.instead && { right: text(file.instead[utterance.lang]) }),
    wrong: text(from < wrong.first ? named[0]!.toLowerCase() + named.slice(1) : named),
  };
  return claimAt(utterance, wrong, subject, {
    facts: [file.fact],
    message: { template: file.messages.body!, values },
    instead: file.instead ? [file.instead[utterance.lang]] : [],
    ...(file.gender && { genders: [file.gender, file.gender] }),
  });
}

/** The body that a group names. */
function bodyOf(
  utterance: Utterance,
  { first, next, named }: NounGroup,
  relation: BodyRelation,
): Body | 'right' | undefined {
  const { right, rightNames = [] } = relation.file;
  const body = bodiesIn(utterance, relation).find((each) => each.first >= first && each.first < next);
  const isRight = body
    ? body.names.some((name) => rightNames.includes(name))
    : named.some(({ mention }) => mention.terms.some(({ entry }) => right.includes(entry.concept.id)));
  return isRight ? 'right' : body;
}

/** The start of the article before a name, if the article is a separate word; else the start of the name. */
function articleBefore({ grammar, reading }: Utterance, first: number): number {
  const { tokens } = reading.sentence;
  const at = tokens[first - 1]?.folded === "'" ? first - 2 : first - 1;
  const article = tokens[at];
  return article && grammar.is(article, 'definite') && !grammar.rolesOf(article) ? at : first;
}

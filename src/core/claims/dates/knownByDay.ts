import { dayOfFact } from './dateOfFact';
import { isVerbOf, type PhraseList } from '../field';
import type { Records } from '../records';
import { SHORT_NAMES, type Relation } from '../relation';
import type { Utterance } from '../utterance';
import { isQualified, nameOf, sortOf, type OwnReferent } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { subjectsOf, themesOf, type Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';

/** A relation of an event that has a day. */
export interface EventRelation extends Relation {
  /** The thing that undergoes the event, where it is something that the subject has. */
  readonly of: PhraseList;
}

/**
 * Identifies the event of a statement without a subject by its day, or by its place and month: "adopted in Vienna on 19
 * October 1953", "it was signed on 19 September 2006", "a committee created in Brussels in December 1949". All but one
 * of these details agree with the record, and the document names the subject. The statement must have no other theme:
 * no other name, and no noun that cannot denote the subject.
 */
export function knownByDay(
  utterance: Utterance,
  statement: Statement,
  relation: EventRelation,
  property: string,
  records: Records,
): OwnReferent | undefined {
  // A row is about the subject of its column or title.
  if (utterance.site.block.kind === 'table-row') return undefined;
  const isTheme = isVerbOf(relation.field.theme, statement.verb, utterance.reading);
  if (
    !isTheme &&
    (!isVerbOf(relation.field.agent, statement.verb, utterance.reading) ||
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula')) === true)
  )
    return undefined;
  const tops = isTheme ? themesOf(statement, utterance.grammar) : subjectsOf(statement, utterance.grammar);
  const dates = statement.complements.flatMap(({ group }) =>
    group.kind === 'date' && group.from.month !== undefined && !group.isSpan ? [group] : [],
  );
  if (dates.length !== 1) return undefined;
  for (const concept of relation.concepts) {
    const mention = records.facts(concept, property).some((fact) => isNearly(dates[0]!, fact))
      ? utterance.discourse.mentionOf(concept)
      : undefined;
    if (
      mention &&
      tops.every((group) => mayDenote(utterance, group, concept, relation)) &&
      !(tops.length === 0 && followsRival(utterance, relation))
    )
      return { kind: 'own', concept, by: 'reference', mention };
  }
  return undefined;
}

/** In years: the maximal error in a year that still counts as a mistake. */
const SLIP = 12;

/** Whether a day agrees with the record, except in at most one of year, month and day; a wrong year must be close. */
function isNearly({ from }: DateGroup, fact: Fact): boolean {
  const right = dayOfFact(fact);
  if (right.day === undefined || from.day !== right.day) return false;
  const isSameYear = from.year === right.year;
  if (from.month !== right.month) return isSameYear;
  return isSameYear || from.year === undefined || Math.abs(from.year - right.year!) <= SLIP;
}

/**
 * Whether a theme is a pronoun, the thing that undergoes the event, or a bare noun of the subject's class, and nothing
 * attributes it to another subject.
 */
function mayDenote(utterance: Utterance, group: NounGroup, concept: string, relation: EventRelation): boolean {
  const host = utterance.hostOf(group);
  if (
    nameOf(group, utterance.reading) ||
    isOthers(utterance, group, relation) ||
    (host && (host.isProper || host.named.length > 0))
  )
    return false;
  if (group.pronoun === undefined && !isKind(utterance, group, concept, relation)) return false;
  if (group.pronoun !== undefined && group.pronoun !== 'thing' && group.pronoun !== 'several') return false;
  return group.determiner === 'indefinite' || !followsRival(utterance, relation);
}

/**
 * "The Constitution of UNESCO governs it. It was adopted …": whether a sentence shortly before, or the heading,
 * contains another possible antecedent.
 */
function followsRival({ discourse, site }: Utterance, relation: EventRelation): boolean {
  const heading = [...discourse.blocksBefore(site.block)].find(({ block }) => block.kind === 'heading');
  const title = heading
    ? heading.text.sentencesOf(heading.block).map((sentence) => discourse.readingIn(heading.text, sentence))
    : [];
  return [...discourse.readingsBefore(site, NEAR), ...title].some((reading) =>
    reading.groups.some((each) => isRival(reading, each, relation)),
  );
}

/** In sentences. */
const NEAR = 3;

function isKind(utterance: Utterance, group: NounGroup, concept: string, relation: EventRelation): boolean {
  // A common noun at the beginning of a sentence has a capital as well.
  if (relation.of.size > 0)
    return (
      [group, ...group.owners].some(({ words }) => relation.of.isIn(words)) &&
      !(group.isProper && group.words.length > 1)
    );
  if (isQualified(group, utterance.reading)) return false;
  const classes =
    group.isProper || group.head < 0
      ? undefined
      : utterance.grammar.nounClassesOf(utterance.reading.sentence.tokens[group.head]!);
  // "un comité": the original form of the organization.
  return (
    classes !== undefined &&
    (SHORT_NAMES.get(concept)?.some((each) => classes.has(each)) === true ||
      ((classes.has('group') || classes.has('otherOrganization')) &&
        SHORT_NAMES.get(concept)?.includes('organization') === true))
  );
}

/** "the Constitution of UNESCO", "the agreement between UNESCO and the United Nations" */
function isOthers(utterance: Utterance, group: NounGroup, relation: EventRelation): boolean {
  return (
    utterance.attachedTo(group).some(({ roles }) => roles.has('between') || roles.has('with')) ||
    (group.owners.length > 0 && utterance.ownerOf(group, relation) === 'other')
  );
}

/** A thing of the same kind that belongs to another body, or another text or body where the subject itself is meant. */
function isRival(reading: Reading, group: NounGroup, relation: EventRelation): boolean {
  if (relation.of.size > 0) {
    const parties = reading.statements.flatMap(({ complements }) =>
      complements.flatMap(({ group: party, roles }) => (party.kind === 'noun' && roles.has('between') ? [party] : [])),
    );
    return (
      relation.of.isIn(group.words) &&
      [...group.owners, ...parties].some((each) => each.isProper && each.named.length === 0)
    );
  }
  const name = nameOf(group, reading);
  // "la Convention relative aux droits de l'enfant"
  return name
    ? !relation.concepts.has(name.concept) && group.isProper
    : (group.isProper || isQualified(group, reading)) && sortOf(group, reading) !== 'thing';
}

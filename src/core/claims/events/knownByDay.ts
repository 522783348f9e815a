import { isQualified, nameOf, sortOf, type OwnReferent } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { nounsIn, themesOf, type Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { dayOfFact } from './dateOfFact';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { EventRelation } from '../relation';
import type { Utterance } from '../utterance';

/**
 * Identifies the event of a statement without a subject by its day: "adopted in Vienna on 19 October 1953", "it was
 * signed on 19 September 2006". All but one of year, month and day agree with the record, and the document names the
 * subject. The statement must have no other theme: no other name, and no noun that cannot denote the subject.
 */
export function knownByDay(
  utterance: Utterance,
  statement: Statement,
  relation: EventRelation,
  property: string,
  records: Records,
): OwnReferent | undefined {
  const role = verbRole(utterance, statement, relation);
  const { grammar, site, discourse } = utterance;
  // A row is about the subject of its column or title.
  if (!role || site.block.kind === 'table-row') return undefined;
  const dates = statement.complements.flatMap(({ group }) =>
    group.kind === 'date' && group.from.month !== undefined && !group.isSpan ? [group] : [],
  );
  if (dates.length !== 1) return undefined;
  const themes = role === 'theme' ? themesOf(statement, grammar) : statement.subjects;
  for (const concept of relation.concepts) {
    const isKnown = records.facts(concept, property).some((fact) => isNearly(dates[0]!, fact));
    const mention = isKnown ? discourse.mentionOf(concept) : undefined;
    const isMeant =
      themes.length > 0
        ? themes.every((group) => mayDenote(utterance, group, relation))
        : !followsRival(utterance, relation);
    if (mention && isMeant) return { kind: 'own', concept, by: 'reference', mention };
  }
  return undefined;
}

/**
 * Whether a verb of the statement is one of the relation, of which the subject is the theme or the agent. One that may
 * be either is active with its agent: "The Network replaced the Group", "GMDAC opened its doors".
 */
export function verbRole(
  { reading }: Utterance,
  { verb }: Statement,
  { field }: EventRelation,
): 'theme' | 'agent' | undefined {
  const isAgent = isVerbOf(field.agent, verb, reading);
  if (isVerbOf(field.theme, verb, reading) && !(isAgent && !verb?.passive && !verb?.reflexive)) return 'theme';
  return isAgent ? 'agent' : undefined;
}

/** In years: the maximal error in a year that still counts as a mistake. */
const SLIP = 12;

/** Whether a day agrees with the record, except in at most one of year, month and day; a wrong year must be close. */
function isNearly({ from }: DateGroup, fact: Fact): boolean {
  const right = dayOfFact(fact);
  const isClose = from.year === undefined || Math.abs(from.year - right.year!) <= SLIP;
  const isOtherwise = from.year === right.year || (from.month === right.month && isClose);
  return right.day !== undefined && from.day === right.day && isOtherwise;
}

/** Whether a theme is a pronoun or the thing that undergoes the event, and nothing attributes it to another subject. */
function mayDenote(utterance: Utterance, group: NounGroup, relation: EventRelation): boolean {
  const isOthers =
    nameOf(group, utterance.reading) !== undefined ||
    utterance.hostOf(group)?.isProper === true ||
    utterance.attachedTo(group).some(({ roles }) => roles.has('between') || roles.has('with')) ||
    (group.owners.length > 0 && utterance.ownerOf(group, relation) === 'other');
  const mayBe =
    group.pronoun !== undefined
      ? group.pronoun === 'thing' || group.pronoun === 'several'
      : [group, ...group.owners].some(({ words }) => relation.of.isIn(words));
  return !isOthers && mayBe && (group.determiner === 'indefinite' || !followsRival(utterance, relation));
}

/**
 * "The Constitution of UNESCO governs it. It was adopted …": whether a sentence shortly before contains another
 * possible antecedent.
 */
function followsRival({ discourse, site }: Utterance, relation: EventRelation): boolean {
  return [...discourse.readingsBefore(site, NEAR)].some((reading) =>
    reading.groups.some((each) => isRival(reading, each, relation)),
  );
}

/** In sentences. */
const NEAR = 3;

/** A thing of the same kind that belongs to another body, or another text or body where the subject itself is meant. */
function isRival(reading: Reading, group: NounGroup, relation: EventRelation): boolean {
  const { of, concepts } = relation;
  if (of.size > 0) {
    const parties = reading.statements.flatMap((statement) => nounsIn(statement, 'between'));
    const isForeign = (each: NounGroup): boolean => each.isProper && each.named.length === 0;
    return of.isIn(group.words) && [...group.owners, ...parties].some(isForeign);
  }
  const name = nameOf(group, reading);
  if (name) return !concepts.has(name.concept) && group.isProper;
  return (group.isProper || isQualified(group, reading)) && sortOf(group, reading) !== 'thing';
}

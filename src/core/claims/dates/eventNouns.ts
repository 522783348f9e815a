import type { NounGroup } from '../../reading/nodes';
import { isHappening } from '../../reading/statement';
import { bearerOf } from '../field';
import type { DateRelation } from '../relation';
import type { Utterance } from '../utterance';
import { ofThingOwned } from '../things';
import type { FoundDate } from './compareDate';
import { isSeveral, dateOfVerb } from './eventVerbs';

/** "its foundation in 1949", "the founding of IOM (1949)", "the date of its adoption, 11 December 2018". */
export function dateOfNoun(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  const bearer = bearerOf(relation.field.nouns, group, utterance.reading.groups, utterance.words);
  // "the eight observers of IOM": observers at IOM, not IOM as an observer.
  if (
    !bearer ||
    (relation.objects.size > 0 && [bearer, ...bearer.owners].some((each) => isSeveral(utterance, each))) ||
    (relation.objects.size > 0 && relation.field.agent.size > 0 && !relation.objects.isIn(utterance.words))
  )
    return undefined;
  const args = utterance.argumentsOf(group);
  // "the Forum, first edition in 2022": the noun to which the group is in apposition.
  const host =
    relation.file.series === true && relation.of.size === 0 && bearer.owners.length === 0
      ? utterance.hostOf(group)
      : undefined;
  const owner =
    relation.of.size > 0
      ? (ofThingOwned(utterance, bearer, relation) ?? ofThingOwned(utterance, group, relation))
      : (utterance.ownerOf(bearer, relation) ?? (host && utterance.own(host, relation)));
  if (!owner || owner === 'other') return undefined;
  for (const { statement, role, top } of args) {
    // "Its foundation dates from 1951", "The year of its foundation is 1951"; not a noun within an adverbial.
    if (top !== group && !top.owners.includes(group)) continue;
    const isLinking = statement.verb === undefined || isHappening(statement, utterance.grammar);
    const isWitnessed =
      role === 'object' &&
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'witnessing')) === true;
    // "IOM, an observer since 1992"
    const isCalled = statement.kind === 'apposition' && role === 'object' && relation.objects.size > 0;
    const date =
      (role === 'subject' && isLinking) || isWitnessed || isCalled || statement.kind === 'fragment'
        ? dateOfVerb(relation, statement)
        : undefined;
    if (date) return { subject: owner, date, statement, group };
  }
  return undefined;
}

/** "the second Forum in May 2027", "le Forum de mai 2021": a session of a series, with its date. */
export function datesOfSession(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  const ofTitle = relation.file.titled ? [...group.dates] : undefined;
  const [date] = ofTitle ?? (relation.file.series && relation.of.size === 0 ? utterance.datesOf(group) : []);
  if (!date) return undefined;
  // "both sessions of the Forum: that of May 2022 and that of May 2026"
  const series =
    group.pronoun === 'other' && relation.file.series
      ? utterance.reading.groups.find(
          (each) => each.first < group.first && each.named.length > 0 && utterance.own(each, relation) !== undefined,
        )
      : undefined;
  // "**New York Declaration** – a text of 19 September 2016"
  const host = ofTitle && group.named.length === 0 ? utterance.hostOf(group) : undefined;
  const subject = utterance.own(series ?? host ?? group, relation);
  if (ofTitle && subject?.by !== 'name') return undefined;
  return subject ? { subject, date, statement: utterance.argumentsOf(group)[0]?.statement, group } : undefined;
}

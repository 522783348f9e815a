import { TENSE } from '../../reading/cues';
import type { OwnReferent } from '../../reading/naming';
import { phraseIn } from '../../reading/phrases';
import { withOwners } from '../../reading/statement';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { lemmasIn } from '../evidence';
import { isNounOf, isVerbOf } from '../field';
import type { Records } from '../records';
import { isNarratedUntil, timesOf } from '../time';
import type { Utterance } from '../utterance';
import type { StatusRelation, StatusWords } from './statusWords';

/** "IOM is not part of the UN system": a negated verb that is true of the subject today. */
export function denialsOfBelonging(
  utterance: Utterance,
  relation: StatusRelation,
  { belong, un }: StatusWords['words'],
  records: Records,
): readonly Claim[] {
  const { file } = relation;
  const fact = records.fact(file.fact);
  const since = relation.isPlace ? yearOf(fact?.from) : undefined;
  if (!fact || since === undefined) return [];
  const lemmas = lemmasIn(utterance);
  if (![...belong.firsts()].some((lemma) => lemmas.has(lemma))) return [];
  return utterance.reading.statements.flatMap((statement): readonly Claim[] => {
    const { verb, objects, complements, modality, tense } = statement;
    if (!verb?.negated || modality !== 'denied' || verb.modality !== 'asserted') return [];
    if (!isVerbOf(belong, verb, utterance.reading)) return [];
    const nouns = complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []));
    const isOfSystem = [...objects, ...nouns].some((group) =>
      [...withOwners(group)].some((each) => isNounOf(un, each)),
    );
    const subject = utterance.subjectOf(statement, relation);
    if (!isOfSystem || !subject || subject === 'other' || isOfThen(utterance, subject, since)) return [];
    const times = timesOf(utterance, statement, undefined);
    const { documentDate, time } = utterance;
    const isOfPast =
      times.length > 0
        ? times.some(({ from, to }) => from <= since || to <= since)
        : tense !== 'present' || time.kind === 'unclear' || isNarratedUntil(utterance, since);
    if (isOfPast || (documentDate && documentDate.year <= since)) return [];
    return [
      claimAt(utterance, verb, subject, {
        rule: 'wrong-status',
        facts: [fact.id],
        message: { template: file.messages.place!, values: {} },
        instead: [],
      }),
    ];
  });
}

/**
 * "ICEM is not part of the system": a name that was out of use by the year of the change refers to its own time. So
 * does a word that refers back to it, unless the passage has a later name or speaks of today.
 */
export function isOfThen({ discourse, site, reading }: Utterance, subject: OwnReferent, since: number): boolean {
  const { status, entry } = subject.mention.terms[0]!;
  if (status !== 'superseded' || entry.lastYear > since) return false;
  const { tokens } = reading.sentence;
  return (
    subject.by === 'name' ||
    (!discourse.speaksOfOtherNames(site.block, subject.concept, entry.name.id) &&
      !phraseIn(tokens, 0, tokens.length, TENSE.todayCues))
  );
}

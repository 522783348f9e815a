import type { Claim } from '../claim';
import type { Records } from '../records';
import type { OwnReferent } from '../../reading/naming';
import { withOwners } from '../../reading/statement';
import { isNounOf, isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import type { StatusRelation } from './statusWords';
import { isNarratedUntil, timesOf } from '../time';

/**
 * "IOM is not part of the UN system", "n'appartient pas au système": a negated verb that is true of the subject today.
 */
export function denialOfBelonging(utterance: Utterance, relation: StatusRelation, records: Records): readonly Claim[] {
  const fact = records.fact(relation.file.fact);
  const since = relation.file.since ?? 0;
  return utterance.reading.statements.flatMap((statement): Claim[] => {
    const { verb } = statement;
    if (
      !fact ||
      !verb?.negated ||
      statement.modality !== 'denied' ||
      verb.modality !== 'asserted' ||
      !isVerbOf(relation.belonging, verb, utterance.reading)
    )
      return [];
    const groups = [
      ...statement.objects,
      ...statement.complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : [])),
    ];
    const place = groups.find((group) => [...withOwners(group)].some((each) => isNounOf(relation.un, each)));
    const subject = utterance.subjectOf(statement, relation);
    if (!place || place.first < verb.first || !subject || subject === 'other' || isOfThen(subject, since)) return [];
    const times = timesOf(utterance, statement, undefined);
    if (
      times.some(({ from, to }) => from <= since || to <= since) ||
      (statement.tense !== 'present' && times.length === 0) ||
      (times.length === 0 && utterance.time.kind === 'unclear') ||
      (utterance.documentDate && utterance.documentDate.year <= since) ||
      (times.length === 0 && isNarratedUntil(utterance, since))
    )
      return [];
    const isNamed = subject.by === 'name';
    return [
      {
        ...utterance.span(verb),
        rule: 'wrong-status',
        lang: utterance.lang,
        concept: subject.concept,
        facts: [fact.id],
        message: { template: relation.file.messages.place!, values: {} },
        certainty: isNamed ? 'certain' : 'likely',
        severity: 'warning',
        instead: [],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/** "ICEM is not part of the system": a name that was out of use by the year of the change refers to its own time. */
export function isOfThen(
  {
    by,
    mention: {
      terms: [term],
    },
  }: OwnReferent,
  since: number,
): boolean {
  return by === 'name' && term!.status === 'superseded' && term!.entry.lastYear <= since;
}

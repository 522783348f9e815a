import data from '../../../data/relations/names.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { isVerbOf } from './field';
import type { Utterance } from './utterance';
import { count } from './claimMessage';
import { modalityAt } from './time';
import { inWords } from './wordNumbers';
import type { NameWords } from './nameWords';

/** "had three other names": the number of names that the subject has had. */
export function nameCountClaims(
  utterance: Utterance,
  { nouns, former, bearingWithNoun, relation }: NameWords,
  records: Records,
): readonly Claim[] {
  return utterance.reading.groups.flatMap((group): readonly Claim[] => {
    const { quantity } = group;
    if (
      !quantity ||
      quantity.hedge !== undefined ||
      group.determiner === 'quantifier' ||
      (!nouns.isIn(group.words.slice(-1)) && !nouns.isIn(group.words.slice(0, 1)))
    )
      return [];
    const [argument] = utterance.argumentsOf(group);
    const isObject =
      argument?.role === 'object' && isVerbOf(bearingWithNoun, argument.statement.verb, utterance.reading);
    const owner =
      utterance.ownerOf(group, relation) ?? (isObject ? utterance.subjectOf(argument.statement, relation) : undefined);
    if (!owner || owner === 'other' || modalityAt(utterance, group, argument?.statement) !== 'asserted') return [];
    const names = owner.mention.terms[0]!.entry.concept.names.filter(({ from }) => from !== undefined);
    const isFormer = former.isIn(group.words);
    // "three names before 1989", "under four names": the count must include all names, or all but the present one.
    if (
      (!isFormer && !isObject) ||
      utterance.datesOf(group).length > 0 ||
      argument?.statement.complements.some((each) => each.group.kind === 'date')
    )
      return [];
    const right = isFormer ? names.length - 1 : names.length;
    if (quantity.value === right || (!isFormer && quantity.value === right - 1)) return [];
    return [
      {
        ...utterance.span(quantity),
        lang: utterance.lang,
        concept: owner.concept,
        facts: records.facts(owner.concept, data.property).map((fact) => fact.id),
        message: {
          template: isFormer ? data.messages.former : data.messages.count,
          values: { right: count(right), wrong: count(quantity.value) },
        },
        rule: 'fact-mismatch',
        certainty: 'likely',
        severity: isFormer && owner.by === 'name' ? 'warning' : 'information',
        instead: [inWords(right, quantity, utterance) ?? String(right)],
        safe: false,
        evidence: [],
      },
    ];
  });
}

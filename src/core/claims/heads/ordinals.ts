import heads from '../../../../data/relations/heads.json';
import { foldKey } from '../../fold';
import type { NounGroup } from '../../reading/nodes';
import { namesPerson } from '../../reading/statement';
import type { Claim } from '../claim';
import { text } from '../claimMessage';
import type { Utterance } from '../utterance';
import type { Context } from './context';
import { ORGANIZATION, headWordsOf } from './headWords';
import { isClear, officeOf } from './offices';
import { personOf, type Person } from './people';

/** "Amy Pope, the tenth Director General": checked only where the record contains all heads. */
export function ordinalClaims({ utterance, row, records }: Context, people: readonly Person[]): readonly Claim[] {
  const count = records.fact(heads.count);
  if (utterance.reading.modality !== 'asserted' || count?.value !== row.length) return [];
  return utterance.reading.groups.flatMap((group): readonly Claim[] => {
    const { ordinal } = group;
    if (!ordinal || ordinal.value === 1 || !countsHeads(utterance, group)) return [];
    const person = people.find((each) => isEquated(utterance, each.group, group));
    if (!person) return [];
    const right = row.indexOf(person.head) + 1;
    const instead = ordinalLike(utterance, right, ordinal.first);
    if (right === ordinal.value || instead === undefined) return [];
    const isNow = person.head.to === undefined;
    return [
      {
        ...utterance.span(ordinal),
        lang: utterance.lang,
        concept: personOf(person.head),
        facts: [count.id, person.head.id],
        message: {
          template: isNow ? heads.messages.rowNow : heads.messages.rowThen,
          values: {
            name: text(String(person.head.value)),
            right: { kind: 'ordinal', value: right },
            wrong: { kind: 'ordinal', value: ordinal.value },
          },
        },
        rule: 'fact-mismatch',
        // Some sources count one more among the predecessors.
        certainty: isNow && person.by === 'name' ? 'certain' : 'likely',
        severity: isNow ? 'warning' : 'information',
        instead: [instead],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/** Whether an ordinal counts all heads: "the second Director General to come from Europe" counts some of them. */
function countsHeads(utterance: Utterance, group: NounGroup): boolean {
  const office = officeOf(utterance, group);
  if (!office || office === 'other' || office.kind === 'seat') return false;
  const { nodes } = utterance.reading;
  const after = nodes[nodes.indexOf(group) + 1];
  const isRestricted = after?.kind === 'relative' || (after?.kind === 'verb' && after.form !== 'finite');
  const isLed = leads(utterance, group);
  return (isClear(office) || isLed) && (!isRestricted || isLed);
}

/** "the tenth person to lead it", "la décima persona en el cargo" */
function leads(utterance: Utterance, group: NounGroup): boolean {
  const { lead, seats } = headWordsOf(utterance.lang);
  const isInSeat = utterance
    .attachedTo(group)
    .some(({ roles, group: seat }) => seat.kind === 'noun' && roles.has('in') && seats.isIn(seat.words));
  return (
    isInSeat ||
    utterance.reading.statements.some(
      ({ verb, subjects, objects, first }) =>
        verb !== undefined &&
        (subjects.includes(group) || (verb.form === 'infinitive' && first >= group.end && first <= group.end + 1)) &&
        verb.lemmas.some((lemma) => lead.get(lemma).length > 0) &&
        objects.some((each) => utterance.own(each, ORGANIZATION) !== undefined),
    )
  );
}

/** Whether a statement equates a person with a group: within one group, by apposition, or by a verb. */
function isEquated(utterance: Utterance, person: NounGroup, group: NounGroup): boolean {
  if (person === group) return true;
  const { nodes } = utterance.reading;
  const at = nodes.indexOf(person);
  const isListed =
    at >= 0 && nodes[at + 1]?.kind === 'comma' && nodes[at + 2] === group && nodes[at + 3]?.kind === 'coordinator';
  // "Amy Pope, the first woman to direct IOM and the tenth person to lead it"
  const isFurther =
    nodes[nodes.indexOf(group) - 1]?.kind === 'coordinator' &&
    utterance
      .argumentsOf(person)
      .some(({ statement: { subjects, objects } }) =>
        objects.some(({ ordinal, first }) => subjects.includes(person) && ordinal !== undefined && first < group.first),
      );
  return (
    (isListed && !namesPerson(group)) ||
    isFurther ||
    utterance
      .argumentsOf(group)
      .some(
        ({ statement: { subjects, objects }, top, role, complement }) =>
          top === group &&
          (role !== 'complement' || complement!.roles.has('as') || complement!.roles.has('in')) &&
          [...subjects, ...objects].includes(person),
      )
  );
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike(utterance: Utterance, number: number, at: number): string | undefined {
  const { folded } = utterance.reading.sentence.tokens[at]!;
  const list = LISTS[utterance.lang]!.find((each) => each.some((word) => foldKey(word) === folded));
  if (list) return list[number - 1];
  if (folded.endsWith('th')) return number > 3 ? `${number}th` : undefined;
  return /^\d/.test(folded) ? folded.replace(/^\d+/, String(number)) : undefined;
}

import heads from '../../../../data/relations/heads.json';
import { foldKey } from '../../fold';
import type { NounGroup } from '../../reading/nodes';
import { claimAt, type Claim } from '../claim';
import { text, type Value } from '../claimMessage';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { headWordsOf, ORGANIZATION } from './headWords';
import { isClear, officeOf } from './offices';
import { personOf, type Heads, type Person } from './people';
import { isSaidOf } from './titles';

/** "Amy Pope, the tenth Director General": checked only where the record contains all heads. */
export function ordinalClaims(
  utterance: Utterance,
  people: readonly Person[],
  { row }: Heads,
  records: Records,
): readonly Claim[] {
  const count = records.fact(heads.count);
  if (count?.value !== row.length) return [];
  return utterance.reading.groups.flatMap((group): readonly Claim[] => {
    const { ordinal } = group;
    if (!ordinal || ordinal.value === 1 || !countsHeads(utterance, group)) return [];
    const person = people.find((each) => isCounted(utterance, each.group, group));
    const right = person ? row.indexOf(person.head) + 1 : ordinal.value;
    const instead = ordinalLike(utterance, right, ordinal.first);
    if (!person || right === ordinal.value || instead === undefined) return [];
    const { head, by } = person;
    const isNow = head.to === undefined;
    const subject = { concept: personOf(head), by: isNow && by === 'name' ? 'name' : 'reference' } as const;
    const of = (value: number): Value => ({ kind: 'ordinal', value });
    const values = { name: text(String(head.value)), right: of(right), wrong: of(ordinal.value) };
    const message = { template: isNow ? heads.messages.rowNow : heads.messages.rowThen, values };
    // Some sources count one more among the predecessors.
    const severity = isNow ? 'warning' : 'information';
    const facts = [count.id, head.id];
    return [claimAt(utterance, ordinal, subject, { facts, message, severity, instead: [instead] })];
  });
}

/** Whether a statement or a list has an ordinal among what it says of a person, first or further on. */
function isCounted(utterance: Utterance, person: NounGroup, group: NounGroup): boolean {
  const { nodes } = utterance.reading;
  const [before, joint] = nodes.slice(nodes.indexOf(group) - 2);
  const isFurther = utterance
    .argumentsOf(person)
    .some(
      ({ statement, role }) => role === 'subject' && statement.objects.some(({ ordinal }) => ordinal !== undefined),
    );
  return (
    (joint?.kind === 'comma' && before === person) ||
    (joint?.kind === 'coordinator' && isFurther) ||
    isSaidOf(utterance, person, group)
  );
}

/** Whether an ordinal counts all heads: "the second Director General to come from Europe" counts some of them. */
function countsHeads(utterance: Utterance, group: NounGroup): boolean {
  const office = officeOf(utterance, group);
  if (!office || office === 'other' || office.kind === 'seat') return false;
  const { nodes } = utterance.reading;
  const after = nodes[nodes.indexOf(group) + 1];
  const isRestricted = after?.kind === 'relative' || (after?.kind === 'verb' && after.form !== 'finite');
  return (isClear(office) && !isRestricted) || leads(utterance, group);
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
      ({ verb, subjects, objects }) =>
        subjects.includes(group) &&
        isVerbOf(lead, verb, utterance.reading) &&
        objects.some((each) => utterance.own(each, ORGANIZATION) !== undefined),
    )
  );
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike({ lang, reading }: Utterance, number: number, at: number): string | undefined {
  const { folded } = reading.sentence.tokens[at]!;
  const list = LISTS[lang]!.find((each) => each.some((word) => foldKey(word) === folded));
  if (list) return list[number - 1];
  if (folded.endsWith('th')) return number > 3 ? `${number}th` : undefined;
  return /^\d/.test(folded) ? folded.replace(/^\d+/, String(number)) : undefined;
}

import heads from '../../../../data/relations/heads.json';
import type { Claim } from '../claim';
import type { Records } from '../records';
import { foldKey } from '../../fold';
import type { NounGroup } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf } from './offices';
import { personOf, type Person } from './people';
import type { Utterance } from '../utterance';
import { text } from '../claimMessage';

/** The ordinal position of a head. */
export function rowClaims(
  utterance: Utterance,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  if (utterance.reading.modality !== 'asserted') return [];
  return ordinalClaims(utterance, people, row, records);
}

/** "Amy Pope, the tenth Director General": checked only where the record contains all of them. */
function ordinalClaims(
  utterance: Utterance,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  const count = records.fact(heads.count);
  if (count?.value !== row.length) return [];
  return utterance.reading.groups.flatMap((group) => {
    const ordinal = group.ordinal;
    if (!ordinal || ordinal.value === 1) return [];
    const office = officeOf(utterance, group);
    const isOffice =
      office &&
      office !== 'other' &&
      !office.isSeat &&
      !(office.isLoose && office.of === 'bare' && !isLeading(utterance, group)) &&
      !isNarrowed(utterance, group);
    if (!isOffice) return [];
    const person = people.find((each) => each.head !== undefined && isOf(utterance, each, group));
    if (!person?.head) return [];
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
        rule: 'fact-mismatch' as const,
        // Some sources count one more among the predecessors.
        certainty: isNow && person.by === 'name' ? ('certain' as const) : ('likely' as const),
        severity: isNow ? ('warning' as const) : ('information' as const),
        instead: [instead],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/**
 * Whether a statement equates a person with a group: within one group, by apposition, or by a verb with or without
 * "as".
 */
function isOf(utterance: Utterance, { group: own }: Person, group: NounGroup): boolean {
  if (own === group) return true;
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === own);
  if (
    index >= 0 &&
    nodes[index + 1]?.kind === 'comma' &&
    nodes[index + 2] === group &&
    nodes[index + 3]?.kind === 'coordinator' &&
    group.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person')
  )
    return true;
  // "Amy Pope, the first woman to direct IOM and the tenth person to lead it": a coordinated infinitive of the same
  // kind.
  const before = nodes[nodes.findIndex((node) => node === group) - 1];
  const isFurther =
    before?.kind === 'coordinator' &&
    utterance
      .argumentsOf(own)
      .some(
        ({ statement }) =>
          (statement.kind === 'apposition' ||
            statement.verb?.lemmas.some((lemma) => utterance.grammar.isBe(lemma)) === true) &&
          statement.subjects.includes(own) &&
          statement.objects.some(({ ordinal, first }) => ordinal !== undefined && first < group.first),
      );
  return (
    isFurther ||
    utterance
      .argumentsOf(group)
      .some(
        ({ statement, top, role, complement }) =>
          top === group &&
          (role !== 'complement' || complement!.roles.has('as') || complement!.roles.has('in')) &&
          [...statement.subjects, ...statement.objects].includes(own),
      )
  );
}

/** "séptima persona que dirige la OIM", "the tenth person to lead it", "la décima persona en el cargo" */
function isLeading(utterance: Utterance, group: NounGroup): boolean {
  if (
    utterance
      .attachedTo(group)
      .some(
        ({ roles, group: seat }) =>
          seat.kind === 'noun' &&
          roles.has('in') &&
          seat.owners.length === 0 &&
          headWordsOf(utterance.lang).seats.isIn(seat.words),
      )
  )
    return true;
  return utterance.reading.statements.some(
    (statement) =>
      (statement.subjects.includes(group) ||
        (statement.verb?.form === 'infinitive' && statement.first >= group.end && statement.first <= group.end + 1)) &&
      statement.verb !== undefined &&
      statement.verb.lemmas.some((lemma) => headWordsOf(utterance.lang).lead.get(lemma).length > 0) &&
      statement.objects.some((each) => utterance.own(each, ORGANIZATION) !== undefined),
  );
}

/** "the second Director General to come from Europe": the ordinal counts only some of the heads. */
function isNarrowed(utterance: Utterance, group: NounGroup): boolean {
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  const after = nodes[index + 1];
  if (index < 0 || after === undefined) return false;
  if (after.kind === 'relative') return !isLeading(utterance, group);
  return after.kind === 'verb' && after.form !== 'finite' && !isLeading(utterance, group);
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike(utterance: Utterance, number: number, at: number): string | undefined {
  const { folded } = utterance.reading.sentence.tokens[at]!;
  const isOf = (each: readonly string[]): boolean => each.some((word) => foldKey(word) === folded);
  const list = LISTS[utterance.lang]!.find(isOf);
  if (list) return list[number - 1];
  return folded.endsWith('th') && number > 3
    ? `${number}th`
    : /^\d/.test(folded)
      ? folded.replace(/^\d+/, String(number))
      : undefined;
}

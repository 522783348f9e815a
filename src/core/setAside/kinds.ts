import heads from '../../../data/relations/heads.json';
import { actClaims, actRelationOf, symbolsIn } from '../claims/bodies/acts';
import type { Claim } from '../claims/claim';
import { headClaims } from '../claims/heads/heads';
import { ORGANIZATION, headWordsOf } from '../claims/heads/offices';
import { headsIn } from '../claims/heads/tenures';
import { isVerbOf } from '../claims/field';
import { numberedIn } from '../claims/objectives/numbered';
import { objectiveClaims } from '../claims/objectives/objectives';
import { topicRelationOf, topicsIn } from '../claims/objectives/topics';
import type { Records } from '../claims/records';
import { formsIn, statusClaims } from '../claims/status/status';
import { statusWordsOf } from '../claims/status/statusWords';
import type { Utterance } from '../claims/utterance';
import { resultsIn } from '../claims/votes/voteCounts';
import { voteClaims } from '../claims/votes/votes';
import { voteRelationsOf } from '../claims/votes/voteRelation';
import type { Range } from '../reading/nodes';
import type { Wanted } from '../reading/text';
import type { Surroundings } from '../surroundings/surroundings';

/** A value of a kind that has words of its own, in a sentence that names the subject. */
export interface KindCandidate {
  readonly relation: { readonly concept: string; readonly fact: string | undefined };
  readonly value: Range;
  readonly ask: (utterance: Utterance) => readonly Claim[];
  readonly isRight: () => boolean;
}

/** Heads, numbers of votes, statuses, objectives and resolutions that differ from the record. */
export function kindCandidatesIn(
  utterance: Utterance,
  records: Records,
  surroundings: Surroundings,
): readonly KindCandidate[] {
  return [
    ...headsOf(utterance, records),
    ...votesOf(utterance, records),
    ...statusesOf(utterance, records),
    ...objectivesOf(utterance, records, surroundings),
    ...actsOf(utterance, records),
  ];
}

function headsOf(utterance: Utterance, records: Records): readonly KindCandidate[] {
  const { reading, lang, words } = utterance;
  const { titles, seats, lead } = headWordsOf(lang);
  const isWorded =
    [titles, seats].some((list) => list.isIn(words)) ||
    reading.statements.some(({ verb }) => isVerbOf(lead, verb, reading));
  if (!isWorded || !isNamed(utterance, ORGANIZATION)) return [];
  const row = records.facts(heads.subject, heads.property).filter(({ from }) => from !== undefined);
  return headsIn(reading, row).map((person) => ({
    relation: { concept: heads.subject, fact: person.head.id },
    value: person,
    ask: (each) => headClaims(each, records),
    isRight: () => person.head.to === undefined,
  }));
}

function votesOf(utterance: Utterance, records: Records): readonly KindCandidate[] {
  const { words, relations } = voteRelationsOf(utterance.lang);
  const counts = resultsIn(utterance, words).flat();
  if (counts.length === 0) return [];
  return relations.flatMap(({ file }) => {
    const right = String(records.fact(file.fact)?.value).split('-');
    return isNamed(utterance, { concepts: new Set(file.subjects) })
      ? counts.map((each) => ({
          relation: { concept: file.subjects[0]!, fact: file.fact },
          value: each,
          ask: (other: Utterance) => voteClaims(other, records),
          isRight: () => right[each.side] === String(each.value),
        }))
      : [];
  });
}

function statusesOf(utterance: Utterance, records: Records): readonly KindCandidate[] {
  return statusWordsOf(utterance.lang).relations.flatMap((relation) =>
    isNamed(utterance, relation)
      ? formsIn(utterance, relation)
          .filter(({ form, statement }) => form.kind !== 'denied' || statement?.verb?.negated)
          .filter((found) => !isInName(utterance, found))
          .map((found) => ({
            relation: { concept: relation.file.subjects[0]!, fact: relation.file.fact },
            value: found,
            ask: (each: Utterance) => statusClaims(each, records),
            isRight: () => false,
          }))
      : [],
  );
}

function objectivesOf(utterance: Utterance, records: Records, surroundings: Surroundings): readonly KindCandidate[] {
  const relation = topicRelationOf(utterance.lang);
  const { words } = utterance;
  if (!isNamed(utterance, relation)) return [];
  const topics = topicsIn(words, relation);
  const concept = relation.file.subjects[0]!;
  const [counted] = records.facts(concept, relation.file.property);
  return numberedIn(utterance, relation, false)
    .filter(({ numbers: [number] }) => number! > Number(counted?.value) || topics.length > 0)
    .map((part) => ({
      relation: { concept, fact: counted?.id },
      value: part.at,
      ask: (each) => objectiveClaims(each, records, surroundings),
      isRight: () => part.numbers.some((number) => topics.some(({ numbers }) => numbers.has(number))),
    }));
}

function actsOf(utterance: Utterance, records: Records): readonly KindCandidate[] {
  const relation = actRelationOf(utterance.lang);
  if (!isNamed(utterance, relation)) return [];
  const right = String(records.fact(relation.file.fact)?.value);
  return symbolsIn(utterance, relation).map((symbol) => ({
    relation: { concept: relation.file.subjects[0]!, fact: relation.file.fact },
    value: symbol,
    ask: (each) => actClaims(each, records),
    isRight: () => right.endsWith(symbol.text),
  }));
}

function isNamed(utterance: Utterance, relation: Wanted): boolean {
  return utterance.reading.groups.some((group) => utterance.nameIn(group, relation) !== undefined);
}

/** "the Refugee Convention": a word within a name is said of nothing. */
function isInName({ reading }: Utterance, { first, next }: Range): boolean {
  return reading.groups.some(({ named }) => named.some((name) => name.first <= first && next <= name.next));
}

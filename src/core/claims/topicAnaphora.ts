import type { Range } from '../reading/nodes';
import type { Statement } from '../reading/statement';
import { titlesOf } from '../reading/topic';
import { isNounOf, isVerbOf } from './field';
import { numberedIn, type Numbered } from './numbered';
import { Utterance } from './utterance';
import type { FoundTopic, TopicRelation } from './topics';

/** An anaphoric reference to a numbered part, without its number, and the topic that the sentence gives to the part. */
export interface Antecedent {
  readonly part: Numbered;
  readonly topics: readonly FoundTopic[];
  /** The sentence or title that names the part. */
  readonly named: Utterance;
  /** The tokens of the sentence that give the topic. */
  readonly at: Range;
}

/**
 * "Objective 20 guides them. It deals with …", "# Objective 20" above "Subject: …": a pronoun, a short name or a label
 * refers back to the part.
 */
export function topicAnaphora(
  utterance: Utterance,
  topics: readonly FoundTopic[],
  relation: TopicRelation,
): Antecedent | undefined {
  if (topics.length === 0) return undefined;
  const labelled = ofLabel(utterance, topics, relation);
  if (labelled) return labelled;
  const stated = utterance.reading.statements.find(
    (statement) =>
      statement.kind === 'main' &&
      statement.modality === 'asserted' &&
      speaksOfPart(utterance, statement, relation) &&
      tells(utterance, statement, relation),
  );
  const after = stated && topics.filter(({ first }) => first >= stated.verb!.next && first < stated.next);
  if (!stated || !after || after.length === 0 || utterance.site.index === 0) return undefined;
  const [reading] = utterance.discourse.readingsBefore(utterance.site, 1);
  const previous = new Utterance(
    { ...utterance.site, index: utterance.site.index - 1, reading: reading! },
    utterance.discourse,
    utterance.lang,
  );
  const parts = numberedIn(previous, relation, false);
  const [part] = parts;
  const isSubject =
    part?.group !== undefined &&
    reading!.statements.some(
      ({ kind, subjects }) =>
        kind === 'main' &&
        subjects.length === 1 &&
        (subjects[0] === part.group || subjects[0]!.owners.includes(part.group!)),
    );
  return parts.length === 1 && isSubject
    ? { part, topics: after, named: previous, at: { first: after[0]!.first, next: after[0]!.next } }
    : undefined;
}

/** "It", "the objective", "its subject": the only subject of its clause, without a number of its own. */
function speaksOfPart(utterance: Utterance, { subjects, omitsSubject }: Statement, relation: TopicRelation): boolean {
  const [subject] = subjects;
  if (subject === undefined) return omitsSubject && utterance.grammar.omitsSubjects;
  if (
    subjects.length !== 1 ||
    subject.quantity !== undefined ||
    subject.ordinal !== undefined ||
    subject.owners.length > 0
  )
    return false;
  const isShort =
    (subject.determiner === 'definite' || subject.determiner === 'demonstrative') &&
    subject.words.length === 1 &&
    isNounOf(relation.names, subject);
  return (
    subject.pronoun === 'thing' ||
    isShort ||
    (subject.possessive === 'thing' && isNounOf(relation.field.nouns, subject))
  );
}

function tells(utterance: Utterance, { verb, subjects: [subject] }: Statement, relation: TopicRelation): boolean {
  if (!verb || verb.negated) return false;
  return subject?.possessive === 'thing'
    ? verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'))
    : isVerbOf(relation.tells, verb, utterance.reading);
}

function ofLabel(utterance: Utterance, topics: readonly FoundTopic[], relation: TopicRelation): Antecedent | undefined {
  const [label, mark] = utterance.reading.nodes;
  if (
    label?.kind !== 'noun' ||
    mark?.kind !== 'colon' ||
    label.words.length !== 1 ||
    !isNounOf(relation.field.nouns, label)
  )
    return undefined;
  for (const { text, block } of titlesOf(utterance.site.block, utterance.discourse)) {
    for (const [index, sentence] of text.sentencesOf(block).entries()) {
      const named = new Utterance(
        { block, index, reading: utterance.discourse.readingIn(text, sentence), text },
        utterance.discourse,
        utterance.lang,
      );
      const parts = numberedIn(named, relation, false);
      // A title belongs to the whole that it names.
      if (parts.length === 1)
        return named.reading.groups.some((group) => named.nameIn(group, relation) !== undefined)
          ? { part: parts[0]!, topics, named, at: { first: topics[0]!.first, next: topics[0]!.next } }
          : undefined;
      if (parts.length > 1) return undefined;
    }
  }
  return undefined;
}

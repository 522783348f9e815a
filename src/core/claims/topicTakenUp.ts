import type { Range } from '../reading/nodes';
import type { Statement } from '../reading/statement';
import { titlesOf } from '../reading/topic';
import { isNounOf, isVerbOf } from './field';
import { numberedIn, type Numbered } from './numbered';
import { Said } from './said';
import type { FoundTopic, TopicRelation } from './topics';

/** An anaphoric reference to a numbered part, without its number, and the topic that the sentence gives to the part. */
export interface TakenUp {
  readonly part: Numbered;
  readonly topics: readonly FoundTopic[];
  /** The sentence or title that names the part. */
  readonly named: Said;
  /** The tokens of the sentence that give the topic. */
  readonly at: Range;
}

/**
 * "Objective 20 guides them. It deals with …", "# Objective 20" above "Subject: …": a pronoun, a short name or a label
 * refers back to the part.
 */
export function topicTakenUp(said: Said, topics: readonly FoundTopic[], relation: TopicRelation): TakenUp | undefined {
  if (topics.length === 0) return undefined;
  const labelled = ofLabel(said, topics, relation);
  if (labelled) return labelled;
  const told = said.reading.statements.find(
    (statement) =>
      statement.kind === 'main' &&
      statement.modality === 'asserted' &&
      speaksOfPart(said, statement, relation) &&
      tells(said, statement, relation),
  );
  const after = told && topics.filter(({ first }) => first >= told.verb!.next && first < told.next);
  if (!told || !after || after.length === 0 || said.site.index === 0) return undefined;
  const [reading] = said.discourse.readingsBefore(said.site, 1);
  const previous = new Said(
    { ...said.site, index: said.site.index - 1, reading: reading! },
    said.discourse,
    said.lang,
    undefined,
    undefined,
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
function speaksOfPart(said: Said, { subjects, omitsSubject }: Statement, relation: TopicRelation): boolean {
  const [subject] = subjects;
  if (subject === undefined) return omitsSubject && said.grammar.omitsSubjects;
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

function tells(said: Said, { verb, subjects: [subject] }: Statement, relation: TopicRelation): boolean {
  if (!verb || verb.negated) return false;
  return subject?.possessive === 'thing'
    ? verb.lemmas.some((lemma) => said.grammar.isVerb(lemma, 'copula'))
    : isVerbOf(relation.tells, verb, said.reading);
}

function ofLabel(said: Said, topics: readonly FoundTopic[], relation: TopicRelation): TakenUp | undefined {
  const [label, mark] = said.reading.nodes;
  if (
    label?.kind !== 'noun' ||
    mark?.kind !== 'colon' ||
    label.words.length !== 1 ||
    !isNounOf(relation.field.nouns, label)
  )
    return undefined;
  for (const { text, block } of titlesOf(said.site.block, said.discourse)) {
    for (const [index, sentence] of text.sentencesOf(block).entries()) {
      const named = new Said(
        { block, index, reading: said.discourse.readingIn(text, sentence) },
        said.discourse,
        said.lang,
        undefined,
        undefined,
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

import type { Surroundings } from '../../surroundings/surroundings';
import type { Sentence } from '../../reading/sentence';
import type { Text } from '../../reading/text';
import type { Utterance } from '../utterance';
import type { Numbered } from './numbered';
import type { TopicRelation } from './topics';

/**
 * How a numbered part is attributed to the relation's subject; `undefined` where it belongs to another text, or nothing
 * attributes it. `mayGuess` allows the document to decide: where it names the subject and no other text with such
 * parts.
 */
export function wholeOf(
  utterance: Utterance,
  part: Numbered,
  relation: TopicRelation,
  surroundings: Surroundings,
  mayGuess: boolean,
): 'name' | 'reference' | undefined {
  const { sentence, groups } = utterance.reading;
  const { words, grammar } = utterance;
  const names = groups
    .flatMap(({ named }) => named)
    .filter(({ mention }) => mention.terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
  const isNext = names.some(({ first, next }) => first <= part.next + 2 && next > part.first);
  if (isNext) return 'name';
  if (part.group && part.group.possessive !== undefined) {
    const owner = utterance.ownerOf(part.group, relation);
    return owner === 'other' ? undefined : owner?.by;
  }
  if (part.group?.owners.some((owner) => utterance.own(owner, relation))) return 'reference';
  // "Objective 1 of the plan", "In its plan, objective 4 is …"
  const after = sentence.tokens[part.next];
  const isOfOther = after !== undefined && grammar.rolesOf(after)?.has('of') === true;
  if (isOfOther || relation.rivals.isIn(words.slice(0, part.first))) return undefined;
  if (names.some(({ next }) => next <= part.first)) return 'name';
  const named = lastNamed(utterance, relation, surroundings, mayGuess);
  if (named !== undefined) return named === 'subject' ? 'reference' : undefined;
  return mayGuess && utterance.discourse.isNamed(relation.file.subjects[0]!) ? 'reference' : undefined;
}

/** What the preceding sentences named last: the subject, or another text with such parts. */
function lastNamed(
  { discourse, site, grammar, reading }: Utterance,
  relation: TopicRelation,
  surroundings: Surroundings,
  mayGuess: boolean,
): 'subject' | 'plan' | undefined {
  const { block } = reading.sentence;
  let left = MOST_SENTENCES;
  const lookIn = (text: Text, sentences: readonly Sentence[]): 'subject' | 'plan' | undefined => {
    for (const sentence of [...sentences].reverse()) {
      if (left-- <= 0) return undefined;
      const isOwn = text
        .mentionsIn(sentence)
        .some(({ terms }) => terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
      if (isOwn) return 'subject';
      // "The Urban Compact for Reading has 26 objectives."
      const isOfOther =
        sentence.block === block &&
        relation.units.isIn(sentence.tokens.map((token) => grammar.singularOf(token))) &&
        discourse
          .readingIn(text, sentence)
          .statements.some(({ kind, subjects: [subject] }) => kind === 'main' && subject?.isProper === true);
      if (isOfOther) return 'plan';
    }
    return undefined;
  };
  const own = lookIn(surroundings, surroundings.sentencesOf(block).slice(0, site.index));
  if (own) return own;
  for (const { text, block: current } of discourse.blocksBefore(block)) {
    const found = lookIn(text, text.sentencesOf(current));
    if (found || left <= 0 || !mayGuess) return found;
  }
  return undefined;
}

/** The maximal number of preceding sentences. */
const MOST_SENTENCES = 60;

import type { BlockReader, Surroundings } from '../surroundings/surroundings';
import { grammarOf } from '../reading/grammar';
import type { Block } from '../prose/prose';
import { cellsOf } from '../reading/cells';
import { firstRowOf } from './entries';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { TopicRelation } from './topics';
import type { Text } from '../reading/text';

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
  const {
    sentence: { tokens },
    grammar,
    groups,
  } = utterance.reading;
  const named = groups
    .flatMap((each) => each.named)
    .filter(({ mention }) => mention.terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
  if (
    named.some(
      ({ first, next }) =>
        (first <= part.first && next > part.first) ||
        (first >= part.first && first <= part.next + 2 && !isJoint(utterance, part.next, first)) ||
        (next <= part.first &&
          next >= part.first - 2 &&
          tokens.slice(next, part.first).every(({ folded }) => folded === "'" || folded === 's')),
    )
  )
    return 'name';
  if (utterance.site.block.kind === 'table-row' && comparesNumbers(utterance, relation, surroundings)) return undefined;
  const { group } = part;
  if (group && group.possessive !== undefined) {
    const owner = utterance.ownerOf(group, relation);
    return owner && owner !== 'other' ? owner.by : undefined;
  }
  for (const owner of group?.owners ?? []) if (utterance.own(owner, relation)) return 'reference';
  const following = tokens[part.next];
  if (following && grammar.rolesOf(following)?.has('of') && (group?.owners.length ?? 0) > 0) return undefined;
  if (following && grammar.rolesOf(following)?.has('of')) return undefined;
  // "Objective 1 in the plan but objective 8 in the Compact"
  const isIn =
    following !== undefined &&
    grammar.rolesOf(following)?.has('in') === true &&
    relation.plans.indexIn(utterance.words.slice(part.next + 1, part.next + 4)) >= 0;
  if (isIn) return undefined;
  const plan = relation.plans.indexIn(utterance.words.slice(0, part.first));
  const before = named.filter(({ next }) => next <= part.first).at(-1);
  if (plan >= 0) return undefined;
  if (before) return 'name';
  return lastNamed(utterance, relation, surroundings, named.length > 0, mayGuess);
}

/** "| Objective 2 | statistics | objective 1 |": a table that compares the numbers of two texts. */
export function comparesNumbers(utterance: Utterance, relation: TopicRelation, surroundings: Surroundings): boolean {
  const { prose } = surroundings;
  let read = tableReaders.get(relation);
  if (!read) tableReaders.set(relation, (read = (opening, around) => hasRowOfTwo(opening, relation, around)));
  return surroundings.property(firstRowOf(prose.indexAt(utterance.site.block.start), prose), read);
}

/** By relation; each reads a table once, from its first row. */
const tableReaders = new WeakMap<TopicRelation, BlockReader<boolean>>();

/** Whether a row of the table has numbers in two of its cells. */
function hasRowOfTwo(opening: Block, { names }: TopicRelation, surroundings: Surroundings): boolean {
  const { prose } = surroundings;
  const grammar = grammarOf(surroundings.languageOf(opening));
  const isRow = (at: number): boolean => prose.blocks[at]?.kind === 'table-row' && firstRowOf(at, prose) === opening;
  for (let at = prose.indexAt(opening.start); isRow(at); at++) {
    for (const sentence of surroundings.sentencesOf(prose.blocks[at]!)) {
      const { tokens } = sentence;
      const isNumbered = (i: number): boolean =>
        names.isIn([grammar.singularOf(tokens[i]!)]) && /^\d{1,2}$/.test(tokens[i + 1]?.folded ?? '');
      const numbered = cellsOf(sentence, prose).filter(({ first, next }) =>
        tokens.some((_, i) => i >= first && i < next && isNumbered(i)),
      );
      if (numbered.length > 1) return true;
    }
  }
  return false;
}

/** Whether a comma joins the two: "Objective 9, the Compact …". */
function isJoint(utterance: Utterance, from: number, to: number): boolean {
  return utterance.reading.sentence.tokens.slice(from, to).some(({ folded }) => /^[,;:()–—]$/.test(folded));
}

/** The last referent of the preceding sentences: the subject, or another text with such parts. */
function lastNamed(
  utterance: Utterance,
  relation: TopicRelation,
  surroundings: Surroundings,
  isNamedAfter: boolean,
  mayGuess: boolean,
): 'reference' | undefined {
  const { block } = utterance.reading.sentence;
  let left = MOST_SENTENCES;
  const lookIn = (text: Text, current: Block, from: number): 'subject' | 'plan' | undefined => {
    const sentences = text.sentencesOf(current);
    for (let i = Math.min(from, sentences.length) - 1; i >= 0 && left > 0; i--, left--) {
      if (
        text
          .mentionsIn(sentences[i]!)
          .some(({ terms }) => terms.some(({ entry }) => relation.concepts.has(entry.concept.id)))
      )
        return 'subject';
      const words = sentences[i]!.tokens.map(({ folded }) => utterance.grammar.singular(folded));
      const plan = relation.plans.indexIn(words);
      // "this paper": the document itself has no objectives, unless it says otherwise.
      const isItself =
        plan > 0 &&
        utterance.grammar.is(sentences[i]!.tokens[plan - 1], 'demonstrative') &&
        !relation.names.isIn(words);
      // "The Urban Compact for Reading has 26 objectives."
      const isOfOther =
        current === block &&
        relation.names.isIn(words) &&
        utterance.discourse
          .readingIn(text, sentences[i]!)
          .statements.some(
            ({ kind, subjects: [subject] }) =>
              kind === 'main' && subject?.isProper === true && subject.pronoun === undefined,
          );
      if (isOfOther) return 'plan';
      if (plan >= 0 && !isItself && (current === block || current.kind === 'heading' || relation.names.isIn(words)))
        return 'plan';
    }
    return undefined;
  };
  let found = lookIn(surroundings, block, utterance.site.index);
  for (const { text, block: current } of utterance.discourse.blocksBefore(block)) {
    if (found !== undefined || left <= 0) break;
    found = lookIn(text, current, Infinity);
    if (!mayGuess) break;
  }
  if (found !== undefined) return found === 'subject' ? 'reference' : undefined;
  return isNamedAfter || (mayGuess && utterance.discourse.isNamed(relation.file.subjects[0]!))
    ? 'reference'
    : undefined;
}

/** The maximal number of preceding sentences. */
const MOST_SENTENCES = 60;

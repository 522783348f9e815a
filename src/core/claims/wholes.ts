import type { Surroundings } from '../context/surroundings';
import type { Block } from '../prose/prose';
import { cellsOf } from '../reading/cells';
import type { Text } from '../reading/discourse';
import { firstRowOf } from './entries';
import type { Numbered } from './numbered';
import type { Said } from './said';
import type { TopicRelation } from './topics';

/**
 * How a numbered part is attributed to the relation's subject; `undefined` where it belongs to another text, or nothing
 * attributes it. `mayGuess` allows the document to decide: where it names the subject and no other text with such
 * parts.
 */
export function wholeOf(
  said: Said,
  part: Numbered,
  relation: TopicRelation,
  surroundings: Surroundings,
  mayGuess: boolean,
): 'name' | 'reference' | undefined {
  const {
    sentence: { tokens },
    grammar,
    groups,
  } = said.reading;
  const named = groups
    .flatMap((each) => each.named)
    .filter(({ mention }) => mention.terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
  if (
    named.some(
      ({ first, next }) =>
        (first <= part.first && next > part.first) ||
        (first >= part.first && first <= part.next + 2 && !isJoint(said, part.next, first)) ||
        (next <= part.first &&
          next >= part.first - 2 &&
          tokens.slice(next, part.first).every(({ folded }) => folded === "'" || folded === 's')),
    )
  )
    return 'name';
  if (said.site.block.kind === 'table-row' && comparesNumbers(said, relation, surroundings)) return undefined;
  const { group } = part;
  if (group && group.possessive !== undefined) {
    const owner = said.ownerOf(group, relation);
    return owner && owner !== 'other' ? owner.by : undefined;
  }
  for (const owner of group?.owners ?? []) if (said.own(owner, relation)) return 'reference';
  const behind = tokens[part.next];
  if (behind && grammar.rolesOf(behind)?.has('of') && (group?.owners.length ?? 0) > 0) return undefined;
  if (behind && grammar.rolesOf(behind)?.has('of')) return undefined;
  // "Objective 1 in the plan but objective 8 in the Compact"
  const isIn =
    behind !== undefined &&
    grammar.rolesOf(behind)?.has('in') === true &&
    relation.plans.indexIn(said.words.slice(part.next + 1, part.next + 4)) >= 0;
  if (isIn) return undefined;
  const plan = relation.plans.indexIn(said.words.slice(0, part.first));
  const before = named.filter(({ next }) => next <= part.first).at(-1);
  if (plan >= 0) return undefined;
  if (before) return 'name';
  return lastNamed(said, relation, surroundings, named.length > 0, mayGuess);
}

/** "| Objective 2 | statistics | objective 1 |": a table that compares the numbers of two texts. */
export function comparesNumbers(said: Said, { names }: TopicRelation, surroundings: Surroundings): boolean {
  const { prose } = surroundings;
  const opening = firstRowOf(prose.indexAt(said.site.block.start), prose);
  // Computed once for all rows of a table.
  return surroundings.once(opening, 'comparesNumbers', () => {
    for (
      let at = prose.indexAt(opening.start);
      prose.blocks[at]?.kind === 'table-row' && firstRowOf(at, prose) === opening;
      at++
    ) {
      for (const sentence of surroundings.sentencesOf(prose.blocks[at]!)) {
        const { tokens } = sentence;
        const isNumbered = (i: number): boolean =>
          names.isIn([said.grammar.singularOf(tokens[i]!)]) && /^\d{1,2}$/.test(tokens[i + 1]?.folded ?? '');
        if (
          cellsOf(sentence, prose).filter(({ first, next }) =>
            tokens.some((_, i) => i >= first && i < next && isNumbered(i)),
          ).length > 1
        )
          return true;
      }
    }
    return false;
  });
}

/** Whether a comma joins the two: "Objective 9, the Compact …". */
function isJoint(said: Said, from: number, to: number): boolean {
  return said.reading.sentence.tokens.slice(from, to).some(({ folded }) => /^[,;:()–—]$/.test(folded));
}

/** The last referent of the preceding sentences: the subject, or another text with such parts. */
function lastNamed(
  said: Said,
  relation: TopicRelation,
  surroundings: Surroundings,
  isNamedBehind: boolean,
  mayGuess: boolean,
): 'reference' | undefined {
  const { block } = said.reading.sentence;
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
      const words = sentences[i]!.tokens.map(({ folded }) => said.grammar.singular(folded));
      const plan = relation.plans.indexIn(words);
      // "this paper": the document itself has no objectives, unless it says otherwise.
      const isItself =
        plan > 0 && said.grammar.is(sentences[i]!.tokens[plan - 1], 'demonstrative') && !relation.names.isIn(words);
      // "The Urban Compact for Reading has 26 objectives."
      const isOfOther =
        current === block &&
        relation.names.isIn(words) &&
        said.discourse
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
  let found = lookIn(surroundings, block, said.site.index);
  for (const { text, block: current } of said.discourse.blocksBefore(block)) {
    if (found !== undefined || left <= 0) break;
    found = lookIn(text, current, Infinity);
    if (!mayGuess) break;
  }
  if (found !== undefined) return found === 'subject' ? 'reference' : undefined;
  return isNamedBehind || (mayGuess && said.discourse.isNamed(relation.file.subjects[0]!)) ? 'reference' : undefined;
}

/** The maximal number of preceding sentences. */
const MOST_SENTENCES = 60;

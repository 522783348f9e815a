import { clauseOf } from './clauses';
import { HISTORY } from '../reading/cues';
import { grammarOf, type Grammar } from '../reading/grammar';
import { into } from '../reading/lookup';
import { phraseAt } from '../reading/phrases';
import { firstEndingAfter, type Sentence } from '../reading/sentence';
import type { Surroundings } from '../surroundings/surroundings';

/**
 * Whether the sentence reports that the concept gave up one name for another: "The organization that became IOM was
 * founded in 1951." The sentence is not read precisely enough to pair names with years, so neither can be replaced.
 */
export function tellsOfRenaming(sentence: Sentence, concept: string, surroundings: Surroundings): boolean {
  const known = into(answers, sentence, () => new Map());
  return into(known, concept, () => isRenamed(sentence, concept, surroundings));
}

/** Cached for each sentence, however many names it contains; by the id of the concept. */
const answers = new WeakMap<Sentence, Map<string, boolean>>();

function isRenamed(sentence: Sentence, concept: string, surroundings: Surroundings): boolean {
  const { tokens } = sentence;
  let named: readonly number[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const verb = phraseAt(tokens, i, HISTORY.renaming);
    if (!verb) continue;
    named ??= placesOf(sentence, concept, surroundings);
    const clause = clauseOf(tokens, verb);
    if (named.some((index) => index >= clause.first && index < clause.next)) return true;
    i = Math.max(i, clause.next - 1);
  }
  return false;
}

/**
 * The indexes of the tokens at which the concept is named. A person merely takes an office: in "became Director General
 * of IOM", nobody becomes the name.
 */
function placesOf(sentence: Sentence, concept: string, surroundings: Surroundings): readonly number[] {
  const { tokens } = sentence;
  const grammar = grammarOf(surroundings.languageOf(sentence.block));
  return surroundings
    .mentionsIn(sentence)
    .filter(({ terms }) => terms.some(({ entry }) => entry.concept.id === concept && entry.concept.kind !== 'person'))
    .map(({ start }) => firstEndingAfter(tokens, start))
    .filter((index) => !isOwner(index, tokens, grammar));
}

function isOwner(index: number, tokens: Sentence['tokens'], grammar: Grammar): boolean {
  let before = index - 1;
  while (
    before > 0 &&
    (/^['’]$/.test(tokens[before]!.folded) ||
      (grammar.is(tokens[before], 'definite') && !grammar.isContracted(tokens[before]!)))
  )
    before--;
  return grammar.hasRole(tokens[before], 'of');
}

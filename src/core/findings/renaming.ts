import { firstEndingAfter } from '../document';
import { HISTORY } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { Range } from '../reading/nodes';
import { readingIn } from '../reading/readings';
import { phraseAt } from '../reading/phrases';
import type { Sentence } from '../reading/sentence';
import type { Surroundings } from '../surroundings/surroundings';
import { clauseOf } from '../verdicts/use';

/**
 * Whether the sentence reports that the concept gave up one name for another: "The organization that became IOM was
 * founded in 1951." The sentence is not read precisely enough to pair names with years, so neither can be replaced.
 */
export function tellsOfRenaming(sentence: Sentence, concept: string, surroundings: Surroundings): boolean {
  const { tokens } = sentence;
  const places = placesOf(sentence, concept, surroundings);
  return tokens.some((_, i) => {
    const verb = phraseAt(tokens, i, HISTORY.renaming);
    const clause = verb && clauseOf(tokens, verb);
    return (
      clause &&
      !becomesThing(verb, sentence, surroundings) &&
      places.some((at) => at >= clause.first && at < clause.next)
    );
  });
}

/** "became a member of the system", "devenue une organisation apparentée": what follows the verb is no name. */
function becomesThing({ next }: Range, sentence: Sentence, surroundings: Surroundings): boolean {
  const thing = readingIn(surroundings, sentence).groups.find(({ first }) => first >= next);
  // A preposition may be between: "se convirtió en".
  return (
    thing !== undefined &&
    thing.first <= next + 1 &&
    thing.named.length === 0 &&
    !thing.isProper &&
    thing.words.length > 0
  );
}

/**
 * The indexes of the tokens at which the concept is named. A person merely takes an office: in "became Director General
 * of IOM", nobody becomes the name.
 */
function placesOf(sentence: Sentence, concept: string, surroundings: Surroundings): readonly number[] {
  const { tokens } = sentence;
  const grammar = grammarOf(surroundings.languageOf(sentence.block));
  const isOwner = (index: number): boolean => {
    const before = tokens.slice(0, index).findLast((token) => token.folded !== "'" && !grammar.is(token, 'definite'));
    return grammar.hasRole(before, 'of');
  };
  return surroundings
    .mentionsIn(sentence)
    .filter(({ terms }) => terms.some(({ entry }) => entry.concept.id === concept && entry.concept.kind !== 'person'))
    .map(({ start }) => firstEndingAfter(tokens, start))
    .filter((index) => !isOwner(index));
}

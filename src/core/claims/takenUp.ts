import type { Sentence, Token } from '../context/sentence';
import type { Surroundings } from '../context/surroundings';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import type { Subject } from './view';

/** A sentence that goes on to speak of a name by a short word for it. */
export interface TakenUp {
  readonly sentence: Sentence;
  readonly subjects: readonly Subject[];
}

/**
 * The sentences of a paragraph that take up "the Global Compact for Migration" as "the Compact", and do not name it
 * themselves; as far as the paragraph speaks of no other compact.
 */
export function takenUpIn(block: Block, surroundings: Surroundings, foreign: ReadonlySet<Mention>): readonly TakenUp[] {
  const { text } = surroundings.prose;
  const within = surroundings.mentionsIn(block);
  if (!within.some((mention) => isOf(mention, COMPACT))) return NONE;
  const mentions = within.filter((mention) => !foreign.has(mention) && surroundings.placeOf(mention)?.block === block);
  const named = mentions.find((mention) => isOf(mention, COMPACT) && mention.terms[0].form !== 'abbreviation');
  if (!named || mentions.some((mention) => OTHERS.some((concept) => isOf(mention, concept)))) return [];
  const found: TakenUp[] = [];
  for (const sentence of surroundings.sentencesOf(block)) {
    // Before its words are read.
    if (!/Compact|Pact[eo]/.test(text.slice(sentence.start, sentence.end))) continue;
    const own = surroundings.mentionsIn(sentence).filter((mention) => isOf(mention, COMPACT));
    const words = sentence.tokens.flatMap((token, i) => (COMPACTS.test(token.written) && !own.some(({ start, end }) => token.start >= start && token.end <= end) ? [i] : []));
    // Another compact: from here on, "the Compact" may be that.
    if (!words.every((i) => isShortFor(sentence.tokens, i))) return found;
    if (sentence.start >= named.end && own.length === 0 && words.length > 0) found.push({ sentence, subjects: words.map((i) => ({ mention: named, first: i, next: i + 1 })) });
  }
  return found;
}

const NONE: readonly TakenUp[] = [];
const COMPACT = 'gcm';
const OTHERS = ['gcr', 'ungc'];
const COMPACTS = /^(?:Compact|Pacte|Pacto)s?$/;

function isOf(mention: Mention, concept: string): boolean {
  return mention.terms.some((term) => term.entry.concept.id === concept);
}

/** "the Compact", "le Pacte", "el Pacto"; "the Compact on Refugees", "le Pacte international", "the National Compact" are others. */
function isShortFor(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return /^(?:Compact|Pacte|Pacto)$/.test(tokens[i].written) && /^(?:the|le|du|au|el|del|al)$/.test(tokens[i - 1]?.folded ?? '') && !/^\p{Lu}/u.test(next?.written ?? '')
    && !/^(?:on|of|for|sur|sobre|de|du|des|del|pour|para|mondial|with|between|avec|con)$|(?:al|el|een|eo|ien|ique|ico)$/.test(next?.folded ?? '');
}

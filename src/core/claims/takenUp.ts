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
 * The sentences of a paragraph that take up "the Global Compact for Migration" as "the Compact". Only where the paragraph
 * names no other compact, and they do not name this one themselves.
 */
export function takenUpIn(block: Block, surroundings: Surroundings, foreign: ReadonlySet<Mention>): readonly TakenUp[] {
  const { text } = surroundings.prose;
  const mentions = surroundings.mentionsIn(block).filter((mention) => !foreign.has(mention) && surroundings.placeOf(mention)?.block === block);
  const named = mentions.find((mention) => isOf(mention, COMPACT) && mention.terms[0].form !== 'abbreviation');
  if (!named || mentions.some((mention) => OTHERS.some((concept) => isOf(mention, concept)))) return [];
  return surroundings.sentencesOf(block).flatMap((sentence) => {
    // Before its words are read.
    if (sentence.start < named.end || !/Compact|Pact[eo]/.test(text.slice(sentence.start, sentence.end))) return [];
    if (surroundings.mentionsIn(sentence).some((mention) => isOf(mention, COMPACT))) return [];
    const subjects = sentence.tokens.flatMap((_, i) => (isShortFor(sentence.tokens, i) ? [{ mention: named, first: i, next: i + 1 }] : []));
    return subjects.length > 0 ? [{ sentence, subjects }] : [];
  });
}

const COMPACT = 'gcm';
const OTHERS = ['gcr', 'ungc'];

function isOf(mention: Mention, concept: string): boolean {
  return mention.terms.some((term) => term.entry.concept.id === concept);
}

/** "the Compact", "le Pacte", "el Pacto", with a capital; "the Compact on Refugees" and "the National Compact" are others. */
function isShortFor(tokens: readonly Token[], i: number): boolean {
  return /^(?:Compact|Pacte|Pacto)$/.test(tokens[i].written) && /^(?:the|le|du|au|el|del|al)$/.test(tokens[i - 1]?.folded ?? '')
    && !/^(?:on|of|for|sur|sobre|de|du|des|del|pour|para|mondial|mundial|with|between|avec|con)$/.test(tokens[i + 1]?.folded ?? '') && !/^\p{Lu}/u.test(tokens[i + 1]?.written ?? '');
}

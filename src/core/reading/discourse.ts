import { indexOfSentence, type Sentence } from './sentence';
import type { Block } from '../prose/prose';
import { grammarOf } from './grammar';
import { nameOf, sortOf, sortOfMention, type OwnReferent, type Sort } from './naming';
import type { Named, Years } from './nodes';
import { Reading } from './read';
import { blocksBefore, isRefutedBeside, sentenceAfter, type Earlier } from './readings';
import { FARTHEST_SENTENCE, storyBefore } from './story';
import { References } from './references';
import type { Token } from './tokens';
import type { Text, Wanted, Part, SentenceSite } from './text';

/** In code units: the maximal distance between a pronoun and its antecedent. */
export const REACH = 1200;

/**
 * The sentences of a part as one discourse: their readings, and the referents of the words in them. Everything is
 * parsed on demand.
 */
export class Discourse extends References {
  /** The blocks that precede a block of any part, nearest first, across the preceding parts. */
  blocksBefore(block: Block, text = this.text): Generator<Earlier> {
    return blocksBefore(text, this.rest, block);
  }

  /** The time of a narrative in the present tense that a sentence continues. */
  storyBefore(site: SentenceSite): Years | undefined {
    return storyBefore(site.text ?? this.text, this.rest, site, 1);
  }

  /** Ranges of sentences parsed as one text: a label and its value, cells of a table. A colon separates them. */
  readingOfParts(parts: readonly Part[], block: Block): Reading {
    const tokens: Token[] = [];
    const named: Named[] = [];
    for (const { sentence, first, next, text } of parts) {
      if (tokens.length > 0) {
        const { end } = tokens[tokens.length - 1]!;
        tokens.push({ kind: 'punctuation', folded: ':', written: ':', start: end, end, known: undefined });
      }
      const shift = tokens.length - first;
      for (const each of this.namedIn(sentence, text))
        if (each.first >= first && each.next <= next)
          named.push({ ...each, first: each.first + shift, next: each.next + shift });
      tokens.push(...sentence.tokens.slice(first, next));
    }
    const joined: Sentence = {
      block,
      start: tokens[0]?.start ?? block.start,
      end: tokens[tokens.length - 1]?.end ?? block.end,
      tokens,
      times: [],
      release: () => undefined,
    };
    return new Reading(grammarOf(this.text.languageOf(block)), joined, named);
  }

  /**
   * The topic of a table, a list or a labelled line: the referent of the nearest heading; `other` where that is
   * something else of the same sort.
   */
  topicOf(block: Block, wanted: Wanted, text = this.text): OwnReferent | 'other' | undefined {
    let level = Infinity;
    for (const { text: current, block: heading } of this.blocksBefore(block, text)) {
      // Each heading is of a higher level than the one before.
      if (heading.kind !== 'heading' || heading.level >= level) continue;
      level = heading.level;
      const topic = this.topicIn(heading, wanted, current);
      if (topic) return topic;
    }
    return undefined;
  }

  private topicIn(block: Block, wanted: Wanted, text: Text): OwnReferent | 'other' | undefined {
    const others = new Set<Sort>();
    for (const sentence of text.sentencesOf(block)) {
      const reading = this.readingIn(text, sentence);
      let found: OwnReferent | undefined;
      for (const group of reading.groups) {
        const referent = this.refer(group, { block, index: 0, reading, text }, wanted);
        if (referent.kind === 'own') found ??= referent;
        else if (referent.kind === 'other') {
          const name = nameOf(group, reading);
          others.add(name ? sortOfMention(name.mention) : sortOf(group, reading));
        }
      }
      if (found) return others.has(sortOfMention(found.mention)) ? 'other' : { ...found, by: 'reference' };
    }
    others.delete('thing');
    return others.size > 0 ? 'other' : undefined;
  }

  siteOf(sentence: Sentence): SentenceSite {
    const { block } = sentence;
    const index = indexOfSentence(this.text.sentencesOf(block), sentence);
    return { block, index, reading: this.readingIn(this.text, sentence) };
  }

  /** Whether a name near an offset of a block, or in the heading above, may be the antecedent of a pronoun. */
  isNearName(block: Block, offset: number): boolean {
    if (this.text.firstMentionIn({ start: block.start, end: offset }) !== undefined) return true;
    let length = offset - block.start;
    for (const { text, block: current } of this.blocksBefore(block)) {
      if (text.firstMentionIn(current) !== undefined) return true;
      length += current.end - current.start;
      if (length > REACH || current.kind === 'heading') return false;
    }
    return false;
  }

  /** Whether the sentence next to this one merely refutes it. */
  isRefuted({ block, index, text = this.text }: SentenceSite): boolean {
    return isRefutedBeside(text, block, index);
  }

  /** The sentence that follows one in its block, or the reply of the next speaker. */
  sentenceAfter({ block, index, text = this.text }: SentenceSite): Sentence | undefined {
    return sentenceAfter(text, block, index);
  }

  /** The source text between two offsets. */
  textOf(start: number, end: number): string {
    return this.text.prose.text.slice(start, end);
  }

  /** The readings of up to `count` preceding sentences in the block, nearest first. */
  readingsBefore({ block, index, text = this.text }: SentenceSite, count = FARTHEST_SENTENCE): readonly Reading[] {
    return text
      .sentencesOf(block)
      .slice(Math.max(0, index - count), index)
      .reverse()
      .map((sentence) => this.readingIn(text, sentence));
  }

  /** Whether the document names a concept. */
  isNamed(concept: string): boolean {
    return this.mentionOf(concept) !== undefined;
  }

  /** Whether a block names a concept by another name than the one given. */
  speaksOfOtherNames(block: Block, concept: string, name: string): boolean {
    return this.text
      .mentionsIn(block)
      .some(({ terms }) => terms.some(({ entry }) => entry.concept.id === concept && entry.name.id !== name));
  }
}

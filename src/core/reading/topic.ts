import type { Block } from '../prose/prose';
import type { Readings } from './read';
import { nameOf, sortOf, sortOfKind, type OwnReferent, type Referent, type Sort } from './naming';
import type { NounGroup } from './nodes';
import { withOwners } from './statement';
import type { SentenceSite, Text, Wanted } from './text';

/**
 * The topic of a table, a list or a labelled line: the referent of the nearest heading; `other` where that is something
 * else of the same sort.
 */
export function topicOf(
  block: Block,
  wanted: Wanted,
  discourse: Referents,
  text: Text,
): OwnReferent | 'other' | undefined {
  for (const title of headingsAbove(block, discourse, text)) {
    const topic = topicIn(title.block, wanted, discourse, title.text);
    if (topic) return topic;
  }
  return undefined;
}

/** The readings of a text, and the referents of its words. */
interface Referents extends Readings {
  refer(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent;
}

/** The headings above a block, nearest first, each of a higher level than the one before. */
function* headingsAbove(
  block: Block,
  readings: Readings,
  home: Text,
): Generator<{ readonly text: Text; readonly block: Block }> {
  let level = Infinity;
  for (const { text, block: current } of readings.blocksBefore(block, home)) {
    if (current.kind !== 'heading' || current.level >= level) continue;
    level = current.level;
    yield { text, block: current };
  }
}

function topicIn(block: Block, wanted: Wanted, discourse: Referents, text: Text): OwnReferent | 'other' | undefined {
  const others = new Set<Sort>();
  for (const sentence of text.sentencesOf(block)) {
    const reading = discourse.readingIn(text, sentence);
    const site: SentenceSite = { block, index: 0, reading, text };
    const tops = reading.nodes.flatMap((node) => (node.kind === 'noun' ? [node] : []));
    let found: OwnReferent | undefined;
    for (const top of tops) {
      for (const group of withOwners(top)) {
        const referent = discourse.refer(group, site, wanted);
        if (referent.kind === 'own') {
          found ??= referent;
        } else if (referent.kind === 'other') {
          const name = nameOf(group, reading);
          others.add(name ? sortOfKind(name.mention.terms[0]!.entry.concept.kind) : sortOf(group, reading));
        }
      }
    }
    if (found)
      return others.has(sortOfKind(found.mention.terms[0]!.entry.concept.kind))
        ? 'other'
        : { ...found, by: 'reference' };
  }
  others.delete('thing');
  return others.size > 0 ? 'other' : undefined;
}

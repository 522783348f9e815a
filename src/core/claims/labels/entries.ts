import type { Surroundings } from '../../surroundings/surroundings';
import { cellsOf, labelledIn } from '../../reading/cells';
import type { Mention } from '../../mentions/findMentions';
import type { DateGroup, Range } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import type { Sentence } from '../../reading/sentence';
import type { Part } from '../../reading/text';
import { LABELLED, interestOfTokens } from '../interest';
import { yearsOf, type Years } from '../time';
import { Utterance } from '../utterance';
import { labelWordsOf } from './labelWords';
import { cellEntries, type EntryParts } from './rows';

/** A label with its value, read as one text: the value begins at token `from`. */
export interface Entry {
  readonly utterance: Utterance;
  readonly from: number;
  readonly label: Label;
  /** The cell that names the subject, where the label does not. */
  readonly subject: Utterance | undefined;
  /** The kinds of relation, as bits, of which it has a word and a possible value. */
  readonly kinds: number;
}

/** The components of a label, except its dates. */
interface Label {
  readonly names: readonly Mention[];
  /** Its other words in the singular, and whether each leaves the meaning unchanged. */
  readonly words: readonly string[];
  readonly isGeneric: readonly boolean[];
}

/** The labels whose values occur in a sentence: "Members: 171", "| Seat | Vienna |". */
export function entriesOf(sentence: Sentence, around: Utterance, surroundings: Surroundings): readonly Entry[] {
  if (sentence.tokens.length > LONGEST || sentence.block.kind === 'heading') return [];
  const cells = cellsOf(sentence, surroundings.prose);
  const parts =
    cells.length > 1
      ? cellEntries(cells, around, surroundings)
      : cells.flatMap((cell) => labelledIn(cell, surroundings.prose));
  return parts.flatMap((each) => entryOf(each, around) ?? []);
}

/** In tokens. */
const LONGEST = 200;

/** The entry of a value with its labels; none where they match nothing for which labels are read. */
function entryOf({ labels, value, subject }: EntryParts, around: Utterance): Entry | undefined {
  const { discourse, lang, time } = around;
  const { block, index } = around.site;
  const kinds =
    interestOfTokens(lang, labels.flatMap(tokensOf)).worded & interestOfTokens(lang, tokensOf(value)).valued & LABELLED;
  if (kinds === 0 || around.reading.modality !== 'asserted') return undefined;
  const utteranceOf = (reading: Reading, years?: Years): Utterance =>
    new Utterance({ block, index, reading }, discourse, lang, time, years);
  const reading = discourse.readingOfParts([...labels, value], block);
  const from = labels.reduce((sum, { first, next }) => sum + next - first + 1, 0);
  // "Staff (2020): 15,311"
  const dates = datesIn(reading).filter(({ next }) => next <= from);
  const utterance = utteranceOf(reading, dates.flatMap(yearsOf)[0]);
  return {
    utterance,
    from,
    label: labelOf(utterance, from, dates),
    subject: subject && utteranceOf(discourse.readingOfParts([subject], block)),
    kinds,
  };
}

function labelOf({ reading, grammar, words, lang }: Utterance, from: number, dates: readonly Range[]): Label {
  const { tokens } = reading.sentence;
  const named = reading.groups.filter(({ next }) => next <= from).flatMap((group) => group.named);
  const taken = [...dates, ...named];
  const isWord = (i: number): boolean =>
    tokens[i]!.kind === 'word' && !taken.some(({ first, next }) => i >= first && i < next);
  const left = Array.from({ length: from - 1 }, (_, i) => i).filter(isWord);
  return {
    names: named.map(({ mention }) => mention),
    words: left.map((i) => words[i]!),
    isGeneric: left.map(
      (i) =>
        labelWordsOf(lang).generic.has(words[i]!) ||
        grammar.rolesOf(tokens[i]!) !== undefined ||
        grammar.is(tokens[i], 'definite') ||
        grammar.elided.has(tokens[i]!.folded),
    ),
  };
}

function tokensOf({ sentence, first, next }: Part): Sentence['tokens'] {
  return sentence.tokens.slice(first, next);
}

/** The dates of a reading in order, including those that belong to its noun groups. */
export function datesIn({ nodes, groups }: Reading): readonly DateGroup[] {
  const dates = new Set([
    ...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])),
    ...groups.flatMap((group) => group.dates),
  ]);
  return [...dates].sort((a, b) => a.first - b.first);
}

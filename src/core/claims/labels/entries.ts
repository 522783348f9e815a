import data from '../../../../data/relations/labels.json';
import { perLang } from '../../document';
import type { Surroundings } from '../../surroundings/surroundings';
import { cellsOf, labelledIn } from '../../reading/cells';
import { grammarOf } from '../../reading/grammar';
import type { Mention } from '../../mentions/findMentions';
import type { Reading } from '../../reading/read';
import type { Sentence } from '../../reading/sentence';
import type { Part } from '../../reading/text';
import { nounPhrase } from '../field';
import { LABELLED, interestOfTokens, valuedIn, wordedIn } from '../interest';
import { yearsOf, type Years } from '../time';
import { Utterance } from '../utterance';
import { cellEntries, type EntryParts } from './rows';

/** A label with its value, read as one text: the value begins at token `from`. */
export interface Entry {
  readonly utterance: Utterance;
  readonly from: number;
  readonly names: readonly Mention[];
  /** The words of its label in the singular, except names and dates, and whether each leaves the meaning unchanged. */
  readonly words: readonly string[];
  readonly isGeneric: readonly boolean[];
  /** The cell that names the subject, where the label does not. */
  readonly subject: Utterance | undefined;
  /** The kinds of relation, as bits, of which it has a word and a possible value. */
  readonly kinds: number;
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
  const { discourse, lang } = around;
  const { block, index } = around.site;
  const labelled = wordedIn(interestOfTokens(lang, labels.flatMap(tokensOf))) & LABELLED;
  const kinds = labelled === 0 ? 0 : labelled & valuedIn(interestOfTokens(lang, tokensOf(value)));
  if (kinds === 0 || around.reading.modality !== 'asserted') return undefined;
  const utteranceOf = (reading: Reading, years?: Years): Utterance =>
    new Utterance({ block, index, reading }, discourse, lang, () => around.time, years);
  const reading = discourse.readingOfParts([...labels, value], block);
  const from = labels.reduce((sum, { first, next }) => sum + next - first + 1, 0);
  // A date in the label is that of the value: "Staff (2020): 15,311".
  const dates = reading.dates.filter(({ next }) => next <= from);
  const utterance = utteranceOf(reading, dates.flatMap(yearsOf)[0]);
  const named = reading.groups.filter(({ next }) => next <= from).flatMap((group) => group.named);
  const isTaken = (i: number): boolean => [...dates, ...named].some(({ first, next }) => i >= first && i < next);
  const { tokens } = reading.sentence;
  const left = tokens.flatMap(({ kind }, i) => (i < from && kind === 'word' && !isTaken(i) ? [i] : []));
  return {
    utterance,
    from,
    names: named.map(({ mention }) => mention),
    words: left.map((i) => utterance.words[i]!),
    isGeneric: left.map((i) => isGeneric(utterance, i)),
    subject: subject && utteranceOf(discourse.readingOfParts([subject], block)),
    kinds,
  };
}

function isGeneric({ grammar, words, reading, lang }: Utterance, i: number): boolean {
  const token = reading.sentence.tokens[i]!;
  const isFunctional = grammar.rolesOf(token) !== undefined || grammar.is(token, 'definite');
  return isFunctional || grammar.elided.has(token.folded) || genericOf(lang).has(words[i]!);
}

const genericOf = perLang(
  (lang): ReadonlySet<string> => new Set(data.generic[lang].flatMap((word) => nounPhrase(word, grammarOf(lang)))),
);

function tokensOf({ sentence, first, next }: Part): Sentence['tokens'] {
  return sentence.tokens.slice(first, next);
}

import type { Lang } from '../document';
import { into } from '../into';
import { findMentions } from '../mentions/findMentions';
import { plaintext } from '../prose/plaintext';
import { Prose } from '../prose/prose';
import { readDates } from '../reading/dates';
import { grammarOf } from '../reading/grammar';
import { readSentences } from '../reading/sentence';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { textIn } from './recordLines';
import { isDenying, isTelling, valuesIn, type Values } from './values';

/** The values in a text of the record, read as those of a document are. */
export interface TextValues extends Values {
  readonly text: string;
  /** Whether a word denies something, so that the words of the text need not be right on their own. */
  readonly isDenying: boolean;
  /** All words of each sentence but mere function words, folded. */
  readonly sentences: readonly (readonly string[])[];
}

/** The values of a fact: those of its value, and those of its statement in a language. */
export interface FactValues {
  readonly value: TextValues;
  readonly statement: TextValues;
}

export function factValues(fact: Fact, lang: Lang, termbase: Termbase): FactValues {
  return into(
    into(KNOWN, fact, () => new Map<Lang, FactValues>()),
    lang,
    () => ({
      value: textValues(String(fact.value), 'en', termbase),
      statement: textValues(textIn(fact.statement, lang), lang, termbase),
    }),
  );
}

const KNOWN = new WeakMap<Fact, Map<Lang, FactValues>>();

/** The values in a text of the record, or in the words of a fix. */
export function textValues(text: string, lang: Lang, termbase: Termbase): TextValues {
  const prose = new Prose(text, plaintext);
  const { mentions } = findMentions(text, termbase, undefined, () => true);
  const grammar = grammarOf(lang);
  const all = prose.blocks.flatMap((block) =>
    readSentences(prose, block).map((sentence) => {
      const { tokens, start, end } = sentence;
      const range = { tokens, first: 0, next: tokens.length, dates: readDates(tokens, grammar), names: mentions };
      return {
        ...valuesIn({ ...range, text: text.slice(start, end) }, grammar),
        isDenying: tokens.some((token) => isDenying(token, grammar)),
        telling: tokens.filter((token) => isTelling(token, grammar)).map(({ folded }) => folded),
      };
    }),
  );
  return {
    text,
    numbers: all.flatMap(({ numbers }) => numbers),
    dates: all.flatMap(({ dates }) => dates),
    symbols: all.flatMap(({ symbols }) => symbols),
    places: all.flatMap(({ places }) => places),
    names: all.flatMap(({ names }) => names),
    words: all.flatMap(({ words }) => words),
    runs: all.flatMap(({ runs }) => runs),
    small: all.flatMap(({ small }) => small),
    isDenying: all.some((each) => each.isDenying),
    sentences: all.map(({ telling }) => telling),
  };
}

/** The ids of the concepts that names denote. */
export function conceptsIn({ names }: Pick<Values, 'names'>): ReadonlySet<string> {
  return new Set(names.flatMap(({ terms }) => terms.map(({ entry }) => entry.concept.id)));
}

import { innermost } from '../../reading/phrases';
import { themesOf } from '../../reading/statement';
import type { Utterance } from '../utterance';
import { statusWordsOf, type FoundForm } from './statusWords';

/** The replacements of a form; none where the sentence would have to be rewritten. */
export function replacementsOf(utterance: Utterance, found: FoundForm): readonly string[] {
  const { kind, instead } = found.form;
  if (kind === 'done') return sameForms(utterance, found);
  // Only something is "part of": "works outside the system".
  const { verb } = innermost(utterance.reading.statements, found) ?? {};
  if (kind === 'place' && verb && !utterance.grammar.isVerbOf(verb, 'copula')) return [];
  // The number would be wrong: "the 16th specialized agency", "one of the specialized agencies".
  const { ordinal, quantity } = innermost(utterance.reading.groups, found) ?? {};
  const before = utterance.words[found.first - 1] ?? '';
  const isNumbered = /^\d/.test(before) || (ordinal ?? quantity) !== undefined;
  const isCounted = isNumbered || (found.next - found.first > 1 && isPlural(utterance, found));
  return kind === 'is' && isCounted ? [] : instead;
}

/** Whether the last word is a plural. */
function isPlural({ words, reading }: Utterance, { next }: FoundForm): boolean {
  return words[next - 1] !== reading.sentence.tokens[next - 1]!.folded;
}

/** The replacements of a verb in its tense and number. Another patient of the verb may well be signed. */
function sameForms({ reading, grammar }: Utterance, { first, form, statement }: FoundForm): readonly string[] {
  if (themesOf(statement!, grammar).length > 1) return [];
  const [lemma] = form.words;
  const own = grammar.rareVerbForms(reading.sentence.tokens[first]!).filter((each) => each.lemma === lemma);
  return form.instead.flatMap((other) => {
    const found = own.flatMap(({ kind, written }) => {
      const formsOf = (verb: string): readonly string[] =>
        grammar.formsOf(verb).flatMap((each) => (each.kind === kind ? [each.written] : []));
      return formsOf(other)[formsOf(lemma!).indexOf(written)] ?? [];
    });
    // "signed and adopted" would be adopted twice.
    return found.slice(0, 1).filter((written) => !reading.sentence.tokens.some((token) => token.written === written));
  });
}

/** Whether no other word has to agree with the replacement. */
export function isWholeAfter(utterance: Utterance, found: FoundForm): boolean {
  const { genders, kind, party } = found.form;
  // Also about other bodies, for which it may be true: "stands among the specialized agencies".
  if (party || (kind === 'is' && isPlural(utterance, found))) return false;
  if (!genders) return true;
  // The replacement may take another preposition: "institution spécialisée des".
  const { unfit } = statusWordsOf(utterance.lang).words;
  const after = utterance.reading.sentence.tokens[found.next]?.folded;
  if (kind === 'is' && after !== undefined && unfit.isIn([after])) return false;
  const group = innermost(utterance.reading.groups, found);
  return genders[0] === genders[1] || (group !== undefined && group.words.length <= found.next - found.first);
}

import type { Utterance } from '../utterance';
import type { Link } from './statusSubjects';
import type { FoundForm } from './statusWords';

/** The replacements of a noun; none where the words count or rank several bodies, as the number would be wrong. */
export function fitsAround({ reading, grammar }: Utterance, { form, first, next }: FoundForm): readonly string[] {
  if (form.kind !== 'is') return form.instead;
  const { groups, sentence } = reading;
  const around = groups.find((group) => group.first <= first && first < group.next);
  const last = sentence.tokens[next - 1]!.folded;
  const isRanked =
    around?.ordinal !== undefined ||
    around?.quantity !== undefined ||
    /^\d/.test(sentence.tokens[first - 1]?.folded ?? '') ||
    (next - first > 1 && grammar.singular(last) !== last);
  return isRanked ? [] : form.instead;
}

/** The replacement of a verb in the same tense and number; none where the sentence would have to be rewritten. */
export function verbInstead(
  { reading, grammar }: Utterance,
  { first, form }: FoundForm,
  { isShared }: Link,
): readonly string[] {
  const token = reading.sentence.tokens[first]!;
  if (isShared === true || form.words.length > 1) return [];
  const own = grammar.rareVerbForms(token).filter(({ lemma }) => lemma === form.words[0]);
  return form.instead.flatMap((lemma) => {
    for (const { kind, written } of own) {
      const formsOf = (verb: string): readonly string[] =>
        grammar.formsOf(verb).flatMap((each) => (each.kind === kind ? [each.written] : []));
      const instead = formsOf(lemma)[formsOf(form.words[0]!).indexOf(written)];
      if (instead !== undefined)
        return [/^\p{Lu}/u.test(token.written) ? instead[0]!.toUpperCase() + instead.slice(1) : instead];
    }
    return [];
  });
}

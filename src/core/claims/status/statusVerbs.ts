import type { Range } from '../../reading/nodes';
import type { Utterance } from '../utterance';
import type { Link } from './statusLinks';
import type { Form } from './statusWords';

/**
 * The replacement of a verb of the form, in the same tense and number; empty where the sentence would have to be
 * rewritten.
 */
export function verbInstead(
  utterance: Utterance,
  { first }: Range,
  form: Form,
  { statement, isShared }: Link,
): readonly string[] {
  const { grammar } = utterance;
  const token = utterance.reading.sentence.tokens[first]!;
  if (isShared === true || !statement?.verb) return [];
  const own = grammar.rareVerbForms(token).filter(({ lemma }) => lemma === form.words[0]);
  if (form.words.length > 1) return [];
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

import type { Grammar } from './grammar';
import type { VerbClass } from './grammarFile';
import type { VerbGroup } from './nodes';
import { phraseIn } from './phrases';
import type { Modality } from './statement';
import type { Sentence } from './sentence';
import type { Token } from './tokens';

/** The modality of a clause that depends on a verb: "claims that", "denied that", "wants to". */
export function modalityUnder(governor: VerbGroup, own: Modality, grammar: Grammar): Modality {
  const is = (kind: VerbClass): boolean => grammar.isVerbOf(governor, kind);
  // "Suppose that": an imperative, which has the same form as the infinitive.
  if (is('supposing')) return 'supposed';
  if (own !== 'asserted') return own;
  if (governor.form === 'gerund' && is('preambular')) return 'asserted';
  if (is('denying')) return 'denied';
  if (is('factive')) return 'asserted';
  if (is('reporting')) return 'reported';
  if (is('planning')) return 'planned';
  if (governor.negated) return 'denied';
  return governor.modality;
}

/** The modality of a sentence as a whole: a question, a refutation, or reported speech whose source precedes it. */
export function sentenceModality(tokens: readonly Token[], grammar: Grammar): Modality {
  if (tokens.some(({ folded }) => folded === '?') || isInvertedQuestion(tokens, grammar)) return 'asked';
  const { refuting, according } = grammar.phrases;
  if (phraseIn(tokens, 0, tokens.length, refuting)) return 'refuted';
  return phraseIn(tokens, 0, OPENING, according) ? 'reported' : 'asserted';
}

/**
 * "Is it the case that …", "Did IOM …": a question of a list, without its mark. A language that omits subjects also
 * begins statements with a verb.
 */
function isInvertedQuestion(tokens: readonly Token[], grammar: Grammar): boolean {
  // A question that is read together with its answer precedes a colon.
  if (grammar.has('omitsSubjects') || tokens.some(({ folded }) => folded === ':')) return false;
  const first = tokens.findIndex(({ kind, folded }) => kind === 'word' && /^\p{L}{2}/u.test(folded));
  const [verb, subject] = first < 0 || first > LABEL ? [] : tokens.slice(first);
  if (!verb || !subject) return false;
  const forms = grammar.verbForms(verb).filter(({ kind }) => kind === 'present' || kind === 'past');
  const isDoing = forms.some(({ lemma }) => grammar.isDo(lemma));
  const isBeing = forms.some(({ lemma }) => grammar.isBe(lemma)) && grammar.pronounOf(subject) !== undefined;
  return (isDoing || isBeing) && subject.kind === 'word';
}

/** In tokens: a number in brackets. */
const LABEL = 3;

/**
 * The same as {@link sentenceModality}, for the range between semicolons that begins at a token: a refutation in
 * another range does not apply.
 */
export function modalityFrom(first: number, tokens: readonly Token[], grammar: Grammar, whole: Modality): Modality {
  if (whole !== 'refuted' || !tokens.some(({ folded }) => folded === ';')) return whole;
  const next = tokens.findIndex(({ folded }, i) => i >= first && folded === ';');
  return sentenceModality(tokens.slice(first, next < 0 ? tokens.length : next), grammar);
}

/**
 * In tokens: the maximal distance from the beginning at which "according to" governs the sentence and is not an
 * afterthought.
 */
const OPENING = 8;

/** In code units. */
const LONGEST_REFUTATION = 80;

/** "It is not.", "C'est faux.": a sentence that merely refutes the preceding one. */
export function isRefutation(sentence: Sentence | undefined, grammar: Grammar): boolean {
  if (sentence === undefined || sentence.end - sentence.start >= LONGEST_REFUTATION) return false;
  const words = sentence.tokens
    .filter(({ kind, folded }) => kind === 'word' || folded === "'")
    .map(({ folded }) => folded);
  return words.length > 0 && words.length <= 8 && grammar.phrases.refutations.has(words.join(' '));
}

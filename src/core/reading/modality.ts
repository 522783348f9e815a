import type { Grammar } from './grammar';
import type { VerbClass } from './grammarFile';
import type { VerbGroup } from './nodes';
import { phraseAt, phraseIn } from './phrases';
import type { Modality } from './statement';
import type { Sentence } from './sentence';
import { withoutLabel, type Token } from './tokens';

/** The modality of a clause that depends on a verb: "claims that", "denied that", "wants to". */
export function modalityUnder(governor: VerbGroup, own: Modality, grammar: Grammar): Modality {
  const [, modality] = GOVERNORS.find(([kind]) => grammar.isVerbOf(governor, kind)) ?? [];
  if (own !== 'asserted' && modality !== 'supposed') return own;
  if (governor.form === 'gerund' && grammar.isVerbOf(governor, 'preambular')) return own;
  return modality ?? (governor.negated ? 'denied' : governor.modality);
}

/** What verbs make of the clauses that depend on them, by precedence. */
const GOVERNORS: readonly (readonly [VerbClass, Modality])[] = [
  ['supposing', 'supposed'],
  ['denying', 'denied'],
  ['factive', 'asserted'],
  ['reporting', 'reported'],
  ['planning', 'planned'],
];

/** The modality of a sentence as a whole: a question, a refutation, or reported speech whose source precedes it. */
export function sentenceModality(tokens: readonly Token[], grammar: Grammar): Modality {
  if (tokens.some(({ folded }) => folded === '?') || isInvertedQuestion(tokens, grammar)) return 'asked';
  const { refuting, according } = grammar.index;
  if (phraseIn(tokens, 0, tokens.length, refuting)) return 'refuted';
  return phraseIn(tokens, 0, OPENING, according) ? 'reported' : 'asserted';
}

/**
 * "Is it the case that …", "Did IOM …": a question of a list, without its mark. A language that omits subjects also
 * begins statements with a verb, and a question that is read together with its answer precedes a colon.
 */
function isInvertedQuestion(tokens: readonly Token[], grammar: Grammar): boolean {
  const [verb, subject] = tokens.slice(0, OPENING).filter(({ folded }) => /^\p{L}{2}/u.test(folded));
  if (!verb || !subject || grammar.has('omitsSubjects') || tokens.some(({ folded }) => folded === ':')) return false;
  const forms = grammar.verbForms(verb).filter(({ kind }) => kind === 'present' || kind === 'past');
  const lemmas = forms.map(({ lemma }) => lemma);
  const isBeing = grammar.isVerbOf({ lemmas }, 'be') && grammar.entryOf(subject).pronoun !== undefined;
  return isBeing || grammar.isVerbOf({ lemmas }, 'do');
}

/**
 * In tokens: the maximal distance from the beginning at which "according to" governs the sentence and is not an
 * afterthought, and at which a question begins.
 */
const OPENING = 8;

/** In code units. */
const LONGEST_REFUTATION = 80;

/** "It is not.", "C'est faux.": a sentence that merely refutes the preceding one. */
export function isRefutation(sentence: Sentence | undefined, grammar: Grammar): boolean {
  if (sentence === undefined || sentence.end - sentence.start >= LONGEST_REFUTATION) return false;
  return refutes(withoutLabel(sentence.tokens).filter(isSpoken), grammar);
}

/** "Myth.", "Faux.": a sentence that is a label for a wrong statement after it. */
export function isRefutingLabel({ tokens }: Sentence, grammar: Grammar): boolean {
  const label = [...tokens.filter(({ kind }) => kind === 'word'), { folded: ':' }];
  return phraseAt(label, 0, grammar.index.refuting)?.next === label.length;
}

/** "No, it is intergovernmental", "False": whether words refute before their first mark. */
export function refutes(tokens: readonly Token[], grammar: Grammar): boolean {
  const mark = tokens.findIndex((token) => !isSpoken(token));
  const words = tokens.slice(0, mark < 0 ? tokens.length : mark).map(({ folded }) => folded);
  return grammar.index.refutations.has(words.join(' '));
}

function isSpoken({ kind, folded }: Token): boolean {
  return kind === 'word' || folded === "'";
}

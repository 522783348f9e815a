import { foldKey } from '../fold';
import type { Inflection, VerbForm } from './inflection';
import { Lookup, into, type Written } from './lookup';

/**
 * The forms of all verbs of a language, by their spelling. They are generated when a word with their first letters is
 * first looked up, as most texts have few of them.
 */
export class Conjugation {
  private readonly known = new Map<string, Lookup<VerbForm[]>>();
  private verbs: Verbs | undefined;

  constructor(private readonly inflection: Inflection) {}

  get(word: Written): readonly VerbForm[] | undefined {
    return into(this.known, word.folded.slice(0, LETTERS), (letters) => this.formsWith(letters)).get(word);
  }

  private formsWith(letters: string): Lookup<VerbForm[]> {
    const { lemmas, changing } = (this.verbs ??= verbsOf(this.inflection));
    const found = new Lookup<VerbForm[]>();
    const regular = (lemmas.get(letters) ?? []).map(({ lemma, index }) => ({
      index,
      forms: this.inflection.formsOf(lemma),
    }));
    // The order of the tables decides between two verbs with the same form.
    for (const { forms } of [...regular, ...(changing.get(letters) ?? [])].sort((a, b) => a.index - b.index))
      for (const form of forms) {
        // Without its final accent, a Spanish form may be another word: "empleó", "empleo".
        const mayLackAccents = form.written.charCodeAt(form.written.length - 1) < FIRST_ACCENTED;
        found.into(form.written, () => [], mayLackAccents).push(form);
      }
    return found;
  }
}

/** The number of letters that the forms of most verbs share. */
const LETTERS = 2;
/** The first letter with an accent in Latin-1. */
const FIRST_ACCENTED = 0xc0;

/** Verbs and forms by their first letters, with the positions of the verbs in the tables. */
interface Verbs {
  readonly lemmas: ReadonlyMap<string, readonly { readonly lemma: string; readonly index: number }[]>;
  /** The forms of verbs of which some begin with other letters than the lemma: "is", "went". */
  readonly changing: ReadonlyMap<string, readonly { readonly forms: readonly VerbForm[]; readonly index: number }[]>;
}

function verbsOf(inflection: Inflection): Verbs {
  const lemmas = new Map<string, { lemma: string; index: number }[]>();
  const changing = new Map<string, { forms: VerbForm[]; index: number }[]>();
  for (const [index, lemma] of [...inflection.lemmas].entries())
    if (!inflection.mayChangeLetters(lemma, LETTERS)) into(lemmas, lettersOf(lemma), () => []).push({ lemma, index });
    else
      for (const form of inflection.formsOf(lemma))
        into(changing, lettersOf(form.written), () => []).push({ forms: [form], index });
  return { lemmas, changing };
}

function lettersOf(word: string): string {
  return foldKey(word).slice(0, LETTERS);
}

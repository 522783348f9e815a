import { foldKey } from '../fold';
import type { Inflection, VerbForm } from './inflection';
import { Lookup, type Written } from './lookup';

/**
 * The forms of all verbs of a language, by their spelling. They are generated when a word with their first letters is
 * first looked up, as most texts have few of them.
 */
export class Conjugation {
  private readonly known = new Map<string, Lookup<VerbForm[]>>();
  private verbs: Verbs | undefined;

  constructor(private readonly inflection: Inflection) {}

  get(word: Written): readonly VerbForm[] | undefined {
    const letters = word.folded.slice(0, LETTERS);
    let forms = this.known.get(letters);
    if (!forms) this.known.set(letters, (forms = this.formsWith(letters)));
    return forms.get(word);
  }

  private formsWith(letters: string): Lookup<VerbForm[]> {
    const { byLetters, changing } = (this.verbs ??= verbsOf(this.inflection));
    const forms = new Lookup<VerbForm[]>();
    for (const lemma of merged(byLetters.get(letters) ?? [], changing)) {
      for (const form of this.inflection.formsOf(lemma.text)) {
        if (lemma.changes && lettersOf(form.written) !== letters) continue;
        // Without its final accent, a Spanish form may be another word: "empleó", "empleo".
        const mayLackAccents = form.written.charCodeAt(form.written.length - 1) < FIRST_ACCENTED;
        forms.into(form.written, () => [], mayLackAccents).push(form);
      }
    }
    return forms;
  }
}

/** The number of letters that the forms of most verbs share. */
const LETTERS = 2;
/** The first letter with an accent in Latin-1. */
const FIRST_ACCENTED = 0xc0;

interface Lemma {
  readonly text: string;
  /** The position in the tables, which decides between two verbs with the same form. */
  readonly index: number;
  /** Whether a form may begin with other letters than the lemma: "is", "went". */
  readonly changes: boolean;
}

interface Verbs {
  readonly byLetters: ReadonlyMap<string, readonly Lemma[]>;
  readonly changing: readonly Lemma[];
}

function verbsOf(inflection: Inflection): Verbs {
  const byLetters = new Map<string, Lemma[]>();
  const changing: Lemma[] = [];
  for (const [index, text] of [...inflection.lemmas].entries()) {
    const changes = inflection.mayChangeLetters(text, LETTERS);
    if (changes) {
      changing.push({ text, index, changes });
      continue;
    }
    const letters = lettersOf(text);
    const same = byLetters.get(letters);
    if (same) same.push({ text, index, changes });
    else byLetters.set(letters, [{ text, index, changes }]);
  }
  return { byLetters, changing };
}

function lettersOf(word: string): string {
  return foldKey(word).slice(0, LETTERS);
}

function merged(some: readonly Lemma[], others: readonly Lemma[]): readonly Lemma[] {
  return [...some, ...others].sort((a, b) => a.index - b.index);
}

import { foldKey } from '../fold';
import type { Inflection, VerbForm } from './inflection';
import { into } from '../into';
import { Lookup, type Written } from './lookup';

/**
 * The forms of all verbs of a language, by their spelling. They are generated when a word with their first letters is
 * first looked up, as most texts have few of them.
 */
export class Conjugation {
  private readonly known = new Map<string, Lookup<VerbForm[]>>();
  private lemmas: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(private readonly inflection: Inflection) {}

  get(word: Written): readonly VerbForm[] | undefined {
    return into(this.known, lettersOf(word.folded), (letters) => this.formsWith(letters)).get(word);
  }

  private formsWith(letters: string): Lookup<VerbForm[]> {
    const found = new Lookup<VerbForm[]>();
    for (const lemma of (this.lemmas ??= lemmasOf(this.inflection)).get(letters) ?? [])
      for (const form of this.inflection.formsOf(lemma)) {
        // Without its final accent, a Spanish form may be another word: "empleó", "empleo".
        const mayLackAccents = form.written.charCodeAt(form.written.length - 1) < FIRST_ACCENTED;
        found.into(form.written, () => [], mayLackAccents).push(form);
      }
    return found;
  }
}

/** The number of letters that the forms of most verbs share. */
const LETTERS = 3;
/** The first letter with an accent in Latin-1. */
const FIRST_ACCENTED = 0xc0;

/** The verbs with a form that begins with certain letters. The order of the tables decides between two verbs. */
function lemmasOf(inflection: Inflection): ReadonlyMap<string, ReadonlySet<string>> {
  const lemmas = new Map<string, Set<string>>();
  for (const lemma of inflection.lemmas) {
    const forms = inflection.keepsLetters(lemma, LETTERS)
      ? [lemma]
      : inflection.formsOf(lemma).map(({ written }) => written);
    for (const form of forms) into(lemmas, lettersOf(foldKey(form)), () => new Set()).add(lemma);
  }
  return lemmas;
}

function lettersOf(word: string): string {
  return word.slice(0, LETTERS);
}

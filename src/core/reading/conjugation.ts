import { foldKey } from '../fold';
import type { Inflection, VerbForm } from './inflection';
import { Lookup, into, type Written } from './lookup';

/**
 * The forms of all verbs of a language, by their spelling. They are generated when a word with their first letters is
 * first looked up, as most texts have few of them.
 */
export class Conjugation {
  private readonly known = new Map<string, Lookup<VerbForm[]>>();
  private sources: Sources | undefined;

  constructor(private readonly inflection: Inflection) {}

  get(word: Written): readonly VerbForm[] | undefined {
    return into(this.known, word.folded.slice(0, LETTERS), (letters) => this.formsWith(letters)).get(word);
  }

  private formsWith(letters: string): Lookup<VerbForm[]> {
    const found = new Lookup<VerbForm[]>();
    for (const source of (this.sources ??= sourcesOf(this.inflection)).get(letters) ?? [])
      for (const form of typeof source === 'string' ? this.inflection.formsOf(source) : [source]) {
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

/**
 * By first letters: the verbs of which all forms begin with them, and the forms of the others ("is", "went"). The order
 * of the tables decides between two verbs with the same form.
 */
type Sources = ReadonlyMap<string, readonly (string | VerbForm)[]>;

function sourcesOf(inflection: Inflection): Sources {
  const sources = new Map<string, (string | VerbForm)[]>();
  const add = (written: string, source: string | VerbForm): unknown =>
    into(sources, foldKey(written).slice(0, LETTERS), () => []).push(source);
  for (const lemma of inflection.lemmas)
    if (!inflection.mayChangeLetters(lemma, LETTERS)) add(lemma, lemma);
    else for (const form of inflection.formsOf(lemma)) add(form.written, form);
  return sources;
}

import type { Inflection, VerbForm } from './inflection';
import { Lookup } from './lookup';

/** The forms of all verbs of a language, by their spelling. */
export function conjugate(inflection: Inflection): Lookup<VerbForm[]> {
  const forms: VerbForm[] = [];
  for (const lemma of inflection.lemmas) inflection.addForms(lemma, forms);
  const bySpelling = new Lookup<VerbForm[]>();
  for (const form of forms) {
    // Without its final accent, a Spanish form may be another word: "empleó", "empleo".
    const mayLackAccents = form.written.charCodeAt(form.written.length - 1) < FIRST_ACCENTED;
    bySpelling.into(form.written, () => [], mayLackAccents).push(form);
  }
  return bySpelling;
}

/** The first letter with an accent in Latin-1. */
const FIRST_ACCENTED = 0xc0;

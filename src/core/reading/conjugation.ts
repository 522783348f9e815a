import { foldKey } from '../fold';
import { inflect, type VerbForm, type VerbTables } from './inflection';
import { Lookup } from './lookup';

/** The forms of verbs, by spelling, and by lemma and kind. */
export interface Conjugation {
  readonly forms: Lookup<VerbForm[]>;
  readonly byLemma: ReadonlyMap<string, readonly string[]>;
}

/** The forms of all verbs of a language. */
export function conjugate(file: VerbTables): Conjugation {
  const forms = new Lookup<VerbForm[]>();
  const byLemma = new Map<string, string[]>();
  for (const form of inflect(file)) {
    // Without its final accent, a Spanish form may be another word: "empleó", "empleo".
    forms.into(form.written, () => [], foldKey(form.written.slice(-1)) === form.written.slice(-1)).push(form);
    const key = `${form.lemma} ${form.kind}`;
    const same = byLemma.get(key);
    if (same) same.push(form.written);
    else byLemma.set(key, [form.written]);
  }
  return { forms, byLemma };
}

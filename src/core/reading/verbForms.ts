import type { FormKind, VerbForm } from './inflection';

/** Whether any of the forms is of one of the kinds. */
export function hasForm(forms: readonly VerbForm[], ...kinds: readonly FormKind[]): boolean {
  return forms.some(({ kind }) => kinds.includes(kind));
}

/** Whether one of the forms is that of a finite verb in the present or past. */
export function isFinite(forms: readonly VerbForm[]): boolean {
  return hasForm(forms, 'present', 'past');
}

/** Whether one of the forms is that of a finite verb in any tense. */
export function hasFinite(forms: readonly VerbForm[]): boolean {
  return hasForm(forms, 'present', 'past', 'future', 'conditional');
}

import { perLang, type Lang } from '../document';

/** The values of the placeholders of a text. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/**
 * Fills the `{placeholders}` of a text of `data/wording` or `data/relations`. A part in square brackets is omitted
 * where one of its values is missing or empty: “Avoid “{form}”.[ Better: “{right}”.]”
 */
export function fill(text: string, values: Values): string {
  return text.replace(PART, (whole: string, optional: string | undefined, name: string) => {
    if (optional === undefined) return String(values[name] ?? whole);
    const isKnown = [...optional.matchAll(PLACEHOLDER)].every(([, each]) => (values[each!] ?? '') !== '');
    return isKnown ? fill(optional, values) : '';
  });
}

const PLACEHOLDER = /\{(\w+)\}/g;
const PART = /\[([^\]]*)\]|\{(\w+)\}/g;

/** The forms of a text by the number in it, as `Intl.PluralRules` names them; `zero` in any language. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Fills the form of a text that fits a number, which is its placeholder `{count}`. */
export function fillCounted(forms: Forms, count: number, lang: Lang, values: Values = {}): string {
  const form = (count === 0 ? forms.zero : undefined) ?? forms[pluralsIn(lang).select(count)] ?? forms.other;
  return fill(form, { count, ...values });
}

const pluralsIn = perLang((lang) => new Intl.PluralRules(lang));

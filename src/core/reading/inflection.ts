/** The verbs of a language: lemmas, and how their forms are made. */
export interface VerbTables {
  readonly paradigms: readonly Paradigm[];
  /** Forms that no paradigm makes; they take the place of the paradigm's own of the same kind. */
  readonly irregular: Readonly<Record<string, Partial<Record<FormKind, string>>>>;
  readonly verbs: string;
  /** Forms of the first and second person, made from others that a verb has: "trouvons" from "trouvant". */
  readonly derived?: readonly Derivation[];
}

/** Endings, blank-separated, after `strip` letters of the first form of a kind are taken off, if that ends so. */
export interface Derivation extends Partial<Record<FormKind, string>> {
  readonly from: FormKind;
  readonly endings: string;
  readonly strip: number;
}

/** Endings of the third person, blank-separated, after `strip` letters of a lemma with one of the endings are taken off. */
export interface Paradigm extends Partial<Record<FormKind, string>> {
  readonly endings: string;
  readonly strip: number;
}

export const FORM_KINDS = ['base', 'present', 'past', 'future', 'conditional', 'participle', 'gerund'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export interface VerbForm {
  readonly written: string;
  readonly lemma: string;
  readonly kind: FormKind;
}

/** All forms of all verbs. The first paradigm whose ending fits a lemma makes its forms. */
export function inflect({ paradigms, irregular, verbs, derived = [] }: VerbTables): readonly VerbForm[] {
  const forms: VerbForm[] = [];
  const lemmas = new Set([...Object.keys(irregular), ...verbs.split(' ')]);
  for (const lemma of lemmas) {
    const paradigm = paradigms.find(({ endings }) => endings === '' || endings.split(' ').some((ending) => lemma.endsWith(ending)));
    const own = irregular[lemma] ?? {};
    // A verb that gives all of its forms follows no paradigm.
    const isWhole = own.base !== undefined;
    for (const kind of FORM_KINDS) {
      const written = own[kind]?.split(' ') ?? (isWhole ? [] : regular(lemma, kind, paradigm));
      for (const form of written) forms.push({ written: form, lemma, kind });
      const [first] = written;
      for (const each of derived) if (each.from === kind && first?.endsWith(each.endings)) addDerived(forms, lemma, first.slice(0, first.length - each.strip), each);
    }
  }
  return forms;
}

function addDerived(forms: VerbForm[], lemma: string, stem: string, derivation: Derivation): void {
  for (const kind of FORM_KINDS) for (const ending of derivation[kind]?.split(' ') ?? []) forms.push({ written: stem + ending, lemma, kind });
}

function regular(lemma: string, kind: FormKind, paradigm: Paradigm | undefined): readonly string[] {
  const stem = lemma.slice(0, lemma.length - (paradigm?.strip ?? 0));
  if (kind === 'base') return [lemma];
  const endings = paradigm?.[kind];
  return endings === undefined ? [] : endings.split(' ').map((ending) => stem + ending);
}

/** An ending of words that no paradigm makes, with the kinds of form that it suggests. */
export interface Guess {
  readonly ending: string;
  readonly form: string;
}

export const NO_FORMS: readonly VerbForm[] = [];

/** The forms that a word's ending suggests. */
export function guessForms(lower: string, guesses: readonly Guess[]): readonly VerbForm[] {
  const guess = guesses.find(({ ending }) => lower.length > ending.length + 2 && lower.endsWith(ending));
  if (!guess) return NO_FORMS;
  const lemma = lower.slice(0, lower.length - guess.ending.length);
  return guess.form.split(' ').map((kind) => ({ written: lower, lemma, kind: kind as FormKind }));
}

/** The verbs of a language: lemmas and rules for their forms. */
export interface VerbTables {
  readonly paradigms: readonly Paradigm[];
  /** Forms outside any paradigm; they replace the paradigm's forms of the same kind. */
  readonly irregular: Readonly<Record<string, Partial<Record<FormKind, string>>>>;
  readonly verbs: string;
  /** Forms of the first and second person, derived from other forms of a verb: "trouvons" from "trouvant". */
  readonly derived?: readonly Derivation[];
}

/** Endings, separated by spaces. They replace `strip` letters of the first form of a kind, if it has the ending. */
export interface Derivation extends Partial<Record<FormKind, string>> {
  readonly from: FormKind;
  readonly endings: string;
  readonly strip: number;
}

/**
 * Endings of the third person, separated by spaces. They replace `strip` letters of a lemma with one of the endings.
 */
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

/** Generates the forms of verbs, by the first paradigm whose ending fits the lemma. */
export class Inflection {
  readonly lemmas: ReadonlySet<string>;
  private readonly paradigms: readonly { readonly endings: readonly string[]; readonly paradigm: Paradigm }[];

  constructor(private readonly tables: VerbTables) {
    this.lemmas = new Set([...Object.keys(tables.irregular), ...tables.verbs.split(' ')]);
    this.paradigms = tables.paradigms.map((paradigm) => ({ endings: paradigm.endings.split(' '), paradigm }));
  }

  /** Whether the forms of a verb are certain to begin with as many letters of its lemma. */
  keepsLetters(lemma: string, letters: number): boolean {
    return !this.tables.irregular[lemma] && lemma.length - (this.paradigmOf(lemma)?.strip ?? 0) >= letters;
  }

  /** All forms of a verb, in the order of its paradigm; none for another word. */
  formsOf(lemma: string): readonly VerbForm[] {
    if (!this.lemmas.has(lemma)) return NO_FORMS;
    const forms: VerbForm[] = [];
    const add = (kind: FormKind, stem: string, endings: string | undefined): void => {
      for (const ending of endings?.split(' ') ?? []) forms.push({ written: stem + ending, lemma, kind });
    };
    const { irregular, derived = [] } = this.tables;
    const own = irregular[lemma] ?? {};
    // A verb that lists all of its forms follows no paradigm.
    const paradigm = own.base === undefined ? this.paradigmOf(lemma) : undefined;
    for (const kind of FORM_KINDS) {
      const first = forms.length;
      if (own[kind] !== undefined) add(kind, '', own[kind]);
      else if (kind === 'base') add(kind, lemma, '');
      else add(kind, lemma.slice(0, lemma.length - (paradigm?.strip ?? 0)), paradigm?.[kind]);
      const written = forms[first]?.written;
      for (const each of derived)
        if (each.from === kind && written?.endsWith(each.endings))
          for (const other of FORM_KINDS) add(other, written.slice(0, written.length - each.strip), each[other]);
    }
    return forms;
  }

  private paradigmOf(lemma: string): Paradigm | undefined {
    // Every lemma ends in the empty ending.
    return this.paradigms.find(({ endings }) => endings.some((ending) => lemma.endsWith(ending)))?.paradigm;
  }
}

/** A word ending outside any paradigm, with the kinds of form that it suggests. */
export interface Guess {
  readonly ending: string;
  readonly form: string;
  /** The ending of the lemma, if it is known. */
  readonly lemma?: string;
}

export const NO_FORMS: readonly VerbForm[] = [];

/** The forms that a word's ending suggests. */
export function guessForms(lower: string, guesses: readonly Guess[]): readonly VerbForm[] {
  const guess = guesses.find(({ ending }) => lower.length > ending.length + 2 && lower.endsWith(ending));
  if (!guess) return NO_FORMS;
  const lemma = lower.slice(0, lower.length - guess.ending.length) + (guess.lemma ?? '');
  return guess.form.split(' ').map((kind) => ({ written: lower, lemma, kind: kind as FormKind }));
}

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

import type { Lang } from '../document';
import type { RuleId, Severity } from '../rules';
import type { Concept, Fact, Form, Name, OtherMeaning, Source } from './concept';

/** A validated termbase, ready to search: the result of {@link loadTermbase}. */
export interface Termbase {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly names: ReadonlyMap<string, NameEntry>;
  /** Every designation, with braces expanded; a mention refers to terms by their index in this list. */
  readonly terms: readonly TermEntry[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Indexed by abbreviation. */
  readonly otherMeanings: ReadonlyMap<string, readonly OtherMeaning[]>;
}

export interface NameEntry {
  readonly name: Name;
  readonly concept: Concept;
  /** The years in which the name was in use, including boundary years and slack; open ends are infinite. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Those who headed the concept under this name, by their folded surnames. */
  readonly heads: ReadonlyMap<string, Head>;
}

/** The head of an organization, and the years in which the tenure began and ended. */
export interface Head {
  readonly name: string;
  readonly surname: string;
  readonly from: number;
  readonly to: number;
}

export interface TermEntry {
  readonly index: number;
  readonly entry: NameEntry;
  readonly text: string;
  /** The "s" of the plural or careless possessive of an English abbreviation ("ICEMs"); a replacement keeps it. */
  readonly suffix: '' | 's';
  readonly lang: Lang;
  readonly form: Form;
  readonly status: 'preferred' | 'admitted' | 'superseded' | 'deprecated';
  readonly loose: boolean;
  /** A loose form that the body itself uses as a tag line: a hint. */
  readonly brand: boolean;
  /** The rule that reports the term if it is deprecated. */
  readonly rule: RuleId;
  /** The severity that replaces that of the rule. */
  readonly level: Severity | undefined;
  /** The replacements if the term is deprecated, best first. */
  readonly instead: readonly string[];
  readonly exactCase: boolean;
  readonly gender: 'm' | 'f' | undefined;
  readonly number: 'sg' | 'pl';
  readonly article: boolean;
  readonly ambiguous: boolean;
  /** Whether a source that was seen contains the form. */
  readonly isVerified: boolean;
}

/**
 * The name that a concept received at a known date and still has; `undefined` where no current name has a beginning.
 */
export function presentNameOf({ names }: Concept): Name | undefined {
  return names.find((name) => name.from !== undefined && !isFormer(name));
}

/** The current name of a concept, otherwise its last one. */
export function lastNameOf({ names }: Concept): Name | undefined {
  return names.find((name) => !isFormer(name)) ?? names.at(-1);
}

/** Whether a name is no longer in use. */
export function isFormer({ to, former }: Name): boolean {
  return to !== undefined || former === true;
}

/**
 * The preferred term of a name in a language and form; falls back to its full form; `undefined` where there is none.
 */
export function preferredTerm(termbase: Termbase, nameId: string, lang: Lang, form: Form): TermEntry | undefined {
  const ofName = rightTermsOf(termbase, nameId).filter((t) => t.lang === lang);
  return ofName.find((t) => t.form === form) ?? ofName.find((t) => t.form === 'full') ?? ofName[0];
}

/** The correct term of a language with exactly this text. */
export function rightTerm(termbase: Termbase, text: string, lang: Lang): TermEntry | undefined {
  return indexOf(termbase).byText.get(`${lang} ${text}`);
}

/** The correct forms of a name in all languages, in the order of the file. */
export function rightTermsOf(termbase: Termbase, nameId: string): readonly TermEntry[] {
  return indexOf(termbase).byName.get(nameId) ?? [];
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly TermEntry[]>;
  readonly byText: ReadonlyMap<string, TermEntry>;
}

const indexes = new WeakMap<Termbase, Index>();

function indexOf(termbase: Termbase): Index {
  let index = indexes.get(termbase);
  if (!index) {
    const byName = new Map<string, TermEntry[]>();
    const byText = new Map<string, TermEntry>();
    for (const term of termbase.terms) {
      if (term.status === 'deprecated' || term.suffix !== '') continue;
      const { id } = term.entry.name;
      const known = byName.get(id);
      if (known) known.push(term);
      else byName.set(id, [term]);
      const key = `${term.lang} ${term.text}`;
      if (!byText.has(key)) byText.set(key, term);
    }
    indexes.set(termbase, (index = { byName, byText }));
  }
  return index;
}

import type { Lang } from '../document';
import type { RuleId } from '../rules';
import type { Concept, Fact, Form, Name, OtherMeaning, Source } from './concept';

/** A validated termbase, ready to search: what {@link loadTermbase} makes of files. */
export interface Termbase {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly names: ReadonlyMap<string, NameEntry>;
  /** Every designation, braces expanded; a mention refers to terms by their index here. */
  readonly terms: readonly TermEntry[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
  /** By abbreviation. */
  readonly otherMeanings: ReadonlyMap<string, readonly OtherMeaning[]>;
}

export interface NameEntry {
  readonly name: Name;
  readonly concept: Concept;
  /** The years in which the name was in use, boundary years and slack included; open ends are infinite. */
  readonly firstYear: number;
  readonly lastYear: number;
}

export interface TermEntry {
  readonly index: number;
  readonly entry: NameEntry;
  readonly text: string;
  /** The "s" of an English abbreviation's plural or careless possessive ("ICEMs"); a replacement keeps it. */
  readonly suffix: '' | 's';
  readonly lang: Lang;
  readonly form: Form;
  readonly status: 'preferred' | 'admitted' | 'superseded' | 'deprecated';
  readonly loose: boolean;
  /** The rule that reports the term if it is deprecated. */
  readonly rule: RuleId;
  /** What to write instead if it is deprecated, best first. */
  readonly instead: readonly string[];
  readonly exactCase: boolean;
  readonly gender: 'm' | 'f' | undefined;
  readonly number: 'sg' | 'pl';
  readonly article: boolean;
  readonly ambiguous: boolean;
}

/** The preferred term of a name in a language and form, falling back to its full form; `undefined` where there is none. */
export function preferredTerm(termbase: Termbase, nameId: string, lang: Lang, form: Form): TermEntry | undefined {
  const ofName = termbase.terms.filter((t) => t.entry.name.id === nameId && t.lang === lang && t.status !== 'deprecated' && t.suffix === '');
  return ofName.find((t) => t.form === form) ?? ofName.find((t) => t.form === 'full') ?? ofName[0];
}

import type { Lang } from '../document';
import type { RuleId, Severity } from '../rules';

/**
 * The termbase as written in files. The vocabulary follows ISO 1087, TBX and SKOS: a concept is designated by terms,
 * each with an administrative status. `data/termbase.schema.json` describes the same shapes for editors.
 */
export interface TermbaseFile {
  /** The version of this format; a file without one has version 1. */
  readonly version?: typeof TERMBASE_VERSION;
  readonly concepts?: readonly Concept[];
  readonly facts?: readonly Fact[];
  readonly sources?: readonly Source[];
  readonly otherMeanings?: readonly OtherMeaning[];
  /** Ids of concepts, names and facts to remove from the built-in termbase. */
  readonly retire?: readonly string[];
  /** House style: the form of a name that fixes offer first. */
  readonly prefer?: readonly Preference[];
}

/** Increases when files of the new format can no longer be read by the old rules. */
export const TERMBASE_VERSION = 1;

/** The form of a name that a house style prescribes, where the termbase admits several. */
export interface Preference {
  /** Id of the name. */
  readonly name: string;
  readonly lang: Lang;
  /** Default `full`. */
  readonly form?: Form;
  readonly text: string;
  /**
   * `information` reports the other admitted forms of the same language and form, and offers this one as the
   * replacement.
   */
  readonly others?: 'information';
}

/** A text in the languages of the organization; English is always present and replaces a missing language. */
export interface LocalText {
  readonly en: string;
  readonly fr?: string;
  readonly es?: string;
}

export type ConceptKind =
  | 'organization'
  | 'body'
  | 'instrument'
  | 'objective'
  | 'resolution'
  | 'forum'
  | 'person'
  | 'programme'
  | 'office'
  | 'notion';

/** One concept of the termbase. Its names follow one another in time; most concepts have one. */
export interface Concept {
  /** Hand-written, kebab-case, never reused. */
  readonly id: string;
  readonly kind: ConceptKind;
  readonly definition: LocalText;
  /**
   * True for a concept that is known only so that it is not mistaken for another: its correct names produce no
   * finding, near miss, hint or completion. Its former names and wrong forms are reported like any other.
   */
  readonly shield?: boolean;
  /** True for a plain word ("migrant") that is defined for lookup and not searched for in text. */
  readonly lookUpOnly?: boolean;
  /** The concept that replaced this one, for bodies that ended (the Global Migration Group → the Network). */
  readonly successor?: string;
  /** URLs of the same concept in other databases: Wikidata, EuroVoc, the UNBIS Thesaurus, UNTERM, IATE. */
  readonly sameAs?: readonly string[];
  readonly names: readonly Name[];
}

/**
 * One name of a concept, in all its languages and forms: the full name, the abbreviation, and its misnomers. Dates
 * are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the source; the name is valid in `[from, to)`.
 */
export interface Name {
  /** Unique in the termbase: `icem`. */
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  /** True for a name that ended at a time that is not known, and so has no `to`. */
  readonly former?: boolean;
  /**
   * The first and last year outside `[from, to)` in which sources also use the name, so that a text that does so is
   * not wrong.
   */
  readonly slackFrom?: number;
  readonly slackTo?: number;
  /** Why the preferred form should replace another one: one sentence for readers. */
  readonly because: LocalText;
  readonly sources: readonly string[];
  readonly terms: readonly Term[];
  readonly examples?: Examples;
}

/**
 * - `preferred`: the official designation
 * - `admitted`: also correct
 * - `superseded`: formerly correct; not written in files but derived from `to` or `former` of the name
 * - `deprecated`: never correct
 */
export type Status = 'preferred' | 'admitted' | 'deprecated';

export type Form = 'full' | 'short' | 'abbreviation';

/**
 * One designation in one language.
 *
 * `text` is matched word by word: differences in blanks, line breaks, kinds of hyphens and quotation marks, and the
 * composition of accents are ignored. Groups in braces list alternatives, `illegal migrant{|s}`, and expand in step
 * with those of `instead`.
 */
export interface Term {
  readonly text: string;
  readonly lang: Lang;
  /** Default `full`. */
  readonly form?: Form;
  /** Default `preferred`. */
  readonly status?: Status;
  /** True for a deprecated form that is merely imprecise: its severity is information, not warning. */
  readonly loose?: boolean;
  /** A loose form that the body itself uses as a tag line: a hint. */
  readonly brand?: boolean;
  /** The rule that reports a deprecated form; default `deprecated-name`. */
  readonly rule?: Extract<RuleId, 'deprecated-name' | 'wrong-status' | 'confused-concept' | 'preferred-terminology'>;
  /** The severity of a deprecated form, if it is not that of its rule. */
  readonly level?: Severity;
  /**
   * The replacements of a deprecated form, best first; defaults to the preferred term of the name in the same
   * language and form.
   */
  readonly instead?: readonly string[];
  /** `exact` for abbreviations (default there), else `any`: sentence case, title case, ALL CAPS. */
  readonly case?: 'exact' | 'any';
  /** Grammatical gender and number, for articles in fixes (fr, es). */
  readonly gender?: 'm' | 'f';
  readonly number?: 'sg' | 'pl';
  /** Whether "the" precedes it in running English text ("the International Organization for Migration", but "IOM"). */
  readonly article?: boolean;
  /** True for a form that also has other meanings: it counts only where an anchor occurs in the document. */
  readonly ambiguous?: boolean;
  readonly note?: LocalText;
  readonly sources?: readonly string[];
}

/**
 * Sentences that the tests check: the first text of each `flag` pair must produce a finding, and the fix must produce
 * the second text, if there is one.
 */
export interface Examples {
  readonly flag?: readonly (readonly [text: string, fixed?: string])[];
  readonly allow?: readonly string[];
}

/** Grades of the sources' record; a fact of grade C is not verified and produces no finding. */
export type Confidence = 'A' | 'B' | 'C';

/** A statement: subject, property and value, with its time and its references (modelled on Wikidata). */
export interface Fact {
  readonly id: string;
  /** Id of the concept that the fact describes. */
  readonly subject: string;
  /** kebab-case property: `member-states`, `founded`, `seat`, `head`. */
  readonly property: string;
  readonly value: string | number;
  /** The unit of a number, in English: `States`, `people`, `USD million`. */
  readonly unit?: string;
  /** The date of a count or state; for an event use `from` alone. */
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  /** The date of the last comparison with the sources; each fact of the record that may have changed has one. */
  readonly reviewed?: string;
  /** True for a fact that serves comparisons with text and is not listed in the look-up: nobody would cite it. */
  readonly checkOnly?: boolean;
  readonly section: Section;
  /** A complete sentence in our own words, ready to be inserted into a text. */
  readonly statement: LocalText;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  /** The values of other sources, and how to judge them. */
  readonly conflicts?: readonly Conflict[];
  readonly note?: LocalText;
}

export interface Conflict {
  readonly value: string | number;
  readonly sources: readonly string[];
  /** True for an error of its sources: a text that gives this value is wrong as well. */
  readonly error?: boolean;
  /** The side that this termbase takes, and why, in one sentence. */
  readonly verdict: LocalText;
}

/** The sections under which facts are shown. */
export const SECTIONS = [
  'history-and-names',
  'un-integration',
  'structure-membership-leadership',
  'mandate-and-operations',
  'members-and-engagement',
  'criticism-and-debates',
  'contemporary-role',
  'global-compact',
  'un-network',
  'programmes-and-tools',
  'regional-processes',
  'legal-instruments',
  'figures',
  'style',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A citable document; its fields have the names of CSL-JSON where that has them. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued?: string;
  readonly URL?: string;
  /** A document symbol or number: `A/RES/73/195`. */
  readonly number?: string;
  /** In the languages of the organization, or one text for all of them. */
  readonly note?: string | LocalText;
  /**
   * False for a source that was only heard or remembered: a name that has no other source produces no warning.
   * Default true.
   */
  readonly verified?: boolean;
}

/** Another meaning of an abbreviation of the termbase, and the words that indicate it. */
export interface OtherMeaning {
  readonly id: string;
  readonly abbreviation: string;
  readonly meaning: string;
  /** Words or phrases near the abbreviation that indicate this meaning; matched like terms, in any case. */
  readonly anchors: readonly string[];
  /**
   * True where migration words occur near this meaning too (a migration body of another country), so that only its
   * own anchors count.
   */
  readonly sameDomain?: boolean;
  readonly sources?: readonly string[];
}

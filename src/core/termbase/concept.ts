import type { Lang } from '../document';
import type { RuleId } from '../rules';

/**
 * The termbase as it stands in files. Words are those of ISO 1087, TBX and SKOS: a concept is designated by terms,
 * each with an administrative status. `data/termbase.schema.json` describes the same shapes for editors.
 */
export interface TermbaseFile {
  /** The version of this shape; a file without one has the first. */
  readonly version?: typeof TERMBASE_VERSION;
  readonly concepts?: readonly Concept[];
  readonly facts?: readonly Fact[];
  readonly sources?: readonly Source[];
  readonly otherMeanings?: readonly OtherMeaning[];
  /** Ids of concepts, names and facts of the built-in termbase that are to be taken out. */
  readonly retire?: readonly string[];
  /** House style: which form of a name the fixes offer first. */
  readonly prefer?: readonly Preference[];
}

/** Goes up when a file of the new shape can no longer be read as one of the old. */
export const TERMBASE_VERSION = 1;

/** A form of a name that a house writes by rule, where the termbase admits several. */
export interface Preference {
  /** Id of the name. */
  readonly name: string;
  readonly lang: Lang;
  /** Default `full`. */
  readonly form?: Form;
  readonly text: string;
  /** `information` marks the other admitted forms of the same language and form, with this one to write instead. */
  readonly others?: 'information';
}

/** A text in the languages of the organization; English is always there and stands in for a missing one. */
export interface LocalText {
  readonly en: string;
  readonly fr?: string;
  readonly es?: string;
}

export type ConceptKind =
  | 'organization' | 'body' | 'instrument' | 'objective' | 'resolution' | 'forum'
  | 'person' | 'programme' | 'office' | 'notion';

/** One thing the termbase knows. Its names follow one another in time; most concepts have one. */
export interface Concept {
  /** Hand-written, kebab-case, never reused. */
  readonly id: string;
  readonly kind: ConceptKind;
  readonly definition: LocalText;
  /**
   * Known so that it is not taken for another: its right names raise nothing, with no near miss, hint or completion. Its
   * former names and wrong forms are reported like any other.
   */
  readonly shield?: boolean;
  /** A plain word ("migrant") that is defined for those who look it up, and not looked for in text. */
  readonly lookUpOnly?: boolean;
  /** The concept that took this one's place, for bodies that ended (the Global Migration Group → the Network). */
  readonly successor?: string;
  /** Addresses of the same thing in other records: Wikidata, EuroVoc, the UNBIS Thesaurus, UNTERM, IATE. */
  readonly sameAs?: readonly string[];
  readonly names: readonly Name[];
}

/**
 * One name of a concept, in all its languages and forms: the full name, the abbreviation, and the misnomers of it.
 * Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the source; the name is valid in `[from, to)`.
 */
export interface Name {
  /** Unique in the termbase: `icem`. */
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  /** Years outside `[from, to)` in which sources also use the name, so that a text that does is not wrong. */
  readonly slackFrom?: number;
  readonly slackTo?: number;
  /** Why a form that is not preferred should give way: one sentence for people. */
  readonly because: LocalText;
  readonly sources: readonly string[];
  readonly terms: readonly Term[];
  readonly examples?: Examples;
}

/**
 * - `preferred`: the official designation
 * - `admitted`: right as well
 * - `superseded`: was right once; not written in files but derived from the name's `to`
 * - `deprecated`: was never right
 */
export type Status = 'preferred' | 'admitted' | 'deprecated';

export type Form = 'full' | 'short' | 'abbreviation';

/**
 * One designation in one language.
 *
 * `text` is matched word by word: blanks, line wraps, hyphen and quote kinds, accents' composition do not matter.
 * Groups in braces list alternatives, `illegal migrant{|s}`, and expand in step with those of `instead`.
 */
export interface Term {
  readonly text: string;
  readonly lang: Lang;
  /** Default `full`. */
  readonly form?: Form;
  /** Default `preferred`. */
  readonly status?: Status;
  /** A deprecated form that is merely loose: information, not a warning. */
  readonly loose?: boolean;
  /** The rule that reports a deprecated form; default `deprecated-name`. */
  readonly rule?: Extract<RuleId, 'deprecated-name' | 'wrong-status' | 'confused-concept' | 'preferred-terminology'>;
  /** What to write instead of a deprecated form, best first; default the name's preferred term of the same language and form. */
  readonly instead?: readonly string[];
  /** `exact` for abbreviations (default there), else `any`: sentence case, title case, ALL CAPS. */
  readonly case?: 'exact' | 'any';
  /** Grammatical gender and number, for articles in fixes (fr, es). */
  readonly gender?: 'm' | 'f';
  readonly number?: 'sg' | 'pl';
  /** Whether running English text puts "the" before it ("the International Organization for Migration", but "IOM"). */
  readonly article?: boolean;
  /** A form that also means other things: it counts only where an anchor stands in the document. */
  readonly ambiguous?: boolean;
  readonly note?: LocalText;
  readonly sources?: readonly string[];
}

/** Sentences that the tests run: each `flag` pair must be found and, where a second text is given, be fixed to it. */
export interface Examples {
  readonly flag?: readonly (readonly [text: string, fixed?: string])[];
  readonly allow?: readonly string[];
}

/** A, B and C as in the sources' record; C is not verified and raises no finding. */
export type Confidence = 'A' | 'B' | 'C';

/** A statement: subject, property, value, with its time and its references (after Wikidata). */
export interface Fact {
  readonly id: string;
  /** Id of the concept it speaks of. */
  readonly subject: string;
  /** kebab-case property: `member-states`, `founded`, `seat`, `head`. */
  readonly property: string;
  readonly value: string | number;
  /** What a number counts, in English: `States`, `people`, `USD million`. */
  readonly unit?: string;
  /** A count's or a state's date; for an event use `from` alone. */
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  /** When somebody last compared it with its sources; each fact of the record that may have changed has it. */
  readonly reviewed?: string;
  readonly section: Section;
  /** A whole sentence in our own words, ready to be inserted into a text. */
  readonly statement: LocalText;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  /** What other sources say, and what to make of it. */
  readonly conflicts?: readonly Conflict[];
  readonly note?: LocalText;
}

export interface Conflict {
  readonly value: string | number;
  readonly sources: readonly string[];
  /** Which side this termbase takes and why, in one sentence. */
  readonly verdict: LocalText;
}

/** The headings under which facts are shown. */
export const SECTIONS = [
  'history-and-names', 'un-integration', 'structure-membership-leadership', 'mandate-and-operations',
  'members-and-engagement', 'criticism-and-debates', 'contemporary-role',
  'global-compact', 'un-network', 'programmes-and-tools', 'regional-processes', 'legal-instruments',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A citable document; field names are those of CSL-JSON where it has one. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued?: string;
  readonly URL?: string;
  /** A document symbol or number: `A/RES/73/195`. */
  readonly number?: string;
  /** In the languages of the organization, or as one text for all of them. */
  readonly note?: string | LocalText;
  /** False for what was only heard or remembered: a name that rests on nothing else raises no warning. Default true. */
  readonly verified?: boolean;
}

/** Another thing that an abbreviation of the termbase stands for, and the words that give it away. */
export interface OtherMeaning {
  readonly id: string;
  readonly abbreviation: string;
  readonly meaning: string;
  /** Words or phrases near the abbreviation that mean this and not ours; matched like terms, any case. */
  readonly anchors: readonly string[];
  /** True when migration words stand near it too (a migration body of another country), so only its own anchors count. */
  readonly sameDomain?: boolean;
  readonly sources?: readonly string[];
}

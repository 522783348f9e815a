// What other programs see. This file imports nothing, so that the types of the package are complete in one file; the
// compiler compares them with those of the core where src/library/index.ts returns them.

/** The languages that are read and written. */
export type Language = 'en' | 'fr' | 'es';

/** The rules by which a text is checked; `docs/rules` has a page for each. */
export type Rule =
  | 'superseded-name'
  | 'anachronistic-name'
  | 'deprecated-name'
  | 'near-miss-name'
  | 'wrong-status'
  | 'outdated-fact'
  | 'fact-mismatch'
  | 'confused-concept'
  | 'undefined-abbreviation'
  | 'inconsistent-name'
  | 'preferred-terminology';

/** How serious a finding is, from loudest to quietest. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A finding that is accepted, and not reported again. */
export interface Accepted {
  readonly rule: Rule;
  /** The text of the finding, as written. */
  readonly text: string;
  /** The `name` of the finding. Without it, the text is accepted whichever fact or name it contradicts. */
  readonly name?: string;
  /** The words around the finding, if it is accepted at one place only. */
  readonly around?: string;
}

/** The choices that all functions have. */
export interface TermbaseOptions {
  /**
   * Termbases of your own, as parsed JSON, laid over the built-in one; of two entries with one id, the first is used.
   * What was made of the last list is kept, so pass the same objects again, and do not change them.
   */
  readonly termbases?: readonly object[];
}

/** The choices of {@link check} and {@link fix}. */
export interface CheckOptions extends TermbaseOptions {
  /** The language of the text. Default `auto`: the text decides. */
  readonly language?: Language | 'auto';
  /**
   * The format of the text, as an id of VS Code: `plaintext`, `markdown`, `html`, `latex`, `bibtex`,
   * `restructuredtext`, `asciidoc`, `typst`, `org` … Default `plaintext`, which is also how an unknown id is read.
   */
  readonly languageId?: string;
  /** The level of a rule: `off` switches it off, `default` lets it decide. */
  readonly rules?: { readonly [rule in Rule]?: Severity | 'off' | 'default' };
  /** Findings that are not reported. */
  readonly accepted?: readonly Accepted[];
  /**
   * The date of the text, `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `today`. Default: the date that the text states.
   */
  readonly date?: string;
}

/** The choices of {@link writeComments}. */
export interface CommentOptions extends Omit<CheckOptions, 'languageId'> {
  /**
   * Whether the fixes that are certain become tracked changes; with `'all'`, also each other finding with exactly one
   * replacement. Default false.
   */
  readonly tracked?: boolean | 'all';
  /** The author of the comments and changes. Default `Migration Terms`. */
  readonly author?: string;
  /** The time of the comments and changes, in ISO 8601. Default: now. */
  readonly written?: string;
}

/** The choices of {@link lookUp}. */
export interface LookUpOptions extends TermbaseOptions {
  /** The language whose names come first in a search. Default `en`. */
  readonly language?: Language;
}

/** What {@link facts} returns: the facts that meet all conditions. */
export interface FactFilter extends LookUpOptions {
  /** Words that the facts contain, or a question. */
  readonly query?: string;
  /** The id of the concept that the facts describe: `iom`, `gcm`, `un-network`. */
  readonly subject?: string;
  /** The property: `member-states`, `founded`, `head`. */
  readonly property?: string;
}

/** A range of the text, in UTF-16 code units, as JavaScript counts; `end` is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position as in the Language Server Protocol: both numbers from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A replacement of a range. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A way to correct a finding. */
export interface Fix {
  readonly title: string;
  /** Whether {@link fix} applies it without a question. */
  readonly preferred: boolean;
  readonly edits: Edit[];
}

/** A wrong name or fact in the text. */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly certainty: 'certain' | 'likely';
  readonly range: { readonly start: Position; readonly end: Position };
  /** The words of the text. */
  readonly text: string;
  /** The id of the concept. */
  readonly concept: string;
  /** The id of the name or fact that decided. */
  readonly name: string;
  /** What to write, and in place of what, in the language of the text. */
  readonly message: string;
  /** The reason, with the date. */
  readonly because: string;
  readonly sources: { readonly id: string; readonly title: string; readonly url: string | null }[];
  /** The words that decided: a year, a cue. */
  readonly evidence: (Span & { readonly text: string })[];
  /** Best first. */
  readonly fixes: Fix[];
  /** On the last one that is listed: about how many follow it and are not. Absent where all are listed. */
  readonly unlisted?: number;
}

/** A name, or a value that differs from the record, that was examined and not reported, and the reason. */
export interface Allowed extends Span {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
  readonly concept: string;
  readonly name: string;
  /** How a value differs from the record, and the year in which it was right, if known; `null` for a name. */
  readonly value: { readonly message: string; readonly year: number | null } | null;
  /** One of the reasons in `docs/rules/README.md`: `current`, `quotation`, `history` … */
  readonly reason: string;
  readonly evidence: (Span & { readonly text: string })[];
}

/** The time as of which a text is judged. */
export interface TextTime {
  /** An older time, the present, or an unknown time, for which nothing is reported that was right once. */
  readonly kind: 'dated' | 'today' | 'unclear';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | null;
  /** What shows it: `dateline`, `front-matter`, `event`, `nothing` … */
  readonly shownBy: string;
  readonly evidence: (Span & { readonly text: string }) | null;
  /** The years of which the text may be, where its date is not certain. `from` may be unknown. */
  readonly possible: { readonly from?: number; readonly to: number } | null;
}

/** How many names and values the time of a text holds back, and why: as of today, they would be reported. */
export interface HeldBack {
  readonly count: number;
  readonly because: string;
}

/** A fault in a termbase of your own. */
export interface TermbaseProblem {
  /** `error`: the entry is left out. `warning`: it is used nevertheless. */
  readonly severity: 'error' | 'warning';
  /** The termbase: `termbases[0]`. */
  readonly file: string;
  /** The place in it: `concepts/iom/names/icem/terms/2`. */
  readonly place: string;
  readonly message: string;
}

/** The result of {@link check}. Findings and allowed names are in the order of the text. */
export interface CheckResult {
  readonly version: 1;
  readonly languageId: string;
  readonly findings: Finding[];
  readonly allowed: Allowed[];
  readonly time: TextTime;
  /** Absent if there is nothing, or the caller gave the date. */
  readonly heldBack?: HeldBack;
  readonly problems: TermbaseProblem[];
}

/** The result of {@link fix}. */
export interface FixResult {
  readonly version: 1;
  /** The text after the edits. */
  readonly text: string;
  /** The edits, with offsets in the text that was passed; sorted, and without overlaps. */
  readonly edits: Edit[];
  /** As in {@link CheckResult}. */
  readonly heldBack?: HeldBack;
  readonly problems: TermbaseProblem[];
}

/** A text in several languages. */
export interface LocalText {
  readonly en: string;
  readonly fr?: string;
  readonly es?: string;
}

/** A citable document, with the field names of CSL-JSON. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly issued?: string;
  readonly URL?: string;
  /** A document symbol: `A/RES/73/195`. */
  readonly number?: string;
  readonly note?: string | LocalText;
  readonly verified?: boolean;
}

/** A dated statement of the record. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Fact {
  readonly id: string;
  /** The id of the concept that it describes. */
  readonly subject: string;
  readonly property: string;
  readonly value: string | number;
  readonly unit?: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  /** The day of the last comparison with the sources. */
  readonly reviewed?: string;
  readonly section: string;
  /** A complete sentence, ready to be inserted into a text. */
  readonly statement: LocalText;
  readonly sources: Source[];
  /**
   * `A`: an official source, or two that are independent; `B`: one decent source; `C`: not verified, so that no finding
   * relies on it.
   */
  readonly confidence: 'A' | 'B' | 'C';
  /** What other sources say. */
  readonly conflicts: {
    readonly value: string | number;
    readonly sources: Source[];
    readonly verdict: LocalText;
  }[];
  readonly note?: LocalText;
}

/** A designation in one language. */
export interface Term {
  readonly text: string;
  readonly lang: Language;
  readonly form: 'full' | 'short' | 'abbreviation';
  /** `superseded`: formerly right; `deprecated`: never right. */
  readonly status: 'preferred' | 'admitted' | 'superseded' | 'deprecated';
  /** Whether a deprecated form is merely imprecise. */
  readonly loose: boolean;
  /** What to write instead of a deprecated form. */
  readonly instead: string[];
  /** The id of the name that it is a form of. */
  readonly name: string;
}

/** A concept that a query denotes. */
export interface Match {
  readonly concept: {
    readonly id: string;
    readonly kind: string;
    readonly definition: LocalText;
    readonly successor?: string;
    /** Addresses of the concept in Wikidata, EuroVoc, UNTERM and the like. */
    readonly sameAs?: string[];
  };
  /** The terms that match the query. */
  readonly terms: Term[];
  /** The names of the concept, which follow one another in time. */
  readonly names: {
    readonly id: string;
    readonly from?: string;
    readonly to?: string;
    readonly because: LocalText;
    readonly sources: Source[];
    readonly terms: Term[];
  }[];
  /** The facts about the concept, newest first. */
  readonly facts: Fact[];
}

/** The result of {@link lookUp}. */
export interface LookUpResult {
  readonly version: 1;
  /** The concepts that the query names, otherwise those of the names that were found. */
  readonly matches: Match[];
  /**
   * Whether the matches or facts answer the query, contain only most of what it asks (`guess`), or there are none.
   */
  readonly found: 'answer' | 'guess' | 'nothing';
  /** At most twelve names and facts, best first. */
  readonly rows: LookUpRow[];
  /** The facts that answer a query that is no name, best first, each before the older values of its series. */
  readonly facts: Fact[];
  /** The nearest names if nothing was found. */
  readonly near?: string[];
  readonly problems: TermbaseProblem[];
}

/** A name with the ids of its concept and name, or the ids of a fact and of the older values that it replaced. */
export type LookUpRow =
  | {
      readonly kind: 'name';
      readonly text: string;
      readonly languages: Language[];
      readonly concept: string;
      readonly name: string;
    }
  | { readonly kind: 'fact'; readonly fact: string; readonly older: string[] };

/** The result of {@link facts}. */
export interface FactsResult {
  readonly version: 1;
  readonly facts: Fact[];
  readonly problems: TermbaseProblem[];
}

/** Why bytes cannot be read as a Word document. */
export interface WordProblem {
  readonly kind: 'problem';
  readonly reason: 'not-a-zip' | 'truncated' | 'encrypted' | 'legacy-doc' | 'too-large' | 'not-word' | 'xml';
  /** The part of the document, or what is wrong in it; may be empty. */
  readonly detail: string;
}

/** The result of {@link readWord}: the text as Markdown. */
export type WordResult = { readonly kind: 'text'; readonly text: string } | WordProblem;

/** The result of {@link writeComments}: the bytes of the copy, and how many comments and tracked changes it has. */
export type CommentResult =
  | {
      readonly kind: 'document';
      readonly bytes: Uint8Array;
      readonly comments: number;
      readonly changes: number;
      readonly problems: TermbaseProblem[];
    }
  | WordProblem;

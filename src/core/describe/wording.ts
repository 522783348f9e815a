import type { Lang } from '../document';
import type { AllowReason } from '../finding';
import type { RuleId } from '../rules';
import type { ConceptKind, Confidence, Section } from '../termbase/concept';
import type { Topic } from './topics';

/** All texts of hovers, trees and the status bar, except those from the termbase. */
export interface Wording {
  readonly lang: Lang;
  /** Why a mention produces no finding; a complete sentence. */
  readonly allowed: Readonly<Record<AllowReason, string>>;
  /** The time as of which a text is judged; each continues with the words that show it, and a full stop. */
  readonly textTime: {
    readonly dated: (date: string) => string;
    readonly undated: string;
    /** By what shows that the text is of an unknown time. */
    readonly unclear: Readonly<Record<string, string>>;
    /** The number of findings that the time of the text holds back, with the words before the reason. */
    readonly heldBack: (count: number) => string;
    /** A sentence on how to see those findings. */
    readonly toJudge: (how: string) => string;
    /** The reason, by what shows the time; the value is a date, or the last year of the text. */
    readonly because: Readonly<Record<string, (value: string) => string>>;
  };
  readonly sections: Readonly<Record<Section, string>>;
  readonly kinds: Readonly<Record<ConceptKind, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  /** Labels of properties whose id is not readable; {@link propertyLabel} derives the others. */
  readonly properties: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  /** What a rule reports, in a few plain words. */
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly languages: Readonly<Record<Lang, string>>;
  readonly months: readonly string[];
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly asOf: (date: string) => string;
  readonly formerName: (period: string) => string;
  readonly currentName: (since: string) => string;
  readonly sources: string;
  /** Precedes links to the same concept in other databases. */
  readonly sameAs: string;
  /** The actions of a hover. */
  readonly links: { readonly lookUp: string; readonly copy: string; readonly explain: string };
  /** The headings and links of a page that explains a mention. */
  readonly explanation: {
    readonly why: string;
    readonly facts: string;
    readonly ignoreHere: string;
    readonly ignore: string;
    readonly goTo: string;
    readonly rule: string;
    /** Nothing is reported at the place any more. */
    readonly gone: string;
  };
  /** Shown next to the name of that year. */
  readonly spokenOf: (year: number) => string;
  /** “Sources: …”, with a space before the colon where the language requires one. */
  readonly labelled: (label: string, text: string) => string;
  readonly yearOutside: (year: string, name: string, period: string) => string;
  readonly yearCounted: (year: string) => string;
  readonly cueCounted: (text: string) => string;
  readonly othersSay: (value: string, who: string) => string;
  /** What a look-up prints around its results. */
  readonly lookUp: {
    /** Precedes results that contain only most of what was asked. */
    readonly guess: string;
    readonly nothing: (query: string, near: string) => string;
    readonly corrected: (word: string, alike: readonly string[]) => string;
    readonly older: (count: number, first: string, last: string) => string;
    readonly more: (count: number, option: string) => string;
  };
  readonly counts: (findings: number, names: number) => string;
  readonly dataOf: (date: string) => string;
  /** The evidence in the sentence that decided: “The sentence says “1995”.” */
  readonly decidedBy: (quoted: string) => string;
  /** Who found a remark and when; `alsoRules` if the rules found the same. */
  readonly foundBy: (reader: string, day: string, alsoRules: boolean) => string;
}

import type { Lang } from '../document';
import type { AllowReason } from '../findings/finding';
import type { RuleId } from '../rules';
import type { ConceptKind, Confidence, Section } from '../termbase/concept';
import type { Topic } from './topics';
import { ENGLISH } from './wordingEnglish';
import { FRENCH } from './wordingFrench';
import { SPANISH } from './wordingSpanish';

/** Every word that hovers, trees and the status speak, apart from what the termbase says itself. */
export interface Wording {
  readonly lang: Lang;
  /** Why a mention raises nothing; a whole sentence. */
  readonly allowed: Readonly<Record<AllowReason, string>>;
  readonly sections: Readonly<Record<Section, string>>;
  readonly kinds: Readonly<Record<ConceptKind, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  /** Labels of properties whose id does not read well by itself; {@link propertyLabel} makes the others. */
  readonly properties: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  /** What a rule finds, in a few plain words. */
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly languages: Readonly<Record<Lang, string>>;
  readonly months: readonly string[];
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly asOf: (date: string) => string;
  readonly formerName: (period: string) => string;
  readonly currentName: (since: string) => string;
  readonly sources: string;
  /** Before links to the same thing in other records. */
  readonly sameAs: string;
  /** What a hover offers to do. */
  readonly links: { readonly facts: string; readonly lookUp: string; readonly copy: string; readonly explain: string };
  /** Beside the name of that year. */
  readonly spokenOf: (year: number) => string;
  /** “Sources: …”, with the space before the colon that the language asks for. */
  readonly labelled: (label: string, text: string) => string;
  readonly yearOutside: (year: string, name: string, period: string) => string;
  readonly yearCounted: (year: string) => string;
  readonly cueCounted: (text: string) => string;
  readonly othersSay: (value: string, who: string) => string;
  readonly counts: (findings: number, names: number) => string;
  readonly dataOf: (date: string) => string;
  /** What in the sentence decided: “The sentence says “1995”.” */
  readonly decidedBy: (quoted: string) => string;
}

export function wordingIn(lang: Lang): Wording {
  return WORDINGS[lang];
}

const WORDINGS: Readonly<Record<Lang, Wording>> = { en: ENGLISH, fr: FRENCH, es: SPANISH };

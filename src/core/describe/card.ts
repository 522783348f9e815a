import { LANGS, type Lang } from '../document';
import type { Allowed, Finding } from '../findings/finding';
import type { Concept, Fact } from '../termbase/concept';
import { lastNameOf, preferredTerm, type Termbase } from '../termbase/termbase';
import { longPeriod } from './dates';
import { FIRST_PROPERTIES, localText, rankOf, factTime } from './facts';
import { fullLabel, shortLabel, stepIn, succession, type Step } from './succession';
import { wordingIn, type Wording } from './wording';
import { compareDates, yearOf } from '../termbase/dates';

/** What a hover says about a mention, before it is laid out: see {@link cardMarkdown}. */
export interface Card {
  readonly lang: Lang;
  /** “Intergovernmental Committee for European Migration (ICEM)” */
  readonly title: string;
  /** The name alone, as it is written in a text. */
  readonly name: string;
  readonly definition: string;
  /** “Former name, October 1952 – 1980”; empty for what has no dates. */
  readonly standing: string;
  /** Empty where there is but one name. */
  readonly succession: readonly Step[];
  /** The step of {@link succession} that the mention is. */
  readonly nameId: string | undefined;
  /** The year that the sentence speaks of, and the step that was the name then. */
  readonly then: { readonly year: number; readonly nameId: string } | undefined;
  readonly otherLanguages: readonly { readonly lang: Lang; readonly text: string }[];
  /** At most three, the ones that matter most first. */
  readonly facts: readonly Fact[];
  /** A person's facts are posts: they are told by the body and not by the name, which the title has. */
  readonly kind: Concept['kind'];
  /** Why a mention that was let through raises nothing; `undefined` for a finding, which speaks for itself. */
  readonly why: string | undefined;
  /** Addresses of the same thing in other records. */
  readonly sameAs: readonly string[];
  /** Ids. */
  readonly sources: readonly string[];
}

/** The card of a finding or an allowed mention; `undefined` for a concept that the termbase no longer has. */
export function describeMention(termbase: Termbase, mention: Finding | Allowed, lang: Lang): Card | undefined {
  const concept = termbase.concepts.get(mention.concept);
  if (concept === undefined) return undefined;
  const wording = wordingIn(lang);
  const why = 'reason' in mention ? explain(mention, wording) : undefined;
  const judgedBy = termbase.facts.get(mention.name);
  const nameId = termbase.names.has(mention.name) ? mention.name : lastNameOf(concept)?.id;
  const base = describeName(termbase, concept, nameId, lang, wording);
  if ('reason' in mention && meansSomethingElse(mention)) {
    return { ...base, then: undefined, succession: [], otherLanguages: [], facts: [], sameAs: [], sources: [], why };
  }
  const ofName = nameId === undefined ? [] : termbase.names.get(nameId)?.name.sources ?? [];
  const year = yearSpokenOf(mention);
  const step = year === undefined ? undefined : stepIn(base.succession, year);
  const then = year === undefined || step === undefined ? undefined : { year, nameId: step.nameId };
  const isFormer = nameId !== undefined && termbase.names.get(nameId)?.name.to !== undefined;
  const facts = factsThatMatter(termbase, concept, judgedBy, year ?? (isFormer ? 'none' : 'today'));
  return { ...base, then, facts, why, sources: [...new Set([...(judgedBy?.sources ?? []), ...ofName, ...facts.flatMap((f) => f.sources)])] };
}

function describeName(
  termbase: Termbase, concept: Concept, nameId: string | undefined, lang: Lang, wording: Wording,
): Omit<Card, 'then' | 'facts' | 'why' | 'sources'> {
  const name = nameId === undefined ? undefined : termbase.names.get(nameId)?.name;
  const title = nameId === undefined ? undefined : fullLabel(termbase, nameId, lang) ?? shortLabel(termbase, nameId, lang);
  const steps = succession(termbase, concept, lang, wording);
  const period = longPeriod(name?.from, name?.to, wording);
  return {
    lang,
    kind: concept.kind,
    title: title ?? concept.id,
    name: (nameId === undefined ? undefined : preferredTerm(termbase, nameId, lang, 'full')?.text) ?? title ?? concept.id,
    definition: localText(concept.definition, lang),
    standing: period === '' ? '' : name?.to === undefined ? wording.currentName(period) : wording.formerName(period),
    succession: steps.length > 1 ? steps : [],
    nameId,
    sameAs: concept.sameAs ?? [],
    otherLanguages: LANGS.filter((other) => other !== lang).flatMap((other) => {
      const text = nameId === undefined ? undefined : fullLabel(termbase, nameId, other);
      return text === undefined || text === title ? [] : [{ lang: other, text }];
    }),
  };
}

/** Of a person's facts, those that name a post. */
const POSTS = ['head', 'deputy-head', 'high-commissioner', 'coordinator-person', 'special-representative', 'chief-of-staff'];

/** At most three. Of a year the facts of that year: who reads of 1965 is not served by the members of today. */
function factsThatMatter(termbase: Termbase, concept: Concept, first: Fact | undefined, time: number | 'today' | 'none'): readonly Fact[] {
  const names = new Set(concept.names.flatMap((name) => name.terms.map((term) => term.text)));
  const order = concept.kind === 'person' ? POSTS : FIRST_PROPERTIES;
  const newest = new Map<string, Fact>();
  for (const fact of termbase.facts.values()) {
    const matters = concept.kind === 'person'
      // A person's post is a fact about the organization, with the person as its value.
      ? names.has(String(fact.value)) && POSTS.includes(fact.property)
      : fact.subject === concept.id && isOf(fact, time) && fact.value !== concept.definition.en;
    if (fact.confidence === 'C' || !matters) continue;
    const known = newest.get(fact.property);
    if (known === undefined || factTime(fact) > factTime(known)) newest.set(fact.property, fact);
  }
  const sorted = [...newest.values()].sort((a, b) => rankOf(a, order) - rankOf(b, order) || compareDates(factTime(b), factTime(a)));
  return [...(first === undefined ? [] : [first]), ...sorted.filter((fact) => fact !== first)].slice(0, 3);
}

/** Whether a fact holds in a year, or today. What is of a year that the record does not date is not shown. */
function isOf(fact: Fact, time: number | 'today' | 'none'): boolean {
  if (time === 'none') return false;
  if (time === 'today') return fact.to === undefined;
  if (fact.asOf !== undefined) return yearOf(fact.asOf) === time;
  return fact.from !== undefined && yearOf(fact.from)! <= time && time <= (yearOf(fact.to) ?? Infinity);
}

/** The one year in the evidence that decided; none where there are several, as of a range. */
function yearSpokenOf({ evidence }: Finding | Allowed): number | undefined {
  const years = new Set(evidence.flatMap(({ text }) => text.match(/\b(?:18|19|20)\d\d\b/g) ?? []));
  return years.size === 1 ? Number([...years][0]) : undefined;
}

function explain(mention: Allowed, wording: Wording): string {
  const seen = mention.evidence.map((evidence) => `“${evidence.text.replace(/\s+/g, ' ').trim()}”`);
  const sentence = wording.allowed[mention.reason];
  // A whole quotation as evidence would repeat what the reader sees; a year or a cue explains.
  const short = seen.filter((text) => text.length <= 40).slice(0, 3);
  return short.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${short.join(', ')}).`;
}

function meansSomethingElse({ reason }: Allowed): boolean {
  return reason === 'other-meaning' || reason === 'no-anchor';
}

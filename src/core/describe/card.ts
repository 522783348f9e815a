import { LANGS, type Lang } from '../document';
import { quoted } from '../citation/reference';
import type { Allowed, Finding } from '../finding';
import { reasonBeyond } from '../findings/reason';
import type { Concept, Fact } from '../termbase/concept';
import { isFormer, lastNameOf, preferredTerm, type Termbase } from '../termbase/termbase';
import { longPeriod } from '../wording/dates';
import { FIRST_PROPERTIES, localText, rankOf, factTime } from './facts';
import { fullLabel, shortLabel, stepIn, succession, type Step } from './succession';
import { compareDates, yearOf } from '../termbase/dates';
import { wordingIn, type Wording } from './wordings';

/** The content of a hover for a mention, before its layout: see {@link cardMarkdown}. */
export interface Card {
  readonly lang: Lang;
  /** “Intergovernmental Committee for European Migration (ICEM)”, as all names in the language of the text. */
  readonly title: string;
  /** The name alone, as written in a text. */
  readonly name: string;
  readonly definition: string;
  /** “Former name, October 1952 – 1980”; empty for a name without dates. */
  readonly validity: string;
  /** Empty if there is only one name. */
  readonly succession: readonly Step[];
  /** The step of {@link succession} to which the mention belongs. */
  readonly nameId: string | undefined;
  /** The year in the sentence, and the step that was the name then. */
  readonly then: { readonly year: number; readonly nameId: string } | undefined;
  readonly otherLanguages: readonly { readonly lang: Lang; readonly text: string }[];
  /** At most three, the most important first. */
  readonly facts: readonly Fact[];
  /** The facts of a person are posts: they are labelled by the body, because the title already contains the name. */
  readonly kind: Concept['kind'];
  /**
   * Why an allowed mention produces no finding; empty for a name in use today, which needs no reason, and `undefined`
   * for a finding.
   */
  readonly why: string | undefined;
  /** The reason of a finding, unless its message contains it. */
  readonly because: string;
  /** URLs of the same concept in other databases. */
  readonly sameAs: readonly string[];
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** The card of a concept that is not mentioned by one of its names, under its last name. */
export function describeConcept(termbase: Termbase, id: string, lang: Lang, written = lang): Card | undefined {
  const name = termbase.concepts.get(id)?.names.at(-1)?.id ?? '';
  return describeMention(
    termbase,
    { start: 0, end: 0, text: '', concept: id, name, value: undefined, reason: 'current', evidence: [] },
    lang,
    written,
  );
}

/**
 * The card of a finding or an allowed mention, with names in the language of the text; `undefined` for a concept that
 * the termbase no longer contains.
 */
export function describeMention(
  termbase: Termbase,
  mention: Finding | Allowed,
  lang: Lang,
  written = lang,
): Card | undefined {
  const concept = termbase.concepts.get(mention.concept);
  if (concept === undefined) return undefined;
  const wording = wordingIn(lang);
  const why = 'reason' in mention ? (mention.reason === 'current' ? '' : whyAllowed(mention, wording)) : undefined;
  const because = 'rule' in mention ? reasonBeyond(mention) : '';
  const judgedBy = termbase.facts.get(mention.name);
  const nameId = termbase.names.has(mention.name) ? mention.name : lastNameOf(concept)?.id;
  const base = describeName(termbase, concept, nameId, written, wording);
  if ('reason' in mention && meansSomethingElse(mention)) {
    const without = { then: undefined, succession: [], otherLanguages: [], facts: [], sameAs: [], sources: [] };
    return { ...base, ...without, why, because };
  }
  const name = termbase.names.get(nameId ?? '')?.name;
  const year = yearSpokenOf(mention);
  const step = year === undefined ? undefined : stepIn(base.succession, year);
  const then = year === undefined || step === undefined ? undefined : { year, nameId: step.nameId };
  const facts = factsThatMatter(termbase, concept, judgedBy, year ?? (name && isFormer(name) ? 'none' : 'today'));
  return {
    ...base,
    then,
    facts,
    why,
    because,
    sources: [...new Set([...(judgedBy?.sources ?? []), ...(name?.sources ?? []), ...facts.flatMap((f) => f.sources)])],
  };
}

function describeName(
  termbase: Termbase,
  concept: Concept,
  nameId: string | undefined,
  written: Lang,
  wording: Wording,
): Omit<Card, 'then' | 'facts' | 'why' | 'because' | 'sources'> {
  const name = nameId === undefined ? undefined : termbase.names.get(nameId)?.name;
  const title =
    nameId === undefined ? undefined : (fullLabel(termbase, nameId, written) ?? shortLabel(termbase, nameId, written));
  const steps = succession(termbase, concept, written, wording);
  const period = longPeriod(name?.from, name?.to, wording);
  return {
    lang: wording.lang,
    kind: concept.kind,
    title: title ?? concept.id,
    name:
      (nameId === undefined ? undefined : preferredTerm(termbase, nameId, written, 'full')?.text) ??
      title ??
      concept.id,
    definition: localText(concept.definition, wording.lang),
    validity: wording.validity(period, name?.to !== undefined),
    succession: steps.length > 1 ? steps : [],
    nameId,
    sameAs: concept.sameAs ?? [],
    otherLanguages: LANGS.filter((other) => other !== written).flatMap((other) => {
      const text = nameId === undefined ? undefined : fullLabel(termbase, nameId, other);
      return text === undefined || text === title ? [] : [{ lang: other, text }];
    }),
  };
}

/** The facts of a person that name a post. */
const POSTS = [
  'head',
  'deputy-head',
  'high-commissioner',
  'coordinator-person',
  'special-representative',
  'chief-of-staff',
];

/**
 * At most three facts. For a year, only those of that year: the current number of members does not help a reader of a
 * text about 1965.
 */
function factsThatMatter(
  termbase: Termbase,
  concept: Concept,
  first: Fact | undefined,
  time: number | 'today' | 'none',
): readonly Fact[] {
  const names = new Set(concept.names.flatMap((name) => name.terms.map((term) => term.text)));
  const order = concept.kind === 'person' ? POSTS : FIRST_PROPERTIES;
  const newest = new Map<string, Fact>();
  for (const fact of termbase.facts.values()) {
    const matters =
      concept.kind === 'person'
        ? // The post of a person is a fact about the organization, with the person as its value.
          names.has(String(fact.value)) && POSTS.includes(fact.property)
        : fact.subject === concept.id && isOf(fact, time) && fact.value !== concept.definition.en;
    if (fact.confidence === 'C' || !matters) continue;
    const known = newest.get(fact.property);
    if (known === undefined || factTime(fact) > factTime(known)) newest.set(fact.property, fact);
  }
  const sorted = [...newest.values()].sort(
    (a, b) => rankOf(a, order) - rankOf(b, order) || compareDates(factTime(b), factTime(a)),
  );
  // A finding on a former head is judged by the post of the present one, which is not a fact about that person.
  const isAbout = first !== undefined && (concept.kind !== 'person' || names.has(String(first.value)));
  return [...(isAbout ? [first] : []), ...sorted.filter((fact) => fact !== first)].slice(0, 3);
}

/** Whether a fact holds in a year, or today. A fact without a known date is not shown for a year. */
function isOf(fact: Fact, time: number | 'today' | 'none'): boolean {
  if (time === 'none') return false;
  if (time === 'today') return fact.to === undefined;
  if (fact.asOf !== undefined) return yearOf(fact.asOf) === time;
  return fact.from !== undefined && yearOf(fact.from)! <= time && time <= (yearOf(fact.to) ?? Infinity);
}

/** The single year in the evidence that decided; `undefined` if there are several, as in a range. */
function yearSpokenOf({ evidence }: Finding | Allowed): number | undefined {
  const years = new Set(evidence.flatMap(({ text }) => text.match(/\b(?:18|19|20)\d\d\b/g) ?? []));
  return years.size === 1 ? Number([...years][0]) : undefined;
}

/** Why a name or a value is not reported, in a sentence with what decided; for a value, after how it differs. */
export function whyAllowed(mention: Allowed, wording: Wording): string {
  const { value } = mention;
  const sentence = wording.allowed[mention.reason];
  if (value) return `${value.message} ${withDetails(sentence, value.year === undefined ? [] : [String(value.year)])}`;
  const seen = mention.evidence.map((evidence) => quoted(evidence.text.replace(/\s+/g, ' ').trim(), wording.lang));
  // A whole quotation as evidence would repeat what the reader sees; a year or a cue explains.
  const short = seen.filter((text) => text.length <= 40).slice(0, 3);
  return withDetails(sentence, short);
}

function withDetails(sentence: string, details: readonly string[]): string {
  return details.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${details.join(', ')}).`;
}

function meansSomethingElse({ reason }: Allowed): boolean {
  return reason === 'other-meaning' || reason === 'no-anchor';
}

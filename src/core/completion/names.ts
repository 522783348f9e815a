import { yearPeriod } from '../wording/dates';
import { localText } from '../describe/facts';
import type { Lang } from '../document';
import { foldKey } from '../fold';
import { isFormer, preferredTerm, rightTermsOf, type NameEntry, type Termbase } from '../termbase/termbase';
import type { Suggestion, Suggestions, Typed } from './suggestion';
import { wordingIn } from '../describe/wordings';

/**
 * Completes “International Org” and “IOM” to official names, with the abbreviation in brackets if the document does
 * not have it yet.
 */
export function completeNames({ line, offset, text, lang }: Typed, termbase: Termbase): Suggestions | undefined {
  const end = offset + line.length;
  // The longest beginning of a name is the intended one.
  for (const start of wordStarts(line)) {
    const typed = line.slice(start);
    const key = foldKey(typed);
    if (key.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_LETTERS) break;
    const begun = candidatesIn(termbase, lang).filter((candidate) => begins(candidate, typed, key));
    // Anything may follow “IOM”: a complete name is not taken for the beginning of a longer one.
    const whole = begun.filter((candidate) => candidate.key === key);
    if (whole.length > 0 && !/\s$/.test(typed)) return found(whole, start, typed);
    if (begun.length > 0) return found(begun, start, typed);
  }
  return undefined;

  function found(candidates: readonly Candidate[], start: number, typed: string): Suggestions {
    const items = candidates.flatMap((candidate) => suggestionsFor(candidate, typed, text, lang));
    return { span: { start: offset + start, end }, items: unique(items).slice(0, MOST) };
  }
}

const FEWEST_LETTERS = 3;
const MOST = 15;

interface Candidate {
  readonly entry: NameEntry;
  /** The form to be typed, and its key. */
  readonly form: string;
  readonly key: string;
  readonly isAbbreviation: boolean;
  readonly full: string;
  readonly abbreviation: string | undefined;
}

function* wordStarts(line: string): Generator<number> {
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) yield index;
}

function begins({ key: whole, form, isAbbreviation }: Candidate, typed: string, key: string): boolean {
  if (!whole.startsWith(key)) return false;
  // A blank completes the word.
  if (/\s$/.test(typed) && whole.length > key.length && whole[key.length] !== ' ') return false;
  if (/\s/.test(key) || (isAbbreviation && !/\s/.test(form))) return true;
  // A single word whose case differs from that of the name is a common word: “migration”, “global”.
  return typed[0] === form[0];
}

function suggestionsFor(
  { entry, form, isAbbreviation, full, abbreviation }: Candidate,
  typed: string,
  text: string,
  lang: Lang,
): Suggestion[] {
  const wording = wordingIn(lang);
  const { from, to } = entry.name;
  const period = yearPeriod(from, to, wording);
  const detail = wording.validity(period, to !== undefined);
  const make = (kind: Suggestion['kind'], written: string): Suggestion => ({
    kind,
    label: written,
    text: written,
    detail,
    definition: localText(entry.concept.definition, lang),
  });
  const isIntroduced = abbreviation === undefined || text.includes(`(${abbreviation})`);
  const expanded = isIntroduced ? [] : [make('name', `${full} (${abbreviation})`)];
  if (isAbbreviation) return isIntroduced && typed !== form ? [make('abbreviation', form)] : expanded;
  const short = isIntroduced && abbreviation !== undefined ? [make('abbreviation', abbreviation)] : [];
  return [...expanded, ...(typed === form ? [] : [make('name', form)]), ...short];
}

const known = new WeakMap<Termbase, Map<Lang, readonly Candidate[]>>();

/** The official forms of all names in a language, current ones first. */
function candidatesIn(termbase: Termbase, lang: Lang): readonly Candidate[] {
  const ofTermbase = known.get(termbase) ?? new Map<Lang, readonly Candidate[]>();
  known.set(termbase, ofTermbase);
  let candidates = ofTermbase.get(lang);
  if (candidates === undefined) {
    const all = [...termbase.names.values()].flatMap((entry) => candidatesOf(termbase, entry, lang));
    const isPast = ({ entry }: Candidate) => Number(isFormer(entry.name) || entry.concept.successor !== undefined);
    candidates = all.sort((a, b) => isPast(a) - isPast(b));
    ofTermbase.set(lang, candidates);
  }
  return candidates;
}

function candidatesOf(termbase: Termbase, entry: NameEntry, lang: Lang): Candidate[] {
  const { concept, name } = entry;
  // Notions are common words; objectives and symbols have their own completions.
  if (concept.shield === true || concept.kind === 'notion' || concept.kind === 'objective') return [];
  const full = preferredTerm(termbase, name.id, lang, 'full')?.text;
  if (full === undefined) return [];
  const short = preferredTerm(termbase, name.id, lang, 'abbreviation');
  const abbreviation = short?.form === 'abbreviation' ? short.text : undefined;
  const others = rightTermsOf(termbase, name.id).filter(
    (term) => term.lang === lang && term.form === 'short' && term.status === 'preferred',
  );
  const forms = [full, ...others.map(({ text }) => text)].filter((form) => form !== abbreviation);
  const candidate = (form: string, isAbbreviation: boolean): Candidate => ({
    entry,
    form,
    key: foldKey(form),
    isAbbreviation,
    full,
    abbreviation,
  });
  return [
    ...forms.map((form) => candidate(form, false)),
    ...(abbreviation === undefined ? [] : [candidate(abbreviation, true)]),
  ];
}

function unique(items: readonly Suggestion[]): Suggestion[] {
  return [...new Map(items.map((item) => [item.text, item])).values()];
}

import { foldKey } from '../fold';
import { expandBraces, writtenForms, type WrittenForm } from './braces';
import { checkTermbase } from './checks';
import type { Concept, Name, OtherMeaning, Term } from './concept';
import { yearOf } from './dates';
import { mergeFiles, type Merged, type NamedFile, type Origin } from './merge';
import { collectProblems, type Problem, type Problems } from './problem';
import { isFormer, type NameEntry, type TermEntry, type Termbase } from './termbase';
import { unfindableReason } from './unfindable';

export type { NamedFile } from './merge';
export type { Problem } from './problem';

/**
 * Builds a termbase from the built-in files and a writer's own. Never throws: every fault is reported in `problems`,
 * and an entry that cannot be used is omitted.
 */
export function loadTermbase(
  builtin: readonly NamedFile[],
  own: readonly NamedFile[] = [],
): { termbase: Termbase; problems: readonly Problem[] } {
  const problems = collectProblems();
  const merged = mergeFiles(builtin, own, problems);
  const names = new Map<string, NameEntry>();
  const terms: TermEntry[] = [];
  const budget: FormBudget = { left: MOST_FORMS_IN_ALL };
  // Own names come first: of two correct terms with the same text, the first is used.
  for (const own of [true, false]) {
    for (const concept of merged.concepts.values()) {
      const origin = merged.originOf.get(concept)!;
      if (origin.own === own)
        for (const name of concept.names) addName(concept, name, origin, names, terms, merged, problems, budget);
    }
  }
  const termbase: Termbase = {
    concepts: merged.concepts,
    names,
    terms,
    facts: usableFacts(merged, problems),
    sources: merged.sources,
    otherMeanings: byAbbreviation(merged),
  };
  if (own.length > 0 || !builtin.every(({ isChecked }) => isChecked)) checkTermbase(termbase, merged, problems);
  return {
    termbase: own.length === 0 ? termbase : { ...termbase, terms: withoutOverruled(terms, merged) },
    problems: problems.all,
  };
}

/**
 * Removes built-in terms that the writer's own termbase deprecates, even where the built-in termbase has a correct
 * use of them.
 */
function withoutOverruled(terms: readonly TermEntry[], { originOf }: Merged): readonly TermEntry[] {
  const isOwn = ({ entry }: TermEntry): boolean => originOf.get(entry.concept)!.own;
  const keyOf = ({ lang, text, suffix }: TermEntry): string => `${lang} ${foldKey(text + suffix)}`;
  const avoided = new Set(terms.filter((term) => isOwn(term) && term.status === 'deprecated').map(keyOf));
  return terms.filter((term) => isOwn(term) || !avoided.has(keyOf(term))).map((term, index) => ({ ...term, index }));
}

function addName(
  concept: Concept,
  name: Name,
  { file, isChecked }: Origin,
  names: Map<string, NameEntry>,
  terms: TermEntry[],
  merged: Merged,
  problems: Problems,
  budget: FormBudget,
): void {
  const place = `concepts/${concept.id}/names/${name.id}`;
  const taken = names.get(name.id);
  if (taken) {
    problems.error(
      file,
      place,
      `The name id "${name.id}" is taken by ${taken.concept === concept ? 'another name of this concept' : `concept "${taken.concept.id}"`}. Give this name another id.`,
    );
    return;
  }
  const firstYear = name.slackFrom ?? yearOf(name.from) ?? -Infinity;
  const lastYear = name.slackTo ?? yearOf(name.to) ?? Infinity;
  const heads: NameEntry['heads'] =
    concept.kind === 'organization' ? headsBetween(concept, firstYear, lastYear, merged) : new Map();
  const entry: NameEntry = { name, concept, firstYear, lastYear, heads };
  names.set(name.id, entry);
  name.terms.forEach((term, position) => {
    const sources = term.sources ?? name.sources;
    const isVerified = sources.length === 0 || sources.some((id) => merged.sources.get(id)?.verified !== false);
    const forms = isChecked
      ? writtenForms(term)
      : formsWithin(budget, term, file, `${place}/terms/${position}`, problems);
    for (const { text, instead } of forms) {
      terms.push(termEntry(terms.length, entry, term, text, '', instead, isVerified));
      if (term.form === 'abbreviation' && term.lang === 'en' && /^[A-Z]{3,}$/.test(text))
        terms.push(termEntry(terms.length, entry, term, text, 's', instead, isVerified));
    }
  });
}

function headsBetween({ id }: Concept, first: number, last: number, { facts }: Merged): NameEntry['heads'] {
  const heads = [...facts.values()].flatMap(({ subject, property, value, from, to }) => {
    const tenure = { from: yearOf(from) ?? Infinity, to: yearOf(to) ?? Infinity };
    const isThen = subject === id && property === 'head' && tenure.from <= last && tenure.to >= first;
    const [name, surname] = [String(value), surnameOf(String(value))];
    return isThen ? [[foldKey(surname), { name, surname, ...tenure }] as const] : [];
  });
  return new Map(heads);
}

/** "Harold H. Tittmann Jr." → "Tittmann" */
function surnameOf(name: string): string {
  return name.split(' ').findLast((word) => !word.endsWith('.')) ?? name;
}

/** How many more written forms are read of terms that the build has not checked. */
interface FormBudget {
  left: number;
}

/** A termbase with a form for each entry of a large dictionary has fewer. Each takes about half a kilobyte. */
const MOST_FORMS_IN_ALL = 200_000;

/** The written forms of a term, unless there are too many in all, which is reported once. */
function formsWithin(
  budget: FormBudget,
  term: Term,
  file: string,
  place: string,
  problems: Problems,
): readonly WrittenForm[] {
  if (budget.left < 0) return [];
  const forms = formsOf(term, file, place, problems);
  budget.left -= forms.length;
  if (budget.left >= 0) return forms;
  problems.error(
    file,
    place,
    `With "${term.text}", the termbases have more than ${MOST_FORMS_IN_ALL} written forms in all, so this term and the ones after it are not used. Write fewer alternatives in braces, or divide the termbase among the folders that need it.`,
  );
  return [];
}

/** The written forms of a term; those that can never be found are reported and omitted. */
function formsOf(term: Term, file: string, place: string, problems: Problems): readonly WrittenForm[] {
  const expanded = expandBraces(term);
  if (typeof expanded === 'string') {
    problems.error(file, place, expanded);
    return [];
  }
  return expanded.filter(({ text }) => {
    const why = unfindableReason(text, isExact(term));
    if (why !== undefined) problems.error(file, place, why);
    return why === undefined;
  });
}

function termEntry(
  index: number,
  entry: NameEntry,
  term: Term,
  text: string,
  suffix: '' | 's',
  instead: readonly string[],
  isVerified: boolean,
): TermEntry {
  const status = term.status ?? 'preferred';
  const superseded = status !== 'deprecated' && isFormer(entry.name);
  return {
    index,
    entry,
    text,
    suffix,
    form: term.form ?? 'full',
    lang: term.lang,
    instead,
    status: superseded ? 'superseded' : status,
    loose: term.loose ?? false,
    brand: term.brand ?? false,
    rule: term.rule ?? 'deprecated-name',
    level: term.level,
    exactCase: isExact(term),
    gender: term.gender,
    number: term.number ?? 'sg',
    article: term.article ?? false,
    ambiguous: term.ambiguous ?? false,
    isVerified,
  };
}

function isExact({ case: written, form }: Term): boolean {
  return (written ?? (form === 'abbreviation' ? 'exact' : 'any')) === 'exact';
}

/**
 * Omits facts about unknown concepts and facts without any known source: they would be shown without a heading or a
 * reference.
 */
function usableFacts({ facts, concepts, sources, originOf, retired }: Merged, problems: Problems): Termbase['facts'] {
  return new Map(
    [...facts].filter(([id, fact]) => {
      const { file } = originOf.get(fact)!;
      if (!concepts.has(fact.subject)) {
        if (!retired.has(fact.subject))
          problems.error(
            file,
            `facts/${id}/subject`,
            `There is no concept "${fact.subject}". Write the id of a concept.`,
          );
        return false;
      }
      const known = fact.sources.some((source) => sources.has(source));
      if (!known)
        problems.error(
          file,
          `facts/${id}/sources`,
          `There is no source "${fact.sources[0]}". Add it to "sources" or correct the id.`,
        );
      return known;
    }),
  );
}

function byAbbreviation({ otherMeanings }: Merged): Termbase['otherMeanings'] {
  const lists = new Map<string, OtherMeaning[]>();
  for (const meaning of otherMeanings.values()) {
    if (meaning.anchors.every((anchor) => foldKey(anchor) === '')) continue;
    const list = lists.get(meaning.abbreviation);
    if (list) list.push(meaning);
    else lists.set(meaning.abbreviation, [meaning]);
  }
  return lists;
}

import type { Lang } from '../document';
import { foldKey } from '../mentions/fold';
import { SECTIONS, type Concept, type Fact, type Name, type OtherMeaning, type Source, type Term } from './concept';
import { expandBraces } from './braces';
import { yearOf } from './dates';
import { validateShape } from './shape';
import type { NameEntry, TermEntry, Termbase } from './termbase';

/** A parsed file and the name that messages call it by. */
export interface NamedFile {
  readonly file: string;
  readonly content: unknown;
}

/** What is wrong with a termbase file, where, and how to repair it. */
export interface Problem {
  readonly file: string;
  /** `concepts/iom/names/icem/terms/2`, by ids where there are some. */
  readonly place: string;
  readonly message: string;
}

/**
 * Makes a termbase of files. Never throws: whatever is wrong is told in `problems`, the entry concerned is left out,
 * and the rest goes on. Later files override concepts, facts and sources of earlier ones by id.
 */
export function loadTermbase(files: readonly NamedFile[]): { termbase: Termbase; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const concepts = new Map<string, Concept>();
  const facts = new Map<string, Fact>();
  const sources = new Map<string, Source>();
  const otherMeanings = new Map<string, OtherMeaning[]>();
  const fileOf = new Map<Concept | Fact, string>();
  for (const { file, content } of files) {
    const valid = validateShape(file, content, problems);
    for (const concept of valid.concepts ?? []) { concepts.set(concept.id, concept); fileOf.set(concept, file); }
    for (const fact of valid.facts ?? []) { facts.set(fact.id, fact); fileOf.set(fact, file); }
    for (const source of valid.sources ?? []) sources.set(source.id, source);
    for (const meaning of valid.otherMeanings ?? []) {
      const known = otherMeanings.get(meaning.abbreviation);
      if (known) known.push(meaning); else otherMeanings.set(meaning.abbreviation, [meaning]);
    }
  }
  const names = new Map<string, NameEntry>();
  const terms: TermEntry[] = [];
  for (const concept of concepts.values()) {
    const file = fileOf.get(concept)!;
    for (const name of concept.names) {
      const place = `concepts/${concept.id}/names/${name.id}`;
      const taken = names.get(name.id);
      if (taken && taken.concept !== concept) {
        problems.push({ file, place, message: `The name id "${name.id}" is taken by concept "${taken.concept.id}". Give this name another id.` });
        continue;
      }
      const entry = nameEntry(concept, name);
      names.set(name.id, entry);
      addTerms(entry, file, place, terms, problems);
    }
  }
  const termbase: Termbase = { concepts, names, terms, facts, sources, otherMeanings };
  checkReferences(termbase, fileOf, problems);
  return { termbase, problems };
}

function nameEntry(concept: Concept, name: Name): NameEntry {
  return {
    name, concept,
    firstYear: name.slackFrom ?? yearOf(name.from) ?? -Infinity,
    lastYear: name.slackTo ?? yearOf(name.to) ?? Infinity,
  };
}

function addTerms(entry: NameEntry, file: string, place: string, terms: TermEntry[], problems: Problem[]): void {
  entry.name.terms.forEach((term, position) => {
    const expanded = expandBraces(term);
    if (typeof expanded === 'string') {
      problems.push({ file, place: `${place}/terms/${position}`, message: expanded });
      return;
    }
    for (const { text, instead } of expanded) {
      if (foldKey(text) === '') {
        problems.push({ file, place: `${place}/terms/${position}`, message: `"${text}" has no word in it and can never be found. Write the term's words.` });
        continue;
      }
      terms.push(termEntry(terms.length, entry, term, text, '', instead));
      if (term.form === 'abbreviation' && term.lang === 'en' && /^[A-Z]{3,}$/.test(text)) terms.push(termEntry(terms.length, entry, term, text, 's', instead));
    }
  });
}

function termEntry(index: number, entry: NameEntry, term: Term, text: string, suffix: '' | 's', instead: readonly string[]): TermEntry {
  const form = term.form ?? 'full';
  const status = term.status ?? 'preferred';
  const superseded = status !== 'deprecated' && (entry.name.to !== undefined);
  return {
    index, entry, text, suffix, form, lang: term.lang as Lang, instead,
    status: superseded ? 'superseded' : status,
    loose: term.loose ?? false,
    rule: term.rule ?? 'deprecated-name',
    exactCase: (term.case ?? (form === 'abbreviation' ? 'exact' : 'any')) === 'exact',
    gender: term.gender,
    number: term.number ?? 'sg',
    article: term.article ?? false,
    ambiguous: term.ambiguous ?? false,
  };
}

/** Dead cross-references, and a misnomer without anything to write instead. */
function checkReferences(termbase: Termbase, fileOf: ReadonlyMap<Concept | Fact, string>, problems: Problem[]): void {
  const known = (id: string): boolean => termbase.sources.has(id);
  for (const concept of termbase.concepts.values()) {
    const file = fileOf.get(concept)!;
    if (concept.successor !== undefined && !termbase.concepts.has(concept.successor)) {
      problems.push({ file, place: `concepts/${concept.id}/successor`, message: `There is no concept "${concept.successor}". Write the id of a concept or leave the successor out.` });
    }
    for (const name of concept.names) {
      for (const id of name.sources) {
        if (!known(id)) problems.push({ file, place: `concepts/${concept.id}/names/${name.id}/sources`, message: `There is no source "${id}". Add it to "sources" or correct the id.` });
      }
      if (name.from !== undefined && name.to !== undefined && name.from > name.to) {
        problems.push({ file, place: `concepts/${concept.id}/names/${name.id}`, message: `The name ends (${name.to}) before it begins (${name.from}). Exchange or correct the dates.` });
      }
    }
  }
  for (const fact of termbase.facts.values()) {
    const file = fileOf.get(fact)!;
    const place = `facts/${fact.id}`;
    if (!termbase.concepts.has(fact.subject)) problems.push({ file, place: `${place}/subject`, message: `There is no concept "${fact.subject}". Write the id of a concept.` });
    if (!SECTIONS.includes(fact.section)) problems.push({ file, place: `${place}/section`, message: `"${fact.section}" is no section. Write one of: ${SECTIONS.join(', ')}.` });
    for (const id of [...fact.sources, ...(fact.conflicts ?? []).flatMap((c) => c.sources)]) {
      if (!known(id)) problems.push({ file, place: `${place}/sources`, message: `There is no source "${id}". Add it to "sources" or correct the id.` });
    }
  }
}


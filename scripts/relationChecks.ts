import { LANGS, type Lang } from '../src/core/document';
import en from '../data/grammar/en.json';
import type { Problems } from '../src/core/termbase/problem';

/** The data against which the files of `data/relations` are checked. */
export interface Known {
  readonly concepts: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, { readonly subject: string; readonly property: string }>;
  /** The verbs that each grammar conjugates. */
  readonly verbs: Readonly<Record<Lang, ReadonlySet<string>>>;
}

/**
 * Reports the errors in a file of `data/relations` to `problems`, with their place and a repair: a subject, property or
 * fact that the record lacks, a language without words, a verb that no grammar conjugates, a class of short names that
 * does not exist.
 */
export function checkRelations(parsed: unknown, file: string, known: Known, problems: Problems): void {
  if (!isObject(parsed)) return problems.error(file, '', 'A file of relations is a JSON object.');
  if (isObject(parsed.shortNames)) checkShortNames(parsed.shortNames, file, known, problems);
  if (isObject(parsed.impliedBy)) checkConcepts(parsed.impliedBy, file, known, problems);
  checkWords(parsed, file, '', known, problems);
  const relations = Array.isArray(parsed.relations)
    ? parsed.relations.map(
        (each: unknown, i) =>
          [`relations/${isObject(each) && typeof each.id === 'string' ? each.id : i}`, each] as const,
      )
    : [['', parsed] as const];
  for (const [place, each] of relations) {
    if (!isObject(each)) {
      problems.error(file, place, 'A relation must be an object.');
      continue;
    }
    checkRecord(each, file, place, known, problems);
    for (const list of textsOf(each.lists))
      if (!isObject(parsed.lists) || parsed.lists[list] === undefined)
        problems.error(
          file,
          at(place, 'lists'),
          `There is no list “${list}”. Use one that the file has under “lists”, or add it there.`,
        );
  }
}

/** The pairs of subject and property that a file's relations read, each with the relation that reads it. */
export function readBy(
  parsed: unknown,
  file: string,
  facts: Known['facts'],
): readonly { readonly subject: string; readonly property: string; readonly relation: string }[] {
  if (!isObject(parsed)) return [];
  const relations: readonly unknown[] = Array.isArray(parsed.relations) ? parsed.relations : [parsed];
  return relations.filter(isObject).flatMap((each) => {
    const relation = typeof each.id === 'string' ? each.id : file;
    // The topics of an objective are those of its title.
    const titles = each.kind === 'topic' ? ['title'] : [];
    const properties = [...textsOf(each.property), ...textsOf(each.elected), ...titles];
    const named = FACT_KEYS.flatMap((key) => textsOf(each[key]))
      .concat(isObject(each.mixedUp) ? textsOf(each.mixedUp.fact) : [])
      .flatMap((id) => facts.get(id) ?? []);
    return [
      ...subjectsOf(each).flatMap((subject) => properties.map((property) => ({ subject, property, relation }))),
      ...named.map(({ subject, property }) => ({ subject, property, relation })),
    ];
  });
}

/** Keys that name a fact. */
const FACT_KEYS = ['fact', 'also', 'count', 'title'];

function checkRecord(
  relation: Readonly<Record<string, unknown>>,
  file: string,
  place: string,
  { concepts, facts }: Known,
  problems: Problems,
): void {
  const subjects = subjectsOf(relation);
  const all = [...facts.values()];
  for (const subject of subjects) {
    if (!concepts.has(subject)) {
      problems.error(
        file,
        at(place, 'subjects'),
        `There is no concept “${subject}”. Use the id of one in data/concepts.`,
      );
      continue;
    }
    for (const property of textsOf(relation.property)) {
      if (!all.some((fact) => fact.property === property && fact.subject === subject))
        problems.error(
          file,
          at(place, 'property'),
          `No fact in data/facts gives the property “${property}” of “${subject}”. Correct the property or the subject, or add the fact.`,
        );
    }
  }
  if (relation.property !== undefined && subjects.length === 0)
    problems.error(file, at(place, 'subjects'), 'A relation needs the subjects that have its property.');
  for (const key of FACT_KEYS) {
    // For a place, the others are names that are right as well.
    if (key === 'also' && relation.kind === 'place') continue;
    for (const id of textsOf(relation[key])) {
      if (!facts.has(id))
        problems.error(file, at(place, key), `There is no fact “${id}”. Use the id of one in data/facts.`);
    }
  }
  if (typeof relation.kind !== 'string') return;
  if (!isObject(relation.field))
    return problems.error(
      file,
      at(place, 'field'),
      'The field is missing. Add the words that speak of the relation, by language.',
    );
  for (const lang of LANGS) {
    const words = relation.field[lang];
    const isEmpty = !isObject(words) || !Object.values(words).some((list) => Array.isArray(list) && list.length > 0);
    if (isEmpty && words !== undefined)
      problems.error(
        file,
        at(place, `field/${lang}`),
        `The field has no words in “${lang}”. Add verbs to “theme” or “agent”, or nouns to “nouns”.`,
      );
  }
}

function checkConcepts(
  impliedBy: Readonly<Record<string, unknown>>,
  file: string,
  { concepts }: Known,
  problems: Problems,
): void {
  for (const [concept, others] of Object.entries(impliedBy)) {
    for (const each of [concept, ...textsOf(others)])
      if (!concepts.has(each))
        problems.error(
          file,
          `impliedBy/${concept}`,
          `There is no concept “${each}”. Use the id of one in data/concepts.`,
        );
  }
}

function checkShortNames(
  shortNames: Readonly<Record<string, unknown>>,
  file: string,
  { concepts }: Known,
  problems: Problems,
): void {
  for (const [concept, classes] of Object.entries(shortNames)) {
    if (!concepts.has(concept))
      problems.error(
        file,
        `shortNames/${concept}`,
        `There is no concept “${concept}”. Use the id of one in data/concepts.`,
      );
    for (const each of textsOf(classes))
      if (!(each in en.nounClasses))
        problems.error(
          file,
          `shortNames/${concept}`,
          `There is no class of nouns “${each}”. Use one of: ${Object.keys(en.nounClasses).join(', ')}.`,
        );
  }
}

/**
 * Checks that every value given by language has each language, and that the verbs of a field are verbs of its grammar.
 */
function checkWords(value: unknown, file: string, place: string, known: Known, problems: Problems): void {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries())
      checkWords(
        each,
        file,
        at(place, isObject(each) && typeof each.id === 'string' ? each.id : String(i)),
        known,
        problems,
      );
    return;
  }
  if (!isObject(value)) return;
  const present = LANGS.filter((lang) => value[lang] !== undefined);
  if (present.length > 0)
    for (const lang of LANGS)
      if (!present.includes(lang))
        problems.error(
          file,
          at(place, lang),
          `Nothing is given in “${lang}”. Add it, as there is for “${present[0]}”.`,
        );
  for (const lang of present) {
    const words = value[lang];
    for (const key of ['theme', 'agent']) {
      for (const phrase of isObject(words) ? textsOf(words[key]) : []) {
        const [lemma] = phrase.split(' ');
        if (!known.verbs[lang].has(lemma!))
          problems.error(
            file,
            at(place, `${lang}/${key}`),
            `“${lemma}” is no verb of data/grammar/${lang}.json. Write the lemma, or add the verb there.`,
          );
      }
    }
  }
  for (const [key, each] of Object.entries(value)) checkWords(each, file, at(place, key), known, problems);
}

function subjectsOf(relation: Readonly<Record<string, unknown>>): readonly string[] {
  return [...textsOf(relation.subjects), ...textsOf(relation.subject)];
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string')
      : [];
}

function at(place: string, key: string): string {
  return place === '' ? key : `${place}/${key}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Problems } from '../src/core/termbase/problem';
import en from '../data/grammar/en.json';
import { TRAITS } from '../src/core/reading/grammarFile';
import { FORM_KINDS } from '../src/core/reading/inflection';

/**
 * Reports the errors in a file of `data/grammar` to `problems`, with their place and a repair: a table that is missing
 * or malformed, a class that nothing reads, a verb class with a verb that the file does not conjugate.
 */
export function checkGrammar(parsed: unknown, file: string, problems: Problems): void {
  if (!isObject(parsed)) return problems.error(file, '', 'A grammar is a JSON object with the tables of one language.');
  for (const [key, shape] of Object.entries(TABLES)) {
    const value = parsed[key];
    if (value === undefined)
      problems.error(file, key, `The table “${key}” is missing. Add it as ${SHAPES[shape]}; it may be empty.`);
    else if (!FITS[shape](value)) problems.error(file, key, `“${key}” must be ${SHAPES[shape]}.`);
  }
  for (const key of Object.keys(parsed))
    if (!(key in TABLES) && key !== '$comment' && key !== '$schema')
      problems.error(file, key, `Nothing reads a table “${key}”. Remove it, or correct its name.`);
  const checkNames = (names: readonly string[], known: readonly string[], kind: string, place: string): void => {
    for (const name of names.filter((each) => !known.includes(each)))
      problems.error(
        file,
        place === 'traits' ? place : `${place}/${name}`,
        `There is no ${kind} “${name}”. Use one of: ${known.join(', ')}.`,
      );
  };
  for (const [table, classes] of Object.entries(CLASSES)) {
    const value = parsed[table];
    if (!isObject(value)) continue;
    for (const each of classes)
      if (typeof value[each] !== 'string')
        problems.error(
          file,
          `${table}/${each}`,
          `The class “${each}” is missing. Add its words, blank-separated, or an empty text.`,
        );
    checkNames(Object.keys(value), classes, 'class', table);
  }
  checkNames(wordsOf(parsed.traits), Object.keys(TRAITS), 'trait', 'traits');
  checkVerbs(parsed, file, problems);
  for (const [lemma, forms] of isObject(parsed.irregular) ? Object.entries(parsed.irregular) : [])
    if (isObject(forms)) checkNames(Object.keys(forms), FORM_KINDS, 'form', `irregular/${lemma}`);
    else problems.error(file, `irregular/${lemma}`, 'The forms of a verb must be an object.');
}

type Shape = 'words' | 'map' | 'list';

const SHAPES: Readonly<Record<Shape, string>> = {
  words: 'a text of blank-separated words',
  map: 'an object',
  list: 'a list',
};

const FITS: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  words: (value) => typeof value === 'string',
  map: isObject,
  list: Array.isArray,
};

const TABLES: Readonly<Record<string, Shape>> = {
  lang: 'words',
  words: 'map',
  prepositions: 'map',
  contractions: 'map',
  infinitive: 'words',
  elided: 'words',
  modals: 'map',
  traits: 'words',
  genitive: 'words',
  paradigms: 'list',
  irregular: 'map',
  verbs: 'words',
  verbClasses: 'map',
  derived: 'list',
  guesses: 'list',
  notVerbs: 'words',
  particles: 'words',
  common: 'words',
  adverbEndings: 'words',
  plurals: 'list',
  qualifying: 'words',
  nounClasses: 'map',
  compounds: 'list',
  refutations: 'list',
  refuting: 'list',
  according: 'list',
  hedges: 'map',
  months: 'map',
  numbers: 'map',
  numberJoints: 'map',
  figures: 'map',
  ordinals: 'map',
  documentDates: 'map',
  undatedEvents: 'map',
  settings: 'map',
  gendered: 'map',
};

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  words: Object.keys(en.words),
  verbClasses: Object.keys(en.verbClasses),
  nounClasses: Object.keys(en.nounClasses),
  hedges: ['over', 'under', 'about'],
  numberJoints: ['ones', 'hundreds'],
  figures: Object.keys(en.figures),
  gendered: Object.keys(en.gendered),
};

/** The lemmas of the verbs that a grammar conjugates; empty where its tables are malformed. */
export function verbsOf(parsed: unknown): ReadonlySet<string> {
  if (!isObject(parsed)) return new Set();
  return new Set([
    ...(typeof parsed.verbs === 'string' ? parsed.verbs.split(' ') : []),
    ...(isObject(parsed.irregular) ? Object.keys(parsed.irregular) : []),
  ]);
}

function checkVerbs(parsed: Readonly<Record<string, unknown>>, file: string, problems: Problems): void {
  const verbs = verbsOf(parsed);
  if (isObject(parsed.verbClasses)) {
    for (const [kind, words] of Object.entries(parsed.verbClasses)) {
      for (const lemma of wordsOf(words))
        if (!verbs.has(lemma))
          problems.error(
            file,
            `verbClasses/${kind}`,
            `“${lemma}” is no verb of the grammar. Add it to “verbs” or “irregular”, or take it out of the class.`,
          );
    }
  }
}

function wordsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

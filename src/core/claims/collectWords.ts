import acts from '../../../data/relations/acts.json';
import bodies from '../../../data/relations/bodies.json';
import confusions from '../../../data/relations/confusions.json';
import counts from '../../../data/relations/counts.json';
import events from '../../../data/relations/events.json';
import heads from '../../../data/relations/heads.json';
import names from '../../../data/relations/names.json';
import objectives from '../../../data/relations/objectives.json';
import places from '../../../data/relations/places.json';
import status from '../../../data/relations/status.json';
import subjects from '../../../data/relations/subjects.json';
import votes from '../../../data/relations/votes.json';
import { LANGS, type Lang } from '../document';
import { foldKey, foldedWords } from '../fold';
import { hashOf } from '../mentions/words';
import { grammarOf } from '../reading/grammar';
import type { NounClass } from '../reading/grammarFile';
import { listOf } from '../reading/grammarIndex';
import { BEGINNINGS } from '../reading/times';
import { expandBraces } from '../termbase/braces';
import { KeyWords } from './keyWords';
import { Bit, type WordRows } from './wordBits';

/** In the order of their bits. */
const FILES = [acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes];

/** The words of a language that have a function, from its relations and its grammar. */
export function collectWords(lang: Lang): WordRows {
  const grammar = grammarOf(lang);
  const words = new KeyWords(grammar);
  for (const [i, file] of FILES.entries()) {
    const kind = 1 << i;
    for (const [phrase, isPart] of phrasesIn(file, lang)) {
      // A part or a thing on its own may refer back to the whole: "the Executive Committee", "the Constitution".
      words.add(phrase, isPart ? kind | Bit.Taker : kind);
    }
  }
  for (const { titles } of heads.wrongTitles[lang]) for (const title of titles) words.add(title, Bit.Title);
  const taking = (
    ['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const
  ).flatMap((kind) => listOf(grammar.file.words[kind]));
  for (const kind of new Set(Object.values(subjects.shortNames).flat() as NounClass[]))
    for (const word of listOf(grammar.file.nounClasses[kind]))
      words.addHash(hashOf(foldKey(word)), Bit.Taker | Bit.ShortName);
  // An article that is also a pronoun is not evidence.
  for (const word of taking)
    if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite'))
      words.addHash(hashOf(foldedWords(word)[0]!), Bit.Taker);
  // On its own, "one" is not a number.
  for (const [word, number] of Object.entries(grammar.file.numbers))
    if (number !== 1) words.addHash(hashOf(foldKey(word)), Bit.Number);
  for (const word of Object.keys(grammar.file.ordinals)) words.addHash(hashOf(foldKey(word)), Bit.Ordinal);
  for (const hash of BEGINNINGS) words.addHash(hash, Bit.Date);
  // A topic may belong to an objective that only the preceding sentence names: "It deals with consular protection".
  for (const { units, topics } of objectives.relations) {
    for (const word of units[lang]) words.add(word, Bit.Taker | Bit.Part);
    for (const topic of topics) for (const phrase of topic.words[lang]) words.add(phrase, Bit.Objectives | Bit.Topic);
  }
  for (const word of votes.words.ballots[lang]) words.add(word, Bit.Ballot);
  // About the headword of the entry: "**ICEM.** Name borne from 1952 to 1980.".
  for (const word of names.nouns[lang]) words.add(word, Bit.Taker);
  // About something named before: "When the Assembly came to vote", "The Coordinator is …".
  for (const { field } of [...votes.relations, ...bodies.relations])
    for (const word of (field[lang] as { readonly nouns?: readonly string[] }).nouns ?? []) words.add(word, Bit.Taker);
  // A text may name places and bodies in a foreign language.
  for (const name of places.gazetteer.flatMap((line) => line.split('|'))) words.add(name, Bit.Place);
  const others = [
    ...bodies.others,
    ...Object.values(bodies.lists).flat(),
    ...bodies.relations.flatMap((relation) => (relation as { readonly others?: readonly string[] }).others ?? []),
  ];
  for (const name of new Set(others.flatMap((line) => line.split('|')))) words.add(name, Bit.Body);
  return words.rows();
}

/** The keys under which a statement of the relation must have a word; words under other keys only qualify it. */
const FIELDS: ReadonlySet<string> = new Set(
  'field units objects of text titles seats lead turning nouns present ballots wrongAbbreviations labels called'.split(
    ' ',
  ),
);

/** The phrases of a language under one of the keys. A phrase outside a language belongs to all languages. */
function* phrasesIn(
  value: unknown,
  lang: Lang,
  isOfLang = false,
  isField = false,
  isPart = false,
): Generator<readonly [phrase: string, isPart: boolean]> {
  if (typeof value === 'string') {
    const forms = isOfLang && isField ? expandBraces({ text: value }) : [];
    for (const phrase of typeof forms === 'string' ? [value] : forms.map(({ text }) => text)) yield [phrase, isPart];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'messages' || ((LANGS as readonly string[]).includes(key) && key !== lang)) continue;
      yield* phrasesIn(each, lang, isOfLang || key === lang, isField || FIELDS.has(key), isPart || key === 'of');
    }
  }
}

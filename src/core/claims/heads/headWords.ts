import heads from '../../../../data/relations/heads.json';
import { perLang, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import { PhraseList, nounPhrase, verbPhrase } from '../field';
import type { Relation } from '../relation';
import { Field } from '../field';

const NOUNS = [
  'titles',
  'looseTitles',
  'seats',
  'former',
  'others',
  'otherOffices',
  'terms',
  'years',
  'present',
] as const;
const VERBS = ['lead', 'hold', 'start', 'end'] as const;

/** The words of one language about the head of the organization, compiled for comparison. */
export type HeadWords = Readonly<Record<(typeof NOUNS)[number] | (typeof VERBS)[number], PhraseList>>;

type WordsFile = Readonly<Record<(typeof NOUNS)[number] | (typeof VERBS)[number], readonly string[]>>;

/** The words of a language, compiled on first use. */
export const headWordsOf = perLang(compile);

function compile(lang: Lang): HeadWords {
  const file = heads.words[lang] as WordsFile;
  const nouns = NOUNS.map((key) => [key, officeList(file[key], lang)]);
  const verbs = VERBS.map((key) => [key, new PhraseList(file[key], verbPhrase)]);
  return Object.fromEntries([...nouns, ...verbs]) as HeadWords;
}

/** Phrases in the form of tokens, with hyphens separate. */
export function officeList(phrases: readonly string[], lang: Lang): PhraseList {
  return new PhraseList(phrases, (phrase) =>
    nounPhrase(phrase.replace(/-/g, ' - '), grammarOf(lang)).flatMap((word) => word.split(/(-)/).filter(Boolean)),
  );
}

const NOTHING = new PhraseList([], (phrase) => [phrase]);

/** What may be headed, in the form that the resolution of references expects. */
export const ORGANIZATION: Relation = {
  file: {
    id: 'head',
    property: heads.property,
    subjects: [heads.subject],
    field: { en: {}, fr: {}, es: {} },
    messages: heads.messages,
  },
  concepts: new Set([heads.subject]),
  field: new Field(undefined, grammarOf('en')),
  unless: NOTHING,
  labels: NOTHING,
};

/** "Mr", "Mme": words that precede a name and belong to it. */
export const HONORIFICS: ReadonlySet<string> = new Set(heads.honorifics.map(foldKey));

/** The id of the concept that is headed. */
export const ORGANIZATION_ID = heads.subject;

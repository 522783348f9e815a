import objectives from '../../../../data/relations/objectives.json';
import { perLang, type Lang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf, type Grammar } from '../../reading/grammar';
import type { Range } from '../../reading/nodes';
import { Field, PhraseList, nounPhrase, type FieldWords } from '../field';
import type { Relation, RelationFile } from '../relation';

type ByLang<T> = Readonly<Record<Lang, T>>;
type Words = ByLang<readonly string[]>;

interface Topic {
  readonly number: number;
  /** The topic in the form that messages use. */
  readonly about: ByLang<string>;
  /** Words that distinguish this topic from all others. */
  readonly words: Words;
  /** Words that fit this topic and others. */
  readonly also?: Words;
}

/** A relation whose subject has numbered parts, each with its topic. */
interface TopicFile extends RelationFile {
  readonly kind: 'topic';
  /** Nouns that denote a part. */
  readonly units: Words;
  /** Other texts that have numbered parts. */
  readonly rivals: Words;
  readonly topics: readonly Topic[];
}

/** An occurrence of the words of a topic. */
export interface FoundTopic extends Range {
  readonly numbers: ReadonlySet<number>;
  /** Whether the words belong to one topic only. */
  readonly isTelling: boolean;
}

/** The topics of a relation in one language. */
export interface TopicRelation extends Relation<TopicFile> {
  readonly units: PhraseList;
  readonly rivals: PhraseList;
  /** Words between the noun of a part and its number. */
  readonly numbered: ReadonlySet<string>;
  readonly phrases: PhraseList;
  readonly byPhrase: ReadonlyMap<string, { readonly telling: Set<number>; readonly fitting: Set<number> }>;
}

/** The relations of a language, compiled on first use. */
export const topicRelationsOf = perLang((lang): readonly TopicRelation[] =>
  (objectives.relations as unknown as readonly TopicFile[]).map((file) => compile(file, lang)),
);

function compile(file: TopicFile, lang: Lang): TopicRelation {
  const grammar = grammarOf(lang);
  const nouns = (words: Words | undefined): PhraseList =>
    new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  const folded = (words: Words): ReadonlySet<string> => new Set(words[lang].map(foldKey));
  const byPhrase = new Map<string, { telling: Set<number>; fitting: Set<number> }>();
  const add = (phrase: string, number: number, kind: 'telling' | 'fitting'): void => {
    const key = keyOf(phrase, grammar);
    const known = byPhrase.get(key) ?? { telling: new Set<number>(), fitting: new Set<number>() };
    byPhrase.set(key, known);
    known[kind].add(number);
  };
  const parts = file.topics.map(({ number }) => `${file.subjects[0]}-objective-${String(number).padStart(2, '0')}`);
  for (const { number, words, also } of file.topics) {
    for (const phrase of words[lang]) add(phrase, number, 'telling');
    for (const phrase of also?.[lang] ?? []) add(phrase, number, 'fitting');
  }
  return {
    file,
    concepts: new Set([...file.subjects, ...parts]),
    field: new Field(file.field[lang] as FieldWords, grammar),
    unless: nouns(file.unless),
    labels: nouns(file.labels),
    units: nouns(file.units),
    rivals: nouns(file.rivals),
    numbered: folded(objectives.words.numbered),
    phrases: new PhraseList([...byPhrase.keys()], (key) => key.split(' ')),
    byPhrase,
  };
}

function keyOf(phrase: string, grammar: Grammar): string {
  return nounPhrase(phrase, grammar).join(' ');
}

/** The topics in a sequence of words, longest phrases first, without nested matches. `words` are those of tokens. */
export function topicsIn(words: readonly string[], { phrases, byPhrase }: TopicRelation): readonly FoundTopic[] {
  const plain: string[] = [];
  const at: number[] = [];
  words.forEach((word, i) => {
    if (word !== "'") {
      plain.push(word);
      at.push(i);
    }
  });
  const found: FoundTopic[] = [];
  for (let i = 0; i < plain.length; i++) {
    const length = phrases.lengthAt(plain, i);
    if (length === 0) continue;
    const { telling, fitting } = byPhrase.get(plain.slice(i, i + length).join(' '))!;
    found.push({
      first: at[i]!,
      next: at[i + length - 1]! + 1,
      numbers: new Set([...telling, ...fitting]),
      isTelling: telling.size === 1,
    });
    i += length - 1;
  }
  return found;
}

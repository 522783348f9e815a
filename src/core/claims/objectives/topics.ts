import objectives from '../../../../data/relations/objectives.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import type { Range } from '../../reading/nodes';
import { PhraseList } from '../../reading/phraseList';
import type { Wanted } from '../../reading/text';
import { nounList, nounPhrase } from '../field';
import type { RelationFile } from '../relation';

type ByLang<T> = Readonly<Record<Lang, T>>;
type Words = ByLang<readonly string[]>;

/** A relation whose subject has numbered parts, each with its topic. */
interface TopicFile extends RelationFile {
  readonly kind: 'topic';
  /** Nouns that denote a part. */
  readonly units: Words;
  /** Other texts that have numbered parts. */
  readonly rivals: Words;
  readonly unless: Words;
  readonly topics: readonly TopicOfFile[];
}

interface TopicOfFile {
  readonly number: number;
  /** The topic in the form that messages use. */
  readonly about: ByLang<string>;
  /** Words that distinguish this topic from all others. */
  readonly words: Words;
  /** Words that fit this topic and others. */
  readonly also?: Words;
}

/** The topics to which words belong: the one that they distinguish from all others, and all that they fit. */
interface Topic {
  readonly telling: number | undefined;
  readonly numbers: ReadonlySet<number>;
}

/** An occurrence of the words of a topic. */
export type FoundTopic = Topic & Range;

/** The relation in one language; its concepts are the subject and the parts. */
export interface TopicRelation extends Wanted {
  readonly file: TopicFile;
  readonly unless: PhraseList;
  readonly units: PhraseList;
  readonly rivals: PhraseList;
  readonly phrases: PhraseList;
  readonly byPhrase: ReadonlyMap<string, Topic>;
}

const [FILE] = objectives.relations as unknown as readonly [TopicFile];

/** The relation in a language, compiled on first use. */
export const topicRelationOf = perLang((lang): TopicRelation => {
  const grammar = grammarOf(lang);
  const byPhrase = new Map<string, Topic>();
  for (const { number, words, also } of FILE.topics)
    for (const phrase of [...words[lang], ...(also?.[lang] ?? [])]) {
      const key = nounPhrase(phrase, grammar).join(' ');
      const known = byPhrase.get(key);
      const telling = words[lang].includes(phrase) ? number : known?.telling;
      byPhrase.set(key, { telling, numbers: new Set([...(known?.numbers ?? []), number]) });
    }
  const parts = FILE.topics.map(({ number }) => `${FILE.subjects[0]}-objective-${String(number).padStart(2, '0')}`);
  return {
    file: FILE,
    concepts: new Set([...FILE.subjects, ...parts]),
    unless: nounList(FILE.unless[lang], lang),
    units: nounList(FILE.units[lang], lang),
    rivals: nounList(FILE.rivals[lang], lang),
    phrases: new PhraseList([...byPhrase.keys()], (key) => key.split(' ')),
    byPhrase,
  };
});

/** The topics in a sequence of words, longest phrases first, without nested matches. `words` are those of tokens. */
export function topicsIn(words: readonly string[], { phrases, byPhrase }: TopicRelation): readonly FoundTopic[] {
  const at = words.flatMap((word, i) => (word === "'" ? [] : [i]));
  const plain = at.map((i) => words[i]!);
  const found: FoundTopic[] = [];
  for (let i = 0; i < plain.length; i++) {
    const length = phrases.lengthAt(plain, i);
    if (length === 0) continue;
    const topic = byPhrase.get(plain.slice(i, i + length).join(' '))!;
    found.push({ ...topic, first: at[i]!, next: at[i + length - 1]! + 1 });
    i += length - 1;
  }
  return found;
}

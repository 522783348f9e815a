import headFile from '../../../data/relations/heads.json';
import type { PhraseList } from '../claims/field';
import { verbList } from '../claims/field';
import { headWordsOf } from '../claims/heads/offices';
import { relationsOf, type Relation } from '../claims/relation';
import { voteRelationsOf } from '../claims/votes/voteRelation';
import { perLang, type Lang } from '../document';
import { foldedWords } from '../fold';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { Token } from '../reading/tokens';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { into } from '../into';
import { factValues } from './factValues';
import { isSameWord, isTelling } from './values';

/** The words with which text speaks of a property: those of its relations, and those of the fact's own statement. */
export interface TopicWords {
  readonly verbs: readonly PhraseList[];
  readonly nouns: readonly PhraseList[];
  readonly words: readonly string[];
}

export function topicWordsOf(fact: Fact, lang: Lang, termbase: Termbase): TopicWords {
  return into(
    into(TOPICS, fact, () => new Map<Lang, TopicWords>()),
    lang,
    () => readTopicWords(fact, lang, termbase),
  );
}

const TOPICS = new WeakMap<Fact, Map<Lang, TopicWords>>();

function readTopicWords(fact: Fact, lang: Lang, termbase: Termbase): TopicWords {
  const { subject, property } = fact;
  const isOf = ({ file }: Relation): boolean => file.property === property && file.subjects.includes(subject);
  const { counts, dates, places, bodies } = relationsOf(lang);
  const counted = counts.filter(isOf);
  // A number is always next to what it counts.
  if (counted.length > 0)
    return { verbs: [], nouns: counted.flatMap(({ units, labels, field }) => [units, labels, field.nouns]), words: [] };
  const events = [...dates, ...places].filter(isOf);
  const related: readonly Relation[] = [...events, ...bodies.filter(isOf)];
  const names = new Set(
    (termbase.concepts.get(subject)?.names ?? []).flatMap(({ terms }) =>
      terms.flatMap(({ text }) => foldedWords(text)),
    ),
  );
  const { statement } = factValues(fact, lang, termbase);
  const grammar = grammarOf(lang);
  const office = subject === headFile.subject && property === headFile.property ? headWordsOf(lang) : undefined;
  const side = SIDES.indexOf(property);
  const vote = side < 0 ? undefined : voteRelationsOf(lang).words.sides[side];
  return {
    verbs: [
      ...related.flatMap(({ field }) => [field.theme, field.agent]),
      ...(office ? [office.lead] : []),
      ...(vote ? [vote.verbs] : []),
    ],
    nouns: [
      ...related.map(({ field }) => field.nouns),
      ...events.map(({ labels }) => labels),
      ...(office ? [office.titles, office.seats] : []),
      ...(vote ? [vote.labels] : []),
    ],
    words: statement.words.filter(
      (word) =>
        !names.has(word) &&
        !grammar.verbForms({ written: word, folded: word }).some(({ lemma }) => isGeneral(lemma, grammar)),
    ),
  };
}

/** The properties with a side of a vote, in the order of the sides of the relations of votes. */
const SIDES: readonly string[] = ['votes-for', 'votes-against', 'abstentions'];

/** The verbs of holding an office, and of its beginning or end: "lead", "elect", "step down". */
const OFFICE_VERBS = perLang((lang) => verbList([...headFile.words[lang].tenure, ...headFile.words[lang].lead]));

export function isOfOffice(lemma: string, lang: Lang): boolean {
  return OFFICE_VERBS(lang).get(lemma).length > 0;
}

/** The indexes of the tokens at which words of a topic begin. */
export function placesOfTopic(topic: TopicWords, tokens: readonly Token[], grammar: Grammar): readonly number[] {
  const singulars = tokens.map((token) => grammar.singularOf(token));
  const isVerbAt = (token: Token, i: number): boolean =>
    grammar
      .rareVerbForms(token)
      .some(
        ({ lemma }) =>
          !isGeneral(lemma, grammar) &&
          topic.verbs.some((list) =>
            list.get(lemma).some((phrase) => phrase.slice(1).every((word, k) => tokens[i + 1 + k]?.folded === word)),
          ),
      );
  const isWordAt = (token: Token): boolean =>
    isTelling(token, grammar) && topic.words.some((word) => isSameWord(word, token.folded));
  return tokens.flatMap((token, i) =>
    isVerbAt(token, i) || topic.nouns.some((list) => list.lengthAt(singulars, i) > 0) || isWordAt(token) ? [i] : [],
  );
}

/** "Be" and "have" speak of no property. */
function isGeneral(lemma: string, grammar: Grammar): boolean {
  return grammar.isVerb(lemma, 'be') || grammar.isVerb(lemma, 'have');
}

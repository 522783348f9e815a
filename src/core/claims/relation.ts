import bodies from '../../../data/relations/bodies.json';
import counts from '../../../data/relations/counts.json';
import events from '../../../data/relations/events.json';
import places from '../../../data/relations/places.json';
import subjects from '../../../data/relations/subjects.json';
import { perLang, type Lang } from '../document';
import type { NounClass } from '../reading/grammarFile';
import type { Fact } from '../termbase/concept';
import type { PhraseList } from '../reading/phraseList';
import { fieldOf, nounList, type Field, type FieldWords } from './field';
import type { Messages } from './claim';
import { into } from '../into';
import type { Sentence } from '../reading/sentence';
import { compoundAt } from '../reading/tokens';
import type { Utterance } from './utterance';

type ByLang<T> = Readonly<Record<Lang, T>>;

export interface RelationFile {
  readonly id: string;
  /** The property of the record with which the claims are compared. */
  readonly property: string;
  readonly subjects: readonly string[];
  /** The messages for the reader, by the kind of error: "IOM was founded {right}, not {wrong}." */
  readonly messages: Messages;
  readonly field: ByLang<FieldWords>;
  readonly labels?: ByLang<readonly string[]>;
  /** Words that make the statement one about something else. */
  readonly unless?: ByLang<readonly string[]>;
  /** Words of which the statement must have one: the place of an act that others did elsewhere. */
  readonly only?: ByLang<readonly string[]>;
  /** Plans are checked as well: a future session. */
  readonly planned?: boolean;
}

interface CountFile extends RelationFile {
  readonly kind: 'count';
  readonly units: ByLang<readonly string[]>;
  readonly looseUnits: ByLang<readonly string[]>;
  /** The number never changes. */
  readonly fixed?: boolean;
  /** Smaller groups may do the same, and a much smaller number is theirs: "27 European States adopted the Compact". */
  readonly partial?: boolean;
  /** The number is compared only with the record of the very year that the text states. */
  readonly dated?: boolean;
  /** The number is an interval: "every four years". */
  readonly recurring?: boolean;
  /** Those who do what recurs at the subject, in the plural: "States report to the Forum". */
  readonly participants?: ByLang<readonly string[]>;
}

/** What dates and places of events have in common. */
interface EventFile extends RelationFile {
  /** The statement must also name one of these: the body joined, the status granted. */
  readonly objects?: ByLang<readonly string[]>;
  /** The thing of the event belongs to the subject: its constitution. */
  readonly of?: ByLang<readonly string[]>;
  /** Facts or places that are accepted as well, where one of the words of `alsoWhen` occurs in the sentence. */
  readonly also?: readonly string[];
  readonly alsoWhen?: ByLang<readonly string[]>;
  /** The agents of the first of `also`, who are not those of this event. */
  readonly alsoBy?: ByLang<readonly string[]>;
  /** Properties with places that may be confused with that of the event: the text is then wrong, not about another. */
  readonly otherPlaces?: readonly string[];
  /** The agents of the event. An act of another agent is another event. */
  readonly agents?: ByLang<readonly string[]>;
  /** The agents of the event, in the plural only. */
  readonly manyAgents?: ByLang<readonly string[]>;
  /** The property has several events, distinguished by an ordinal or their year; a bare ordinal may denote one. */
  readonly series?: boolean;
}

interface DateFile extends EventFile {
  readonly kind: 'date';
  readonly precision: 'day' | 'year';
  /** With a place, it is an event at that place: a matrix is deployed in a country as well. */
  readonly general?: boolean;
  /** The property with the place of the event: another place implies another event. */
  readonly place?: string;
}

interface PlaceFile extends EventFile {
  readonly kind: 'place';
  /** The property with the date of the event: another year implies another event. */
  readonly date?: string;
  /** The nouns in the subject's names. The subject has only one place, so a place after its name is that place. */
  readonly called?: ByLang<readonly string[]>;
  /** Several places have the role: each is judged, even if others are right. */
  readonly each?: boolean;
  readonly admitted: readonly string[];
}

interface BodyFile extends RelationFile {
  readonly kind: 'body';
  readonly fact: string;
  /** Concepts that have the role. */
  readonly right: readonly string[];
  /** Names of other bodies that have the role as well. */
  readonly rightNames?: readonly string[];
  readonly instead?: ByLang<string>;
  /** The grammatical gender of `instead`, in every language that has one. */
  readonly gender?: 'm' | 'f';
  /** Wrong names, where they differ from those of the file. */
  readonly others?: readonly string[];
  /** Lists of the file that contain the wrong names instead: the States. */
  readonly lists?: readonly (keyof typeof bodies.lists)[];
  /** Several bodies have the role: each is judged, even if others are right. */
  readonly each?: boolean;
}

/** A relation in one language, with its words compiled for comparison. */
export interface Relation<F extends RelationFile = RelationFile> {
  readonly file: F;
  readonly concepts: ReadonlySet<string>;
  readonly field: Field;
  readonly unless: PhraseList;
  readonly only: PhraseList;
  /** The labels that may give its value: "Members: 171". */
  readonly labels: PhraseList;
}

/** Some lists of words of a relation, compiled. */
type Lists<K extends string> = Readonly<Record<K, PhraseList>>;

export type CountRelation = Relation<CountFile> & Lists<(typeof COUNT_LISTS)[number]>;

/** A relation of an event: what happens to its subject, or to something that the subject has. */
export type EventRelation<F extends EventFile = EventFile> = Relation<F> & Lists<(typeof EVENT_LISTS)[number]>;

export type DateRelation = EventRelation<DateFile>;

export type PlaceRelation = EventRelation<PlaceFile>;

export type BodyRelation = Relation<BodyFile>;

const COUNT_LISTS = ['units', 'looseUnits', 'participants'] as const;
const EVENT_LISTS = ['of', 'objects', 'agents', 'manyAgents', 'alsoWhen', 'alsoBy'] as const;

/** All relations in one language. */
export interface Relations {
  readonly counts: readonly CountRelation[];
  readonly dates: readonly DateRelation[];
  readonly places: readonly PlaceRelation[];
  readonly bodies: readonly BodyRelation[];
}

/** The relations of a language, compiled on first use. */
export const relationsOf = perLang(compile);

/** Whether a relation compares the dates in a text with a fact. */
export function isDatedEvent({ subject, property }: Fact): boolean {
  return DATED.has(`${subject} ${property}`);
}

const DATED: ReadonlySet<string> = new Set(
  (events.relations as unknown as readonly DateFile[]).flatMap(({ subjects: concepts, property }) =>
    concepts.map((concept) => `${concept} ${property}`),
  ),
);

/** The relative difference by which sources round the number of a fact. */
export function roundingOf({ subject, property }: Fact): number {
  return ROUNDED[`${subject} ${property}`] ?? 0;
}

const ROUNDED: Readonly<Record<string, number>> = counts.rounded;

/** The relations of bodies, with their shared names. */
const BODIES: readonly BodyFile[] = (bodies.relations as unknown as readonly BodyFile[]).map((file) =>
  file.lists ? { ...file, others: file.lists.flatMap((list) => bodies.lists[list]) } : file,
);

/** A relation in one language, with its own lists of words. */
export function relationOf<F extends RelationFile, K extends string = never>(
  file: F & Readonly<Partial<Record<NoInfer<K>, ByLang<readonly string[]>>>>,
  lang: Lang,
  lists: readonly K[] = [],
): Relation<F> & Lists<K> {
  const own = lists.map((key) => [key, nounList(file[key]?.[lang], lang)]);
  return {
    file,
    concepts: new Set(file.subjects),
    field: fieldOf(file.field[lang], lang),
    unless: nounList(file.unless?.[lang], lang),
    only: nounList(file.only?.[lang], lang),
    labels: nounList(file.labels?.[lang], lang),
    ...(Object.fromEntries(own) as Lists<K>),
  };
}

function compile(lang: Lang): Relations {
  return {
    counts: (counts.relations as unknown as readonly CountFile[]).map((file) => relationOf(file, lang, COUNT_LISTS)),
    dates: (events.relations as unknown as readonly DateFile[]).map((file) => relationOf(file, lang, EVENT_LISTS)),
    places: (places.relations as unknown as readonly PlaceFile[]).map((file) => relationOf(file, lang, EVENT_LISTS)),
    bodies: BODIES.map((file) => relationOf<BodyFile>(file, lang)),
  };
}

/** The noun classes with which a bare noun may denote each concept. */
export const SHORT_NAMES: ReadonlyMap<string, readonly NounClass[]> = new Map(
  Object.entries(subjects.shortNames) as [string, NounClass[]][],
);

/** The concepts that imply another one: a text that names the Network means the Compact by "the Compact". */
export const IMPLIED_BY: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(subjects.impliedBy));

/**
 * The relations of a list of which a sentence may have a verb or a noun, and those that need none; known without
 * parsing it. Most sentences have no such word of most relations.
 */
export function relationsIn<R extends Relation>(
  relations: readonly R[],
  utterance: Utterance,
  needsNone: (relation: R) => boolean = () => false,
): readonly R[] {
  const byWord = into(BY_WORD, relations, indexed);
  const found = new Set<Relation>();
  for (const words of [lemmasIn(utterance), utterance.words])
    for (const word of words) for (const relation of byWord.get(word) ?? []) found.add(relation);
  return relations.filter((relation) => found.has(relation) || needsNone(relation));
}

const BY_WORD = new WeakMap<readonly Relation[], ReturnType<typeof indexed>>();

/** The relations by the words with which the phrases of their fields begin. */
function indexed(relations: readonly Relation[]): ReadonlyMap<string | undefined, readonly Relation[]> {
  const byWord = new Map<string | undefined, Relation[]>();
  for (const relation of relations)
    for (const list of [relation.field.theme, relation.field.agent, relation.field.nouns])
      for (const first of list.firsts()) into(byWord, first, (): Relation[] => []).push(relation);
  return byWord;
}

const LEMMAS = new WeakMap<Sentence, ReadonlySet<string>>();

/** The verbs of which a word of a sentence may be a form; known without parsing the sentence. */
export function lemmasIn({ reading: { sentence }, grammar }: Utterance): ReadonlySet<string> {
  return into(LEMMAS, sentence, ({ tokens }) => {
    const lemmas = new Set<string>();
    const compounds = tokens.flatMap((_, i) => compoundAt(tokens, i) ?? []);
    for (const word of [...tokens, ...compounds])
      for (const forms of [grammar.verbForms(word), grammar.rareVerbForms(word)])
        for (const { lemma } of forms) lemmas.add(lemma);
    return lemmas;
  });
}

import bodies from '../../../data/relations/bodies.json';
import counts from '../../../data/relations/counts.json';
import events from '../../../data/relations/events.json';
import places from '../../../data/relations/places.json';
import subjects from '../../../data/relations/subjects.json';
import { perLang, type Lang } from '../document';
import { grammarOf } from '../reading/grammar';
import type { NounClass } from '../reading/grammarFile';
import type { Severity } from '../rules';
import { Field, PhraseList, nounPhrase, type FieldWords } from './field';
import type { Messages } from './told';

type ByLang<T> = Readonly<Record<Lang, T>>;

export interface RelationFile {
  readonly id: string;
  /** The property of the record whose facts the claims are held against. */
  readonly property: string;
  readonly subjects: readonly string[];
  /** What a reader is told, by what can be wrong: "IOM was founded {right}, not {wrong}." */
  readonly messages: Messages;
  readonly field: ByLang<FieldWords>;
  readonly labels?: ByLang<readonly string[]>;
  /** Words that make the statement one of something else. */
  readonly unless?: ByLang<readonly string[]>;
  readonly severity?: Severity;
  /** The statement is of this part of the subject: its Executive Committee. */
  readonly part?: ByLang<readonly string[]>;
  /** Plans for it are checked as well: a session to come. */
  readonly planned?: boolean;
}

export interface CountFile extends RelationFile {
  readonly kind: 'count';
  readonly units: ByLang<readonly string[]>;
  readonly looseUnits: ByLang<readonly string[]>;
  /** One number for ever. */
  readonly fixed?: boolean;
  /** Sources round it. */
  readonly rounded?: boolean;
  /** It changes from year to year: only a number of a year that the record has is held against it. */
  readonly dated?: boolean;
  /** How far from the record a number may be, as a share of it. */
  readonly tolerance?: number;
  /** What some other source gives is left alone. */
  readonly disputed?: boolean;
  /** A smaller number may be of a part. */
  readonly atMost?: boolean;
  /** The number is told with "in": "works in 186 countries". */
  readonly within?: boolean;
  /** In dollars. */
  readonly money?: boolean;
  /** How often: "every four years". */
  readonly every?: boolean;
}

export interface DateFile extends RelationFile {
  readonly kind: 'date';
  readonly precision: 'day' | 'year';
  /** The fact that is meant, where the property has several. */
  readonly fact?: string;
  /** The name is told with the date: "the New York Declaration of 2016". */
  readonly titled?: boolean;
  /** Only what is told in the present: how it always is. */
  readonly present?: boolean;
  /** With a place it is an event of that place: a matrix is deployed in a country as well. */
  readonly general?: boolean;
  /** Whose membership is told: who joins or leaves the subject. */
  readonly joiner?: ByLang<readonly string[]>;
  /** The statement must name one of these as well: what was joined, what was granted. */
  readonly objects?: ByLang<readonly string[]>;
  /** What is dated is this of the subject: its constitution. */
  readonly of?: ByLang<readonly string[]>;
  /** Facts whose dates are right as well, where one of the words of `alsoWhen` occurs in the sentence. */
  readonly also?: readonly string[];
  readonly alsoWhen?: ByLang<readonly string[]>;
  /** Who brought about the first of `also`, and not this event. */
  readonly alsoBy?: ByLang<readonly string[]>;
  /** The property that gives the place of the event: at another place it is another. */
  readonly place?: string;
  /** Properties that give places with which that one may be confused: the text is wrong then, and means no other event. */
  readonly otherPlaces?: readonly string[];
  /** Who does it; what others do of the kind is another event. */
  readonly agents?: ByLang<readonly string[]>;
  /** Who does it together: only in the plural. */
  readonly manyAgents?: ByLang<readonly string[]>;
  /** Several events of the property, told apart by an ordinal or their year. */
  readonly series?: boolean;
}

export interface PlaceFile extends RelationFile {
  readonly kind: 'place';
  /** As of a date: whose acts are others. */
  readonly agents?: ByLang<readonly string[]>;
  readonly manyAgents?: ByLang<readonly string[]>;
  /** The property that gives the date of the event: in another year it is another. */
  readonly date?: string;
  readonly otherPlaces?: readonly string[];
  readonly of?: ByLang<readonly string[]>;
  readonly objects?: ByLang<readonly string[]>;
  /** The subject is in one place only, so that a place after its name is that; the nouns of its names. */
  readonly called?: ByLang<readonly string[]>;
  /** Several places have the role: each is judged, the right ones notwithstanding. */
  readonly each?: boolean;
  /** Several events of the property, which an ordinal alone may denote. */
  readonly series?: boolean;
  readonly admitted: readonly string[];
  readonly also?: readonly string[];
  readonly alsoWhen?: ByLang<readonly string[]>;
}

export interface BodyFile extends RelationFile {
  readonly kind: 'body';
  readonly fact: string;
  /** Concepts that have the role. */
  readonly right: readonly string[];
  /** Names of other bodies that have it as well. */
  readonly rightNames?: readonly string[];
  readonly instead?: ByLang<string>;
  /** The article of `instead`, with the blank after it where one follows. */
  readonly article?: ByLang<string>;
  /** Nouns that may follow the subject's name: "the CCCM cluster". */
  readonly kinds?: ByLang<readonly string[]>;
  /** Names that are wrong, where they are others than those of the file. */
  readonly others?: readonly string[];
  /** Lists of the file whose names are wrong instead of those: the States. */
  readonly lists?: readonly (keyof typeof bodies.lists)[];
  /** The role is to be one of several that the noun comprises: a committee. */
  readonly membership?: boolean;
  /** Several bodies have the role: each is judged, the right ones beside it notwithstanding. */
  readonly each?: boolean;
}

/** A relation in one language, its words ready to be compared. */
export interface Relation<F extends RelationFile = RelationFile> {
  readonly file: F;
  readonly concepts: ReadonlySet<string>;
  readonly field: Field;
  readonly unless: PhraseList;
  readonly labels: PhraseList;
  readonly part?: PhraseList;
}

export interface CountRelation extends Relation<CountFile> {
  readonly units: PhraseList;
  readonly looseUnits: PhraseList;
}

export interface DateRelation extends Relation<DateFile> {
  readonly objects: PhraseList;
  readonly of: PhraseList;
  readonly agents: PhraseList;
  readonly manyAgents: PhraseList;
  readonly alsoWhen: PhraseList;
  readonly alsoBy: PhraseList;
  readonly joiner: PhraseList;
}

export interface PlaceRelation extends Relation<PlaceFile> {
  readonly of: PhraseList;
  readonly objects: PhraseList;
  readonly agents: PhraseList;
  readonly manyAgents: PhraseList;
  readonly alsoWhen: PhraseList;
}

export type BodyRelation = Relation<BodyFile>;

/** All relations in one language. */
export interface Relations {
  readonly counts: readonly CountRelation[];
  readonly dates: readonly DateRelation[];
  readonly places: readonly PlaceRelation[];
  readonly bodies: readonly BodyRelation[];
}

/** The relations of a language, compiled when they are first asked for. */
export const relationsOf = perLang(compile);

/** Those of bodies, with the names that they share. */
const BODIES: readonly BodyFile[] = (bodies.relations as unknown as readonly BodyFile[]).map((file) => (file.lists ? { ...file, others: file.lists.flatMap((list) => bodies.lists[list]) } : file));

function compile(lang: Lang): Relations {
  const grammar = grammarOf(lang);
  const list = (words: ByLang<readonly string[]> | undefined): PhraseList => new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  const base = <F extends RelationFile>(file: F): Relation<F> => ({
    file, concepts: new Set(file.subjects), field: new Field(file.field[lang], grammar), unless: list(file.unless), labels: list(file.labels), part: file.part && list(file.part),
  });
  return {
    counts: (counts.relations as unknown as readonly CountFile[]).map((file) => ({ ...base(file), units: list(file.units), looseUnits: list(file.looseUnits) })),
    dates: (events.relations as unknown as readonly DateFile[]).map((file) => ({ ...base(file), objects: list(file.objects), of: list(file.of), agents: list(file.agents), manyAgents: list(file.manyAgents), alsoWhen: list(file.alsoWhen), alsoBy: list(file.alsoBy), joiner: list(file.joiner) })),
    places: (places.relations as unknown as readonly PlaceFile[]).map((file) => ({ ...base(file), of: list(file.of), objects: list(file.objects), agents: list(file.agents), manyAgents: list(file.manyAgents), alsoWhen: list(file.alsoWhen) })),
    bodies: BODIES.map(base),
  };
}

/** Which concepts a bare noun of a class may denote. */
export const SHORT_NAMES: ReadonlyMap<string, readonly NounClass[]> = new Map(Object.entries(subjects.shortNames) as [string, NounClass[]][]);

/** By whose names a document says that it speaks of a concept as well: a text on the Network means the Compact by "the Compact". */
export const IMPLIED_BY: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(subjects.impliedBy));

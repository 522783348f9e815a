import en from '../grid/templates.en.json';
import es from '../grid/templates.es.json';
import fr from '../grid/templates.fr.json';
import type { Lang } from '../../src/core/document';

/** Shapes that a main clause has: what is said of them is said of the value. */
export const MAIN_SHAPES = ['active', 'passive', 'cleft', 'nominalization', 'short', 'pronoun'] as const;

/** Shapes of a sentence whose value stands beside what it asserts. */
export const SIDE_SHAPES = [
  'relative',
  'participle',
  'apposition',
  'coordination',
  'possessive',
  'bracket',
  'later',
] as const;

/** Shapes that are no sentence. */
export const BLOCK_SHAPES = ['heading', 'label', 'row', 'titled', 'column', 'question', 'taken'] as const;

export const SHAPES = [...MAIN_SHAPES, ...SIDE_SHAPES, ...BLOCK_SHAPES] as const;
export type Shape = (typeof SHAPES)[number];

export const MODALITIES = [
  'asserted',
  'denied',
  'asked',
  'supposed',
  'planned',
  'reported',
  'quoted',
  'refuted',
  'quiz',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** A sentence, or the one before it and the sentence; slots stand in braces. */
export type Template = string | readonly [before: string, sentence: string];

/** A shape that a relation cannot take is null. */
type ShapeTemplates = Readonly<Partial<Record<Shape, Template | null>>>;
type OwnForms = Readonly<Partial<Record<Modality, readonly string[]>>>;

export interface Subject {
  readonly name: string;
  readonly foreign: string;
}

/** The words of one relation; what is not named here fills the slot of its name. */
export interface RelationWords {
  readonly set: string;
  /** A key of the subjects, where the sentence speaks of a part: the Constitution of IOM. */
  readonly subject?: string;
  readonly shapes?: ShapeTemplates;
  readonly own?: OwnForms;
  /** Values that no fact has word by word. */
  readonly right?: string;
  readonly wrong?: string;
  readonly label?: string;
  readonly title?: string;
  readonly titleOfRight?: string;
}

/** The sentences with which each word of a relation is tried; those `With` name an object of the relation as well. */
export interface TrialTemplates extends Readonly<Record<TrialSet, readonly string[]>> {
  /** Words that are the same in all trials of a language. */
  readonly slots: Readonly<Record<string, string>>;
  /** The subject where the relation is about a part of it. */
  readonly of: string;
  /** Words whose preposition or construction is their own. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

export type TrialSet =
  | 'theme'
  | 'agent'
  | 'noun'
  | 'themeWith'
  | 'agentWith'
  | 'nounWith'
  | 'countVerb'
  | 'countNoun'
  | 'bodyVerb'
  | 'bodyNoun'
  | 'cycle'
  | 'yearly'
  | `head${'Title' | 'Lead' | 'Seat' | 'Years' | 'Wrong'}`
  | `vote${'Side' | 'Verb' | 'Ballot' | 'Unit' | 'To'}`
  | `status${'Is' | 'Place' | 'Binding' | 'Denied' | 'Done' | 'Nominal' | 'Right' | 'DoneRight' | 'NominalRight'}`
  | `topic${'Word' | 'Noun' | 'Unit'}`
  | `act${'Verb' | 'Unit'}`
  | `name${'Turning' | 'WithNoun' | 'Noun' | 'Present'}`
  | 'abbreviation'
  | 'label'
  | `reference${'Before' | 'Theme' | 'Agent' | 'Noun' | 'Unit' | 'Body'}`;

/** How a language words the grid. */
export interface Templates {
  readonly subjects: Readonly<Record<string, Subject>>;
  /** Names the foreign body and the relation's own subject, before a sentence on the former. */
  readonly adjacent: string;
  /** The value with its preposition, by kind. */
  readonly at: Readonly<Record<string, string>>;
  /** The relative adverb of a cleft, by kind. */
  readonly when?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<'vote' | 'resolution' | 'governments', string>>;
  /** A sentence between a name and the pronoun that takes it up. */
  readonly later: string;
  /** What a question on the value begins with, by kind; a kind without it has no questions. */
  readonly asks: Readonly<Record<string, string>>;
  /** The head of a table's first column. */
  readonly table: string;
  /** Plain sentences for each word of a relation. */
  readonly trials: TrialTemplates;
  /** Contractions and elisions, applied last. */
  readonly joins: Readonly<Record<string, string>>;
  readonly sets: Readonly<Record<string, ShapeTemplates>>;
  /** Forms of a modality that a set has itself: a negated verb, a conditional. */
  readonly own: Readonly<Record<string, OwnForms>>;
  /** Forms that take any clause. */
  readonly modalities: OwnForms;
  readonly relations: Readonly<Record<string, RelationWords>>;
  /** Relations that the grid leaves out, with the reason. */
  readonly left: Readonly<Record<string, string>>;
}

export const TEMPLATES: Readonly<Record<Lang, Templates>> = { en, fr, es } as unknown as Record<Lang, Templates>;

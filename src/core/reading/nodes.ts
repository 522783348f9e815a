import type { Mention } from '../mentions/findMentions';

/** Half-open range of token indexes. */
export interface Range {
  readonly first: number;
  readonly next: number;
}

/** A mention as a range of tokens. */
export interface Named extends Range {
  readonly mention: Mention;
}

/** Years, inclusive at both ends; open ends are infinite. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The constituents of a sentence, from left to right. */
export type Node = NounGroup | DateGroup | VerbGroup | Mark;

export type Determiner = 'definite' | 'indefinite' | 'demonstrative' | 'negative' | 'quantifier' | 'none';

/** The possible antecedents of a pronoun or possessive. */
export type Agreement = 'thing' | 'person' | 'several' | 'other';

/** A number in figures or words, with its precision. */
export interface Quantity extends Range {
  readonly value: number;
  readonly hedge: 'over' | 'under' | 'about' | undefined;
}

export interface NounGroup extends Range {
  readonly kind: 'noun';
  readonly determiner: Determiner;
  /** Folded words from the first modifier to the head, in the singular. Names are included word by word. */
  readonly words: readonly string[];
  /**
   * Token index of the head noun, the last of an English group and the first of a French or Spanish one; -1 for a bare
   * number.
   */
  readonly head: number;
  /** The antecedents that agree with the group, if it is a pronoun. */
  readonly pronoun: Agreement | undefined;
  /** The possessive that opens the group: "its", "leur". */
  readonly possessive: Agreement | undefined;
  readonly quantity: Quantity | undefined;
  readonly ordinal: (Range & { readonly value: number }) | undefined;
  readonly named: readonly Named[];
  /** Written with capitals, apart from its determiner. */
  readonly isProper: boolean;
  /** The owners of the group: an English genitive, and the complement of "of". */
  readonly owners: NounGroup[];
  /** Dates that follow "of", and those in brackets. */
  readonly dates: DateGroup[];
  /** "not 175 members" */
  readonly isDenied: boolean;
  /** Index after the last token of its owners. */
  end: number;
}

export interface Day {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A date or a span of time, inclusive at both ends. */
export interface DateGroup extends Range {
  readonly kind: 'date';
  readonly from: Day;
  readonly to: Day;
  /** Whether it covers more than one day, month or year: two dates, a decade. */
  readonly isSpan: boolean;
}

export type Tense = 'past' | 'present' | 'future' | 'none';

export interface VerbGroup extends Range {
  readonly kind: 'verb';
  /** Lemmas of which the main verb may be a form. */
  readonly lemmas: readonly string[];
  /** Token index of the main verb. */
  readonly main: number;
  readonly tense: Tense;
  readonly form: 'finite' | 'participle' | 'gerund' | 'infinitive';
  /** True for a passive; undefined where a bare participle may also be a past tense. */
  readonly passive: boolean | undefined;
  readonly reflexive: boolean;
  readonly negated: boolean;
  readonly modality: 'asserted' | 'planned' | 'supposed';
  /** Whether it is supposed as an obligation or a recommendation: "must", "should". */
  readonly required: boolean;
  /** An object pronoun within the group: "l'a ratifié". */
  readonly clitic: Range | undefined;
}

export interface Mark extends Range {
  readonly kind:
    | 'preposition'
    | 'relative'
    | 'that'
    | 'subordinator'
    | 'supposing'
    | 'conceding'
    | 'coordinator'
    | 'comma'
    | 'stop'
    | 'colon'
    | 'dash'
    | 'open'
    | 'close'
    | 'cell'
    | 'adverb'
    | 'negation'
    | 'other';
  /** Of a word that may be a preposition. */
  readonly roles: ReadonlySet<string> | undefined;
}

/** The index after the last token of a node and of its owners. */
export function endOf(node: Node): number {
  return node.kind === 'noun' ? node.end : node.next;
}

export function hasYear(node: Node): node is DateGroup {
  return node.kind === 'date' && node.from.year !== undefined;
}

/** A date of which only the year is known. */
export function yearAlone(year: number): Day & { readonly year: number } {
  return { year, month: undefined, day: undefined };
}

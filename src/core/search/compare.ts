import type { Lang } from '../document';
import { fitsAsk } from './fitsAsk';
import type { Query } from './readQuery';
import { SENTENCE, STRONG, type Row } from './rows';
import type { WordIndex } from './wordIndex';

/** How an entry relates to a query. */
export interface Comparison {
  /** Whether the entry contains or is everything that is asked, and is not merely a sentence with the words. */
  readonly isAnswer: boolean;
  /** Of the weight of what is asked about the things that are named: the part that the entry has, from 0 to 1. */
  readonly share: number;
  readonly score: number;
}

/** Compares the entries with a query; looks every word up once. */
export class Comparer {
  private readonly parts: readonly Part[];
  private readonly names: readonly NamePart[];
  private readonly years: readonly { readonly year: number; readonly fits: Fits }[];

  constructor(
    private readonly query: Query,
    index: WordIndex,
    size: number,
    corrected: ReadonlyMap<string, readonly string[]>,
    private readonly spoken: Lang,
  ) {
    const fitsOf = (word: string) => unite([word, ...(corrected.get(word) ?? [])].map((each) => index.fitsOf(each)));
    const notions = query.names.filter(({ isProper }) => !isProper).map((name) => namePart(name, fitsOf));
    this.parts = query.words.map(({ word, asks, isOptional }) => {
      const fits = fitsOf(word);
      const notion = notions.find(({ words }) => words.includes(word));
      const weight = asks.length > 0 ? WEIGHT_OF_ASK : Math.log(1 + size / Math.max(1, fits.size));
      return { fits, asks, isOptional, weight, notion };
    });
    this.names = query.names.filter(({ isProper }) => isProper).map((name) => namePart(name, fitsOf));
    this.years = query.years.map((year) => ({ year: Number(year), fits: index.fitsOf(year) }));
  }

  /** `undefined` if the entry is about another thing, or of another time. */
  compare(row: Row, position: number): Comparison | undefined {
    let score = 0;
    let isInTime = true;
    let isAnswer = true;
    for (const name of this.names) {
      const fit = Math.max(isNamed(name, row), mentions(name, position));
      if (fit === 0) return undefined;
      score += WEIGHT_OF_NAME * fit;
    }
    for (const { year, fits } of this.years) {
      const fit = Math.max(fits.get(position) ?? 0, yearFits(row, year));
      if (fit === 0 && (row.years !== undefined || this.names.length === 0)) return undefined;
      if (fit < SENTENCE) isInTime = false;
      score += WEIGHT_OF_YEAR * fit;
    }
    let [asked, had, strongest] = [0, 0, 0];
    let isOfKind = !this.parts.some(asksOfFact);
    for (const { fits, asks, isOptional, weight, notion } of this.parts) {
      const word = notion === undefined ? (fits.get(position) ?? 0) : notionFit(notion, row, fits.get(position) ?? 0);
      let fit = word >= STRONG || asks.length === 0 ? word : 0;
      for (const ask of asks) fit = Math.max(fit, OF_ASK * fitsAsk(row, ask, this.query, this.spoken));
      if (fit > 0 && asksOfFact({ asks })) isOfKind = true;
      score += weight * fit;
      if (!isOptional || this.names.length > 0) strongest = Math.max(strongest, fit);
      if (isOptional) continue;
      asked += weight;
      if (fit > 0) had += weight;
      // That the definition of a name contains the word does not make the name an answer.
      if (fit === 0 || (fit <= SENTENCE && row.entry.kind === 'term')) isAnswer = false;
    }
    const share = asked === 0 ? 1 : had / asked;
    const isSentence = share === 1 && strongest >= SENTENCE && isInTime;
    const isStrong = asked === 0 || strongest >= STRONG;
    return {
      isAnswer: isAnswer && isStrong && isOfKind && isInTime,
      share: isStrong || isSentence || this.names.length > 0 ? share : 0,
      score,
    };
  }
}

/** A word of the entry itself counts more than its kind. */
const OF_ASK = 0.95;
const WEIGHT_OF_ASK = 2;
const WEIGHT_OF_NAME = 8;
const WEIGHT_OF_YEAR = 4;
/** In years: a value of another year is shown in place of one that the record does not have. */
const NEAREST = 2;

type Fits = ReadonlyMap<number, number>;

interface Part {
  /** The ordinary word or phrase with a concept of its own ("irregular migrant") to which the word belongs. */
  readonly notion: NamePart | undefined;
  readonly fits: Fits;
  readonly asks: Query['words'][number]['asks'];
  readonly isOptional: boolean;
  readonly weight: number;
}

interface NamePart {
  readonly words: readonly string[];
  readonly concepts: ReadonlySet<string>;
  /** The names of the concepts, each with its own time: ICEM is one of IOM. */
  readonly names: ReadonlySet<string>;
  /** What to write instead of a wrong name. */
  readonly instead: ReadonlySet<string>;
  readonly fits: readonly Fits[];
}

/** Whether a word asks for the kind of value that a fact has. */
function asksOfFact({ asks }: Pick<Part, 'asks'>): boolean {
  return asks.some((ask) => ask === 'who' || ask === 'when' || ask === 'where' || ask === 'howMany');
}

function namePart({ terms, words }: Query['names'][number], fitsOf: (word: string) => Fits): NamePart {
  return {
    words,
    concepts: new Set(terms.map(({ entry }) => entry.concept.id)),
    names: new Set(terms.map(({ entry }) => entry.name.id)),
    instead: new Set(terms.flatMap(({ status, instead }) => (status === 'deprecated' ? instead : []))),
    fits: words.map(fitsOf),
  };
}

/** 1 for a fact, the name itself or what to write instead; less for another name of the thing; 0 for another thing. */
function isNamed({ concepts, names, instead }: NamePart, { subject, entry }: Row): number {
  if (!concepts.has(subject)) return 0;
  if (entry.kind === 'fact') return 1;
  return (instead.size > 0 ? instead.has(entry.label) : names.has(entry.term.entry.name.id)) ? 1 : 0.8;
}

/** The name of another thing ("Refugee Convention") is not about the notion ("refugee") that it contains. */
function notionFit(notion: NamePart, row: Row, fit: number): number {
  const named = isNamed(notion, row);
  return named > 0 ? Math.max(named, fit) : row.entry.kind === 'term' ? Math.min(fit, SENTENCE) : fit;
}

/** More than 0 for an entry with all words of the name. */
function mentions({ fits }: NamePart, position: number): number {
  return Math.min(...fits.map((each) => each.get(position) ?? 0)) / 2;
}

function yearFits({ years }: Row, year: number): number {
  if (years === undefined) return 0;
  const [first, last] = years;
  if (first <= year && year <= last) return 1;
  const distance = year < first ? first - year : year - last;
  return distance <= NEAREST ? 0.3 - distance / 10 : 0;
}

function unite(all: readonly Fits[]): Fits {
  if (all.length === 1) return all[0]!;
  const united = new Map<number, number>();
  for (const fits of all)
    for (const [position, fit] of fits) if ((united.get(position) ?? 0) < fit) united.set(position, fit);
  return united;
}

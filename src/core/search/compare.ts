import type { Lang } from '../document';
import { fitsAsk } from './fitsAsk';
import type { Query } from './readQuery';
import { SENTENCE, STRONG, VALUE, type Row } from './rows';
import type { WordIndex } from './wordIndex';
import { OWNERS, significantWords, synonymsOf } from './words';
import type { TermEntry } from '../termbase/termbase';

/** How an entry relates to a query. */
export interface Comparison {
  /** Whether the entry contains or is everything that is asked, and is not merely a sentence with the words. */
  readonly isAnswer: boolean;
  /** Whether it is about each thing that is named, and does not merely mention it. */
  readonly isOfSubject: boolean;
  /** Whether it only lacks one word, which modifies another one that it has: "relationship" of "agreement". */
  readonly isNearly: boolean;
  /** Of the weight of what is asked about the things that are named: the part that the entry has, from 0 to 1. */
  readonly share: number;
  readonly score: number;
  /** Whether it has the noun that is asked about, which other words modify. */
  readonly hasHead: boolean;
  /** Whether it has all words that are written in capitals or with one. */
  readonly hasCapitalized: boolean;
}

/** Compares the entries with a query; looks every word up once. */
export class Comparer {
  private readonly parts: readonly Part[];
  private readonly content: readonly Part[];
  private readonly plain: readonly Part[];
  /** The notions whose definition is asked for; another name says who defines them. */
  private readonly defined: ReadonlySet<string>;
  private readonly isOfFact: boolean;
  private readonly names: readonly NamePart[];
  private readonly years: readonly { readonly year: number; readonly fits: Fits }[];

  constructor(
    private readonly query: Query,
    index: WordIndex,
    size: number,
    corrected: ReadonlyMap<string, readonly string[]>,
    private readonly spoken: Lang,
  ) {
    const fitsOf = (word: string) =>
      unite([
        ...[word, ...(corrected.get(word) ?? [])].map((each) => index.fitsOf(each)),
        ...synonymsOf(word).map((phrase) =>
          meet(
            phrase.map((each) => index.fitsOf(each)),
            SYNONYM,
          ),
        ),
      ]);
    const notions = query.names.filter(({ isProper }) => !isProper).map((name) => namePart(name, fitsOf, index));
    this.parts = query.words.map(({ word, asks, isOptional, isHead, isCapitalized, noun }) => {
      const fits = fitsOf(word);
      const notion = notions.find(({ words }) => words.includes(word));
      const weight =
        asks.length > 0
          ? WEIGHT_OF_ASK
          : fits.size === 0
            ? WEIGHT_OF_UNKNOWN
            : Math.log(1 + size / Math.max(1, fits.size));
      return {
        fits,
        asks,
        isOptional,
        isHead,
        isCapitalized,
        weight,
        notion,
        noun: query.words.findIndex((other) => other.word === noun),
      };
    });
    const isDefinition = query.words.some(({ asks }) => asks.includes('definition'));
    this.defined = new Set(isDefinition ? notions.flatMap(({ concepts }) => [...concepts]) : []);
    this.content = this.parts.filter(({ asks }) => asks.length === 0);
    this.plain = this.content.filter(({ notion }) => notion === undefined);
    this.isOfFact = this.parts.some(asksOfFact);
    this.names = query.names.filter(({ isProper }) => isProper).map((name) => namePart(name, fitsOf, index));
    this.years = query.years.map((year) => ({ year: Number(year), fits: index.fitsOf(year) }));
  }

  /** `undefined` if the entry is about another thing, or of another time. */
  compare(row: Row, position: number): Comparison | undefined {
    let score = 0;
    // A sentence that mentions the thing is no guess about it.
    let isAbout = true;
    let hasNames = true;
    let isOfSubject = true;
    for (const name of this.names) {
      const mention = name.mentions.get(position) ?? 0;
      const isDefined = this.defined.has(row.subject);
      const own = isNamed(name, row);
      if (name.isOwner && this.names.length > 1 && own + mention === 0) continue;
      if (own === 0) isOfSubject = false;
      if (isDefined && mention === 0) hasNames = false;
      const fit = isDefined ? Math.max(OF_MENTION, Math.sign(mention)) : Math.max(own, mention * OF_MENTION);
      if (fit === 0) return undefined;
      if (fit <= SENTENCE * OF_MENTION) isAbout = false;
      score += WEIGHT_OF_NAME * fit;
    }
    let isInTime = true;
    for (const { year, fits } of this.years) {
      // The year in the sentence about a count is that of its edition.
      const written = fits.get(position) ?? 0;
      const fit = Math.max(row.isCounted && written < STRONG ? 0 : written, yearFits(row, year));
      if (fit === 0 && (row.years !== undefined || this.names.length === 0)) return undefined;
      if (fit < SENTENCE) isInTime = false;
      score += WEIGHT_OF_YEAR * fit;
    }
    const words = this.compareWords(row, position);
    // What only mentions the thing is an answer if it has a word of what is asked, not if it is of its kind only.
    const isAnswered = isAbout || this.content.some(({ fits }) => (fits.get(position) ?? 0) >= SENTENCE);
    const isSure = words.isStrong || (words.isSentence && isInTime) || this.names.length > 0;
    return {
      isOfSubject,
      hasHead: words.hasHead,
      hasCapitalized: words.hasCapitalized,
      isNearly: words.isNearly && isAbout && this.names.length > 0,
      isAnswer: words.isAnswer && isInTime && hasNames && isAnswered,
      share: isAbout && isSure ? words.share : 0,
      score: score + words.score,
    };
  }

  private compareWords(row: Row, position: number): WordComparison {
    const hasFit = this.fitIn(row, position);
    const isTerm = row.entry.kind === 'term';
    const lacking: Part[] = [];
    let [score, asked, had, strongest, weakest] = [0, 0, 0, 0, 1];
    let isOfKind = !this.isOfFact;
    let isAnswer = true;
    for (const part of this.parts) {
      const fit = hasFit(part);
      score += part.weight * fit;
      if (fit > 0 && asksOfFact(part)) isOfKind = true;
      if (!part.isOptional || this.names.length > 0) strongest = Math.max(strongest, fit);
      if (part.isOptional) continue;
      asked += part.weight;
      // That the definition of a name contains the word does not make the name an answer.
      if (fit <= (isTerm ? SENTENCE : 0)) isAnswer = false;
      if (fit === 0) lacking.push(part);
      else {
        had += part.weight;
        weakest = Math.min(weakest, fit);
      }
    }
    const isStrong = asked === 0 || strongest >= STRONG;
    return {
      isNearly: isOfKind && weakest >= STRONG && lacking.length === 1 && this.hasNoun(lacking[0]!, position),
      isAnswer: isAnswer && isStrong && isOfKind,
      isStrong,
      hasHead: this.content.every(({ isHead, fits }) => !isHead || fits.has(position)),
      hasCapitalized: this.content.every(({ isCapitalized, fits }) => !isCapitalized || fits.has(position)),
      isSentence: lacking.length === 0 && strongest >= SENTENCE,
      share: asked === 0 ? 1 : had / asked,
      score,
    };
  }

  /** From 0 to 1, for the words of the query: how well the entry has them, or is of the kind that they ask for. */
  private fitIn(row: Row, position: number): (part: Part) => number {
    const isTerm = row.entry.kind === 'term';
    const { content, plain, names, query, spoken } = this;
    // A name with other words of the query is meant itself, and not the notion in it: "Convention … Refugees 1951".
    const isMeant = isTerm && (names.length > 0 || countLabels(plain, position) > 0);
    const isWhole = isTerm && row.size <= content.length + MOST_LEFT_OUT && content.length > 0;
    const hasName = isWhole && countLabels(content, position) === content.length;
    return ({ fits, asks, notion }) => {
      const word = notionFit(notion, row, fits.get(position) ?? 0, isMeant);
      let fit = word >= STRONG || asks.length === 0 ? word : 0;
      if (fit >= OF_ASK) return fit;
      for (const ask of asks) {
        const ofAsk = fitsAsk(row, ask, query, spoken, hasName);
        // "Number" asks for a count, unless the value itself is a symbol.
        if (ask !== 'symbol' || ofAsk === 1 || !asks.includes('howMany')) fit = Math.max(fit, OF_ASK * ofAsk);
      }
      // "Percentage" asks for a number, and for a percentage first.
      return asks.includes('howMany') && word >= STRONG && fit >= OF_ASK ? fit + WITH_WORD : fit;
    };
  }

  /** Whether the entry has the word that a part modifies. */
  private hasNoun({ noun }: Part, position: number): boolean {
    return (this.parts[noun]?.fits.get(position) ?? 0) > 0;
  }
}

/** How an entry relates to the words of a query, regardless of the names and years in it. */
interface WordComparison extends Omit<Comparison, 'isOfSubject'> {
  /** Whether it has a word of the query as its own, or whether only optional words are asked for. */
  readonly isStrong: boolean;
  /** Whether it has all words, at least in its sentence. */
  readonly isSentence: boolean;
}

/** A word of the entry itself counts more than its kind. */
const OF_ASK = 0.95;
const WITH_WORD = 0.15;
const OF_MENTION = 0.5;
const SYNONYM = 0.85;
/** What is about a notion counts more than what only has its word: "refugees transported" is about IOM. */
const OF_NOTION = 1.15;
/** Words of a name that a query may leave out, empty ones among them: "personne" of "personne déplacée interne". */
const MOST_LEFT_OUT = 2;
const WEIGHT_OF_ASK = 2;
/** Of a word that no entry has. */
const WEIGHT_OF_UNKNOWN = 4;
const WEIGHT_OF_NAME = 8;
const WEIGHT_OF_YEAR = 3;
/** In years: a value of another year is shown in place of one that the record does not have. */
const NEAREST = 2;

type Fits = ReadonlyMap<number, number>;

interface Part {
  /** The ordinary word or phrase with a concept of its own ("irregular migrant") to which the word belongs. */
  readonly notion: NamePart | undefined;
  readonly fits: Fits;
  readonly asks: Query['words'][number]['asks'];
  readonly isOptional: boolean;
  readonly isHead: boolean;
  readonly isCapitalized: boolean;
  readonly weight: number;
  /** The position of the part that it modifies; -1 if it modifies none. */
  readonly noun: number;
}

interface NamePart {
  /** Whether it may only say to whom the other thing belongs: "what does DTM stand for IOM". */
  readonly isOwner: boolean;
  readonly words: readonly string[];
  readonly concepts: ReadonlySet<string>;
  /** The names of the concepts, each with its own time: ICEM is one of IOM. */
  readonly names: ReadonlySet<string>;
  /** What to write instead of a wrong name. */
  readonly instead: ReadonlySet<string>;
  /** The entries with all words of one of its names. */
  readonly mentions: Fits;
}

/** How many of the words are in the label of an entry, or in its other right forms. */
function countLabels(parts: readonly Part[], position: number): number {
  let count = 0;
  for (const { fits } of parts) if ((fits.get(position) ?? 0) >= VALUE) count++;
  return count;
}

/** Whether a word asks for the kind of value that a fact has. */
function asksOfFact({ asks }: Pick<Part, 'asks'>): boolean {
  return asks.some((ask) => ask === 'who' || ask === 'when' || ask === 'where' || ask === 'howMany');
}

function namePart(
  { terms, words }: Query['names'][number],
  fitsOf: (word: string) => Fits,
  index: WordIndex,
): NamePart {
  return {
    words,
    isOwner: words.every((word) => OWNERS.has(word)),
    concepts: new Set(terms.map(({ entry }) => entry.concept.id)),
    names: new Set(terms.map(({ entry }) => entry.name.id)),
    instead: new Set(terms.flatMap(({ status, instead }) => (status === 'deprecated' ? instead : []))),
    mentions: unite([
      meet(words.map(fitsOf)),
      ...otherForms(terms, words).map((form) => meet(form.map((word) => index.exactly(word)))),
    ]),
  };
}

/** 1 for a fact, the name itself or what to write instead; less for another name of the thing; 0 for another thing. */
function isNamed({ concepts, names, instead }: NamePart, { subject, entry }: Row): number {
  if (!concepts.has(subject)) return 0;
  if (entry.kind === 'fact') return 1;
  return (instead.size > 0 ? instead.has(entry.label) : names.has(entry.term.entry.name.id)) ? 1 : 0.8;
}

/** The name of another thing ("Refugee Convention") is not about the notion ("refugee") that it contains. */
function notionFit(notion: NamePart | undefined, row: Row, fit: number, isMeant: boolean): number {
  const named = notion === undefined ? 0 : isNamed(notion, row);
  if (notion === undefined || named > 0) return Math.max(named * OF_NOTION, fit);
  return row.entry.kind === 'term' && !isMeant ? Math.min(fit, SENTENCE) : fit;
}

/**
 * The abbreviations of a name, or the names of an abbreviation. Two words of a short form occur in many sentences apart
 * from each other: "UN Migration".
 */
function otherForms(terms: readonly TermEntry[], words: readonly string[]): readonly (readonly string[])[] {
  const own = words.join(' ');
  const names = new Set(terms.flatMap(({ status, entry }) => (status === 'deprecated' ? [] : [entry.name])));
  const texts = [...names].flatMap((name) =>
    name.terms.flatMap(({ text, status }) => (status === 'deprecated' ? [] : [text])),
  );
  const forms = new Map(texts.map((text) => significantWords(text)).map((form) => [form.join(' '), form]));
  return [...forms].flatMap(([key, form]) => (key === own || form.length === 0 || form.length === 2 ? [] : [form]));
}

function yearFits({ years }: Row, year: number): number {
  if (years === undefined) return 0;
  const [first, last] = years;
  if (first <= year && year <= last) return 1;
  const distance = year < first ? first - year : year - last;
  return distance <= NEAREST ? 0.3 - distance / 10 : 0;
}

/** The entries that have all of several words, as well as the one that they have least. */
function meet(all: readonly Fits[], part = 1): Fits {
  const [first, ...others] = [...all].sort((a, b) => a.size - b.size);
  const met = new Map<number, number>();
  for (const [position, fit] of first ?? []) {
    let least = fit;
    for (const fits of others) least = Math.min(least, fits.get(position) ?? 0);
    if (least > 0) met.set(position, least * part);
  }
  return met;
}

function unite(all: readonly Fits[]): Fits {
  if (all.length === 1) return all[0]!;
  const united = new Map<number, number>();
  for (const fits of all)
    for (const [position, fit] of fits) if ((united.get(position) ?? 0) < fit) united.set(position, fit);
  return united;
}

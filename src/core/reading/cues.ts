import anchors from '../../../data/words/anchors.json';
import documents from '../../../data/words/documents.json';
import history from '../../../data/words/history.json';
import tense from '../../../data/words/tense.json';
import times from '../../../data/words/times.json';
import { foldKey } from '../fold';
import { Phrases } from './phraseList';

/** The word lists of `data/words`, folded in the same way as tokens. */
export const TIME_WORDS = {
  until: wordSet(times.until),
  and: wordSet(times.and),
  between: wordSet(times.between),
  since: wordSet(times.since),
  after: wordSet(times.after),
  before: wordSet(times.before),
  dateParts: wordSet(times.dateParts),
  months: wordSet(times.months),
  century: wordSet(times.century),
  romanCenturies: wordMap(times.romanCenturies),
  decades: wordMap(times.decades),
  decadeArticles: wordSet(times.decadeArticles),
  decadeNouns: wordSet(times.decadeNouns),
  decadeJoints: wordSet(times.decadeJoints),
  partOfDecade: wordMap(times.partOfDecade as unknown as Record<string, [number, number]>),
  numbered: wordSet(times.numbered),
  counted: wordSet(times.counted),
  works: wordSet(times.works),
  ofYear: wordSet(times.ofYear),
  instruments: wordSet(times.instruments),
  publishedOrBorn: wordSet(times.publishedOrBorn),
  turns: wordSet(times.turns),
  millennium: wordSet(times.millennium),
  founding: phrases(times.founding),
  beginning: phrases(times.beginning),
  timePrepositions: wordSet(times.timePrepositions),
  notYet: wordSet(times.notYet),
  instrumentOf: wordSet(times.instrumentOf),
  instrumentParts: wordSet(times.instrumentParts),
  authorJoints: wordSet(times.authorJoints),
  authorsMore: wordSet(times.authorsMore),
  placeParticles: wordSet(times.placeParticles),
  ordinalEndings: wordSet(times.ordinalEndings),
  thisCentury: times.thisCentury,
  intervalUnits: wordSet(times.intervalUnits),
  intervalYears: wordSet(times.intervalYears),
  intervalMore: wordSet(times.intervalMore),
  later: wordSet(times.later),
  earlier: wordSet(times.earlier),
  intervalEnds: wordSet(times.intervalEnds),
  intervalNumbers: wordMap(times.intervalNumbers),
};

export const HISTORY = {
  before: phrases(history.before),
  after: phrases(history.after),
  now: phrases(history.now),
  naming: wordSet(history.naming),
  renaming: phrases(history.renaming),
  fillers: wordSet(history.fillers),
  works: wordSet(history.works),
  studies: wordSet(history.studies),
  talks: wordSet(history.talks),
  topics: wordSet(history.topics),
  discussed: wordSet(history.discussed),
  tableHeads: wordSet(history.tableHeads),
  bibliographies: new Set(history.bibliographies.map((title) => foldKey(title))),
};

export const TENSE = {
  presentCues: phrases(tense.presentCues),
  todayCues: phrases(tense.todayCues),
  thenCues: phrases(tense.thenCues),
  nextDay: phrases(tense.nextDay),
};

/** Words of laws, agreements, citations and introductions. */
export const DOCUMENT_WORDS = {
  articles: wordSet(documents.articles),
  feminineArticles: wordSet(documents.feminineArticles),
  masculineArticles: wordSet(documents.masculineArticles),
  inNames: wordSet(documents.inNames),
  inFullNames: wordSet(documents.inFullNames),
  anyOne: wordSet(documents.anyOne),
  copulas: documents.copulas,
  heads: wordSet(documents.heads),
  former: wordSet(documents.former),
  ended: wordSet(documents.ended),
  saying: wordSet(documents.saying),
  likening: wordSet(documents.likening),
  listing: wordSet(documents.listing),
  contrasting: wordSet(documents.contrasting),
  citing: wordSet(documents.citing),
  yearJoints: wordSet(documents.yearJoints),
  agreements: wordSet(documents.agreements),
  ofOneState: documents.ofOneState.map(foldKey),
  ofMigration: documents.ofMigration.map(foldKey),
  introductions: documents.introductions,
  definitions: documents.definitions,
  regulations: documents.regulations,
  articlesOfLaw: documents.articlesOfLaw,
  firstArticles: documents.firstArticles,
  considering: documents.considering,
  laws: documents.laws,
  establishing: documents.establishing,
  lawNumbers: documents.lawNumbers,
  preambles: documents.preambles,
};

/**
 * The source of a regular expression that matches any of the words, with any spaces between their parts. The words
 * never come from a user.
 */
export function anyOf(words: Iterable<string | undefined>): string {
  return `(?:${[...words]
    .filter((word) => word !== undefined)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|')})`;
}

/** Words before the abbreviation of another body: "a second ICEM". */
export const OTHERS = phrases(anchors.others);

export const ANCHORS: readonly string[] = anchors.anchors.map((anchor) => foldKey(anchor));

/** The number of an ordinal in figures: "21st", "2e", "3a"; `undefined` for a bare number and for anything else. */
export function ordinalInFigures(folded: string): number | undefined {
  const found = /^(\d{1,2})([a-z]{1,3})$/.exec(folded);
  return found && TIME_WORDS.ordinalEndings.has(found[2]) ? Number(found[1]) : undefined;
}

function phrases(list: readonly string[]): Phrases {
  return new Phrases(list.map(tokensOf));
}

function tokensOf(phrase: string): string[] {
  return foldKey(phrase).replace(/'/g, " ' ").split(' ');
}

function wordSet(words: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(words.map((word) => foldKey(word) || word));
}

function wordMap<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string | undefined, T> {
  return new Map(Object.entries(words).map(([word, value]) => [foldKey(word), value]));
}

import { bestLanguage, sumOfScores } from '../surroundings/language';
import { ARTICLES_OF_A_LAW } from '../verdicts/quotedOrDiscussed';
import type { Lang, Span, TextDocument } from '../document';
import { ForeignMentions } from './foreign';
import { isDatedEvent } from '../claims/relation';
import { DOCUMENT_FOOT, DOCUMENT_HEAD, readDocumentDate, type StatedDate } from '../reading/textTime/readDocumentDate';
import type { RecordedEvent } from '../reading/textTime/recordedEvent';
import type { UndatedEvent } from '../reading/textTime/undatedEvents';
import { decodeDate, timeOfDate, UNDATED, type TextTime } from '../reading/textTime/textTime';
import { grammarOf } from '../reading/grammar';
import { dateOfEvents, foundingYear, type EventDate } from './dateOfEvents';
import { yearOf } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';
import type { Answers, Part } from './part';

/** Number of code units at the beginning of a document that determine its language, and whether it reports news. */
const BEGINNING = 20_000;

/** The first sentences of a text, which tell what it reports. In code units. */
const LEAD = 800;

/** The time of a document, and the place that shows it, in its offsets; `undefined` where no text does. */
export interface ShownTime {
  readonly time: TextTime;
  readonly place: Span | undefined;
}

/**
 * Facts about a document as a whole, gathered from its parts. After an edit, only new parts are read again, where
 * that is sufficient.
 */
export class WholeDocument {
  private readonly known = new Map<string, Gathered>();
  private readonly foreign = new WeakMap<Part, ForeignMentions>();

  /** All parts, in order; empty until they are read. */
  parts: readonly Part[] = [];
  /** Increases whenever the answer to an earlier question changes. */
  version = 0;

  constructor(
    private readonly declared: Lang | 'auto',
    readonly termbase: Termbase,
    private readonly dates: Pick<TextDocument, 'date' | 'fileDate'> = {},
  ) {}

  /** Whether any part contains a name of the termbase; without one, no part can refer to one. */
  hasMentions = false;

  /** Must be called when the parts have changed and are complete. `newParts` are the new ones. */
  read(parts: readonly Part[], newParts: readonly Part[]): void {
    this.parts = parts;
    let hasChanged = false;
    for (const gathered of this.known.values()) {
      const before = gathered.answer;
      gathered.answer = gathered.answerAfter(newParts);
      if (gathered.answer !== before) hasChanged = true;
    }
    if (hasChanged) this.version++;
    this.hasMentions = parts.some(({ mentions }) => mentions.length > 0);
  }

  /** The homonyms in a part; `newAnswers` makes the answers on which they depend. */
  foreignIn(part: Part, newAnswers: () => Answers): ForeignMentions {
    let foreign = this.foreign.get(part);
    if (!foreign) this.foreign.set(part, (foreign = new ForeignMentions(part, this.termbase, newAnswers)));
    return foreign;
  }

  language(): Lang {
    return this.ask('language', () => ({
      answer: this.readLanguage(),
      answerAfter: () => this.readLanguage(),
    })) as Lang;
  }

  writesAccents(): boolean {
    return this.askSome('accents', (part) => part.hasAccents);
  }

  writesCurvedApostrophes(): boolean {
    return (
      this.askSome('curved apostrophe', (part) => part.apostrophes.curved) &&
      !this.askSome('straight apostrophe', (part) => part.apostrophes.straight)
    );
  }

  isScanned(): boolean {
    return (
      this.ask('scanned', () =>
        this.sum(
          (part) => part.brokenWords,
          (broken) => broken >= 2,
        ),
      ) === true
    );
  }

  isLegalText(): boolean {
    return (
      this.askSome('preamble', ({ legalSigns }) => legalSigns.hasPreamble) ||
      this.ask('articles', () =>
        this.sum(
          ({ legalSigns }) => legalSigns.articles,
          (articles) => articles >= ARTICLES_OF_A_LAW,
        ),
      ) === true
    );
  }

  /** The time as of which the document is judged, and the place that shows it. */
  textTime(): ShownTime {
    const newest = newestYear(this.termbase);
    const given = this.dates.date === undefined ? undefined : decodeDate(this.dates.date);
    if (given)
      return { time: timeOfDate({ date: given, until: given.year, place: 'caller' }, newest), place: undefined };
    const stated = this.statedDate();
    if (stated) return { time: timeOfDate(stated, newest), place: stated.end > stated.start ? stated : undefined };
    const reported = this.reportedEvent(newest);
    if (reported) return { time: timeOfDate({ ...reported, place: 'event' }, newest), place: reported };
    const event = this.undatedEvent();
    if (event) return { time: { kind: 'unclear', shownBy: 'event' }, place: event };
    const ofFile = yearOf(this.dates.fileDate) ?? newest;
    if (ofFile < newest) return { time: { kind: 'unclear', shownBy: 'file' }, place: undefined };
    const own = this.newestOwnYear();
    const ownYear = own !== undefined && own < newest - LONG_AGO ? own : undefined;
    return { time: { ...UNDATED, elected: this.electedWithoutDate(), ownYear }, place: undefined };
  }

  /** The date that the document states, in its own offsets. */
  private statedDate(): StatedDate | undefined {
    const answer = this.ask('date', () => {
      let read = '';
      let answer = '';
      const answerAfter = (): string => {
        const lang = this.language();
        const head = this.beginning(DOCUMENT_HEAD);
        const foot = this.ending(DOCUMENT_FOOT);
        const now = `${lang} ${this.length - foot.length} ${head} ${foot}`;
        if (now === read) return answer;
        read = now;
        const date = readDocumentDate(head, foot, this.length - foot.length, grammarOf(lang));
        return (answer = date ? JSON.stringify(date) : '');
      };
      return { answer: answerAfter(), answerAfter };
    }) as string;
    return answer === '' ? undefined : (JSON.parse(answer) as StatedDate);
  }

  /**
   * The date of the event that the first sentences of the document report, if the record has it, and nothing shows
   * that the document is younger.
   */
  private reportedEvent(newest: number): EventDate | undefined {
    const answer = this.ofBeginning('reported', (part, lang) =>
      part.start >= LEAD
        ? []
        : part
            .recordedEvents(lang, LEAD - part.start)
            .filter(({ start }) => this.isOpening(part.start + start))
            .map((event) =>
              encodeURIComponent(
                JSON.stringify({ ...event, start: part.start + event.start, end: part.start + event.end }),
              ),
            ),
    );
    if (answer.length === 0) return undefined;
    const events = answer.map((event) => JSON.parse(decodeURIComponent(event)) as RecordedEvent);
    const date = dateOfEvents(events, this.termbase, (concept) => this.nameOf(concept) >= 0);
    if (!date || date.date.year > newest) return undefined;
    const isLater = (year: number): boolean => year > date.until && year <= newest;
    return this.yearsInBeginning().some(isLater) ? undefined : date;
  }

  /** The first place at the beginning of the document that reports an event without its date. */
  private undatedEvent(): Span | undefined {
    const answer = this.ofBeginning('event', (part, lang) => {
      const event = part
        .undatedEvents(lang)
        .find((each) => part.start + each.start < BEGINNING && this.isEarlier(each, part));
      return event ? [`${part.start + event.start} ${part.start + event.end}`] : [];
    })[0];
    const [start, end] = (answer ?? '').split(' ').map(Number);
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /** Whether an event shows that the document may be older than the record. */
  private isEarlier(event: UndatedEvent, part: Part): boolean {
    if (event.kind === 'deictic') return true;
    if (!this.isOpening(part.start + event.start)) return false;
    if (event.kind !== 'anniversary') return true;
    const newest = newestYear(this.termbase);
    return [...part.namesByConcept.keys()].some(
      (concept) => (foundingYear(concept, this.termbase) ?? newest) + event.age < newest,
    );
  }

  /** The newest year that the document states, apart from those of the events in the record. */
  private newestOwnYear(): number | undefined {
    const known = eventYears(this.termbase);
    const years = this.yearsInBeginning().filter((year) => !known.has(year));
    return years.length > 0 ? Math.max(...years) : undefined;
  }

  private yearsInBeginning(): readonly number[] {
    return this.ofBeginning('years', (part) => part.years.map(String)).map(Number);
  }

  /** The persons whose election or appointment the beginning of the document reports without a year. */
  private electedWithoutDate(): readonly string[] {
    return [...new Set(this.ofBeginning('elected', (part, lang) => part.electedWithoutDate(lang)))].sort();
  }

  /** What the parts at the beginning of the document contribute to an answer. None contains a comma. */
  private ofBeginning(question: string, read: (part: Part, lang: Lang) => readonly string[]): readonly string[] {
    const answer = this.ask(question, () => {
      const gather = (): string => {
        const lang = this.language();
        const found: string[] = [];
        for (const part of this.parts) {
          if (part.start >= BEGINNING) break;
          found.push(...read(part, lang));
        }
        return found.join();
      };
      return { answer: gather(), answerAfter: gather };
    }) as string;
    return answer === '' ? [] : answer.split(',');
  }

  /** Whether a place is at the beginning of the document, and no year precedes it. */
  private isOpening(offset: number): boolean {
    return offset < DOCUMENT_HEAD && !/(?<!\d)(?:19|20)\d\d(?!\d)/.test(this.beginning(offset));
  }

  private beginning(length: number): string {
    let text = '';
    for (let i = 0; i < this.parts.length && text.length < length; i++) text += this.parts[i]!.text;
    return text.slice(0, length);
  }

  private get length(): number {
    const last = this.parts[this.parts.length - 1];
    return last ? last.start + last.text.length : 0;
  }

  /** The end of the document, except what belongs to its beginning. */
  private ending(length: number): string {
    const all = this.length;
    let text = '';
    for (let i = this.parts.length - 1; i >= 0 && text.length < length; i--) text = this.parts[i]!.text + text;
    return all <= DOCUMENT_HEAD ? '' : text.slice(-Math.min(length, all - DOCUMENT_HEAD));
  }

  /** The index of the first term that names a concept; -1 where none does. */
  nameOf(concept: string): number {
    const find = (): number => {
      for (const part of this.parts) {
        const term = part.mentions.length > 0 ? part.namesByConcept.get(concept) : undefined;
        if (term !== undefined) return term;
      }
      return -1;
    };
    return this.ask(`names ${concept}`, () => ({ answer: find(), answerAfter: find })) as number;
  }

  isIntroduced(abbreviation: string): boolean | undefined {
    const names = namesOf(this.termbase, abbreviation);
    if (
      this.askSome(
        `full ${abbreviation}`,
        (part) => part.mentions.length > 0 && names.some((name) => part.fullNames.has(name)),
      )
    )
      return true;
    return this.askSome(`other ${abbreviation}`, (part) => part.introducesAnother(abbreviation)) ? false : undefined;
  }

  private readLanguage(): Lang {
    if (this.declared !== 'auto') return this.declared;
    const [first] = this.parts;
    const declared = first?.prose.format.declaredLanguage(first.text);
    if (declared) return declared;
    const scores = [];
    for (const part of this.parts) {
      if (part.start >= BEGINNING) break;
      for (const [start, score] of part.languageScores) if (part.start + start < BEGINNING) scores.push(score);
    }
    return bestLanguage(sumOfScores(scores)) ?? 'en';
  }

  private ask(question: string, gather: () => Gathered): Answer {
    let gathered = this.known.get(question);
    if (!gathered) this.known.set(question, (gathered = gather()));
    return gathered.answer;
  }

  /** Whether a condition holds for some part. As long as the part found for it remains, no other is tested. */
  private askSome(question: string, isSo: (part: Part) => boolean): boolean {
    return (
      this.ask(question, () => {
        let witness = this.parts.find(isSo);
        return {
          answer: witness !== undefined,
          answerAfter: (newParts) => {
            if (witness === undefined) witness = newParts.find((part) => this.holds(part) && isSo(part));
            else if (!this.holds(witness)) witness = this.parts.find(isSo);
            return witness !== undefined;
          },
        };
      }) === true
    );
  }

  /**
   * Whether the numbers of the parts add up to enough. They are added again after each edit, as each part caches its
   * own.
   */
  private sum(numberOf: (part: Part) => number, isEnough: (sum: number) => boolean): Gathered {
    const answer = (): boolean => {
      let sum = 0;
      return this.parts.some((part) => isEnough((sum += numberOf(part))));
    };
    return { answer: answer(), answerAfter: answer };
  }

  private holds(part: Part): boolean {
    return this.parts[part.index] === part;
  }
}

type Answer = boolean | string | number;

/** An answer, and how to update it when some parts are new. */
interface Gathered {
  answer: Answer;
  answerAfter(newParts: readonly Part[]): Answer;
}

const namesByAbbreviation = new WeakMap<Termbase, Map<string, string[]>>();

/** The ids of the names that have the abbreviation. */
function namesOf(termbase: Termbase, abbreviation: string): readonly string[] {
  let names = namesByAbbreviation.get(termbase);
  if (!names) namesByAbbreviation.set(termbase, (names = new Map()));
  let found = names.get(abbreviation);
  if (!found)
    names.set(
      abbreviation,
      (found = [
        ...new Set(termbase.terms.filter((term) => term.text === abbreviation).map((term) => term.entry.name.id)),
      ]),
    );
  return found;
}

/** In years: a text whose newest year is longer ago than this may be of that time. */
const LONG_AGO = 3;

const knownYears = new WeakMap<Termbase, ReadonlySet<number>>();

/** The years of the events about which a text may be wrong, and those in which names began or ended. */
function eventYears(termbase: Termbase): ReadonlySet<number> {
  let years = knownYears.get(termbase);
  if (!years) {
    const dates = [...termbase.facts.values()].flatMap((fact) =>
      isDatedEvent(fact) && DATE.test(String(fact.value)) ? [String(fact.value)] : [],
    );
    const ofNames = [...termbase.names.values()].flatMap(({ name: { from, to } }) => [from, to]);
    years = new Set([...dates, ...ofNames].flatMap((date) => yearOf(date) ?? []));
    knownYears.set(termbase, years);
  }
  return years;
}

const DATE = /^\d{4}(?:-\d\d){0,2}$/;

const newestYears = new WeakMap<Termbase, number>();

/** The newest year in the facts of the record. */
function newestYear(termbase: Termbase): number {
  let newest = newestYears.get(termbase);
  if (newest === undefined) {
    newest = Math.max(-Infinity, ...[...termbase.facts.values()].map(({ asOf }) => yearOf(asOf) ?? -Infinity));
    newestYears.set(termbase, newest);
  }
  return newest;
}

import { bestLanguage, sumOfScores } from '../surroundings/language';
import { ARTICLES_OF_A_LAW } from '../verdicts/legalText';
import type { Lang } from '../document';
import { into } from '../into';
import { BEGINNING, DocumentTime, type Dates, type ShownTime } from './documentTime';
import { ForeignMentions } from './foreign';
import type { Termbase } from '../termbase/termbase';
import type { HeadingChain } from './headingChain';
import { NotePlaces } from './notePlaces';
import type { Answers, Part } from './part';

/** Facts about a document as a whole, gathered from the parts of its current text on demand. */
export class WholeDocument {
  private readonly known = new Map<string, Answer>();
  private readonly foreign = new WeakMap<Part, ForeignMentions>();
  private readonly time: DocumentTime;
  private notes: NotePlaces | undefined;
  private shown: { readonly time: ShownTime; readonly key: string } | undefined;

  /** All parts, in order; empty until they are read. */
  parts: readonly Part[] = [];
  /** The number of texts read so far. */
  edition = 0;
  /** Whether any part contains a name of the termbase; without one, no part can refer to one. */
  hasMentions = false;

  constructor(
    private readonly declared: Lang | 'auto',
    readonly termbase: Termbase,
    dates: Dates = {},
  ) {
    this.time = new DocumentTime(this, dates);
  }

  /** Must be called when the parts have changed and are complete. */
  read(parts: readonly Part[]): void {
    this.parts = parts;
    this.edition++;
    this.known.clear();
    this.shown = undefined;
    this.notes = undefined;
    this.hasMentions = parts.some(({ mentions }) => mentions.length > 0);
  }

  /** The homonyms in a part; `newAnswers` makes the answers on which they depend. */
  foreignIn(part: Part, newAnswers: () => Answers): ForeignMentions {
    return into(this.foreign, part, () => new ForeignMentions(part, this.termbase, newAnswers));
  }

  language(): Lang {
    return this.ask('language', () => this.readLanguage());
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
    return this.ask('scanned', () => this.addUpTo(2, (part) => part.brokenWords));
  }

  isLegalText(): boolean {
    return (
      this.askSome('preamble', ({ legalSigns }) => legalSigns.hasPreamble) ||
      this.ask('articles', () => this.addUpTo(ARTICLES_OF_A_LAW, ({ legalSigns }) => legalSigns.articles))
    );
  }

  textTime(): ShownTime {
    return this.showTime().time;
  }

  /** The same for equal times, wherever they are shown. */
  timeKey(): string {
    return this.showTime().key;
  }

  private showTime(): NonNullable<WholeDocument['shown']> {
    if (!this.shown) {
      const time = this.time.textTime();
      this.shown = { time, key: JSON.stringify(time.time) };
    }
    return this.shown;
  }

  /** The headings that govern the first call of a note, with their homes; `undefined` where nothing calls it. */
  headingsOfNote(label: string): HeadingChain | undefined {
    return (this.notes ??= new NotePlaces(this.parts)).headingsOf(label);
  }

  /** The same for headings that say the same; false where nothing calls the note. */
  keyOfNote(label: string): string | false {
    return this.ask(`note ${label}`, () => this.headingsOfNote(label)?.key ?? false);
  }

  /** The index of the first term that names a concept; -1 where none does. */
  nameOf(concept: string): number {
    return this.ask(`names ${concept}`, () => {
      for (const part of this.parts) {
        const term = part.mentions.length > 0 ? part.namesByConcept.get(concept) : undefined;
        if (term !== undefined) return term;
      }
      return -1;
    });
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

  /** The answer to a question about the current text, cached. */
  ask<T extends Answer>(question: string, read: () => T): T {
    return into(this.known, question, read) as T;
  }

  private askSome(question: string, isSo: (part: Part) => boolean): boolean {
    return this.ask(question, () => this.parts.some(isSo));
  }

  /** Whether the numbers of the parts add up to enough. Each part caches its own. */
  private addUpTo(enough: number, numberOf: (part: Part) => number): boolean {
    let sum = 0;
    return this.parts.some((part) => (sum += numberOf(part)) >= enough);
  }
}

type Answer = boolean | string | number;

const namesByAbbreviation = new WeakMap<Termbase, Map<string, string[]>>();

/** The ids of the names that have the abbreviation. */
function namesOf(termbase: Termbase, abbreviation: string): readonly string[] {
  const names = into(namesByAbbreviation, termbase, () => new Map<string, string[]>());
  return into(names, abbreviation, () => [
    ...new Set(termbase.terms.filter((term) => term.text === abbreviation).map((term) => term.entry.name.id)),
  ]);
}

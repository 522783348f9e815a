import { bestLanguage, sumOfScores } from '../context/language';
import { ARTICLES_OF_A_LAW } from '../context/standing';
import type { Lang } from '../document';
import type { Termbase } from '../termbase/termbase';
import type { Part } from './part';

/** So much of a document's beginning tells its language. */
const BEGINNING = 20_000;

/** What a document says as a whole, gathered from its parts. Each answer is found once between two edits. */
export class WholeDocument {
  private readonly known = new Map<string, boolean | string | undefined>();

  /** All parts, in order; none until they are read. */
  parts: readonly Part[] = [];

  constructor(private readonly declared: Lang | 'auto', private readonly termbase: Termbase) {}

  /** To be called when the parts are others than before, and complete: what was said of the former ones is forgotten. */
  read(parts: readonly Part[]): void {
    this.parts = parts;
    this.known.clear();
  }

  language(): Lang {
    return this.once('language', () => this.readLanguage()) as Lang;
  }

  writesAccents(): boolean {
    return this.once('accents', () => this.parts.some((part) => part.hasAccents)) === true;
  }

  isScanned(): boolean {
    return this.once('scanned', () => {
      let broken = 0;
      return this.parts.some((part) => (broken += part.brokenWords) >= 2);
    }) === true;
  }

  isLegalText(): boolean {
    return this.once('legal', () => {
      let articles = 0;
      return this.parts.some(({ legalSigns }) => legalSigns.hasPreamble || (articles += legalSigns.articles) >= ARTICLES_OF_A_LAW);
    }) === true;
  }

  isIntroduced(abbreviation: string): boolean | undefined {
    return this.once(`introduced ${abbreviation}`, () => {
      const names = namesOf(this.termbase, abbreviation);
      if (this.parts.some((part) => part.mentions.length > 0 && names.some((name) => part.fullNames.has(name)))) return true;
      return this.parts.some((part) => part.introducesAnother(abbreviation)) ? false : undefined;
    }) as boolean | undefined;
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

  private once(question: string, find: () => boolean | string | undefined): boolean | string | undefined {
    if (!this.known.has(question)) this.known.set(question, find());
    return this.known.get(question);
  }
}

const namesByAbbreviation = new WeakMap<Termbase, Map<string, string[]>>();

/** The ids of the names that have the abbreviation. */
function namesOf(termbase: Termbase, abbreviation: string): readonly string[] {
  let names = namesByAbbreviation.get(termbase);
  if (!names) namesByAbbreviation.set(termbase, (names = new Map()));
  let found = names.get(abbreviation);
  if (!found) names.set(abbreviation, (found = [...new Set(termbase.terms.filter((term) => term.text === abbreviation).map((term) => term.entry.name.id))]));
  return found;
}

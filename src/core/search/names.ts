import { foldedWords } from '../fold';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { stemOf } from './stem';
import { ASKS, abbreviationsOf, EMPTY, GENERIC, significantWords, synonymsOf } from './words';

/** A name that occurs in a query, right or wrong: words `[start, end)` of its significant words. */
export interface NamedThing {
  readonly start: number;
  readonly end: number;
  /** Of all concepts with this name. */
  readonly terms: readonly TermEntry[];
  /** Whether it is the name of one thing ("IOM"), not an ordinary word ("migrant"). */
  readonly isProper: boolean;
  /** Whether the query contains one of the terms as a whole, with its empty words. */
  readonly isWritten: boolean;
}

/** Finds the names in a query. Empty words do not matter: "network on migration" is also "network migration". */
export class NameIndex {
  private readonly byWords = new Map<string, TermEntry[]>();
  /** Of full names only: "refugees" is a form of "refugee", but "GCMS" none of "GCM". */
  private readonly byStems = new Map<string, TermEntry[]>();
  /** Things by a part of their names that is short for them; `undefined` if it is short for several. */
  private readonly shortened = new Map<string, TermEntry | undefined>();
  private longest = 0;

  constructor(termbase: Termbase) {
    for (const term of termbase.terms) {
      if (term.suffix !== '' || DENYING.has(term.rule)) continue;
      this.add(term.text, term);
      const numbered = term.entry.concept.kind === 'objective' ? /^\p{L}+ \d+(?= )/u.exec(term.text) : null;
      if (numbered !== null) this.add(numbered[0], term);
      if (term.status === 'deprecated') for (const right of term.instead) this.add(right, term);
    }
  }

  private add(text: string, term: TermEntry): void {
    const words = significantWords(text);
    if (words.length === 0) return;
    append(this.byWords, words.join(' '), term);
    if (term.form !== 'abbreviation') append(this.byStems, words.map(stemOf).join(' '), term);
    if (term.entry.concept.kind === 'notion' && term.status !== 'deprecated') {
      if (words.length > 2) this.shorten(words.slice(1), term);
      // "smuggling of migrants"
      const [noun, ...others] = foldedWords(text);
      if (EMPTY.has(others[0] ?? '') && !isOrdinary(noun!)) this.shorten([noun!], term);
    }
    // "Declaración de Los Ángeles sobre Migración": the beginning of a long name.
    if (term.form === 'full' && term.status !== 'deprecated' && term.entry.concept.kind !== 'office')
      for (let end = SHORTEST_BEGINNING; end < words.length; end++) this.shorten(words.slice(0, end), term);
    this.longest = Math.max(this.longest, words.length);
  }

  private shorten(words: readonly string[], term: TermEntry): void {
    const short = words.map(stemOf).join(' ');
    const same = this.shortened.has(short) && this.shortened.get(short)?.entry.concept !== term.entry.concept;
    this.shortened.set(short, same ? undefined : term);
  }

  private termsOf(words: readonly string[]): readonly TermEntry[] | undefined {
    const stems = words.map(stemOf).join(' ');
    const short = this.shortened.get(stems);
    return this.byWords.get(words.join(' ')) ?? this.byStems.get(stems) ?? (short && [short]);
  }

  /** An abbreviation of a name that is none of its terms: "IDP". */
  private termsOfSynonym(word: string): readonly TermEntry[] | undefined {
    const names = synonymsOf(word).filter(({ length }) => length > 1);
    return names.map((phrase) => this.termsOf(phrase)).find((terms) => terms !== undefined);
  }

  /** The names in the significant words of a query, from left to right, the longest at each place. */
  namesIn(words: readonly string[], query: string): readonly NamedThing[] {
    const capitals = abbreviationsOf(query);
    const found: NamedThing[] = [];
    for (let start = 0; start < words.length; start++) {
      for (let end = Math.min(words.length, start + this.longest); end > start; end--) {
        const span = words.slice(start, end);
        const terms = this.termsOf(span) ?? (end === start + 1 ? this.termsOfSynonym(span[0]!) : undefined);
        const isWord = end === start + 1 && isOrdinary(words[start]!) && !capitals.has(words[start]!);
        if (terms === undefined || isWord) continue;
        const isProper = terms.some(({ entry }) => entry.concept.kind !== 'notion');
        const written = writtenIn(query, terms);
        found.push({
          start,
          end,
          terms: written.length > 0 ? written : terms,
          isProper,
          isWritten: written.length > 0,
        });
        start = end - 1;
        break;
      }
    }
    return found;
  }
}

/** In words. */
const SHORTEST_BEGINNING = 3;

function append(map: Map<string, TermEntry[]>, key: string, term: TermEntry): void {
  const same = map.get(key);
  if (same === undefined) map.set(key, [term]);
  else same.push(term);
}

/** The terms of a wrong status or of a confusion are statements about a thing rather than names of it. */
const DENYING: ReadonlySet<string> = new Set(['wrong-status', 'confused-concept']);

function isOrdinary(word: string): boolean {
  return EMPTY.has(word) || ASKS.has(word) || GENERIC.has(word);
}

/** The terms that the query contains as a whole, with their empty words. */
function writtenIn(query: string, terms: readonly TermEntry[]): readonly TermEntry[] {
  const words = ` ${foldedWords(query).join(' ')} `;
  return terms.filter(({ text }) => words.includes(` ${foldedWords(text).join(' ')} `));
}

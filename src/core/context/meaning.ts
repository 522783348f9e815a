import type { Span } from '../document';
import type { Termbase, TermEntry } from '../termbase/termbase';
import { foldKey } from '../mentions/fold';
import type { Mention } from '../mentions/findMentions';
import { readSignals, type Signals } from './signals';
import type { Surroundings } from './surroundings';

/**
 * Whether an abbreviation with other meanings stands for ours here. In order: the document introduces it ("…European
 * Migration (ICEM)" or "…Electrical Machines (ICEM)"); a word of another meaning stands near; a word of migration does.
 */
export class Meanings {
  private readonly introduced = new Map<string, boolean | undefined>();
  private readonly pages = new Map<number, Signals>();

  constructor(private readonly surroundings: Surroundings, private readonly termbase: Termbase) {}

  /** `ours`, or the reason why it is not. */
  meaningOf(mention: Mention, term: TermEntry): { readonly kind: 'ours' } | { readonly kind: 'other-meaning' | 'no-anchor'; readonly evidence: readonly Span[] } {
    const others = this.termbase.otherMeanings.get(term.text);
    if (!term.ambiguous && !others) return { kind: 'ours' };
    if (term.ambiguous && hasOtherGender(this.surroundings.prose.text, mention, term)) return { kind: 'other-meaning', evidence: [] };
    const introduced = this.isIntroduced(term.text);
    if (introduced === true) return { kind: 'ours' };
    if (introduced === false) return { kind: 'other-meaning', evidence: [] };
    const page = Math.floor(mention.start / PAGE);
    if (others?.some((other) => this.pageAt(page).otherMeanings.has(other))) return { kind: 'other-meaning', evidence: [] };
    if (!term.ambiguous) return { kind: 'ours' };
    const own = foldKey(term.text);
    // Outwards from the abbreviation's own page, so that mostly one page is read.
    for (const near of [page, page - 1, page + 1, page - 2, page + 2]) {
      for (const anchor of this.pageAt(near).anchors) if (anchor !== own) return { kind: 'ours' };
    }
    return { kind: 'no-anchor', evidence: [] };
  }

  /** True where the document writes one of our full names before "(ABBREVIATION)" or uses one, false where it introduces another body so. */
  private isIntroduced(abbreviation: string): boolean | undefined {
    if (!this.introduced.has(abbreviation)) this.introduced.set(abbreviation, this.readIntroduction(abbreviation));
    return this.introduced.get(abbreviation);
  }

  private readIntroduction(abbreviation: string): boolean | undefined {
    const { mentions, prose: { text } } = this.surroundings;
    const names = new Set(this.termbase.terms.filter((term) => term.text === abbreviation).map((term) => term.entry.name.id));
    if (mentions.some(({ terms }) => terms.some((term) => term.form !== 'abbreviation' && names.has(term.entry.name.id)))) return true;
    const initials = [...abbreviation.toLowerCase()];
    for (let at = text.indexOf(`(${abbreviation})`); at >= 0; at = text.indexOf(`(${abbreviation})`, at + 1)) {
      const words = (text.slice(Math.max(0, at - 160), at).match(/[\p{L}’'-]+/gu) ?? []).slice(-2 * initials.length);
      if (spells(words, initials)) return false;
    }
    return undefined;
  }

  /** Abbreviations on one page of the text are read together: what stands near one of them stands near all. */
  private pageAt(number: number): Signals {
    let page = this.pages.get(number);
    if (!page) this.pages.set(number, (page = readSignals(this.surroundings.prose.text, number * PAGE - MARGIN, (number + 1) * PAGE + MARGIN, this.termbase)));
    return page;
  }
}

/** "la CIM", where ours is "el CIM" and "le CIM". */
function hasOtherGender(text: string, { start }: Mention, term: TermEntry): boolean {
  if (term.gender === undefined) return false;
  const article = /(?:^|[^\p{L}])(el|del|al|la|le|du|au|un|una|une)\s+$/iu.exec(text.slice(Math.max(0, start - 8), start))?.[1].toLowerCase();
  if (article === undefined) return false;
  return (/^(?:la|una|une)$/.test(article) ? 'f' : 'm') !== term.gender;
}

const PAGE = 1500;
/** How far before and behind a page a word of another meaning still counts. */
const MARGIN = 400;

/** Whether the capitalized words at the end of the list spell the abbreviation, small words between them aside. */
function spells(words: readonly string[], initials: readonly string[]): boolean {
  let left = initials.length - 1;
  for (let i = words.length - 1; i >= 0 && left >= 0; i--) {
    const isCapital = /^\p{Lu}/u.test(words[i]);
    if (foldKey(words[i])[0] === initials[left] && isCapital) left--;
    else if (isCapital && words[i].length > 3) return false;
  }
  return left < 0;
}

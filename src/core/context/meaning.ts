import type { Span } from '../document';
import type { Termbase, TermEntry } from '../termbase/termbase';
import { foldKey } from '../mentions/fold';
import type { Mention } from '../mentions/findMentions';
import { ANCHORS } from './cues';
import type { Surroundings } from './surroundings';

/**
 * Whether an abbreviation with other meanings stands for ours here. In order: the document introduces it ("…European
 * Migration (ICEM)" or "…Electrical Machines (ICEM)"); a word of another meaning stands near; a word of migration does.
 */
export class Meanings {
  private readonly introduced = new Map<string, boolean | undefined>();
  private readonly nearby = new Map<number, string>();

  constructor(private readonly surroundings: Surroundings, private readonly termbase: Termbase) {}

  /** `ours`, or the reason why it is not. */
  meaningOf(mention: Mention, term: TermEntry): { readonly kind: 'ours' } | { readonly kind: 'other-meaning' | 'no-anchor'; readonly evidence: readonly Span[] } {
    const others = this.termbase.otherMeanings.get(term.text);
    if (!term.ambiguous && !others) return { kind: 'ours' };
    const introduced = this.isIntroduced(term.text);
    if (introduced === true) return { kind: 'ours' };
    if (introduced === false) return { kind: 'other-meaning', evidence: [] };
    const near = this.textNear(mention);
    const wide = this.textNear(mention, true);
    if (others?.some((other) => other.anchors.some((anchor) => hasPhrase(near, anchor)))) return { kind: 'other-meaning', evidence: [] };
    if (!term.ambiguous) return { kind: 'ours' };
    const own = foldKey(term.text);
    return ANCHORS.some((anchor) => anchor !== own && hasBeginning(wide, anchor)) ? { kind: 'ours' } : { kind: 'no-anchor', evidence: [] };
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

  private textNear({ start }: Mention, wide = false): string {
    const { text } = this.surroundings.prose;
    const reach = wide ? 4000 : 600;
    const from = Math.max(0, Math.floor((start - reach) / 200) * 200);
    const key = wide ? -1 - from : from;
    let near = this.nearby.get(key);
    if (near === undefined) this.nearby.set(key, (near = ` ${foldKey(text.slice(from, start + reach)).replace(/[^\p{L}\p{N} ]/gu, ' ')} `));
    return near;
  }
}

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

function hasPhrase(near: string, phrase: string): boolean {
  return near.includes(` ${foldKey(phrase).replace(/[^\p{L}\p{N} ]/gu, ' ')} `);
}

function hasBeginning(near: string, beginning: string): boolean {
  return near.includes(` ${beginning}`);
}

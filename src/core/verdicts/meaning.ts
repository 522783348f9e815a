import { foldKey } from '../fold';
import type { Prose } from '../prose/prose';
import type { OtherMeaning } from '../termbase/concept';
import type { Termbase, TermEntry } from '../termbase/termbase';
import { DOCUMENT_WORDS, OTHERS, anyOf } from '../reading/cues';
import { phraseBefore } from '../reading/phrases';
import { NEAR, NEXT } from '../surroundings/restOfDocument';
import type { Evidence } from '../surroundings/evidence';
import type { Sentence } from '../reading/sentence';
import type { Surroundings } from '../surroundings/surroundings';
import type { Use } from './use';

/**
 * Whether an abbreviation, or a name with other meanings, denotes ours here. In order: the document introduces it
 * ("…European Migration (ICEM)" or "…Electrical Machines (ICEM)"); a word of another meaning occurs nearby; a word of
 * migration occurs nearby.
 */
export class Meanings {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly evidence: Evidence,
    private readonly termbase: Termbase,
  ) {}

  /** `ours`, or the reason why it is not. */
  meaningOf({ mention, block, sentence, tokens, first, term }: Use): 'ours' | 'other-meaning' | 'no-anchor' {
    if (!term.ambiguous && term.form !== 'abbreviation') return 'ours';
    if (phraseBefore(tokens, first, OTHERS, 0)) return 'other-meaning';
    const others = this.termbase.otherMeanings.get(term.text);
    if (term.ambiguous && hasOtherGender(this.surroundings.textWithin(block, mention.start - 8, mention.start), term))
      return 'other-meaning';
    const introduced = this.surroundings.rest.isIntroduced(term.text);
    if (introduced === true) return others && this.isOtherHere(sentence, others) ? 'other-meaning' : 'ours';
    if (introduced === false) return 'other-meaning';
    if (others && this.hasOtherMeaningNear(mention.start, others)) return 'other-meaning';
    if (!term.ambiguous) return 'ours';
    return this.hasAnchorNear(mention.start, foldKey(term.text)) ? 'ours' : 'no-anchor';
  }

  /**
   * Whether the sentence has a word of another meaning, or its block has two. Such words outweigh the subject of the
   * document.
   */
  private isOtherHere({ start, end, block }: Sentence, meanings: readonly OtherMeaning[]): boolean {
    const here = this.evidence.signsIn(block.start - 1, block.end);
    return meanings.some(({ id }) => {
      const signs = here.filter(({ meaning }) => meaning.id === id);
      return signs.some((sign) => sign.start >= signs[0]!.end || (sign.start >= start && sign.end <= end));
    });
  }

  private hasOtherMeaningNear(offset: number, meanings: readonly OtherMeaning[]): boolean {
    const { rest, prose } = this.surroundings;
    const toEnd = prose.text.length - offset;
    return meanings.some(
      ({ id }) =>
        this.evidence.signsIn(offset - NEXT, offset + NEXT).some(({ meaning }) => meaning.id === id) ||
        rest.otherMeanings('before').some((other) => other.id === id && other.distance < NEXT - offset) ||
        rest.otherMeanings('after').some((other) => other.id === id && other.distance < NEXT - toEnd),
    );
  }

  private hasAnchorNear(offset: number, own: string): boolean {
    const { rest, prose } = this.surroundings;
    const toEnd = prose.text.length - offset;
    return (
      this.evidence.hasAnchor(offset, NEAR, own) ||
      (offset < NEAR && rest.anchorDistance('before', own) < NEAR - offset) ||
      (toEnd < NEAR && rest.anchorDistance('after', own) < NEAR - toEnd)
    );
  }
}

/** "la CIM", where ours is "el CIM" and "le CIM". */
function hasOtherGender(before: string, { gender }: TermEntry): boolean {
  const article = /(?:^|[^\p{L}])(\p{L}{2,3})\s+$/iu.exec(before)?.[1]!.toLowerCase();
  const { feminineArticles, masculineArticles } = DOCUMENT_WORDS;
  return gender !== undefined && (gender === 'f' ? masculineArticles : feminineArticles).has(article);
}

/**
 * Whether words that spell an abbreviation precede "(ABBREVIATION" or "(hereinafter ABBREVIATION", or follow it after a
 * copula or a comma. Such a place introduces another body, unless a mention of ours contains the words.
 */
export function introducesAnother(prose: Prose, abbreviation: string): boolean {
  const { text } = prose;
  for (let at = text.indexOf(abbreviation); at >= 0; at = text.indexOf(abbreviation, at + 1)) {
    const next = at + abbreviation.length;
    const after = wordsOf(EXPLANATION.exec(text.slice(next, next + LONGEST))?.[1] ?? '');
    if (after.some((_, i) => denote(after.slice(0, i + 1), abbreviation, 2))) return true;
    const open = OPENING.exec(text.slice(Math.max(0, at - 24), at));
    if (!open) continue;
    const end = at - open[0].length;
    const before = wordsOf(text.slice(Math.max(prose.blockAt(at)?.start ?? end, end - LONGEST), end));
    if (denote(before.slice(-2 * abbreviation.length - 2), abbreviation)) return true;
  }
  return false;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}’'-]+/gu) ?? [];
}

/** In code units: the words of a name. */
const LONGEST = 160;
const OPENING = new RegExp(
  `\\((?:${anyOf(DOCUMENT_WORDS.written.introductions)}(?:\\s\\p{L}{2,3}|\\sl['’])?:?\\s?)?$`,
  'iu',
);
/** "CIM es el Centro de Información a la Mujer", "CIM, comité interministériel sur les migrations,". */
const EXPLANATION = new RegExp(
  `^(?:\\s+${anyOf(DOCUMENT_WORDS.written.copulas)}|,)\\s+(?:\\p{Ll}{2,3}\\s|l['’])?(\\p{L}[^.,;:()]*)`,
  'u',
);

/**
 * Whether words denote another body: they spell its abbreviation, or one of the first `opening` belongs to a single
 * State ("comité interministériel sur les migrations"), which none of our names denotes.
 */
function denote(words: readonly string[], abbreviation: string, opening = Infinity): boolean {
  const folded = words.map(foldKey);
  const isOfState = folded.slice(0, opening).some((word) => isBegunBy(word, DOCUMENT_WORDS.ofOneState));
  return (isOfState && isOfMigration(folded.at(-1) ?? '')) || spells(words, abbreviation.toLowerCase());
}

export function isOfMigration(word: string): boolean {
  return isBegunBy(word, DOCUMENT_WORDS.ofMigration);
}

function isBegunBy(word: string, stems: readonly string[]): boolean {
  return stems.some((stem) => word.startsWith(stem));
}

/**
 * Whether words spell an abbreviation. The first has a capital; short words are skipped. Words of migration spell one
 * of our names with an error in it.
 */
function spells(words: readonly string[], abbreviation: string): boolean {
  let left = abbreviation.length - 1;
  for (let i = words.length - 1; i >= 0 && left >= 0; i--) {
    const word = foldKey(words[i]!.replace(/^[dl]['’]/i, ''));
    const mayBegin = /^\p{Lu}/u.test(words[i]!) || (left > 0 && word.length > 3);
    if (isOfMigration(word)) return false;
    if (word[0] === abbreviation[left] && mayBegin) left--;
    else if (word.length > 3) return false;
  }
  return left < 0;
}

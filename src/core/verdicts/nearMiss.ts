import { foldKey } from '../fold';
import type { Mention } from '../mentions/findMentions';
import { grammarOf } from '../reading/grammar';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';
import { allowExempt } from './quotedOrDiscussed';
import { allow, report, type Allow, type Report } from './verdict';

/** Judges a probable misspelling of a name. */
export function judgeNearMiss(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | Report {
  if (isOfSeveral(site, term)) return allow(site.mention, term, 'other-meaning');
  if (isCutName(site, term, surroundings)) return allow(site.mention, term, 'current');
  return allowExempt(site, term, surroundings) ?? reportNearMiss(site.mention, term, surroundings);
}

/**
 * "Organizacion" in a text that writes accents elsewhere. Capitals may lack accents, and so may a text that has none.
 */
export function hasLostAccents(
  { mention, block }: MentionSite,
  term: TermEntry,
  { prose: { text }, rest }: Surroundings,
): boolean {
  const written = text.slice(mention.start, mention.end);
  const isAdmitted = mention.terms.some((other) => other.text.toLowerCase() === written.toLowerCase());
  if (!hasAccents(term.text) || block.quoted || isAdmitted || /[&\\{]/.test(written)) return false;
  // "migrations sures, ordonnées et régulières": an author who writes some of the accents writes them all.
  if (hasAccents(written)) return lacksAccent(written, term.text);
  return /\p{Ll}{3}/u.test(written) && rest.writesAccents();
}

/** Whether a small letter lacks its accent. The two strings have the same letters, apart from accents. */
function lacksAccent(written: string, right: string): boolean {
  const letters = (text: string): readonly string[] => text.normalize('NFC').match(/\p{L}/gu) ?? [];
  const all = letters(right);
  return letters(written).some((letter, i) => /[a-z]/.test(letter) && hasAccents(all[i] ?? ''));
}

/** Whether a letter of the text has an accent, composed or not. */
export function hasAccents(text: string): boolean {
  return /[\u0300-\u036f\u00c0-\u024f]/.test(text);
}

/** Whether the text has the first word of the name in the plural: such a name denotes several bodies. */
function isOfSeveral({ first, sentence }: MentionSite, { lang, text }: TermEntry): boolean {
  const written = sentence.tokens[first]!.folded;
  const word = foldKey(text.split(' ', 1)[0]!);
  return written !== word && grammarOf(lang).singular(written) === word;
}

/** Whether a right form of the name begins with the mention and goes on with the words that follow it, marks apart. */
function isCutName(
  { mention, next, sentence }: MentionSite,
  term: TermEntry,
  { prose: { text } }: Surroundings,
): boolean {
  const written = foldKey(text.slice(mention.start, mention.end));
  const after = sentence.tokens.slice(next).flatMap(({ kind, folded }) => (kind === 'word' ? [folded] : []));
  return term.entry.name.terms.some((other) => {
    const right = foldKey(other.text);
    if (other.lang !== term.lang || other.status === 'deprecated' || !right.startsWith(`${written} `)) return false;
    const rest = right.slice(written.length).match(/[\p{L}\d]+/gu) ?? [];
    return rest.every((word, i) => after[i] === word);
  });
}

/**
 * Reports a near miss as a mere hint in scanned texts, whose reading errors are not the author's, and for names that
 * were never verified.
 */
export function reportNearMiss(mention: Mention, term: TermEntry, { rest }: Surroundings): Report {
  const isQuiet = !term.isVerified || rest.isScanned();
  return report({ mention, term }, 'near-miss-name', isQuiet ? 'likely' : 'certain', isQuiet ? 'hint' : 'warning');
}

/** The number of lines that break a word at their end, as the lines of scanned pages do. */
export function brokenWordsOf(text: string): number {
  return text.match(/\p{Ll}-\r?\n[ \t]*\p{Ll}/gu)?.length ?? 0;
}

import { foldKey } from '../fold';
import type { Mention } from '../mentions/findMentions';
import type { TermEntry } from '../termbase/termbase';
import { DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import { isOfMigration } from './meaning';
import { allowExempt } from './quotedOrDiscussed';
import type { Use } from './use';
import { allow, report, type Allow, type Report } from './verdict';

/** Judges a probable misspelling of a name. */
export function judgeNearMiss(use: Use): Allow | Report {
  if (isOfSeveral(use)) return allow(use, 'other-meaning');
  if (isCutName(use) || isGlossedVariant(use)) return allow(use, 'current');
  return allowExempt(use) ?? reportNearMiss(use);
}

/**
 * "Organizacion" in a text that writes accents elsewhere. Capitals may lack accents, and so may a text that has none.
 */
export function hasLostAccents({ mention, block, term, surroundings: { prose, rest } }: Use): boolean {
  const written = prose.text.slice(mention.start, mention.end);
  const isAdmitted = mention.terms.some((other) => other.text.toLowerCase() === written.toLowerCase());
  if (!hasAccents(term.text) || block.quoted || isAdmitted || /[&\\{]/.test(written)) return false;
  // An author who writes some of the accents writes them all: "migrations sures, ordonnées et régulières".
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
function isOfSeveral({ tokens, first, term: { lang, text } }: Use): boolean {
  const written = tokens[first]!.folded;
  const word = foldKey(text.split(' ', 1)[0]!);
  return written !== word && grammarOf(lang).singular(written) === word;
}

/** "Dialogue sur les migrations … (MIDSA)": a rendering in other words, next to a right name of the same thing. */
function isGlossedVariant({ mention, term, neighbours: { before, after }, surroundings }: Use): boolean {
  const { text } = surroundings.prose;
  const isOurs = (other: Mention): boolean => other.terms.some(({ entry }) => entry === term.entry);
  const isNextTo = (start: number, end: number): boolean => /^\s*[(,–—]\s*$/.test(text.slice(start, end));
  return (
    isOtherNumber(text.slice(mention.start, mention.end), term) &&
    ((before !== undefined && isOurs(before) && isNextTo(before.end, mention.start)) ||
      (after !== undefined && isOurs(after) && isNextTo(mention.end, after.start)))
  );
}

/**
 * Whether the words after a mention belong to the name: a right form begins with the mention and goes on with them,
 * marks apart, or they say what the mention lacks, that it is of migration ("the Marrakech Pact of the UN on safe
 * migration").
 */
export function isCutName({ mention, tokens, next, term, surroundings: { prose } }: Use): boolean {
  const written = foldKey(prose.text.slice(mention.start, mention.end));
  const after = tokens.slice(next).flatMap(({ kind, folded }) => (kind === 'word' ? [folded] : []));
  const forms = term.entry.name.terms.filter(({ lang }) => lang === term.lang);
  const isBegun = forms.some(({ text, status }) => {
    const right = foldKey(text);
    if (status === 'deprecated' || !right.startsWith(`${written} `)) return false;
    return wordsOf(right.slice(written.length)).every((word, i) => after[i] === word);
  });
  if (isBegun || !DOCUMENT_WORDS.inNames.has(after[0]) || wordsOf(written).some(isOfMigration)) return isBegun;
  const own = new Set(forms.flatMap(({ text }) => wordsOf(foldKey(text))));
  const end = after.findIndex((word) => !own.has(word));
  return after.slice(0, end < 0 ? after.length : end).some(isOfMigration);
}

/**
 * "sur les migrations" for "sur la migration": a name whose words differ in number alone is a variant that people use,
 * and not a slip of the hand.
 */
export function isOtherNumber(written: string, { text, lang }: TermEntry): boolean {
  const isArticle = (word: string): boolean => grammarOf(lang).is({ written: word, folded: word }, 'definite');
  const [own, right] = [foldKey(written), foldKey(text)];
  return wordsOf(own).length === wordsOf(right).length && contentOf(own, isArticle) === contentOf(right, isArticle);
}

/** The words of a folded name in the singular, without some of its function words. */
export function contentOf(
  key: string,
  isLeftOut = (word: string): boolean => DOCUMENT_WORDS.inNames.has(word),
): string {
  return wordsOf(key)
    .filter((word) => !isLeftOut(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\d]+/gu) ?? [];
}

/**
 * Reports a near miss as a mere hint in scanned texts, whose reading errors are not the author's, and for names that
 * were never verified.
 */
export function reportNearMiss(use: Use): Report {
  const isQuiet = !use.term.isVerified || use.surroundings.rest.isScanned();
  return report(use, 'near-miss-name', isQuiet ? 'likely' : 'certain', isQuiet ? 'hint' : 'warning');
}

/** The number of lines that break a word at their end, as the lines of scanned pages do. */
export function brokenWordsOf(text: string): number {
  return text.match(/\p{Ll}-\r?\n[ \t]*\p{Ll}/gu)?.length ?? 0;
}

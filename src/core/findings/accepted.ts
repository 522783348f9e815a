import type { Span } from '../document';
import { foldKey, foldedWords } from '../fold';
import type { Accepted } from '../options';
import type { RuleId } from '../rules';

/**
 * Whether a finding was accepted: an accepted finding has the same rule and text, and most of the words around it.
 * Compares words rather than offsets, so that an edit elsewhere, or of one word next to the finding, changes nothing.
 */
export function isAccepted(
  finding: Span & { readonly rule: RuleId; readonly text: string },
  text: string,
  accepted: readonly Accepted[],
): boolean {
  if (accepted.length === 0) return false;
  const key = foldKey(finding.text);
  const alike = accepted.filter((each) => each.rule === finding.rule && foldKey(each.text) === key);
  if (alike.length === 0) return false;
  const own = foldedWords(finding.text);
  const around = wordsAround(aroundOf(text, finding), own);
  return alike.some((each) => each.around === undefined || isAlike(wordsAround(each.around, own), around));
}

/** The finding with some words on each side, on one line; these words identify its place. */
export function aroundOf(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(PARAGRAPH)
      .at(-1)!
      .match(/\S+/g) ?? [];
  const after =
    text
      .slice(end, end + REACH)
      .split(PARAGRAPH)[0]!
      .match(/\S+/g) ?? [];
  return [...before.slice(-WORDS), text.slice(start, end), ...after.slice(0, WORDS)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number of words on each side. */
const WORDS = 6;
/** Number of code units read on each side: six long words. */
const REACH = 160;
const PARAGRAPH = /\r?\n[ \t]*\r?\n/;
/** Share of the recorded words that must occur. */
const ENOUGH = 0.7;
/** Fewer words do not identify a place, unless the place has no more. */
const FEWEST = 4;

function wordsAround(text: string, own: readonly string[]): ReadonlySet<string> {
  return new Set(foldedWords(text).filter((word) => !own.includes(word)));
}

/** Consequently, a name without context, as in a heading, matches only another one without context. */
function isAlike(noted: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  const kept = [...noted].filter((word) => there.has(word)).length;
  return noted.size >= Math.min(FEWEST, there.size) && kept >= noted.size * ENOUGH;
}

import type { Span } from '../document';
import { foldKey, foldedWords } from '../mentions/fold';
import type { Accepted } from '../options';
import type { RuleId } from '../rules';

/**
 * Whether a finding is one of those accepted: of the same rule and text, where most of the words around it are those that
 * were noted. Words rather than places, so that an edit elsewhere, or of a word next to it, changes nothing.
 */
export function isAccepted(finding: Span & { readonly rule: RuleId; readonly text: string }, text: string, accepted: readonly Accepted[]): boolean {
  if (accepted.length === 0) return false;
  const key = foldKey(finding.text);
  const alike = accepted.filter((each) => each.rule === finding.rule && foldKey(each.text) === key);
  if (alike.length === 0) return false;
  const own = foldedWords(finding.text);
  const around = wordsAround(aroundOf(text, finding), own);
  return alike.some((each) => each.around === undefined || isAlike(wordsAround(each.around, own), around));
}

/** The finding with some words on each side, in one line: what tells its place from others. */
export function aroundOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start).split(PARAGRAPH).at(-1)!.match(/\S+/g) ?? [];
  const after = text.slice(end, end + REACH).split(PARAGRAPH)[0].match(/\S+/g) ?? [];
  return [...before.slice(-WORDS), text.slice(start, end), ...after.slice(0, WORDS)].join(' ').replace(/\s+/g, ' ').trim();
}

/** On each side. */
const WORDS = 6;
/** In code units: six long words. */
const REACH = 160;
const PARAGRAPH = /\r?\n[ \t]*\r?\n/;
/** Of the words that were noted, so many must be there. */
const ENOUGH = 0.7;
/** With fewer words a note tells no place from others, unless there are no more. */
const FEWEST = 4;

function wordsAround(text: string, own: readonly string[]): ReadonlySet<string> {
  return new Set(foldedWords(text).filter((word) => !own.includes(word)));
}

/** So a name alone, as in a heading, is alike to a name alone only. */
function isAlike(noted: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  const kept = [...noted].filter((word) => there.has(word)).length;
  return noted.size >= Math.min(FEWEST, there.size) && kept >= noted.size * ENOUGH;
}

import { foldedWords } from '../fold';
import { preferredTerm, type TermEntry, type Termbase } from '../termbase/termbase';

/** A form that is wrong in every text, and the right one. */
export interface Substitution {
  readonly wrong: string;
  readonly right: string;
  /** Why, in the language of the form. */
  readonly because: string;
}

/**
 * What a tool that sees neither time nor context may replace: forms that were never right, with capitals as written.
 * Former names, imprecise and ambiguous forms, preferences of the built-in termbase, and forms that are part of a right
 * name in any language are not among them; preferences of the writer's own termbase are. Longer forms come first, as
 * some contain shorter ones.
 */
export function substitutionsOf(termbase: Termbase, builtin: Termbase): readonly Substitution[] {
  const isRight = containment(termbase.terms.filter(({ status }) => status !== 'deprecated'));
  const found = new Map<string, Substitution | undefined>();
  for (const term of termbase.terms) {
    if (!isAlwaysWrong(term, builtin) || termbase.otherMeanings.has(term.text) || isRight(term.text)) continue;
    const { name } = term.entry;
    const right = term.instead[0] ?? preferredTerm(termbase, name.id, term.lang, term.form)?.text;
    if (right === undefined) continue;
    const key = foldedWords(term.text).join(' ');
    const known = found.get(key);
    // The same form with two replacements needs context.
    if (found.has(key) && known?.right !== right) found.set(key, undefined);
    else if (!known) found.set(key, { wrong: term.text, right, because: name.because[term.lang] ?? name.because.en });
  }
  return [...found.values()]
    .filter((each) => each !== undefined)
    .sort((a, b) => b.wrong.length - a.wrong.length || (a.wrong < b.wrong ? -1 : 1));
}

function isAlwaysWrong(term: TermEntry, builtin: Termbase): boolean {
  const { status, suffix, loose, ambiguous, rule, text, entry } = term;
  const isOwn = !builtin.concepts.has(entry.concept.id);
  return (
    status === 'deprecated' &&
    suffix === '' &&
    !ambiguous &&
    (isOwn || (!loose && rule === 'deprecated-name' && /\p{Lu}/u.test(text))) &&
    // The tools match whole words, and so cannot find a form that ends in a mark.
    /^[\p{L}\p{N}].*[\p{L}\p{N}]$/u.test(text)
  );
}

/** Returns a test for whether a text is, word by word, a part of one of the terms. */
function containment(terms: readonly TermEntry[]): (text: string) => boolean {
  const all = `\n${[...new Set(terms.map(({ text }) => ` ${foldedWords(text).join(' ')} `))].join('\n')}\n`;
  return (text) => all.includes(` ${foldedWords(text).join(' ')} `);
}

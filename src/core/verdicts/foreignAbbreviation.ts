import { languageOf } from '../surroundings/language';
import { clearLanguage } from '../surroundings/surroundings';
import { preferredTerm, type Termbase } from '../termbase/termbase';
import { isMentionedAsWord } from './assertion';
import { allowExempt, discussion } from './quotedOrDiscussed';
import type { Use } from './use';
import { allow, report, type Allow, type FirstVerdict } from './verdict';
import { wordSet } from '../reading/grammarIndex';

/**
 * Advice on the abbreviation of another language that is right but for its language: "la IOM" in Spanish. Allowed where
 * the text explains it, next to another form of the name or in brackets.
 */
export function judgeForeign(use: Use, verdict: FirstVerdict, termbase: Termbase): FirstVerdict {
  if (verdict.kind !== 'allow' || !isForeign(use, termbase)) return verdict;
  const isHistory = verdict.reason === 'history';
  if (!isHistory && verdict.reason !== 'current' && !verdict.reason.startsWith('period')) return verdict;
  const exempt = allowExempt(use) ?? explained(use);
  if (exempt) return exempt;
  return !isHistory && isRunning(use) ? report(use, 'deprecated-name', 'likely', 'information') : verdict;
}

/**
 * Whether the words around an abbreviation, and the document, are of another language than it, which has its own. A few
 * words alone do not show their language: "Does IOM grant asylum? No."
 */
function isForeign({ term, mention, block, surroundings }: Use, termbase: Termbase): boolean {
  if (term.form !== 'abbreviation' || term.entry.concept.shield) return false;
  const lang = surroundings.property(block, clearLanguage);
  if (lang === undefined || lang !== surroundings.languageOf(block) || lang !== surroundings.rest.language())
    return false;
  const own = preferredTerm(termbase, term.entry.name.id, lang, 'abbreviation');
  return (
    own?.form === 'abbreviation' &&
    own.status !== 'admitted' &&
    mention.terms.every((each) => each.lang !== lang && each.entry === term.entry)
  );
}

/** "IOM in English", "the abbreviation IOM", "(IOM": the text says whose abbreviation it is, or may do so. */
function explained(use: Use): Allow | undefined {
  const { tokens, first, grammar, term } = use;
  const languages = wordSet(grammar.file.settings.languages);
  const [other] = use.othersOf(({ entry, text }) => entry === term.entry && text !== term.text);
  const language = tokens.find(({ folded }) => languages.has(folded));
  const isNamed = tokens[first - 1]?.folded === '(' || isMentionedAsWord(use);
  const evidence = other?.mention ?? language ?? (isNamed ? use.mention : discussion(use));
  return evidence && allow(use, 'term-discussed', [evidence]);
}

/**
 * Whether an abbreviation stands among words of the sentence: not in a title or a compound ("IOM Maroc"), nor in an
 * address, nor among words of its own language ("Support to IOM for the").
 */
function isRunning({ mention, block, sentence, surroundings }: Use): boolean {
  const { text } = surroundings.prose;
  const before = text.slice(Math.max(sentence.start, mention.start - AROUND), mention.start);
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + AROUND));
  return (
    (block.kind === 'paragraph' || block.kind === 'list-item') &&
    !JOINED_BEFORE.test(before) &&
    !JOINED_AFTER.test(after) &&
    languageOf(before + after, 0, before.length + after.length) === surroundings.languageOf(block)
  );
}

/** In code units: a few words. */
const AROUND = 24;
/** A capital that does not begin the sentence, a figure or a mark of an address, a bracket, a colon or a compound. */
const JOINED_BEFORE = /(?:[^.!?\s]\s+\p{Lu}[\p{L}\d.-]*\s|\d\s|:\s*|[\p{L}\d@#/_.–[-])$/u;
const JOINED_AFTER = /^(?:[@/_–\]-]|\.\p{L}|['’]s|\s+[\p{Lu}\d(/]|,?\s+\(?\d)/u;

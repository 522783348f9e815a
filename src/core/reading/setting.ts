import { LANGS } from '../document';
import { foldKey, foldedWords } from '../fold';
import { grammarOf } from './grammar';
import type { Token } from './tokens';

/**
 * A range of text in which words do not represent the author's statements.
 * - `quiz`: statements are, or were, wrong on purpose: true or false, errata, exercises, multiple choice
 * - `glossary`: names are explained: a glossary, a list of abbreviations
 * - `names`: lists and tables contain names, including former ones; sentences are read as usual
 */
export type Setting = 'quiz' | 'glossary' | 'names';

/** How a paragraph introduces the list after it; a question makes lettered items multiple-choice answers. */
export type Introduction = Setting | 'question';

/** The setting of the text under a heading. */
export function settingOfHeading(heading: string): Setting | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const words = foldedWords(heading);
  const stated = settingIn(words);
  if (stated || words.length > MOST_WORDS || words.some((word) => /^\d{4}$/.test(word))) return stated;
  // "Corrections", "Exercises to chapter 2": a heading of few words, one of which determines the setting.
  for (const setting of ['quiz', 'glossary'] as const)
    if (words.some((word) => LANGS.some((lang) => grammarOf(lang).isNoun(word, setting)))) return setting;
  return undefined;
}

/** The setting of the list after a paragraph. */
export function introductionOf(paragraph: string): Introduction | undefined {
  const words = paragraph.length > LONGEST_INTRODUCTION ? '' : paragraph;
  return settingIn(foldedWords(words)) ?? (/\?\W*$/.test(paragraph) ? 'question' : undefined);
}

/** Whether the sentence that opens a paragraph makes the rest of it a quiz: "True or false? …" */
export function isQuizOpening(sentence: string): boolean {
  return sentence.length <= LONGEST_HEADING && settingIn(foldedWords(sentence)) === 'quiz';
}

/** "Solutions: 1, no; 2, the second": the right answers of a quiz. */
export function isSolutions(tokens: readonly Token[]): boolean {
  const [label, colon, ...rest] = tokens;
  return (
    colon?.folded === ':' &&
    rest.slice(0, 2).some(({ folded }) => folded === '1') &&
    LANGS.some((lang) => grammarOf(lang).settings.solutions.some((each) => foldKey(each) === label!.folded))
  );
}

/**
 * Whether a list item is one of several answers: "a) Geneva". `before` is the text that precedes the item's own text.
 */
export function isLettered(before: string, own: string): boolean {
  return /(?:^|\s)\(?[a-h]\)\s*$/i.test(before) || /^\(?[a-h]\)\s/i.test(own);
}

/** Whether a text contains a question with multiple-choice answers: "How was it called in 1965? A) ICM · B) IOM". */
export function offersAnswers(text: string): boolean {
  const question = /[?…]\W{0,8}\(?a\)\s/i.exec(text);
  return question !== null && /\s\(?b\)\s/i.test(text.slice(question.index));
}

const SETTINGS: readonly Setting[] = ['quiz', 'glossary', 'names'];
/** In code units; a longer heading is a sentence. */
const LONGEST_HEADING = 120;
const LONGEST_INTRODUCTION = 320;
/** The maximal number of words in a heading that a single word determines. */
const MOST_WORDS = 5;

/** The first of the settings that has a phrase in a sequence of words. */
function settingIn(words: readonly string[]): Setting | undefined {
  let found = SETTINGS.length;
  for (let i = 0; i < words.length; i++) {
    for (const { setting, phrase } of phrasesFrom(words[i]!))
      if (setting < found && phrase.every((word, k) => words[i + k] === word)) found = setting;
  }
  return SETTINGS[found];
}

interface ClaimMessage {
  /** Index in {@link SETTINGS}. */
  readonly setting: number;
  readonly phrase: readonly string[];
}

let phrases: ReadonlyMap<string, readonly ClaimMessage[]> | undefined;
const NONE: readonly ClaimMessage[] = [];

/** The phrases that begin with a word, in all languages: a heading is too short to identify its language. */
function phrasesFrom(word: string): readonly ClaimMessage[] {
  return (phrases ??= collectPhrases()).get(word) ?? NONE;
}

function collectPhrases(): ReadonlyMap<string, readonly ClaimMessage[]> {
  const byFirst = new Map<string, ClaimMessage[]>();
  SETTINGS.forEach((name, setting) => {
    for (const phrase of LANGS.flatMap((lang) => grammarOf(lang).settings[name].map(foldedWords))) {
      const known = byFirst.get(phrase[0]!);
      if (known) known.push({ setting, phrase });
      else byFirst.set(phrase[0]!, [{ setting, phrase }]);
    }
  });
  return byFirst;
}

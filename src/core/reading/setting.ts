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
  return heading.length > LONGEST_HEADING ? undefined : settingIn(heading);
}

/** The setting of the list after a paragraph. */
export function introductionOf(paragraph: string): Introduction | undefined {
  const setting = paragraph.length > LONGEST_INTRODUCTION ? undefined : settingIn(paragraph);
  return setting ?? (/\?\W*$/.test(paragraph) ? 'question' : undefined);
}

/** Whether the sentence that opens a paragraph makes the rest of it a quiz: "True or false? …" */
export function isQuizOpening(sentence: string): boolean {
  return sentence.length <= LONGEST_HEADING && settingIn(sentence) === 'quiz';
}

/** "Solutions: 1, no; 2, the second": the right answers of a quiz. */
export function isSolutions(tokens: readonly Token[]): boolean {
  const [label, colon, ...rest] = tokens;
  return (
    colon?.folded === ':' &&
    rest.slice(0, 2).some(({ folded }) => folded === '1') &&
    LANGS.some((lang) => grammarOf(lang).file.settings.solutions.some((each) => foldKey(each) === label!.folded))
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
/** The marks that separate a phrase from the rest of a title: "Quiz: ten questions", "Corrections (2019)". */
const TITLE_MARK = /[:.;?!|()–—]+/;

/**
 * The first of the settings that has a phrase in a title. Several words may occur anywhere; a single noun must be the
 * whole title, or a part that marks separate, apart from a number, an article and what it belongs to.
 */
function settingIn(title: string): Setting | undefined {
  let found = SETTINGS.length;
  const words = foldedWords(title);
  if (!words.some((word) => phrasesFrom(word).length > 0)) return undefined;
  for (let i = 0; i < words.length; i++) {
    for (const { setting, phrase } of phrasesFrom(words[i]!))
      if (setting < found && phrase.length > 1 && phrase.every((word, k) => words[i + k] === word)) found = setting;
  }
  for (const part of title.split(TITLE_MARK)) {
    const own = foldedWords(part).filter((word) => /^\p{L}/u.test(word));
    const at = phrasesFrom(own[0] ?? '').length === 0 ? 1 : 0;
    for (const { setting, phrase } of phrasesFrom(own[at] ?? ''))
      if (
        setting < found &&
        phrase.length === 1 &&
        (at === 0 || isArticle(own[0]!)) &&
        (own[at + 1] === undefined || isOwnership(own[at + 1]!))
      )
        found = setting;
  }
  return SETTINGS[found];
}

function isArticle(word: string): boolean {
  const written = { folded: word, written: word };
  return LANGS.map(grammarOf).some((grammar) => grammar.is(written, 'definite') || grammar.is(written, 'indefinite'));
}

/** Whether a preposition introduces what a text belongs to: "Corrections to the third edition". */
function isOwnership(word: string): boolean {
  const roles = LANGS.map((lang) => grammarOf(lang).rolesOf({ folded: word, written: word }));
  return roles.some((each) => each && ['of', 'to', 'in', 'for'].some((role) => each.has(role)));
}

interface SettingPhrase {
  /** Index in {@link SETTINGS}. */
  readonly setting: number;
  readonly phrase: readonly string[];
}

let phrases: ReadonlyMap<string, readonly SettingPhrase[]> | undefined;
const NONE: readonly SettingPhrase[] = [];

/** The phrases that begin with a word, in all languages: a heading is too short to identify its language. */
function phrasesFrom(word: string): readonly SettingPhrase[] {
  return (phrases ??= collectPhrases()).get(word) ?? NONE;
}

function collectPhrases(): ReadonlyMap<string, readonly SettingPhrase[]> {
  const byFirst = new Map<string, SettingPhrase[]>();
  SETTINGS.forEach((name, setting) => {
    for (const phrase of LANGS.flatMap((lang) => grammarOf(lang).file.settings[name].map(foldedWords))) {
      const known = byFirst.get(phrase[0]!);
      if (known) known.push({ setting, phrase });
      else byFirst.set(phrase[0]!, [{ setting, phrase }]);
    }
  });
  return byFirst;
}

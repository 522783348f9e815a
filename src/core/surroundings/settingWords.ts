import { LANGS } from '../document';
import { foldedWords } from '../fold';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { Written } from '../reading/lookup';
import { PhraseList } from '../reading/phraseList';
import { phraseIn } from '../reading/phrases';

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

/**
 * Whether a list item is one of several answers: "a) Geneva", "B. Bern". `before` is the text that precedes the item's
 * own text.
 */
export function isLettered(before: string, own: string): boolean {
  return /(?:^|\s)\(?[a-h][.)]\s*$/i.test(before) || /^\(?[a-h][.)]\s/i.test(own);
}

/** Whether a text contains a question with multiple-choice answers: "How was it called in 1965? A) ICM · B) IOM". */
export function offersAnswers(text: string): boolean {
  const question = /[?…]\W{0,8}\(?a[.)]\s/i.exec(text);
  return question !== null && /\s\(?b[.)]\s/i.test(text.slice(question.index));
}

/** Whether an item below a question is only an answer to choose, and no sentence. */
export function isBare(item: string): boolean {
  return item.length <= LONGEST_HEADING && !/[.:;!?]\W*$/.test(item);
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
  const words = foldedWords(title).map((folded) => ({ folded }));
  return SETTINGS.find((setting) => {
    const { phrases, nouns } = (known[setting] ??= wordsOf(setting));
    if (phraseIn(words, 0, words.length, phrases)) return true;
    return words.some(({ folded }) => nouns.has(folded)) && title.split(TITLE_MARK).some((part) => isOf(nouns, part));
  });
}

function isOf(nouns: ReadonlySet<string>, part: string): boolean {
  const words = foldedWords(part).filter((word) => /^\p{L}/u.test(word));
  const is = (word: string | undefined, test: (grammar: Grammar, word: Written) => boolean): boolean =>
    word !== undefined && LANGS.some((lang) => test(grammarOf(lang), { folded: word, written: word }));
  const isArticle = is(words[0], (grammar, word) => grammar.isAnyOf(word, ['definite', 'indefinite']));
  const [noun, next] = words.slice(isArticle ? 1 : 0);
  if (noun === undefined || !nouns.has(noun)) return false;
  // What a preposition introduces may be what the text belongs to: "Corrections to the third edition".
  return next === undefined || is(next, (grammar, word) => grammar.hasRole(word, 'of', 'to', 'in', 'for'));
}

/** The words of a setting in all languages: a heading is too short to identify its language. */
interface SettingWords {
  readonly phrases: PhraseList;
  readonly nouns: ReadonlySet<string>;
}

const known: Partial<Record<Setting, SettingWords>> = {};

function wordsOf(setting: Setting): SettingWords {
  const all = LANGS.flatMap((lang) => grammarOf(lang).file.settings[setting]);
  const nouns = new Set(all.map(foldedWords).flatMap((words) => (words.length === 1 ? words : [])));
  const phrases = all.filter((phrase) => foldedWords(phrase).length > 1);
  return { phrases: new PhraseList(phrases, foldedWords), nouns };
}

import type { Block, Prose } from '../prose/prose';
import { anyOf, DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { Sentence } from '../reading/sentence';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';

/**
 * Whether a place is in a law or treaty, whose wording an editor may not change. A document with several numbered
 * articles is one; so are a preamble ("TENIENDO PRESENTE", "CONSIDERING") and a defined term ("hereinafter called the
 * Committee").
 */
export function isLegalText({ sentence, block, first, next }: MentionSite, surroundings: Surroundings): boolean {
  if (surroundings.property(block, beginsAsLaw)) return true;
  if (isPartyOfAgreement(sentence, first, grammarOf(surroundings.languageOf(block)))) return true;
  const { end } = sentence.tokens[next - 1]!;
  if (REGULATION.test(surroundings.textWithin(block, end, end + 90))) return true;
  return surroundings.rest.isLegalText() || DEFINITION.test(surroundings.textWithin(block, end, end + 60));
}

function beginsAsLaw(block: Block, surroundings: Surroundings): boolean {
  return LEGAL_BLOCK.test(surroundings.textWithin(block, block.start, block.start + 40).normalize('NFC'));
}

/** A numbered article, the title of a law, the recital of a decree, the clause that establishes a body. */
const LEGAL_BLOCK = new RegExp(
  `^(?:${anyOf(DOCUMENT_WORDS.articlesOfLaw)}\\s+\\d+|${anyOf(DOCUMENT_WORDS.establishing)}(?!\\p{L})|${anyOf(DOCUMENT_WORDS.considering)}\\s+(?:${anyOf(DOCUMENT_WORDS.articles)}(?!\\p{L})|l['’])|${anyOf(DOCUMENT_WORDS.laws)}\\s+(?:${anyOf(DOCUMENT_WORDS.lawNumbers)}\\s?)?\\d)`,
  'iu',
);

/** "the Migration (Safe Passage) Act" */
const REGULATION = new RegExp(`^\\s*(?:\\([^()]{3,60}\\)\\s*)?${anyOf(DOCUMENT_WORDS.regulations)}\\b`);

/** "(hereinafter the Committee)" */
const DEFINITION = new RegExp(`^[^;.]{0,8}\\(${anyOf(DOCUMENT_WORDS.definitions)}(?!\\p{L})`, 'iu');

/**
 * "The Agreement between the Government of Italy and the … Committee": a party keeps the name under which it signed.
 */
function isPartyOfAgreement({ tokens }: Sentence, first: number, grammar: Grammar): boolean {
  for (let i = first - 1; i >= Math.max(1, first - 16); i--) {
    if (!grammar.hasRole(tokens[i], 'between')) continue;
    return tokens.slice(Math.max(0, i - 6), i).some((token) => DOCUMENT_WORDS.agreements.has(token.folded));
  }
  return false;
}

/**
 * The number of blocks that begin as numbered articles, and whether one is a preamble. Reads only the first words of
 * each block.
 */
export function legalSignsOf({ text, blocks }: Prose): { readonly articles: number; readonly hasPreamble: boolean } {
  let articles = 0;
  for (const { start } of blocks) {
    const first = text.charCodeAt(start) | 32;
    if (first !== 97 && first !== 116 && first !== 99 && first !== 114 && first !== 104) continue; // a, t, c, r, h
    const words = text.slice(start, start + 32).normalize('NFC');
    if (PREAMBLE.test(words)) return { articles, hasPreamble: true };
    if (ARTICLE.test(words)) articles++;
  }
  return { articles, hasPreamble: false };
}

const ARTICLE = new RegExp(
  `^(?:${anyOf(DOCUMENT_WORDS.articlesOfLaw)}|art\\.)[ \\t]+(?:\\d+|[IVX]+|${anyOf(DOCUMENT_WORDS.firstArticles)})`,
  'i',
);

const PREAMBLE = new RegExp(`^${anyOf(DOCUMENT_WORDS.preambles)}(?!\\p{L})`, 'u');

/** The number of numbered articles that makes a document a law. */
export const ARTICLES_OF_A_LAW = 3;

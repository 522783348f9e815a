import type { Block, Prose } from '../prose/prose';
import { anyOf, DOCUMENT_WORDS } from '../reading/cues';
import type { Surroundings } from '../surroundings/surroundings';
import type { Use } from './use';

/**
 * Whether a place is in a law or treaty, whose wording an editor may not change. A document with several numbered
 * articles is one; so are a preamble ("TENIENDO PRESENTE", "CONSIDERING") and a defined term ("hereinafter").
 */
export function isLegalText(use: Use): boolean {
  const { block, tokens, next, surroundings } = use;
  const { end } = tokens[next - 1]!;
  return (
    surroundings.property(block, beginsAsLaw) ||
    isPartyOfAgreement(use) ||
    REGULATION.test(surroundings.textWithin(block, end, end + 90)) ||
    surroundings.rest.isLegalText() ||
    DEFINITION.test(surroundings.textWithin(block, end, end + 60))
  );
}

function beginsAsLaw(block: Block, surroundings: Surroundings): boolean {
  return LEGAL_BLOCK.test(surroundings.textWithin(block, block.start, block.start + 40).normalize('NFC'));
}

/** A numbered article, the title of a law, the recital of a decree, the clause that establishes a body. */
const LEGAL_BLOCK = new RegExp(
  `^(?:${anyOf(DOCUMENT_WORDS.written.articlesOfLaw)}\\s+\\d+|${anyOf(DOCUMENT_WORDS.written.establishing)}(?!\\p{L})|${anyOf(DOCUMENT_WORDS.written.considering)}\\s+(?:${anyOf(DOCUMENT_WORDS.articles)}(?!\\p{L})|l['’])|${anyOf(DOCUMENT_WORDS.written.laws)}\\s+(?:${anyOf(DOCUMENT_WORDS.written.lawNumbers)}\\s?)?\\d)`,
  'iu',
);

/** "the Migration (Safe Passage) Act" */
const REGULATION = new RegExp(`^\\s*(?:\\([^()]{3,60}\\)\\s*)?${anyOf(DOCUMENT_WORDS.written.regulations)}\\b`);

/** "(hereinafter the Committee)" */
const DEFINITION = new RegExp(`^[^;.]{0,8}\\(${anyOf(DOCUMENT_WORDS.written.definitions)}(?!\\p{L})`, 'iu');

/**
 * "The Agreement between the Government of Italy and the … Committee": a party keeps the name under which it signed.
 */
function isPartyOfAgreement({ tokens, first, grammar }: Use): boolean {
  const between = tokens.findLastIndex((token, i) => i < first && i >= first - 16 && grammar.hasRole(token, 'between'));
  return tokens
    .slice(Math.max(0, between - 6), Math.max(0, between))
    .some(({ folded }) => DOCUMENT_WORDS.agreements.has(folded));
}

/**
 * The number of blocks that begin as numbered articles, and whether one is a preamble. Reads only the first words of
 * each block.
 */
export function legalSignsOf({ text, blocks }: Prose): { readonly articles: number; readonly hasPreamble: boolean } {
  let articles = 0;
  for (const { start } of blocks) {
    const words = text.slice(start, start + 32).normalize('NFC');
    if (PREAMBLE.test(words)) return { articles, hasPreamble: true };
    if (ARTICLE.test(words)) articles++;
  }
  return { articles, hasPreamble: false };
}

const ARTICLE = new RegExp(
  `^(?:${anyOf(DOCUMENT_WORDS.written.articlesOfLaw)}|art\\.)[ \\t]+(?:\\d+|[IVX]+|${anyOf(DOCUMENT_WORDS.written.firstArticles)})`,
  'i',
);

const PREAMBLE = new RegExp(`^${anyOf(DOCUMENT_WORDS.written.preambles)}(?!\\p{L})`, 'u');

/** The number of numbered articles that makes a document a law. */
export const ARTICLES_OF_A_LAW = 3;

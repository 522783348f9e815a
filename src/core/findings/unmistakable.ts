import { contains } from '../document';
import { foldedWords } from '../fold';
import { isLegalText } from '../verdicts/legalText';
import { discussion } from '../verdicts/quotedOrDiscussed';
import { isMentionedAsWord } from '../verdicts/assertion';
import { Use } from '../verdicts/use';
import type { Report } from '../verdicts/verdict';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';

/**
 * Whether a wrong form or misspelling may be replaced where no verb states anything, as in a title, a caption or a
 * list: it is long and denotes one concept only, and the words around it make it neither the title of a
 * work, the text of a law, a proposal or a question, nor a word that is cited.
 */
export function isUnmistakable({ term, mention }: Report, site: MentionSite, surroundings: Surroundings): boolean {
  if (term.form !== 'full' || !isTelling(term)) return false;
  // With two names to choose from, the text does not say which.
  if (term.instead.length > 1 || term.entry.name.to !== undefined) return false;
  if (mention.terms.some(({ entry }) => entry.concept !== term.entry.concept)) return false;
  const use = new Use(site, term, surroundings);
  // What is planned with a body that exists is planned with its name.
  if ((use.statement?.verb && !FITTING.has(use.modality)) || DOUBTED.has(use.reading.modality)) return false;
  return (
    !isLegalText(use) &&
    !isProposed(use) &&
    !discussion(use) &&
    !isMentionedAsWord(use) &&
    !isInWork(site, surroundings)
  );
}

/** A shorter form may denote something else, unless it has no word of its own: "World Migration Organization". */
function isTelling({ text, lang, entry }: TermEntry): boolean {
  const words = foldedWords(text);
  const right = entry.name.terms.flatMap((each) =>
    each.lang === lang && each.status !== 'deprecated' ? foldedWords(each.text) : [],
  );
  return words.length >= FEWEST_WORDS || (words.length > 2 && words.every((word) => right.includes(word)));
}

const FEWEST_WORDS = 4;

const FITTING: ReadonlySet<Use['modality']> = new Set(['asserted', 'denied', 'planned']);
const DOUBTED: ReadonlySet<Use['modality']> = new Set(['asked', 'refuted']);

/**
 * "an International Office of Migration", "the planned International Office": a body that may be another one; "the
 * name International Office".
 */
export function isProposed({ reading: { groups }, grammar, tokens, mention, first }: Use): boolean {
  const own = groups.find(({ named }) => named.some((each) => each.mention === mention));
  if (own?.determiner === 'indefinite' || grammar.isNoun(tokens[first - 1] ?? '', 'name')) return true;
  const before = tokens.slice(Math.max(0, first - REACH), first);
  return before.some(
    (token) =>
      grammar.isNoun(token, 'draft') ||
      grammar.verbForms(token).some(({ lemma }) => grammar.isVerbOf({ lemmas: [lemma] }, 'planning')),
  );
}

/** In tokens. */
const REACH = 5;

/** An entry of a list of works, or the title of another page as the text of a link. */
function isInWork({ block, mention, sentence }: MentionSite, surroundings: Surroundings): boolean {
  const around = surroundings.textWithin(block, mention.start - NEAR, mention.end + NEAR);
  const isTitle = block.kind === 'heading' || block.kind === 'metadata';
  if (INITIAL.test(around) || (!isTitle && YEAR_OR_PAGE.test(around))) return true;
  if (block.kind === 'caption') return false;
  const link = surroundings.prose.inlineAt(block, mention, (each) => each.kind === 'link' && contains(each, mention));
  const others = sentence.tokens.filter(
    (token) => link && contains(link, token) && !contains(mention, token) && token.folded.length > SHORT,
  );
  return others.length >= 2;
}

/** In code units. */
const NEAR = 200;
const SHORT = 3;
const INITIAL = /(?:^|[^\p{L}])\p{Lu}\.(?=[\s,])/u;
const YEAR_OR_PAGE = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?:^|[^\p{L}])pp?\.\s*\d/u;

import { wordSet } from '../reading/grammarIndex';
import type { Range } from '../reading/nodes';
import { phraseAfter } from '../reading/phrases';
import type { Token } from '../reading/tokens';
import type { Use } from './use';
import { hasLemma } from './wordList';

/** "two abbreviations, PICMME and CIPMME", "its English abbreviation": the sentence is about the name as a word. */
export function isMentionedAsWord(use: Use): boolean {
  return isNameOfName(use) || isBearer(use) || (use.term.form === 'abbreviation' && isAbbreviated(use));
}

/**
 * "the full name, Intergovernmental Committee for European Migration,": in apposition to a word for names. "the longest
 * name in town: the …": after its colon. "Forma inglesa de CIME": its complement, without a verb.
 */
function isNameOfName({ reading: { groups, statements }, grammar, tokens, first }: Use): boolean {
  const isAfterColon = tokens.slice(Math.max(0, first - 2), first).some(({ folded }) => folded === ':');
  const isApposed = (next: number): boolean =>
    isAfterColon ||
    tokens.slice(next, first).every((token) => token.kind === 'punctuation' || grammar.is(token, 'definite'));
  const isVerbless = !statements.some(({ verb }) => verb !== undefined);
  return groups.some(
    (group) =>
      grammar.hasNoun(group, 'name') &&
      ((group.next < first &&
        (group.determiner === 'definite' || group.possessive !== undefined) &&
        isApposed(group.next)) ||
        (isVerbless && group.owners.some((owner) => owner.first <= first && owner.next > first))),
  );
}

/** "The Group keeps its English abbreviation": the subject of a statement on its own name. */
function isBearer({ statement, grammar }: Use): boolean {
  return statement?.objects.some((group) => group.possessive !== undefined && grammar.hasNoun(group, 'name')) === true;
}

/**
 * "two abbreviations, PICMME and …": a word for abbreviations precedes. "in English, ICEM; in Spanish, CIME":
 * abbreviations of one name, one of them next to its language.
 */
function isAbbreviated(use: Use): boolean {
  const { tokens, first, term, grammar } = use;
  const { abbreviations, languages } = grammar.file.settings;
  if (tokens.slice(0, first).some(({ folded }) => wordSet(abbreviations).has(folded))) return true;
  const names = use.othersOf(
    ({ form, entry, text }) => form === 'abbreviation' && entry.concept === term.entry.concept && text !== term.text,
  );
  const isOfLanguage = (range: Range): boolean =>
    [tokens.slice(0, range.first).findLast(isWord), tokens.slice(range.next).find(isWord)].some(
      (word) => word !== undefined && wordSet(languages).has(word.folded),
    );
  return names.length > 0 && [use, ...names].some(isOfLanguage);
}

function isWord({ kind }: Token): boolean {
  return kind === 'word';
}

/** "Why do you avoid the word …?", "Do not write …": the sentence is about the misnomer. */
export function isMisnomerDiscussed(use: Use): boolean {
  const { tokens, first, next, grammar, reading, statement } = use;
  const before = tokens[first - 1];
  const hasArticle =
    before && (before.folded === "'" || grammar.is(before, 'definite') || grammar.isContracted(before));
  const isAsked = reading.modality === 'asked';
  const isRefuted = reading.modality === 'refuted' || statement?.modality === 'denied' || use.isRefutedBeside;
  const isBorne = grammar.isVerbOf(statement?.verb, 'naming') && [0, 1].includes(first - statement!.verb!.next);
  return (
    // A name that was only proposed: "It was to be called …"; not "will be called upon to implement …".
    (isBorne && /^(?:planned|supposed)$/.test(use.modality)) ||
    // A negation directly precedes: "IOM (not International Organization of Migration)".
    grammar.is(before, 'negation') ||
    // An entry says what kind of form its headword is: "Global Compact on Migration, a loose form of the title".
    (/^[,:–—]$/.test(tokens[next]?.folded ?? '') &&
      reading.groups.some((group) => group.first === next + 1 && grammar.isNoun(tokens[group.head] ?? '', 'name'))) ||
    // A question has a word for names: "What is the right name: Compact for Migration or Marrakech Compact?"
    (isAsked && reading.groups.some((group) => grammar.hasNoun(group, 'name'))) ||
    // A name that needs an article and has none is cited: "decía en la portada Organización Internacional de
    // Migraciones". After "pasó a llamarse", it needs none.
    (isUttered(use) && (isAsked || isRefuted || !(grammar.has('headLast') || hasArticle || isBorne))) ||
    // A word of refutation follows: "X is wrong", "X is a mistake".
    phraseAfter(tokens, next, grammar.index.refuting, 2) !== undefined
  );
}

/** Whether a verb of saying shortly precedes a name, without a mark between. */
function isUttered({ tokens, first, grammar, reading: { nodes } }: Use): boolean {
  return nodes.some(
    (node) =>
      node.kind === 'verb' &&
      node.next <= first &&
      first - node.next <= FARTHEST_VERB &&
      hasLemma(grammar.file.settings.saying, node.lemmas) &&
      !tokens.slice(node.next, first).some(({ kind, folded }) => kind === 'punctuation' && folded !== "'"),
  );
}

/** In tokens. */
const FARTHEST_VERB = 4;

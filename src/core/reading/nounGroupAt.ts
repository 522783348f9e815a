import type { ChunkText } from './chunkText';
import { opensFrequency } from './frequency';
import type { WordClass } from './grammarFile';
import type { Agreement, Determiner, Named, Node, NounGroup, Quantity } from './nodes';
import { numberAt } from './numbers';
import { possessiveOf, pronounOf } from './pronouns';
import { compoundAt, isCapitalized } from './tokens';
import { isFinite } from './verbCues';

/**
 * The noun group that begins at a token: its determiner, quantity, words and names. `last` is the preceding node;
 * `owner` is a group in the genitive, which the noun group continues.
 */
export function nounGroupAt(
  text: ChunkText,
  start: number,
  last: Node | undefined,
  owner: NounGroup | undefined,
): NounGroup {
  const { tokens, grammar } = text;
  let determiner: Determiner = owner
    ? 'definite'
    : last?.kind === 'preposition' && grammar.isContracted(tokens[last.first]!)
      ? 'definite'
      : 'none';
  let possessive: Agreement | undefined;
  let pronoun: Agreement | undefined;
  let quantity: Quantity | undefined;
  let ordinal: NounGroup['ordinal'];
  const words: string[] = [];
  const named: Named[] = [];
  let firstWord = -1;
  let lastWord = -1;
  let capitals = 0;
  let small = 0;
  let i = start;
  for (; i < tokens.length; i++) {
    const token = tokens[i]!;
    const name = text.nameAt(i);
    if (name) {
      if (named.length > 0 && grammar.lang !== 'en' && named[named.length - 1]!.next === i) break;
      named.push(name);
      for (let k = name.first; k < name.next; k++) words.push(grammar.singularOf(tokens[k]!));
      if (firstWord < 0) firstWord = name.first;
      lastWord = name.next - 1;
      capitals++;
      i = name.next - 1;
      continue;
    }
    if (text.dateAt(i) && (words.length > 0 || quantity !== undefined)) break;
    if (text.dateAt(i) && determiner !== 'none') break;
    if (token.kind === 'punctuation') {
      const isHyphen =
        /^[-‐‑]$/.test(token.folded) &&
        tokens[i - 1]?.end === token.start &&
        tokens[i + 1]?.start === token.end &&
        words.length > 0 &&
        text.nameAt(i + 1) === undefined;
      const isElided = token.folded === "'" && (i === start || grammar.elided.has(tokens[i - 1]!.folded));
      const isInitial =
        token.folded === '.' &&
        words.length > 0 &&
        isCapitalized(tokens[i - 1]?.written ?? '') &&
        tokens[i - 1]!.folded.length <= 3 &&
        tokens[i + 1] !== undefined;
      if (isHyphen || isElided || isInitial) continue;
      break;
    }
    const is = (kind: WordClass): boolean => grammar.is(token, kind);
    if (words.length === 0 && quantity === undefined) {
      const before: Determiner = determiner;
      determiner = is('definite')
        ? 'definite'
        : is('demonstrative')
          ? 'demonstrative'
          : is('indefinite') && numberAt(tokens, i, grammar) === undefined
            ? 'indefinite'
            : is('negative')
              ? 'negative'
              : is('whole')
                ? 'definite'
                : is('quantifier')
                  ? determiner === 'none'
                    ? 'quantifier'
                    : determiner
                  : determiner;
      const owning = possessiveOf(grammar, token);
      if (owning !== undefined && possessive === undefined && !(is('pronounPerson') && text.endsGroup(i + 1))) {
        possessive = owning;
        continue;
      }
      if (
        determiner !== before ||
        is('definite') ||
        (is('indefinite') && numberAt(tokens, i, grammar) === undefined) ||
        is('quantifier') ||
        is('whole') ||
        (is('demonstrative') && !is('pronounThing'))
      ) {
        if (text.endsGroup(i + 1) && (is('demonstrative') || is('quantifier'))) {
          pronoun = pronounOf(grammar, token) ?? 'other';
          i++;
          break;
        }
        continue;
      }
      const compound = compoundAt(tokens, i);
      const asPronoun = (compound && pronounOf(grammar, compound)) ?? pronounOf(grammar, token);
      if (
        asPronoun !== undefined &&
        determiner === 'none' &&
        possessive === undefined &&
        numberAt(tokens, i, grammar) === undefined
      ) {
        pronoun = asPronoun;
        i += compound && pronounOf(grammar, compound) ? 3 : 1;
        break;
      }
      if (grammar.hedgeOf(token) !== undefined && numberAt(tokens, i + 1, grammar) !== undefined) continue;
    }
    const number = quantity === undefined ? numberAt(tokens, i, grammar) : undefined;
    // A number precedes its noun. After a name it belongs to another group, as in "à ce jour 157 États".
    if (number && words.length > 0 && !text.endsGroup(number.next)) break;
    if (number && (words.length === 0 || (named.length === 0 && words.length <= 2))) {
      quantity = number;
      i = number.next - 1;
      continue;
    }
    if (number) break;
    const place = grammar.ordinalOf(token);
    if (place !== undefined && ordinal === undefined && (words.length === 0 || grammar.lang !== 'en')) {
      ordinal = { first: i, next: i + 1, value: place };
      words.push(token.folded);
      if (lastWord < 0 && text.endsGroup(i + 1)) {
        firstWord = lastWord = i;
      }
      continue;
    }
    if (
      is('coordinator') ||
      text.isNegation(i) ||
      is('relative') ||
      is('relativeOwner') ||
      is('relativePlace') ||
      (is('that') && words.length > 0) ||
      is('supposing') ||
      is('conceding') ||
      (grammar.rolesOf(token) !== undefined && !(words.length === 0 && i === start))
    )
      break;
    if (words.length > 0 || quantity !== undefined) {
      if (opensFrequency(tokens, i, grammar)) break;
      if (
        is('definite') ||
        is('indefinite') ||
        is('demonstrative') ||
        is('pronounObject') ||
        possessiveOf(grammar, token) !== undefined ||
        (pronounOf(grammar, token) !== undefined && !isCapitalized(token.written))
      )
        break;
      if (is('adverb') || grammar.isAdverb(token) || is('subordinator')) break;
      if (grammar.isReflexive(token)) break;
    }
    if (
      words.length > 0 ||
      (quantity !== undefined && grammar.verbForms(token).some(({ kind }) => kind === 'present' || kind === 'past'))
    ) {
      if (opensVerb(text, i, words.length, lastWord)) break;
    }
    if (firstWord < 0) firstWord = i;
    const end = i + Math.max(1, grammar.compoundLengthAt(tokens, i));
    for (; i < end; i++) if (tokens[i]!.kind === 'word') words.push(grammar.singularOf(tokens[i]!));
    lastWord = --i;
    if (isCapitalized(token.written)) capitals++;
    else small++;
  }
  const next = Math.max(i, start + (owner ? 0 : 1));
  return {
    kind: 'noun',
    first: owner?.first ?? start,
    next,
    end: next,
    determiner,
    words,
    pronoun,
    possessive,
    quantity,
    ordinal,
    named,
    head: grammar.lang === 'en' ? lastWord : firstWord,
    isProper: capitals > 0 && small === 0,
    isDenied: last?.kind === 'negation',
    owners: owner ? [owner] : [],
    dates: [],
    alias: undefined,
  };
}

/** Whether the word ends the preceding noun group because it is the verb of the clause. */
function opensVerb(text: ChunkText, i: number, count: number, lastWord: number): boolean {
  const { tokens, grammar } = text;
  const token = tokens[i]!;
  if (grammar.modalOf(token) !== undefined && !(grammar.lang === 'en' && isCapitalized(token.written))) return true;
  // "the ICEM-led group"; within a proper name, a capitalized word belongs to the name.
  if (
    (grammar.lang === 'en' && compoundAt(tokens, i - 2)) ||
    (isCapitalized(token.written) && lastWord >= 0 && isCapitalized(tokens[lastWord]!.written))
  )
    return false;
  const compound = compoundAt(tokens, i);
  const forms =
    compound && grammar.rareVerbForms(compound).length > 0 ? grammar.verbForms(compound) : grammar.verbForms(token);
  if (forms.length === 0) {
    const rare = grammar.rareVerbForms(token);
    // "The objectives form a whole": a plural noun is not the first word of a compound.
    const isPlural =
      grammar.lang === 'en' && grammar.isPlural(tokens[i - 1]!) && rare.some(({ kind }) => kind === 'base');
    return (
      count > 0 &&
      ((isPlural && text.opensNoun(i + 1)) || (isFinite(rare) && (text.opensNoun(i + 1) || text.followsSubject(i))))
    );
  }
  if (grammar.lang === 'en') return forms.some(({ kind }) => kind !== 'base') || /s$/.test(tokens[i - 1]?.folded ?? '');
  return forms.some(({ kind }) => kind !== 'base');
}

import { type ChunkText, END, fillSlots, type Slot } from './chunkText';
import { numberAt, opensFrequency } from './numbers';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { Agreement, Determiner, Named, NounGroup, Quantity } from './nodes';
import { phraseAt } from './phrases';
import { compoundAt, isCapitalized, isHyphenated, type Token } from './tokens';
import { hasForm, isFinite } from './inflection';

/**
 * The noun group that begins at a token: its determiner, quantity, words and names. `owner` is a group in the genitive,
 * which the noun group continues.
 */
export function nounGroupAt(text: ChunkText, start: number, owner?: NounGroup): NounGroup {
  const { tokens, grammar, last } = text;
  const isAfterArticle = last?.kind === 'preposition' && grammar.isContracted(tokens[last.first]!);
  const group = new Filled(text, start, owner !== undefined || isAfterArticle);
  const next = Math.max(fillSlots(SLOTS, group, start, tokens.length), start + (owner ? 0 : 1));
  const { determiner, words, pronoun, possessive, quantity, ordinal, named } = group;
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
    head: grammar.has('headLast') ? group.lastWord : group.firstWord,
    isProper: group.isCapital,
    isDenied: last?.kind === 'negation',
    owners: owner ? [owner] : [],
    dates: [],
  };
}

/** What the slots of a group contain so far. */
class Filled {
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;
  determiner: Determiner;
  possessive: Agreement | undefined;
  pronoun: Agreement | undefined;
  quantity: Quantity | undefined;
  ordinal: NounGroup['ordinal'];
  readonly words: string[] = [];
  readonly named: Named[] = [];
  firstWord = -1;
  lastWord = -1;
  private hasCapitals = false;
  private hasSmall = false;

  constructor(
    readonly text: ChunkText,
    readonly start: number,
    isDefinite: boolean,
  ) {
    this.tokens = text.tokens;
    this.grammar = text.grammar;
    this.determiner = isDefinite ? 'definite' : 'none';
  }

  /** Whether neither a number nor a word has been read. */
  get isOpening(): boolean {
    return this.words.length === 0 && this.quantity === undefined;
  }

  get isCapital(): boolean {
    return this.hasCapitals && !this.hasSmall;
  }

  addWords(first: number, next: number, isCapital: boolean): number {
    for (const token of this.tokens.slice(first, next))
      if (token.kind === 'word') this.words.push(this.grammar.singularOf(token));
    if (this.firstWord < 0) this.firstWord = first;
    this.lastWord = next - 1;
    if (isCapital) this.hasCapitals = true;
    else this.hasSmall = true;
    return next;
  }
}

/** The parts of a noun group, in their order of precedence at each token. */
const SLOTS: readonly Slot<Filled>[] = [
  afterPronoun,
  name,
  date,
  mark,
  number,
  possessiveWord,
  determinerWord,
  pronounWord,
  ordinalWord,
  otherConstituent,
  wordOfNextGroup,
  verb,
  noun,
];

function afterPronoun({ pronoun }: Filled): number | undefined {
  return pronoun === undefined ? undefined : END;
}

function name(group: Filled, i: number): number | undefined {
  const found = group.text.names.get(i);
  if (!found) return undefined;
  group.named.push(found);
  return group.addWords(found.first, found.next, true);
}

function date(group: Filled, i: number): number | undefined {
  return group.text.dates.get(i) && (!group.isOpening || group.determiner !== 'none') ? END : undefined;
}

function mark({ tokens, text, grammar, words, start }: Filled, i: number): number | undefined {
  const token = tokens[i]!;
  if (token.kind !== 'punctuation') return undefined;
  const before = tokens[i - 1];
  const joins =
    token.folded === "'"
      ? i === start || grammar.elided.has(before!.folded)
      : words.length > 0 && (isInitial(tokens, i) || (isHyphenated(tokens, i) && text.names.get(i + 1) === undefined));
  return joins ? i + 1 : END;
}

/** Whether a full stop follows a short word with a capital within a sentence, as in "St. Lucia". */
function isInitial(tokens: readonly Token[], i: number): boolean {
  const { folded, written } = tokens[i - 1]!;
  const isShort = folded.length <= LONGEST_INITIAL && isCapitalized(written);
  return isShort && tokens[i]!.folded === '.' && tokens[i + 1] !== undefined;
}

/** In letters. */
const LONGEST_INITIAL = 3;

/** A number precedes its noun, or follows a noun without a name: "Objective 9". */
function number(group: Filled, i: number): number | undefined {
  const found = group.quantity === undefined ? numberAt(group.tokens, i, group.grammar) : undefined;
  if (!found) return undefined;
  const { words, named, text } = group;
  if (words.length > 0 && (named.length > 0 || !text.endsGroup(found.next))) return END;
  group.quantity = found;
  return found.next;
}

function possessiveWord(group: Filled, i: number): number | undefined {
  const owning = group.grammar.entryOf(group.tokens[i]!).possessive;
  if (!group.isOpening || owning === undefined) return undefined;
  group.possessive = owning;
  return i + 1;
}

/** The determiner that a word of a class is; the first class applies. */
const DETERMINERS: readonly (readonly [WordClass, Determiner])[] = [
  ['definite', 'definite'],
  ['demonstrative', 'demonstrative'],
  ['indefinite', 'indefinite'],
  ['negative', 'negative'],
  ['whole', 'definite'],
  ['quantifier', 'quantifier'],
];

function determinerWord(group: Filled, i: number): number | undefined {
  const [, kind] = (group.isOpening && DETERMINERS.find(([each]) => group.text.is(i, each))) || [];
  if (kind === undefined) return undefined;
  if (kind !== 'quantifier' || group.determiner === 'none') group.determiner = kind;
  // Without a noun, "this" and "several" are pronouns.
  if ((group.text.is(i, 'demonstrative') || group.text.is(i, 'quantifier')) && group.text.endsGroup(i + 1))
    group.pronoun = group.grammar.entryOf(group.tokens[i]!).pronoun ?? 'other';
  return i + 1;
}

function pronounWord(group: Filled, i: number): number | undefined {
  const { tokens, grammar } = group;
  if (!group.isOpening) return undefined;
  const compound = compoundAt(tokens, i);
  const ofCompound = compound && grammar.entryOf(compound).pronoun;
  group.pronoun = ofCompound ?? grammar.entryOf(tokens[i]!).pronoun;
  return group.pronoun === undefined ? undefined : i + (ofCompound ? 3 : 1);
}

function ordinalWord(group: Filled, i: number): number | undefined {
  const { tokens, grammar, words } = group;
  const value = grammar.entryOf(tokens[i]!).ordinal;
  if (value === undefined || words.length > 0) return undefined;
  group.ordinal = { first: i, next: i + 1, value };
  words.push(tokens[i]!.folded);
  return i + 1;
}

/** Words that are never part of a noun group. */
const OTHER_CONSTITUENTS: readonly WordClass[] = [
  'coordinator',
  'negation',
  'relative',
  'relativeOwner',
  'relativePlace',
  'supposing',
  'conceding',
];

function otherConstituent({ tokens, grammar, start }: Filled, i: number): number | undefined {
  const ends =
    grammar.isAnyOf(tokens[i], OTHER_CONSTITUENTS) || (grammar.rolesOf(tokens[i]!) !== undefined && i > start);
  return ends ? END : undefined;
}

/** Words that open another group, or modify a verb. */
const OPENING: readonly WordClass[] = [
  'definite',
  'indefinite',
  'demonstrative',
  'possessiveThing',
  'possessivePerson',
  'possessiveSeveral',
  'possessiveOwn',
  'pronounObject',
  'reflexive',
  'adverb',
  'subordinator',
];

function wordOfNextGroup({ isOpening, tokens, grammar }: Filled, i: number): number | undefined {
  const ends =
    !isOpening &&
    (grammar.isAnyOf(tokens[i], OPENING) ||
      opensFrequency(tokens, i, grammar) ||
      grammar.entryOf(tokens[i]!).pronoun !== undefined);
  return ends ? END : undefined;
}

function verb(group: Filled, i: number): number | undefined {
  const { words, quantity, tokens, grammar } = group;
  const mayBe = words.length > 0 || (quantity !== undefined && isFinite(grammar.verbForms(tokens[i]!)));
  return mayBe && opensVerb(group, i) ? END : undefined;
}

function noun(group: Filled, i: number): number {
  const { tokens, grammar } = group;
  const next = phraseAt(tokens, i, grammar.index.compounds)?.next ?? i + 1;
  return group.addWords(i, next, isCapitalized(tokens[i]!.written));
}

/** Whether a word ends the group because it is the verb of the clause. */
function opensVerb({ tokens, grammar, text, lastWord }: Filled, i: number): boolean {
  const token = tokens[i]!;
  const isCapital = isCapitalized(token.written);
  if (grammar.entryOf(token).modal !== undefined) return !isCapital;
  // A word with a capital belongs to a proper name, and the second part of a modifier to the group.
  if ((isCapital && lastWord >= 0) || compoundAt(tokens, i - 2)) return false;
  const forms = grammar.verbForms(compoundAt(tokens, i) ?? token);
  if (forms.length === 0) return opensRareVerb(text, i);
  // The base form is a noun, except after a plural, and in a subjunctive: "recommend that parliament ratify the text".
  return (
    forms.some(({ kind }) => kind !== 'base') ||
    /s$/.test(tokens[i - 1]!.folded) ||
    (text.follows('that') && text.opensNoun(i + 1))
  );
}

/** Whether a word that is mostly a noun is the verb: before another group, or after a name. */
function opensRareVerb(text: ChunkText, i: number): boolean {
  const { tokens, grammar } = text;
  const forms = grammar.rareVerbForms(tokens[i]!);
  // A plural noun is not the first word of a compound.
  const isPlural = grammar.has('baseIsPresent') && grammar.isPlural(tokens[i - 1]!) && hasForm(forms, 'base');
  return ((isPlural || isFinite(forms)) && text.opensNoun(i + 1)) || (isFinite(forms) && text.followsName(i));
}

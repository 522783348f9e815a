import type { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { NO_FORMS, hasFinite, hasForm, isFinite, type VerbForm } from './inflection';
import type { Range, Tense, VerbGroup } from './nodes';
import { END, fillSlots, type Slot } from './slots';
import { compoundAt, type Token } from './tokens';

/**
 * The verb group that begins at a token: negation, clitics, auxiliaries, intervening adverbs, and the main verb.
 * `isRare` admits words that are mostly nouns, where the context requires a verb.
 */
export function verbGroupAt(text: ChunkText, start: number, isRare = false): VerbGroup | undefined {
  const group = new Chain(text, start, isRare);
  fillSlots(SLOTS, group, start, text.tokens.length);
  return group.main < 0 ? undefined : groupOf(group);
}

/** The words of a verb group so far. */
class Chain {
  negated = false;
  reflexive = false;
  clitic: Range | undefined;
  modality: VerbGroup['modality'] = 'asserted';
  hasModal = false;
  isInfinitive = false;
  /** The possible forms of each verb. */
  readonly verbs: (readonly VerbForm[])[] = [];
  /** The index of the main verb. */
  main = -1;
  next: number;
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;

  constructor(
    readonly text: ChunkText,
    readonly start: number,
    readonly isRare: boolean,
  ) {
    this.next = start;
    this.tokens = text.tokens;
    this.grammar = text.grammar;
  }

  /** Whether no verb has been read. */
  get isOpening(): boolean {
    return this.verbs.length === 0;
  }

  get last(): readonly VerbForm[] {
    return this.verbs.at(-1) ?? NO_FORMS;
  }

  extend(next: number): number {
    this.next = next;
    return next;
  }

  hasLemma(verbs: readonly VerbForm[], kind: 'isBe' | 'isHave' | 'isDo'): boolean {
    return verbs.some(({ lemma }) => this.grammar[kind](lemma));
  }
}

/** The parts of a verb group, in their order of precedence at each token. */
const SLOTS: readonly Slot<Chain>[] = [boundary, modal, negation, reflexive, clitic, infinitive, verb, adverb];

/** No verb group extends into a name. */
function boundary({ text, tokens, start }: Chain, i: number): number | undefined {
  if (text.isName(i)) return END;
  const { kind, folded } = tokens[i]!;
  if (kind === 'word') return undefined;
  return folded === "'" && i > start ? i + 1 : END;
}

function modal(group: Chain, i: number): number | undefined {
  const modality = group.isOpening ? group.grammar.modalOf(group.tokens[i]!) : undefined;
  if (modality === undefined) return undefined;
  group.hasModal = true;
  if (!verbFollows(group, i + 1)) {
    group.hasModal = false;
    return END;
  }
  if (modality !== 'asserted') group.modality = modality as VerbGroup['modality'];
  return group.extend(i + 1);
}

function negation(group: Chain, i: number): number | undefined {
  const { isOpening, hasModal, grammar, start } = group;
  if (!group.text.is(i, 'negation')) return undefined;
  const fits = isOpening
    ? hasModal || verbFollows(group, i + 1, grammar.has('clitics') && i === start)
    : !grammar.hasRole(group.tokens[i], 'without');
  if (!fits) return END;
  group.negated = true;
  return group.extend(i + 1);
}

function reflexive(group: Chain, i: number): number | undefined {
  if (!group.isOpening || !group.grammar.isReflexive(group.tokens[i]!) || !verbFollows(group, i + 1, true))
    return undefined;
  group.reflexive = true;
  return group.extend(i + 1);
}

/** An object pronoun before a finite verb: "l'a ratifié", "lo firmaron". */
function clitic(group: Chain, i: number): number | undefined {
  const { tokens, grammar } = group;
  if (!group.isOpening || !mayBeClitic(group, i) || group.text.is(i, 'pronounSubject')) return undefined;
  const at = tokens[i + 1]?.folded === "'" ? i + 2 : i + 1;
  const verbs = tokens[at];
  if (!verbs || group.text.isName(at)) return undefined;
  const isBefore = hasFinite(grammar.verbForms(verbs));
  if (!isBefore) return undefined;
  group.clitic = { first: i, next: i + 1 };
  return group.extend(i + 1);
}

function infinitive(group: Chain, i: number): number | undefined {
  const { tokens, grammar, start } = group;
  const next = tokens[i + 1];
  const is = i === start && tokens[i]!.folded === grammar.file.infinitive;
  if (!is || !next || !hasForm(grammar.rareVerbForms(next), 'base')) return undefined;
  group.isInfinitive = true;
  return group.extend(i + 1);
}

function verb(group: Chain, i: number): number | undefined {
  const compound = compoundAt(group.tokens, i);
  const ofCompound = compound ? group.grammar.rareVerbForms(compound) : NO_FORMS;
  const isCompound = ofCompound.length > 0;
  const forms = isCompound ? ofCompound : formsAt(group, i);
  if (forms.length === 0 || (!group.isOpening && !continues(group, forms))) return undefined;
  group.verbs.push(forms);
  group.main = i;
  return group.extend(isCompound ? i + 3 : i + 1);
}

/** Adverbs belong to the group only if a verb follows. */
function adverb(group: Chain, i: number): number | undefined {
  const { start, isOpening } = group;
  const fits = i > start && (isOpening || isAuxiliary(group)) && isAdverb(group, i) && verbFollows(group, i + 1);
  return fits ? i + 1 : END;
}

function isAdverb({ grammar, tokens }: Chain, i: number): boolean {
  return grammar.is(tokens[i], 'adverb') || grammar.isAdverb(tokens[i]!);
}

function isAuxiliary({ last, grammar }: Chain): boolean {
  return last.some(({ lemma }) => grammar.isBe(lemma) || grammar.isHave(lemma) || grammar.isDo(lemma));
}

/** The forms of a word as a verb. A word that is mostly a noun counts where another part of the group requires one. */
function formsAt(group: Chain, i: number): readonly VerbForm[] {
  const { tokens, grammar, isOpening } = group;
  const token = tokens[i]!;
  if (isNoun(group, i)) return NO_FORMS;
  const rare = grammar.rareVerbForms(token);
  if (isOpening && (group.isRare || group.reflexive || group.negated || group.clitic !== undefined)) return rare;
  const isRequired = !isOpening || group.hasModal || group.isInfinitive;
  return isRequired && rare.length > 0 ? rare : grammar.verbForms(token);
}

/** In a language without capitals in headings, a word with a capital within a sentence is not a verb. */
function isNoun({ tokens, grammar }: Chain, i: number): boolean {
  const before = tokens[i - 1];
  return (
    !grammar.has('headLast') &&
    before !== undefined &&
    (before.kind === 'word' || before.folded === "'") &&
    /^\p{Lu}\p{Ll}/u.test(tokens[i]!.written)
  );
}

/** In tokens: the maximal distance between the first words of a group and its verb. */
const REACH = 5;

/**
 * Whether a verb follows within a few adverbs, negations and clitics; with `isSure`, even if a noun has the same
 * spelling.
 */
function verbFollows(group: Chain, from: number, isSure = false): boolean {
  const { tokens, text } = group;
  const first = tokens[from]?.folded === "'" ? from + 1 : from;
  for (let k = first; k < Math.min(first + REACH, tokens.length) && !text.isName(k); k++) {
    if (tokens[k]!.folded === "'") continue;
    if (mayBeVerb(group, tokens[k]!, k === first, isSure)) return true;
    if (!mayPrecedeVerb(group, k)) return false;
  }
  return false;
}

function mayBeVerb({ grammar, hasModal }: Chain, token: Token, isNext: boolean, isSure: boolean): boolean {
  if (grammar.verbForms(token).length > 0 || grammar.modalOf(token) !== undefined) return true;
  const rare = grammar.rareVerbForms(token);
  if (hasModal) return isNext && rare.length > 0;
  return isSure && !grammar.isClosed(token) && rare.some(({ kind }) => kind !== 'participle' && kind !== 'gerund');
}

function mayPrecedeVerb(group: Chain, i: number): boolean {
  return (
    isAdverb(group, i) ||
    group.text.is(i, 'negation') ||
    group.grammar.isReflexive(group.tokens[i]!) ||
    mayBeClitic(group, i)
  );
}

function mayBeClitic({ grammar, tokens }: Chain, i: number): boolean {
  return grammar.has('clitics') && grammar.isAnyOf(tokens[i], CLITICS);
}

const CLITICS: readonly WordClass[] = ['definite', 'pronounThing', 'pronounSeveral', 'pronounPerson'];

/** Whether a form may follow the auxiliary before it within a group. */
function continues(group: Chain, forms: readonly VerbForm[]): boolean {
  const { last } = group;
  if (group.hasLemma(last, 'isDo')) return hasForm(forms, 'base');
  if (group.hasLemma(last, 'isBe')) return hasForm(forms, 'participle', 'gerund');
  return group.hasLemma(last, 'isHave') && hasForm(forms, 'participle');
}

function groupOf(group: Chain): VerbGroup {
  const { verbs, start, next, main, negated, clitic } = group;
  const first = verbs[0]!;
  const used = formsUsed(group);
  const lemmas = [...new Set(used.map(({ lemma }) => lemma))];
  const isOther = !isFinite(first);
  const isFuture = isOther && hasForm(first, 'future');
  const isConditional = isOther && hasForm(first, 'conditional');
  return {
    kind: 'verb',
    first: start,
    next,
    lemmas,
    main,
    form: formOf(group),
    passive: passiveOf(group, used, lemmas),
    reflexive: group.reflexive,
    negated,
    clitic,
    modality: isConditional ? 'supposed' : isFuture && group.modality === 'asserted' ? 'planned' : group.modality,
    tense: isFuture ? 'future' : tenseOf(group),
  };
}

/** The forms of the main verb that fit the auxiliaries before it. */
function formsUsed({ verbs, last }: Chain): readonly VerbForm[] {
  const fitting = verbs.length === 1 ? last : last.filter((form) => !hasFinite([form]));
  return fitting.length > 0 ? fitting : last;
}

function formOf({ verbs, hasModal, isInfinitive }: Chain): VerbGroup['form'] {
  const first = verbs[0]!;
  if (isInfinitive) return 'infinitive';
  if (hasModal || hasFinite(first)) return 'finite';
  if (hasForm(first, 'participle')) return 'participle';
  return first.every(({ kind }) => kind === 'gerund') ? 'gerund' : 'infinitive';
}

function passiveOf(group: Chain, used: readonly VerbForm[], lemmas: readonly string[]): boolean | undefined {
  const { verbs, grammar, hasModal } = group;
  const isParticiple = hasForm(used, 'participle');
  if (verbs.length === 1) {
    const mayBeFinite = hasFinite(used) || (hasModal && hasForm(used, 'base'));
    return isParticiple && mayBeFinite ? undefined : isParticiple;
  }
  const isOfBe = verbs.slice(0, -1).some((forms) => group.hasLemma(forms, 'isBe'));
  const isOfMotion = group.reflexive || lemmas.every((lemma) => grammar.isVerb(lemma, 'intransitive'));
  return isOfBe && isParticiple && !(grammar.has('beOfMotion') && isOfMotion);
}

function tenseOf(group: Chain): Tense {
  const { verbs, grammar } = group;
  const [first, second] = verbs;
  const isPresent = hasForm(first!, 'present');
  if (second && isPresent) {
    if (group.hasLemma(first!, 'isHave')) return grammar.has('perfectIsPresent') ? 'present' : 'past';
    const isOfMotion = group.reflexive || second.some(({ lemma }) => grammar.isVerb(lemma, 'intransitive'));
    if (verbs.length === 2 && grammar.has('beOfMotion') && isOfMotion) return 'past';
  }
  // French "réunit" and "établit" are both present and past.
  if (isPresent) return 'present';
  return hasForm(first!, 'past') ? 'past' : 'none';
}

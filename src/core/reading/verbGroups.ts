import { type ChunkText, END, fillSlots, type Slot } from './chunkText';
import type { Grammar } from './grammar';
import { hasForm, isFinite, NO_FORMS, hasFinite, type VerbForm } from './inflection';
import type { VerbGroup, Range, Tense } from './nodes';
import { type Token, compoundAt } from './tokens';
import type { VerbClass, WordClass } from './grammarFile';

/**
 * The verb group at a token, as far as the preceding nodes and the following tokens admit a verb there; `undefined`
 * where they do not.
 */
export function verbInContext(text: ChunkText, i: number): VerbGroup | undefined {
  if (isComplement(text, i)) return undefined;
  const group = verbGroupAt(text, i) ?? (isRequired(text, i) ? verbGroupAt(text, i, true) : undefined);
  return group && isPluralPresent(group, text) ? { ...group, form: 'finite', tense: 'present' } : group;
}

/** After a preposition that is no adverb, a word is a noun if it has no form that is not finite: "después votaron". */
function isComplement(text: ChunkText, i: number): boolean {
  const { grammar, tokens } = text;
  if (!text.follows('preposition') || (text.is(i - 1, 'adverb') && isOnlyFinite(tokens[i]!, grammar))) return false;
  const forms = grammar.verbForms(tokens[i]!);
  return grammar.has('baseIsPresent') ? !hasForm(forms, 'gerund') : !hasForm(forms, 'base', 'participle');
}

/**
 * Whether a word that is mostly a noun is the verb: after a name or a relative pronoun that is only a subject, before
 * another group, or as a participle before its agent.
 */
function isRequired(text: ChunkText, i: number): boolean {
  const { grammar, tokens, last } = text;
  const { isClosed } = grammar.entryOf(tokens[i]!);
  const forms = grammar.rareVerbForms(tokens[i]!);
  // A preposition does not precede another: "entre en vigueur".
  if (isClosed) return last !== undefined && last.kind !== 'preposition' && grammar.hasRole(tokens[i + 1], 'in');
  if (forms.length === 0) return false;
  return (
    (isFinite(forms) && text.followsName(i)) ||
    (last?.kind === 'relative' && last.next === i && text.is(last.first, 'relativeSubject')) ||
    (!text.follows('adverb') && text.opensNoun(i + 1)) ||
    (hasForm(forms, 'participle') && tokens.slice(i + 1, i + 3).some((token) => grammar.hasRole(token, 'by')))
  );
}

/**
 * "Migrants turn to IOM", "those who trust it": after a plural subject, the bare form is also the plural of the present
 * tense, except after a verb ("helps migrants return").
 */
function isPluralPresent({ form, first }: VerbGroup, { nodes, tokens, grammar }: ChunkText): boolean {
  if (form !== 'infinitive' || !grammar.has('baseIsPresent') || tokens[first]!.folded === grammar.file.infinitive)
    return false;
  const [subject, before] = nodes.filter(({ kind }) => kind !== 'adverb').reverse();
  if (subject?.kind !== 'noun' || before?.kind === 'verb') return subject?.kind === 'relative';
  const isPlural = subject.head >= 0 && grammar.isPlural(tokens[subject.head]!);
  return isPlural || subject.pronoun === 'several' || subject.pronoun === 'other';
}

/** Whether a word in small letters can only be a finite verb; "presented" may be a participle. */
export function isOnlyFinite(token: Token, grammar: Grammar): boolean {
  const forms = /^\p{Ll}/u.test(token.written) ? grammar.verbForms(token) : [];
  return forms.length > 0 && forms.every(({ kind }) => kind === 'present' || kind === 'past');
}

/**
 * The verb group that begins at a token: negation, clitics, auxiliaries, intervening adverbs, and the main verb.
 * `isRare` admits words that are mostly nouns, where the context requires a verb.
 */
function verbGroupAt(text: ChunkText, start: number, isRare = false): VerbGroup | undefined {
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
  required = false;
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

  /** Whether the main verb of a group, or an auxiliary, may belong to any of the classes. */
  hasLemma(verbs: readonly VerbForm[], ...kinds: readonly VerbClass[]): boolean {
    return verbs.some(({ lemma }) => kinds.some((kind) => this.grammar.isVerb(lemma, kind)));
  }
}

/** The parts of a verb group, in their order of precedence at each token. */
const SLOTS: readonly Slot<Chain>[] = [boundary, modal, negation, reflexive, clitic, infinitive, verb, adverb];

function boundary({ tokens, start }: Chain, i: number): number | undefined {
  const { kind, folded } = tokens[i]!;
  if (kind === 'word') return undefined;
  return folded === "'" && i > start ? i + 1 : END;
}

function modal(group: Chain, i: number): number | undefined {
  const modality = group.isOpening ? group.grammar.entryOf(group.tokens[i]!).modal : undefined;
  if (modality === undefined) return undefined;
  group.hasModal = true;
  group.required = modality === 'required';
  if (modality !== 'asserted') group.modality = group.required ? 'supposed' : (modality as VerbGroup['modality']);
  return group.extend(i + 1);
}

function negation(group: Chain, i: number): number | undefined {
  if (!group.text.is(i, 'negation')) return undefined;
  if (!group.isOpening && i > group.next) return END;
  group.negated = true;
  return group.extend(i + 1);
}

function reflexive(group: Chain, i: number): number | undefined {
  if (!group.isOpening || !group.text.is(i, 'reflexive')) return undefined;
  group.reflexive = true;
  return group.extend(i + 1);
}

/** An object pronoun before a finite verb: "l'a ratifié", "lo firmaron". */
function clitic(group: Chain, i: number): number | undefined {
  const { tokens, grammar, text } = group;
  const mayBe = grammar.has('clitics') && grammar.isAnyOf(tokens[i], CLITICS) && !text.is(i, 'pronounSubject');
  const following = tokens[tokens[i + 1]?.folded === "'" ? i + 2 : i + 1];
  if (!mayBe || !following || !hasFinite(grammar.verbForms(following))) return undefined;
  group.clitic = { first: i, next: i + 1 };
  return group.extend(i + 1);
}

const CLITICS: readonly WordClass[] = ['definite', 'pronounThing', 'pronounSeveral', 'pronounPerson'];

function infinitive(group: Chain, i: number): number | undefined {
  if (i > group.start || group.tokens[i]!.folded !== group.grammar.file.infinitive) return undefined;
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

/** Adverbs belong to the group only if a verb follows, which extends it. */
function adverb(group: Chain, i: number): number | undefined {
  const { start, isOpening, last, grammar, tokens } = group;
  const mayFollow = isOpening ? i > start : group.hasLemma(last, 'be', 'have', 'do');
  return mayFollow && (grammar.is(tokens[i], 'adverb') || grammar.entryOf(tokens[i]!).isAdverb) ? i + 1 : END;
}

/** The forms of a word as a verb. A word that is mostly a noun counts where another part of the group requires one. */
function formsAt(group: Chain, i: number): readonly VerbForm[] {
  if (isNoun(group, i)) return NO_FORMS;
  const { grammar, isRare, reflexive, clitic, hasModal, isInfinitive, isOpening } = group;
  const rare = grammar.rareVerbForms(group.tokens[i]!);
  const isNegated = group.negated && grammar.has('clitics') && hasFinite(rare);
  const isRequired = isRare || reflexive || isNegated || clitic !== undefined || hasModal || isInfinitive || !isOpening;
  return isRequired ? rare : grammar.verbForms(group.tokens[i]!);
}

/** In a language without capitals in headings, a word with a capital within a sentence is not a verb. */
function isNoun({ tokens, grammar }: Chain, i: number): boolean {
  const before = tokens[i - 1];
  const isWithin = before?.kind === 'word' || before?.folded === "'";
  return isWithin && !grammar.has('headLast') && /^\p{Lu}\p{Ll}/u.test(tokens[i]!.written);
}

/** Whether a form may follow the auxiliary before it within a group. */
function continues(group: Chain, forms: readonly VerbForm[]): boolean {
  const { last } = group;
  if (group.hasLemma(last, 'do')) return hasForm(forms, 'base');
  if (group.hasLemma(last, 'be')) return hasForm(forms, 'participle', 'gerund');
  return group.hasLemma(last, 'have') && hasForm(forms, 'participle');
}

function groupOf(group: Chain): VerbGroup {
  const { verbs, last, start, next, main, negated, clitic, reflexive, required } = group;
  const first = verbs[0]!;
  const isFuture = hasForm(first, 'future');
  const isConditional = hasForm(first, 'conditional');
  return {
    kind: 'verb',
    first: start,
    next,
    lemmas: [...new Set(last.map(({ lemma }) => lemma))],
    main,
    form: formOf(group),
    passive: passiveOf(group),
    reflexive,
    negated,
    clitic,
    required,
    modality: isConditional ? 'supposed' : isFuture ? 'planned' : group.modality,
    tense: isFuture ? 'future' : tenseOf(group),
  };
}

function formOf({ verbs, hasModal, isInfinitive }: Chain): VerbGroup['form'] {
  const first = verbs[0]!;
  if (isInfinitive) return 'infinitive';
  if (hasModal || hasFinite(first)) return 'finite';
  if (hasForm(first, 'participle')) return 'participle';
  return first.every(({ kind }) => kind === 'gerund') ? 'gerund' : 'infinitive';
}

function passiveOf(group: Chain): boolean | undefined {
  const { verbs, last } = group;
  const isParticiple = hasForm(last, 'participle');
  if (verbs.length > 1) return isParticiple && verbs.slice(0, -1).some((forms) => group.hasLemma(forms, 'be'));
  return isParticiple && (hasFinite(last) || hasForm(last, 'base')) ? undefined : isParticiple;
}

/** The perfect is a past, with "to have", or with the "to be" of motion and reflexives. */
function tenseOf(group: Chain): Tense {
  const { grammar, reflexive } = group;
  const [first, second] = group.verbs;
  // French "réunit" and "établit" are both present and past.
  if (!hasForm(first!, 'present')) return hasForm(first!, 'past') ? 'past' : 'none';
  const isOfMotion = grammar.has('beOfMotion') && (reflexive || group.hasLemma(second ?? NO_FORMS, 'intransitive'));
  const isPerfect = isOfMotion || (!grammar.has('perfectIsPresent') && group.hasLemma(first!, 'have'));
  return second && isPerfect ? 'past' : 'present';
}

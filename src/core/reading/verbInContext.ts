import type { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { hasForm, isFinite } from './inflection';
import type { Node, VerbGroup } from './nodes';
import { type Token, isCapitalized } from './tokens';
import { verbGroupAt } from './verbGroups';

/**
 * The verb group at a token, as far as the preceding nodes and the following tokens admit a verb there; `undefined`
 * where they do not.
 */
export function verbInContext(text: ChunkText, i: number, nodes: readonly Node[]): VerbGroup | undefined {
  const place = new Place(text, i, nodes);
  const group = admittedVerb(place);
  return group && isPluralPresent(group, nodes, text.tokens, text.grammar)
    ? { ...group, form: 'finite', tense: 'present' }
    : group;
}

function admittedVerb(place: Place): VerbGroup | undefined {
  if (EXCLUSIONS.some((excludes) => excludes(place))) return undefined;
  const group = place.verb(false);
  if (group) return group;
  const requirements = place.grammar.isClosed(place.token) ? CLOSED_REQUIREMENTS : REQUIREMENTS;
  return requirements.some((requires) => requires(place)) ? place.verb(true) : undefined;
}

/** A token with what precedes it. */
class Place {
  readonly tokens: readonly Token[];
  readonly grammar: ChunkText['grammar'];
  readonly token: Token;
  readonly next: Token | undefined;
  readonly last: Node | undefined;

  constructor(
    readonly text: ChunkText,
    readonly i: number,
    readonly nodes: readonly Node[],
  ) {
    this.tokens = text.tokens;
    this.grammar = text.grammar;
    this.token = text.tokens[i]!;
    this.next = text.tokens[i + 1];
    this.last = nodes[nodes.length - 1];
  }

  follows(...kinds: readonly Node['kind'][]): boolean {
    return this.last !== undefined && kinds.includes(this.last.kind);
  }

  /** Whether the preceding node begins with a word of a class. */
  followsWord(kind: WordClass): boolean {
    return this.last !== undefined && this.grammar.is(this.tokens[this.last.first], kind);
  }

  get isAdjacent(): boolean {
    return this.last?.next === this.i;
  }

  verb(isRare: boolean): VerbGroup | undefined {
    return verbGroupAt(this.tokens, this.i, this.grammar, this.text.isName, isRare);
  }
}

type Rule = (place: Place) => boolean;

/** Where a word is no verb, whatever its forms. */
const EXCLUSIONS: readonly Rule[] = [({ grammar, token }) => grammar.isContracted(token), isComplement];

/** After a preposition, a word is a noun if it has no form that is not finite. */
function isComplement(place: Place): boolean {
  if (!place.follows('preposition')) return false;
  const { grammar, token } = place;
  const forms = grammar.verbForms(token);
  return grammar.has('baseIsPresent') ? !hasForm(forms, 'gerund') : !hasForm(forms, 'base', 'participle');
}

/** Where a preposition or an article is the verb that has the same spelling. */
const CLOSED_REQUIREMENTS: readonly Rule[] = [precedesPreposition];

/** "entre en vigueur": a preposition does not precede another. */
function precedesPreposition(place: Place): boolean {
  const { grammar, token, next, last } = place;
  return (
    last !== undefined &&
    last.kind !== 'preposition' &&
    grammar.rolesOf(token) !== undefined &&
    grammar.hasRole(next, 'in') &&
    hasForm(grammar.rareVerbForms(token), 'present')
  );
}

/** Where a word that is mostly a noun is the verb. */
const REQUIREMENTS: readonly Rule[] = [
  followsSubject,
  completesClause,
  followsSubjectPronoun,
  precedesAgent,
  separatesGroups,
];

function followsSubject({ text, i, grammar, token }: Place): boolean {
  return text.followsSubject(i) && isFinite(grammar.rareVerbForms(token));
}

/** "The Compact, adopted in 2018, lists 24 objectives": the verb after an aside, before its object. */
function completesClause({ nodes, grammar, text, i }: Place): boolean {
  return awaitsVerb(nodes, grammar) && (text.opensNoun(i + 1) || text.opensComplement(i + 1));
}

/** "qui traite de", "il porte sur", "elle en compte 175": only a verb can follow. */
function followsSubjectPronoun(place: Place): boolean {
  const { token, grammar } = place;
  return (
    ((place.follows('relative') && place.followsWord('relativeSubject')) ||
      (place.follows('noun') && place.isAdjacent && place.followsWord('pronounSubject')) ||
      (place.follows('adverb') && place.followsWord('adverbialPronoun'))) &&
    !isCapitalized(token.written) &&
    isFinite(grammar.rareVerbForms(token))
  );
}

/** "adopté en 2018 et fait sien par l'Assemblée": a participle before its agent, with at most a word between. */
function precedesAgent(place: Place): boolean {
  const { tokens, grammar, token, next, i } = place;
  return (
    place.follows('coordinator', 'comma') &&
    hasForm(grammar.rareVerbForms(token), 'participle') &&
    (grammar.hasRole(next, 'by') || (grammar.hasRole(tokens[i + 2], 'by') && !grammar.isClosed(next!)))
  );
}

/** A verb between its subject, which adverbs may follow, and another noun. */
function separatesGroups({ text, i, nodes, last, grammar }: Place): boolean {
  const before = last?.kind === 'adverb' ? nodes.findLast(({ kind }) => kind !== 'adverb') : last;
  const mayPrecede =
    before === undefined || before.kind === 'stop'
      ? last === before && grammar.has('omitsSubjects')
      : before.kind === 'noun'
        ? before.head >= 0 || before.pronoun !== undefined
        : last === before && (before.kind === 'coordinator' || before.kind === 'relative');
  return mayPrecede && text.opensNoun(i + 1);
}

/**
 * "Migrants turn to IOM", "those who trust it": the bare form is also the plural of the present tense, except after a
 * verb ("helps migrants return").
 */
export function isPluralPresent(
  { form, first }: VerbGroup,
  nodes: readonly Node[],
  tokens: readonly Token[],
  grammar: Grammar,
): boolean {
  if (form !== 'infinitive' || !grammar.has('baseIsPresent') || tokens[first]!.folded === grammar.file.infinitive)
    return false;
  const at = nodes.findLastIndex(({ kind }) => kind !== 'adverb');
  const subject = nodes[at];
  if (subject?.kind === 'relative') return true;
  if (subject?.kind !== 'noun' || (subject.head < 0 && subject.pronoun === undefined)) return false;
  const before = nodes[at - 1];
  if (before?.kind === 'verb') return false;
  return (
    before?.kind === 'coordinator' ||
    subject.pronoun === 'several' ||
    subject.pronoun === 'other' ||
    (subject.head >= 0 && grammar.isPlural(tokens[subject.head]!))
  );
}

/** "IOM dates from 1951": before a preposition, in a clause without another verb. */
export function isOnlyVerb(i: number, tokens: readonly Token[], grammar: Grammar): boolean {
  const roles = tokens[i + 1] && grammar.rolesOf(tokens[i + 1]!);
  return roles !== undefined && !roles.has('of') && !roles.has('on') && isAlone(i, tokens, grammar);
}

/** "The General Assembly grants observer status": after a name and before a noun, in a clause without another verb. */
export function isVerbOfName(i: number, tokens: readonly Token[], grammar: Grammar): boolean {
  const [own, next] = [tokens[i], tokens[i + 1]];
  // "ICEM now processes migrants"
  const before = grammar.is(tokens[i - 1], 'adverb') ? tokens[i - 2] : tokens[i - 1];
  return (
    grammar.has('baseIsPresent') &&
    before !== undefined &&
    isCapitalized(before.written) &&
    /s$/.test(own!.folded) &&
    next?.kind === 'word' &&
    !isCapitalized(next.written) &&
    grammar.rolesOf(next) === undefined &&
    !grammar.is(next, 'coordinator') &&
    !grammar.is(next, 'relative') &&
    isAlone(i, tokens, grammar)
  );
}

function isAlone(i: number, tokens: readonly Token[], grammar: Grammar): boolean {
  for (let k = i + 2; k < tokens.length && tokens[k]!.kind === 'word'; k++) {
    if (
      grammar.modalOf(tokens[k]!) !== undefined ||
      grammar.verbForms(tokens[k]!).some(({ kind }) => kind === 'present' || kind === 'past')
    )
      return false;
  }
  return true;
}

/** "La OIM, fundada en 1951, ayuda a": after an aside, where the clause around it has no finite verb yet. */
export function awaitsVerb(nodes: readonly Node[], grammar: Grammar): boolean {
  const last = nodes[nodes.length - 1];
  const [opening] = nodes;
  // "Fundada en 1951, cuenta con": after an opening participle, where the subject can be omitted.
  const isWithoutSubject = grammar.has('omitsSubjects') && opening?.kind === 'verb' && opening.form === 'participle';
  if (
    (last?.kind !== 'comma' && last?.kind !== 'close') ||
    !(isWithoutSubject || nodes.some(({ kind }) => kind === 'noun'))
  )
    return false;
  // "The Fund, set up in 2019, pools": a form that may be a participle is one after a comma. The verb of a relative
  // clause is not that of the clause around it.
  return nodes.every((node, i) => {
    if (node.kind !== 'verb' || node.form !== 'finite') return true;
    const before = nodes[i - 1]?.kind;
    return before === 'relative' || (before === 'comma' && node.passive === undefined);
  });
}

/** Whether a word in small letters can only be a finite verb; "presented" may be a participle. */
export function isOnlyFinite(token: Token, grammar: Grammar): boolean {
  const forms = /^\p{Ll}/u.test(token.written) ? grammar.verbForms(token) : [];
  return forms.length > 0 && forms.every(({ kind }) => kind === 'present' || kind === 'past');
}

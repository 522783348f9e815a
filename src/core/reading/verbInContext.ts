import type { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { hasForm, isFinite } from './inflection';
import type { VerbGroup } from './nodes';
import { isCapitalized, type Token } from './tokens';
import { verbGroupAt } from './verbGroups';

/**
 * The verb group at a token, as far as the preceding nodes and the following tokens admit a verb there; `undefined`
 * where they do not.
 */
export function verbInContext(text: ChunkText, i: number): VerbGroup | undefined {
  const { tokens, grammar } = text;
  if (grammar.isContracted(tokens[i]!) || isComplement(text, i)) return undefined;
  const group = verbGroupAt(text, i) ?? (isRequired(text, i) ? verbGroupAt(text, i, true) : undefined);
  return group && isPluralPresent(group, text) ? { ...group, form: 'finite', tense: 'present' } : group;
}

/** After a preposition, a word is a noun if it has no form that is not finite. */
function isComplement(text: ChunkText, i: number): boolean {
  if (!text.follows('preposition')) return false;
  const { grammar, tokens } = text;
  const forms = grammar.verbForms(tokens[i]!);
  return grammar.has('baseIsPresent') ? !hasForm(forms, 'gerund') : !hasForm(forms, 'base', 'participle');
}

/** Whether a word that is mostly something else is the verb. */
function isRequired(text: ChunkText, i: number): boolean {
  return text.grammar.isClosed(text.tokens[i]!)
    ? precedesPreposition(text, i)
    : REQUIREMENTS.some((requires) => requires(text, i));
}

/** "entre en vigueur": a preposition does not precede another. */
function precedesPreposition(text: ChunkText, i: number): boolean {
  const { grammar, tokens, last } = text;
  return (
    last !== undefined &&
    last.kind !== 'preposition' &&
    grammar.rolesOf(tokens[i]!) !== undefined &&
    grammar.hasRole(tokens[i + 1], 'in') &&
    hasForm(grammar.rareVerbForms(tokens[i]!), 'present')
  );
}

/** Where a word that is mostly a noun is the verb. */
const REQUIREMENTS: readonly ((text: ChunkText, i: number) => boolean)[] = [
  (text, i) => followsSubject(text, i) && isFinite(text.grammar.rareVerbForms(text.tokens[i]!)),
  completesClause,
  followsSubjectPronoun,
  precedesAgent,
  separatesGroups,
];

/** Whether a name that can only be the subject ends before a token. */
export function followsSubject(text: ChunkText, i: number): boolean {
  return followsName(text, i) || (text.endsName(i) && isOnlyVerb(text, i)) || isVerbOfName(text, i);
}

/** "La OIM ayuda", "New York fait": where the head is first, no noun follows a name without a preposition. */
function followsName(text: ChunkText, i: number): boolean {
  const { grammar, tokens } = text;
  const [article, noun] = [tokens[i - 2], tokens[i - 1]];
  const isProper =
    article !== undefined &&
    isCapitalized(noun!.written) &&
    (isCapitalized(article.written) || article.folded === "'" || grammar.is(article, 'definite'));
  return !grammar.has('headLast') && (text.endsName(i) || isProper);
}

/** "IOM dates from 1951": before a preposition, in a clause without another verb. */
function isOnlyVerb(text: ChunkText, i: number): boolean {
  const { tokens, grammar } = text;
  const roles = tokens[i + 1] && grammar.rolesOf(tokens[i + 1]!);
  return roles !== undefined && !roles.has('of') && !roles.has('on') && isAlone(text, i);
}

/** "The General Assembly grants observer status": after a name and before a noun, in a clause without another verb. */
function isVerbOfName(text: ChunkText, i: number): boolean {
  const { tokens, grammar } = text;
  const next = tokens[i + 1];
  // "ICEM now processes migrants"
  const before = text.is(i - 1, 'adverb') ? tokens[i - 2] : tokens[i - 1];
  return (
    grammar.has('baseIsPresent') &&
    before !== undefined &&
    isCapitalized(before.written) &&
    tokens[i]!.folded.endsWith('s') &&
    next?.kind === 'word' &&
    !isCapitalized(next.written) &&
    grammar.rolesOf(next) === undefined &&
    !grammar.isAnyOf(next, JOINTS) &&
    isAlone(text, i)
  );
}

const JOINTS: readonly WordClass[] = ['coordinator', 'relative'];

function isAlone({ tokens, grammar }: ChunkText, i: number): boolean {
  for (let k = i + 2; k < tokens.length && tokens[k]!.kind === 'word'; k++)
    if (grammar.modalOf(tokens[k]!) !== undefined || isFinite(grammar.verbForms(tokens[k]!))) return false;
  return true;
}

/** "The Compact, adopted in 2018, lists 24 objectives": the verb after an aside, before its object. */
function completesClause(text: ChunkText, i: number): boolean {
  return awaitsVerb(text) && (text.opensNoun(i + 1) || opensComplement(text, i + 1));
}

/** "La OIM, fundada en 1951, ayuda a": after an aside, where the clause around it has no finite verb yet. */
function awaitsVerb(text: ChunkText): boolean {
  const { nodes } = text;
  if (!text.follows('comma', 'close') || !nodes.some(({ kind }) => kind === 'noun')) return false;
  // "The Fund, set up in 2019, pools": a form that may be a participle is one after a comma. The verb of a relative
  // clause is not that of the clause around it.
  return nodes.every((node, i) => {
    if (node.kind !== 'verb' || node.form !== 'finite') return true;
    const before = nodes[i - 1]?.kind;
    return before === 'relative' || (before === 'comma' && node.passive === undefined);
  });
}

/** A preposition before a complement of a verb. Where the head is first, a noun in this position has an article. */
function opensComplement({ grammar, tokens }: ChunkText, i: number): boolean {
  const roles = tokens[i] && grammar.rolesOf(tokens[i]);
  return roles !== undefined && (roles.has('to') || (!grammar.has('headLast') && !roles.has('of')));
}

/** "qui traite de", "il porte sur", "elle en compte 175": only a verb can follow. */
function followsSubjectPronoun(text: ChunkText, i: number): boolean {
  const { grammar, tokens, last } = text;
  const follows = (kind: 'relative' | 'noun' | 'adverb', word: WordClass): boolean =>
    last?.kind === kind && text.is(last.first, word);
  return (
    (follows('relative', 'relativeSubject') ||
      (follows('noun', 'pronounSubject') && last?.next === i) ||
      follows('adverb', 'adverbialPronoun')) &&
    !isCapitalized(tokens[i]!.written) &&
    isFinite(grammar.rareVerbForms(tokens[i]!))
  );
}

/** "adopté en 2018 et fait sien par l'Assemblée": a participle before its agent, with at most a word between. */
function precedesAgent(text: ChunkText, i: number): boolean {
  const { tokens, grammar } = text;
  const [token, next, after] = tokens.slice(i, i + 3);
  return (
    text.follows('coordinator', 'comma') &&
    hasForm(grammar.rareVerbForms(token!), 'participle') &&
    (grammar.hasRole(next, 'by') || (grammar.hasRole(after, 'by') && !grammar.isClosed(next!)))
  );
}

/** A verb between its subject, which adverbs may follow, and another noun. */
function separatesGroups(text: ChunkText, i: number): boolean {
  const { nodes, last, grammar } = text;
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
function isPluralPresent({ form, first }: VerbGroup, { nodes, tokens, grammar }: ChunkText): boolean {
  if (form !== 'infinitive' || !grammar.has('baseIsPresent') || tokens[first]!.folded === grammar.file.infinitive)
    return false;
  const at = nodes.findLastIndex(({ kind }) => kind !== 'adverb');
  const [before, subject] = [nodes[at - 1]?.kind, nodes[at]];
  if (subject?.kind !== 'noun') return subject?.kind === 'relative';
  return (
    before !== 'verb' &&
    (before === 'coordinator' ||
      subject.pronoun === 'several' ||
      subject.pronoun === 'other' ||
      (subject.head >= 0 && grammar.isPlural(tokens[subject.head]!)))
  );
}

/** Whether a word in small letters can only be a finite verb; "presented" may be a participle. */
export function isOnlyFinite(token: Token, grammar: Grammar): boolean {
  const forms = /^\p{Ll}/u.test(token.written) ? grammar.verbForms(token) : [];
  return forms.length > 0 && forms.every(({ kind }) => kind === 'present' || kind === 'past');
}

import type { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import { hasForm, isFinite } from './inflection';
import type { VerbGroup } from './nodes';
import type { Token } from './tokens';
import { verbGroupAt } from './verbGroups';

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

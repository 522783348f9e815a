import type { ChunkText } from './chunkText';
import type { Node, VerbGroup } from './nodes';
import { isCapitalized } from './tokens';
import { awaitsVerb, isPluralPresent, isSubjectOf } from './verbCues';
import { isFinite } from './verbForms';
import { verbGroupAt } from './verbGroups';

/**
 * The verb group at a token, as far as the preceding nodes and the following tokens admit a verb there; `undefined`
 * where they do not.
 */
export function verbInContext(text: ChunkText, i: number, nodes: readonly Node[]): VerbGroup | undefined {
  const group = admittedVerb(text, i, nodes);
  return group && isPluralPresent(group, nodes, text.tokens, text.grammar)
    ? { ...group, form: 'finite', tense: 'present' }
    : group;
}

function admittedVerb(text: ChunkText, i: number, nodes: readonly Node[]): VerbGroup | undefined {
  const { tokens, grammar, isName } = text;
  const last = nodes[nodes.length - 1];
  const token = tokens[i]!;
  // "Under Objective 9, States promise": a capital within a sentence marks a noun.
  if (
    last?.kind === 'comma' &&
    isCapitalized(token.written) &&
    tokens[i + 1] !== undefined &&
    tokens[i + 1]!.kind === 'word' &&
    !isCapitalized(tokens[i + 1]!.written)
  )
    return undefined;
  if (last === undefined && grammar.lang === 'en' && isSubjectOf(tokens, i, grammar)) return undefined;
  // "whose term ran until": a noun follows, as after a determiner. French "dont" is none.
  if (
    last?.kind === 'relative' &&
    last.next === i &&
    grammar.lang !== 'fr' &&
    grammar.is(tokens[last.first], 'relativeOwner')
  )
    return undefined;
  // "du", "des" are never verbs.
  if (grammar.isContracted(token)) return undefined;
  // After a preposition, a bare word is a noun, unless it is an infinitive or a gerund.
  if (
    last?.kind === 'preposition' &&
    grammar.lang === 'en' &&
    !grammar.verbForms(token).some(({ kind }) => kind === 'gerund')
  )
    return undefined;
  if (
    last?.kind === 'preposition' &&
    grammar.lang !== 'en' &&
    !grammar.verbForms(token).some(({ kind, lemma }) => kind === 'base' || kind === 'participle' || grammar.isBe(lemma))
  )
    return undefined;
  // "Le Réseau nous aide": an object after its subject; elsewhere the subject itself.
  const group =
    grammar.is(token, 'pronounObject') && !grammar.omitsSubjects && last?.kind !== 'noun' && last?.kind !== 'relative'
      ? undefined
      : verbGroupAt(tokens, i, grammar, isName);
  // "a pris la relève": directly after a finite verb, the word is an article.
  const isArticle =
    group?.form === 'finite' &&
    group.clitic?.first === i &&
    grammar.is(token, 'definite') &&
    last?.kind === 'verb' &&
    last.form === 'finite' &&
    last.next === i;
  if (isArticle) return undefined;
  if (group) return group;
  // "entre en vigueur": before another preposition, a word that is both a preposition and a verb is the verb.
  if (grammar.isClosed(token))
    return last?.kind !== 'preposition' &&
      last !== undefined &&
      tokens[i + 1] &&
      grammar.rolesOf(token) &&
      grammar.rolesOf(tokens[i + 1]!)?.has('in') &&
      grammar.rareVerbForms(token).some(({ kind }) => kind === 'present')
      ? verbGroupAt(tokens, i, grammar, isName, true)
      : undefined;
  if (
    (text.followsSubject(i) ||
      (last?.kind === 'subordinator' && tokens.at(-1)?.folded === '?' && text.opensNoun(i + 1))) &&
    isFinite(grammar.rareVerbForms(token))
  )
    return verbGroupAt(tokens, i, grammar, isName, true);
  // "The Compact lists 24 objectives": a verb after a noun and before a number, an article or a name.
  if (awaitsVerb(nodes, grammar) && (text.opensNoun(i + 1) || text.opensComplement(i + 1) || text.opensBareNoun(i + 1)))
    return verbGroupAt(tokens, i, grammar, isName, true);
  // "qui traite de", "il porte sur", "elle en compte 175": only a verb can follow.
  if (
    last &&
    ((last.kind === 'relative' && grammar.is(tokens[last.first], 'relativeSubject')) ||
      (last.kind === 'noun' && last.next === i && grammar.is(tokens[last.first], 'pronounSubject')) ||
      (last.kind === 'adverb' && grammar.is(tokens[last.first], 'adverbialPronoun'))) &&
    !isCapitalized(token.written) &&
    isFinite(grammar.rareVerbForms(token))
  )
    return verbGroupAt(tokens, i, grammar, isName, true);
  // "adopté en 2018 et fait sien par l'Assemblée": a word that is also a noun is a participle before its agent.
  const hasAgentAt = (at: number): boolean =>
    tokens[at] !== undefined && grammar.rolesOf(tokens[at])?.has('by') === true;
  if (
    (last?.kind === 'coordinator' || last?.kind === 'comma') &&
    grammar.rareVerbForms(token).some(({ kind }) => kind === 'participle') &&
    (hasAgentAt(i + 1) || (hasAgentAt(i + 2) && !grammar.isClosed(tokens[i + 1]!)))
  )
    return verbGroupAt(tokens, i, grammar, isName, true);
  // "IOM now counts 175": adverbs may separate a subject from its verb.
  const subject = last?.kind === 'adverb' ? nodes.findLast(({ kind }) => kind !== 'adverb') : last;
  if (
    ((subject?.kind === 'noun' && (subject.head >= 0 || subject.pronoun !== undefined)) ||
      last?.kind === 'coordinator' ||
      last?.kind === 'relative' ||
      (grammar.omitsSubjects && (last === undefined || last.kind === 'stop'))) &&
    text.opensNoun(i + 1)
  )
    return verbGroupAt(tokens, i, grammar, isName, true);
  return undefined;
}

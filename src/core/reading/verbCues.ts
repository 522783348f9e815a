import type { Grammar } from './grammar';
import type { Node, VerbGroup } from './nodes';
import { isCapitalized, type Token } from './tokens';

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

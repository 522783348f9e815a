import { Clause } from './clause';
import type { Grammar } from './grammar';
import type { NounGroup, VerbGroup } from './nodes';
import type { Token } from './tokens';

/** The context that precedes a participle in its sentence. */
export interface Before {
  readonly current: Clause;
  readonly lastNoun: NounGroup | undefined;
  readonly afterComma: boolean;
  readonly afterCoordinator: boolean;
}

/**
 * The noun that a participle modifies: the preceding noun; if that noun is an adverbial, the subject; else the noun
 * that follows.
 */
export function modifiedBy(
  verb: VerbGroup,
  { current, lastNoun, afterComma }: Before,
  tokens: readonly Token[],
  grammar: Grammar,
): NounGroup | undefined {
  // In brackets, the noun before them.
  if (lastNoun === undefined)
    return current.kind === 'apposition' && current.verb === undefined ? current.subjects[0] : undefined;
  const subject = current.subjects[0] ?? lastNoun;
  if (!afterComma) return lastNoun.end >= verb.first - 2 ? lastNoun : subject;
  const owner = lastNoun.owners.at(-1);
  const fits = agrees(verb, lastNoun, tokens, grammar);
  if (owner && owner.end === lastNoun.end && !fits && agrees(verb, owner, tokens, grammar)) return owner;
  const complement = current.complements.find(({ group }) => group === lastNoun);
  if (!complement) return lastNoun;
  return fits && isNamedOrNew(lastNoun, grammar) ? lastNoun : subject;
}

/** Whether a group names a body, or introduces a thing; other groups may be mere circumstances of a clause. */
function isNamedOrNew({ named, isProper, words, determiner }: NounGroup, grammar: Grammar): boolean {
  return (
    named.length > 0 ||
    determiner === 'indefinite' ||
    (isProper && words.some((word) => grammar.nounClassesOf(word) !== undefined))
  );
}

/**
 * In French and Spanish, a participle agrees with its noun in number and gender: "las enmiendas a la Constitución,
 * adoptadas en 1987".
 */
function agrees({ main }: VerbGroup, { head, first }: NounGroup, tokens: readonly Token[], grammar: Grammar): boolean {
  const own = grammar.genderOfParticiple(tokens[main]!);
  const shown = grammar.genderShown(tokens[first], 'article');
  if (own !== undefined && shown !== undefined && own !== shown) return false;
  return (
    own === undefined ||
    head < 0 ||
    !grammar.isPlural(tokens[main]!) ||
    grammar.isPlural(tokens[head]!) ||
    /[sx]$/.test(tokens[head]!.folded)
  );
}

/** "est approuvé par l'Assemblée, puis signé": the clause of a second participle that shares the passive auxiliary. */
export function sharedPassive(
  verb: VerbGroup,
  { verb: first, kind, parent, modality, subjects }: Clause,
): Clause | undefined {
  if (verb.form !== 'participle' || first?.passive !== true || first.form !== 'finite') return undefined;
  const clause = new Clause(kind === 'apposition' ? 'main' : kind, verb.first, parent, modality);
  clause.verb = { ...verb, passive: true, form: 'finite', tense: first.tense };
  clause.subjects = [...subjects];
  return clause;
}

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
  // "IOM (founded in 1951)": the noun before the bracket.
  if (lastNoun === undefined)
    return current.kind === 'apposition' && current.verb === undefined ? current.subjects[0] : undefined;
  if (!afterComma) return lastNoun.end >= verb.first - 2 ? lastNoun : (current.subjects[0] ?? lastNoun);
  // "mistaken for the European Migration Network, set up in 2008": the preceding name.
  const isBody = lastNoun.isProper && lastNoun.words.some((word) => grammar.nounClassesOf(word) !== undefined);
  // "will be devoted to the carrying out of the Compact, signed in": the name at the end of the group.
  const last = lastNoun.owners[lastNoun.owners.length - 1];
  // "La déclaration du Forum, tenu en": the owner, if the participle agrees with it alone.
  if (
    last &&
    last.end === lastNoun.end &&
    !agrees(verb, lastNoun, tokens, grammar) &&
    agrees(verb, last, tokens, grammar)
  )
    return last;
  // "moved to a new building, opened in 1999": a thing that is introduced here.
  const isNew = lastNoun.determiner === 'indefinite';
  const mayBeCircumstance =
    (lastNoun.named.length === 0 && !isBody && !isNew) || !agrees(verb, lastNoun, tokens, grammar);
  // "continued the Geneva Group on Migration, set up in 2003": the object to which the last noun belongs.
  const host = current.complements.find(({ group }) => group === lastNoun)?.after;
  if (host && current.objects.includes(host)) return host;
  return mayBeCircumstance && current.complements.some(({ group }) => group === lastNoun)
    ? (current.subjects[0] ?? lastNoun)
    : lastNoun;
}

/**
 * In French and Spanish, a participle agrees with its noun in number and gender: "las enmiendas a la Constitución,
 * adoptadas en 1987".
 */
function agrees({ main }: VerbGroup, { head, first }: NounGroup, tokens: readonly Token[], grammar: Grammar): boolean {
  const own = grammar.genderOfParticiple(tokens[main]!);
  const shown = grammar.genderOfArticle(tokens[first]);
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

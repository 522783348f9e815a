import type { Grammar } from './grammar';
import { NO_FORMS, type VerbForm } from './inflection';
import type { Range, Tense, VerbGroup } from './nodes';
import { compoundAt, type Token } from './tokens';

/**
 * The verb group that begins at a token: negation, clitics, auxiliaries, intervening adverbs, and the main verb.
 * `isRare` admits words that are mostly nouns, where the context requires a verb. `isName` says where a name begins; no
 * verb group extends into a name.
 */
export function verbGroupAt(
  tokens: readonly Token[],
  start: number,
  grammar: Grammar,
  isName: (index: number) => boolean,
  isRare = false,
): VerbGroup | undefined {
  let negated = false;
  let reflexive = false;
  let clitic: Range | undefined;
  let modality: VerbGroup['modality'] = 'asserted';
  let hasModal = false;
  let isInfinitive = false;
  const chain: (readonly VerbForm[])[] = [];
  let main = -1;
  let next = start;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (isName(i)) break;
    if (token.kind === 'punctuation') {
      // "isn't", "n'a", "s'est"
      if (token.folded === "'" && i > start) {
        continue;
      }
      break;
    }
    const modal = grammar.modalOf(token);
    if (modal !== undefined && (chain.length === 0 || hasModal)) {
      hasModal = true;
      if (!mayFollow(i + 1)) {
        hasModal = false;
        break;
      }
      if (modal !== 'asserted') modality = modal as VerbGroup['modality'];
      next = i + 1;
      continue;
    }
    if (grammar.is(token, 'negation')) {
      if (chain.length === 0 && !hasModal && !mayFollow(i + 1, grammar.lang !== 'en' && i === start)) break;
      if (chain.length > 0 && grammar.rolesOf(token)?.has('without')) break;
      negated = true;
      next = i + 1;
      continue;
    }
    if (grammar.isReflexive(token) && chain.length === 0 && mayFollow(i + 1, true)) {
      reflexive = true;
      next = i + 1;
      continue;
    }
    if (chain.length === 0 && isClitic(i)) {
      clitic = { first: i, next: i + 1 };
      next = i + 1;
      continue;
    }
    if (token.folded === grammar.infinitive && i === start && baseForms(i + 1).length > 0) {
      isInfinitive = true;
      next = i + 1;
      continue;
    }
    const compound = compoundAt(tokens, i);
    const isCompound = compound !== undefined && grammar.rareVerbForms(compound).length > 0;
    const forms = isCompound ? grammar.rareVerbForms(compound) : formsAt(i);
    if (forms.length > 0 && (chain.length === 0 || continues(chain[chain.length - 1]!, forms))) {
      chain.push(forms);
      main = i;
      if (isCompound) i += 2;
      next = i + 1;
      continue;
    }
    if (
      i > start &&
      (grammar.is(token, 'adverb') || grammar.isAdverb(token)) &&
      (chain.length > 0 ? isAuxiliary(chain[chain.length - 1]!) : true) &&
      mayFollow(i + 1)
    )
      continue;
    break;
  }
  if (main < 0) return undefined;
  return groupOf(chain, main, next);

  function formsAt(i: number): readonly VerbForm[] {
    if (isNoun(i)) return NO_FORMS;
    return (isRare || reflexive || negated || clitic !== undefined) && chain.length === 0
      ? grammar.rareVerbForms(tokens[i]!)
      : chain.length > 0 || hasModal || isInfinitive
        ? grammar.rareVerbForms(tokens[i]!).length > 0
          ? grammar.rareVerbForms(tokens[i]!)
          : grammar.verbForms(tokens[i]!)
        : grammar.verbForms(tokens[i]!);
  }

  /** "L'Acte constitutif": in French and Spanish, a capitalized word within a sentence is not a verb. */
  function isNoun(i: number): boolean {
    const before = tokens[i - 1];
    return (
      grammar.lang !== 'en' &&
      before !== undefined &&
      (before.kind === 'word' || before.folded === "'") &&
      /^\p{Lu}\p{Ll}/u.test(tokens[i]!.written)
    );
  }

  function baseForms(i: number): readonly VerbForm[] {
    return tokens[i] ? grammar.rareVerbForms(tokens[i]).filter(({ kind }) => kind === 'base') : [];
  }

  /**
   * Whether a verb follows within a few adverbs, negations and clitics; with `isSure`, even if a noun has the same
   * spelling.
   */
  function mayFollow(from: number, isSure = false): boolean {
    for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
      const token = tokens[i]!;
      if (isName(i)) return false;
      if (token.folded === "'") {
        if (i === from) from++;
        continue;
      }
      if (token.kind !== 'word') return false;
      if (
        grammar.verbForms(token).length > 0 ||
        grammar.modalOf(token) !== undefined ||
        ((hasModal ? i === from : isSure && !grammar.isClosed(token)) &&
          grammar.rareVerbForms(token).some(({ kind }) => hasModal || (kind !== 'participle' && kind !== 'gerund')))
      )
        return true;
      if (
        !grammar.is(token, 'adverb') &&
        !grammar.isAdverb(token) &&
        !grammar.is(token, 'negation') &&
        !grammar.isReflexive(token) &&
        !isPronounWord(token)
      )
        return false;
    }
    return false;
  }

  function isPronounWord(token: Token): boolean {
    return (
      grammar.lang !== 'en' &&
      (grammar.is(token, 'definite') ||
        grammar.is(token, 'pronounThing') ||
        grammar.is(token, 'pronounSeveral') ||
        grammar.is(token, 'pronounPerson'))
    );
  }

  /** "l'a ratifié", "lo firmaron": an object pronoun before a finite verb, which English lacks. */
  function isClitic(i: number): boolean {
    if (grammar.lang === 'en') return false;
    if (!isPronounWord(tokens[i]!) || grammar.is(tokens[i], 'pronounSubject')) return false;
    const at = tokens[i + 1]?.folded === "'" ? i + 2 : i + 1;
    if (!tokens[at] || isName(at)) return false;
    return (
      grammar.verbForms(tokens[at]).some(({ kind }) => kind !== 'participle' && kind !== 'base' && kind !== 'gerund') ||
      (grammar.isReflexive(tokens[at]) && mayFollow(at + 1))
    );
  }

  function isAuxiliary(forms: readonly VerbForm[]): boolean {
    return forms.some(({ lemma }) => grammar.isBe(lemma) || grammar.isHave(lemma) || grammar.isDo(lemma));
  }

  /** Whether a form may follow the one before it within a group. */
  function continues(before: readonly VerbForm[], forms: readonly VerbForm[]): boolean {
    const has = (kind: VerbForm['kind']): boolean => forms.some((form) => form.kind === kind);
    if (before.some(({ lemma }) => grammar.isDo(lemma))) return has('base');
    if (before.some(({ lemma }) => grammar.isBe(lemma) || grammar.isHave(lemma))) {
      if (has('participle')) return true;
      return has('gerund') && before.some(({ lemma }) => grammar.isBe(lemma));
    }
    return false;
  }

  function groupOf(verbs: readonly (readonly VerbForm[])[], at: number, end: number): VerbGroup {
    const last = verbs[verbs.length - 1]!;
    const first = verbs[0]!;
    const isAlone = verbs.length === 1;
    const finite = last.filter(
      ({ kind }) => kind !== 'participle' && kind !== 'gerund' && (kind !== 'base' || hasModal),
    );
    const wanted = isAlone
      ? last
      : last.filter(({ kind }) => kind === 'participle' || kind === 'gerund' || kind === 'base');
    const used = wanted.length > 0 ? wanted : last;
    const lemmas = [...new Set(used.map(({ lemma }) => lemma))];
    const isParticiple = used.some(({ kind }) => kind === 'participle');
    const isAfterBe = verbs.slice(0, -1).some((forms) => forms.some(({ lemma }) => grammar.isBe(lemma)));
    const isIntransitive = lemmas.every((lemma) => grammar.isVerb(lemma, 'intransitive'));
    // French forms the past of verbs of movement and of reflexives with "être".
    const passive = isAlone
      ? isParticiple && finite.length > 0
        ? undefined
        : isParticiple
      : isAfterBe && isParticiple && !(grammar.lang === 'fr' && (isIntransitive || reflexive));
    const form: VerbGroup['form'] =
      !isAlone || hasModal
        ? isInfinitive
          ? 'infinitive'
          : first.every(({ kind }) => kind === 'gerund')
            ? 'gerund'
            : first.every(({ kind }) => kind === 'participle')
              ? 'participle'
              : first.every(({ kind }) => kind === 'base') && !hasModal
                ? 'infinitive'
                : 'finite'
        : isInfinitive
          ? 'infinitive'
          : finite.length > 0
            ? 'finite'
            : isParticiple
              ? 'participle'
              : used.every(({ kind }) => kind === 'gerund')
                ? 'gerund'
                : 'infinitive';
    const isFuture =
      [...first].some(({ kind }) => kind === 'future') &&
      !first.some(({ kind }) => kind === 'present' || kind === 'past');
    const isConditional =
      first.some(({ kind }) => kind === 'conditional') &&
      !first.some(({ kind }) => kind === 'present' || kind === 'past');
    return {
      kind: 'verb',
      first: start,
      next: end,
      lemmas,
      main: at,
      form,
      passive,
      reflexive,
      negated,
      clitic,
      modality: isConditional ? 'supposed' : isFuture && modality === 'asserted' ? 'planned' : modality,
      tense: tenseOf(verbs, isFuture),
    };
  }

  function tenseOf(verbs: readonly (readonly VerbForm[])[], isFuture: boolean): Tense {
    if (isFuture) return 'future';
    const kinds = new Set(verbs[0]!.map(({ kind }) => kind));
    const isHave = verbs.length > 1 && verbs[0]!.some(({ lemma }) => grammar.isHave(lemma));
    // "has been" extends to the present; "a été", "ha sido" denote the past.
    if (isHave && kinds.has('present')) return grammar.lang === 'en' ? 'present' : 'past';
    if (
      verbs.length > 1 &&
      grammar.lang === 'fr' &&
      kinds.has('present') &&
      verbs.length === 2 &&
      (reflexive || verbs[1]!.some(({ lemma }) => grammar.isVerb(lemma, 'intransitive')))
    )
      return 'past';
    // French "réunit" and "établit" are both present and past.
    if (kinds.has('past')) return kinds.has('present') ? 'present' : 'past';
    return kinds.has('present') ? 'present' : 'none';
  }
}

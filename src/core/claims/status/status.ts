import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim } from '../claim';
import { lemmasIn } from '../relation';
import type { Records } from '../records';
import { modalityAt, timesOf } from '../time';
import type { Utterance } from '../utterance';
import { isAsserted, isNegatedBefore, isOfToday, isReported } from './asserted';
import { isWholeAfter, replacementsOf } from './statusFixes';
import { linkOf, type Link } from './statusSubjects';
import { endOfVerb } from '../field';
import { formAt, statusWordsOf, type FoundForm, type StatusRelation } from './statusWords';

/** "IOM, a specialized agency", "governments that ratified the Compact": a status that contradicts the record. */
export function statusClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const modality = modalityAt(utterance, undefined, undefined);
  if (modality === 'asked' || modality === 'refuted' || modality === 'reported')
    return utterance.setAside('not-said') ?? [];
  return statusWordsOf(utterance.lang).relations.flatMap((relation) => {
    if (!relation.file.subjects.some((concept) => utterance.discourse.isNamed(concept))) return [];
    const found = formsIn(utterance, relation);
    const claims = found.flatMap((each) => {
      if (isReported(utterance, each.first)) return utterance.setAside('not-said') ?? [];
      const link = linkOf(utterance, each, relation) ?? utterance.setAside('other-owner');
      return (link && claimOf(utterance, each, link, relation, records)) ?? [];
    });
    if (claims.length === 0 || !isCorrected(utterance, found, relation)) return claims;
    return utterance.setAside('right-beside') ?? [];
  });
}

/** The forms in a sentence: nouns and adjectives, the longest of those that overlap, and verbs. */
export function formsIn(utterance: Utterance, relation: StatusRelation): readonly FoundForm[] {
  const { tokens } = utterance.reading.sentence;
  const found: FoundForm[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const forms = relation.forms.get(tokens[i]!.folded);
    const next = forms && formAt(tokens, i, forms);
    if (!next) continue;
    i = next.next - 1;
    // The claim about the noun suffices: "un tratado obligatorio".
    if (next.form.kind !== 'binding' || found.at(-1)?.next !== next.first) found.push(next);
  }
  return [...found, ...verbsIn(utterance, relation)];
}

function verbsIn(utterance: Utterance, { verbs }: StatusRelation): readonly FoundForm[] {
  if (![...lemmasIn(utterance)].some((lemma) => verbs.has(lemma))) return [];
  const { statements } = utterance.reading;
  return statements.flatMap((statement) => {
    const { lemmas: own = [], main = 0, first = 0, next = 0 } = statement.verb ?? {};
    return own
      .flatMap((lemma) => verbs.get(lemma) ?? [])
      .filter((form) => !form.passive || statement.verb?.passive)
      .flatMap((form) => {
        const end = endOfVerb(form.words, main, utterance.reading);
        if (end === undefined) return [];
        const range = form.kind === 'denied' ? { first, next } : { first: main, next: end };
        return [{ ...range, form, statement }];
      });
  });
}

function claimOf(
  utterance: Utterance,
  found: FoundForm,
  link: Link,
  { file, isPlace }: StatusRelation,
  records: Records,
): Claim | undefined {
  const { form } = found;
  const { statement, group, subject } = link;
  const fact = records.fact(file.fact);
  if (!fact) return undefined;
  if (form.kind !== 'denied' && !isAsserted(utterance, found, link)) return utterance.setAside('not-said');
  const since = isPlace ? yearOf(fact.from) : undefined;
  if (since !== undefined && !isOfToday(utterance, found, link, since)) return utterance.setAside('open-time');
  const times = timesOf(utterance, statement, group);
  const isTrueThen =
    (since === undefined || times.length > 0) &&
    times.every(({ from, to }) => file.adopted === undefined || (from === file.adopted && to === file.adopted));
  return claimAt(utterance, found, subject, {
    rule: 'wrong-status',
    facts: [fact.id],
    message: { template: file.messages[form.message]!, values: {} },
    severity: form.weak ? 'information' : 'warning',
    // Where nobody asserts it, a replacement is offered and not applied: "He proposes that the town sign it".
    safe:
      form.kind !== 'done' &&
      (statement?.modality ?? 'asserted') === 'asserted' &&
      isTrueThen &&
      isWholeAfter(utterance, found),
    instead: replacementsOf(utterance, found),
    ...(form.genders ? { genders: form.genders } : {}),
  });
}

/** Whether the sentence also gives the right status, or denies the wrong one elsewhere. */
function isCorrected(utterance: Utterance, found: readonly FoundForm[], { rights, isPlace }: StatusRelation): boolean {
  const { notYet } = statusWordsOf(utterance.lang).words;
  const folded = utterance.reading.sentence.tokens.map((token) => token.folded);
  const isDenied = ({ first }: FoundForm): boolean =>
    isNegatedBefore(utterance, Math.max(0, first - NEAR), first) &&
    !notYet.isIn(folded.slice(Math.max(0, first - NEAR), first + 2));
  return rights.isIn(folded) || (!isPlace && found.some(isDenied));
}

/** In words, from a negation to its scope. */
const NEAR = 4;

import type { Modality } from '../../reading/statement';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import type { Link } from './statusSubjects';
import type { FoundForm, StatusWords } from './statusWords';

/** Whether the author asserts a form. A plan to sign implies that signing is possible; a denial does not. */
export function isAsserted(
  utterance: Utterance,
  found: FoundForm,
  link: Link,
  { takenFor, often, inverted, notYet }: StatusWords['words'],
): boolean {
  const { first, next, form } = found;
  const { statement, group } = link;
  const folded = utterance.reading.sentence.tokens.map((token) => token.folded);
  const from = statement?.first ?? 0;
  if (
    takenFor.isIn(folded.slice(Math.max(0, first - PHRASE), first + 1)) ||
    often.isIn(folded.slice(from, first)) ||
    inverted.lengthAt(folded, 0) > 0 ||
    isPortrayed(utterance, found) ||
    isClaimed(utterance, found)
  )
    return false;
  switch (modalityOf(utterance, link)) {
    case 'asserted':
      return form.kind === 'nominal' || !isNegatedBefore(utterance, from, first);
    case 'planned':
      return form.kind === 'nominal' || (form.kind === 'done' && !isNegatedBefore(utterance, 0, first));
    case 'denied':
      // "has not yet ratified": presupposes that it is possible.
      return form.kind === 'done'
        ? notYet.isIn(folded.slice(Math.max(0, first - PHRASE), next + 1))
        : form.kind === 'nominal' && group?.determiner === 'definite' && !group.isDenied;
    case 'supposed':
      return form.kind === 'nominal' && (group?.determiner === 'definite' || form.isWho);
    default:
      return false;
  }
}

/** In words: the longest phrase that makes a form somebody else's, with the words after it. */
const PHRASE = 6;

/** Whether a negation occurs between two tokens. */
export function isNegatedBefore({ reading, grammar }: Utterance, from: number, to: number): boolean {
  return reading.sentence.tokens
    .slice(from, to)
    .some((token) => grammar.is(token, 'negation') || grammar.is(token, 'negative'));
}

/** "describes it as a treaty", "presented as binding": a reported view of others. */
function isPortrayed({ reading: { statements }, grammar }: Utterance, { first }: FoundForm): boolean {
  return statements.some(
    ({ verb, complements }) =>
      verb !== undefined &&
      verb.first < first &&
      grammar.isVerbOf(verb, 'reporting') &&
      complements.some(({ roles, next, first: at }) => roles.has('as') && at <= first && first - next <= REACH),
  );
}

/** "Critics claim that it is a treaty", "the belief that": nouns that report in the same way as their verbs. */
function isClaimed({ reading: { sentence, nodes }, grammar }: Utterance, { first }: FoundForm): boolean {
  return nodes.some(
    (node, i) =>
      node.first > 0 &&
      node.first < first &&
      grammar.is(sentence.tokens[node.first], 'that') &&
      nodes[i + 1]?.kind === 'noun' &&
      grammar
        .rareVerbForms(sentence.tokens[node.first - 1]!)
        .some(({ lemma }) => grammar.isVerb(lemma, 'reporting') && !grammar.isVerb(lemma, 'factive')),
  );
}

/** In words, from the noun after "as" to the verb of its relative clause: "as a State that ratified". */
const REACH = 4;

/** A relative clause asserts its content whatever the modality of the clause around it. */
function modalityOf(utterance: Utterance, { statement, group }: Link): Modality {
  if (group?.isDenied || group?.determiner === 'negative') return 'denied';
  if (statement === undefined) return modalityAt(utterance, group, statement);
  const { modality, kind, verb, subjects } = statement;
  const isOwn =
    kind === 'relative' &&
    verb?.modality === 'asserted' &&
    !verb.negated &&
    subjects.every(({ determiner }) => determiner !== 'negative');
  return isOwn && (modality === 'denied' || modality === 'planned' || modality === 'supposed') ? 'asserted' : modality;
}

import type { Range } from '../../reading/nodes';
import type { Modality, Statement } from '../../reading/statement';
import type { Utterance } from '../utterance';
import type { Link } from './statusLinks';
import type { Form, StatusWords } from './statusWords';
import { modalityAt } from '../time';

/** An occurrence of a form. */
export interface Found extends Range {
  readonly form: Form;
  readonly statement?: Statement;
}

/** Whether the author asserts it. A plan and a refusal to sign imply that signing is possible; a denial does not. */
export function isAsserted(
  utterance: Utterance,
  found: Found,
  { statement, group }: Link,
  words: StatusWords['words'],
): boolean {
  const { form } = found;
  const modality: Modality =
    group?.isDenied || group?.determiner === 'negative' ? 'denied' : modalityOf(utterance, statement, group);
  const { tokens } = utterance.reading.sentence;
  const folded = tokens.map((token) => token.folded);
  const clause = folded.slice(statement?.first ?? 0, found.first);
  if (
    words.takenFor.isIn(folded.slice(Math.max(0, found.first - 6), found.first + 1)) ||
    words.often.isIn(clause) ||
    words.inverted.lengthAt(folded, 0) > 0
  )
    return false;
  if (isPortrayed(utterance, found) || isClaimed(utterance, found)) return false;
  const isNegated = tokens
    .slice(statement?.first ?? 0, found.first)
    .some((token) => utterance.grammar.is(token, 'negation') || utterance.grammar.is(token, 'negative'));
  switch (modality) {
    case 'asserted':
      return !isNegated || form.kind === 'nominal';
    case 'planned':
      return form.kind === 'done'
        ? !tokens
            .slice(0, found.first)
            .some((token) => utterance.grammar.is(token, 'negation') || utterance.grammar.is(token, 'negative'))
        : form.kind === 'nominal';
    case 'denied':
      return (
        (isNotYet(folded, found, words) && form.kind === 'done') ||
        (form.kind === 'nominal' &&
          group?.determiner !== 'negative' &&
          group?.determiner !== 'indefinite' &&
          !group?.isDenied &&
          group?.determiner !== 'none')
      );
    case 'supposed':
      return (
        form.kind === 'nominal' &&
        (group?.determiner === 'definite' || (form.isWho && group?.determiner !== 'indefinite'))
      );
    default:
      return false;
  }
}

/** "describes it as a treaty", "presented as binding": a reported view of others. */
function isPortrayed({ reading: { statements }, grammar }: Utterance, { first }: Range): boolean {
  return statements.some(
    ({ verb, complements }) =>
      verb &&
      verb.first < first &&
      verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'reporting')) &&
      complements.some(
        (each) => each.roles.has('as') && each.first <= first && each.first >= verb.first && first - each.next <= REACH,
      ),
  );
}

/** "Critics claim that it is a treaty", "the belief that": nouns that report in the same way as their verbs. */
function isClaimed(
  {
    reading: {
      sentence: { tokens },
      nodes,
    },
    grammar,
  }: Utterance,
  { first }: Range,
): boolean {
  return nodes.some(
    (node, i) =>
      node.first > 0 &&
      node.first < first &&
      (node.kind === 'that' || node.kind === 'relative') &&
      grammar.is(tokens[node.first], 'that') &&
      nodes[i + 1]?.kind === 'noun' &&
      grammar
        .rareVerbForms(tokens[node.first - 1]!)
        .some(({ lemma }) => grammar.isVerb(lemma, 'reporting') && !grammar.isVerb(lemma, 'factive')),
  );
}

/** In words, from the noun after "as" to the verb of its relative clause: "as a State that ratified". */
const REACH = 4;

/**
 * The modality of the form. A relative clause, an apposition or an "as a …" asserts its content whatever the modality
 * of the clause around it.
 */
function modalityOf(utterance: Utterance, statement: Statement | undefined, group: Link['group']): Modality {
  if (statement === undefined) return modalityAt(utterance, group, statement);
  const { modality, kind, verb } = statement;
  if (modality !== 'denied' && modality !== 'planned' && modality !== 'supposed') return modality;
  return kind === 'relative' &&
    verb &&
    !verb.negated &&
    verb.modality === 'asserted' &&
    statement.subjects.every(({ determiner }) => determiner !== 'negative')
    ? 'asserted'
    : modality;
}

/** "has not yet ratified": presupposes that it is possible. */
function isNotYet(folded: readonly string[], { first, next }: Range, { notYet }: StatusWords['words']): boolean {
  return notYet.isIn(folded.slice(Math.max(0, first - 5), next + 1));
}

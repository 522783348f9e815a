import type { Claim } from '../claim';
import type { Entry } from '../labels/entries';
import { matchOf } from '../labels/labelMatch';
import type { Records } from '../records';
import { formsAt, statusWordsOf } from './statusWords';

/** "| Legal status | UN specialized agency |": a status that a label gives to the subject of its table. */
export function labelledStatus(entry: Entry, records: Records): readonly Claim[] {
  const { utterance, from, asks } = entry;
  const {
    sentence: { tokens },
    modality,
  } = utterance.reading;
  if (asks || modality !== 'asserted' || tokens.length - from > LONGEST) return [];
  // "not a treaty", "related organization, not an agency"
  if (
    tokens
      .slice(from)
      .some((token) => utterance.grammar.is(token, 'negation') || utterance.grammar.is(token, 'negative'))
  )
    return [];
  return statusWordsOf(utterance.lang).relations.flatMap((relation): Claim[] => {
    const fact = records.fact(relation.file.fact);
    const start = tokens.findIndex(
      (token, i) =>
        i >= from &&
        token.kind === 'word' &&
        !utterance.grammar.is(token, 'definite') &&
        !utterance.grammar.is(token, 'indefinite'),
    );
    const found =
      start < 0
        ? undefined
        : [start, start + 1, start + 2]
            .flatMap((i) => (tokens[i] ? formsAt(tokens, i, relation) : []))
            .find(({ form }) => (form.kind === 'is' || form.kind === 'binding') && !form.isWeak);
    if (!fact || !found || relation.rights.isIn(tokens.slice(from).map(({ folded }) => folded))) return [];
    const match = matchOf(entry, relation);
    if (match?.how !== 'label') return [];
    return [
      {
        ...utterance.span(found),
        rule: 'wrong-status',
        lang: utterance.lang,
        concept: match.subject.concept,
        facts: [fact.id],
        message: { template: relation.file.messages[found.form.message ?? found.form.kind]!, values: {} },
        certainty: 'likely',
        severity: 'warning',
        instead: found.form.instead,
        safe: false,
        evidence: [],
      },
    ];
  });
}

/** In tokens: a longer value consists of sentences. */
const LONGEST = 16;

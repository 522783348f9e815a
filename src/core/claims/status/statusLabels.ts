import { claimAt, type Claim } from '../claim';
import type { Entry } from '../labels/entries';
import { matchOf } from '../labels/labelMatch';
import type { Records } from '../records';
import { isNegatedBefore } from './asserted';
import { formAt, statusWordsOf } from './statusWords';

/** "| Legal status | UN specialized agency |": a status that a label gives to the subject of its table. */
export function labelledStatus(entry: Entry, records: Records): readonly Claim[] {
  const { utterance, from } = entry;
  const { reading, grammar, lang } = utterance;
  const { tokens } = reading.sentence;
  if (reading.modality !== 'asserted' || tokens.length - from > LONGEST) return [];
  // "not a treaty", "related organization, not an agency"
  if (isNegatedBefore(utterance, from, tokens.length)) return [];
  const start = tokens.findIndex(
    (token, i) =>
      i >= from && token.kind === 'word' && !grammar.is(token, 'definite') && !grammar.is(token, 'indefinite'),
  );
  return statusWordsOf(lang).relations.flatMap((relation): readonly Claim[] => {
    const fact = records.fact(relation.file.fact);
    const found = [start, start + 1, start + 2]
      .flatMap((i) => (tokens[i] ? (formAt(tokens, i, relation) ?? []) : []))
      .find(({ form }) => (form.kind === 'is' || form.kind === 'binding') && !form.isWeak);
    const match = fact && found ? matchOf(entry, relation) : undefined;
    if (!fact || !found || match?.how !== 'label') return [];
    if (relation.rights.isIn(tokens.slice(from).map(({ folded }) => folded))) return [];
    return [
      claimAt(utterance, found, match.subject, {
        rule: 'wrong-status',
        facts: [fact.id],
        message: { template: relation.file.messages[found.form.message]!, values: {} },
        certainty: 'likely',
        instead: found.form.instead,
      }),
    ];
  });
}

/** In tokens: a longer value consists of sentences. */
const LONGEST = 16;

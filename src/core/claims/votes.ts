import data from '../../../data/claims/claims.json';
import type { Token } from '../reading/sentence';
import type { Claim } from './claim';
import { numberAt } from './numbers';
import type { Records } from './records';
import { foldWords, type SentenceView } from './view';

const VOTES = { ...data.votes, openers: foldWords(data.votes.openers), inFavour: foldWords(data.votes.inFavour), to: foldWords(data.votes.to), against: foldWords(data.votes.against), abstaining: foldWords(data.votes.abstaining) };
export const VOTE_OPENERS: ReadonlySet<string> = VOTES.openers;

/** In the order in which the record gives them. */
const ROLES = ['for', 'against', 'abstaining'] as const;

interface Counted {
  readonly role: (typeof ROLES)[number];
  readonly value: number;
  readonly first: number;
  readonly next: number;
}

/** "by 164 votes to 5, with 12 abstentions": the vote on the Compact, told by numbers of which some are right. */
export function voteClaims(view: SentenceView, records: Records): readonly Claim[] {
  const fact = records.fact(VOTES.fact);
  if (!fact || !view.hasSubject(VOTES.subject) || VOTES.others.some((concept) => view.hasSubject(concept))) return [];
  const right = String(fact.value).split('-').map(Number);
  const counted = countedIn(view.tokens);
  const rightOf = ({ role }: Counted): number => right[ROLES.indexOf(role)];
  // Where none of the numbers is among them, another vote is told of.
  if (new Set(counted.map(({ role }) => role)).size < 2 || !counted.some(({ value }) => right.includes(value))) return [];
  return counted.filter((each) => each.value !== rightOf(each)).map((each) => ({
    ...view.span(each), lang: view.lang, concept: VOTES.subject, facts: [fact.id], record: String(rightOf(each)), rule: 'fact-mismatch',
    certainty: 'certain', severity: 'warning', instead: [String(rightOf(each))], safe: false, evidence: [],
  }));
}

/** "152 votes to 5", "152 in favour, 5 against and 12 abstentions", "152 voix contre 5", "152 votos a favor". */
function countedIn(tokens: readonly Token[]): readonly Counted[] {
  const counted: Counted[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(tokens, i);
    if (!number) continue;
    const role = roleOf(tokens, i, number.next);
    if (role && !counted.some((other) => other.role === role)) counted.push({ role, value: number.value, first: i, next: number.next });
    i = number.next - 1;
  }
  return counted;
}

function roleOf(tokens: readonly Token[], first: number, next: number): Counted['role'] | undefined {
  const [one = '', two = ''] = tokens.slice(next, next + 2).map(({ folded }) => folded);
  if (VOTES.abstaining.has(one)) return 'abstaining';
  if (VOTES.against.has(one) || (one === 'en' && VOTES.against.has(two)) || (VOTES.openers.has(one) && two === 'against')) return 'against';
  if (VOTES.to.has(tokens[first - 1]?.folded) && VOTES.openers.has(tokens[first - 2]?.folded)) return 'against';
  if (VOTES.openers.has(one) || VOTES.inFavour.has(one) || VOTES.inFavour.has(two)) return 'for';
  return undefined;
}

import data from '../../../data/claims/claims.json';
import type { TokenRange } from '../context/phrases';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldWords, isBesideSubject, type SentenceView, type Subject } from './view';

const { subject: SUBJECT, fact: FACT } = data.coordinator;
const COORDINATING = foldWords(data.coordinator.coordinating);
const OTHERS: ReadonlySet<string> = new Set(data.coordinator.others);
export const COORDINATOR_OPENERS = COORDINATING;

/** "the Network, which UNHCR coordinates", "coordinated by the ILO", "cuya coordinación corresponde al PNUD": another body than the one that does. */
export function coordinatorClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const fact = records.fact(FACT);
  if (!fact) return [];
  return view.subjectsOf(SUBJECT).flatMap((network) => openings.flatMap((cue): readonly Claim[] => {
    // A working group of the Network is coordinated by others.
    const other = cue >= network.next && !isBesideSubject(view.tokens, network) ? coordinatorBeside(view, network, cue) : undefined;
    if (!other) return [];
    const right = view.lang === 'en' ? 'IOM' : 'OIM';
    return [{
      ...view.span(other), lang: view.lang, concept: SUBJECT, facts: [fact.id], record: right, rule: 'fact-mismatch',
      certainty: 'certain', severity: 'warning', instead: [right], safe: false, evidence: [], genders: [view.tokens[other.first].written === 'OIT' ? 'f' : 'm', 'f'],
    }];
  }));
}

/** Nothing but small words may stand between: the Network of a country or a group of it is coordinated by others. */
function coordinatorBeside({ tokens }: SentenceView, network: Subject, cue: number): TokenRange | undefined {
  const before = tokens.slice(network.next, cue);
  const isSmall = (from: number, to: number): boolean => tokens.slice(from, to).every(({ folded }) => SMALL.test(folded));
  // ", which UNHCR coordinates"
  const doer = before.findIndex(({ written }) => OTHERS.has(written));
  if (doer >= 0) {
    const at = network.next + doer;
    return before.length <= 5 && /^(?:which|que)$/.test(tokens.slice(network.next, at).find(({ folded }) => !/^(?:,|the|el|la|l|le|')$/.test(folded))?.folded ?? '') && isSmall(network.next, at) && isSmall(at + 1, cue) ? { first: at, next: at + 1 } : undefined;
  }
  if (!isSmall(network.next, cue)) return undefined;
  // "is coordinated by UNHCR", "whose worldwide coordination falls to UNDP"
  const at = tokens.findIndex(({ written }, i) => i > cue && i <= cue + 6 && OTHERS.has(written));
  return at > 0 && tokens.slice(cue + 1, at).every(({ folded }) => SMALL.test(folded) || FALLING.test(folded)) ? { first: at, next: at + 1 } : undefined;
}

const SMALL = /^(?:,|is|was|has|been|are|by|the|which|that|whose|and|whole|worldwide|global|its|est|a|ete|par|le|la|l|'|qui|que|dont|et|es|esta|por|el|cuya|cuyo|mundial)$/;
const FALLING = /^(?:to|falls|lies|with|is|revient|incombe|au|corresponde|al|recae|en)$/;

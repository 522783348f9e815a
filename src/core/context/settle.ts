import type { Termbase } from '../termbase/termbase';
import { clauseOf } from './clauses';
import { judgeConsistency } from './consistency';
import { allow, type FirstVerdict, type Timeless } from './judge';
import { outcomeOf } from './outcome';
import { presentCue } from './period';
import type { Surroundings } from './surroundings';
import { tenseOf } from './tense';
import type { Verdict } from './verdict';

/** The first verdicts of one part, with the surroundings that they were found in. */
export interface Judged {
  readonly surroundings: Surroundings;
  readonly first: readonly FirstVerdict[];
}

/**
 * The verdicts of a document: what its parts were judged to be, put right by how it uses its names as a whole. For each
 * part a verdict per mention. Settling the same first verdict to the same outcome gives the same object, so that
 * callers can tell what an edit has changed.
 */
export function settle(parts: readonly Judged[], termbase: Termbase): readonly (readonly Verdict[])[] {
  const established = countEstablished(parts);
  const settled = parts.map(({ first, surroundings }) => first.map((verdict) => (verdict.kind === 'timeless'
    ? settleTimeless(verdict, surroundings, established.get(verdict.term.entry.name.id) ?? 0) : verdict)));
  const discussed = discussedConcepts(settled);
  if (discussed.size > 0) for (const part of settled) part.forEach((verdict, i) => { part[i] = letDiscussedThrough(verdict, discussed); });
  return judgeConsistency(settled, parts.map(({ surroundings }) => surroundings), termbase);
}

/** How many times the document tells of the past by each name, by the name's id. */
function countEstablished(parts: readonly Judged[]): ReadonlyMap<string, number> {
  const established = new Map<string, number>();
  for (const { first } of parts) {
    for (const verdict of first) {
      if (verdict.kind !== 'allow' || (verdict.reason !== 'history' && verdict.reason !== 'period')) continue;
      const { id } = verdict.term.entry.name;
      established.set(id, (established.get(id) ?? 0) + 1);
    }
  }
  return established;
}

function settleTimeless(verdict: Timeless, surroundings: Surroundings, established: number): Verdict {
  const much = established >= MANY ? 'many' : established >= 1 ? 'some' : 'none';
  return outcomeOf(verdict, much, () => judgeTimeless(verdict, surroundings, established));
}

/**
 * In a document that tells of the past the name in past tense is right without a year, and after several such places
 * also without a verb (headings, captions). In the present tense it is reported all the same, only more quietly.
 */
function judgeTimeless({ mention, term, place }: Timeless, surroundings: Surroundings, established: number): Verdict {
  const { sentence } = place;
  const cue = presentCue(place, surroundings);
  const tense = cue ? 'present' : tenseOf(sentence, place, clauseOf(sentence.tokens, place), surroundings.languageOf(place.block));
  // A heading without a verb tells of what stands under it.
  if (tense === 'past' || (tense === 'none' && place.block.kind === 'heading') ? established >= 1 : tense === 'none' && established >= MANY) return allow(mention, term, 'established');
  const certain = tense !== 'past' && (cue || established < MANY);
  return {
    kind: 'report', mention, term, rule: 'superseded-name', year: undefined, evidence: [],
    certainty: certain ? 'certain' : 'likely', severity: certain ? 'warning' : 'hint',
  };
}

/** So many places of history make a document one of history. */
const MANY = 3;

/** A document that discusses a term anywhere uses it throughout as its subject. */
function letDiscussedThrough(verdict: Verdict, discussed: ReadonlySet<string>): Verdict {
  if (verdict.kind !== 'report' || verdict.rule !== 'preferred-terminology' || !discussed.has(verdict.term.entry.concept.id)) return verdict;
  return outcomeOf(verdict, 'discussed', () => allow(verdict.mention, verdict.term, 'term-discussed'));
}

function discussedConcepts(parts: readonly (readonly Verdict[])[]): ReadonlySet<string> {
  const discussed = new Set<string>();
  for (const part of parts) {
    for (const verdict of part) {
      if (verdict.kind === 'allow' && verdict.reason === 'term-discussed' && verdict.term.rule === 'preferred-terminology') discussed.add(verdict.term.entry.concept.id);
    }
  }
  return discussed;
}

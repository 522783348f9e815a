import { into } from '../reading/lookup';
import type { Termbase } from '../termbase/termbase';
import { judgeConsistency } from './consistency';
import { asOfDocument } from './judge';
import type { Surroundings } from '../surroundings/surroundings';
import { actsInPresent } from './acts';
import { tenseAt } from './tense';
import { allow, outcomeOf, report, type FirstVerdict, type Timeless, type Report, type Verdict } from './verdict';
import { presentCue } from './nearbyTimes';

/** The first verdicts of one part, with their surroundings. */
export interface Judged {
  readonly surroundings: Surroundings;
  readonly settling: Settling;
}

/**
 * The verdicts of a document: the first verdicts of its parts, corrected by how the document as a whole uses its names.
 * There is one verdict per mention of each part; `elsewhere` is the usage of parts that are not among them. Settling
 * the same first verdict to the same outcome gives the same object, so that callers can detect what an edit has
 * changed. In most cases the list of the whole part is the same.
 */
export function settle(
  parts: readonly Judged[],
  termbase: Termbase,
  elsewhere: Usage = NO_USAGE,
): readonly (readonly Verdict[])[] {
  const { established, discussed } = sumOf([elsewhere, ...parts.map(({ settling }) => settling)]);
  const settled = parts.map(({ settling }) => settling.verdicts(established));
  const put =
    discussed.size === 0
      ? settled
      : settled.map((verdicts) => verdicts.map((verdict) => allowDiscussed(verdict, discussed)));
  const advised = new Set<string>();
  return judgeConsistency(
    put.map((verdicts) => adviseOnce(verdicts, advised)),
    parts.map(({ surroundings }) => surroundings),
    termbase,
  );
}

/** How often a part, or several, use a name in a way that decides for the others. */
export interface Usage {
  /** The number of places about the past for each name and for each concept, by id. */
  readonly established: ReadonlyMap<string, number>;
  /** The number of discussions of a term for each concept. */
  readonly discussed: ReadonlyMap<string, number>;
}

export const NO_USAGE: Usage = { established: new Map(), discussed: new Map() };

export function sumOf(usages: readonly Usage[]): Usage {
  const add = (sum: Map<string, number>, counts: ReadonlyMap<string, number>): Map<string, number> => {
    for (const [id, count] of counts) sum.set(id, (sum.get(id) ?? 0) + count);
    return sum;
  };
  return {
    established: usages.reduce((sum, each) => add(sum, each.established), new Map<string, number>()),
    discussed: usages.reduce((sum, each) => add(sum, each.discussed), new Map<string, number>()),
  };
}

/** What is left of a sum without one of its usages. */
export function withoutUsage(sum: Usage, one: Usage): Usage {
  const subtract = (all: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): Map<string, number> =>
    new Map(
      [...all].map(([id, count]) => [id, count - (counts.get(id) ?? 0)] as const).filter(([, count]) => count > 0),
    );
  return {
    established: subtract(sum.established, one.established),
    discussed: subtract(sum.discussed, one.discussed),
  };
}

/** Identifies all usages that settle the same verdicts to the same outcomes. */
export function usageKey({ established, discussed }: Usage): string {
  const levels = [...established].map(([id, count]) => `${id} ${levelOf(count)}`);
  return [...levels, ...discussed.keys()].sort().join();
}

/** The document-level facts in a part's first verdicts, read once, and the last final verdicts. */
export class Settling implements Usage {
  readonly established: ReadonlyMap<string, number>;
  readonly discussed: ReadonlyMap<string, number>;
  /** The ids of the part's names without a time, and of their concepts. */
  private readonly timeless: readonly string[];
  private last: { readonly levels: string; readonly verdicts: readonly Verdict[] } | undefined;

  constructor(
    private readonly first: readonly FirstVerdict[],
    private readonly surroundings: Surroundings,
  ) {
    const established = new Map<string, number>();
    const discussed = new Map<string, number>();
    const timeless = new Set<string>();
    for (const verdict of first) {
      const { concept, name } = verdict.term.entry;
      if (verdict.kind === 'timeless') timeless.add(name.id).add(concept.id);
      if (verdict.kind !== 'allow') continue;
      if (verdict.reason === 'history' || verdict.reason === 'period')
        for (const id of [name.id, concept.id]) established.set(id, (established.get(id) ?? 0) + 1);
      if (verdict.reason === 'term-discussed' && verdict.term.rule === 'preferred-terminology')
        discussed.set(concept.id, (discussed.get(concept.id) ?? 0) + 1);
    }
    this.established = established;
    this.discussed = discussed;
    this.timeless = [...timeless];
  }

  /** The part's verdicts, in a document with so many places about the past for each name and concept. */
  verdicts(established: ReadonlyMap<string, number>): readonly Verdict[] {
    const levels = this.timeless.map((id) => levelOf(established.get(id) ?? 0)).join();
    if (this.last?.levels !== levels) {
      this.last = {
        levels,
        verdicts: this.first.map((verdict) =>
          verdict.kind === 'timeless' ? settleTimeless(verdict, this.surroundings, established) : verdict,
        ),
      };
    }
    return this.last.verdicts;
  }
}

type Level = 'many' | 'some' | 'none';

function levelOf(established: number): Level {
  return established >= MANY ? 'many' : established >= 1 ? 'some' : 'none';
}

function settleTimeless(
  verdict: Timeless,
  surroundings: Surroundings,
  established: ReadonlyMap<string, number>,
): Verdict {
  const { name, concept } = verdict.term.entry;
  const [byName, ofConcept] = [name.id, concept.id].map((id) => levelOf(established.get(id) ?? 0));
  return outcomeOf(verdict, `${byName} ${ofConcept}`, () => judgeTimeless(verdict, surroundings, byName!, ofConcept!));
}

/**
 * In a document that reports the past under a former name, the name in the past tense is right without a year; after
 * several such places, it is also right wherever it is not the subject of a verb in the present tense. Elsewhere, a
 * document that reports the concept's past gets a mere hint, since its author knows both names. There, only the subject
 * of a verb in the present tense certainly means the present.
 */
function judgeTimeless(
  { mention, term, site }: Timeless,
  surroundings: Surroundings,
  byName: Level,
  ofConcept: Level,
): Verdict {
  const cue = presentCue(site, surroundings);
  const tense = cue ? 'present' : tenseAt(site, surroundings);
  const acts = tense !== 'past' && actsInPresent(site, surroundings);
  // A heading without a verb describes the text that follows it.
  if (
    tense === 'past' || (tense === 'none' && site.block.kind === 'heading')
      ? byName !== 'none'
      : byName === 'many' && !cue && !acts
  )
    return allow(mention, term, 'established');
  const certain = cue || (tense !== 'past' && (ofConcept === 'none' || (byName !== 'many' && acts)));
  const found = report(
    { mention, term },
    'superseded-name',
    certain ? 'certain' : 'likely',
    certain ? 'warning' : 'hint',
  );
  return asOfDocument(found, surroundings.rest.textTime());
}

/** The number of places about the past that makes a document a history. */
const MANY = 3;

/** A document that discusses a term anywhere has it as a subject throughout. */
function allowDiscussed(verdict: Verdict, discussed: Usage['discussed']): Verdict {
  if (
    verdict.kind !== 'report' ||
    verdict.rule !== 'preferred-terminology' ||
    !discussed.has(verdict.term.entry.concept.id)
  )
    return verdict;
  return outcomeOf(verdict, 'discussed', () => allow(verdict.mention, verdict.term, 'term-discussed'));
}

/**
 * Advice on a word or a loose form is given at its first place in a document; later ones only get a hint. `advised`
 * contains the names of the forms so far.
 */
function adviseOnce(verdicts: readonly Verdict[], advised: Set<string>): readonly Verdict[] {
  const words = into(ADVICE, verdicts, adviceIn);
  if (words.length === 0) return verdicts;
  const before = words.filter((word) => advised.has(word)).join();
  const known = ADVISED.get(verdicts);
  const seen = new Set(advised);
  for (const word of words) advised.add(word);
  if (known?.before === before) return known.verdicts;
  const put = verdicts.map((verdict) => {
    if (!isAdvice(verdict)) return verdict;
    const { id } = verdict.term.entry.name;
    if (seen.has(id)) return outcomeOf(verdict, 'repeated', () => ({ ...verdict, severity: 'hint' }));
    seen.add(id);
    return verdict;
  });
  ADVISED.set(verdicts, { before, verdicts: put });
  return put;
}

/** The names on which a list of verdicts advises. */
const ADVICE = new WeakMap<readonly Verdict[], readonly string[]>();

function adviceIn(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap((verdict) => (isAdvice(verdict) ? [verdict.term.entry.name.id] : [])))];
}

/**
 * The last final verdicts of each list, with the words on which earlier parts gave advice: after an edit nearly all are
 * unchanged.
 */
const ADVISED = new WeakMap<readonly Verdict[], { readonly before: string; readonly verdicts: readonly Verdict[] }>();

/** A word to avoid, or a loose form of a name. */
function isAdvice(verdict: Verdict): verdict is Report {
  return (
    verdict.kind === 'report' &&
    (verdict.rule === 'preferred-terminology' ||
      (verdict.rule === 'deprecated-name' && verdict.severity === 'information'))
  );
}

import type { Surroundings } from '../surroundings/surroundings';
import type { Termbase } from '../termbase/termbase';
import { judgeConsistency } from './consistency';
import { asOfDocument } from './judge';
import { actsInPresent, hasPresentCue, tenseOf } from './times';
import { allow, outcomeOf, report, type FirstVerdict, type Report, type Timeless, type Verdict } from './verdict';

/** The first verdicts of one part, with their surroundings. */
export interface Judged {
  readonly surroundings: Surroundings;
  readonly settling: Settling;
}

/**
 * The verdicts of a document: the first verdicts of its parts, corrected by how the document as a whole uses its names.
 * There is one verdict per mention of each part; `usage` is that of the whole document. Settling the same first verdict
 * to the same outcome gives the same object, so that callers can detect what an edit has changed. In most cases the
 * list of the whole part is the same.
 */
export function settle(parts: readonly Judged[], termbase: Termbase, usage: Usage): readonly (readonly Verdict[])[] {
  const advised = new Set<string>();
  return judgeConsistency(
    parts.map(({ settling }) => settling.verdicts(usage, advised)),
    parts.map(({ surroundings }) => surroundings),
    termbase,
  );
}

/** How often a part, or several, use a name in a way that decides for the others. */
export interface Usage {
  /** The number of places about the past for each name and for each concept, by id. */
  readonly established: Counts;
  /** The number of discussions of a term for each concept, and for each abbreviation. */
  readonly discussed: Counts;
}

type Counts = ReadonlyMap<string, number>;

export function sumOf(usages: readonly Usage[]): Usage {
  const sum = (countsOf: (usage: Usage) => Counts): Counts => {
    const all = new Map<string, number>();
    for (const usage of usages) for (const [id, count] of countsOf(usage)) all.set(id, (all.get(id) ?? 0) + count);
    return all;
  };
  return { established: sum(({ established }) => established), discussed: sum(({ discussed }) => discussed) };
}

/** What is left of a sum without one of its usages. */
export function withoutUsage(sum: Usage, one: Usage): Usage {
  const without = (all: Counts, counts: Counts): Counts =>
    new Map([...all].map(([id, count]) => [id, count - (counts.get(id) ?? 0)] as const).filter(([, left]) => left > 0));
  return {
    established: without(sum.established, one.established),
    discussed: without(sum.discussed, one.discussed),
  };
}

/** Identifies all usages that settle the same verdicts to the same outcomes. */
export function usageKey({ established, discussed }: Usage): string {
  const levels = [...established].map(([id, count]) => `${id} ${levelOf(count)}`);
  return [...levels, ...discussed.keys()].sort().join();
}

/** The document-level facts in a part's first verdicts, read once, and the last final verdicts. */
export class Settling implements Usage {
  readonly established: Counts;
  readonly discussed: Counts;
  /** The ids of the part's names without a time, and of their concepts. */
  private readonly timeless: readonly string[];
  /** The names on whose forms the part advises, and their concepts. */
  private readonly advised = new Map<string, string>();
  private last: { readonly key: string; readonly verdicts: readonly Verdict[] } | undefined;

  constructor(readonly first: readonly FirstVerdict[]) {
    const established = new Map<string, number>();
    const discussed = new Map<string, number>();
    const timeless = new Set<string>();
    for (const verdict of first) {
      const { concept, name } = verdict.term.entry;
      if (verdict.kind === 'timeless') timeless.add(name.id).add(concept.id);
      else if (isAdvice(verdict)) this.advised.set(name.id, subjectOf(verdict));
      else if (verdict.kind === 'allow' && (verdict.reason === 'history' || verdict.reason === 'period'))
        for (const { id } of [name, concept]) established.set(id, (established.get(id) ?? 0) + 1);
      else if (verdict.kind === 'allow' && verdict.reason === 'term-discussed' && mayBeSubject(verdict)) {
        const subject = subjectOf(verdict);
        discussed.set(subject, (discussed.get(subject) ?? 0) + 1);
      }
    }
    this.established = established;
    this.discussed = discussed;
    this.timeless = [...timeless];
  }

  /**
   * The part's verdicts in a document with this usage. `advised` contains the names on whose forms the text before the
   * part has got advice; those of the part are added.
   */
  verdicts({ established, discussed }: Usage, advised: Set<string>): readonly Verdict[] {
    // Most parts have no verdict that depends on others.
    if (this.last && this.timeless.length + this.advised.size === 0) return this.last.verdicts;
    const levels = this.timeless.map((id) => levelOf(established.get(id)));
    const advice = [...this.advised].map(([name, concept]) => `${advised.has(name)} ${discussed.has(concept)}`);
    const key = [...levels, ...advice].join();
    if (this.last?.key !== key) {
      const seen = new Set(advised);
      const settled = (verdict: FirstVerdict): Verdict =>
        verdict.kind === 'timeless'
          ? settleTimeless(verdict, established)
          : isAdvice(verdict)
            ? settleAdvice(verdict, discussed, seen)
            : verdict;
      this.last = { key, verdicts: this.first.map(settled) };
    }
    for (const name of this.advised.keys()) advised.add(name);
    return this.last.verdicts;
  }
}

type Level = 'many' | 'some' | 'none';

function levelOf(established = 0): Level {
  return established >= MANY ? 'many' : established >= 1 ? 'some' : 'none';
}

/** The number of places about the past that makes a document a history. */
const MANY = 3;

function settleTimeless(verdict: Timeless, established: Counts): Verdict {
  const { name, concept } = verdict.term.entry;
  const byName = levelOf(established.get(name.id));
  const ofConcept = levelOf(established.get(concept.id));
  return outcomeOf(verdict, `${byName} ${ofConcept}`, () => judgeTimeless(verdict, byName, ofConcept));
}

/**
 * In a document that reports the past under a former name, the name in the past tense is right without a year; after
 * several such places, it is also right wherever it is not the subject of a verb in the present tense. Elsewhere, a
 * document that reports the concept's past gets a mere hint, since its author knows both names. There, only the subject
 * of a verb in the present tense certainly means the present.
 */
function judgeTimeless({ use }: Timeless, byName: Level, ofConcept: Level): Verdict {
  const cue = hasPresentCue(use);
  const tense = cue ? 'present' : tenseOf(use);
  const acts = tense !== 'past' && actsInPresent(use);
  // A heading without a verb describes the text that follows it.
  const isOfPast = tense === 'past' || (tense === 'none' && use.block.kind === 'heading');
  if (isOfPast ? byName !== 'none' : byName === 'many' && !cue && !acts) return allow(use, 'established');
  const certain = cue || (tense !== 'past' && (ofConcept === 'none' || (byName !== 'many' && acts)));
  const found = report(use, 'superseded-name', certain ? 'certain' : 'likely', certain ? 'warning' : 'hint');
  return asOfDocument(found, use.surroundings.rest.textTime());
}

/**
 * A document that discusses a term anywhere has it as a subject throughout. Advice is given at its first place in a
 * document; later ones only get a hint. `seen` contains the names on whose forms there was advice before.
 */
function settleAdvice(verdict: Report, discussed: Counts, seen: Set<string>): Verdict {
  const { name } = verdict.term.entry;
  if (mayBeSubject(verdict) && discussed.has(subjectOf(verdict)))
    return outcomeOf(verdict, 'discussed', () => allow(verdict, 'term-discussed'));
  if (seen.has(name.id)) return outcomeOf(verdict, 'repeated', () => ({ ...verdict, severity: 'hint' }));
  seen.add(name.id);
  return verdict;
}

/** Whether a report gives advice on a word to avoid, or a loose form of a name. */
function isAdvice(verdict: FirstVerdict): verdict is Report {
  return (
    verdict.kind === 'report' &&
    (verdict.rule === 'preferred-terminology' ||
      (verdict.rule === 'deprecated-name' && verdict.severity === 'information'))
  );
}

/** Whether a document may have a term as a subject: a word to avoid, or an abbreviation, which it may introduce. */
function mayBeSubject({ term }: Verdict): boolean {
  return term.rule === 'preferred-terminology' || term.form === 'abbreviation';
}

function subjectOf({ term: { form, entry, text } }: Verdict): string {
  return form === 'abbreviation' ? text : entry.concept.id;
}

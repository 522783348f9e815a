import type { Finding } from '../finding';
import { WORDING } from '../findings/wording';
import type { Lang } from '../document';
import { Surroundings } from '../surroundings/surroundings';
import { Settling } from '../verdicts/settle';
import type { Ignored } from './ignore';
import type { Judgement, Part } from './part';
import type { Placed, Results } from './results';

/**
 * The number of findings of a document that are listed. Nobody reads more, and each takes some kilobytes: those beyond
 * are counted, and the last one that is listed says how many they are.
 */
export const MOST_FINDINGS = 20_000;

/** Releases the judgements of parts that follow enough findings, and keeps the number of theirs. */
export class Beyond {
  private readonly counts = new WeakMap<Judgement, number>();
  /** The number of names and claims, right or wrong, that were judged since the last release. */
  private mayBeFindings = 0;
  private hasMany = false;

  constructor(
    private readonly results: Results,
    private readonly most: number,
  ) {}

  /** Takes note of a new judgement; returns whether it is time to release some. */
  judged({ surroundings, claims }: Judgement): boolean {
    this.mayBeFindings += surroundings.mentions.length + claims.length;
    if (this.mayBeFindings > this.most) this.hasMany = true;
    return this.mayBeFindings > this.most;
  }

  /**
   * Goes through the parts in order. As those that are not judged yet count as without findings, nothing is released
   * too early; what an edit brings back among the first is no longer judged.
   */
  *release(parts: readonly Part[], ignored: Ignored | undefined): Generator<void> {
    if (!this.hasMany) return;
    this.mayBeFindings = 0;
    let listed = 0;
    for (const part of parts) {
      const { judgement } = part;
      if (!judgement) continue;
      if (listed >= this.most) part.judgement = this.released(part, judgement, ignored);
      else if (judgement.unlisted !== undefined) part.judgement = undefined;
      listed += judgement.unlisted ?? this.countIn(part, judgement, ignored);
      yield;
    }
  }

  private released(part: Part, judgement: Judgement, ignored: Ignored | undefined): Judgement {
    if (judgement.unlisted !== undefined) return judgement;
    const unlisted = this.countIn(part, judgement, ignored);
    return {
      answers: judgement.answers,
      surroundings: new Surroundings(part.prose, [], judgement.answers),
      settling: new Settling([]),
      claims: [],
      setAside: () => [],
      unlisted,
    };
  }

  private countIn(part: Part, judgement: Judgement, ignored: Ignored | undefined): number {
    let count = this.counts.get(judgement);
    if (count === undefined) {
      const verdicts = judgement.settling.verdicts(NO_USAGE, new Set());
      this.counts.set(judgement, (count = this.results.placesOf(part, judgement, verdicts, ignored).length));
    }
    return count;
  }
}

const NO_USAGE = { established: new Map<string, number>(), discussed: new Map<string, number>() };

/** The first findings, and the number of the others with the last of them; `unlisted` are those of released parts. */
export function* firstOf(all: Iterable<Placed>, most: number, unlisted: number, lang: Lang): Generator<Placed> {
  let room = most;
  let beyond = unlisted;
  // What follows a stretch that may be the last one with findings.
  let waiting: Placed[] = [];
  for (const placed of all) {
    const findings = placed.findings.slice(0, room);
    beyond += placed.findings.length - findings.length;
    room -= findings.length;
    if (findings.length > 0) {
      yield* waiting;
      waiting = [];
    }
    waiting.push(findings.length === placed.findings.length ? placed : { ...placed, findings });
  }
  if (beyond > 0 && waiting[0]) waiting[0] = withNumber(waiting[0], beyond, lang);
  yield* waiting;
}

function withNumber(placed: Placed, unlisted: number, lang: Lang): Placed {
  const last = placed.findings.at(-1);
  if (!last) return placed;
  const message = `${last.message} ${WORDING[lang].unlisted(unlisted)}`;
  const noted: Finding = { ...last, message, unlisted };
  return { ...placed, findings: [...placed.findings.slice(0, -1), noted] };
}

import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { formatOf } from '../../src/core/prose/languages';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

/** One language for each format. */
export const FORMAT_IDS: readonly string[] = LANGUAGE_IDS.filter(
  (id, i, all) => all.findIndex((other) => formatOf(other) === formatOf(id)) === i,
);

const { termbase } = loadTermbase(BUILTIN_FILES);

/** The times of a check, in milliseconds. */
export interface Growth {
  readonly once: number;
  /** For eight times as much. */
  readonly eight: number;
}

/**
 * How the time of a check grows when a text gets eight times as long. It is that of the processor and not of the clock,
 * and
 * the least of some runs: what else the machine does tells nothing. What seems to grow too fast is measured again.
 */
export function growthOf(make: (length: number) => string, length: number, languageId: string): Growth {
  const [small, large] = [make(length), make(length * 8)];
  let once = Infinity;
  let eight = Infinity;
  for (let tries = 0; tries < 4; tries++) {
    eight = Math.min(eight, timeOf(large, languageId));
    for (let run = 0; run < 3; run++) once = Math.min(once, timeOf(small, languageId));
    if (!isCliff({ once, eight }) || eight > LONG) break;
  }
  return { once, eight };
}

/**
 * As {@link growthOf}, if the longer text takes long enough to tell anything. What grows too fast has to do so again
 * with
 * four times as much, of which a busy machine spoils less.
 */
export function cliffOf(make: (length: number) => string, length: number, languageId: string): Growth | undefined {
  if (!isCliff({ once: 0, eight: timeOf(make(length * 8), languageId) })) return undefined;
  const growth = growthOf(make, length, languageId);
  if (!isCliff(growth) || growth.eight > LONG) return isCliff(growth) ? growth : undefined;
  const again = growthOf(make, length * 4, languageId);
  return isCliff(again) ? again : undefined;
}

/** In milliseconds: what takes longer is not measured again. */
const LONG = 2000;

/** Whether it grows by more than linear time does, with room for what is measured badly: quadratic growth is 64. */
export function isCliff({ once, eight }: Growth): boolean {
  return eight > 24 * once + 20;
}

function timeOf(text: string, languageId: string): number {
  const started = process.cpuUsage();
  check({ text, languageId, lang: 'auto' }, termbase, DEFAULT_OPTIONS);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import type { Termbase } from '../../src/core/termbase/termbase';
import { asData } from '../support/asData';
import { generate } from './generate';
import { median, quantile, repeat, row, time } from './measure';

/**
 * What one typed character costs in a long document, as a share of a check of the whole; the last answer is checked.
 */
export function keystrokes(termbase: Termbase): void {
  console.log(row('one key (1 MB)', 'whole ms', 'median %', 'p95 %', 'p99 %', 'worst %', 'slice ms'));
  for (const [name, density] of [
    ['ordinary', 0.06],
    ['dense', 0.9],
  ] as const) {
    let { text } = generate(1_000_000, density);
    const whole = median(
      repeat(9, () => time(() => check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS))),
    );
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    const slice = longestSlice(kept);
    const spent: number[] = [];
    for (let i = 0, at = 1; i < WARM_UP + MEASURED; i++) {
      // Typing goes on at one place for some letters, then somewhere else.
      at = i % 20 === 0 ? (at * 7919 + 104_729) % text.length : at + 1;
      text = text.slice(0, at) + 'the migrants of '[i % 16]! + text.slice(at);
      const started = performance.now();
      kept.update(text);
      void kept.checked.findings;
      if (i >= WARM_UP) spent.push(performance.now() - started);
    }
    const anew = check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    assert.deepEqual(asData(kept.checked), asData(anew));
    const share = (value: number): string => ((value / whole) * 100).toFixed(2);
    console.log(
      row(
        name,
        whole.toFixed(1),
        share(median(spent)),
        share(quantile(spent, 0.95)),
        share(quantile(spent, 0.99)),
        share(Math.max(...spent)),
        slice.toFixed(2),
      ),
    );
  }
}

/** Keys. All that is measured is warm, as it is after some minutes of writing. */
const WARM_UP = 1_000;
const MEASURED = 1_000;

/** Reads the document as the editor does, a little at a time; milliseconds of the longest time without a pause. */
function longestSlice(kept: DocumentCheck): number {
  let longest = 0;
  for (let done = false; !done;) {
    const started = performance.now();
    done = kept.work(() => performance.now() - started > 8);
    longest = Math.max(longest, performance.now() - started);
  }
  const started = performance.now();
  void kept.checkedSoFar;
  return Math.max(longest, performance.now() - started);
}

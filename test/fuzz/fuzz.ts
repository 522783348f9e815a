import { readFileSync, writeFileSync } from 'node:fs';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { isDeepStrictEqual } from 'node:util';
import { mulberry } from '../bench/generate';
import { argument } from '../bench/measure';
import { MARKS, assertReadable } from '../support/anyDocument';
import { asData } from '../support/asData';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { assertAlikeWithAnyLineEnd, assertSettles } from './properties';

/**
 * Documents made of marks at random, and real ones with random damage, in each format: none may throw, or give a span
 * outside the text. Each is also edited, and must then have the findings of its new text; its fixes, made twice, must
 * give
 * what made once they give; and with CRLF for LF it must be found to be the same. What fails is written down.
 *
 *     npm run fuzz [-- --documents 100000] [--only latex,html] [--seed 1]
 */
function main(): void {
  const count = Number(argument('--documents') ?? 20_000);
  const formats = argument('--only')?.split(',') ?? [...new Set(LANGUAGE_IDS)];
  const whole = annotatedDocuments('test/check').map((file) => withoutNotes(readFileSync(file, 'utf8')));
  // In a short document a damage is more often one to a name, and what one name does to another is seen more often.
  const real = whole.flatMap((text) => [text, ...passages(text)]);
  for (const languageId of formats) {
    const random = mulberry(Number(argument('--seed') ?? 1));
    let slowest = 0;
    const started = performance.now();
    for (let n = 0; n < count; n++) {
      const text =
        random() < 0.5
          ? marks(random, 60)
          : damaged(inFormat(real[Math.floor(random() * real.length)]!, languageId), random);
      const before = performance.now();
      try {
        assertReadable(text, languageId);
        assertEditable(text, languageId, random);
        assertSettles(text, languageId);
        assertAlikeWithAnyLineEnd(text, languageId);
      } catch (error) {
        writeFileSync('dist/test/fuzz-failure.txt', text);
        console.log(
          `${languageId}: document ${n} of seed ${argument('--seed') ?? 1} fails: ${error instanceof Error ? error.message : String(error)}\nIt is in dist/test/fuzz-failure.txt.`,
        );
        process.exitCode = 1;
        break;
      }
      slowest = Math.max(slowest, ((performance.now() - before) * 1000) / (text.length + 200));
      if (process.stderr.isTTY && n % 500 === 0) process.stderr.write(`\r${languageId} ${n}`);
    }
    console.log(
      `${languageId.padEnd(18)} ${String(count).padStart(9)} documents, ${((performance.now() - started) / 1000).toFixed(0)} s, slowest ${slowest.toFixed(0)} µs a character`,
    );
  }
}

function assertEditable(text: string, languageId: string, random: () => number): void {
  const kept = new DocumentCheck({ text, languageId, lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS);
  void kept.checked;
  const start = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, start + Math.floor(random() * random() * 300));
  const newText = marks(random, 3);
  const after = text.slice(0, start) + newText + text.slice(end);
  kept.update(after);
  if (
    !isDeepStrictEqual(
      asData(kept.checked),
      asData(check({ text: after, languageId, lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS)),
    )
  )
    throw new Error(`${start}-${end} → ${JSON.stringify(newText)} gives other findings than the new text`);
}

/** The text where a format has prose: the annotated documents are Markdown mostly, which in BibTeX is none. */
function inFormat(text: string, languageId: string): string {
  return languageId === 'bibtex' ? `@misc{x,\n  title = {A study},\n  note = {${text}},\n}\n` : text;
}

/** Stretches of six paragraphs. */
function passages(text: string): string[] {
  return text.match(/(?:(?:.+\n)+\n*){1,6}/g) ?? [];
}

function marks(random: () => number, most: number): string {
  return Array.from({ length: Math.floor(random() * most) }, () => MARKS[Math.floor(random() * MARKS.length)]).join('');
}

/** A few stretches lost, doubled, or with marks amid them. */
function damaged(text: string, random: () => number): string {
  let result = text;
  for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
    const at = Math.floor(random() * result.length);
    const to = Math.min(result.length, at + Math.floor(random() * 80));
    const kind = random();
    result =
      result.slice(0, at) +
      (kind < 0.3 ? '' : kind < 0.5 ? result.slice(at, to).repeat(2) : marks(random, 5)) +
      result.slice(to);
  }
  return result;
}

main();

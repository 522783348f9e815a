// Runs in the instrumented copy (`dist/ablation`); see `scripts/ablate.mjs`.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { switches } from './switches';

interface Point {
  readonly id: number;
  readonly kind: 'function' | 'condition';
  readonly file: string;
  readonly line: number;
  readonly lines: number;
  readonly name: string;
}

interface Document {
  readonly text: string;
  readonly languageId: string;
  /** Whether a finding is right; the text of a document without labels is right throughout. */
  readonly isRight: (start: number, end: number) => boolean;
}

const LANGUAGE_IDS: Readonly<Record<string, string>> = { '.md': 'markdown', '.txt': 'plaintext', '.html': 'html' };
/** A point that acts in so many documents without effect on the first ones serves speed, or something rare. */
const MOST_WITHOUT_EFFECT = 150;

const [pointsFile, ...inputs] = process.argv.slice(2);
const points = JSON.parse(readFileSync(pointsFile!, 'utf8')) as readonly Point[];
const documents = inputs.flatMap((input) => (input.endsWith('.jsonl') ? labelled(input) : judged(input)));
const { off, acted } = switches;

// What is built once, at the first use, is not measured: the second run has it already.
for (const document of documents) findingsOf(document);
const before = documents.map((document) => {
  acted.fill(0);
  const findings = findingsOf(document);
  return { document, findings, acts: new Set(points.filter(({ id }) => acted[id]).map(({ id }) => id)) };
});

console.log(['lines', 'acts in', 'errors lost', 'wrong gained', 'wrong removed', 'point'].join('\t'));
for (const point of points) {
  const there = before.filter(({ acts }) => acts.has(point.id));
  const effect = { lost: 0, gained: 0, removed: 0, failed: false };
  off[point.id] = 1;
  for (const [i, { document, findings }] of there.entries()) {
    if (i >= MOST_WITHOUT_EFFECT && effect.lost + effect.gained + effect.removed === 0) break;
    const now = findingsOf(document);
    effect.failed ||= now === undefined;
    compare(document, findings ?? [], now ?? [], effect);
  }
  off[point.id] = 0;
  const { lost, gained, removed, failed } = effect;
  const where = `${point.file}:${point.line} ${point.kind} ${point.name}`;
  console.log([point.lines, there.length, failed ? 'fails' : lost, gained, removed, where].join('\t'));
}

function compare(
  { isRight }: Document,
  before: readonly string[],
  after: readonly string[],
  effect: { lost: number; gained: number; removed: number },
): void {
  const isRightAt = (finding: string): boolean => {
    const [start, end] = finding.split(' ').map(Number);
    return isRight(start!, end!);
  };
  for (const finding of before)
    if (!after.includes(finding)) {
      if (isRightAt(finding)) effect.lost++;
      else effect.removed++;
    }
  for (const finding of after) if (!before.includes(finding) && !isRightAt(finding)) effect.gained++;
}

/** The warnings and information of a document, as "start end rule"; `undefined` if the check fails. */
function findingsOf({ text, languageId }: Document): readonly string[] | undefined {
  switches.start();
  try {
    return check({ text, languageId, lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS)
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ start, end, rule }) => `${start} ${end} ${rule}`);
  } catch {
    return undefined;
  }
}

/** Documents with labels, one a line: `{ text, languageId, flag: [{ text, n }] }`. */
function labelled(file: string): readonly Document[] {
  return linesOf(file).map((line) => {
    const { text, languageId, flag } = JSON.parse(line) as {
      readonly text: string;
      readonly languageId?: string;
      readonly flag?: readonly { readonly text: string; readonly n?: number }[];
    };
    const spans = (flag ?? []).map(({ text: wrong, n }) => {
      let start = -1;
      for (let i = 0; i < (n ?? 1); i++) start = text.indexOf(wrong, start + 1);
      return { start, end: start + wrong.length };
    });
    return {
      text,
      languageId: languageId ?? 'plaintext',
      isRight: (start, end) => spans.some((span) => span.start < end && start < span.end),
    };
  });
}

/** The texts of a folder, with its judgements as `npm run judge` keeps them. */
function judged(folder: string): readonly Document[] {
  const file = join(folder, 'judgements.jsonl');
  const wrong = (existsSync(file) ? linesOf(file) : [])
    .map((line) => JSON.parse(line) as { document: string; start: number; end: number; judgement: string })
    .filter(({ judgement }) => judgement === 'wrong');
  const known = new Set((existsSync(file) ? linesOf(file) : []).map((line) => placeOf(JSON.parse(line) as never)));
  const wrongPlaces = new Set(wrong.map(placeOf));
  return readdirSync(folder)
    .filter((name) => extname(name) in LANGUAGE_IDS)
    .map((name) => ({
      text: readFileSync(join(folder, name), 'utf8'),
      languageId: LANGUAGE_IDS[extname(name)]!,
      isRight: (start, end) => {
        const place = placeOf({ document: name, start, end });
        return known.has(place) && !wrongPlaces.has(place);
      },
    }));
}

function placeOf({ document, start, end }: { document: string; start: number; end: number }): string {
  return `${document} ${start} ${end}`;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../src/core/check';
import type { Finding } from '../src/core/finding';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { builtinTermbase } from '../src/core/termbase/builtin';

// Checks a folder of texts that nobody of this project wrote, and lists every warning and information with its
// sentence, for reading:
//
//   npm run judge -- FOLDER [--judgements FILE] [--only unjudged|wrong|pedantic|stale|right] [--json]
//
// A judgement is a line of FILE (FOLDER/judgements.jsonl by default): { document, start, end, rule, judgement, note }.
// `right`: the finding is right at the date of the text. `stale`: only if the text, which does not say its date, is of
// today. `pedantic`: true, but no careful editor would change it. `wrong`: the text is right.
// The texts of others belong outside the repository; so do the judgements, which name their places.

const LANGUAGE_IDS: Readonly<Record<string, string>> = {
  '.txt': 'plaintext',
  '.md': 'markdown',
  '.html': 'html',
  '.tex': 'latex',
  '.rst': 'restructuredtext',
  '.adoc': 'asciidoc',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    judgements: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name a folder of texts: npm run judge -- FOLDER');
const file = values.judgements ?? join(folder, 'judgements.jsonl');

interface Judged {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly judgement: 'right' | 'pedantic' | 'stale' | 'wrong';
  readonly note?: string;
}

const keyOf = ({ document, start, end, rule }: Omit<Judged, 'judgement'>): string =>
  `${document} ${start} ${end} ${rule}`;
const judged = new Map(
  (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []).map((line) => {
    const each = JSON.parse(line) as Judged;
    return [keyOf(each), each];
  }),
);

const counts = new Map<string, number>();
let words = 0;
let unasked = 0;
const documents = readdirSync(folder)
  .filter((name) => name.slice(name.lastIndexOf('.')) in LANGUAGE_IDS)
  .sort();
for (const document of documents) {
  const text = readFileSync(join(folder, document), 'utf8');
  words += text.split(/\s+/).length;
  const { findings } = check(
    { text, languageId: LANGUAGE_IDS[document.slice(document.lastIndexOf('.'))]!, lang: 'auto' },
    builtinTermbase(),
    DEFAULT_OPTIONS,
  );
  for (const finding of findings.filter(({ severity }) => severity !== 'hint')) list(document, text, finding);
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
const of = (judgement: string): number => counts.get(judgement) ?? 0;
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(0)} %`);
process.stderr.write(
  `${documents.length} texts, ${words} words, ${total} findings, ${unasked} fixed unasked\n` +
    `${[...counts].map(([judgement, count]) => `${judgement} ${count}`).join(', ')}\n` +
    `right ${share(of('right'), total - of('unjudged'))}, not wrong ${share(total - of('unjudged') - of('wrong'), total - of('unjudged'))}, ` +
    `wrong marks per 1,000 words ${((of('wrong') / words) * 1000).toFixed(2)}\n`,
);

function list(document: string, text: string, finding: Finding): void {
  const { start, end, rule, severity, certainty, message, fixes } = finding;
  const known = judged.get(keyOf({ document, start, end, rule }));
  const judgement = known?.judgement ?? 'unjudged';
  counts.set(judgement, (counts.get(judgement) ?? 0) + 1);
  const isUnasked = certainty === 'certain' && fixes.some(({ preferred }) => preferred);
  if (isUnasked) unasked++;
  if (values.only !== undefined && values.only !== judgement) return;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ document, start, end, rule, severity, text: finding.text, message })}\n`);
    return;
  }
  const around = `${text.slice(Math.max(0, start - 200), start)}»${finding.text}«${text.slice(end, end + 140)}`;
  process.stdout.write(
    `${document}:${start}-${end} ${rule} ${severity} ${certainty}${isUnasked ? ' UNASKED' : ''} [${judgement}] ${known?.note ?? ''}\n` +
      `  ${message}\n  ${around.replace(/\s+/g, ' ')}\n\n`,
  );
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../src/core/check';
import type { Finding } from '../src/core/finding';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { builtinTermbase } from '../src/core/termbase/builtin';

/**
 * Labelled cases, one per line, written by people who did not see the code: `flag` marks the stretches that a careful
 * editor would change (`hard`) or might change (`soft`); nothing else may get a warning or information.
 */
interface Case {
  readonly id: string;
  readonly languageId: string;
  readonly text: string;
  readonly flag: readonly {
    readonly text: string;
    readonly n?: number;
    readonly level: 'hard' | 'soft';
    readonly rules: readonly string[];
  }[];
}

const CASES: readonly Case[] = readFileSync(join(__dirname, 'cases/labelled.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);

/** Cases with an error that is not found yet. When one is found, remove it from the list. */
const MISSED: ReadonlySet<string> = new Set([
  'f025es',
  'f-p041',
  'f-q032',
  'i-n091',
  'i-m109',
  'j-p018',
  'j-p032',
  'j-q105',
  'j-q113',
  'k-r054',
  'k-r137',
]);

describe('labelled cases', () => {
  it('exist', () => assert.ok(CASES.length > 300));

  for (const { id, languageId, text, flag } of CASES) {
    it(id, () => {
      const { findings } = check({ text, languageId, lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS);
      const spans = flag.map((wanted) => ({ ...wanted, ...place(text, wanted.text, wanted.n ?? 1) }));
      const unwanted = findings.filter(
        (finding) => finding.severity !== 'hint' && !spans.some((span) => meets(span, finding)),
      );
      assert.deepEqual(
        unwanted.map(({ rule, text: utterance }) => `${rule} ${utterance}`),
        [],
        `unwanted in: ${text}`,
      );
      const missed = spans.filter(
        (span) =>
          span.level === 'hard' &&
          !findings.some(
            (finding) => finding.severity !== 'hint' && meets(span, finding) && span.rules.includes(finding.rule),
          ),
      );
      if (MISSED.has(id)) assert.ok(missed.length > 0, `${id} is now found; remove it from the list`);
      else
        assert.deepEqual(
          missed.map((span) => `«${span.text}» as ${span.rules.join(' or ')}`),
          [],
          `not found in: ${text}`,
        );
    });
  }
});

function place(text: string, part: string, n: number): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i < n; i++) start = text.indexOf(part, start + 1);
  assert.ok(start >= 0, `«${part}» is not in its text`);
  return { start, end: start + part.length };
}

function meets(span: { start: number; end: number }, finding: Finding): boolean {
  return span.start < finding.end && finding.start < span.end;
}

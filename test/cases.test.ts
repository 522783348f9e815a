import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../src/core/check';
import type { Finding } from '../src/core/finding';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { recordOfTests } from './support/recordOfTests';

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

const FOLDER = join(__dirname, 'cases');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .map((name) => ({ name, cases: casesIn(name) }));

/** The files whose cases have an error that is not found yet. */
const NOT_FOUND_YET = /^not-found-yet\./;

describe('labelled cases', () => {
  it('exist', () => assert.ok(FILES.flatMap(({ cases }) => cases).length > 2000));

  it('have unique ids', () => {
    const ids = FILES.flatMap(({ cases }) => cases.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) < i),
      [],
    );
  });

  it('are silent in the files that say so, and only there', () => {
    const misplaced = FILES.flatMap(({ name, cases }) =>
      cases
        .filter(({ flag }) => (flag.length === 0) !== name.startsWith('silent-'))
        .map(({ id }) => `${id} in ${name}`),
    );
    assert.deepEqual(misplaced, []);
  });

  for (const { name, cases } of FILES) {
    describe(name, () => {
      for (const each of cases) it(each.id, () => assertLabels(each, NOT_FOUND_YET.test(name)));
    });
  }
});

function casesIn(file: string): readonly Case[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

function assertLabels({ id, languageId, text, flag }: Case, isNotFoundYet: boolean): void {
  const { findings } = check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
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
  if (isNotFoundYet) assert.ok(missed.length > 0, `${id} is now found; move it to the file of its rule`);
  else
    assert.deepEqual(
      missed.map((span) => `«${span.text}» as ${span.rules.join(' or ')}`),
      [],
      `not found in: ${text}`,
    );
}

function place(text: string, part: string, n: number): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i < n; i++) start = text.indexOf(part, start + 1);
  assert.ok(start >= 0, `«${part}» is not in its text`);
  return { start, end: start + part.length };
}

function meets(span: { start: number; end: number }, finding: Finding): boolean {
  return span.start < finding.end && finding.start < span.end;
}

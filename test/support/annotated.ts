import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { applyEdits } from '../../src/core/findings/applyFixes';
import type { Checked } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from './recordOfTests';

/**
 * An annotated document is a text whose lines are followed by notes on them:
 *
 *     ICEM assists migrants.
 *     ^^^^ superseded-name -> IOM assists migrants.
 *     In 1965 ICEM chartered ten ships.
 *             ~~~~ allow: period
 *
 * `^` marks what is found, with its level where that is not a warning, and the line after the first fix; `~` marks what
 * was seen and let through, with the reason. A right name of today has no note. The notes are taken out, the rest is
 * checked, what was found is printed in the same notation, and text is compared with text: so a failing test shows the
 * missed and the unwanted at once. `~ date: 2026-11-30` in the first line gives the date of the document. UPDATE=1
 * rewrites the file (read the difference before keeping it).
 */
export function checkAnnotated(file: string): void {
  const expected = readFileSync(file, 'utf8');
  const text = withoutNotes(expected);
  const checked = check(
    { text, languageId: LANGUAGE_OF[extname(file)] ?? 'plaintext', lang: 'auto', date: DATE.exec(expected)?.[1] },
    recordOfTests(),
    DEFAULT_OPTIONS,
  );
  const actual = (DATE.exec(expected)?.[0] ?? '') + annotate(text, checked);
  if (process.env.UPDATE && actual !== expected) writeFileSync(file, actual);
  else assert.equal(actual, expected);
}

/** The document itself, its notes taken out. */
export function withoutNotes(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !NOTE.test(line))
    .join('\n');
}

/** All annotated documents of a folder, as tests. */
export function annotatedDocuments(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => extname(name) in LANGUAGE_OF && name !== 'README.md')
        .sort()
        .map((name) => join(folder, name))
    : [];
}

export const LANGUAGE_OF: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.mdx': 'mdx',
  '.txt': 'plaintext',
  '.html': 'html',
  '.tex': 'latex',
  '.bib': 'bibtex',
  '.rst': 'restructuredtext',
  '.adoc': 'asciidoc',
  '.typ': 'typst',
  '.org': 'org',
  '.qmd': 'quarto',
};

/** The first line of a document whose date is given, as the caller of a check may give it. */
const DATE = /^~ date: ([\d-]+)\n/;

const NOTE =
  /^ *(?:\^+|~+) (?:date: [\d-]+|allow: [a-z-]+|[a-z]+(?:-[a-z]+)+(?: (?:error|information|hint))?(?: -> .*)?)$/;

function annotate(text: string, { findings, allowed }: Checked): string {
  const notes = [
    ...findings.map((finding) => ({
      start: finding.start,
      end: finding.end,
      mark: '^',
      note: `${finding.rule}${finding.severity === 'warning' ? '' : ` ${finding.severity}`}${finding.fixes[0] ? ` -> ${fixedLine(text, finding.start, finding.fixes[0].edits)}` : ''}`,
    })),
    ...allowed
      .filter(({ reason }) => reason !== 'current')
      .map(({ start, end, reason }) => ({ start, end, mark: '~', note: `allow: ${reason}` })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: string[] = [];
  let offset = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    out.push(line);
    const lineEnd = offset + line.length;
    for (; next < notes.length && notes[next]!.start <= lineEnd; next++) {
      const { start, end, mark, note } = notes[next]!;
      out.push(' '.repeat(start - offset) + mark.repeat(Math.max(1, Math.min(end, lineEnd) - start)) + ` ${note}`);
    }
    offset = lineEnd + 1;
  }
  return out.join('\n');
}

/** The line of the finding after its first fix. */
function fixedLine(
  text: string,
  at: number,
  edits: readonly { start: number; end: number; newText: string }[],
): string {
  const fixed = applyEdits(text, edits);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = fixed.indexOf('\n', Math.min(at, fixed.length));
  return fixed.slice(start, end < 0 ? fixed.length : end).trim();
}

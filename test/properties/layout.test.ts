import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import { applyEdits, combinePreferred } from '../../src/core/findings/applyFixes';
import { foldKey } from '../../src/core/fold';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { LANGUAGE_OF, annotatedDocuments, withoutNotes } from '../support/annotated';
import { recordOfTests } from '../support/recordOfTests';
import { RUNS, sampleOf } from '../support/runs';

/** The paragraphs of the annotated documents: real policy sentences, half of them without a finding. */
const PARAGRAPHS = [
  ...new Set(
    annotatedDocuments(join(__dirname, '../check'))
      .filter((file) => /\.(?:md|txt)$/.test(file))
      .flatMap((file) => withoutNotes(readFileSync(file, 'utf8')).split(/\n{2,}/)),
  ),
].filter((paragraph) => /^\p{L}/u.test(paragraph) && !/[`|<[*_]|^\S+\n[=-]+$|^[-+] /m.test(paragraph));

function found(text: string, languageId = 'markdown'): string[] {
  const { findings } = check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
  return findings.map(
    (finding) => `${finding.rule} ${finding.severity} ${foldKey(finding.text.replace(/\n[ >]*/g, ' '))}`,
  );
}

const SAMPLE = sampleOf(PARAGRAPHS, 16);

/** The paragraphs of the sample, each with what is found in it before its layout changes. */
const TRIED = SAMPLE.map((paragraph) => ({ paragraph, findings: found(paragraph) }));

/** Compares the findings in all paragraphs that the change of the layout affects. */
function assertSameFindings(change: (text: string) => string): void {
  const changed = TRIED.map((tried) => ({ ...tried, text: change(tried.paragraph) }));
  const affected = changed.filter(({ paragraph, text }) => text !== paragraph);
  assert.ok(affected.length > TRIED.length / 20, `only ${affected.length} paragraphs change`);
  for (const { paragraph, text, findings } of affected) assert.deepEqual(found(text), findings, paragraph);
}

describe('layout', () => {
  const layouts: [name: string, change: (text: string) => string][] = [
    ['wrapped at 40 columns', (text) => wrap(text, 40)],
    ['with no-break blanks', (text) => text.replace(/ /g, '\u00a0')],
    ['with curly apostrophes', (text) => text.replace(/(\p{L})'(\p{L})/gu, '$1’$2')],
    ['decomposed (NFD)', (text) => text.normalize('NFD')],
    ['with CRLF', (text) => wrap(text, 60).replace(/\n/g, '\r\n')],
    ['in a list item', (text) => `- ${wrap(text, 50).replace(/\n/g, '\n  ')}`],
    ['in a call-out', (text) => `> [!NOTE]\n> ${wrap(text, 50).replace(/\n/g, '\n> ')}`],
  ];
  for (const [name, change] of layouts) {
    it(`gives the same findings ${name}`, () => assertSameFindings(change));
  }

  it('gives the same findings with emphasis around a word of a name', () =>
    assertSameFindings((text) =>
      text.replace(
        /\b(Global|International|Intergovernmental|Pacto|Pacte|Comité|Organisation|Organización)\b(?= \p{L})/gu,
        '**$1**',
      ),
    ));

  it('has paragraphs to try', () => assert.ok(PARAGRAPHS.length > 500, String(PARAGRAPHS.length)));
});

describe('fixes', () => {
  it('leave nothing to fix and change no code unit outside their edits', () => {
    for (const paragraph of SAMPLE) {
      let text = paragraph;
      for (let round = 0; round < 4; round++) {
        const { findings } = check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
        const edits = combinePreferred(findings);
        if (edits.length === 0) break;
        const fixed = applyEdits(text, edits);
        assert.equal(
          outside(
            text,
            edits.map(({ start, end }) => [start, end]),
          ),
          outside(fixed, shifted(edits)),
          paragraph,
        );
        text = fixed;
        assert.ok(round < 3, `still fixable after three rounds: ${text}`);
      }
    }
  });
});

describe('any input', () => {
  const piece = fc.constantFrom(
    'ICEM',
    'the IOM',
    'Global Compact',
    'for Migration',
    '1965',
    ' in ',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '| ',
    '`',
    '```',
    '**',
    '_',
    '“',
    '”',
    '«',
    '"',
    "'",
    '<!--',
    '-->',
    '[',
    '](',
    ')',
    '&nbsp;',
    '<em>',
    '$',
    '# ',
    '---\n',
    '\ud83d',
    'é',
    'e\u0301',
    '\u00ad',
    '\r\n',
    '.',
    ';',
    '(',
    'Comité',
    'migrants',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  it('gives sorted spans inside the text, with text and edits that fit', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...new Set(Object.values(LANGUAGE_OF))), (document, languageId) => {
        const { findings, allowed } = check(
          { text: document, languageId, lang: 'auto' },
          recordOfTests(),
          DEFAULT_OPTIONS,
        );
        for (const list of [findings, allowed]) {
          list.forEach((item, i) => {
            assert.ok(item.start >= 0 && item.start < item.end && item.end <= document.length);
            assert.equal(item.text, document.slice(item.start, item.end));
            if (i > 0) assert.ok(list[i - 1]!.end <= item.start, 'disjoint and sorted');
          });
        }
        for (const { fixes } of findings) {
          assert.ok(fixes.filter((fix) => fix.preferred).length <= 1);
          for (const { edits } of fixes)
            edits.forEach((edit, i) =>
              assert.ok(edit.start >= (edits[i - 1]?.end ?? 0) && edit.end <= document.length),
            );
        }
      }),
      { numRuns: RUNS * 40 },
    );
  });
});

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  // A line must not begin with a mark that Markdown would read as a list, heading or quotation.
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length >= width && !/^(?:[-+*#>=|:]|\d+[.)]$)/.test(word)) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}

function outside(text: string, spans: readonly (readonly [number, number])[]): string {
  let rest = '';
  let position = 0;
  for (const [start, end] of spans) {
    rest += `${text.slice(position, start)}\u0000`;
    position = end;
  }
  return rest + text.slice(position);
}

/** The ranges of the edits’ new texts after applying. */
function shifted(edits: readonly { start: number; end: number; newText: string }[]): [number, number][] {
  let shift = 0;
  return edits.map(({ start, end, newText }) => {
    const span: [number, number] = [start + shift, start + shift + newText.length];
    shift += newText.length - (end - start);
    return span;
  });
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNotebook } from '../../src/core/notebook/readNotebook';

/** A cell with its source as an array of lines, or as one string. */
interface Cell {
  readonly type: string;
  readonly source: string;
  readonly inLines: boolean;
}

/** The file of a notebook; `ascii` writes other letters as escapes. */
function fileOf(cells: readonly Cell[], indent: number, ascii = false): string {
  const file = JSON.stringify(
    {
      cells: cells.map(({ type, source, inLines }) => ({
        cell_type: type,
        metadata: { source: 'no source' },
        source: inLines ? source.split(/(?<=\n)/) : source,
        ...(type === 'code' ? { outputs: [{ cells: [{ source: 'no source' }] }] } : {}),
      })),
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    },
    undefined,
    indent,
  );
  const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return ascii ? file.replace(/[^\0-\x7f]/g, escaped) : file;
}

function read(file: string) {
  const notebook = readNotebook(file);
  assert.ok(notebook.kind === 'notebook', JSON.stringify(notebook));
  return notebook.map;
}

const markdown = (source: string): Cell => ({ type: 'markdown', source, inLines: true });
const code = (source: string): Cell => ({ type: 'code', source, inLines: true });

const WORDS = fc.stringMatching(/^[a-zé"\\\n\t“😀 ]{0,30}$/u);
const CELLS = fc.array(
  fc.record({ type: fc.constantFrom('markdown', 'code', 'raw'), source: WORDS, inLines: fc.boolean() }),
  { maxLength: 6 },
);

describe('the text of a notebook', () => {
  it('is that of its Markdown cells, divided by blank lines', () => {
    const file = fileOf([markdown('# Title\n\nOne.'), code('x = "ICEM"'), markdown(''), markdown('Two “2”.\n')], 1);
    assert.equal(read(file).text, '# Title\n\nOne.\n\nTwo “2”.\n');
  });

  it('is at the place in the file from which it was read, in whatever form the file has', () => {
    fc.assert(
      fc.property(CELLS, fc.nat({ max: 2 }), fc.boolean(), (cells, indent, ascii) => {
        const file = fileOf(cells, indent, ascii);
        const map = read(file);
        const sources = cells.filter(({ type, source }) => type === 'markdown' && source !== '');
        assert.equal(map.text, sources.map(({ source }) => source).join('\n\n'));
        let start = 0;
        for (const cell of sources) {
          for (let at = start; at < start + cell.source.length; at++) {
            const place = map.inFile({ start: at, end: at + 1 });
            assert.equal(JSON.parse(`"${file.slice(place.start, place.end)}"`), map.text[at]);
            const before = cell.source.slice(0, at - start).split('\n');
            assert.deepEqual(map.placeOf(place.start), {
              cell: cells.indexOf(cell) + 1,
              line: before.length,
              column: before.at(-1)!.length + 1,
            });
          }
          start += cell.source.length + 2;
        }
      }),
    );
  });

  it('is changed by an edit as the writer would, and the file is the same before and after it', () => {
    const EDIT = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), newText: WORDS });
    fc.assert(
      fc.property(CELLS, fc.nat({ max: 2 }), fc.boolean(), EDIT, (cells, indent, ascii, { at, length, newText }) => {
        const file = fileOf(cells, indent, ascii);
        const map = read(file);
        const sources = cells.filter(({ type, source }) => type === 'markdown' && source !== '');
        fc.pre(sources.length > 0);
        // An edit is within a cell.
        const own = sources[at % sources.length]!;
        const from = at % (own.source.length + 1);
        const to = Math.min(own.source.length, from + length);
        const start = sources.slice(0, sources.indexOf(own)).reduce((sum, { source }) => sum + source.length + 2, from);
        const edit = map.edit({ start, end: start + to - from, newText });
        const changed = file.slice(0, edit.start) + edit.newText + file.slice(edit.end);
        const wanted = own.source.slice(0, from) + newText + own.source.slice(to);
        const sourcesOf = (text: string) =>
          (JSON.parse(text) as { cells: { source: string | string[] }[] }).cells.map(({ source }) =>
            typeof source === 'string' ? source : source.join(''),
          );
        assert.deepEqual(
          sourcesOf(changed),
          cells.map((cell) => (cell === own ? wanted : cell.source)),
        );
      }),
    );
  });

  for (const [file, why] of [
    ['{"cells": [', 'not-json'],
    ['ICEM', 'not-json'],
    ['[]', 'not-a-notebook'],
    ['null', 'not-a-notebook'],
    ['{"cells": []}', 'not-a-notebook'],
    ['{"nbformat": 3, "worksheets": []}', 'old'],
    [`{"nbformat": 4, "cells": ${'['.repeat(200)}${']'.repeat(200)}}`, 'too-deep'],
  ] as const) {
    it(`is not read from ${file.slice(0, 30)}`, () => assert.deepEqual(readNotebook(file), { kind: 'problem', why }));
  }

  it('is empty for a notebook without cells, or with cells of no kind', () => {
    for (const cells of ['[]', '[null, 1, {"source": ["ICEM"]}, {"cell_type": "markdown", "source": [["ICEM"], 2]}]']) {
      const map = read(`{"nbformat": 4, "cells": ${cells}}`);
      assert.equal(map.text, '');
      assert.equal(map.placeOf(3), undefined);
    }
  });
});

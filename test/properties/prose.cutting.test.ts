import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Span } from '../../src/core/document';
import { formatOf } from '../../src/core/prose/languages';
import type { Block } from '../../src/core/prose/prose';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { MARKS, PLAIN } from '../support/marksOfFormats';
import { RUNS, sampleOf } from '../support/runs';

// However a text is cut, its parts contain the same blocks: wherever a part may begin after a closed one, reading the
// two separately gives the same result as reading the whole. By induction, this holds for any number of parts.

describe('a text that is cut', function () {
  this.timeout(Math.max(300_000, RUNS * 240));

  for (const languageId of Object.keys(MARKS)) {
    const marks = fc
      .array(fc.oneof(fc.constantFrom(...MARKS[languageId]!), fc.constantFrom(...PLAIN)), {
        minLength: 6,
        maxLength: 40,
        size: 'max',
      })
      .map((pieces) => pieces.join(''));
    it(`contains the same blocks (${languageId})`, () =>
      fc.assert(
        fc.property(marks, (text) => assertCut(text, languageId)),
        { numRuns: RUNS * 12 },
      ));
  }

  it('contains the same blocks where a blank line has a tab above a row of cells', () =>
    assertCut('\t\r\n- \tx- x- - x', 'plaintext'));

  const documents = annotatedDocuments(join(__dirname, '../check'))
    .map((file) => withoutNotes(readFileSync(file, 'utf8')))
    .filter(({ length }) => length < 1500);
  for (const languageId of Object.keys(MARKS)) {
    it(`contains the same blocks in the documents of the tests (${languageId})`, () => {
      for (const text of sampleOf(documents, 4)) assertCut(text, languageId);
    });
  }

  it('is cut in everyday texts', () => {
    const table: readonly (readonly [languageId: string, text: string])[] = [
      [
        'html',
        '<!doctype html>\n<html lang="fr">\n<head><title>x</title></head>\n<body class="home">\n¶<main>\n¶<div class="text">\n¶<h1>One</h1>\n¶<p>Two.</p>\n¶<ul>\n<li>Three</li>\n</ul>\n¶<div class="card">\n¶<p>Four\n¶<p>Five\n</div>\n</div>\n</main>\n</body>\n</html>\n',
      ],
      [
        'latex',
        '\\documentclass{article}\n\n\\usepackage{x}\n\n\\begin{document}\n\n¶One.\n\n¶\\section{Two}\n\n¶Three\\footnote{Four.}.\n\n\\begin{quote}\nFive\n\nSix\n\\end{quote}\n\n¶Seven.\n\n\\end{document}\n',
      ],
      ['latex', '\\section{Two}\n\n¶Three\n\n¶Four\n'],
      ['bibtex', '@misc{x,\n  title = {One},\n}\n\n¶@book{y}\n¶@book{z}\n'],
      ['org', '#+title: x\n\n* One\n\n¶Two\n\n#+begin_quote\nThree\n\nFour\n#+end_quote\n\n¶** Five\n'],
      ['asciidoc', '= One\n:lang: fr\n\n¶Two\n\n¶== Three\n\n____\nFour\n\nFive\n____\n\n¶Six\n'],
      ['typst', '#set text(lang: "fr")\n#let x = [\n\ny]\n\n= One\n\n¶Two\n\n#quote[\n\nThree\n\nFour]\n\n¶Five\n'],
    ];
    for (const [languageId, marked] of table) {
      const text = marked.replaceAll('¶', '');
      assert.equal(
        closedCuts(text, languageId).reduceRight((cut, at) => `${cut.slice(0, at)}¶${cut.slice(at)}`, text),
        marked,
      );
      assertCut(text, languageId);
    }
  });
});

/** The offsets at which a part may begin after a closed one. */
function closedCuts(text: string, languageId: string): readonly number[] {
  const format = formatOf(languageId);
  const { cutting } = format;
  const cuts: number[] = [];
  if (cutting)
    for (let at = cutting.nextCut(text, 1); at < text.length; at = cutting.nextCut(text, at + 1))
      if (format.readPart(text.slice(0, at), true).isClosed) cuts.push(at);
  return cuts;
}

function assertCut(text: string, languageId: string): void {
  const format = formatOf(languageId);
  const { cutting } = format;
  if (!cutting) return;
  for (let at = cutting.nextCut(text, 1); at < text.length; at = cutting.nextCut(text, at + 1)) {
    assert.ok(
      cutting.isCut(text, at) &&
        text.slice(at, text.indexOf('\n', at) >= 0 ? text.indexOf('\n', at) : text.length).trim() !== '',
      'a line that is not blank',
    );
    const before = text.slice(0, at);
    const after = text.slice(at);
    for (const isFirst of [true, false]) {
      const head = format.readPart(before, isFirst);
      if (!head.isClosed) continue;
      const tail = format.readPart(after, false);
      assert.deepEqual(
        [...shown(head.blocks, 0), ...shown(tail.blocks, at)],
        shown(format.readPart(text, isFirst).blocks, 0),
        JSON.stringify([before, after]),
      );
      for (const block of head.blocks)
        assert.deepEqual(
          format.readInlines(before, block),
          format.readInlines(text, block),
          JSON.stringify([before, after]),
        );
      for (const block of tail.blocks)
        assert.deepEqual(
          shown(format.readInlines(after, block), at),
          format.readInlines(text, { ...block, start: block.start + at, end: block.end + at }),
          JSON.stringify([before, after]),
        );
      const [isCommentAfter, isComment] = [format.commentsIn(after), format.commentsIn(text)];
      for (const i of places(text, at))
        assert.equal(isCommentAfter(i - at), isComment(i), `a comment at ${i} of ${JSON.stringify(text)}`);
      if (isFirst)
        assert.equal(format.declaredLanguage(before), format.declaredLanguage(text), JSON.stringify([before, after]));
    }
  }
}

/** The offsets to test for comments: all in a short text, otherwise those of ignore comments. */
function places(text: string, from: number): readonly number[] {
  return text.length < 500
    ? Array.from({ length: text.length - from }, (_, i) => from + i)
    : [...text.matchAll(/migration-terms-/g)].map(({ index }) => index).filter((index) => index >= from);
}

function shown(spans: readonly (Span & Partial<Pick<Block, 'within'>>)[], from: number): readonly object[] {
  return spans.map(({ within, ...span }) => ({
    ...span,
    start: span.start + from,
    end: span.end + from,
    ...(within && { within: within.start + from }),
  }));
}

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { formatOf } from '../../src/core/prose/languages';
import { Prose, type Block } from '../../src/core/prose/prose';
import { recordOfTests } from './recordOfTests';

/** The marks of all formats, and a little text: what documents of any kind are made of. */
export const MARKS = [
  '<p>',
  '</p>',
  '<td>',
  '<tr>',
  '<li>',
  '<dd>',
  '<dt>',
  '<code>',
  '</code>',
  '<q>',
  '<a href="',
  '">',
  '<!--',
  '-->',
  '<pre>',
  '<img alt="x">',
  '&eacute;',
  '<table>',
  '<blockquote>',
  '\\',
  '\\section{',
  '\\footnote{',
  '\\begin{tabular}{l}',
  '\\end{tabular}',
  '\\begin{verbatim}',
  '\\cite[',
  '\\item',
  '{',
  '}',
  '$',
  '$$',
  '%',
  '``',
  "''",
  '\\\\',
  '\\[',
  '\\verb|',
  '&',
  '~',
  "\\'e",
  '\\emph{',
  '.. ',
  '::',
  ':ref:`',
  '`',
  '===',
  '---',
  '+--+',
  '|',
  '>>> ',
  '.. note::',
  '.. figure:: x',
  '   ',
  ':x: ',
  '[1]_',
  '.. list-table::',
  '* - ',
  '====  ====',
  '= ',
  '== ',
  '____',
  '----',
  '|===',
  'footnote:[',
  'link:',
  '<<',
  '>>',
  '[quote]',
  '////',
  '// ',
  '{x}',
  '"`',
  '`"',
  '+',
  '#',
  '#quote[',
  '#footnote[',
  '#table(columns: 2, ',
  '#let x = ',
  '(',
  ')',
  '[',
  ']',
  '"',
  ',',
  '/*',
  '*/',
  '```',
  '@x',
  '_',
  '*',
  '#+begin_src',
  '#+end_src',
  '#+begin_quote',
  '#+title: ',
  '[fn::',
  '[[',
  ']]',
  ':x:',
  '=',
  '@misc{',
  'title = {',
  'x',
  'ICEM',
  ' ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '- ',
  '1. ',
  'https://x.org',
];

/**
 * Throws unless the document can be read and checked: blocks, inlines and findings within the text, sorted, disjoint.
 */
export function assertReadable(text: string, languageId: string): void {
  const prose = new Prose(text, formatOf(languageId));
  let before: Block | undefined;
  for (const block of prose.blocks) {
    assert.ok(block.start < block.end && block.start >= 0 && block.end <= text.length, 'a block within the text');
    if (block.within)
      assert.ok(block.within.start < block.start && block.end <= block.within.end, 'a footnote within its block');
    else assert.ok(!before || block.start >= before.end, 'blocks sorted and disjoint');
    if (before) assert.ok(block.start >= before.start);
    if (!block.within) before = block;
    let from = 0;
    for (const inline of prose.inlinesOf(block)) {
      assert.ok(
        inline.start >= from && inline.start < inline.end && inline.start >= block.start && inline.end <= block.end,
        `${inline.kind} ${inline.start}-${inline.end} in ${block.start}-${block.end}`,
      );
      from = inline.start;
    }
  }
  const isComment = prose.format.commentsIn(text);
  for (let offset = 0; offset < text.length; offset++) {
    prose.format.readEscape?.(text, offset);
    isComment(offset);
  }
  const { findings, allowed } = check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
  // A value may be that of a name, as is a person's in an office.
  const names = allowed.filter(({ value }) => value === undefined);
  const values = allowed.filter(({ value }) => value !== undefined);
  for (const found of [findings, names, values]) {
    let end = 0;
    for (const finding of found) {
      assert.ok(
        finding.start >= end && finding.start < finding.end && finding.end <= text.length,
        `${finding.start}-${finding.end} after ${end}`,
      );
      assert.equal(finding.text, text.slice(finding.start, finding.end));
      end = finding.end;
    }
  }
  for (const { fixes } of findings) {
    for (const { edits } of fixes)
      for (const edit of edits) assert.ok(edit.start <= edit.end && edit.end <= text.length, 'an edit within the text');
  }
}

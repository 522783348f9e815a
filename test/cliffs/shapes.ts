import { MARK_SHAPES } from './markShapes';
import { PARAGRAPH_SHAPES } from './paragraphShapes';
import type { Shape } from './shape';
import { TEXT_SHAPES } from './textShapes';

/**
 * Texts that a reader of markup or of sentences may go over again and again: runs of marks, openers that nothing
 * closes, nested structure, long words and addresses, names and years in a row, and everything in one paragraph. Each
 * is between two sentences with names, because the inside of a block is read only if the block has a name.
 */
const ALL: readonly Shape[] = [...MARK_SHAPES, ...TEXT_SHAPES, ...PARAGRAPH_SHAPES];

const USUAL: ReadonlySet<string> = new Set([
  'curved apostrophes in French',
  'accents apart in a paragraph',
  'blanks without width',
  'marks of quotations',
  'run of .',
  'run of !',
  'run of ?',
  'run of …',
  'run of (',
  'run of [',
  'run of {',
  'run of <',
  'run of "',
  'run of “',
  'run of `',
  'run of *',
  'run of _',
  'run of $',
  'run of \\',
  'run of #',
  'run of @',
  'run of -',
  '@ within a word',
  '_ within a word',
  '- within a word',
  'letters',
  'blanks',
  'combining accents',
  'open brackets and words',
  'quotations that open',
  'stop and capital',
  'opener [a](',
  'opener [a](b ',
  'opener [a][',
  'opener [^a',
  'opener <i>',
  'opener <q>',
  'opener <b',
  'opener <a href="',
  'opener <blockquote>',
  'opener <!-- a ',
  'opener @a',
  'opener a@',
  'opener https://a',
  'opener www.',
  'opener \\emph{',
  'opener \\footnote{',
  'opener \\begin{a}',
  'opener `a ',
  'opener $a ',
  'opener #quote[',
  'opener #footnote[',
  'opener #f(',
  'opener link:a[',
  'opener [fn:a ',
  'opener :a:`',
  'opener title = {',
  'lines > a\n',
  'lines - a\n',
  'lines |a|b|\n',
  'lines # a\n',
  'lines ```\n',
  'lines |===\n',
  'ICEM with ',
  'ICEM with -',
  'ICEM with .',
  'IOM with , ',
  '1956  in a row',
  'in 1956  with ICEM',
  'Mr.  in a row',
  'Dr in a row',
  'English prose',
  'French names',
  'Spanish names',
  'no stop',
  'a name now and then',
  'former names among years',
  'names, then years',
  'years, then names',
  'the treaty taken up',
  'rows of names',
  'paragraphs of an abbreviation',
  'opened here, closed there',
  'ignore comments',
  'ignore words',
  'ICEM deep in <i> </i>',
  'ICEM deep in [ ]',
  'ICEM deep in \\emph{ }',
  'ICEM deep in #emph[ ]',
  'backquotes in longer and longer runs',
]);

/** The shapes that are measured each time: those that once took more than linear time, and some of each other kind. */
export const SHAPES: readonly Shape[] = ALL.filter(({ name }) => USUAL.has(name));

/** All others. */
export const MORE_SHAPES: readonly Shape[] = ALL.filter(({ name }) => !USUAL.has(name));

/** A shape with how long it is at first in the test, in code units; eight times as much is the larger one. */
export interface TestedShape extends Shape {
  readonly length: number;
}

/** The usual shapes that the test measures: those without which nothing is missed take too long for it. */
export function testedShapes(): readonly TestedShape[] {
  return SHAPES.filter(({ name }) => !LIKE_OTHERS.has(name)).map((shape) => ({ ...shape, length: lengthOf(shape) }));
}

function lengthOf({ name }: Shape): number {
  return LONGEST.has(name) ? 12_500 : PARAGRAPHS.has(name) ? 5000 : LONGER.has(name) ? 1500 : 600;
}

const LIKE_OTHERS: ReadonlySet<string> = new Set([
  'run of (',
  'run of {',
  'run of *',
  'run of _',
  'run of $',
  'run of \\',
  'run of #',
  'ICEM with .',
  'IOM with , ',
  'in 1956  with ICEM',
  'lines - a\n',
  'lines # a\n',
  'Spanish names',
  'rows of names',
  'paragraphs of an abbreviation',
  'ICEM deep in #emph[ ]',
]);

/** Prose, in which a thousand code units take next to no time. */
const LONGEST: ReadonlySet<string> = new Set(['English prose', 'a name now and then']);

/** What shows in a paragraph of several pages only. */
const PARAGRAPHS: ReadonlySet<string> = new Set([
  'curved apostrophes in French',
  'accents apart in a paragraph',
  'blanks without width',
  'marks of quotations',
]);

/** What once took more than linear time first of all. */
const LONGER: ReadonlySet<string> = new Set([
  'run of .',
  'run of !',
  'run of ?',
  'run of …',
  'letters',
  'opener @a',
  'opener a@',
  'opener https://a',
  'opener [a](',
  'opener <i>',
  'opener <q>',
  'opener <blockquote>',
  'ICEM deep in [ ]',
  'ICEM deep in <i> </i>',
  'ignore words',
]);

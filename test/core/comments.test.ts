import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { formatOf } from '../../src/core/prose/languages';
import { MARKS } from '../support/anyDocument';
import { assertLinear } from '../support/growth';

/** Marks that begin or end comments in some format. */
const COMMENT_MARKS = [
  '<!-- ',
  ' -->',
  '% ',
  '\\',
  '@comment{',
  '@',
  '// ',
  ':',
  '/* ',
  '{/* ',
  ' */}',
  ' */',
  '////\n',
  '# ',
  '#+begin_comment\n',
  '#+end_comment\n',
  '.. ',
  '.. note:: ',
  '  ',
  '> ',
  '\n',
  '\r\n',
  '\n\n',
  'a ',
];

const text = fc.array(fc.constantFrom(...COMMENT_MARKS, ...MARKS), { maxLength: 60 }).map((marks) => marks.join(''));

describe('comments', () => {
  for (const languageId of LANGUAGE_IDS) {
    const { commentsIn } = formatOf(languageId);

    it(`are the same in ${languageId}, whatever offset is tested first`, () =>
      fc.assert(
        fc.property(text, (any) => {
          const isComment = commentsIn(any);
          for (let offset = 0; offset <= any.length; offset++)
            assert.equal(isComment(offset), commentsIn(any)(offset), `${offset} of ${JSON.stringify(any)}`);
        }),
        { numRuns: 60 },
      ));

    for (const mark of ['', '{/* ', '<!-- ', '<!-- -->', '% ', '/* ', '# ', '  ', '@comment{\r']) {
      it(`are found in linear time in ${languageId}, in lines that begin with ${JSON.stringify(mark)}`, () =>
        assertLinear((count) => {
          const line = `${mark}migration-terms-disable\n`;
          const lines = line.repeat(count);
          return () => {
            const isComment = commentsIn(lines);
            for (let i = 0; i < count; i++) isComment(i * line.length + mark.length);
          };
        }, 400));
    }
  }
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { readSentences } from '../../src/core/context/sentence';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';
import { builtinTermbase } from '../../src/core/termbase/builtin';

describe('sentences', () => {
  it('that never end are read in pieces, so that the work for each stays small', () => {
    for (const unit of ['ICEM assists migrants, ', 'ICEM assists migrants ', 'ICEM;', 'x']) {
      const text = unit.repeat(Math.ceil(30_000 / unit.length));
      const prose = new Prose(text, formatOf('markdown'));
      const [block] = prose.blocks;
      const sentences = readSentences(prose, block);
      assert.ok(sentences.every(({ start, end }) => end - start <= 2000));
      assert.equal(sentences.map(({ start, end }) => text.slice(start, end)).join(''), text.slice(block.start, block.end));
    }
  });

  it('that never end have each of their names judged', () => {
    const { findings } = check({ text: 'ICEM assists migrants, '.repeat(500), languageId: 'markdown', lang: 'en' }, builtinTermbase(), DEFAULT_OPTIONS);
    assert.equal(findings.filter(({ rule }) => rule === 'superseded-name').length, 500);
  });
});

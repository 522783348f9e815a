import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { readSentences } from '../../src/core/reading/sentence';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';
import { recordOfTests } from '../support/recordOfTests';

describe('sentences', () => {
  it('without a full stop are split into pieces, which limits the work for each', () => {
    for (const unit of ['ICEM assists migrants, ', 'ICEM assists migrants ', 'ICEM;', 'x']) {
      const text = unit.repeat(Math.ceil(30_000 / unit.length));
      const prose = new Prose(text, formatOf('markdown'));
      const [block] = prose.blocks;
      const sentences = readSentences(prose, block!);
      assert.ok(sentences.every(({ start, end }) => end - start <= 2000));
      assert.equal(
        sentences.map(({ start, end }) => text.slice(start, end)).join(''),
        text.slice(block!.start, block!.end),
      );
    }
  });

  it('give every name of a megabyte paragraph the year by which it is judged', () => {
    const text = `${'The fund was paid in 1995. '.repeat(32_000)}${'ICEM paid the migrants. '.repeat(20)}`;
    const { findings } = check({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS);
    assert.deepEqual(
      findings.map(({ rule, evidence }) => `${rule} ${evidence[0]?.text}`),
      Array.from({ length: 20 }, () => 'anachronistic-name 1995'),
    );
  });

  it('without a full stop have each of their names judged', () => {
    const { findings } = check(
      { text: 'ICEM assists migrants, '.repeat(500), languageId: 'markdown', lang: 'en' },
      recordOfTests(),
      DEFAULT_OPTIONS,
    );
    assert.equal(findings.filter(({ rule }) => rule === 'superseded-name').length, 500);
  });
});

describe('the contents of a Markdown block', () => {
  const inside = (text: string): string[] => {
    const prose = new Prose(text, formatOf('markdown'));
    return prose.blocks.flatMap((block) =>
      prose.inlinesOf(block).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
    );
  };

  const table: [text: string, expected: string[]][] = [
    ['See WWW.X.ORG/ICEM there.', ['url WWW.X.ORG/ICEM']],
    ['See http://x.org/ICEM there.', ['url http://x.org/ICEM']],
    ['Ask a@ICEM.org there.', ['url a@ICEM.org']],
    ['See ![ICEM](icem.png) there.', ['link ICEM', 'url (icem.png)']],
    ['The part {#ICEM} there.', ['markup {#ICEM}']],
    ['As @icem1965 says.', ['key @icem1965']],
    ['A price of $x_1$ there.', ['math $x_1$']],
    ['Words wander, who would know.', []],
  ];
  for (const [text, expected] of table) it(text, () => assert.deepEqual(inside(text), expected));

  it('do not end a sentence at a full stop inside code', () => {
    const text = 'The call `a. B` is told. Then more.';
    const prose = new Prose(text, formatOf('markdown'));
    assert.deepEqual(
      readSentences(prose, prose.blocks[0]!).map(({ start, end }) => text.slice(start, end).trim()),
      ['The call `a. B` is told.', 'Then more.'],
    );
  });

  it('distinguish captions from paragraphs in three languages', () => {
    for (const text of ['Gráfico 1. Flujos', 'Tableau 2 : flux', ': Flows by year', 'Figure 3: flows'])
      assert.equal(formatOf('markdown').readPart(text, true).blocks[0]!.kind, 'caption', text);
    assert.equal(formatOf('markdown').readPart('Gráficos de flujos', true).blocks[0]!.kind, 'paragraph');
  });
});

describe('the meaning of an abbreviation', () => {
  it('does not follow from the abbreviation itself', () => {
    const reasonOf = (text: string): string[] =>
      check({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS).allowed.map(
        ({ reason }) => reason,
      );
    assert.deepEqual(reasonOf('IOM met in the spring.'), ['no-anchor']);
    assert.deepEqual(reasonOf('IOM met migrants in the spring.'), ['current']);
  });
});

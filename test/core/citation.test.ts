import assert from 'node:assert/strict';
import { bibtexOf } from '../../src/core/citation/bibtex';
import { CITATION_STYLES, citeFact, usualStyle, type CitationStyle } from '../../src/core/citation/cite';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import type { Fact, Source } from '../../src/core/termbase/concept';
import { escapeLatex } from '../../src/core/citation/escapeText';

const resolution: Source = {
  id: 'res',
  title: 'Global Compact for 100% safe & orderly Migration_',
  publisher: 'United Nations',
  issued: '2018-12-19',
  number: 'A/RES/73/195',
  URL: 'https://undocs.org/A_B?c=100%25#x',
};
const page: Source = { id: 'page', title: 'IOM, a page', publisher: 'IOM', issued: '2024-01' };
const fact: Fact = {
  id: 'members',
  subject: 'iom',
  property: 'member-states',
  value: 175,
  section: 'structure-membership-leadership',
  confidence: 'A',
  sources: ['res', 'page', 'gone'],
  statement: { en: 'IOM has 175 Member States & *more*.', fr: "L'OIM compte 175 États membres." },
};
const sources = new Map([resolution, page].map((source) => [source.id, source]));
const cite = (style: CitationStyle, lang: 'en' | 'fr' | 'es' = 'en') => citeFact(fact, sources, style, lang);

describe('a fact is cited', () => {
  it('in plain text', () => {
    assert.equal(
      cite('plain').text,
      'IOM has 175 Member States & *more*. (United Nations, Global Compact for 100% safe & orderly Migration_, A/RES/73/195 (19 December 2018), https://undocs.org/A_B?c=100%25#x; “IOM, a page” (January 2024))',
    );
  });

  it('by a Markdown footnote', () => {
    const { text, footnote } = cite('markdown-footnote');
    assert.equal(text, 'IOM has 175 Member States & \\*more\\*.[^members]');
    assert.equal(
      footnote,
      '[^members]: United Nations, Global Compact for 100% safe & orderly Migration\\_, A/RES/73/195 (19 December 2018), <https://undocs.org/A_B?c=100%25#x>; “IOM, a page” (January 2024).',
    );
  });

  it('by a Pandoc key, before the full stop', () => {
    const { text, bibliography } = cite('pandoc');
    assert.equal(text, 'IOM has 175 Member States & \\*more\\* [@migration-terms-res; @migration-terms-page].');
    assert.match(bibliography, /^@misc\{migration-terms-res,\n[^]*\n\n@misc\{migration-terms-page,/);
  });

  it('by a LaTeX footnote', () => {
    assert.equal(
      cite('latex-footnote').text,
      'IOM has 175 Member States \\& *more*.\\footnote{United Nations, Global Compact for 100\\% safe \\& orderly Migration\\_, A/RES/73/195 (19 December 2018), \\url{https://undocs.org/A_B?c=100\\%25\\#x}; “IOM, a page” (January 2024).}',
    );
  });

  it('by a LaTeX key', () => {
    assert.equal(
      cite('latex-cite').text,
      'IOM has 175 Member States \\& *more*~\\cite{migration-terms-res,migration-terms-page}.',
    );
  });

  it('by a footnote that Word pastes as such, in HTML', () => {
    const { text, footnote } = cite('word');
    assert.equal(
      text,
      'IOM has 175 Member States &amp; *more*.<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
    );
    assert.match(
      footnote,
      /^<div style="mso-element:footnote-list"><div style="mso-element:footnote" id="ftn1"><p><a /,
    );
    assert.match(
      footnote,
      /100% safe &amp; orderly Migration_, A\/RES\/73\/195 \(19 December 2018\), <a href="https:\/\/undocs\.org\/A_B\?c=100%25#x">/,
    );
  });

  it('in the language of the document', () => {
    assert.match(cite('plain', 'fr').text, /^L'OIM compte 175 États membres\. \(.*\(19 décembre 2018\)/);
    assert.match(cite('plain', 'es').text, /^IOM has .*\(19 de diciembre de 2018\)/);
  });

  it('without a reference if no source is known', () => {
    assert.deepEqual(citeFact({ ...fact, sources: ['gone'] }, sources, 'pandoc', 'en'), {
      text: 'IOM has 175 Member States & \\*more\\*.',
      footnote: '',
      bibliography: '',
    });
  });

  it('in the style of its document', () => {
    assert.deepEqual(['markdown', 'quarto', 'latex', 'plaintext', 'html'].map(usualStyle), [
      'markdown-footnote',
      'pandoc',
      'latex-footnote',
      'plain',
      'plain',
    ]);
  });
});

describe('a source', () => {
  it('is a BibTeX entry', () => {
    assert.equal(
      bibtexOf(resolution, 'en'),
      [
        '@misc{migration-terms-res,',
        '  title = {{Global Compact for 100\\% safe \\& orderly Migration\\_}},',
        '  author = {{United Nations}},',
        '  year = {2018},',
        '  month = {12},',
        '  number = {A/RES/73/195},',
        '  url = {https://undocs.org/A_B?c=100%25#x}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('has its note in the language of the text, in English if that is missing, or one text for all', () => {
    const noted = { id: 'x', title: 'X', note: { en: 'Seen as a copy.', es: 'Visto en copia.' } };
    for (const lang of ['en', 'fr'] as const) assert.match(bibtexOf(noted, lang), /note = \{Seen as a copy\.\}/);
    assert.match(bibtexOf(noted, 'es'), /note = \{Visto en copia\.\}/);
    assert.match(bibtexOf({ id: 'x', title: 'X', note: 'Ours.' }, 'fr'), /note = \{Ours\.\}/);
  });

  it('cannot break out of its entry', () => {
    assert.equal(
      escapeLatex('a}\\input{x}~^\n$'),
      'a\\}\\textbackslash{}input\\{x\\}\\textasciitilde{}\\textasciicircum{} \\$',
    );
    const entry = bibtexOf({ id: 'x', title: 'a}, note = {b', URL: 'https://a/}{\\' }, 'en');
    assert.equal(
      [...entry.replace(/\\[{}]/g, '')].filter((c) => c === '{').length,
      [...entry.replace(/\\[{}]/g, '')].filter((c) => c === '}').length,
    );
    assert.ok(!/[{}\\]$/.test(/url = \{(.*)\}/.exec(entry)![1]!));
  });
});

describe('every built-in fact', () => {
  const { facts, sources: known } = builtinTermbase();
  for (const style of CITATION_STYLES) {
    it(`can be cited in the style ${style}`, () => {
      for (const each of facts.values()) {
        const { text, footnote, bibliography } = citeFact(each, known, style, 'fr');
        assert.ok(text.length > 20, each.id);
        assert.equal(footnote !== '', style === 'markdown-footnote' || style === 'word');
        assert.equal(bibliography !== '', style === 'pandoc' || style === 'latex-cite');
        assert.ok(!/undefined|\n/.test(text + footnote), each.id);
      }
    });
  }
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { bibliographyOf, citeInPlace } from '../../src/core/describe/citeInPlace';
import { findFacts } from '../../src/core/search/search';
import { LANGS } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import type { Fact } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';
import { sampleOf } from '../support/runs';

const fact: Fact = {
  id: 'members',
  subject: 'iom',
  property: 'member-states',
  value: 175,
  section: 'structure-membership-leadership',
  confidence: 'A',
  sources: ['page'],
  statement: { en: 'IOM has 175 Member States.' },
};
const termbase: Termbase = {
  ...builtinTermbase(),
  sources: new Map([['page', { id: 'page', title: 'A page [1]', URL: 'https://example.org/a_b' }]]),
};
const cite = (languageId: string, text = 'Text.\n') =>
  citeInPlace({ text, languageId, lang: 'en' }, termbase, fact, 'en');

describe('a fact is cited in place', () => {
  it('by a footnote in each syntax that has footnotes', () => {
    assert.deepEqual(cite('markdown'), {
      text: 'IOM has 175 Member States.[^members]',
      atEnd: '\n[^members]: “A page \\[1\\]”, <https://example.org/a_b>.\n',
      bibliography: undefined,
    });
    assert.deepEqual(cite('restructuredtext'), {
      text: 'IOM has 175 Member States. [#members]_',
      atEnd: '\n.. [#members] \\“A page [1]”, https://example.org/a_b.\n',
      bibliography: undefined,
    });
    assert.equal(
      cite('asciidoc').text,
      'IOM has 175 Member States.footnote:[“A page [1\\]”, https://example.org/a_b.]',
    );
    assert.equal(
      cite('typst').text,
      'IOM has 175 Member States.#footnote[“A page \\[1\\]”, #link("https://example.org/a_b").]',
    );
    assert.equal(cite('org').atEnd, '\n[fn:members] “A page [1]”, [[https://example.org/a_b]].\n');
    assert.match(cite('latex').text, /^IOM has 175 Member States\.\\footnote\{/);
    assert.equal(cite('plaintext').text, 'IOM has 175 Member States. (“A page [1]”, https://example.org/a_b)');
  });

  it('without duplicate footnotes, and with the necessary empty lines', () => {
    assert.equal(cite('markdown', 'Text.[^members]\n\n[^members]: A page.\n').atEnd, '');
    assert.match(cite('markdown', 'Text.').atEnd, /^\n\n\[/);
    assert.match(cite('markdown', 'Text.\n\n[^a]: Other.\n').atEnd, /^\[/);
    assert.match(cite('markdown', '').atEnd, /^\[/);
  });

  it('by a key if the document names its bibliography', () => {
    const { text, atEnd, bibliography } = cite('quarto', '---\nbibliography: refs.bib\n---\n');
    assert.equal(text, 'IOM has 175 Member States [@migration-terms-page].');
    assert.equal(atEnd, '');
    assert.equal(bibliography?.path, 'refs.bib');
    assert.match(bibliography?.entries[0]!.text ?? '', /^@misc\{migration-terms-page,/);
    assert.match(cite('latex', '\\addbibresource{refs.bib}\n').text, /~\\cite\{migration-terms-page\}\.$/);
  });

  it('with the path of the bibliography as written', () => {
    for (const [text, path] of [
      ['---\ntitle: T\nbibliography:\n  - "a.bib"\n---\n', 'a.bib'],
      ['---\nbibliography: [a.bib, b.bib]\n---\n', 'a.bib'],
      ['---\ntitle: T\n---\nbibliography: a.bib\n', undefined],
      ['---\nbibliography: a.json\n---\n', undefined],
      ['', undefined],
    ] as const)
      assert.equal(bibliographyOf(text, 'markdown'), path, text);
    assert.equal(bibliographyOf('% \\bibliography{x}\n\\bibliography{refs,more}', 'latex'), 'refs.bib');
  });
});

describe('an inserted fact', () => {
  for (const languageId of ['markdown', 'plaintext'] as const) {
    it(`creates no finding, whatever it cites (${languageId})`, function () {
      this.timeout(600_000);
      const found: string[] = [];
      for (const [shift, lang] of LANGS.entries()) {
        for (const [i, fact] of sampleOf([...builtinTermbase().facts.values()], 20).entries()) {
          // The formats differ only in the citation: for the second one, each fact in one language is sufficient.
          if (languageId === 'plaintext' && i % LANGS.length !== shift) continue;
          // The statement of an unverified fact says so, in words that mix languages.
          if (fact.confidence === 'C') continue;
          const { text, atEnd } = citeInPlace({ text: '', languageId, lang }, builtinTermbase(), fact, lang);
          const { findings } = check(
            { text: `${text}\n${atEnd}`, languageId, lang: 'auto' },
            builtinTermbase(),
            DEFAULT_OPTIONS,
          );
          for (const { severity, rule, text: wrong } of findings)
            if (severity !== 'hint') found.push(`${lang} ${fact.id}: ${rule} ${wrong}`);
        }
      }
      assert.deepEqual(found, []);
    });
  }
});

describe('facts are filtered', () => {
  it('by all words, in any language, without accents', () => {
    const ids = (query: string) => findFacts(builtinTermbase(), query, 'en').facts.map(({ property }) => property);
    assert.ok(ids('etats membres oim').includes('member-states'));
    assert.ok(ids('organization founded 1951').length < ids('organization').length);
    assert.equal(
      ids('').length,
      [...builtinTermbase().facts.values()].filter(({ checkOnly }) => checkOnly !== true).length,
    );
    assert.ok(ids('memebr states').length > 0, 'a slip finds nothing');
    assert.deepEqual(ids('zzzzqqqq'), []);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bibtexOf } from '../../src/core/citation/bibtex';
import { escapeText, escapeAsciidocArgument } from '../../src/core/citation/escapeText';
import { citeInPlace } from '../../src/core/describe/citeInPlace';
import { commandLink, escapeMarkdown } from '../../src/core/describe/markdown';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import type { Fact, Source } from '../../src/core/termbase/concept';
import { HOSTILE, KIN, LEFT } from '../support/hostileText';

// Anybody may write the termbase of a workspace. Whatever it contains, a document shows it as text and executes
// nothing.

const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('untrusted text', () => {
  for (const languageId of LANGUAGE_IDS) {
    it(`is plain text in ${languageId}, on one line`, () => {
      const { escapes, live } = LEFT[KIN[languageId] ?? languageId]!;
      fc.assert(
        fc.property(text, (given) => {
          const escaped = escapeText(given, languageId);
          assert.doesNotMatch(escaped, /[\0-\x1f\x7f-\x9f\u2028\u2029]/);
          // Each escape is replaced by one character, so that the text on its two sides is not joined.
          assert.doesNotMatch(escaped.replace(escapes, '█'), live, escaped);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('is plain text in a hover, which turns bare addresses into links', () => {
    assert.equal(
      escapeMarkdown('See HTTPS://evil.example/a, www.evil.example and x@evil.example.'),
      'See HTTPS\\://evil.example/a, www\\.evil.example and x\\@evil.example.',
    );
    fc.assert(
      fc.property(text, (given) => {
        const left = escapeMarkdown(given).replace(/\\[!-/:-@[-`{-~]/g, '█');
        assert.doesNotMatch(left, /[\\`*_{}[\]<>#|~&$@\n]|(?:https?|ftp):\/\/|www\.|^\s*(?:[-+=]|\d+[.)])/i, left);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not end the address of a link that runs a command', () => {
    const link = commandLink('a](b', 'x.y', ["file:///a)%20(b'c!*.md", 3]);
    const [, query] = /^\[a\\\]\(b\]\(command:x\.y\?([^()'!*\s]+)\)$/.exec(link)!;
    assert.deepEqual(JSON.parse(decodeURIComponent(query!)), ["file:///a)%20(b'c!*.md", 3]);
  });

  it('does not close the brackets of an AsciiDoc macro', () => {
    fc.assert(fc.property(text, (given) => assert.doesNotMatch(escapeAsciidocArgument(given), /(?<!\\)\]/)));
  });

  it('does not end a BibTeX entry, although BibTeX counts braces even after backslashes', () => {
    fc.assert(
      fc.property(text, text, text, text, (title, publisher, number, tail) => {
        const entry = bibtexOf(
          { id: 'x', title, publisher, number, note: tail, URL: `https://x/${tail}` },
          'en',
        ).trimEnd();
        let depth = 0;
        entry.split('').forEach((sign, i) => {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          assert.ok(depth > 0 || i < '@misc'.length || i === entry.length - 1, entry);
        });
        assert.equal(depth, 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is unchanged if it is plain', () => {
    const plain = 'IOM has 175 Member States (A/RES/73/195), “more” at 10:30: l’OIM, since 1951.';
    for (const languageId of LANGUAGE_IDS.filter((id) => !['latex', 'tex', 'bibtex', 'asciidoc'].includes(id)))
      assert.equal(escapeText(plain, languageId), plain, languageId);
    assert.equal(escapeText(plain, 'latex'), plain);
    assert.equal(escapeText(plain, 'asciidoc'), plain.replace('10:30', '10&#58;30'));
  });

  for (const [languageId, given, expected] of [
    ['rmd', '`r system("id")`', '&#96;r system("id")&#96;'],
    ['quarto', '{{< include /etc/passwd >}}', '\\{\\{\\< include /etc/passwd \\>\\}\\}'],
    ['markdown', 'see https://x/a_b', 'see https\\://x/a\\_b'],
    ['markdown', '{% include x %}', '\\{\\% include x %\\}'],
    ['mdx', 'export const x = 1', '&#101;xport const x = 1'],
    ['latex', '\\input{x}`', '\\textbackslash{}input\\{x\\}\\textasciigrave{}'],
    ['bibtex', 'a}} @misc{', 'a\\textbraceright{}\\textbraceright{} @misc\\textbraceleft{}'],
    ['org', '#+INCLUDE: "x"', '\u200b#\u200b+INCLUDE: "x"'],
    ['org', 'a src_sh{id} elisp:(x)', 'a src\\under{}sh{id} elisp:\u200b(x)'],
    ['asciidoc', 'include::/etc/passwd[]', 'include&#58;&#58;/etc/passwd[]'],
    ['typst', '// gone #eval("1")', '\\//\u0020gone \\#eval("1")'],
    ['restructuredtext', '.. raw:: html', '\\.. raw\\:: html'],
    ['restructuredtext', 'a\x1c.. raw:: html', 'a .. raw\\:: html'],
    ['html', '<script>{{x}}', '&lt;script&gt;&#123;&#123;x&#125;&#125;'],
  ] as const) {
    it(`${JSON.stringify(given)} becomes ${JSON.stringify(expected)} in ${languageId}`, () =>
      assert.equal(escapeText(given, languageId), expected));
  }
});

describe('an untrusted fact', () => {
  const termbase = builtinTermbase();
  const cited = (languageId: string, statement: string, sources: readonly Source[]) => {
    const fact: Fact = {
      id: 'f',
      subject: 'iom',
      property: 'p',
      value: 1,
      section: 'structure-membership-leadership',
      confidence: 'A',
      sources: sources.map(({ id }) => id),
      statement: { en: statement },
    };
    return citeInPlace(
      { text: 'Text.\n', languageId, lang: 'en' },
      { ...termbase, sources: new Map(sources.map((source) => [source.id, source])) },
      fact,
      'en',
    );
  };

  it('adds one line to a document, and at most one more at its end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGE_IDS), text, text, text, (languageId, statement, title, rest) => {
        const { text: line, atEnd } = cited(languageId, statement, [
          { id: 'a', title, URL: `https://x/${rest}` },
          { id: 'b', title: rest },
        ]);
        assert.doesNotMatch(line, /[\0-\x1f\x7f-\x9f\u2028\u2029]/);
        assert.match(atEnd, /^\n?(?:[^\0-\x1f\x7f-\x9f\u2028\u2029]+\n)?$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is escaped even without a source', () => {
    for (const [languageId, expected] of [
      ['html', '&lt;b&gt;'],
      ['asciidoc', '&#60;b&#62;'],
      ['markdown', '\\<b\\>'],
      ['org', '\\lt{}b\\gt{}'],
      ['plaintext', '<b>'],
    ] as const) {
      assert.equal(cited(languageId, '<b>', []).text, expected);
    }
  });

  it('creates no definition list from an AsciiDoc line', () => {
    const { text: line } = cited('asciidoc', 'x', [
      { id: 'a', title: 'A;', publisher: 'P' },
      { id: 'b', title: 'B', URL: 'https://x/;;' },
    ]);
    assert.equal(line, 'xfootnote:[“B”, https://x/%3B;&#59; P, “A&#59;”.]');
  });

  it('has an address that remains an address', () => {
    const hostile: Source = { id: 'a', title: 'A', URL: 'https://x/")#eval("1")`]]{+++<b>\\^|' };
    assert.equal(
      cited('typst', 'x', [hostile]).text,
      'x#footnote[“A”, #link("https://x/%22)#eval(%221%22)%60]]%7B+++%3Cb%3E%5C%5E%7C").]',
    );
    assert.match(
      cited('asciidoc', 'x', [hostile]).text,
      /https:\/\/x\/%22\)#eval\(%221%22\)%60%5D%5D%7B%2B%2B\+%3Cb%3E%5C%5E%7C\.\]$/,
    );
    assert.match(
      cited('org', 'x', [hostile]).atEnd,
      /\[\[https:\/\/x\/%22\)#eval\(%221%22\)%60%5D%5D%7B\+\+\+%3Cb%3E%5C%5E%7C\]\]\.\n$/,
    );
    assert.match(
      cited('markdown', 'x', [hostile]).atEnd,
      /<https:\/\/x\/%22\)#eval\(%221%22\)%60\]\]%7B\+\+\+%3Cb%3E%5C%5E%7C>\.\n$/,
    );
  });

  it('names no bibliography where none may be written', () => {
    const fact = [...termbase.facts.values()].find(({ sources }) => sources.length > 0)!;
    for (const [languageId, document] of [
      ['quarto', '---\nbibliography: refs.bib\n---\n'],
      ['latex', '\\addbibresource{refs.bib}\n'],
    ] as const) {
      const { text: line, bibliography } = citeInPlace(
        { text: document, languageId, lang: 'en' },
        termbase,
        fact,
        'en',
        'without-bibliography',
      );
      assert.equal(bibliography, undefined);
      assert.match(line, languageId === 'latex' ? /\\footnote\{/ : /\[\^[a-z0-9-]+\]$/);
    }
  });
});

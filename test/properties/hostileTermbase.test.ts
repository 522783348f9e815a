import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { parse } from 'yaml';
import { check } from '../../src/core/check';
import { complete } from '../../src/core/completion/complete';
import { describeMention } from '../../src/core/describe/card';
import { cardMarkdown } from '../../src/core/describe/cardMarkdown';
import { citeInPlace } from '../../src/core/describe/citeInPlace';
import { factMarkdown } from '../../src/core/describe/facts';
import { csvOfTermbase } from '../../src/core/exchange/csvLines';
import { csvOfFacts } from '../../scripts/release/factsCsv';
import { csvOfFindings } from '../../src/core/exchange/findingsCsv';
import { fileForTool } from '../../src/core/exchange/otherTools';
import { TOOL_FORMATS } from '../../src/core/exchange/toolFormats';
import { skosOfTermbase } from '../../src/core/exchange/skos';
import type { Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { escapeAt } from '../../src/core/prose/escapeAt';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';
import { BUILTIN_FILES, builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import type { Termbase } from '../../src/core/termbase/termbase';
import { elementsOf, explanationOf } from '../support/explanationPage';
import { HOSTILE, KIN, LEFT } from '../support/hostileText';

// Termbases are found in the checked folder. Whatever their texts contain, a fix, a completion or an inserted fact
// writes them as text, and no output shows a control character of theirs.

/** A termbase with the text in every field that allows one. */
function hostile(text: string): object {
  const local = { en: text, fr: text, es: text };
  const names = [
    {
      id: 'zorgle-old',
      from: '1950',
      to: '1990',
      because: local,
      sources: ['zorgle'],
      terms: [{ text: 'Zorgle Office', lang: 'en', article: true }],
    },
    {
      id: 'zorgle-new',
      from: '1990',
      because: local,
      sources: ['zorgle'],
      terms: [
        { text: `Zorgle Board ${text}`, lang: 'en', note: local },
        { text: `ZB${text}`, lang: 'en', form: 'abbreviation' },
        { text: 'Zorgle Bord', lang: 'en', status: 'deprecated', instead: [text] },
        { text: 'Zurgle Bord', lang: 'en', status: 'deprecated' },
      ],
    },
  ];
  return {
    concepts: [{ id: 'zorgle', kind: 'body', definition: local, names }],
    facts: [
      {
        id: 'zorgle-fact',
        subject: 'zorgle',
        property: 'gadgets',
        value: text,
        unit: text,
        section: 'contemporary-role',
        statement: local,
        note: local,
        confidence: 'A',
        sources: ['zorgle'],
        conflicts: [{ value: text, sources: ['zorgle'], verdict: local }],
      },
    ],
    sources: [{ id: 'zorgle', title: text, publisher: text, number: text, note: local, URL: 'https://example.org/' }],
    otherMeanings: [{ id: 'zb-other', abbreviation: 'ZB', meaning: text, anchors: [text, 'word'] }],
  };
}

const load = (text: string) => loadTermbase([], [{ file: 'own.json', content: hostile(text) }]);

/** Texts that a termbase may contain: a loader refuses the others. */
const TEXTS = [...HOSTILE, '\\input "|touch x"', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', `"'=`]
  .map((text) => text.replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' '))
  .filter((text) => /[^\s\p{L}\p{N}]/u.test(text) && !/[{}]/.test(text));

const SENTENCES = 'The Zorgle Bord met. The Zurgle Bord met. The Zorgle Office assists migrants today.';

describe('a hostile termbase', () => {
  const loaded = new Map<string, Termbase>();
  const termbaseOf = (text: string): Termbase => {
    if (!loaded.has(text)) loaded.set(text, load(text).termbase);
    return loaded.get(text)!;
  };
  const findingsIn = (text: string, languageId: string, termbase: Termbase): readonly Finding[] =>
    check({ text, languageId, lang: 'en' }, termbase, DEFAULT_OPTIONS).findings;
  const newTexts = (text: string, languageId: string, termbase: Termbase): readonly string[] =>
    findingsIn(text, languageId, termbase).flatMap(({ fixes }) =>
      fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)),
    );

  for (const languageId of LANGUAGE_IDS) {
    it(`writes text by fixes, completions and facts in ${languageId}`, function () {
      this.timeout(60_000);
      const { escapes, live } = LEFT[KIN[languageId] ?? languageId]!;
      const isBibtex = languageId === 'bibtex';
      const text = isBibtex ? `@misc{x,\n  title = {${SENTENCES}}\n}\n` : `${SENTENCES}\n`;
      const begun = isBibtex ? '@misc{x,\n  title = {The Zorgle Boa}\n}\n' : 'The Zorgle Boa\n';
      let fixed = 0;
      let completed = 0;
      for (const hostileText of TEXTS) {
        const termbase = termbaseOf(hostileText);
        const fixes = newTexts(text, languageId, termbase);
        const items =
          complete({ text: begun, languageId, lang: 'en' }, begun.indexOf('Boa') + 3, termbase, 'en')?.items ?? [];
        const cited = citeInPlace({ text, languageId, lang: 'en' }, termbase, termbase.facts.get('zorgle-fact')!, 'en');
        fixed += fixes.length;
        completed += items.length;
        for (const written of [...fixes, ...items.map((item) => item.text)]) {
          assert.doesNotMatch(written, /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
          // A letter of the document precedes the text.
          const rest = written
            .replace(/^ \(|^(?=Import|Export)/, 'x$&')
            .replace(escapes, '█')
            .replaceAll("'", '’');
          assert.doesNotMatch(rest, live, `${hostileText}: ${written}`);
        }
        assert.doesNotMatch(cited.text, /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }
      // An entry of a bibliography has no fixes, and no completions.
      assert.ok(isBibtex || fixed >= 3 * TEXTS.length, `${fixed} fixes`);
      assert.ok(isBibtex || completed >= 40, `${completed} completions`);
    });
  }

  const applied = (document: string, languageId: string, text: string): string => {
    const [finding] = findingsIn(document, languageId, termbaseOf(text));
    const [edit] = finding!.fixes[0]!.edits;
    return document.slice(0, edit!.start) + edit!.newText + document.slice(edit!.end);
  };

  it('cannot end an attribute of HTML, with either quotation mark', () => {
    for (const quote of ['"', "'"])
      for (const text of [...TEXTS, "a'onerror=alert'1", 'a" hidden "b'])
        for (const [before, after] of [['<p>Text <img alt=', '> text.</p>']] as const) {
          const html = applied(`${before}${quote}The Zorgle Bord met.${quote}${after}`, 'html', text);
          const [p] = parseFragment(html).childNodes as [DefaultTreeAdapterMap['element']];
          const image = p.childNodes[1] as DefaultTreeAdapterMap['element'];
          assert.equal(p.childNodes.length, 3, html);
          assert.deepEqual(
            image.attrs.map(({ name }) => name),
            ['alt'],
            html,
          );
          assert.ok(image.attrs[0]!.value.toLowerCase().includes(text.trim().toLowerCase()), html);
        }
  });

  it('cannot end a value of the front matter', () => {
    for (const quote of ['"', "'", ''])
      for (const text of [...TEXTS, 'a: b', 'a #b', "l'a", '"a', "'a", '- a', '& a', '!a', '%a']) {
        const document = applied(`---\ntitle: ${quote}Zorgle Bord${quote}\nlang: en\n---\n\nText.\n`, 'markdown', text);
        const [, matter] = document.split(/^---\n/m);
        let read: unknown;
        assert.doesNotThrow(() => (read = parse(matter!)), document);
        assert.deepEqual(Object.keys(read as object), ['title', 'lang'], document);
        assert.notEqual(typeof (read as { title: unknown }).title, 'object', document);
      }
  });

  it('cannot end a string of Typst', () => {
    for (const text of [...TEXTS, '", read("x"), "']) {
      const document = applied('#image("a.png", alt: "The Zorgle Bord met.")\n', 'typst', text);
      assert.match(document, /^#image\("a\.png", alt: "(?:[^"\\]|\\.)*"\)\n$/);
    }
  });

  it('has a hover and an explanation that are text, and exports that contain no formula', function () {
    this.timeout(60_000);
    for (const text of TEXTS) {
      const termbase = termbaseOf(text);
      const findings = findingsIn(SENTENCES, 'markdown', termbase).filter(({ concept }) => concept === 'zorgle');
      assert.equal(findings.length, 3);
      const place = { file: 'a.md', line: 1, column: 1 } as never;
      for (const output of [
        ...findings.map((finding) => cardMarkdown(termbase, describeMention(termbase, finding, 'en')!, 'full')),
        factMarkdown(termbase, termbase.facts.get('zorgle-fact')!, 'en'),
      ])
        assert.doesNotMatch(
          output.replace(/\]\(https:\/\/(?:[^\s()]|\\.)*\)|\\[!-/:-@[-`{-~]/g, '█'),
          /<[a-z!/]|`|(?<![\w*])\]\(|\w:\/\/|www\.|\$\(/i,
          text,
        );
      for (const finding of findings)
        for (const { name, attributes } of elementsOf(explanationOf(termbase, finding, 'en'))) {
          assert.match(name, /^(?:h[12]|p|ul|li|a|b|section)$/, text);
          for (const [key, value] of Object.entries(attributes))
            assert.match(value, key === 'href' ? /^(?:command:[a-zA-Z]+(?:\?|$)|https?:)/ : /^[a-z ]+$/, text);
        }
      for (const output of [
        csvOfTermbase(termbase),
        csvOfFacts(termbase),
        csvOfFindings(findings.map((finding) => [place, finding] as const)),
      ])
        assert.doesNotMatch(output, /(?:^|,)"?[=+@\t](?!\d)/m, text);
      for (const output of [
        skosOfTermbase(termbase),
        ...TOOL_FORMATS.map((format) => fileForTool(format, termbase, builtinTermbase())),
      ])
        assert.doesNotMatch(output, /^\s*(?:<script|#\+|\\input|\.\. raw|include::)/m, text);
    }
  });

  it('puts nothing into a finding, a completion, a hover or an explanation that ends or reverses a line', () => {
    for (const sign of ['\u001b[31m', '\u0085', '\u202e', '\u2066', '\u0000', '\n', '\r\n', '\u2028']) {
      const termbase = termbaseOf(`x${sign}y`);
      const findings = findingsIn(SENTENCES, 'markdown', termbase).filter(({ concept }) => concept === 'zorgle');
      assert.equal(findings.length, 3);
      const begun = 'The Zorgle Boa';
      const completed = complete({ text: begun, languageId: 'markdown', lang: 'en' }, begun.length, termbase, 'en');
      const outputs = [
        ...findings.flatMap(({ message, because, sources, fixes }) => [
          message,
          because,
          ...sources.map(({ title }) => title),
          ...fixes.flatMap(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)]),
        ]),
        ...(completed?.items ?? []).flatMap(({ label, text, definition }) => [label, text, definition]),
        ...findings.flatMap((finding) => {
          const card = describeMention(termbase, finding, 'en')!;
          return [cardMarkdown(termbase, card, 'full'), explanationOf(termbase, finding, 'en').replaceAll('\n', ' ')];
        }),
        factMarkdown(termbase, termbase.facts.get('zorgle-fact')!, 'en'),
      ];
      for (const output of outputs) {
        assert.doesNotMatch(output, /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|x\ny/);
      }
    }
  });

  it('is refused if a name has more characters than a name can have', () => {
    const content = hostile('word') as { concepts: { names: { terms: object[] }[] }[] };
    content.concepts[0]!.names[1]!.terms[2] = {
      text: 'Zorgle Bord',
      lang: 'en',
      status: 'deprecated',
      instead: ['a'.repeat(1001)],
    };
    const { problems } = loadTermbase([], [{ file: 'own.json', content }]);
    assert.match(problems[0]!.message, /wrong "instead".*no longer than 1000 characters/);
  });
});

describe('the built-in termbase', () => {
  it('has names that every format writes as they are', () => {
    const termbase = builtinTermbase();
    const texts = new Set(termbase.terms.flatMap(({ text, instead }) => [text, text.toUpperCase(), ...instead]));
    assert.ok(BUILTIN_FILES.length > 0 && texts.size > 3000);
    for (const languageId of LANGUAGE_IDS) {
      const document = languageId === 'bibtex' ? '@misc{x, title = {ICEM}}' : 'Text ICEM';
      const prose = new Prose(document, formatOf(languageId));
      for (const text of texts) assert.equal(escapeAt(prose, document.indexOf('ICEM'), text), text, languageId);
    }
  });
});

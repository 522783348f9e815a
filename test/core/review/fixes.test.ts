import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lang } from '../../../src/core/document';
import { formatOf } from '../../../src/core/prose/languages';
import { recordOfTests } from '../../support/recordOfTests';
import { idOf, judged, reviewing } from './reviewing';

// Whatever words a reader proposes, a fix puts one value for another where it was quoted, and the document shows it.

const FORMATS = ['markdown', 'mdx', 'html', 'latex', 'restructuredtext', 'asciidoc', 'typst', 'org', 'plaintext'];

interface Wrong {
  readonly lang: Lang;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly fact: string;
  readonly right: string;
}

const wrong = (lang: Lang, before: string, quote: string, after: string, fact: string, right: string): Wrong => ({
  lang,
  before,
  quote,
  after,
  fact,
  right,
});

const WRONG: readonly Wrong[] = [
  wrong('en', 'IOM has ', '170', ' Member States', 'iom-members-2025', '175'),
  wrong('en', 'IOM was founded in ', '1955', ' in Brussels', 'iom-founded', '1951'),
  wrong('en', 'IOM was founded in ', 'Geneva', ' in 1951', 'iom-founded-place', 'Brussels'),
  wrong('en', 'The Director General of IOM is ', 'António Vitorino', ' today', 'iom-head-amy-pope', 'Amy E. Pope'),
  wrong('en', 'In 1956 ICEM was led by ', 'Marcus Daly', '', 'iom-head-harold-tittmann', 'Harold H. Tittmann Jr.'),
  wrong('en', 'The UNHCR office and ', 'ICEM', ' assist migrants today', 'iom', 'IOM'),
  wrong(
    'en',
    'The General Assembly endorsed the Global Compact for Migration by resolution ',
    'A/RES/73/151',
    '',
    'gcm-endorsed-symbol',
    'A/RES/73/195',
  ),
  wrong('fr', "L'OIM a été fondée le ", '6 mars 1951', ' à Bruxelles', 'iom-founded-date', '5 décembre 1951'),
  wrong('fr', "L'OIM a son siège à ", 'Vienne', '', 'iom-seat', 'Genève'),
  wrong(
    'fr',
    'Le ',
    'HCR',
    ' coordonne le Réseau des Nations Unies sur les migrations',
    'un-network-coordinator',
    'OIM',
  ),
  wrong('es', 'La OIM tiene ', '170', ' Estados miembros', 'iom-members-2025', '175'),
  wrong('es', 'La OIM fue fundada en ', 'Ginebra', ' en 1951', 'iom-founded-place', 'Bruselas'),
];

/** Marks of formats, and what makes one of words of the record: "[the office](1951)". */
const MARKS = [
  '',
  '..',
  '//',
  '(((',
  ')))',
  '*',
  '**',
  '_',
  '`',
  '``',
  '[',
  ']',
  ']: ',
  '(',
  ')',
  '<',
  '>',
  '&amp;',
  '#',
];
const MORE = [
  '$',
  '\\',
  '{',
  '}',
  '|',
  '~',
  '^',
  '::',
  '+',
  '=',
  '-',
  '\n',
  '\n\n',
  '@',
  '“',
  '’',
  ' (IOM)',
  ' (1951)',
];
const mark = fc.constantFrom(...MARKS, ...MORE);

/** The proposed words: the right ones, those with marks, and any words of the line. */
function proposed({ fact, right, lang }: Wrong): fc.Arbitrary<string> {
  const { facts } = recordOfTests();
  const words = (facts.get(fact)?.statement[lang] ?? right).split(' ');
  const slice = fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 }))
    .map(([at, count]) => words.slice(at, at + count).join(' '));
  const marked = fc.tuple(mark, fc.oneof(fc.constant(right), slice), mark).map((parts) => parts.join(''));
  return fc.oneof(fc.constant(right), slice, marked);
}

const trial = fc.constantFrom(...WRONG).chain((item) =>
  fc.record({
    item: fc.constant(item),
    right: proposed(item),
    languageId: fc.constantFrom(...FORMATS),
    open: fc.constantFrom('', '', '(', '“', '[the office]', '/', '.. ', '“('),
    close: fc.constantFrom('', '', ')', '”', '/', '..', ' (1951)', ')”'),
  }),
);

describe('a fix of a review', () => {
  let offered = 0;

  it('changes a value or name within the quoted words and their article, and the document shows it', () => {
    fc.assert(
      fc.property(trial, ({ item, right, languageId, open, close }) => {
        const { before, quote, after, fact, lang } = item;
        const escaped = (plain: string): string => plain && formatOf(languageId).escape(plain, ' ');
        const text = `${before}${open}${escaped(quote)}${close}${after}.\n`;
        const start = text.indexOf(escaped(quote), before.length);
        const review = reviewing(text, { lang, languageId });
        if (review.passages.length === 0) return;
        const { remarks } = judged(review, { remarks: [{ quote, fact: idOf(fact), right }] });
        for (const remark of remarks)
          for (const { edits, preferred, fits } of remark.fixes) {
            offered++;
            assert.ok(!preferred && !fits);
            assert.equal(edits.length, 1);
            const [edit] = edits;
            assert.match(text.slice(edit!.start, Math.max(start, edit!.start)), /^(?:\p{L}{1,3}['’ ])?$/u, 'outside');
            assert.ok(edit!.end <= start + escaped(quote).length, 'beyond');
            const fixed = text.slice(0, edit!.start) + edit!.newText + text.slice(edit!.end);
            const shown = shownIn(text, languageId, lang);
            const at = shown.indexOf(quote, before.length);
            const [head, tail] = [
              shown.slice(0, edit!.start < start ? at - (start - edit!.start) : at),
              shown.slice(at + quote.length),
            ];
            const now = shownIn(fixed, languageId, lang);
            assert.ok(now.startsWith(head) && now.endsWith(tail), `${text} → ${fixed}, shown as ${now}`);
            const put = now.slice(head.length, now.length - tail.length);
            assert.ok(put.endsWith(right.trim()), `${text} → ${fixed}, shown as ${now}`);
            assert.match(put.slice(0, put.length - right.trim().length), /^(?:\p{L}{1,3}['’ ])?$/u, fixed);
          }
      }),
      { numRuns: 800 },
    );
    assert.ok(offered > 100, String(offered));
  });

  it('is offered for the right words in every format', () => {
    for (const languageId of FORMATS)
      for (const { lang, before, quote, after, fact, right } of WRONG) {
        const text = `${before}${formatOf(languageId).escape(quote, ' ')}${after}.\n`;
        const { remarks } = judged(reviewing(text, { lang, languageId }), {
          remarks: [{ quote, fact: idOf(fact), right }],
        });
        assert.equal(remarks[0]?.fixes.length, 1, `${languageId}: ${text}`);
      }
  });
});

/** A document as a person reads it. */
function shownIn(text: string, languageId: string, lang: Lang): string {
  return reviewing(text, { lang, languageId })
    .passages.map((passage) => passage.text)
    .join('\n');
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileMatcher } from '../../src/core/mentions/compile';
import { FirstLetters } from '../../src/core/mentions/firstLetters';
import { findMentions, type Mention } from '../../src/core/mentions/findMentions';
import { foldKey } from '../../src/core/fold';
import { findMatches } from '../../src/core/mentions/matcher';
import { hashOf, type EscapeReader } from '../../src/core/mentions/words';
import { compareWords } from '../../src/core/mentions/slips';
import { formatOf } from '../../src/core/prose/languages';
import { readHtmlEscape } from '../../src/core/prose/html';
import { builtinTermbase } from '../../src/core/termbase/builtin';

function found(
  phrases: readonly string[],
  text: string,
  readEscape: EscapeReader | undefined = readHtmlEscape,
): string[] {
  const matcher = compileMatcher({ phrases, read: (key) => key });
  const spans: string[] = [];
  findMatches(matcher, text, readEscape, {
    found({ start, end }) {
      spans.push(text.slice(start, end));
      return true;
    },
  });
  return spans;
}

describe('matcher', () => {
  const table: [name: string, phrases: string[], text: string, expected: string[]][] = [
    ['one word', ['ICEM'], 'The ICEM ships', ['ICEM']],
    ['leftmost', ['b c', 'a b'], 'a b c', ['a b']],
    [
      'longest',
      ['Global Compact', 'Global Compact for Migration'],
      'the Global Compact for Migration',
      ['Global Compact for Migration'],
    ],
    [
      'falls back to the shorter',
      ['Global Compact', 'Global Compact for Migration'],
      'the Global Compact for Refugees',
      ['Global Compact'],
    ],
    ['not overlapping', ['a b', 'b c'], 'a b c b c', ['a b', 'b c']],
    ['word-bounded', ['ICM'], 'ICMPD, XICM, ICM2, (ICM)', ['ICM']],
    ['possessive', ['ICEM'], "ICEM's and ICEM’s", ['ICEM', 'ICEM']],
    ['compound and slash', ['ICEM'], 'ICEM-led, ICEM/UNHCR', ['ICEM', 'ICEM']],
    [
      'line wrap',
      ['Global Compact'],
      'Global\nCompact, Global\r\n  Compact',
      ['Global\nCompact', 'Global\r\n  Compact'],
    ],
    ['wrap in a block quote', ['Global Compact'], '> Global\n> Compact', ['Global\n> Compact']],
    ['not over a blank line', ['Global Compact'], 'Global\n\nCompact', []],
    [
      'runs of blanks, nbsp, narrow nbsp',
      ['Global Compact'],
      'Global   Compact, Global\u00a0Compact, Global\u202fCompact',
      ['Global   Compact', 'Global\u00a0Compact', 'Global\u202fCompact'],
    ],
    ['soft hyphen and zero width', ['Global Compact'], 'Glo\u00adbal Com\u200bpact', ['Glo\u00adbal Com\u200bpact']],
    [
      'hyphen kinds',
      ['Inter-governmental Committee'],
      'Inter\u2011governmental Committee, Inter‐governmental Committee',
      ['Inter\u2011governmental Committee', 'Inter‐governmental Committee'],
    ],
    ['a hyphen is no blank', ['Inter-governmental Committee'], 'Inter governmental Committee', []],
    [
      'a comma counts',
      ['Safe, Orderly and Regular'],
      'Safe, Orderly and Regular; Safe Orderly and Regular',
      ['Safe, Orderly and Regular'],
    ],
    ['NFC and NFD', ['Comité'], 'Comité, Comite\u0301', ['Comité', 'Comite\u0301']],
    [
      'emphasis inside',
      ['Global Compact for Migration'],
      '**Global** *Compact* for Migration',
      ['Global** *Compact* for Migration'],
    ],
    ['underscores of an identifier', ['ICEM'], 'ICEM_data, my_ICEM, _ICEM_', ['ICEM']],
    ['entities and inline tags', ['Comité pour'], 'Comit&eacute;&nbsp;<em>pour</em>', ['Comit&eacute;&nbsp;<em>pour']],
    ['symbols with slashes', ['A/RES/73/195'], 'see A/RES/73/195.', ['A/RES/73/195']],
    ['elision', ['OIM'], "l'OIM, d’OIM", ['OIM', 'OIM']],
    ['any case', ['Global Compact'], 'GLOBAL COMPACT, global compact', ['GLOBAL COMPACT', 'global compact']],
    ['two escapes within a word', ['migración'], 'migraci&shy;&oacute;n', ['migraci&shy;&oacute;n']],
    ['empty text', ['a'], '', []],
  ];
  for (const [name, phrases, text, expected] of table) it(name, () => assert.deepEqual(found(phrases, text), expected));

  it('finds the same as a comparison of every stretch of words', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'A', 'é');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const separator = fc.constantFrom(' ', '  ', '\n', '\u00a0', '. ', ' – ', '\n\n', ' * ', '-');
    const text = fc.array(fc.tuple(word, separator), { maxLength: 12 }).map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), text, (phrases, document) => {
        assert.deepEqual(found(phrases, document), bruteForce(phrases, document));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text with escapes', () => {
  it('has a name directly after an escape that ends with a letter', () => {
    assert.deepEqual(found(['2018 Compact'], `a \\og2018 Compact${' x y'.repeat(20)}`, formatOf('latex').readEscape), [
      '2018 Compact',
    ]);
  });
});

describe('first letters', () => {
  const words = [
    'of',
    'sobre',
    'sobra',
    'sobe',
    'orderly',
    'ordely',
    'regular',
    'regulra',
    'safe',
    'sage',
    'la',
    'migración',
    'migracion',
    'states',
    'unidas',
  ];
  const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
  const gap = fc.constantFrom(' ', ' ', ' ', ', ', '\n', '\r\n', ' *', "'", '. ', '\u00a0');

  it('omit no name that may occur there, misspelt or not', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(gap, fc.constantFrom(...words)), { maxLength: 7 }),
        fc.boolean(),
        (names, adjacent, isBefore) => {
          const keys = names.map((each) => each.map(foldKey));
          const text = isBefore
            ? `${[...adjacent]
                .reverse()
                .map(([space, word]) => word + space)
                .join('')}x`
            : `x${adjacent.map(([space, word]) => space + word).join('')}`;
          const at = isBefore
            ? new FirstLetters(keys).at(text, text.length - 1, -1, 0)
            : new FirstLetters(keys).at(text, 1, 1, text.length);
          const reached = adjacent.findIndex(([space]) => space === '. ');
          const seen = (reached < 0 ? adjacent : adjacent.slice(0, reached)).map(([, word]) => foldKey(word));
          keys.forEach((key, i) => {
            const fits = seen.some((_, last) => compareWords(key, seen.slice(0, last + 1)) !== undefined);
            if (fits) assert.ok(at === 'any' || at.includes(i), `${JSON.stringify(text)}: ${key.join(' ')}`);
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('mentions of pieces', () => {
  const termbase = builtinTermbase();
  const words = termbase.terms
    .filter(({ form, text }) => form !== 'abbreviation' && text.includes(' '))
    .flatMap(({ text }) => text.split(' '));
  const name = fc.nat(termbase.terms.length - 1).map((index) => termbase.terms[index]!.text);
  // A lost letter, or two exchanged words, as in near misses.
  const slip = fc
    .tuple(name, fc.nat(60))
    .map(([text, at]) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1));
  const broken = fc
    .tuple(
      name,
      fc.constantFrom('\n\n', '\r\n\r\n', '\n> \n> ', '\n \n', ' \\\n\n', '\n---\n\n', '\n', '<a\n\nb>', '&nbsp;\n\n'),
    )
    .map(([text, gap]) => text.replace(/ (?=\S+ \S+$)/, gap));
  const piece = fc.oneof(
    name,
    slip,
    broken,
    fc.nat(words.length - 1).map((index) => words[index]),
    fc.constantFrom('and', '<em>', '</em>', '&eacute;', '\\textbf{', '}', '*', '_', '\u00ad'),
  );
  const gap = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(' ', ' ', '\n', '. ', '\r\n') },
    fc.constantFrom('\n\n', '\r\n\r\n', '\n>\n', '\n \t\n', '\r\r', '\\\n\n'),
  );
  const text = fc.array(fc.tuple(piece, gap), { maxLength: 40 }).map((pairs) => pairs.flat().join(''));

  it('cut at blank lines, when joined, are those of the whole', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('markdown', 'latex', 'html', 'restructuredtext', 'typst', 'plaintext'),
        fc.infiniteStream(fc.boolean()),
        (document, languageId, isCut) => {
          const { readEscape } = formatOf(languageId);
          const isProse = (start: number, end: number): boolean => (end - start) % 7 !== 3;
          const cuts = [...document.matchAll(/(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:\r\n|\r(?!\n)|\n)/g)]
            .map((blank) => blank.index + blank[0].length)
            .filter(() => isCut.next().value);
          const joined = [0, ...cuts].flatMap((from, i) =>
            findMentions(document.slice(from, cuts[i]), termbase, readEscape, isProse).mentions.map((mention) => ({
              ...mention,
              start: mention.start + from,
              end: mention.end + from,
            })),
          );
          assert.deepEqual(
            joined.map(brief),
            findMentions(document, termbase, readEscape, isProse).mentions.map(brief),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function brief({ start, end, terms, isNearMiss }: Mention): string {
  return `${start}-${end} ${isNearMiss ? '~' : ''}${terms.map(({ index }) => index).join(' ')}`;
}

/**
 * The leftmost-longest matches, found by trying every pair of word boundaries; separators as documented for the
 * matcher.
 */
function bruteForce(phrases: readonly string[], text: string): string[] {
  const keys = new Set(phrases.map(foldKey));
  const words = [...text.matchAll(/[\p{L}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans: string[] = [];
  for (let i = 0; i < words.length;) {
    let last = -1;
    for (let j = i; j < words.length; j++) {
      const stretch = text.slice(words[i]!.start, words[j]!.end);
      if (!/\n[ \u00a0]*\n/.test(stretch) && keys.has(foldKey(stretch))) last = j;
    }
    if (last < 0) {
      i++;
      continue;
    }
    spans.push(text.slice(words[i]!.start, words[last]!.end));
    i = last + 1;
  }
  return spans;
}

describe('watched words', () => {
  it('are reported once each, from left to right, and do not affect the names', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'é', 'watched');
    const gap = fc.constantFrom(' ', '\n', '  ', '-', '. ', '&nbsp;', '<em>', '\u00ad ', ' {');
    const text = fc.array(fc.tuple(word, gap), { maxLength: 30 }).map((pairs) => pairs.flat().join(''));
    const phrases = fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(phrases, text, (names, document) => {
        const watched = new Set([hashOf('watched'), hashOf('e')]);
        const search = (source: { watched?: typeof watched }): { spans: string[]; ends: number[] } => {
          const matcher = compileMatcher({ phrases: names, read: (key) => key, ...source });
          const spans: string[] = [];
          const ends: number[] = [];
          findMatches(matcher, document, readHtmlEscape, {
            found: ({ start, end }) => {
              spans.push(`${start}-${end}`);
              return true;
            },
            watched: (_hash, end) => void ends.push(end),
          });
          return { spans, ends };
        };
        const stated = search({ watched });
        assert.deepEqual(stated.spans, search({}).spans);
        const expected = [...document.matchAll(/(?<![\p{L}\p{N}])(?:watched|é)\u00ad*(?![\p{L}\p{N}])/gu)].map(
          ({ 0: found, index }) => index + found.length,
        );
        assert.deepEqual(stated.ends, expected);
      }),
      { numRuns: 600 },
    );
  });
});

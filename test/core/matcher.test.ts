import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldKey } from '../../src/core/mentions/fold';
import { compileMatcher, findMatches } from '../../src/core/mentions/matcher';
import { readHtmlEscape } from '../../src/core/prose/html';

function found(phrases: readonly string[], text: string): string[] {
  const spans: string[] = [];
  findMatches(compileMatcher(phrases), text, readHtmlEscape, ({ start, end }) => { spans.push(text.slice(start, end)); return true; });
  return spans;
}

describe('matcher', () => {
  const table: [name: string, phrases: string[], text: string, expected: string[]][] = [
    ['one word', ['ICEM'], 'The ICEM ships', ['ICEM']],
    ['leftmost', ['b c', 'a b'], 'a b c', ['a b']],
    ['longest', ['Global Compact', 'Global Compact for Migration'], 'the Global Compact for Migration', ['Global Compact for Migration']],
    ['falls back to the shorter', ['Global Compact', 'Global Compact for Migration'], 'the Global Compact for Refugees', ['Global Compact']],
    ['not overlapping', ['a b', 'b c'], 'a b c b c', ['a b', 'b c']],
    ['word-bounded', ['ICM'], 'ICMPD, XICM, ICM2, (ICM)', ['ICM']],
    ['possessive', ['ICEM'], "ICEM's and ICEM’s", ['ICEM', 'ICEM']],
    ['compound and slash', ['ICEM'], 'ICEM-led, ICEM/UNHCR', ['ICEM', 'ICEM']],
    ['line wrap', ['Global Compact'], 'Global\nCompact, Global\r\n  Compact', ['Global\nCompact', 'Global\r\n  Compact']],
    ['wrap in a block quote', ['Global Compact'], '> Global\n> Compact', ['Global\n> Compact']],
    ['not over a blank line', ['Global Compact'], 'Global\n\nCompact', []],
    ['runs of blanks, nbsp, narrow nbsp', ['Global Compact'], 'Global   Compact, Global\u00a0Compact, Global\u202fCompact', ['Global   Compact', 'Global\u00a0Compact', 'Global\u202fCompact']],
    ['soft hyphen and zero width', ['Global Compact'], 'Glo\u00adbal Com\u200bpact', ['Glo\u00adbal Com\u200bpact']],
    ['hyphen kinds', ['Inter-governmental Committee'], 'Inter\u2011governmental Committee, Inter‐governmental Committee', ['Inter\u2011governmental Committee', 'Inter‐governmental Committee']],
    ['a hyphen is no blank', ['Inter-governmental Committee'], 'Inter governmental Committee', []],
    ['a comma counts', ['Safe, Orderly and Regular'], 'Safe, Orderly and Regular; Safe Orderly and Regular', ['Safe, Orderly and Regular']],
    ['NFC and NFD', ['Comité'], 'Comité, Comite\u0301', ['Comité', 'Comite\u0301']],
    ['emphasis inside', ['Global Compact for Migration'], '**Global** *Compact* for Migration', ['Global** *Compact* for Migration']],
    ['underscores of an identifier', ['ICEM'], 'ICEM_data, my_ICEM, _ICEM_', ['ICEM']],
    ['entities and inline tags', ['Comité pour'], 'Comit&eacute;&nbsp;<em>pour</em>', ['Comit&eacute;&nbsp;<em>pour']],
    ['symbols with slashes', ['A/RES/73/195'], 'see A/RES/73/195.', ['A/RES/73/195']],
    ['elision', ['OIM'], "l'OIM, d’OIM", ['OIM', 'OIM']],
    ['any case', ['Global Compact'], 'GLOBAL COMPACT, global compact', ['GLOBAL COMPACT', 'global compact']],
    ['empty text', ['a'], '', []],
  ];
  for (const [name, phrases, text, expected] of table) it(name, () => assert.deepEqual(found(phrases, text), expected));

  it('finds what comparing every stretch of words finds', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'A', 'é');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const separator = fc.constantFrom(' ', '  ', '\n', '\u00a0', '. ', ' – ', '\n\n', ' * ', '-');
    const text = fc.array(fc.tuple(word, separator), { maxLength: 12 }).map((pairs) => pairs.flat().join(''));
    fc.assert(fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), text, (phrases, document) => {
      assert.deepEqual(found(phrases, document), bruteForce(phrases, document));
    }), { numRuns: 400 });
  });
});

/** Leftmost-longest by trying every pair of word borders; separators as in the matcher's documentation. */
function bruteForce(phrases: readonly string[], text: string): string[] {
  const keys = new Set(phrases.map(foldKey));
  const words = [...text.matchAll(/[\p{L}]+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const spans: string[] = [];
  for (let i = 0; i < words.length;) {
    let last = -1;
    for (let j = i; j < words.length; j++) {
      const stretch = text.slice(words[i].start, words[j].end);
      if (!/\n[ \u00a0]*\n/.test(stretch) && keys.has(foldKey(stretch))) last = j;
    }
    if (last < 0) { i++; continue; }
    spans.push(text.slice(words[i].start, words[last].end));
    i = last + 1;
  }
  return spans;
}

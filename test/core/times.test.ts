import assert from 'node:assert/strict';
import { readSentences } from '../../src/core/reading/sentence';
import { readTimes } from '../../src/core/reading/times';
import { plaintext } from '../../src/core/prose/plaintext';
import { Prose } from '../../src/core/prose/prose';

/** The times of a sentence as "1965", "1952–1980", "–1980" (until), "1989–" (after), "1989→" (since). */
function times(text: string): string[] {
  const prose = new Prose(text, plaintext);
  return prose.blocks
    .flatMap((block) => readSentences(prose, block))
    .flatMap((sentence) => readTimes(sentence.tokens))
    .map(({ from, to, since }) => {
      if (since) return `${from}→`;
      if (to === Infinity) return `${from}–`;
      return from === -Infinity ? `–${to}` : from === to ? String(from) : `${from}–${to}`;
    });
}

describe('times', () => {
  const table: [text: string, expected: string[]][] = [
    ['In 1965 it moved.', ['1965']],
    ['It ran from 1952 to 1980.', ['1952–1980']],
    ['It ran in 1951-1952.', ['1951–1952']],
    ['Between 1976 and 1984 it moved.', ['1976–1984']],
    ['Entre 1976 y 1984; de 1952 à 1980; entre 1952 et 1960.', ['1976–1984', '1952–1980', '1952–1960']],
    ['In 1965 and 1970 it moved.', ['1965', '1970']],
    ['In the 1960s and the late 1970s.', ['1960–1969', '1970–1979']],
    ["During the '70s and the 80s.", ['1970–1979', '1980–1989']],
    ['In the early eighties.', ['1980–1989']],
    ['Dans les années 60 et les années 1970.', ['1960–1969', '1970–1979']],
    ['En los años sesenta, en la década de 1980, a comienzos de los años 50.', ['1960–1969', '1980–1989', '1950–1959']],
    ['Since 1989; depuis 1989; desde 1989.', ['1989→', '1989→', '1989→']],
    ['Until 1980, before 1952, after 1989.', ['–1980', '–1952', '1989–']],
    ['On 10 December 2018.', ['2018']],
    ['On 2008-09-11 and 2001-12-05.', ['2008', '2001']],
    // Years that date something else than the event of the sentence.
    ['As was shown (IOM, 2020).', []],
    ['She was born in May 1931.', []],
    ['Carrasco (2006) disagrees.', []],
    ['The 1951 Convention and the Protocol of 1967 apply.', []],
    ['It cost 1,995 dollars.', []],
  ];
  for (const [text, expected] of table) it(text, () => assert.deepEqual(times(text), expected));
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { describeMention } from '../../src/core/describe/card';
import { cardMarkdown } from '../../src/core/describe/cardMarkdown';
import type { Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

/** The line of names in the card of the first name in a sentence. */
function names(text: string, lang: Lang = 'en'): string | undefined {
  const termbase = recordOfTests();
  const { findings, allowed } = check({ text, languageId: 'plaintext', lang }, termbase, DEFAULT_OPTIONS);
  const [mention] = [...findings, ...allowed].sort((a, b) => a.start - b.start);
  return cardMarkdown(termbase, describeMention(termbase, mention!, lang)!, 'full')
    .split('\n')
    .find((line) => line.includes('→'));
}

describe('the line of names in a card', () => {
  it('marks the year in the sentence at the name of that year', () => {
    assert.equal(
      names('In 1995 ICEM helped refugees return home.'),
      'PICMME (1951–1952) → **ICEM** (1952–1980) → ICM (1980–1989) → IOM (since 1989; **1995 here**)',
    );
    assert.equal(
      names('In 1965 ICEM chartered ten ships for migrants.'),
      'PICMME (1951–1952) → **ICEM** (1952–1980; **1965 here**) → ICM (1980–1989) → IOM (since 1989)',
    );
    assert.match(names('En 1995, le CIME a aidé des réfugiés.', 'fr')!, /1995 ici/);
  });

  it('shows the new name for the year of a change', () => {
    assert.match(names('In 1980 ICEM chartered ten ships for migrants.')!, /ICM \(1980–1989; \*\*1980 here\*\*\)/);
  });

  it('marks no name if the sentence contains no year, or a range', () => {
    assert.doesNotMatch(names('ICEM assists migrants today.')!, /here/);
    assert.doesNotMatch(names('From 1960 to 1985 ICEM chartered ships for migrants.')!, /here/);
  });
});

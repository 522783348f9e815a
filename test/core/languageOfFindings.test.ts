import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

/** The message of the first finding and the title of its first fix. */
function worded(text: string): readonly [string, string] {
  const [finding] = check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings;
  return [finding!.message, finding!.fixes[0]!.title];
}

describe('a finding', () => {
  it('is in the language of a name where the sentence is too short to show its language', () => {
    const [message, title] = worded('Les migrants clandestins arrivent.');
    assert.match(message, /^Éviter /);
    assert.match(title, /^Remplacer /);
  });

  it('is in the language of the sentence that contains a name in another language', () => {
    const [message, title] = worded(
      'The report says that the Organisation mondiale pour les migrations was in the city for the whole of the year.',
    );
    assert.match(message, /was never its name/);
    assert.match(title, /^Replace /);
  });
});

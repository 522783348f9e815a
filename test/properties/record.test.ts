import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { LANGS } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

// The record's own statements are true: a finding in one of them means that it was misread.

const CLAIM_RULES: ReadonlySet<string> = new Set([
  'fact-mismatch',
  'outdated-fact',
  'wrong-status',
  'confused-concept',
]);

describe('the statements of the record', () => {
  const facts = [...builtinTermbase().facts.values()];

  it('exist', () => assert.ok(facts.length > 300));

  for (const lang of LANGS) {
    it(`raise no claim in ${lang}`, () => {
      const reported = facts.flatMap(({ id, statement }) => {
        const text = statement[lang];
        if (text === undefined) return [];
        const { findings } = check({ text, languageId: 'plaintext', lang }, builtinTermbase(), DEFAULT_OPTIONS);
        return findings
          .filter(({ rule, severity }) => severity !== 'hint' && CLAIM_RULES.has(rule))
          .map(({ rule, text: utterance }) => `${id}: ${rule} «${utterance}» in: ${text}`);
      });
      assert.deepEqual(reported, []);
    });
  }
});

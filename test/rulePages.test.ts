import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from '../src/core/check';
import type { Finding } from '../src/core/finding';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { RULES } from '../src/core/rules';
import { builtinTermbase } from '../src/core/termbase/builtin';

const PAGES = resolve(__dirname, '../docs/rules');

/**
 * What a rule page promises about a sentence: the items of a list follow a line that begins "Reported" or "Not
 * reported".
 */
interface Example {
  readonly text: string;
  readonly reported: boolean;
}

function examplesOf(rule: string): Example[] {
  const page = readFileSync(join(PAGES, `${rule}.md`), 'utf8');
  const [, part = ''] = /^## Examples\n([^]*?)^## /m.exec(page) ?? [];
  let reported = true;
  return part.split(/\n(?=\S)/).flatMap((block) => {
    if (block.startsWith('Reported')) reported = true;
    if (block.startsWith('Not reported')) reported = false;
    return block.startsWith('- ')
      ? [
          {
            text: block
              .slice(2)
              .trim()
              .replace(/\n {2}/g, '\n'),
            reported,
          },
        ]
      : [];
  });
}

const findingsIn = (text: string): readonly Finding[] =>
  check({ text, languageId: 'markdown', lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS).findings;

describe('the examples on the rule pages', () => {
  for (const rule of RULES) {
    it(`hold for ${rule}`, () => {
      const examples = examplesOf(rule);
      assert.ok(examples.some(({ reported }) => reported) && examples.some(({ reported }) => !reported));
      const wrong = examples.filter(({ text, reported }) =>
        reported
          ? !findingsIn(text).some((finding) => finding.rule === rule)
          : findingsIn(text).some(({ severity }) => severity !== 'hint'),
      );
      assert.deepEqual(
        wrong.map(({ text, reported }) => `${reported ? 'not reported' : 'reported'}: ${text}`),
        [],
      );
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unfinishedAt } from '../../src/core/findings/unfinished';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { recordOfTests } from '../support/recordOfTests';
import { sampleOf } from '../support/runs';

describe('unfinished text', () => {
  const cases: [text: string, wanted: boolean][] = [
    ['The [Global Compact for Safe, Orderly and Regular Migratio]|', true],
    ['[ICEM] assists migrants|', true],
    ['[ICEM] assists migrants.|', false],
    ['[ICEM] assists migrants. It|', false],
    ['[ICEM] assists “migrants”.”|', false],
    ['IOM has [173]| Member States.', true],
    ['IOM has [173] |Member States.', false],
    ['IOM has [17|3] Member States.', true],
    ['|IOM has [173] Member States.', false],
    ['- [ICEM]\n- |', false],
    ['[ICEM] assists\nmigrants|', true],
    ['[ICEM]\n\nMore|', false],
    ['# [ICEM]\n|', true],
  ];
  for (const [text, wanted] of cases) {
    it(`${wanted ? 'hides the finding in' : 'shows the finding in'} ${JSON.stringify(text)}`, () => {
      const plain = text.replace(/[[\]|]/g, '');
      const offset = (mark: string): number => text.slice(0, text.indexOf(mark)).replace(/[[\]|]/g, '').length;
      assert.equal(unfinishedAt(plain, offset('|'))({ start: offset('['), end: offset(']') }), wanted);
    });
  }
});

describe('a correct document', () => {
  for (const file of ['brief.en.md', 'note.fr.md', 'nota.es.md']) {
    it(`shows no finding while it is typed: ${file}`, function () {
      this.timeout(300_000);
      const whole = readFileSync(join(__dirname, '../typing', file), 'utf8');
      const open = new DocumentCheck(
        { text: '', languageId: 'markdown', lang: 'auto' },
        recordOfTests(),
        DEFAULT_OPTIONS,
      );
      const shown: string[] = [];
      const unfinished = new Set<string>();
      // At the end of each word, and within long ones.
      const cursors = Array.from(whole, (_, i) => i + 1);
      const pauses = new Set(
        sampleOf(
          cursors.filter((cursor) => !/\p{L}/u.test(whole[cursor] ?? ' ') || cursor % 4 === 0),
          20,
        ),
      );
      for (let cursor = 1; cursor <= whole.length; cursor++) {
        const text = whole.slice(0, cursor);
        open.update(text);
        if (!pauses.has(cursor)) continue;
        const isUnfinished = unfinishedAt(text, cursor);
        for (const finding of open.checked.findings) {
          if (isUnfinished(finding)) unfinished.add(finding.text);
          else shown.push(`${finding.rule} ${finding.text} at “${text.slice(-30)}”`);
        }
      }
      assert.ok(
        pauses.size > 50 && unfinished.size >= 1,
        `${pauses.size} pauses, ${unfinished.size} findings on unfinished text`,
      );
      assert.deepEqual([...new Set(shown)], []);
    });
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from '../src/core/check';
import { LANGS, type Lang } from '../src/core/document';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { builtinTermbase } from '../src/core/termbase/builtin';

const ROOT = resolve(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('the walkthrough', () => {
  const { steps } = manifest.contributes.walkthroughs[0]!;
  const media: string[] = steps.flatMap(
    ({ media: { svg, image } }: { media: { svg?: string; image?: Record<string, string> } }) =>
      svg === undefined ? Object.values(image ?? {}) : [svg],
  );

  it('has a small picture for each step', () => {
    assert.ok(steps.length >= 4);
    for (const path of media) {
      assert.ok(existsSync(join(ROOT, path)), path);
      assert.ok(statSync(join(ROOT, path)).size < 200_000, path);
    }
  });

  it('runs only existing commands', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command));
    const titles = readFileSync(join(ROOT, 'package.nls.json'), 'utf8');
    const run = [...titles.matchAll(/\(command:(migrationTerms\.[\w.]+)/g)].map(([, command]) => command!);
    assert.deepEqual(
      run.filter((command) => !commands.has(command)),
      [],
    );
  });
});

describe('the sample document', () => {
  const findingsIn = (lang: Lang) => {
    const file = lang === 'en' ? 'sample.md' : `sample.${lang}.md`;
    const text = readFileSync(join(ROOT, 'media/walkthrough', file), 'utf8');
    return check({ text, languageId: 'markdown', lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS);
  };

  for (const lang of LANGS) {
    it(`shows former and wrong names and facts, and some that are right, in ${lang}`, () => {
      const { findings, allowed } = findingsIn(lang);
      const rules = new Set(findings.map(({ rule }) => rule));
      for (const rule of [
        'superseded-name',
        'anachronistic-name',
        'deprecated-name',
        'wrong-status',
        'outdated-fact',
        'fact-mismatch',
      ] as const) {
        assert.ok(rules.has(rule), rule);
      }
      const reasons = new Set(allowed.map(({ reason }) => reason));
      for (const reason of ['period', 'history', 'quotation', 'current'] as const)
        assert.ok(reasons.has(reason), reason);
    });
  }
});

import assert from 'node:assert/strict';
import { lineIndex } from '../../src/core/lineIndex';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { jsonFinding } from '../../src/core/findings/json';
import { DEFAULT_OPTIONS, type Options } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { settledEdits } from '../../src/core/parts/settledFixes';
import { recordOfTests } from '../support/recordOfTests';

const MOST = 10;
const PARAGRAPH = 'ICEM assists migrants. The International Office of Migration helps.\n\n';
const documentOf = (text: string) => ({ text, languageId: 'markdown', lang: 'en' }) as const;
const checkOf = (text: string, options: Options = DEFAULT_OPTIONS, partLength = 1): DocumentCheck =>
  new DocumentCheck(documentOf(text), recordOfTests(), options, partLength, MOST);
const inTurn = (check: DocumentCheck) => [...check.inTurn()].flatMap(({ findings }) => findings);

describe('findings beyond those that are listed', function () {
  this.timeout(60_000);

  it('are counted, and the last one that is listed says so, in its language', () => {
    for (const [messages, said] of [
      [undefined, / About 30 further findings in this file are not listed/],
      ['fr', / Environ 30 autres signalements dans ce fichier ne sont pas listés/],
      ['es', / Unos 30 avisos más de este archivo no se muestran/],
    ] as const) {
      const { findings } = checkOf(PARAGRAPH.repeat(20), { ...DEFAULT_OPTIONS, messages }).checked;
      assert.deepEqual([findings.length, findings.at(-1)!.unlisted], [MOST, 30]);
      assert.match(findings.at(-1)!.message, said);
      assert.equal(findings.filter(({ unlisted }) => unlisted !== undefined).length, 1);
    }
  });

  it('are the same in one part as in many, and in turn', () => {
    const text = PARAGRAPH.repeat(20);
    const { findings } = checkOf(text).checked;
    assert.deepEqual(checkOf(text, DEFAULT_OPTIONS, 1 << 20).checked.findings, findings);
    for (const length of [1, 100, 1 << 20])
      assert.deepEqual(inTurn(checkOf(text, DEFAULT_OPTIONS, length)), findings, String(length));
  });

  it('are not there if a document has just as many as are listed', () => {
    const { findings } = checkOf(PARAGRAPH.repeat(5)).checked;
    assert.deepEqual([findings.length, findings.at(-1)!.unlisted], [MOST, undefined]);
  });

  it('are listed once an edit leaves few before them, and are those of the new text whatever came first', () => {
    const text = PARAGRAPH.repeat(20);
    for (const visible of [undefined, { start: text.length - 100, end: text.length }]) {
      const kept = checkOf(text);
      kept.work(() => false, visible);
      assert.deepEqual(kept.checked.findings, checkOf(text).checked.findings);
      for (const change of [
        { start: 0, end: PARAGRAPH.length * 8, newText: 'Good.\n\n' },
        { start: 0, end: 0, newText: PARAGRAPH.repeat(3) },
        { start: 0, end: PARAGRAPH.length * 12, newText: '' },
      ]) {
        kept.update(applyEdits(kept.text, [change]));
        let steps = 0;
        while (!kept.work(() => ++steps % 2 === 0, visible));
        assert.deepEqual(kept.checked.findings, checkOf(kept.text).checked.findings);
      }
    }
  });

  it('do not count where a rule is off, a comment switches it off or the words are accepted', () => {
    const rules = { ...DEFAULT_OPTIONS.rules, 'superseded-name': 'off' as const };
    const accepted = [{ rule: 'superseded-name' as const, text: 'ICEM', around: undefined }];
    const right = 'ICEM assists migrants.\n\n'.repeat(40);
    const wrong = 'The International Office of Migration helps.\n\n';
    const texts: readonly (readonly [string, Options])[] = [
      [`${right}${wrong}`, { ...DEFAULT_OPTIONS, rules }],
      [`${right}${wrong}`, { ...DEFAULT_OPTIONS, accepted }],
      [`<!-- migration-terms-disable superseded-name -->\n\n${right}${wrong}`, DEFAULT_OPTIONS],
    ];
    for (const [text, options] of texts) {
      const { findings } = checkOf(text, options).checked;
      assert.deepEqual(
        findings.map((finding) => [finding.text, finding.unlisted]),
        [['International Office of Migration', undefined]],
      );
    }
  });

  it('keep a file from being fixed at once, as they would be taken for new ones', () => {
    const text = PARAGRAPH.repeat(20);
    const { findings } = checkOf(text).checked;
    assert.deepEqual(settledEdits(documentOf(text), findings, recordOfTests(), DEFAULT_OPTIONS), []);
  });

  it('have their number in JSON', () => {
    const text = PARAGRAPH.repeat(20);
    const last = checkOf(text).checked.findings.at(-1)!;
    assert.equal((jsonFinding(last, lineIndex(text)) as { unlisted?: number }).unlisted, 30);
  });
});

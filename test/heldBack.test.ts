import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkAnswer } from '../src/core/assistants/checkAnswer';
import { fixAnswer } from '../src/core/assistants/fixAnswer';
import type { PassageInput } from '../src/core/assistants/input';
import { wordingIn } from '../src/core/describe/wordings';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { DocumentCheck } from '../src/core/parts/documentCheck';
import { check, fix } from '../src/library';
import { heldBackDiagnostics } from '../src/lsp/toProtocol';
import { recordOfTests } from './support/recordOfTests';

/** Sentences that were right in 2012, each with the number of places that would be reported today. */
const OF_2012: [sentence: string, count: number][] = [
  ['IOM has 146 Member States.', 1],
  ['William Lacy Swing is the Director General of IOM, which has 146 Member States.', 1],
  ["L'OIM compte 146 États membres.", 1],
  ['La OIM tiene 146 Estados miembros.', 1],
  // Wrong then and now, and right then and now.
  ['IOM was founded in 1953 in Brussels.', 0],
  ['IOM was founded in 1951 in Brussels.', 0],
  ['“IOM has 146 Member States”, he wrote.', 0],
];

describe('what the time of a text holds back', () => {
  const dated = (sentence: string): string => `---\ndate: 2012-11-30\n---\n\n${sentence}\n`;
  const checkOf = (text: string, date?: string): DocumentCheck =>
    new DocumentCheck({ text, languageId: 'markdown', lang: 'auto', date }, recordOfTests(), DEFAULT_OPTIONS);

  for (const [sentence, count] of OF_2012)
    it(`is what only today would report, with its reason: ${sentence}`, () => {
      const held = checkOf(dated(sentence));
      const { findings, allowed } = held.checked;
      const today = checkOf(dated(sentence), 'today').checked.findings;
      assert.equal(held.heldBack, count);
      assert.equal(today.filter(({ start }) => findings.every((each) => each.start !== start)).length, count);
      assert.equal(allowed.filter(({ reason }) => reason === 'own-date').length, count);
    });

  it('is a former name in a text of its time, and a name that is older than its form', () => {
    assert.equal(checkOf('---\ndate: 1985-04-02\n---\n\nICM assists migrants.\n').heldBack, 1);
    assert.equal(checkOf('---\ndate: 1985-04-02\n---\n\nIn 1985 ICM assisted migrants.\n').heldBack, 0);
  });

  it('is counted anew after an edit', () => {
    const edited = checkOf(dated('IOM has 146 Member States.'));
    assert.equal(edited.heldBack, 1);
    edited.update(edited.text.replace('146', '175'));
    assert.equal(edited.heldBack, checkOf(edited.text).heldBack);
  });

  it('is said by the library, to assistants, and to editors at the date', () => {
    const text = dated('IOM has 146 Member States.');
    const because = /^1 name or value is not judged as of today: the text is of 30 November 2012/;
    assert.match(check(text).heldBack!.because, because);
    assert.match(fix(text).heldBack!.because, because);
    assert.equal(fix(text, { date: 'today' }).heldBack, undefined);
    const passage: PassageInput = {
      text,
      languageId: 'markdown',
      language: 'auto',
      date: undefined,
      today: '2026-12-03',
    };
    for (const answer of [checkAnswer, fixAnswer]) {
      const said = answer(passage, recordOfTests(), DEFAULT_OPTIONS.rules).heldBack;
      assert.match(said ?? '', because);
      assert.match(said ?? '', /give the date of today\.$/);
    }
    const places = TextDocument.create('file:///a.md', 'markdown', 1, text);
    const [hint, ...others] = heldBackDiagnostics(places, checkOf(text), wordingIn('en'));
    assert.deepEqual([hint!.severity, hint!.range.start.line, others.length], [4, 1, 0]);
    assert.match(String(hint!.message), /--date today/);
  });
});

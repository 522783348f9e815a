import assert from 'node:assert/strict';
import type { Edit } from '../../src/core/finding';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { DocumentReview, movedRemarks, reportable } from '../../src/core/review/documentReview';
import { Review } from '../../src/core/review/review';
import { recordOfTests } from '../support/recordOfTests';

const FILLER = 'The staff of IOM met partners, wrote notes and thanked everybody who had helped them on the way. ';
const TEXT = `# Report

## Birth

The International Organization for Migration (IOM) traces its birth to a conference in Geneva. Its seat is in Geneva.

${FILLER.repeat(35)}

## Seats

A seat in its Council is open to all 168 members.

${FILLER.repeat(35)}
`;

describe('the review of a document', () => {
  it('reads a note once that two passages call', () => {
    const called = `# One\n\nIOM grew.[^1]\n\n${FILLER.repeat(70)}\n\n## Two\n\nIOM met.[^1]\n\n${FILLER.repeat(70)}\n\n`;
    const document = {
      text: `${called}[^1]: In 2024 IOM had 193 Member States.\n`,
      languageId: 'markdown',
      lang: 'en',
    } as const;
    const check = new DocumentCheck(document, recordOfTests(), DEFAULT_OPTIONS);
    const review = new Review(document, check, recordOfTests(), { options: DEFAULT_OPTIONS });
    const [id] = /F\d+(?= 175 in 2024)/.exec(review.excerpt.text)!;
    const state = new DocumentReview(review.passages, 'model', '2026-07-01T10:00:00Z');
    for (const passage of review.passages)
      state.answer(passage, review.judge(passage, `[{"quote": "193", "fact": "${id}"}]`, 'model'));
    assert.ok(review.passages.filter(({ text }) => text.includes('193')).length === 1);
    assert.deepEqual([state.remarks.map(({ text }) => text), state.dropped.repeated], [['193'], 0]);
  });

  const document = { text: TEXT, languageId: 'markdown', lang: 'en' as const };
  const termbase = recordOfTests();
  const review = new Review(document, new DocumentCheck(document, termbase, DEFAULT_OPTIONS), termbase, {
    options: DEFAULT_OPTIONS,
  });
  const [birth, seats] = review.passages;
  const idOf = (find: RegExp): string => find.exec(review.excerpt.text)![1]!;
  const GENEVA = {
    quote: 'Geneva',
    fact: idOf(/^(F\d+) The organization was set up by a conference of governments in Brussels/m),
    right: 'Brussels',
  };
  const MEMBERS = { quote: '168', fact: idOf(/(F\d+) 175 in 2025-12/), right: '175' };
  const answer = (...remarks: readonly object[]): string => JSON.stringify({ remarks });
  const begin = (): DocumentReview => new DocumentReview(review.passages, 'A Model', '2026-01-02T03:04:05Z');
  const whole = (): DocumentReview => {
    const state = begin();
    state.answer(birth!, review.judge(birth!, answer(GENEVA), 'A Model'));
    state.answer(seats!, review.judge(seats!, answer(MEMBERS, { quote: 'nowhere', fact: 'F1' }), 'A Model'));
    return state;
  };
  const never = (): boolean => false;
  const quotes = (state: DocumentReview, text: string): string[] =>
    state.remarks.map(({ start, end }) => text.slice(start, end));
  const edited = (state: DocumentReview, edit: Edit, isFix: (change: Edit) => boolean = never): string => {
    state.edit([edit], isFix);
    return applyEdits(TEXT, [edit]);
  };
  const replace = (words: string, newText: string): Edit => {
    const start = TEXT.indexOf(words);
    return { start, end: start + words.length, newText };
  };

  it('grows with every answer, and counts what the checks dropped', () => {
    assert.equal(review.passages.length, 2);
    const state = begin();
    assert.deepEqual(state.counts, { total: 2, answered: 0, unanswered: 0, waiting: 2, changed: 0 });
    state.answer(birth!, review.judge(birth!, answer(GENEVA), 'A Model'));
    state.giveUp(seats!);
    assert.deepEqual(state.counts, { total: 2, answered: 1, unanswered: 1, waiting: 0, changed: 0 });
    assert.deepEqual(quotes(state, TEXT), ['Geneva']);
    assert.equal(whole().dropped.quote, 1);
  });

  it('does not give up a passage that has an answer', () => {
    const state = whole();
    state.giveUp(birth!);
    assert.equal(state.counts.answered, 2);
  });

  it('drops the remarks of an edited passage, and moves the others', () => {
    const state = whole();
    const text = edited(state, replace('traces its birth', 'owes its birth, long ago,'));
    assert.deepEqual(quotes(state, text), ['168']);
    assert.equal(state.counts.changed, 1);
    assert.equal(state.stateOf(birth!), 'changed');
  });

  it('keeps the other remarks of a passage in which a finding is fixed', () => {
    const state = begin();
    state.answer(birth!, review.judge(birth!, answer(GENEVA, { ...GENEVA, n: 2 }), 'A Model'));
    const before = state.remarks.length;
    const [fix] = state.remarks[0]!.fixes[0]!.edits;
    const text = edited(state, fix!, (change) => change === fix);
    assert.equal(state.remarks.length, before - 1);
    for (const quote of quotes(state, text)) assert.equal(quote, 'Geneva');
    assert.equal(state.counts.changed, 1);
  });

  it('puts an answer that arrives after an edit elsewhere in its place, and ignores one on an edited passage', () => {
    const state = begin();
    const text = edited(state, replace('# Report', '# A Report of the Year'));
    state.answer(birth!, review.judge(birth!, answer(GENEVA), 'A Model'));
    state.answer(seats!, review.judge(seats!, answer(MEMBERS), 'A Model'));
    assert.deepEqual(quotes(state, text), ['168']);
  });

  it('is the same list of remarks until one changes', () => {
    const state = whole();
    const { remarks } = state;
    assert.equal(state.remarks, remarks);
    state.edit([{ start: TEXT.length, end: TEXT.length, newText: 'x' }], never);
    assert.notEqual(state.remarks, remarks);
  });

  it('obeys rules and accepted findings that have changed since', () => {
    const { remarks } = whole();
    const { rule, text } = remarks[0]!;
    const { rules } = DEFAULT_OPTIONS;
    assert.equal(reportable(remarks, TEXT, { rules: { ...rules, [rule]: 'off' }, accepted: [] }).length, 0);
    const accepted = [{ rule, text, around: undefined }];
    assert.equal(reportable(remarks, TEXT, { rules, accepted }).length, remarks.length - 1);
  });

  it('moves remarks with the edits of a text, without those that are touched', () => {
    const { remarks } = whole();
    const edit = replace('Geneva', 'Brussels');
    const moved = movedRemarks(remarks, [edit]);
    const text = applyEdits(TEXT, [edit]);
    assert.deepEqual(
      moved.map(({ start, end }) => text.slice(start, end)),
      ['168'],
    );
  });
});

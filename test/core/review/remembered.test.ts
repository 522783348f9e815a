import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/finding';
import { movedRemarks } from '../../../src/core/review/documentReview';
import { RememberedAnswers } from '../../../src/core/review/remembered';
import { idOf, reviewing } from './reviewing';

const section = (title: string, words: string): string => `## ${title}\n\n${words.repeat(90)}\n\n`;
const TEXT = `# IOM\n\n${['A', 'B', 'C', 'D', 'E'].map((title) => section(title, 'IOM works with States. The Network helps. ')).join('')}## F\n\nIOM has 173 Member States.\n`;

describe('a second review', () => {
  const keysOf = (text: string, model = 'm'): readonly string[] => {
    const review = reviewing(text);
    return review.passages.map((passage) => review.keyOf(passage, model));
  };

  it('asks only about the passage that changed', () => {
    const before = keysOf(TEXT);
    assert.ok(before.length >= 3);
    const after = keysOf(TEXT.replace('The Network helps. IOM works', 'The Network is of help. IOM works'));
    assert.equal(after.filter((key) => !before.includes(key)).length, 1);
    assert.deepEqual(keysOf(TEXT), before);
  });

  it('asks again where the model, the record or the names in the document are others', () => {
    const before = keysOf(TEXT);
    for (const other of [keysOf(TEXT, 'n'), keysOf(TEXT.replace('IOM has', 'As the Bali Process says, IOM has'))])
      assert.ok(other.every((key) => !before.includes(key)));
  });

  it('keeps the newest answers', () => {
    const answers = new RememberedAnswers([], 2);
    for (const key of ['a', 'b', 'a', 'c']) answers.add({ key, model: 'm', at: '2026-01-01T00:00:00Z', answer: key });
    assert.deepEqual(
      answers.all.map(({ key }) => key),
      ['a', 'c'],
    );
    assert.equal(answers.get('b'), undefined);
    assert.deepEqual(new RememberedAnswers(answers.all).all, answers.all);
  });
});

describe('remarks after an edit', () => {
  const review = reviewing(TEXT);
  const answer = JSON.stringify([{ quote: '173', fact: idOf('iom-members-2025'), right: '175' }]);
  const remarks = review.passages.flatMap((passage) => review.judge(passage, answer, 'm').remarks);

  it('move with their passage', () => {
    const [remark] = movedRemarks(remarks, [{ start: 0, end: 5, newText: '# The organization' }]);
    const text = '# The organization' + TEXT.slice(5);
    assert.equal(text.slice(remark!.start, remark!.end), '173');
    const [edit] = remark!.fixes[0]!.edits;
    assert.equal(text.slice(edit!.start, edit!.end), '173');
    assert.deepEqual(remark!.by, { reader: 'm', rules: false });
  });

  it('are dropped where the edit touches them, and only there', () => {
    const [{ start, end }] = remarks as [Finding];
    assert.equal(remarks.length, 1);
    assert.deepEqual(movedRemarks(remarks, [{ start, end, newText: '175' }]), []);
    assert.deepEqual(movedRemarks(remarks, [{ start: end, end, newText: '!' }]), []);
    assert.deepEqual(movedRemarks(remarks, [{ start: end + 1, end: end + 1, newText: '!' }]), remarks);
  });
});

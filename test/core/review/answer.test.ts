import assert from 'node:assert/strict';
import { MOST_ANSWER, readAnswer } from '../../../src/core/review/answer';
import { assertLinear } from '../../support/growth';

const ITEM = '{"quote": "175", "n": 2, "fact": "F12", "right": "l\'OIM", "sure": 0.8}';
const READ = { quote: '175', n: 2, fact: 'F12', right: "l'OIM", sure: 0.8 };

/** Answers that hold the same item, and how many there are. */
const TOLERATED: readonly (readonly [what: string, answer: string, count?: number])[] = [
  ['as asked', `{"remarks": [${ITEM}]}`],
  ['a list', `[${ITEM}]`],
  ['a single item', ITEM],
  ['another key', `{"errors": [${ITEM}]}`],
  ['another list before', `{"thoughts": ["F12 says 173"], "found": [${ITEM}], "remarks": [${ITEM}]}`],
  ['another list before another key', `{"thoughts": ["F12 says 173"], "errors": [${ITEM}]}`],
  ['a fence', '```json\n{"remarks": [' + ITEM + ']}\n```'],
  ['prose around', `I found one error {see below}:\n\n[${ITEM}]\n\nThat is all.`],
  ['prose around a fence', 'Sure!\n```\n[' + ITEM + ']\n```\nLet me know.'],
  ['thoughts before', `<think>{"quote": "x", "fact": "F1"}</think>[${ITEM}]`],
  ['single quotes', `[{'quote': '175', 'n': 2, 'fact': 'F12', 'right': 'l'OIM', 'sure': 0.8}]`],
  ['single quotes with escapes', `[{'quote': '175', 'n': 2, 'fact': 'F12', 'right': 'l\\'OIM', 'sure': 0.8}]`],
  ['bare keys and trailing commas', `[{quote: "175", n: 2, fact: "F12", right: "l'OIM", sure: 0.8,},]`],
  ['typographic quotes', "[{“quote”: “175”, “n”: 2, “fact”: “F12”, “right”: “l'OIM”, “sure”: 0.8}]"],
  ['numbers as text', `[{"quote": "175", "n": "2", "fact": " F12 ", "right": "l'OIM", "sure": "80%"}]`],
  ['more keys', `[{"quote": "175", "n": 2, "fact": "F12", "why": "a \\"b\\"", "right": "l'OIM", "sure": 0.8}]`],
  ['cut off in an item', `{"remarks": [${ITEM}, {"quote": "IOM", "fa`],
  ['cut off after an item', `{"remarks": [${ITEM},`],
  ['cut off in a fence', '```json\n{"remarks": [' + ITEM + ', {"quote"'],
  ['a second fence', '```\nThe number is wrong.\n```\n```JSON\n[' + ITEM + ']\n```'],
  ['items without a list', `${ITEM}\n${ITEM}`, 2],
];

describe('an answer', () => {
  for (const [what, answer, count = 1] of TOLERATED)
    it(`is read: ${what}`, () =>
      assert.deepEqual(
        readAnswer(answer).items,
        Array.from({ length: count }, () => READ),
      ));

  it('says whether it is complete', () => {
    for (const empty of ['[]', '{"remarks": []}', 'No errors:\n```json\n{"remarks": []}\n```', '{ "remarks" : [ ] }'])
      assert.deepEqual(readAnswer(empty), { items: [], malformed: 0, fault: 'none' }, empty);
    for (const none of ['', 'I cannot help with that.', 'null', '42', '{"error": "quota"}'])
      assert.equal(readAnswer(none).fault, 'no-list', none);
    assert.equal(readAnswer(`{"remarks": [${ITEM}, {"quote": "IOM", "fa`).fault, 'cut-off');
  });

  for (const piece of ['a', ' ', '```', '``` ', '{', '[', '"', '{"'])
    it(`is read in linear time: many ${JSON.stringify(piece)} after a fence`, () =>
      assertLinear(
        (length) => {
          const answer = '```' + piece.repeat(length / piece.length);
          return () => assert.deepEqual(readAnswer(answer).items, []);
        },
        (MOST_ANSWER - 3) / 32,
      ));

  it('reads quotation marks within a text as text', () => {
    const [item] = readAnswer(`[{"quote": "the "UN Migration" label", "fact": "F1"},]`).items;
    assert.equal(item?.quote, 'the "UN Migration" label');
  });

  it('counts items without a quote or an id', () => {
    const { items, malformed } = readAnswer(
      '[{"quote": "", "fact": "F1"}, {"quote": "x"}, {"quote": "…", "fact": "F1"}, 3, null]',
    );
    assert.deepEqual([items, malformed], [[], 5]);
  });
});

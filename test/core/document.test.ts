import assert from 'node:assert/strict';
import { spanAt } from '../../src/core/document';

describe('the span at an offset', () => {
  const spans = [
    { start: 2, end: 5 },
    { start: 8, end: 10 },
  ];

  for (const [offset, index] of [
    [0, -1],
    [2, 0],
    [4, 0],
    [5, 0],
    [7, 0],
    [8, 1],
    [99, 1],
  ] as const)
    it(`is ${index < 0 ? 'none' : `number ${index}`} at ${offset}`, () =>
      assert.equal(spanAt(spans, offset), spans[index]));

  it('is none among no spans', () => assert.equal(spanAt([], 3), undefined));
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../src/core/lineIndex';

describe('the lines of a text', () => {
  it('are counted as splitting at line ends does', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é'), { maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), (pieces, at) => {
        const joined = pieces.join('');
        const offset = at % (joined.length + 1);
        // The offset between \r and \n belongs to the line that they end.
        const before = joined.slice(0, offset).replace(/\r$/, joined[offset] === '\n' ? '' : '\r');
        const lines = before.split(/\r\n|\r|\n/);
        const { line, character } = lineIndex(joined).positionAt(offset);
        assert.equal(line + 1, lines.length);
        if (joined[offset - 1] !== '\r' || joined[offset] !== '\n') assert.equal(character, lines.at(-1)!.length);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown } from '../../src/core/prose/markdown';
import { RUNS } from '../support/runs';

/** The part of a syntax tree that the comparison needs; offsets are those of JavaScript strings. */
interface Node {
  readonly type: string;
  readonly url?: string;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly Node[];
}

/** What each letter of a text is: `p` prose, `-` not, `?` where a reader does not say. */
type Letters = readonly ('p' | '-' | '?')[];

const NOT_PROSE = new Set(['code', 'url', 'markup', 'math', 'comment', 'key']);
const LETTER = /\p{L}/u;
/**
 * A paragraph of a quotation or after a definition may run on into the next line; the reader decides that otherwise.
 */
const LAZY = /^(?:>|\[label\]:)/;

// CommonMark alone, without tables, footnotes, math and front matter, which are extensions.
const PIECES = [
  '# A heading',
  '## Another one ##',
  'A line of prose.',
  'Two lines\nof prose.',
  '- an item',
  '- an item\n  that runs on',
  '  - nested',
  '1. first\n2. second',
  '> quoted words',
  '> > deeper',
  '> - an item in it',
  '```\nfenced code\n```',
  '~~~text\nmore code\n~~~',
  '    indented code',
  '---',
  '***',
  '<!-- a comment -->',
  'words with `inline code` in them',
  '``a ` b`` and words',
  '[a link](https://example.org/path) here',
  '![a picture](image.png "title") here',
  '<https://example.org/auto>',
  '*emphasis* and **strong** words',
  'an \\*escape\\* here',
  'Setext heading\n===',
  'Lower one\n---',
  '[label]: https://example.org/target',
  'see [label] there',
  'a&amp;b entity',
  '> ```\n> quoted code\n> ```',
  '- ```\n  code in a list\n  ```',
];

/** Texts that the two once read differently. */
const FOUND = [
  'Begin.\n\n1. first\n\n  Title\n---\n    indented code\n',
  'Begin.\n\n10. first\n\n    Title\n  ---\n    indented code\n',
  'Begin.\n\n- ```\n  code in a list\n  ```\n    indented code\n---\n    indented code\n# A heading\n',
];

describe('the Markdown reader and micromark', () => {
  let parse: (text: string) => Node;
  before(async () => {
    const { fromMarkdown } = await import('mdast-util-from-markdown');
    parse = fromMarkdown as (text: string) => Node;
  });

  it('agree on which letters are prose', () => {
    const texts = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
      .chain((pieces) =>
        fc
          .array(fc.constantFrom('\n', '\n\n', '\n\n\n'), { minLength: pieces.length, maxLength: pieces.length })
          .map(
            (gaps) => `Begin.\n\n${pieces.map((piece, i) => piece + (LAZY.test(piece) ? '\n\n' : gaps[i])).join('')}`,
          ),
      );
    fc.assert(
      fc.property(texts, (text) => {
        const ours = lettersOf(text);
        const theirs = lettersOfTree(text, parse(text));
        const apart = [...text].flatMap((_, i) =>
          theirs[i] !== '?' && ours[i] !== theirs[i] && LETTER.test(text[i]!) ? [i] : [],
        );
        assert.deepEqual(
          apart.map((i) => `${text[i]} at ${i} is ${theirs[i]}`),
          [],
          JSON.stringify(text),
        );
      }),
      { numRuns: RUNS * 100, examples: FOUND.map((text) => [text]) },
    );
  });
});

function lettersOf(text: string): Letters {
  const letters: ('p' | '-')[] = Array.from(text, () => '-');
  for (const block of markdown.readPart(text, true).blocks) {
    letters.fill('p', block.start, block.end);
    for (const { kind, start, end } of markdown.readInlines(text, block))
      if (NOT_PROSE.has(kind)) letters.fill('-', start, end);
  }
  return letters;
}

function lettersOfTree(text: string, tree: Node): Letters {
  const letters: ('p' | '-' | '?')[] = Array.from(text, () => '?');
  const visit = ({ type, url, position, children }: Node): void => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    // An autolink has its address as its text, and an address is not prose.
    const isAddress = type === 'link' && text.slice(start, end) === `<${url}>`;
    if (type === 'text') letters.fill('p', start, end);
    if (isAddress || type === 'code' || type === 'inlineCode' || type === 'html') letters.fill('-', start, end);
    else children?.forEach(visit);
  };
  visit(tree);
  // The letters of an entity are not those that it denotes, and a bare address is prose for CommonMark alone.
  for (const { index, 0: other } of text.matchAll(/&\w+;|https:[^\s)>]+/g))
    letters.fill('?', index, index + other.length);
  return letters;
}

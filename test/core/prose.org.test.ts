import assert from 'node:assert/strict';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('org', text);

describe('Org: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['keywords', '#+TITLE: One\n#+AUTHOR: no\n#+options: no\nTwo', 'metadata: One\nparagraph: Two'],
    ['headings', '* TODO [#A] One :no:tag:\n** Two\nThree', 'heading 1: One\nheading 2: Two\nparagraph: Three'],
    [
      'lists',
      '- One\n  two\n+ [X] Three\n  * Four\n1) Five',
      'list-item: One two\nlist-item: Three\nlist-item: Four\nlist-item: Five',
    ],
    [
      'blocks without prose',
      '#+BEGIN_SRC x\nno\n\nno\n#+END_SRC\n#+begin_comment\nno\n#+end_comment\n: no\nOne',
      'paragraph: One',
    ],
    [
      'quotations',
      '#+begin_quote\nOne\n\nTwo\n#+end_quote\nThree',
      'paragraph, quoted: One\nparagraph, quoted: Two\nparagraph: Three',
    ],
    [
      'drawers and planning',
      '* One\nSCHEDULED: <2020-01-01>\n:PROPERTIES:\n:ID: no\n:END:\nTwo',
      'heading 1: One\nparagraph: Two',
    ],
    [
      'rows',
      '#+CAPTION: Cap\n| A | B |\n|---+---|\n| C | D |',
      'caption: Cap\ntable-row: | A | B |\ntable-row: | C | D |',
    ],
    [
      'footnotes',
      'One[fn:1] two.[fn:: Three.]\n\n[fn:1] Four',
      'paragraph: One[fn:1] two.[fn:: Three.]\n+footnote: Three.\nfootnote: Four',
    ],
    ['comments', '# no\nOne\n# no\ntwo', 'paragraph: One # no two'],
    ['a part that is a comment', '* COMMENT no\nno\n** no\nno\n* One', 'heading 1: One'],
    ['environments', '\\begin{align*}\nno\n\\end{align*}\nOne', 'paragraph: One'],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('Org: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'org',
      `# NO
* YES :NO:
YES =NO= ~NO~ [[NO][YES]] [[NO]] [fn:NO] [fn:: YES] [cite:@NO] \\(NO\\) $NO$ @@html:NO@@ {{{NO}}} src_x{NO} <<NO>> https://x.org/NO *YES* _YES_ a=b YES a=c
#+NO: NO
| YES | =NO= |`,
    ));
  it('recognizes emphasis and citations', () =>
    assert.deepEqual(aroundHere('org', '/a HERE/ *HERE* HERE [[x][HERE]] [cite:see HERE @k]'), [
      'emphasis',
      'strong',
      '',
      'link',
      'citation',
    ]));
});

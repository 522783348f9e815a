import assert from 'node:assert/strict';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('restructuredtext', text);

describe('reStructuredText: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      'sections in the order of their marks',
      '====\nOne\n====\n\nTwo\n===\n\nThree\n-----\n\nFour\n====\nText',
      'heading 1: One\nheading 2: Two\nheading 3: Three\nheading 2: Four\nparagraph: Text',
    ],
    [
      'paragraphs and lists',
      'One\ntwo\n\n- Three\n  four\n\n  five\n- Six\n\n#. Seven\n\nEight',
      'paragraph: One two\nlist-item: Three four\nlist-item: five\nlist-item: Six\nlist-item: Seven\nparagraph: Eight',
    ],
    [
      'block quotations',
      'One\n\n  Two\n\n  Three\n\nFour',
      'paragraph: One\nparagraph, quoted: Two\nparagraph, quoted: Three\nparagraph: Four',
    ],
    ['a definition is none', 'Term\n  Two\n\n  Three', 'paragraph: Term Two\nparagraph: Three'],
    [
      'directives with prose',
      '.. note:: One\n   two\n\n   Three\n\n.. epigraph::\n\n   Four\n\nFive',
      'paragraph: One two\nparagraph: Three\nparagraph, quoted: Four\nparagraph: Five',
    ],
    [
      'directives without',
      '.. code-block:: python\n   :caption: One\n\n   no\n\n.. toctree::\n\n   no\n\nTwo',
      'caption: One\nparagraph: Two',
    ],
    [
      'figures',
      '.. figure:: x.png\n   :alt: One\n   :width: 3\n\n   Two\n\n   Three',
      'caption: One\ncaption: Two\nparagraph: Three',
    ],
    ['literal blocks', 'One::\n\n  no\n\n  no\n\nTwo', 'paragraph: One::\nparagraph: Two'],
    [
      'grid tables',
      '+---+---+\n| A | B |\n|   | b |\n+===+===+\n| C | D |\n+---+---+\n\nE',
      'table-row: | A | B | | | b |\ntable-row: | C | D |\nparagraph: E',
    ],
    [
      'simple tables',
      '=====  =====\nA      B\n=====  =====\nC      D\n       d\nE      F\n=====  =====\n\nG',
      'table-row: A B\ntable-row: C D d\ntable-row: E F\nparagraph: G',
    ],
    [
      'tables from lists',
      '.. list-table:: Cap\n   :widths: 1 2\n\n   * - A\n     - B\n   * - C\n     - D',
      'caption: Cap\ntable-row: - A - B\ntable-row: - C - D',
    ],
    [
      'tables from values',
      '.. csv-table:: Cap\n   :header: a\n\n   A, B\n   C, D',
      'caption: Cap\ntable-row: A, B\ntable-row: C, D',
    ],
    [
      'footnotes and citations',
      '.. [1] One\n   two\n.. [#a] Three\n.. [Key] Four',
      'footnote: One two\nfootnote: Three\nreference: Four',
    ],
    ['comments and targets', '.. no\n   no\n\n   no\n.. _x: http://no\n.. |x| image:: no\n\nOne', 'paragraph: One'],
    [
      'the head of a document',
      'Title\n=====\n\n:Author: no\n:Abstract: One\n\nTwo\n\n:field: Three',
      'heading 1: Title\nmetadata: One\nparagraph: Two\nlist-item: Three',
    ],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('reStructuredText: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'restructuredtext',
      `.. NO
   NO

YES
===

YES \`\`NO\`\` :ref:\`NO\` :ref:\`YES <NO>\` :term:\`YES\` \`YES <https://NO.org>\`_ [NO]_ |NO| *YES* **YES** :math:\`NO\` :doc:\`NO\` https://x.org/NO a@NO.org

>>> NO

.. image:: NO
   :target: NO

.. raw:: html

   NO

:NO: YES
`,
    ));
  it('recognizes emphasis', () =>
    assert.deepEqual(aroundHere('restructuredtext', '*a HERE* **HERE** `HERE <x>`_ :q:`HERE`'), [
      'emphasis',
      'strong',
      'link',
      'quote',
    ]));
});

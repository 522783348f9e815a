import assert from 'node:assert/strict';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('asciidoc', text);

describe('AsciiDoc: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      'the head of a document',
      '= One\nno <no@x.org>\n:description: Two\n:toc: no\n\nThree',
      'heading 1: One\nmetadata: Two\nparagraph: Three',
    ],
    ['headings', '== One\nTwo\n\n=== Three', 'heading 2: One\nparagraph: Two\nheading 3: Three'],
    [
      'lists',
      '* One\ntwo\n** Three\n. Four\nterm:: Five\n\nSix',
      'list-item: One two\nlist-item: Three\nlist-item: Four\nlist-item: term:: Five\nparagraph: Six',
    ],
    [
      'quotations',
      '[quote, X]\n____\nOne\n\nTwo\n____\n\n[quote]\nThree\n\nFour',
      'paragraph, quoted: One\nparagraph, quoted: Two\nparagraph, quoted: Three\nparagraph: Four',
    ],
    [
      'listings',
      '----\nno\n----\n....\nno\n....\n++++\nno\n++++\n```x\nno\n```\n[source,x]\nno\n\n no\n\nOne',
      'paragraph: One',
    ],
    [
      'blocks of prose',
      '====\nOne\n====\n\n****\nTwo\n****\n\nNOTE: Three',
      'paragraph: One\nparagraph: Two\nparagraph: NOTE: Three',
    ],
    ['rows on a line', '|===\n|A |B\n\n|C |D\nd\n|===\n\nE', 'table-row: |A |B\ntable-row: |C |D d\nparagraph: E'],
    ['rows of lines', '|===\n|A |B\n\n|C\n|D\n\n2+|E\n|===', 'table-row: |A |B\ntable-row: |C |D\ntable-row: 2+|E'],
    ['titles and pictures', '.One\nimage::x.png[Two, 300]', 'caption: One\ncaption: Two'],
    [
      'a footnote is a block within',
      'One.footnote:[Two [x] three.] Four',
      'paragraph: One.footnote:[Two [x] three.] Four\n+footnote: Two [x] three.',
    ],
    ['comments', '// no\nOne\n// no\ntwo\n\n////\nno\n////\n', 'paragraph: One // no two'],
    ['a bibliography', '[bibliography]\n== Refs\n* [[[x]]] One', 'heading 2: Refs\nreference: [[[x]]] One'],
    ['lines of commands', "ifdef::no[]\ninclude::no.adoc[]\n[[no]]\n[.no]\nOne\n\n'''\n\n<<<\n", 'paragraph: One'],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('AsciiDoc: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'asciidoc',
      `= YES
:NO: NO

YES \`NO\` +NO+ link:NO[YES] https://x.org/NO[YES] https://x.org/NO xref:NO[YES] <<NO>> <<NO,YES>> {NO} footnote:NO[YES] image:NO[YES,NO]
// NO
stem:[NO] kbd:[NO] [[NO]]YES [.NO]#YES# (((NO))) ((YES)) *YES* _YES_ pass:[NO] indexterm:[NO] a@NO.org "\`YES\`"`,
    ));
  it('recognizes quotations and emphasis', () =>
    assert.deepEqual(aroundHere('asciidoc', '"`HERE`" \'`HERE`\' _a HERE_ *HERE* HERE link:x[HERE]'), [
      'quote',
      'quote',
      'emphasis',
      'strong',
      '',
      'link',
    ]));
});

import assert from 'node:assert/strict';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('typst', text);

describe('Typst: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      'headings and paragraphs',
      '= One <x>\n== Two\nThree\nfour\n\nFive',
      'heading 1: One <x>\nheading 2: Two\nparagraph: Three four\nparagraph: Five',
    ],
    [
      'lists',
      '- One\n  two\n+ Three\n/ Four: five\n1. Six',
      'list-item: One two\nlist-item: Three\nlist-item: Four: five\nlist-item: Six',
    ],
    [
      'code',
      '#let x = [no]\n#import "no": no\n#set text(lang: "no")\n#show heading: it => [no]\nOne #v(1em) two',
      'paragraph: One #v(1em) two',
    ],
    [
      'titles',
      '#set document(title: "One")\n#show: x.with(title: [Two], author: "no", abstract: [Three])\nFour',
      'metadata: One\nmetadata: Two\nmetadata: Three\nparagraph: Four',
    ],
    [
      'quotations, with who said it',
      '#quote(block: true, attribution: [X])[\n  One\n\n  Two\n]\nThree',
      'paragraph, quoted: X\nparagraph, quoted: One\nparagraph, quoted: Two\nparagraph: Three',
    ],
    [
      'figures',
      '#figure(\n  image("no.png", alt: "One"),\n  caption: [Two _x_],\n) <no>\n\nThree',
      'caption: One\ncaption: Two _x_\nparagraph: Three',
    ],
    [
      'rows by columns',
      '#table(columns: 2, table.header([A], [B]), [C],\n[D], [E], [F])',
      'table-row: A], [B\ntable-row: C], [D\ntable-row: E], [F',
    ],
    ['rows by lines', '#table(columns: cols,\n[A], [B],\n[C], [D])', 'table-row: A], [B\ntable-row: C], [D'],
    [
      'a footnote is a block within',
      'One#footnote[Two *x*.] three.',
      'paragraph: One#footnote[Two *x*.] three.\n+footnote: Two *x*.',
    ],
    [
      'content that is a block',
      '#align(center)[\n= One\nTwo]\n#if x [Three] else [Four]',
      'heading 1: One\nparagraph: Two\nparagraph: Three\nparagraph: Four',
    ],
    [
      'content amid a sentence',
      'One #emph[two] three.\n#strong[Four] five',
      'paragraph: One #emph[two] three. #strong[Four] five',
    ],
    ['raw text', 'One\n\n```x\nno\n\nno\n```\n\nTwo', 'paragraph: One\nparagraph: Two'],
    ['brackets of the text', 'One [two] three]', 'paragraph: One [two] three]'],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('Typst: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'typst',
      `// NO
#import "NO": NO
= YES <NO>
YES \`NO\` $NO$ @NO #link("NO")[YES] https://x.org/NO /* NO */ *YES* _YES_ #NO() #text(font: "NO")[YES] #cite(<NO>) #NO.NO[YES] // NO
YES \\$ YES #footnote[YES #emph[YES] @NO] #(NO + 1) #{ let NO = [YES] } YES a@NO.org
#let NO = [NO]
#NO(caption: [YES], x: (NO: 1))`,
    ));
  it('recognizes quotations and emphasis', () =>
    assert.deepEqual(aroundHere('typst', '#quote[HERE] _a HERE_ *HERE* #emph[HERE] HERE #link("x")[HERE]'), [
      'quote',
      'emphasis',
      'strong',
      'emphasis',
      '',
      'link',
    ]));
});

import assert from 'node:assert/strict';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('html', text);

describe('HTML: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      'paragraphs and headings',
      '<h1 class=x>One</h1><p>Two<p>Three',
      'heading 1: One\nparagraph: Two\nparagraph: Three',
    ],
    ['a piece that begins amid a paragraph', 'and so on.</p>\n<p>Next', 'paragraph: and so on.\nparagraph: Next'],
    ['inline tags stay inside', '<p><b>Two</b> members</p>', 'paragraph: <b>Two</b> members'],
    ['lists, closed or not', '<ul><li>One<li><p>Two</p></li></ul>', 'list-item: One\nlist-item: Two'],
    [
      'a nested list',
      '<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>',
      'list-item: One\nlist-item: Two\nlist-item: Three',
    ],
    [
      'a row is one block',
      '<table><caption>Cap</caption><tr><th>A</th><td><p>B</p></td></tr><tr><td>C</table>',
      'caption: Cap\ntable-row: A</th><td><p>B\ntable-row: C',
    ],
    [
      'a table that only lays out',
      '<table><tr><td><p>One.</p><p>Two.</p><ul><li>Three</ul></table>',
      'table-row: One.\nparagraph: Two.\nlist-item: Three',
    ],
    [
      'a term and what is said of it',
      '<dl><dt>A</dt><dd>B</dd><dt>C<dd>D</dl>',
      'list-item: A</dt><dd>B\nlist-item: C<dd>D',
    ],
    ['block quotations', '<blockquote><p>One</p></blockquote><p>Two', 'paragraph, quoted: One\nparagraph: Two'],
    ['pull quotes', '<aside class="pull-quote">One</aside>Two', 'paragraph, quoted: One\nparagraph: Two'],
    [
      'captions',
      '<figure><img src=x alt="Alt"><figcaption>Cap</figcaption></figure>',
      'paragraph: <img src=x alt="Alt">\ncaption: Cap',
    ],
    [
      'title and description',
      '<head><title>One</title><meta name="description" content="Two"></head>',
      'metadata: One\nmetadata: Two',
    ],
    ['footnotes', '<section class="footnotes"><ol><li id="fn1"><p>One</p></li></ol></section>', 'footnote: One'],
    [
      'a bibliography',
      '<div id="refs" class="references csl-bib-body"><div class="csl-entry">One</div></div>',
      'reference: One',
    ],
    ['a line break stays, two part', 'One<br>two<br><br>Three', 'paragraph: One<br>two\nparagraph: Three'],
    ['a lone < is text', '<p>a < b</p>', 'paragraph: a < b'],
    ['> within an attribute', '<p title="a > b">One</p>', 'paragraph: One'],
    ['options', '<select><option>One<option>Two</select>', 'list-item: One\nlist-item: Two'],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('HTML: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'html',
      `<!doctype NO><html lang=NO><head><title>YES</title><style>.NO{}</style>
<script>var NO = "<p>NO</p>";</script><meta property="og:title" content="YES"><meta name=NO content="NO"><link href="NO"></head>
<body class="NO"><!-- NO --><h1 id='NO'>YES</h1><p data-x="NO > NO">YES &amp; <a href="https://NO.org" title="NO">YES</a> <code>NO</code> <kbd>NO</kbd>
<abbr title="NO">YES</abbr> <img src="NO.png" alt="YES"> <!-- NO
NO --> YES https://x.org/NO <script>NO</script> <svg><text>NO</text></svg> YES {{ NO }} {% NO %}</p>
<pre>NO</pre><textarea>NO</textarea><table summary=NO><tr><td align=NO>YES</td></tr></table><input value="NO" alt="YES"><button>YES</button>`,
    ));
  it('reads an unclosed element to the end', () => assertProse('html', 'YES <script>NO'));
  it('recognizes quotations, titles and footnote marks', () => {
    assert.deepEqual(
      aroundHere(
        'html',
        '<p><q>HERE</q> <cite>HERE</cite> <em>HERE</em> <b>HERE</b> HERE <a href="x">HERE</a> <code>HERE</code>',
      ),
      ['quote', 'emphasis', 'emphasis', 'strong', '', 'link', 'code'],
    );
    assertProse('html', '<p>173<sup><a href="#NO">[1]</a></sup> YES');
  });
});

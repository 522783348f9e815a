import { ignoreComment } from '../../../src/core/findings/ignoreComment';
import { assert } from './assert';

suite('the place of an ignore comment', () => {
  const cases: readonly (readonly [what: string, language: string, text: string, expected: string | undefined])[] = [
    ['before the first line of a paragraph', 'markdown', 'A.\n\nICEM helps.\n', 'A.\n\n<!-- NEXT -->\nICEM helps.\n'],
    [
      'inside a paragraph, so that it stays one',
      'markdown',
      'One line\nand ICEM helps.\nMore.\n',
      'One line\nand ICEM helps. <!-- LINE -->\nMore.\n',
    ],
    ['in a comment of MDX', 'mdx', 'One line\nand ICEM helps.\n', 'One line\nand ICEM helps. {/* LINE */}\n'],
    ['before a heading', 'markdown', '\n# ICEM\n', '\n<!-- NEXT -->\n# ICEM\n'],
    [
      'inside the last cell of a table row',
      'markdown',
      '| a | b |\n|---|---|\n| 1 | ICEM |\n',
      '| a | b |\n|---|---|\n| 1 | ICEM <!-- LINE --> |\n',
    ],
    [
      'before the blanks of a hard line break',
      'markdown',
      '- ICEM helps  \n  more\n',
      '- ICEM helps <!-- LINE -->  \n  more\n',
    ],
    ['nowhere in front matter, which is YAML', 'markdown', '---\ntitle: ICEM\n---\n\nText.\n', undefined],
    [
      'with the line ends of the document',
      'html',
      '<p>\r\n  ICEM\r\n</p>\r\n',
      '<p>\r\n  <!-- NEXT -->\r\n  ICEM\r\n</p>\r\n',
    ],
    [
      'before a line that begins with a tag',
      'html',
      '<p>A.</p>\n<p class="x">ICEM</p>\n',
      '<p>A.</p>\n<!-- NEXT -->\n<p class="x">ICEM</p>\n',
    ],
    [
      'before a title on the line',
      'html',
      '<head>\n<title>ICEM</title>\n',
      '<head>\n<!-- NEXT -->\n<title>ICEM</title>\n',
    ],
    ['after a closed title', 'html', '<title>A</title>\n<p>ICEM\n', '<title>A</title>\n<!-- NEXT -->\n<p>ICEM\n'],
    ['nowhere within a start tag', 'html', '<p>A.</p>\n<img src="a.png"\n  alt="ICEM > all">\n', undefined],
    ['nowhere where a start tag ends on the line', 'xml', '<p>A.</p>\n<p\n  class="x">ICEM</p>\n', undefined],
    ['nowhere in a title, which cannot contain comments', 'html', '<title>\n  ICEM\n</title>\n', undefined],
    ['nowhere in a field of a form', 'html', '<TEXTAREA rows="2">\nICEM\n</TEXTAREA>\n', undefined],
    [
      'in a title of XML, which can',
      'xml',
      '<title>\n  ICEM\n</title>\n',
      '<title>\n  <!-- NEXT -->\n  ICEM\n</title>\n',
    ],
    ['nowhere in character data', 'xml', '<p><![CDATA[\n<b>ICEM</b>\n]]></p>\n', undefined],
    ['nowhere between two rows of Org', 'org', '| a | b |\n| 1 | ICEM |\n', undefined],
    ['before a table of Org', 'org', 'Text.\n\n| ICEM | b |\n', 'Text.\n\n# NEXT\n| ICEM | b |\n'],
    ['nowhere in a table of AsciiDoc', 'asciidoc', '|===\n| a\n\n| ICEM\n|===\n', undefined],
    ['after a table of AsciiDoc', 'asciidoc', '|===\n| a\n|===\n\nICEM\n', '|===\n| a\n|===\n\n// NEXT\nICEM\n'],
    ['as LaTeX writes it', 'latex', 'Text\n  ICEM helps\n', 'Text\n  % NEXT\n  ICEM helps\n'],
    ['nowhere in plain text', 'plaintext', 'ICEM helps.\n', undefined],
  ];
  for (const [what, language, text, expected] of cases) {
    test(what, () => {
      const start = text.indexOf('ICEM');
      const comment = ignoreComment(text, language, { start, end: start + 4, rule: 'superseded-name' });
      const result =
        comment && text.slice(0, comment.offset) + comment.before + comment.after + text.slice(comment.offset);
      const full = expected
        ?.replace('NEXT', 'migration-terms-disable-next-line superseded-name: ')
        .replace('LINE', 'migration-terms-disable-line superseded-name: ');
      assert.equal(result, full);
    });
  }

  test('after the previous line if the name begins a line and continues on the next', () => {
    const text = 'They asked\nGlobal\nCompact for Migrants.\n';
    const comment = ignoreComment(text, 'markdown', { start: 11, end: 37, rule: 'deprecated-name' });
    assert.equal(comment?.offset, 10);
    assert.match(comment?.before ?? '', /^ <!-- migration-terms-disable-next-line/);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { LANGUAGE_IDS } from '../../src/core/prose/languageIds';
import { foldKey } from '../../src/core/fold';
import { MARKS, assertReadable } from '../support/anyDocument';
import { recordOfTests } from '../support/recordOfTests';

// A sentence has the same findings in each format, and marks of all kinds in any order do no harm.

const found = (text: string, languageId: string): string[] =>
  check({ text, languageId, lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS).findings.map(
    (finding) => `${finding.rule} ${finding.severity} ${foldKey(finding.text.replace(/<[^>]*>|\\[a-z]+\{|[{}]/g, ''))}`,
  );

const SENTENCES = [
  'The Intergovernmental Committee for European Migration assists the migrants of today.',
  'Migrants ask ICEM for help; the International Office of Migration is not asked.',
];

/**
 * `¶` denotes the sentence, `¶wrapped` the sentence over several lines, `¶emphasised` the sentence with a word of its
 * name emphasised.
 */
const LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  html: [
    '¶',
    '<p>¶</p>',
    '<p class="x">¶wrapped</p>',
    '<ul><li>¶</li></ul>',
    '<table><tr><td>¶</td></tr></table>',
    '<h2>¶</h2>',
    '<p>¶emphasised</p>',
    '<div><p>One.</p>¶</div>',
    '<p>One.<sup><a href="#f">1</a></sup> ¶</p>',
    '<figure><img src="x"><figcaption>¶</figcaption></figure>',
    '<img src="x" alt="¶">',
  ],
  latex: [
    '¶',
    '¶wrapped',
    '\\section{x}\n¶',
    '\\item ¶',
    '\\begin{tabular}{l}\n¶ \\\\\n\\end{tabular}',
    'One.\\footnote{¶}',
    '¶emphasised',
    '\\caption{¶}',
    '\\begin{document}\n¶\n\\end{document}',
    'One\\footnote{two}. ¶',
    '\\textcolor{red}{¶}',
  ],
  restructuredtext: [
    '¶',
    '¶wrapped',
    'x\n=\n\n¶',
    '- ¶',
    '.. note:: ¶',
    '+---+\n| ¶ |\n+---+',
    '.. [1] ¶',
    '.. figure:: x.png\n\n   ¶',
    '¶emphasised',
    'Help\n  ¶',
  ],
  asciidoc: [
    '¶',
    '¶wrapped',
    '== x\n¶',
    '* ¶',
    '|===\n|¶\n|===',
    'One.footnote:[¶]',
    '.¶',
    'NOTE: ¶',
    '¶emphasised',
    'image::x.png[¶]',
    '====\n¶\n====',
  ],
  typst: [
    '¶',
    '¶wrapped',
    '= x\n¶',
    '- ¶',
    '#table(columns: 1, [¶])',
    'One.#footnote[¶]',
    '#figure(x, caption: [¶])',
    '¶emphasised',
    '#block[¶]',
    '#figure(image("x", alt: "¶"))',
  ],
  org: [
    '¶',
    '¶wrapped',
    '* x\n¶',
    '- ¶',
    '| ¶ |',
    'One.[fn:: ¶]',
    '[fn:1] ¶',
    '#+CAPTION: ¶',
    '¶emphasised',
    '#+begin_center\n¶\n#+end_center',
  ],
};
const EMPHASIS: Readonly<Record<string, string>> = { html: '<em>$&</em>', latex: '\\emph{$&}' };

describe('layout of the formats', () => {
  for (const [languageId, layouts] of Object.entries(LAYOUTS)) {
    for (const layout of layouts) {
      it(`${languageId}: ${JSON.stringify(layout)}`, () => {
        for (const sentence of SENTENCES) {
          const variants: Readonly<Record<string, string>> = {
            '¶': sentence,
            '¶wrapped': sentence.replace(/ (?=for|of|help)/g, '\n'),
            '¶emphasised': sentence.replace(/Intergovernmental|International/, EMPHASIS[languageId] ?? '*$&*'),
          };
          const text = layout.replace(/¶(?:wrapped|emphasised)?/, (variant) => variants[variant]!);
          assert.deepEqual(found(text, languageId), found(sentence, 'plaintext'), text);
        }
      });
    }
  }

  it('latex: a name at the beginning of an argument is found', () => {
    for (const text of [
      '\\footnote{ICEM asks migrants.}',
      '\\section*{ICEM asks migrants}',
      '\\multicolumn{2}{c}{ICEM asks migrants}',
    ])
      assert.equal(found(text, 'latex').length, 1, text);
  });

  const UNREAD: Readonly<Record<string, readonly string[]>> = {
    html: [
      '<code>ICEM</code>',
      '<del>ICEM</del>',
      '<s><b>ICEM</b></s>',
      '<strike>ICEM</strike>',
      '<!-- ICEM -->',
      '<a title="ICEM">x</a>',
      '<pre>ICEM</pre>',
      '<script>ICEM</script>',
      'https://x.org/ICEM',
    ],
    latex: [
      '\\sout{ICEM}',
      '\\cite{ICEM}',
      '% ICEM',
      '\\label{ICEM}',
      '$ICEM$',
      '\\begin{verbatim}\nICEM\n\\end{verbatim}',
      '\\url{ICEM}',
      '\\verb|ICEM|',
      '\\newcommand{\\x}{ICEM}',
    ],
    bibtex: ['@misc{ICEM,', '@misc{x, doi={ICEM}}', '% ICEM', 'ICEM'],
    restructuredtext: [
      '``ICEM``',
      '\n\n.. ICEM',
      ':ref:`ICEM`',
      '\n\n.. code-block:: x\n\n   ICEM',
      'x::\n\n   ICEM',
      ':math:`ICEM`',
    ],
    asciidoc: [
      '[.line-through]#ICEM#',
      'a[line-through]##ICEM##b',
      '`ICEM`',
      '\n\n// ICEM',
      '\n\n----\nICEM\n----',
      '<<ICEM>>',
      '\n\n:x: ICEM',
      'stem:[ICEM]',
      'link:ICEM[x]',
    ],
    typst: [
      '#strike[ICEM]',
      '`ICEM`',
      '// ICEM',
      '/* ICEM */',
      '$ICEM$',
      '#let x = [ICEM]',
      '#x("ICEM")',
      '\n\n```\nICEM\n```',
    ],
    org: [
      '+ICEM+',
      '=ICEM=',
      '\n# ICEM',
      '\n#+begin_src x\nICEM\n#+end_src',
      '\n#+x: ICEM',
      '[[ICEM]]',
      '\\(ICEM\\)',
      '\n:x:\nICEM\n:end:',
    ],
  };
  for (const [languageId, texts] of Object.entries(UNREAD)) {
    it(`${languageId}: a name outside prose is not found`, () => {
      for (const text of texts) assert.deepEqual(found(`Migrants come. ${text}`, languageId), [], text);
    });
  }

  const IGNORED: Readonly<Record<string, string>> = {
    html: '<!-- migration-terms-disable-next-line -->',
    latex: '% migration-terms-disable-next-line: x',
    asciidoc: '// migration-terms-disable-next-line',
    typst: '// migration-terms-disable-next-line',
    org: '# migration-terms-disable-next-line',
    restructuredtext: '.. migration-terms-disable-next-line\n',
  };
  for (const [languageId, comment] of Object.entries(IGNORED)) {
    it(`${languageId}: a comment suppresses findings in the next line`, () =>
      assert.deepEqual(found(`${comment}\n${SENTENCES[0]}`, languageId), []));
  }
});

describe('every format', () => {
  const document = fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }).map((marks) => marks.join(''));
  for (const languageId of new Set(LANGUAGE_IDS)) {
    it(`${languageId}: spans are sorted, disjoint and within the text`, () => {
      fc.assert(
        fc.property(document, (text) => assertReadable(text, languageId)),
        { numRuns: 400, seed: 7 },
      );
    });
  }

  // Texts that the fuzzer once found.
  const found: [languageId: string, text: string][] = [
    ['plaintext', 'Migra.<ICM >M'],
    ['markdown', '[][]'],
    ['restructuredtext', '`<>`'],
    ['asciidoc', 'footnote:[::\n::: ]'],
    ['org', '[fn::[\n* ]]'],
    ['typst', 'Amy Pope#footnote[Director General António Vitorino'],
    ['typst', 'CIM#footnote[siège à Ge Comité itergouvernementa les migrations'],
  ];
  for (const [languageId, text] of found)
    it(`${languageId}: ${JSON.stringify(text)} does no harm`, () => assertReadable(text, languageId));
});

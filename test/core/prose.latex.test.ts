import assert from 'node:assert/strict';
import { plainText } from '../../src/core/mentions/plainText';
import { formatOf } from '../../src/core/prose/languages';
import { readLatexEscape } from '../../src/core/prose/latexText';
import { Prose } from '../../src/core/prose/prose';
import { aroundHere, assertProse, blocksOf } from '../support/prose';

const blocks = (text: string): string => blocksOf('latex', text);

describe('LaTeX: blocks', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['paragraphs', 'One\ntwo.\n\nThree \\par Four', 'paragraph: One two.\nparagraph: Three\nparagraph: Four'],
    [
      'headings',
      '\\chapter{One}\\section*[s]{Two \\emph{x}}\n\\subsection{Three}Text',
      'heading 1: One\nheading 2: Two \\emph{x}\nheading 3: Three\nparagraph: Text',
    ],
    [
      'a document has a preamble',
      '\\title{The \\textbf{T}}\n\\newcommand{\\x}{y}\n\\begin{document}\n\\maketitle One\n\\end{document} z',
      'metadata: The \\textbf{T}\nparagraph: One',
    ],
    [
      'lists',
      '\\begin{itemize}\n\\item One\n\\item[x] Two\n\\end{itemize}\nThree',
      'list-item: One\nlist-item: [x] Two\nparagraph: Three',
    ],
    ['an item alone', '\\item One', 'list-item: One'],
    [
      'rows',
      '\\begin{tabular}{l|r}\\toprule\nA & B \\\\[2pt] \\midrule\n% c\nC & \\makecell{D\\\\E} \\\\\n\\end{tabular}',
      'table-row: A & B\ntable-row: C & \\makecell{D\\\\E}',
    ],
    [
      'rows as Pandoc writes them',
      '\\begin{longtable}[]{@{}ll@{}}\n\\toprule()\n\\begin{minipage}[b]{0.5\\x}\nA\n\\end{minipage} & B\\tabularnewline\n\\midrule()\n\\endhead\nC & D \\tabularnewline\n\\end{longtable}',
      'table-row: \\begin{minipage}[b]{0.5\\x} A \\end{minipage} & B\ntable-row: C & D',
    ],
    [
      'captions',
      '\\begin{figure}[ht]\\centering\\includegraphics[width=1cm]{x}\\caption[s]{Cap}\\label{x}\\end{figure}',
      'caption: Cap',
    ],
    [
      'a footnote is a block within',
      'One\\footnote{Two} three.',
      'paragraph: One\\footnote{Two} three.\n+footnote: Two',
    ],
    [
      'a footnote that is not closed',
      'One\\footnote{Two\n\nThree',
      'paragraph: One\\footnote{Two\n+footnote: Two\nparagraph: Three',
    ],
    ['quotations', '\\begin{quote}One\\end{quote}\nTwo', 'paragraph, quoted: One\nparagraph: Two'],
    [
      'a bibliography',
      '\\begin{thebibliography}{9}\\bibitem[x]{y} One\n\\bibitem{z} Two\\end{thebibliography}',
      'reference: One\nreference: Two',
    ],
    ['slides', '\\begin{frame}{One}Two\\end{frame}', 'heading 4: One\nparagraph: Two'],
    ['a comment line does not part', 'One\n% no\ntwo', 'paragraph: One % no two'],
    [
      'raw environments',
      'One\n\\begin{lstlisting}[x=y]\nno\n\n\\end{lstlisting}\nTwo',
      'paragraph: One\nparagraph: Two',
    ],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(blocks(text), expected));
});

describe('LaTeX: prose', () => {
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'latex',
      String.raw`\documentclass[NO]{NO}
\usepackage{NO} \title{YES} \author{NO}
\begin{document}
\section{YES}\label{NO} YES \cite[NO]{NO} \parencite{NO,NO} \ref{NO} \url{NO} \href{NO}{YES} \textbf{YES} \texttt{NO} % NO
YES \verb|NO| $NO$ \(NO\) \[NO\] \$5 YES \gls{NO} \index{NO} \input{NO} \textcolor{NO}{YES} \foreignlanguage{NO}{YES} \NO{YES} {\bfseries YES}
\begin{align}NO\end{align} \begin{verbatim}NO\end{verbatim} \begin{minipage}{NO}YES\end{minipage} \num{YES} \begin{tabular}{NO}YES & \begin{minipage}[NO]{NO}YES\end{minipage}\end{tabular} \vspace{NO} 50\% YES \footnote{YES \cite{NO}}
\newcommand{\NO}{NO} https://NO.org/NO \includegraphics[NO]{NO} \begin{comment}NO\end{comment} \multicolumn{2}{NO}{YES}
\end{document} NO`,
    ));
  it('recognizes quotations and emphasis', () =>
    assert.deepEqual(
      aroundHere(
        'latex',
        "``HERE'' `HERE' \\enquote{HERE} \\emph{a HERE} \\textbf{HERE} HERE \\textcquote[p]{k}{HERE}",
      ),
      ['quote', 'quote', 'quote', 'emphasis', 'strong', '', 'quote'],
    ));
  it('reads escapes', () => {
    const read = (text: string): string => plainText(text, 0, text.length, readLatexEscape);
    const table = [
      ["attach\\'e", 'attaché'],
      ["\\'{E}tat", 'État'],
      ["r{\\'e}gional", 'régional'],
      ['gar\\c{c}on', 'garçon'],
      ['a\\~no', 'año'],
      ['na\\"{\\i}f', 'naïf'],
      ['A~B', 'A\u00a0B'],
      ['A \\& B', 'A & B'],
      ['\\textbf{A} \\emph{B}', 'A B'],
      ['{\\bf A} B', 'A B'],
      ['A\\\\ B', 'A  B'],
      ['\\oe{}uvre', 'œuvre'],
    ];
    for (const [text, plain] of table) assert.equal(read(text!), plain);
  });
});

describe('BibTeX', () => {
  it('reads the values of fields as references', () =>
    assert.equal(
      blocksOf(
        'bibtex',
        '@misc{key,\n  title = {One {T}wo},\n  note = "Three", year = 1990, url = {http://x}\n}\n% title = {no}\n@book{k, title={Four}}',
      ),
      'reference: One {T}wo\nreference: Three\nreference: Four',
    ));
  it('detects the language of an entry', () => {
    const langs = (text: string): unknown[] => new Prose(text, formatOf('bibtex')).blocks.map(({ lang }) => lang);
    assert.deepEqual(
      langs(
        '@misc{a, title={A}, langid={french}}\n@misc{b, title={B}}\n@misc{c,\n  language = "English",\n  langid = {spanish},\n  title = {C}\n}',
      ),
      ['fr', undefined, 'es'],
    );
    assert.deepEqual(langs('@misc{a}\n@misc{b, language={Fran\u00e7ais}}\n@misc{c, title={C}, langid={german}}'), [
      undefined,
    ]);
  });
  it('distinguishes text for readers from other text', () =>
    assertProse(
      'bibtex',
      '@misc{NO, title={YES}, doi={NO}, file={NO}, journal="YES {"}YES",\n@misc{NO, note={YES\n@misc{NO,',
    ));
});

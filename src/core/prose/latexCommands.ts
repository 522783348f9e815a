import type { Inline } from './prose';

/**
 * How a command treats its arguments: the first `skip` in braces are not prose (all of them for `Infinity`), and the
 * next one is prose of the kind `content`.
 */
export interface Command {
  /** The kind of the command, including its skipped arguments. */
  readonly kind: 'markup' | 'key' | 'url' | 'code' | 'math';
  readonly skip: number;
  readonly content?: Inline['kind'];
}

const COMMANDS = new Map<string, Command>();
const define = (names: string, command: Command): void => {
  for (const name of names.split(' ')) COMMANDS.set(name, command);
};

define('textbf strong', { kind: 'markup', skip: 0, content: 'strong' });
define('emph textit textsl underline uline', { kind: 'markup', skip: 0, content: 'emphasis' });
define('enquote textquote say blockquote blockcquote textelp', { kind: 'markup', skip: 0, content: 'quote' });
define('foreignquote foreigntextquote foreignblockquote hyphenquote textcquote', {
  kind: 'markup',
  skip: 1,
  content: 'quote',
});
define('href hyperlink', { kind: 'url', skip: 1, content: 'link' });
define('hyperref', { kind: 'key', skip: 0, content: 'link' });
define('textcolor colorbox foreignlanguage parbox raisebox scalebox rotatebox fontsize hypertarget selectlanguage', {
  kind: 'markup',
  skip: 1,
});
define('multicolumn multirow resizebox fcolorbox', { kind: 'markup', skip: 2 });
define(
  'url path nolinkurl burl email includegraphics includepdf includesvg input include subfile import lstinputlisting inputminted',
  { kind: 'url', skip: Infinity },
);
define(
  'ref eqref pageref autoref cref Cref cpageref nameref vref label index nocite bibliography addbibresource gls Gls glspl Glspl acrshort acrlong acrfull ' +
    'ac acs acl acf acp aclp newacronym newglossaryentry acro DeclareAcronym tag hypersetup pdfbookmark phantomsection',
  { kind: 'key', skip: Infinity },
);
define('texttt code lstinline mintinline', { kind: 'code', skip: Infinity });
define('sout xout st', { kind: 'markup', skip: Infinity });
define('num', { kind: 'markup', skip: 0, content: 'strong' });
define('ensuremath SI si qty unit', { kind: 'math', skip: Infinity });
define(
  'newcommand renewcommand providecommand newenvironment renewenvironment newtheorem def DeclareMathOperator usepackage RequirePackage documentclass ' +
    'usetikzlibrary pagestyle thispagestyle bibliographystyle setlength addtolength setcounter addtocounter vspace hspace vskip hskip kern color rowcolor cellcolor ' +
    'columncolor definecolor geometry author date affil address cmidrule cline graphicspath theoremstyle setbeamertemplate usetheme usecolortheme hyphenation ' +
    'markboth markright addcontentsline numberwithin captionsetup sisetup lstset newcolumntype setmainfont setdefaultlanguage setotherlanguage pagenumbering ' +
    'arraystretch linespread enlargethispage printbibliography bibitem phantom hphantom vphantom',
  { kind: 'markup', skip: Infinity },
);
// Declarations that do not begin a paragraph themselves.
define(
  'centering raggedright raggedleft noindent indent small footnotesize scriptsize tiny normalsize large Large LARGE huge Huge bfseries itshape mdseries upshape ' +
    'scshape rmfamily sffamily ttfamily clearpage newpage pagebreak cleardoublepage maketitle tableofcontents listoffigures listoftables appendix bigskip medskip ' +
    'smallskip hfill vfill hline toprule midrule bottomrule endhead endfirsthead endfoot endlastfoot frontmatter mainmatter backmatter onehalfspacing doublespacing ' +
    'singlespacing sloppy protect leavevmode pause titlepage makeatletter makeatother relax',
  { kind: 'markup', skip: 0 },
);

export const DECLARATION: ReadonlySet<string> = new Set(
  [...COMMANDS]
    .filter(([, { skip, content, kind }]) => skip === 0 && content === undefined && kind === 'markup')
    .map(([name]) => name),
);

const CITATION = /^(?:[A-Za-z]*cite[A-Za-z]*|bibentry|citeauthor)$/;
const KEYS: Command = { kind: 'key', skip: Infinity };

/** The entry for a command, with or without its star; `undefined` for an unknown one. */
export function commandOf(name: string): Command | undefined {
  const bare = name.endsWith('*') ? name.slice(0, -1) : name;
  return COMMANDS.get(bare) ?? (CITATION.test(bare) ? KEYS : undefined);
}

export const HEADINGS: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
  frametitle: 3,
  framesubtitle: 4,
  addchap: 1,
  addsec: 2,
  minisec: 5,
};
export const CAPTIONS: ReadonlySet<string> = new Set([
  'caption',
  'captionof',
  'subcaption',
  'captionabove',
  'captionbelow',
  'sidecaption',
]);
export const NOTES: ReadonlySet<string> = new Set([
  'footnote',
  'footnotetext',
  'endnote',
  'endnotetext',
  'thanks',
  'marginpar',
  'marginnote',
  'sidenote',
  'todo',
  'tablefootnote',
  'tnote',
]);
export const TITLES: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'shorttitle',
  'institute',
  'keywords',
  'subject',
]);

export const RAW_ENVIRONMENTS: ReadonlySet<string> = new Set(
  (
    'verbatim Verbatim BVerbatim LVerbatim lstlisting minted comment filecontents alltt tikzpicture pgfpicture equation ' +
    'align alignat flalign gather multline eqnarray math displaymath dmath subequations algorithm algorithmic algorithm2e code forest picture ccscomment'
  ).split(' '),
);
export const QUOTING_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'quote',
  'quotation',
  'displayquote',
  'displaycquote',
  'foreigndisplayquote',
  'verse',
  'quoteblock',
  'epigraphs',
]);
export const TABLE_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'tabular',
  'tabularx',
  'tabulary',
  'longtable',
  'supertabular',
  'xltabular',
  'tblr',
  'longtblr',
  'xtabular',
  'tabu',
  'longtabu',
  'array',
  'NiceTabular',
]);
export const TITLED_ENVIRONMENTS: ReadonlySet<string> = new Set(['frame', 'block', 'exampleblock', 'alertblock']);

/** Number of arguments in braces after `\begin{…}` that are not prose. */
export const ENVIRONMENT_ARGUMENTS: Readonly<Record<string, number>> = {
  tabular: 1,
  'tabular*': 2,
  tabularx: 2,
  tabulary: 2,
  xltabular: 2,
  longtable: 1,
  supertabular: 1,
  xtabular: 1,
  tblr: 1,
  longtblr: 1,
  tabu: 1,
  longtabu: 1,
  array: 1,
  NiceTabular: 1,
  minipage: 1,
  multicols: 1,
  wrapfigure: 2,
  wraptable: 2,
  column: 1,
  adjustbox: 1,
  spacing: 1,
  thebibliography: 1,
  subfigure: 1,
  subtable: 1,
  otherlanguage: 1,
  'otherlanguage*': 1,
  foreigndisplayquote: 1,
  displaycquote: 1,
  list: 2,
  adjustwidth: 2,
  threeparttable: 0,
  turn: 1,
  rotate: 1,
};

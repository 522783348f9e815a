/** A text of about as many code units as asked for, made of the same thing over and over. */
export interface Shape {
  readonly name: string;
  readonly make: (length: number) => string;
}

/**
 * Texts that a reader of markup or of sentences may go over again and again: runs of marks, openers that nothing closes,
 * nested structure, long words and addresses, names and years in a row, and everything in one paragraph. Each stands
 * between two sentences with names, as what is inside a block is looked at only where there is one.
 */
const ALL: readonly Shape[] = [
  ...[...'.!?…()[]{}<>"\'“”«»‘’`*_~^$#@&%\\/|=-+:;,–—'].flatMap((mark) => [within(`run of ${mark}`, mark), within(`${mark} spaced`, `${mark} `), within(`${mark} before a word`, `${mark}a `), within(`${mark} behind a word`, `a${mark} `), within(`${mark} within a word`, `a${mark}`)]),
  ...Object.entries({
    letters: 'a', capitals: 'A', digits: '1', blanks: ' ', tabs: '\t', 'hard blanks': '\u00a0', 'soft hyphens': 'a\u00ad', 'combining accents': '\u0301', 'letters with accents': 'e\u0301', emoji: '🙂',
    'open brackets and words': '(a [b {c ', 'quotation after quotation': '"a" ', 'quotations that open': '“a ', 'guillemets that open': '« a ', 'stops in brackets': '(a.) ', 'stop and capital': 'A. ', 'stop and digit': '1. ', 'stops and tags': '.<b>', 'stops and comments': '.<!-- -->',
  }).map(([name, unit]) => within(name, unit)),
  // Openers of the formats. Each is tried in all formats.
  ...['[a](', '[a](b ', '[a](<', '[a](b "', '![a](', '[a][', '[^a', '[^a]: ', '[[a', '[[a][', '[a]{', '^[a ', '`a ', '``a ', '**a ', '__a ', '*a **b _c ', '~~a ', '$a ', '$$a ', '\\(a ', '\\[a ', '<i>', '<q>', '<b', '<a href="', "<a href='", '<a b=', '<blockquote>', '<div>', '<p>', '<td>', '<pre>', '<!--', '<!-- a ', '<?a ', '<![CDATA[', '</i>', '<script>', '<a@', '&amp', '&#1', '&a',
    '@a', '@a ', 'a@', 'a@b.', 'a.b@', '@{a', 'https://a', 'https://a ', 'http://', 'https://a/(', 'www.a', 'www.', 'mailto:a@b', 'doi:10.1/a', '10.1000/a', 'a/b', 'a.b', 'a_b', 'a-b', '\\a', '\\a{', '\\a[', '\\a{}', '\\emph{', '\\emph{a} ', '\\footnote{', '\\footnote{a', '\\footnote{a} ', '\\cite[', '\\cite{a', '\\href{a}{', '\\begin{a}', '\\begin{quote}', '\\end{a}', '\\verb|', '\\verb', '\\section{', '\\item ', '\\\\', '\\%', "\\'e", "\\'", '``a', "`a'", '{a', '{{a', '{\\a ', '%a ', '#a', '#a[', '#a(', '#a(b: [', '#quote[', '#footnote[', '#footnote[a] ', '#let a = ', '#{', '#text(lang: "fr")[', '#link("a")[', '/* a ', '// a ', '<a> ', ':a:`', ':a:`b` ', '`a`_', '`a <b', '|a', '|a| ', 'a_ ', '[a]_ ', '::', 'link:a[', 'image:a[', 'footnote:[', 'xref:a[', '<<a,', '((a', '(((a', '+a ', '++a ', '+++a', '[.a]#', '{a} ', '#+a', 'src_a{', '=a ', '~a ', '/a ', '+a+ ', '[fn:a ', '[fn::a ', '[cite:@a', '<<<a', '{{{a(', '\\[', '\\{', 'title = {', 'title = "', 'a = {', 'title = {a} ', '= {'].map((unit) => within(`opener ${unit}`, unit)),
  ...['\n', '\r\n', ' \n', 'a\n', 'a.\n', '- ', '- a\n', '> ', '> a\n', '>> a\n\n', '| a ', '| a\n', '|a|b|\n', '|===\n', '|===\n|a\n', '# a\n', '# ', '#\n', '= a\n', '== a\n\n', '* a\n', '** a\n', 'a\n===\n', 'a\n---\n\n', '---\n', '---\na: b\n', '...\n', '```\n', '```a\n', '~~~\n', ':::\n', '::: a\n', '____\n', '----\n', '====\n', '****\n', '////\n', '--\n', '++++\n', '....\n', '[quote]\n', '[a]\n', '[a]: b\n', '[^a]: b\n', '[^a]: b\n\n', ':a: b\n', '.a\n', 'a::\n', 'a:: b\n', 'a\n: b\n', '+\n', 'include::a[]\n', '.. a\n', '.. note::\n', '.. a::\n   b\n', '.. [1] a\n', '.. _a: b\n', '.. |a| b::\n', '#+begin_quote\n', '#+begin_src\n', '#+begin_quote\na\n#+end_quote\n', '#+a: b\n', '* a\n\n', ':a:\n', 'CLOSED: [2\n', '@article{a,\n', '@article{a, title = {b}}\n', '@comment{a\n', '% a\n', '\\begin{quote}\n', '\\begin{verbatim}\n', '\\begin{document}\n', '\\section{a}\n', '\\item a\n', '\\par\n', '<p>a\n', '<li>a\n', '<table><tr><td>\n', '<blockquote>\n', '<div lang="fr">\n', '<pre>\n', '<!-- a\n', '<br>\n', '<h1>a\n', '#set a\n', '#quote(block: true)[\n', '#table([a], [b],\n', '/ a: b\n', '+ a\n', '1. a\n', '<!-- migration-terms-disable-line -->\n', '<!-- migration-terms-disable-next-line -->\n\n', '% migration-terms-disable iom\n'].map((unit) => within(`lines ${unit}`, `\n${unit}`)),
  ...['> ', '- ', '  ', '* ', '>', '#', '=', ' - '].map((mark): Shape => ({
    name: `deeper and deeper ${mark}`,
    make: (length) => { let text = ''; for (let depth = 1; text.length < length; depth = depth % 200 + 1) text += `${mark.repeat(depth)} ICEM\n`; return text; },
  })),
  ...['\n', '\n\n', ' ', ', ', '. ', '; ', ' (', ' and ', '/', '-', ' "', '" ', '.'].flatMap((between) => ['ICEM', 'Intergovernmental Committee for European Migration', 'IOM', 'GCM', 'Comité intergouvernemental pour les migrations européennes', 'Organización Internacional para las Migraciones', 'International Organisation for Migrations', 'UN Migration Agency', 'PICMME in 1951'].map((name) => plain(`${name} with ${between}`, `${name}${between}`))),
  ...['1956 ', '1956, ', 'in 1956 ', 'in 1956. ', 'in 1956, in Geneva, ', 'the 1950s ', '1951–1952 ', 'twentieth century ', 'from 1951 to 1952 ', 'today ', 'formerly ', 'Mr. ', 'Mr. Smith ', 'U.N. ', 'etc. ', 'e.g. ', 'S.A. ', 'No. 5 ', 'Dr', 'p. 5, ', 'Article 1. ', 'Whereas ', 'Article 1.\n\n', '3 ', '173 Member States ', 'Member States ', 'twenty-three ', 'Director General ', 'Objective 7 ', 'objective 7: minimize ', 'was founded in 1951 ', 'called ', 'known as ', 'renamed ', 'became ', 'the Compact ', 'the Network ', 'the Organization ', 'the agency ', 'ratified ', 'adopted ', 'Geneva ', 'The ', 'which ', 'its ', 'not ', 'of the ', '- und ', '"said" '].flatMap((unit) => [within(`${unit} in a row`, unit), plain(`${unit} with ICEM`, `${unit}ICEM `), plain(`${unit} with IOM`, `${unit}IOM `)]),
  ...Object.entries({
    'English prose': 'The ships sailed from Trieste and Bremen in the autumn, with families who had waited for years in the camps of the region. Nobody asked them again. ',
    'French prose': 'Les navires quittaient Trieste et Brême à l’automne, avec des familles qui avaient attendu des années dans les camps de la région. Personne ne les interrogea plus. ',
    'Spanish prose': 'Los barcos salían de Trieste y de Bremen en otoño, con familias que habían esperado años en los campos de la región. Nadie volvió a preguntarles. ',
    'English names': 'The International Organization for Migration has 175 Member States. In 1956 ICEM chartered ten ships. The Global Compact was adopted in 2018. ',
    'French names': 'L’Organisation internationale pour les migrations compte 175 États membres. En 1956 le CIME affréta dix navires. Le Pacte mondial fut adopté en 2018. ',
    'Spanish names': 'La Organización Internacional para las Migraciones tiene 175 Estados miembros. En 1956 el CIME fletó diez barcos. El Pacto Mundial se adoptó en 2018. ',
    'a former name and today': 'ICEM works in many countries today. It helps people. The agency has its seat in Geneva. ',
    'abbreviations of others': 'The GCM runs on the regional climate model. Weather and climate models are many. ',
    'a heading of a law': 'The Parties, considering that ICEM, agree that the Organization shall. ',
    'a name now and then': `${'The ships sailed from Trieste in autumn. '.repeat(40)}ICEM paid. `,
    'no stop': 'the ships of ICEM sailed from Trieste and from Bremen and the families who had waited ',
    'no stop, no name': 'the ships sailed from Trieste and from Bremen and the families who had waited ',
    'claims of a predecessor': 'IOM was founded in 1951 as PICMME. It became ICEM in 1952. It became ICM in 1980. ',
    'taken up': 'IOM is in Geneva. The Organization was founded in 1951. It has 175 Member States. ',
    'quoted prose': '“ICEM sailed,” he said. «L’OIM» dit-il. "IOM went". ',
    'former names among years': 'In 1951 the ships sailed from Trieste. ICEM works in many countries. The families waited for years in the camps since 1950. ICEM pays the passage. ',
    'the treaty taken up': 'They adopted the Global Compact for Migration. This treaty binds. ',
    'objectives of a plan': 'The integration plan has 31 objectives. Objective 27 of the Global Compact for Migration says so. ',
    'another body of a like name': 'IMO supports stranded migrants with IOM and runs the transit centre. ',
    'names misspelled': 'Internatonal Organization for Migraton and Intergovernmental Comittee for European Migration. ',
    'escapes in names': 'I&shy;C&shy;E&shy;M and Organizaci&oacute;n Internacional para las Migraciones and Organizaci\\\'on. ',
    'tags in names': 'I<b></b>C<b></b>EM and <em>International</em> <b>Organization</b> for Migration. ',
    'footnotes': 'It sailed\\footnote{ICEM in 1956.} #footnote[ICEM in 1956.] footnote:[ICEM in 1956.] [fn:: ICEM in 1956.] ^[ICEM in 1956.] ',
    'ignore comments': '<!-- migration-terms-disable-line --> ',
    'ignore words': 'migration-terms-disable-line ',
    'ignore words in lines': 'migration-terms-disable-line\n',
    'ignore comments of LaTeX': '% migration-terms-disable-line iom\n',
    'ignore comments of Org': '# migration-terms-disable-next-line\n',
    'ignore comments of AsciiDoc': '// migration-terms-disable-next-line\n',
    'rows of names': '| ICEM | IOM |\n', 'rows of names in LaTeX': 'ICEM & IOM \\\\\n', 'rows of names in HTML': '<tr><td>ICEM<td>IOM\n', 'cells of names in HTML': '<td>ICEM',
    'items of names': '- GCM\n', 'paragraphs of an abbreviation': 'GCM\n\n', 'headings with years': '## In 1956\n\nICEM works.\n\n== In 1956\n\nICEM works.\n\n* In 1956\n\n', 'opened here, closed there': '*a b_ ',
    'lines of prose': 'The ships of ICEM sailed from Trieste\nand from Bremen in autumn, and IOM\nsailed with them to the south.\n',
  }).map(([name, unit]) => plain(name, unit)),
  ...[['<i>', '</i>'], ['<q>', '</q>'], ['<em>', '</em>'], ['<blockquote>', '</blockquote>'], ['<div>', '</div>'], ['<code>', '</code>'], ['[', ']'], ['[[', ']]'], ['(', ')'], ['{', '}'], ['“', '”'], ['«', '»'], ['"', '"'], ['*', '*'], ['**', '**'], ['_', '_'], ['`', '`'], ['/', '/'], ['\\emph{', '}'], ['\\enquote{', '}'], ['\\footnote{', '}'], ['\\begin{quote}', '\\end{quote}'], ['#emph[', ']'], ['#quote[', ']'], ['#footnote[', ']'], ['#f(', ')'], ['[@a ', ']'], ['[a](', ')'], ['link:a[', ']'], ['"`', '`"'], ['``', "''"], ['[fn:: ', ']']]
    .flatMap(([open, close]) => [nested(open, close, 'ICEM '), nested(open, close, 'ICEM, IOM. ')]),
  { name: 'backquotes in longer and longer runs', make: (length) => { let text = 'ICEM '; for (let run = 1; text.length < length; run++) text += `${'`'.repeat(run)} `; return text; } },
  { name: 'names, then years', make: (length) => `ICEM works here. `.repeat(length / 34) + 'In 1956 they sailed. '.repeat(length / 42) },
  { name: 'years, then names', make: (length) => 'In 1956 they sailed. '.repeat(length / 42) + `ICEM works here. `.repeat(length / 34) },
  { name: 'names later than unknown years', make: (length) => `Seven years later ICEM works here. `.repeat(length / 70) + 'In 1956 they sailed. '.repeat(length / 42) },
  { name: 'ignore words, then blank lines', make: (length) => `ICEM ${'migration-terms-disable-next-line '.repeat(length / 68)}${'\n'.repeat(length / 2)}` },
];

function nested(open: string, close: string, unit: string): Shape {
  return { name: `${unit.trim()} deep in ${open} ${close}`, make: (length) => open.repeat(length / 3 / open.length) + repeated(unit, length / 3) + close.repeat(length / 3 / close.length) };
}

function within(name: string, unit: string): Shape {
  return { name, make: (length) => `In 1956 ICEM chartered ships. The IOM has ${repeated(unit, length)} and IOM said so. In 1957 ICEM went on.\n` };
}

function plain(name: string, unit: string): Shape {
  return { name, make: (length) => repeated(unit, length) };
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

const USUAL: ReadonlySet<string> = new Set(["run of .", "run of !", "run of ?", "run of …", "run of (", "run of [", "run of {", "run of <", "run of \"", "run of “", "run of `", "run of *", "run of _", "run of $", "run of \\", "run of #", "run of @", "run of -", "@ within a word", "_ within a word", "- within a word", "letters", "blanks", "combining accents", "open brackets and words", "quotations that open", "stop and capital", "opener [a](", "opener [a](b ", "opener [a][", "opener [^a", "opener <i>", "opener <q>", "opener <b", "opener <a href=\"", "opener <blockquote>", "opener <!-- a ", "opener @a", "opener a@", "opener https://a", "opener www.", "opener \\emph{", "opener \\footnote{", "opener \\begin{a}", "opener `a ", "opener $a ", "opener #quote[", "opener #footnote[", "opener #f(", "opener link:a[", "opener [fn:a ", "opener :a:`", "opener title = {", "lines > a\n", "lines - a\n", "lines |a|b|\n", "lines # a\n", "lines ```\n", "lines |===\n", "ICEM with ", "ICEM with -", "ICEM with .", "IOM with , ", "1956  in a row", "in 1956  with ICEM", "Mr.  in a row", "Dr in a row", "English prose", "French names", "Spanish names", "no stop", "a name now and then", "former names among years", "names, then years", "years, then names", "the treaty taken up", "rows of names", "paragraphs of an abbreviation", "opened here, closed there", "ignore comments", "ignore words", "ICEM deep in <i> </i>", "ICEM deep in [ ]", "ICEM deep in \\emph{ }", "ICEM deep in #emph[ ]", "backquotes in longer and longer runs"]);

/** The shapes that are measured each time: those that once took more than linear time, and some of each other kind. */
export const SHAPES: readonly Shape[] = ALL.filter(({ name }) => USUAL.has(name));

/** All others. */
export const MORE_SHAPES: readonly Shape[] = ALL.filter(({ name }) => !USUAL.has(name));

/** A shape with how long it is at first in the test, in code units; eight times as much is the larger one. */
export interface TestedShape extends Shape {
  readonly length: number;
}

/** The usual shapes that the test measures: those without which nothing is missed take too long for it. */
export function testedShapes(): readonly TestedShape[] {
  return SHAPES.filter(({ name }) => !LIKE_OTHERS.has(name)).map((shape) => ({ ...shape, length: lengthOf(shape) }));
}

function lengthOf({ name }: Shape): number {
  return LONGEST.has(name) ? 12_500 : LONGER.has(name) ? 1500 : 600;
}

const LIKE_OTHERS: ReadonlySet<string> = new Set([
  'run of (', 'run of {', 'run of *', 'run of _', 'run of $', 'run of \\', 'run of #', 'ICEM with .', 'IOM with , ', 'in 1956  with ICEM',
  'lines - a\n', 'lines # a\n', 'Spanish names', 'rows of names', 'paragraphs of an abbreviation', 'ICEM deep in #emph[ ]',
]);

/** Prose, in which a thousand code units take next to no time. */
const LONGEST: ReadonlySet<string> = new Set(['English prose', 'a name now and then']);

/** What once took more than linear time first of all. */
const LONGER: ReadonlySet<string> = new Set([
  'run of .', 'run of !', 'run of ?', 'run of …', 'letters', 'opener @a', 'opener a@', 'opener https://a', 'opener [a](',
  'opener <i>', 'opener <q>', 'opener <blockquote>', 'ICEM deep in [ ]', 'ICEM deep in <i> </i>', 'ignore words',
]);

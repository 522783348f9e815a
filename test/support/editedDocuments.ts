import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Edit } from '../../src/core/finding';
import { formatOf } from '../../src/core/prose/languages';
import { annotatedDocuments, withoutNotes } from './annotated';

/**
 * The annotated documents: former names within and outside their time, abbreviations of other bodies, laws,
 * quotations, ignore comments.
 */
export const DOCUMENTS = annotatedDocuments(join(__dirname, '../check'))
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => withoutNotes(readFileSync(file, 'utf8')).replace(/^---\n[^]*?\n---\n/, ''));

/** Pieces that change the kind of a text, or the time that a sentence describes. */
const PIECES = [
  'a',
  ' ',
  '.',
  '\n',
  '\n\n',
  '\r\n\r\n',
  'ICEM',
  ' (ICEM)',
  'in 1965 ',
  'today ',
  '# History\n\n',
  '\n\n## 1952–1980\n\n',
  '\n# References\n\n',
  '```\n',
  '\n```\n\n',
  '<!--',
  '-->',
  '$$',
  '> ',
  '- ',
  '    ',
  '|',
  '---\n',
  '---\nlang: fr\n---\n',
  '\n<!-- migration-terms-disable-next-line -->\n\n',
  '<!-- migration-terms-disable -->\n',
  '<!-- migration-terms-enable superseded-name -->\n',
  '\n\nArticle 1\n\nArticle 2\n\nArticle 3\n\n',
  'Electrical Machines (ICEM) ',
  'the Intergovernmental Committee for European Migration ',
  'the term “illegal migrant” ',
  'GENEVA, 2 October 1965 – ',
  '\n\nDate: 4 March 1965\n\n',
  '\n\n# Quiz\n\n',
  '\n\nTrue or false?\n\n- ',
  '\n\nWhich body is it?\n\na) ',
  '<script>',
  '</script>\n',
  'GCM',
  'rainfall ',
  '\n\nIn 1956 ICEM carried refugees.\n\n',
  'la Organizacion Internacional para las Migraciones',
  'é',
  'regu-\nlar ',
  '“',
  '”',
  '\\',
  '*',
  '_',
  '[',
  '](',
];

/** How to convert the documents to another format, and the pieces to insert there. */
interface Dress {
  readonly heading: (title: string) => string;
  readonly comment: (words: string) => string;
  readonly paragraph: (text: string) => string;
  readonly between: string;
  readonly before: string;
  readonly pieces: readonly string[];
}
const PLAIN: Dress = {
  heading: (title) => `# ${title}`,
  comment: (words) => `<!--${words}-->`,
  paragraph: (text) => text,
  between: '\n\n',
  before: '',
  pieces: [],
};
const escaped =
  (marks: RegExp) =>
  (text: string): string =>
    text.replace(marks, '\\$&');

/** The formats by their language ids. */
export const DRESSES: Readonly<Record<string, Dress>> = {
  markdown: { ...PLAIN, pieces: ['\n\n::: {lang=fr}\n\n', '\n\n:::\n\n'] },
  plaintext: PLAIN,
  html: {
    ...PLAIN,
    heading: (title) => `<h2>${title}</h2>`,
    paragraph: (text) => (text.startsWith('<') ? text : `<p>${text}</p>`),
    between: '\n',
    before: '<html lang="en">\n<body>\n<main>\n',
    pieces: [
      '\n<p>',
      '</p>\n',
      '\n<h2>1952–1980</h2>\n',
      '\n<div lang="fr">\n',
      '</div>\n',
      '<ul>\n<li>',
      '</ul>',
      '<table>',
      '</table>',
      '<blockquote>\n',
      '</blockquote>\n',
      '<section class="references">',
      '</section>',
      '<a href="',
      '">',
      '<pre>',
      '</pre>',
    ],
  },
  latex: {
    ...PLAIN,
    heading: (title) => `\\section{${title}}`,
    comment: (words) => `%${words}`,
    paragraph: escaped(/[%$&#_]/g),
    before: '\\documentclass[english]{article}\n\\usepackage[english]{babel}\n\\begin{document}\n\n',
    pieces: [
      '\n\n\\section{1952–1980}\n\n',
      '\\begin{quote}\n',
      '\\end{quote}\n',
      '\\selectlanguage{french}',
      '\\begin{otherlanguage}{french}\n',
      '\\end{otherlanguage}\n',
      '\\footnote{',
      '}',
      '%',
      '\\begin{verbatim}',
      '\\end{verbatim}',
      '\\[',
      '\\end{document}',
      '\n% migration-terms-disable-next-line\n\n',
      '\\item ',
      'french,',
      '\\',
    ],
  },
  bibtex: {
    ...PLAIN,
    heading: (title) => `@misc{k,\n  title = {${title}}\n}`,
    paragraph: (text) => `@misc{k,\n  note = {${text}}\n}`,
    between: '\n',
    pieces: ['\n@misc{x,\n', 'title = {', '}', '{', '"', '\n% migration-terms-disable-next-line\n', '\n@'],
  },
  org: {
    ...PLAIN,
    heading: (title) => `* ${title}`,
    comment: (words) => `#${words}`,
    before: '#+TITLE: x\n#+LANGUAGE: en\n\n',
    pieces: [
      '\n\n* 1952–1980\n\n',
      '\n\n* COMMENT x\n\n',
      '\n#+begin_quote\n',
      '\n#+end_quote\n',
      '\n#+begin_src\n',
      '\n#+end_src\n',
      '\n:x:\n',
      '\n:end:\n',
      '[fn:: ',
      ']',
      '\n# migration-terms-disable-next-line\n\n',
      '#+LANGUAGE: fr\n',
      '| ',
    ],
  },
  asciidoc: {
    ...PLAIN,
    heading: (title) => `== ${title}`,
    comment: (words) => `//${words}`,
    before: '= x\n:lang: en\n\n',
    pieces: [
      '\n\n== 1952–1980\n\n',
      '\n____\n',
      '\n----\n',
      '\n////\n',
      '\n|===\n',
      '\n[quote]\n',
      '\n[bibliography]\n',
      ':lang: fr\n',
      'footnote:[',
      ']',
      '\n// migration-terms-disable-next-line\n\n',
      '= ',
    ],
  },
  typst: {
    ...PLAIN,
    heading: (title) => `= ${title}`,
    comment: (words) => `//${words}`,
    paragraph: escaped(/[$#@<[\]`*_]/g),
    before: '#set text(lang: "en")\n\n',
    pieces: [
      '\n\n= 1952–1980\n\n',
      '#quote(block: true)[\n',
      ']',
      '#footnote[',
      '#set text(lang: "fr")\n',
      '#text(lang: "fr")[\n',
      '/*',
      '*/',
      '```\n',
      '$',
      '#table(columns: 2, [',
      '], [',
      ')',
      '\n// migration-terms-disable-next-line\n\n',
      '"',
    ],
  },
  restructuredtext: {
    ...PLAIN,
    heading: (title) => `${title}\n${'='.repeat(title.length + 1)}`,
    comment: (words) => `..${words}`,
    pieces: ['\n\n1952–1980\n=========\n\n', '\n---------\n', '.. note:: '],
  },
};

function dressed(document: string, { heading, comment, paragraph, between }: Dress): string {
  return document
    .split(/\n{2,}/)
    .map((text) => {
      const title = /^#+ (.*)$/.exec(text)?.[1];
      const words = /^<!--([^]*?)-->$/.exec(text.trim())?.[1];
      return title !== undefined ? heading(title) : words !== undefined ? comment(words) : paragraph(text);
    })
    .join(between);
}

/** The place of an edit: anywhere, or at most three code units from the boundary of a part. */
const place = fc.oneof(
  fc.record({ kind: fc.constant('anywhere' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('joint' as const), at: fc.nat(), off: fc.integer({ min: -3, max: 3 }) }),
);
/** Arbitrary edits: the place, the length that is removed, and the piece that is inserted. */
export const editOf = ({ pieces }: Dress) =>
  fc.record({
    place,
    length: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 1000 }),
    ),
    piece: fc.oneof(
      ...(pieces.length > 0 ? [fc.constantFrom(...pieces)] : []),
      fc.constantFrom(...PIECES),
      fc.constant(''),
    ),
  });
/** Documents of a few paragraphs: cut into short parts, they test more for the same time than long ones. */
const SHORT = DOCUMENTS.filter(({ length }) => length < 900);

/** Arbitrary texts in a format, each made of up to `max` short documents. */
export const textsOf = (dress: Dress, max: number) =>
  fc
    .array(fc.constantFrom(...SHORT), { minLength: 1, maxLength: max })
    .map((documents) => dress.before + documents.map((document) => dressed(document, dress)).join(dress.between));

/**
 * Converts the edits to changes within the text, without those that overlap an earlier one; changes may be adjacent.
 */
export function changesOf(
  edits: readonly {
    place: { kind: 'anywhere'; at: number } | { kind: 'joint'; at: number; off: number };
    length: number;
    piece: string;
  }[],
  text: string,
  joints: readonly number[],
): Edit[] {
  const changes: Edit[] = [];
  for (const {
    place: { at, ...place },
    length,
    piece,
  } of edits) {
    const offset =
      place.kind === 'joint' && joints.length > 0 ? joints[at % joints.length]! + place.off : at % (text.length + 1);
    const start = Math.max(0, Math.min(text.length, offset));
    const end = Math.min(text.length, start + length);
    if (
      changes.every(
        (other) =>
          other.end < start || end < other.start || (start === end && other.end === start && other.start < other.end),
      )
    )
      changes.push({ start, end, newText: piece });
  }
  return changes;
}

/** The boundaries of the parts when the text is read from scratch; after edits most of them remain. */
export function jointsOf(text: string, languageId: string, partLength: number): readonly number[] {
  const { cutting } = formatOf(languageId);
  const joints: number[] = [];
  const jointFrom = (from: number): number => cutting?.nextCut(text, from + partLength) ?? text.length;
  for (let at = jointFrom(0); at < text.length; at = jointFrom(at)) joints.push(at);
  return [...joints, text.length];
}

/** The text after the changes. */
export function applied(text: string, changes: readonly Edit[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

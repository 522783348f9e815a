import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { readWord } from '../../src/core/word/readWord';
import { docx, line, p, r } from '../support/docx';
import { recordOfTests } from '../support/recordOfTests';

// The same document in each format that writes notes apart from their calls, below its list of references.

const NOTES = [
  'We thank the International Office of Migration.',
  'ICEM ran the trains.',
  'ICEM assists migrants.',
  'ICM assists migrants, as the list says.',
  'ICM assists migrants, and nothing calls this note.',
] as const;

/** What is found: the misnomer, and the name outside its time; the notes of the list and of nobody are citations. */
const FOUND = ['International Office of Migration', 'ICEM'];

interface Notation {
  readonly heading: (level: number, text: string) => string;
  readonly call: (note: number) => string;
  readonly note: (note: number, text: string) => string;
  readonly notes?: (all: string) => string;
  readonly paragraph?: (text: string) => string;
}

const MARKDOWN: Notation = {
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  call: (note) => `[^${note}]`,
  note: (note, text) => `[^${note}]: ${text}`,
};
const RST: Notation = {
  heading: (level, text) => `${text}\n${(level === 1 ? '=' : '-').repeat(text.length)}`,
  call: (note) => ` [${note}]_`,
  note: (note, text) => `.. [${note}] ${text}`,
};
const HTML: Notation = {
  heading: (level, text) => `<h${level}>${text}</h${level}>`,
  call: (note) => `<sup><a href="#fn${note}" id="ref${note}">${note}</a></sup>`,
  note: (note, text) => `<li id="fn${note}"><p>${text} <a href="#ref${note}">back</a></p></li>`,
  notes: (all) => `<section class="footnotes"><ol>\n${all}\n</ol></section>`,
  paragraph: (text) => `<p>${text}</p>`,
};

const FORMATS: readonly (readonly [name: string, languageId: string, notation: Notation])[] = [
  ...['markdown', 'mdx', 'quarto', 'rmd'].map((id): [string, string, Notation] => [id, id, MARKDOWN]),
  ['restructuredtext', 'restructuredtext', RST],
  [
    'restructuredtext, numbered by itself',
    'restructuredtext',
    { ...RST, call: () => ' [#]_', note: (_, text) => `.. [#] ${text}` },
  ],
  ['html', 'html', HTML],
  [
    'html of Word',
    'html',
    {
      ...HTML,
      call: (note) => `<a href="#_ftn${note}" name="_ftnref${note}">[${note}]</a>`,
      note: (note, text) =>
        `<div id="ftn${note}"><p><a href="#_ftnref${note}" name="_ftn${note}">[${note}]</a> ${text}</p></div>`,
      notes: (all) => all,
    },
  ],
  [
    'org',
    'org',
    {
      heading: (level, text) => `${'*'.repeat(level)} ${text}`,
      call: (note) => `[fn:${note}]`,
      note: (note, text) => `[fn:${note}] ${text}`,
    },
  ],
  [
    'latex',
    'latex',
    {
      heading: (level, text) => `\\${level === 1 ? 'section' : 'subsection'}{${text}}`,
      call: (note) => `\\footnotemark[${note}]`,
      note: (note, text) => `\\footnotetext[${note}]{${text}}`,
    },
  ],
];

function rendered({ heading, call, note, notes = (all) => all, paragraph = (text) => text }: Notation): string {
  return [
    heading(1, 'Brief'),
    paragraph(`Many were helped.${call(1)}`),
    heading(2, 'The trains of 1956'),
    paragraph(`They ran by night.${call(2)}`),
    heading(2, 'Today'),
    paragraph(`Others help.${call(3)}`),
    heading(1, 'References'),
    paragraph(`The list is short.${call(4)}`),
    notes(NOTES.map((text, i) => note(i + 1, text)).join('\n\n')),
    '',
  ].join('\n\n');
}

const found = (text: string, languageId: string): readonly string[] =>
  check({ text, languageId, lang: 'en', date: '2026-11-30' }, recordOfTests(), DEFAULT_OPTIONS).findings.map(
    (finding) => finding.text,
  );

const textOf = (content: Parameters<typeof docx>[0]): string => {
  const document = readWord(docx(content));
  assert.ok(document.kind === 'document');
  return document.text.text;
};

const heading = (text: string): string => line(text, '<w:outlineLvl w:val="0"/>');
const calling = (text: string, note: number, kind = 'footnote'): string =>
  p(`${r(text)}<w:r><w:${kind}Reference w:id="${note}"/></w:r>`);
const noteOf = (id: number, text: string, kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}">${line(text)}</w:${kind}>`;

describe('a note below a list of references', () => {
  for (const [name, languageId, notation] of FORMATS)
    it(`has the setting of the place that calls it (${name})`, () =>
      assert.deepEqual(found(rendered(notation), languageId), FOUND));

  for (const title of ['References', 'Bibliography', 'Sources', 'Further reading', 'Bibliographie', 'Referencias'])
    for (const kind of ['footnote', 'endnote'])
      it(`has the setting of its ${kind} reference in a Word document that ends in “${title}”`, () => {
        const body =
          heading('Brief') +
          calling('Many were helped.', 1, kind) +
          heading(title) +
          calling('The list is short.', 2, kind);
        const notes = noteOf(1, NOTES[0], kind) + noteOf(2, NOTES[3], kind);
        assert.deepEqual(found(textOf({ body, [`${kind}s`]: notes }), 'markdown'), FOUND.slice(0, 1));
      });

  it('has the place of the note that calls it, if only that does', () => {
    const text =
      '# Brief\n\nIt is so.[^1]\n\n# References\n\n[^1]: See there.[^2]\n\n[^2]: ICEM assists migrants.[^1]\n';
    assert.deepEqual(found(text, 'markdown'), ['ICEM']);
  });

  it('is read to its last paragraph', () =>
    assert.deepEqual(
      found('# Brief\n\nIt is so.[^1]\n\n# References\n\n[^1]: See there.\n\n    ICEM assists migrants.\n', 'markdown'),
      ['ICEM'],
    ));
});

describe('a passage apart from the body', () => {
  const end = heading('Brief') + line('It is so.') + heading('References') + line('The list is short.');

  it('has a setting of its own, if it is a header or footer', () => {
    const margins = {
      header: line('ICEM assists migrants.'),
      footer: line('We thank the International Office of Migration.'),
    };
    assert.deepEqual(found(textOf({ body: end, ...margins }), 'markdown'), [
      'ICEM',
      'International Office of Migration',
    ]);
    const history = heading('The trains of 1956') + line('They ran.');
    assert.deepEqual(found(textOf({ body: history, header: line('ICEM assists migrants.') }), 'markdown'), ['ICEM']);
  });

  it('is in no list of references, if it is a text box, but in the time of its section', () => {
    const box = (text: string): string => p(`<w:r><w:txbxContent>${text}</w:txbxContent></w:r>`);
    assert.deepEqual(found(textOf({ body: end + box(line('ICEM assists migrants.')) }), 'markdown'), ['ICEM']);
    const history = heading('The trains of 1956') + box(line('ICEM ran them.')) + line('They ran.');
    assert.deepEqual(found(textOf({ body: history }), 'markdown'), []);
  });

  it('has headings that do not govern the body', () => {
    const text = '# Brief\n\n::: {.text-box}\n## Sources\n\nICEM said so.\n:::\n\nICEM assists migrants.\n';
    assert.deepEqual(found(text, 'markdown'), ['ICEM']);
    const page = '<h1>Brief</h1>\n<aside><h2>Sources</h2><p>ICEM said so.</p></aside>\n<p>ICEM assists migrants.</p>\n';
    assert.deepEqual(found(page, 'html'), ['ICEM']);
  });

  it('is the foot of a page of HTML', () => {
    const page =
      '<h1>Brief</h1>\n<h2>References</h2>\n<p>ICEM said so.</p>\n<footer><p>ICEM assists migrants.</p></footer>\n';
    assert.deepEqual(found(page, 'html'), ['ICEM']);
  });
});

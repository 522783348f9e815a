import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { langOf } from '../../src/core/prose/languageNames';
import { recordOfTests } from '../support/recordOfTests';

/** The language of each finding, derived from the quotation marks in its message. */
function languages(text: string, languageId = 'markdown'): string {
  return check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS)
    .findings.map(({ message }) =>
      message.startsWith('“') ? 'en' : message.startsWith('«\u00a0') ? 'fr' : message.startsWith('«') ? 'es' : message,
    )
    .join(' ');
}

/** A line whose words do not reveal its language. */
const LINE = 'PICMME: migrants';

describe('the language of a document', () => {
  it('is that of its front matter if its words are inconclusive', () => {
    assert.equal(languages(`---\nlang: fr\n---\n\n- ${LINE}\n`), 'fr');
    assert.equal(languages(`---\nlang: es-CO\n---\n\n- ${LINE}\n`), 'es');
    assert.equal(languages(`---\nlang: de\n---\n\n- ${LINE}\n`), 'en');
    assert.equal(languages(`- ${LINE}\n`), 'en');
  });

  it('is that of the passage if its words are conclusive', () => {
    assert.equal(languages('---\nlang: en\n---\n\nLe migrant est adressé au CIME pour son passage.\n'), 'fr');
  });

  const declared: Readonly<Record<string, readonly (readonly [text: string, lang: string])[]>> = {
    html: [
      [`<!doctype html>\n<html lang="fr">\n<p>${LINE}</p>`, 'fr'],
      [`<!-- x --><html class=x xml:lang=es-MX><body><p>${LINE}</p>`, 'es'],
      [`---\nlang: fr\n---\n<p>${LINE}</p>`, 'fr'],
      [`<p>${LINE}</p><html lang="fr">`, 'en'],
      [`<html lang="de"><p>${LINE}</p>`, 'en'],
    ],
    latex: [
      [`\\documentclass[a4paper,french]{article}\n\\begin{document}\n${LINE}`, 'fr'],
      [`\\documentclass{article}\n\\usepackage[english,french]{babel}\n\\begin{document}\n${LINE}`, 'fr'],
      [`\\documentclass[french]{article}\n\\usepackage[spanish,es-tabla]{babel}\n\\begin{document}\n${LINE}`, 'es'],
      [`\\usepackage[main=spanish,english,french]{babel}\n\\begin{document}\n${LINE}`, 'es'],
      [`\\usepackage[french,german]{babel}\n\\begin{document}\n${LINE}`, 'en'],
      [
        `%\\usepackage[french]{babel}\n\\setmainlanguage[variant=mexican]{spanish}\n\\setotherlanguage{french}\n\\begin{document}\n${LINE}`,
        'es',
      ],
      [
        `\\usepackage[english,spanish]{babel}\n\\begin{document}\n\\maketitle\n\n\\selectlanguage{french}\n\n${LINE}`,
        'fr',
      ],
      [`% !TeX spellcheck = fr-FR\n\\section{x}\n${LINE}`, 'fr'],
    ],
    typst: [
      [`#set page(paper: "a4")\n#set text(font: "x", lang: "fr")\n\n${LINE}`, 'fr'],
      [`#show: report.with(\n  title: [x],\n  lang: "es",\n)\n\n${LINE}`, 'es'],
      [`#show heading: set text(lang: "fr")\n\n${LINE}`, 'en'],
    ],
    org: [
      [`#+TITLE: x\n#+LANGUAGE: fr\n\n- ${LINE}`, 'fr'],
      [`- ${LINE}\n\n#+LANGUAGE: fr`, 'en'],
    ],
    asciidoc: [
      [`= X\n:lang: es\n\n${LINE}`, 'es'],
      [`:lang: fr\n\n${LINE}`, 'fr'],
      [`${LINE}\n\n:lang: fr\n`, 'en'],
    ],
  };
  for (const [languageId, cases] of Object.entries(declared)) {
    it(`is the one declared at its beginning (${languageId})`, () => {
      for (const [text, lang] of cases) assert.equal(languages(text, languageId), lang, text);
    });
  }
});

describe('the language of a passage', () => {
  const cases: Readonly<Record<string, readonly (readonly [text: string, langs: string])[]>> = {
    markdown: [
      [`${LINE}\n\n::: {.note lang=fr}\n${LINE}\n:::\n\n${LINE}`, 'en fr en'],
      [`:::: {lang="es"}\n::: note\n${LINE}\n:::\n\n> ${LINE}\n\n- ${LINE}\n::::\n\n${LINE}`, 'es es en'],
      [`::: {lang=fr}\n::: {lang=de}\n${LINE}\n:::\n${LINE}\n:::`, 'en fr'],
    ],
    html: [
      [
        `<p>${LINE}</p><p lang="fr">${LINE}</p><div xml:lang='es'><ul><li>${LINE}<li lang="en">${LINE}</ul></div>${LINE}`,
        'en fr es en en',
      ],
      [`<html lang="fr"><p>${LINE}<section lang="es-AR"><h2>${LINE}</h2><p>${LINE}</section><p>${LINE}`, 'fr es es fr'],
      [`<section lang="fr"><p lang="de">${LINE}</p>${LINE}</section>`, 'en fr'],
    ],
    latex: [
      [
        `${LINE}\n\n\\begin{otherlanguage}{french}\n${LINE}\n\n\\begin{itemize}\\item ${LINE}\\end{itemize}\n\\end{otherlanguage}\n\n${LINE}`,
        'en fr fr en',
      ],
      [
        `${LINE}\n\n\\selectlanguage{spanish}\n\n${LINE}\\footnote{${LINE}}\n\n\\selectlanguage{english}\n${LINE}`,
        'en es es en',
      ],
      [
        `\\begin{quotation*}\\end{quotation*}\\begin{center}\\selectlanguage{french} ${LINE}\\end{center}\n\n\\begin{spanish}\n${LINE}\n\\end{spanish}\n\n${LINE}`,
        'fr es en',
      ],
      [`The ICEM of \\foreignlanguage{french}{Genève} helps the migrants of today.`, 'en'],
    ],
    typst: [
      [`${LINE}\n\n#[\n#set text(lang: "fr")\n${LINE}\n]\n\n${LINE}`, 'en fr en'],
      [`${LINE}\n\n#text(lang: "es")[\n${LINE}\n\n${LINE}\n]\n\n${LINE}`, 'en es es en'],
      [`${LINE}\n\n#set text(lang: "fr")\n\n${LINE}`, 'en fr'],
      [`The ICEM of #text(lang: "fr")[Genève] helps the migrants of today.`, 'en'],
    ],
  };
  for (const [languageId, texts] of Object.entries(cases)) {
    it(`is the one declared for it (${languageId})`, () => {
      for (const [text, langs] of texts) assert.equal(languages(text, languageId), langs, text);
    });
  }

  it('is that of its words if they clearly belong to another language', () => {
    assert.equal(
      languages(
        '<p lang="fr">The migrants of today ask the ICEM for help with their papers, and it is kind to them.</p>',
        'html',
      ),
      'en',
    );
    assert.equal(languages('<p lang="fr">PICMME, the migrants.</p>', 'html'), 'fr');
  });
});

describe('the name of a language', () => {
  it('is a tag or a word', () => {
    const table: readonly (readonly [name: string, lang: string | undefined])[] = [
      ['fr', 'fr'],
      ['fr-CH', 'fr'],
      ['es_419', 'es'],
      ['EN', 'en'],
      ['français', 'fr'],
      ['USenglish', 'en'],
      ['Español', 'es'],
      ['spa', 'es'],
      ['de', undefined],
      ['estonian', undefined],
      ['frisian', undefined],
      ['', undefined],
    ];
    for (const [name, lang] of table) assert.equal(langOf(name), lang, name);
  });
});

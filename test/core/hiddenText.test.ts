import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { readPassages } from '../../src/core/review/passages';
import { recordOfTests } from '../support/recordOfTests';

const HIDDEN = 'ICEM assists migrants.';
const SHOWN = 'ICM assists migrants.';
const TIME = { kind: 'today', date: undefined, shownBy: 'nothing', evidence: undefined } as const;

/** In each text, readers see `SHOWN`, and nothing of `HIDDEN`. */
const TEXTS: readonly (readonly [name: string, languageId: string, text: string])[] = [
  ['a comment of MDX', 'mdx', `It is so.\n\n{/* ${HIDDEN} */}\n\n${SHOWN}\n`],
  ['a comment of MDX with a blank line', 'mdx', `It is so.\n\n{/*\n${HIDDEN}\n\n${HIDDEN}\n*/}\n\n${SHOWN}\n`],
  ['a comment of MDX in a sentence', 'mdx', `It is so {/* ${HIDDEN} */} today. ${SHOWN}\n`],
  ['a template in Markdown', 'markdown', `It is so.\n\n<template>\n\n${HIDDEN}\n\n</template>\n\n${SHOWN}\n`],
  ['a false condition', 'latex', `It is so.\n\n\\iffalse\n${HIDDEN}\n\n${HIDDEN}\n\\fi\n\n${SHOWN}\n`],
  ['a false condition in a paragraph', 'latex', `It is so. \\iffalse ${HIDDEN} \\fi ${SHOWN}\n`],
  ['a false condition around another', 'latex', `\\iffalse\\ifx\\a\\b Yes.\\fi ${HIDDEN}\\fi\n${SHOWN}\n`],
  ['the other branch of a false condition', 'latex', `\\iffalse ${HIDDEN}\n\\else\n${SHOWN}\n\\fi\n`],
  ['a false condition without an end', 'latex', `\\iffalse ${SHOWN}\n`],
  ['a hidden element', 'html', `<p>It is so.</p>\n<div hidden><p>${HIDDEN}</p></div>\n<p>${SHOWN}</p>\n`],
  ['a hidden heading', 'html', `<h2 hidden="">${HIDDEN}</h2>\n<p>${SHOWN}</p>\n`],
  ['a hidden element in a sentence', 'html', `<p>It is <span hidden>${HIDDEN}</span> so. ${SHOWN}</p>\n`],
  ['an element of a class of that name', 'html', `<p class="not hidden here" data-a=' hidden '>${SHOWN}</p>\n`],
  ['an element that a search finds', 'html', `<p hidden="until-found">${SHOWN}</p>\n`],
  ['a template', 'html', `<p>It is so.</p>\n<template><p>${HIDDEN}</p></template>\n<p>${SHOWN}</p>\n`],
  ['a section that is not exported', 'org', `* One :a:noexport:\n${HIDDEN}\n** Two\n${HIDDEN}\n* Three\n${SHOWN}\n`],
];

describe('text that no reader sees', () => {
  for (const [name, languageId, text] of TEXTS)
    it(`is neither checked nor sent: ${name}`, () => {
      const document = { text, languageId, lang: 'en' as const, date: '2026-11-30' };
      const found = check(document, recordOfTests(), DEFAULT_OPTIONS).findings.map((finding) => finding.text);
      assert.deepEqual(found, ['ICM']);
      const sent = readPassages(document, TIME)
        .passages.map((passage) => passage.text)
        .join('\n');
      assert.ok(sent.includes(SHOWN) && !sent.includes('ICEM'), sent);
    });
});

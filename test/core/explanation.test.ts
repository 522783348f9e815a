import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import type { Lang } from '../../src/core/document';
import type { Explained } from '../../src/core/describe/explanationHtml';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { elementsOf, explanationOf } from '../support/explanationPage';
import { recordOfTests } from '../support/recordOfTests';

/** The elements of the page about the first finding in a text, else about its first name. */
function page(text: string, lang: Lang = 'en', more: Partial<Explained> & { readonly written?: Lang } = {}) {
  const termbase = recordOfTests();
  const written = more.written ?? lang;
  const { findings, allowed } = check({ text, languageId: 'plaintext', lang: written }, termbase, DEFAULT_OPTIONS);
  const [mention] = [...findings, ...allowed];
  const elements = elementsOf(explanationOf(termbase, mention!, lang, more));
  const texts = (name: string) => elements.filter((each) => each.name === name).map((each) => each.text);
  const links = elements.filter(({ name }) => name === 'a').map(({ text: t, attributes }) => [t, attributes.href!]);
  return { texts, links, elements };
}

describe('the page that explains a mention', () => {
  it('has fixes as links first, then the other actions, and why, the name, facts and sources below', () => {
    const { texts, links } = page('The Global Compact for Migration has 24 objectives.', 'en', {
      judgedAs: { kind: 'today', date: undefined, shownBy: 'nothing', evidence: undefined },
    });
    assert.deepEqual(texts('h1'), ['“24”']);
    assert.deepEqual(links.slice(0, 5), [
      ['Replace with “23”', `command:fix?${encodeURIComponent('Replace with “23”')}`],
      ['Ignore here', 'command:ignoreHere'],
      ['Ignore otherwise…', 'command:ignore'],
      ['Go to the text', 'command:goTo'],
      ['About the rule', 'command:rule?fact-mismatch'],
    ]);
    const headings = texts('h2');
    assert.equal(headings[0], 'Why');
    assert.match(headings[1]!, /^Global Compact for Safe, Orderly and Regular Migration/);
    assert.deepEqual(headings.slice(2), ['Facts', 'Sources']);
    const [, fact] = links.find(([, address]) => address!.startsWith('command:fact'))!;
    assert.match(fact!, /^command:fact\?[\w-]+$/);
    assert.ok(
      links.some(([, address]) => address!.startsWith('https://')),
      'no source can be opened',
    );
  });

  it('lists all fixes of a name', () => {
    const { links } = page('ICEM assists migrants in forty countries.');
    assert.deepEqual(
      links.filter(([, address]) => address!.startsWith('command:fix')).map(([label]) => label),
      ['Replace with “IOM”', 'Keep and explain: “ICEM (now IOM)”', 'Replace and explain: “IOM (then ICEM)”'],
    );
  });

  it('offers nothing to fix or ignore for a right name, or where the text has changed', () => {
    for (const { links, texts } of [
      page('In 1965 ICEM chartered ten ships for migrants.'),
      page('The Global Compact for Migration has 24 objectives.', 'en', { isGone: true }),
    ]) {
      assert.ok(!links.some(([, address]) => /fix|ignore/i.test(address!)), texts('a').join(' | '));
      assert.ok(texts('a').includes('Go to the text'));
    }
    const gone = page('The Global Compact for Migration has 24 objectives.', 'en', { isGone: true });
    assert.match(gone.texts('p')[0]!, /^Nothing is reported here any more\.$/);
  });

  it('says why a right name is not reported', () => {
    assert.match(page('In 1965 ICEM chartered ten ships for migrants.').texts('p')[0]!, /^No warning: .*“?1965/);
  });

  it('explains in the language of the reader, and names in that of the text', () => {
    const { texts } = page('En 1995, le CIME a aidé des réfugiés.', 'en', { written: 'fr' });
    assert.ok(texts('a').includes('Ignore here'));
    const title = texts('h2')[1]!;
    assert.match(title, /^Comité intergouvernemental/);
    assert.ok(
      texts('p').some((line) => /CIM.* → OIM \(since 1989/.test(line)),
      texts('p').join(' | '),
    );
    assert.ok(
      texts('p').some((line) => line.startsWith('English: Intergovernmental Committee')),
      texts('p').join(' | '),
    );
  });
});

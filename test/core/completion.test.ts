import assert from 'node:assert/strict';
import { complete } from '../../src/core/completion/complete';
import type { Lang } from '../../src/core/document';
import { recordOfTests } from '../support/recordOfTests';

/** The completions offered at the bar in the text. */
function offered(marked: string, lang: Lang = 'en', languageId = 'markdown'): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = complete({ text, languageId, lang }, offset, recordOfTests(), lang);
  return (found?.items ?? []).map((item) => text.slice(0, found!.span.start) + item.text);
}

const offers = (marked: string, whole: string, lang?: Lang) =>
  assert.ok(offered(marked, lang).includes(whole), `${marked}: ${offered(marked, lang).join('; ') || 'nothing'}`);
const quiet = (marked: string, lang?: Lang, languageId?: string) =>
  assert.deepEqual(offered(marked, lang, languageId), []);

describe('completion', () => {
  it('offers a name after three letters, expanded at first use', () => {
    offers('The International Org|', 'The International Organization for Migration (IOM)');
    offers('The Int|', 'The International Organization for Migration');
    offers('IOM|', 'International Organization for Migration (IOM)');
    offers('The global compact for safe|', 'The Global Compact for Safe, Orderly and Regular Migration (GCM)');
    assert.equal(offered('The International Org|')[0], 'The International Organization for Migration (IOM)');
  });

  it('does not expand an abbreviation twice', () => {
    const after = 'The International Organization for Migration (IOM) met. The International Org';
    assert.deepEqual(
      offered(`${after}|`).map((whole) => whole.slice(after.length - 'International Org'.length)),
      ['International Organization for Migration', 'IOM'],
    );
    quiet('The International Organization for Migration (IOM) met. Then IOM|');
  });

  it('uses the language of the document', () => {
    offers("L'Organisation inter|", "L'Organisation internationale pour les migrations (OIM)", 'fr');
    offers('La organizacion int|', 'La Organización Internacional para las Migraciones (OIM)', 'es');
    offers(
      'Le Pacte mondial pour des migrations sures|',
      'Le Pacte mondial pour des migrations sûres, ordonnées et régulières',
      'fr',
    );
  });

  it('offers objectives by number, and by word if the text mentions the Compact', () => {
    offers('Under objective 7|', 'Under objective 7 (Address and reduce vulnerabilities in migration)');
    offers('Under Objective 7|', 'Under Objective 7 of the Global Compact for Migration');
    assert.equal(offered('objective 1|').length, 22);
    offers("l'objectif 23|", "l'objectif 23 du Pacte mondial sur les migrations", 'fr');
    offers(
      'The Compact has an objective vulnerab|',
      'The Compact has an objective 7 (Address and reduce vulnerabilities in migration)',
    );
    quiet('Our objective vulnerab|');
    quiet('objective 99|');
    quiet('objective |');
  });

  it('offers the symbols of documents', () => {
    offers('See A/RES/73|', 'See A/RES/73/195');
    offers('See a/res/47|', 'See A/RES/47/4');
    quiet('See A/RES/73/195|');
    quiet('and/or|');
  });

  it('offers nothing where nothing fits', () => {
    for (const text of [
      '|',
      'In|',
      'int|',
      'inter|',
      'The organization works|',
      'migra|',
      'Inter |',
      'A com|',
      'glob|',
      'united|',
    ])
      quiet(text);
    quiet('`International Org|`');
    quiet('<https://example.org/International Org|');
    quiet('$International Org|$', 'en', 'latex');
  });
});

import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { describeMention } from '../../src/core/describe/card';
import { cardMarkdown } from '../../src/core/describe/cardMarkdown';
import { longDate } from '../../src/core/wording/dates';
import { factLabel, factMarkdown, propertyLabel } from '../../src/core/describe/facts';
import { sourceList, sourcesWith } from '../../src/core/describe/sources';
import { LANGS, type Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { wordingIn } from '../../src/core/describe/wordings';
import { recordOfTests } from '../support/recordOfTests';

const termbase = recordOfTests();
const label = (id: string, lang: Lang) => factLabel(termbase.facts.get(id)!, wordingIn(lang));

describe('a label and its text', () => {
  it('are separated by a colon, in French after a no-break space', () => {
    assert.equal(label('iom-members-2025', 'en'), 'Member States: 175');
    assert.equal(label('iom-members-2025', 'fr'), 'États membres\u00a0: 175');
    assert.equal(label('iom-members-2025', 'es'), 'Estados miembros: 175');
    assert.match(sourceList(sourcesWith(termbase, ['s01']), wordingIn('fr')), /^Sources\u00a0: \[/);
  });

  it('are separated in the same way in a card', () => {
    const text = 'The International Office of Migration is in Geneva.';
    const [finding] = check({ text, languageId: 'plaintext', lang: 'en' }, termbase, DEFAULT_OPTIONS).findings;
    const markdown = (lang: Lang) => cardMarkdown(termbase, describeMention(termbase, finding!, lang)!, 'full');
    assert.match(markdown('en'), /^Spanish: /m);
    assert.match(markdown('fr'), /^Espagnol\u00a0: /m);
    assert.match(markdown('fr'), /^- États membres\u00a0: \d/m);
    assert.match(markdown('fr'), /^Sources\u00a0: \[/m);
    assert.match(markdown('es'), /^- Estados miembros: \d/m);
  });

  it('keep the no-break spaces of a statement in a hover', () => {
    const { statement } = termbase.facts.get('gcm-legal-force')!;
    assert.ok(statement.fr!.includes('\u00a0;'));
    assert.ok(factMarkdown(termbase, termbase.facts.get('gcm-legal-force')!, 'fr').startsWith(statement.fr!));
  });

  it('show the currency of a sum of money in each language', () => {
    assert.match(label('iom-budget-2018', 'en'), /USD 1,800 million$/);
    assert.match(label('iom-budget-2018', 'fr'), /1,8 milliard de dollars/);
    assert.match(label('iom-budget-2018', 'es'), /1800 millones de dólares/);
  });

  it('format numbers like the statements of the language', () => {
    assert.match(label('iom-staff-2014', 'fr'), /: 8\s400$/);
    assert.match(label('iom-staff-2014', 'es'), /: 8400$/);
    assert.match(label('iom-staff-2018', 'es'), /: 11\s500$/);
  });

  it('are words, not the fields of a database', () => {
    const labels = new Map(
      [...termbase.facts.values()]
        .filter(({ checkOnly }) => checkOnly !== true)
        .map((fact) => [fact.property, propertyLabel(fact.property, wordingIn('en'))]),
    );
    const fields = [...labels].filter(([, text]) =>
      / (?:names|count|kind|list|day|month|later|scope|subject|trend)$|^(?:Co|Non|Number) (?!of\b)|\b(?:states|africa|asia|europe|america)\b/.test(
        text,
      ),
    );
    assert.deepEqual(fields, []);
    assert.equal(propertyLabel('observer-state-names', wordingIn('en')), 'Observer States');
    assert.equal(propertyLabel('vote', wordingIn('en')), 'Votes');
  });

  it('say the day of a year in words', () => {
    for (const [lang, day] of [
      ['en', '18 December'],
      ['fr', '18 décembre'],
      ['es', '18 de diciembre'],
    ] as const)
      assert.equal(longDate('--12-18', wordingIn(lang)), day);
  });

  it('are in the language of the reader for every fact', () => {
    for (const lang of LANGS.filter((other) => other !== 'en')) {
      const { properties } = wordingIn(lang);
      const foreign = [...termbase.facts.values()].filter((fact) => {
        const utterance = factLabel(fact, wordingIn(lang));
        return utterance !== fact.statement[lang] && properties[fact.property] === undefined;
      });
      assert.deepEqual(
        foreign.map(({ id }) => id),
        [],
        lang,
      );
    }
  });
});

// Prints how many paraphrases of each property are read; test/paraphrases/README.md describes the format.
//
//   npm run paraphrases -- [--show miss|fp] [PROPERTY …]
//
// Two thirds of each bank are for training; `--show` prints only sentences of these. The held-out third is only
// counted.
import { parseArgs } from 'node:util';
import { LANGS } from '../src/core/document';
import { outcomeOf, paraphrases, tally, type Outcome } from '../test/support/paraphrases';

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
if (values.show !== undefined && values.show !== 'miss' && values.show !== 'fp')
  throw new Error('--show takes miss or fp');

const all = paraphrases();
const known = [...new Set(all.map(({ property }) => property))];
const unknown = positionals.filter((property) => !known.includes(property));
if (unknown.length > 0) throw new Error(`no bank of ${unknown.join(', ')}; there are ${known.join(', ')}`);

const outcomes = all
  .filter(({ property }) => positionals.length === 0 || positionals.includes(property))
  .map(outcomeOf);
if (values.show)
  outcomes
    .filter(({ paraphrase }) => paraphrase.part === 'learn')
    .forEach(values.show === 'miss' ? showMiss : showAlarms);

const COLUMNS = ['found', '', 'on right', 'on other', 'on wrong', '│ found', '', 'on right', 'on other', 'on wrong'];
console.log(`${' '.repeat(28)}training, false alarms     ${' '.repeat(25)}│ held out, false alarms`);
row('property', COLUMNS);
for (const property of known) {
  for (const lang of LANGS) {
    const own = outcomes.filter(({ paraphrase }) => paraphrase.property === property && paraphrase.lang === lang);
    if (own.length > 0) row(`${property} ${lang}`, cells(own));
  }
}
for (const lang of LANGS) row(`all ${lang}`, cells(outcomes.filter(({ paraphrase }) => paraphrase.lang === lang)));
row('all', cells(outcomes));

function showMiss({ paraphrase, found }: Outcome): void {
  const { kind, property, lang, text, start, end } = paraphrase;
  if (kind !== 'wrong' || found) return;
  console.log(`miss  ${property}.${lang}  ${text.slice(0, start)}[[${text.slice(start, end)}]]${text.slice(end)}`);
}

function showAlarms({ paraphrase: { kind, property, lang, text }, alarms }: Outcome): void {
  if (alarms.length > 0) console.log(`fp    ${property}.${lang}  ${kind}: ${text}`);
  for (const { rule, text: marked, message } of alarms) console.log(`      ${rule} “${marked}”: ${message}`);
}

function cells(own: readonly Outcome[]): readonly string[] {
  return (['learn', 'held'] as const).flatMap((part) => {
    const counts = tally(own.filter(({ paraphrase }) => paraphrase.part === part));
    const percent = counts.wrong === 0 ? '' : `${((100 * counts.found) / counts.wrong).toFixed(1)} %`;
    const found = `${counts.found}/${counts.wrong}`;
    return [
      part === 'held' ? `│ ${found}` : found,
      percent,
      `${counts.alarmsOnRight}/${counts.right}`,
      `${counts.alarmsOnOther}/${counts.other}`,
      `${counts.alarmsOnWrong}/${counts.wrong}`,
    ];
  });
}

function row(label: string, columns: readonly string[]): void {
  console.log(`${label.padEnd(26)}${columns.map((column) => column.padEnd(10)).join(' ')}`.trimEnd());
}

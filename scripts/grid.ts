// Prints which shapes of a statement are read, and which statements are not reported; test/grid/README.md explains the
// grid.
//
//   npm run grid -- [--show miss|spoken|fp] [--only WORD] …
//
// `--show` prints the missed wrong values of asserted statements (miss), those reported in statements that assert
// nothing (spoken), or false alarms on right and foreign values (fp). `--only` takes relations, shapes, modalities and
// languages.
import { parseArgs } from 'node:util';
import { gridCells, LANGS, MODALITIES, reportedIn, SHAPES, type Cell } from '../test/support/grid';
import { gridRelations } from '../test/support/gridValues';

const { values } = parseArgs({
  options: { show: { type: 'string' }, only: { type: 'string', multiple: true, default: [] } },
});
const SHOWN = ['miss', 'spoken', 'fp'];
if (values.show !== undefined && !SHOWN.includes(values.show))
  throw new Error(`--show takes one of ${SHOWN.join(', ')}`);

const DIMENSIONS: readonly (readonly string[])[] = [gridRelations().map(({ id }) => id), SHAPES, MODALITIES, LANGS];
const unknown = values.only.filter((word) => !DIMENSIONS.some((words) => words.includes(word)));
if (unknown.length > 0) {
  console.error(
    `--only knows no ${unknown.join(', ')}. Give the id of a relation (not of a concept), a shape, a modality or a language:`,
  );
  for (const words of DIMENSIONS) console.error(`  ${words.join(', ')}`);
  process.exit(2);
}

const outcomes = LANGS.flatMap(gridCells)
  .filter(isWanted)
  .map((cell) => ({ cell, findings: reportedIn(cell) }));
type Outcome = (typeof outcomes)[number];
const of = (test: (cell: Cell) => boolean): readonly Outcome[] => outcomes.filter(({ cell }) => test(cell));
const asserted = of(({ modality, utterance }) => modality === 'asserted' && utterance === 'wrong');
const unasserted = of(({ modality, utterance }) => modality !== 'asserted' && utterance === 'wrong');
const others = of(({ utterance }) => utterance !== 'wrong');

if (values.show === 'miss') asserted.filter(({ findings }) => findings.length === 0).forEach(show);
if (values.show === 'spoken') unasserted.filter(({ findings }) => findings.length > 0).forEach(show);
if (values.show === 'fp') others.filter(({ findings }) => findings.length > 0).forEach(show);

table('Wrong values found in asserted statements, by shape (target: 95 %)', asserted, SHAPES, ({ shape }) => shape);
table('Wrong values found in asserted statements, by relation', asserted, DIMENSIONS[0]!, ({ relation }) => relation);
table(
  'Wrong values reported in statements that assert nothing, by modality (target: 1 %)',
  unasserted,
  MODALITIES,
  ({ modality }) => modality,
);
table(
  'Wrong values reported in statements that assert nothing, by relation',
  unasserted,
  DIMENSIONS[0]!,
  ({ relation }) => relation,
);
table(
  'False alarms on right values',
  others.filter(({ cell }) => cell.utterance === 'right'),
  DIMENSIONS[0]!,
  ({ relation }) => relation,
);
table(
  'False alarms on the values of other bodies',
  others.filter(({ cell }) => cell.utterance === 'foreign'),
  DIMENSIONS[0]!,
  ({ relation }) => relation,
);

/** Each word of --only narrows its own dimension. */
function isWanted({ relation, shape, modality, lang }: Cell): boolean {
  return DIMENSIONS.every((words, i) => {
    const wanted = values.only.filter((word) => words.includes(word));
    return wanted.length === 0 || wanted.includes([relation, shape, modality, lang][i]!);
  });
}

function show({ cell: { relation, shape, modality, lang, utterance, text, start, end }, findings }: Outcome): void {
  const marked = `${text.slice(0, start)}[[${text.slice(start, end)}]]${text.slice(end)}`.replaceAll('\n', ' ⏎ ');
  console.log(`${lang} ${relation} ${shape} ${modality} ${utterance}: ${marked}`);
  for (const { rule, text: marked, message } of findings) console.log(`     ${rule} “${marked}”: ${message}`);
}

function table(title: string, own: readonly Outcome[], rows: readonly string[], rowOf: (cell: Cell) => string): void {
  console.log(`\n${title}\n  ${['', ...LANGS, 'all'].map(column).join('')}`);
  for (const row of [...rows, 'all']) {
    const inRow = own.filter(({ cell }) => row === 'all' || rowOf(cell) === row);
    if (inRow.length === 0) continue;
    const shares = LANGS.map((lang) => share(inRow.filter(({ cell }) => cell.lang === lang)));
    console.log(`  ${[row, ...shares, share(inRow)].map(column).join('')}`.trimEnd());
  }
}

function share(own: readonly Outcome[]): string {
  const reported = own.filter(({ findings }) => findings.length > 0).length;
  return own.length === 0
    ? ''
    : `${reported}/${own.length}`.padEnd(10) + `${((100 * reported) / own.length).toFixed(1)} %`.padStart(8);
}

function column(text: string, i: number): string {
  return text.padEnd(i === 0 ? 28 : 22);
}

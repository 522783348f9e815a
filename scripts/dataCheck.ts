// Reports on the data: what is wrong, unused, or without examples, and how much there is. What is out of date:
// scripts/dataDue.ts.
//
//   npx tsx scripts/dataCheck.ts [--lists]
//
// The exit code is 1 only if something is wrong. The other lists are for people to judge; without `--lists` they are
// only counted.
import { parseArgs } from 'node:util';
import { LANGS } from '../src/core/document';
import { BUILTIN_FILES } from '../src/core/termbase/builtin';
import { SECTIONS, type Fact, type Name } from '../src/core/termbase/concept';
import { loadTermbase } from '../src/core/termbase/load';
import { neverReviewed } from './dueFacts';
import { coverage, languageProblems } from './languageData';
import { tryRelations } from './trialChecks';

const { values } = parseArgs({ options: { lists: { type: 'boolean', default: false } } });

const WRONG = 'Wrong';
const { termbase, problems: ofTermbase } = loadTermbase(BUILTIN_FILES);
const problems = [...ofTermbase, ...languageProblems()];
const facts = [...termbase.facts.values()];
const names = [...termbase.names.values()];

const covered = coverage();
const unexplained = covered.filter(({ relations, because }) => relations.length === 0 && because === undefined);
const explainedInVain = covered.filter(({ relations, because }) => relations.length > 0 && because !== undefined);
const unreviewed = neverReviewed(facts);
// Words are tried once the files can be read.
const trials = problems.some(({ severity }) => severity === 'error')
  ? { wrong: [], rows: [], right: 0 }
  : tryRelations(termbase);
const wrong = [
  ...problems.map(({ severity, file, place, message }) => `${severity} ${file} ${place}: ${message}`),
  ...unexplained.map(
    ({ pair }) =>
      `error relations/unread.json: No relation reads the property "${pair}", and no reason is given. Add it to the "properties" of a reason that fits, or write a relation.`,
  ),
  ...explainedInVain.map(
    ({ pair, relations }) =>
      `error relations/unread.json: The relation ${relations[0]} reads the property "${pair}". Remove its reason.`,
  ),
  ...trials.wrong,
  ...unreviewed.map(
    ({ id }) =>
      `error facts/${id}: This fact may have changed, and has no date of comparison with its sources. Compare it and add "reviewed".`,
  ),
];
report(WRONG, wrong);
report('Sources that nothing cites', unusedSources());
report(
  'Names that can raise a finding and lack examples',
  names
    .filter(({ name, concept }) => !concept.shield && canRaise(name) && lacksExamples(name))
    .map(({ name }) => name.id),
);
table('Terms by kind of concept and language', ['concepts', ...LANGS, 'wrong forms'], kindRows());
table(
  'Facts by section and language of the statement',
  ['facts', ...LANGS, 'two sources', 'mark C', 'conflicts'],
  sectionRows(),
);
reportTrials();
reportCoverage();
console.log(`
concepts ${termbase.concepts.size}, names ${names.length}, terms ${termbase.terms.filter(({ suffix }) => suffix === '').length}, facts ${facts.length}, sources ${termbase.sources.size}
facts with two sources or more ${facts.filter(hasTwoSources).length}, marks A ${marked('A')}, B ${marked('B')}, C ${marked('C')}, with conflicts ${facts.filter(hasConflict).length}`);
if (!values.lists) console.log('\n-- --lists prints the lists.');
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Reports how many trials of the words of each relation are silent, by language. */
function reportTrials(): void {
  const share = ({ silent, all }: { readonly silent: number; readonly all: number }): string => `${silent}/${all}`;
  const sum = trials.rows.flatMap(({ counts }) => counts);
  const total = (key: 'silent' | 'all'): number => sum.reduce((n, each) => n + each[key], 0);
  console.log(`Name × word × language that is silent: ${total('silent')} of ${total('all')}`);
  console.log(`The same with the right value: ${trials.right} texts`);
  if (!values.lists) return;
  for (const { relation, counts } of trials.rows)
    console.log(`  ${relation.padEnd(34)}${counts.map((each, i) => `${LANGS[i]} ${share(each)}`.padEnd(14)).join('')}`);
}

/** Reports which properties of the record a relation reads, and why none reads the others. */
function reportCoverage(): void {
  const read = covered.filter(({ relations }) => relations.length > 0);
  report(
    'Properties that a relation reads',
    read.map(({ pair, relations }) => `${pair}: ${relations.join(', ')}`),
  );
  const unread = covered.filter(({ relations, because }) => relations.length === 0 && because !== undefined);
  const reasons = [...new Set(unread.map(({ because }) => because!))];
  for (const reason of reasons)
    report(
      reason,
      unread.filter(({ because }) => because === reason).map(({ pair }) => pair),
    );
  const count = (kind: string): number => unread.filter((each) => each.kind === kind).length;
  const share = (part: number, whole: number): string => `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
  const isLeft = covered.length - count('descriptive');
  console.log(
    `\nproperties read ${share(read.length, covered.length)}, covered by another ${count('covered')}, descriptive ${count('descriptive')}, open ${count('open')}; of those not descriptive ${share(read.length + count('covered'), isLeft)} are read or covered`,
  );
}

function unusedSources(): readonly string[] {
  const used = new Set([
    ...names.flatMap(({ name }) => [...name.sources, ...name.terms.flatMap(({ sources }) => sources ?? [])]),
    ...facts.flatMap(({ sources, conflicts }) => [
      ...sources,
      ...(conflicts ?? []).flatMap((conflict) => conflict.sources),
    ]),
    ...[...termbase.otherMeanings.values()].flat().flatMap(({ sources }) => sources ?? []),
  ]);
  return [...termbase.sources.values()].filter(({ id }) => !used.has(id)).map(({ id, title }) => `${id}: ${title}`);
}

function canRaise({ to, terms }: Name): boolean {
  return to !== undefined || terms.some(({ status }) => status === 'deprecated');
}

function lacksExamples({ examples }: Name): boolean {
  return !examples?.flag?.length || !examples.allow?.length;
}

function kindRows(): readonly [string, ...number[]][] {
  const kinds = [...new Set([...termbase.concepts.values()].map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const terms = termbase.terms.filter(({ entry, suffix }) => entry.concept.kind === kind && suffix === '');
    const right = terms.filter(({ status }) => status !== 'deprecated');
    return [
      kind,
      [...termbase.concepts.values()].filter((concept) => concept.kind === kind).length,
      ...LANGS.map((lang) => right.filter((term) => term.lang === lang).length),
      terms.length - right.length,
    ];
  });
}

function sectionRows(): readonly [string, ...number[]][] {
  return SECTIONS.map((section) => {
    const own = facts.filter((fact) => fact.section === section);
    return [
      section,
      own.length,
      ...LANGS.map((lang) => own.filter(({ statement }) => statement[lang] !== undefined).length),
      own.filter(hasTwoSources).length,
      own.filter(({ confidence }) => confidence === 'C').length,
      own.filter(hasConflict).length,
    ];
  });
}

function hasTwoSources({ sources }: Fact): boolean {
  return sources.length > 1;
}

function hasConflict({ conflicts }: Fact): boolean {
  return (conflicts ?? []).length > 0;
}

function marked(mark: Fact['confidence']): number {
  return facts.filter(({ confidence }) => confidence === mark).length;
}

function report(title: string, lines: readonly string[]): void {
  if (title !== WRONG && !values.lists) {
    console.log(`${title}: ${lines.length}`);
    return;
  }
  console.log(`\n${title}: ${lines.length === 0 ? 'none' : lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
  if (!values.lists) console.log();
}

function table(title: string, columns: readonly string[], rows: readonly [string, ...number[]][]): void {
  if (!values.lists) return;
  const widths = columns.map((column) => Math.max(column.length, 6) + 2);
  console.log(`\n${title}\n${' '.repeat(34)}${columns.map((column, i) => column.padStart(widths[i]!)).join('')}`);
  for (const [label, ...numbers] of rows)
    console.log(`  ${label.padEnd(32)}${numbers.map((number, i) => String(number).padStart(widths[i]!)).join('')}`);
}

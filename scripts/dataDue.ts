// Lists the facts to look at, with the addresses of their sources: the work list of docs/keeping-current.md.
//
//   npx tsx scripts/dataDue.ts [--on DATE] [--subject ID]
//
// `--on` is the day for which facts are due, today by default; `--subject` lists the facts of one concept only.
import { parseArgs } from 'node:util';
import { builtinTermbase } from '../src/core/termbase/builtin';
import { DATE_FORM } from '../src/core/termbase/dates';
import { dueFacts, type Due } from './dueFacts';

const { values } = parseArgs({ options: { on: { type: 'string', default: today() }, subject: { type: 'string' } } });
const { on: day, subject } = values;
if (!DATE_FORM.test(day) || day.length !== 10) throw new Error('--on takes a day, such as 2027-01-15');
const termbase = builtinTermbase();
if (subject !== undefined && !termbase.concepts.has(subject)) throw new Error(`There is no concept "${subject}".`);

const KINDS: Readonly<Record<Due['kind'], string>> = {
  passed: 'Announcements whose day has come: what happened?',
  value: 'Counts of the year before last or earlier: is there a newer value?',
  compare: 'Facts last compared with their sources more than a year ago',
};

const due = dueFacts(termbase.facts.values(), day).filter(
  ({ fact }) => subject === undefined || fact.subject === subject,
);
for (const kind of ['passed', 'value', 'compare'] as const) {
  const facts = due.filter((each) => each.kind === kind).map(({ fact }) => fact);
  console.log(`\n${KINDS[kind]}: ${facts.length === 0 ? 'none' : facts.length}`);
  for (const { id, asOf, from, reviewed, statement, sources } of facts) {
    console.log(`  ${id} (${asOf ?? from ?? '–'}, compared ${reviewed ?? 'never'}): ${statement.en}`);
    for (const source of sources) console.log(`      ${addressOf(source)}`);
  }
}

function addressOf(id: string): string {
  const source = termbase.sources.get(id);
  return source?.URL ?? [source?.title ?? id, source?.number].filter((part) => part !== undefined).join(', ');
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

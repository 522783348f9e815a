import { checkedOn } from '../../core/citation/reference';
import { factDate, factsBySection, localText } from '../../core/describe/facts';
import { longDate } from '../../core/describe/dates';
import { jsonFact, resolved } from '../../core/describe/json';
import { findFacts } from '../../core/search/search';
import type { Wording } from '../../core/describe/wording';
import type { Lang } from '../../core/document';
import type { Fact, Section, Source } from '../../core/termbase/concept';
import type { Termbase } from '../../core/termbase/termbase';
import type { FactsCommand } from '../arguments';
import { openOwnTermbase } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { printable, styleFor, type Style } from '../style';
import { wordingIn } from '../../core/describe/wordings';

/** Prints the facts that match a query, best first, by section; without a query, all facts. */
export async function runFacts(
  { query, format, lang, termbases }: FactsCommand,
  invocation: Invocation,
): Promise<ExitCode> {
  const { stdout, stderr, env } = invocation;
  const { termbase, failed } = await openOwnTermbase(termbases, invocation);
  const wording = wordingIn(lang);
  const found = findFacts(termbase, query, lang);
  const { facts, corrected } = found;
  const bySection = query.trim() === '' ? factsBySection(termbase) : sectioned(facts);
  if (format === 'json') {
    stdout.write(
      `${JSON.stringify({ version: 1, facts: bySection.flatMap(([, each]) => each.map((fact) => jsonFact(termbase, fact))) })}\n`,
    );
  } else {
    const style = styleFor(stdout, env);
    if (found.kind === 'guess') stdout.write(`${GUESS}\n\n`);
    for (const [section, each] of bySection) {
      stdout.write(`${style.bold(wording.sections[section])}\n\n`);
      for (const fact of each) stdout.write(`${factText(termbase, fact, lang, style)}\n`);
    }
  }
  stderr.write(correctionText(corrected));
  if (failed) return 2;
  if (facts.length > 0) return 0;
  const near = found.kind === 'nothing' && found.near.length > 0 ? ` Nearest names: ${found.near.join(', ')}.` : '';
  stderr.write(`${printable(`No fact found for "${query}".${near}`)}\n`);
  return 1;
}

/** Precedes facts that contain only most of what was asked. */
export const GUESS = 'The record has no exact answer. The nearest:';

/** The words of a query that were taken for misspellings, one per line. */
export function correctionText(corrected: ReadonlyMap<string, readonly string[]>): string {
  return [...corrected]
    .map(
      ([word, alike]) =>
        printable(`Nothing has the word "${word}"; searched for ${alike.map((each) => `"${each}"`).join(' or ')}.`) +
        '\n',
    )
    .join('');
}

/** Groups facts by section, in the order in which the sections first occur. */
function sectioned(facts: readonly Fact[]): readonly (readonly [Section, readonly Fact[]])[] {
  return [...new Set(facts.map(({ section }) => section))].map((section) => [
    section,
    facts.filter((fact) => fact.section === section),
  ]);
}

/** A fact in a few lines: the statement, its date, conflicting values, the sources. */
export function factText(termbase: Termbase, fact: Fact, lang: Lang, style: Style): string {
  const wording = wordingIn(lang);
  const rows = [`  ${printable(localText(fact.statement, lang))}`];
  const date = [factDate(fact, wording), checkedOn(fact, lang)].filter(Boolean).join(', ');
  const doubt = fact.confidence === 'C' ? wording.confidence.C : '';
  if (date || doubt) rows.push(`    ${style.dim(printable([date, doubt].filter(Boolean).join('. ')))}`);
  for (const { value, sources, verdict } of fact.conflicts ?? []) {
    const who = sources.map((id) => termbase.sources.get(id)?.title ?? id).join('; ');
    rows.push(`    ${printable(`${wording.othersSay(String(value), who)} ${localText(verdict, lang)}`)}`);
  }
  if (fact.note) rows.push(`    ${printable(localText(fact.note, lang))}`);
  const label = wording.labelled(wording.sources, '');
  resolved(termbase, fact.sources).forEach((source, i) => {
    rows.push(
      `    ${style.dim(`${i === 0 ? label : ' '.repeat(label.length)}${printable(sourceText(source, wording))}`)}`,
    );
  });
  return `${rows.join('\n')}\n`;
}

function sourceText({ title, publisher, number, issued, URL }: Source, wording: Wording): string {
  const details = [title, publisher, number, issued && longDate(issued, wording)].filter(Boolean).join(', ');
  return `${details}${URL ? ` <${URL}>` : ''}`;
}

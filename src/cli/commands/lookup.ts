import { longPeriod } from '../../core/describe/dates';
import { factTime, localText } from '../../core/describe/facts';
import { insteadOf } from '../../core/describe/instead';
import { factsOn } from '../../core/describe/json';
import { matchesOf, type Match } from '../../core/describe/matches';
import { recordOf } from '../../core/describe/sameAs';
import { fullLabel, succession } from '../../core/describe/succession';
import { LANGS } from '../../core/document';
import type { Termbase } from '../../core/termbase/termbase';
import type { LookupCommand } from '../arguments';
import { openOwnTermbase } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { printable, styleFor, type Style } from '../style';
import { jsonLookUp } from '../../core/search/json';
import { searchIn, type Found } from '../../core/search/search';
import { compareDates } from '../../core/termbase/dates';
import { correctionText, factText, GUESS } from './facts';
import { wordingIn } from '../../core/describe/wordings';

/**
 * Prints what the termbase contains about a term: the concepts with this term, their names over time, and the facts.
 */
export async function runLookup(
  { term, format, lang, termbases }: LookupCommand,
  invocation: Invocation,
): Promise<ExitCode> {
  const { stdout, stderr, env } = invocation;
  const { termbase, failed } = await openOwnTermbase(termbases, invocation);
  const matches = matchesOf(termbase, term);
  // A question is not a name; the search results answer it.
  const found = matches.length === 0 ? searchIn(termbase, lang).find(term) : undefined;
  if (format === 'json') {
    stdout.write(`${JSON.stringify({ version: 1, ...jsonLookUp(termbase, term, lang) })}\n`);
  } else {
    const style = styleFor(stdout, env);
    stdout.write(
      found
        ? foundText(termbase, found, lang, style)
        : matches.map((each) => matchText(termbase, each, lang, style)).join('\n'),
    );
  }
  if (found) stderr.write(correctionText(found.corrected));
  if (failed) return 2;
  if (found?.kind !== 'nothing') return 0;
  const near = found.near.length > 0 ? ` Nearest names: ${found.near.join(', ')}.` : '';
  stderr.write(`${printable(`Nothing found for "${term}".${near}`)}\n`);
  return 1;
}

/** The best results of a search: names on one line, facts as `facts` prints them. */
function foundText(termbase: Termbase, found: Found, lang: LookupCommand['lang'], style: Style): string {
  const listed = found.rows.slice(0, MAX_FACTS).map(({ entry, older }) => {
    if (entry.kind === 'fact') return factText(termbase, entry.fact, lang, style) + olderText(older, style);
    const name = `${style.bold(printable(entry.label))}  ${style.dim(printable(entry.description))}`;
    return `  ${name}\n    ${printable(entry.detail)}\n`;
  });
  const more = found.rows.length - listed.length;
  const head = found.kind === 'guess' ? `${GUESS}\n\n` : '';
  return head + listed.join('\n') + (more > 0 ? `\n  ${more} more\n` : '');
}

/** "33 other values, 1951-12 to 2025" */
function olderText(older: Found['rows'][number]['older'], style: Style): string {
  const times = older.flatMap((entry) => (entry.kind === 'fact' ? [factTime(entry.fact)] : [])).sort(compareDates);
  if (times.length === 0) return '';
  const period = times.length === 1 ? times[0]! : `${times[0]!} to ${times.at(-1)!}`;
  return `    ${style.dim(`${times.length} other ${times.length === 1 ? 'value' : 'values'}: ${period}`)}\n`;
}

const MAX_FACTS = 12;

function matchText(termbase: Termbase, { concept, terms }: Match, lang: LookupCommand['lang'], style: Style): string {
  const wording = wordingIn(lang);
  const current = concept.names.at(-1);
  const title = (current && fullLabel(termbase, current.id, lang)) ?? concept.id;
  const rows = [
    `${style.bold(printable(title))}: ${wording.kinds[concept.kind]}`,
    `  ${printable(localText(concept.definition, lang))}`,
    '',
  ];
  for (const term of terms) {
    const instead = insteadOf(termbase, term);
    const because = instead.length > 0 ? ` ${localText(term.entry.name.because, lang)}` : '';
    rows.push(
      `  ${printable(`"${term.text}": ${term.status}${instead.length > 0 ? `, write ${instead.join(' or ')}` : ''}.${because}`)}`,
    );
  }
  if (terms.length > 0) rows.push('');
  const steps = succession(termbase, concept, lang, wording);
  if (steps.length > 1)
    rows.push(
      `  ${printable(steps.map(({ label, period }) => (period ? `${label} (${period})` : label)).join(' → '))}`,
      '',
    );
  for (const name of concept.names) {
    const period = longPeriod(name.from, name.to, wording);
    if (period) rows.push(`  ${style.dim(printable(period))}`);
    for (const each of LANGS) {
      const texts = [...right(termbase, name.id, each)];
      if (texts.length > 0) rows.push(`    ${each}  ${printable(texts.join('; '))}`);
    }
  }
  if (concept.sameAs) rows.push('');
  for (const address of concept.sameAs ?? []) {
    rows.push(`  ${printable(wording.labelled(`${wording.sameAs} ${recordOf(address)}`, address))}`);
  }
  const facts = factsOn(termbase, concept);
  if (facts.length > 0) rows.push('');
  for (const fact of facts.slice(0, MAX_FACTS)) rows.push(factText(termbase, fact, lang, style).trimEnd());
  if (facts.length > MAX_FACTS)
    rows.push(`  ${facts.length - MAX_FACTS} more: migration-terms facts ${printable(concept.id)}`);
  return `${rows.join('\n').trimEnd()}\n`;
}

/** The correct designations in a language, the official ones first. */
function right(termbase: Termbase, nameId: string, lang: string): Set<string> {
  const terms = termbase.terms.filter(
    (term) => term.entry.name.id === nameId && term.lang === lang && term.status !== 'deprecated',
  );
  return new Set([...terms.filter(({ status }) => status !== 'admitted'), ...terms].map(({ text }) => text));
}

import { longDate } from '../../core/wording/dates';
import { factsBySection, factTime } from '../../core/describe/facts';
import { factsOn, jsonFact } from '../../core/describe/json';
import { factsOfPeriod, matchesOf, type Match } from '../../core/describe/matches';
import { wordingIn } from '../../core/describe/wordings';
import type { Lang } from '../../core/document';
import { fill, fillCounted } from '../../core/wording/fill';
import { jsonLookUp } from '../../core/search/json';
import { searchIn, type Found } from '../../core/search/search';
import type { Fact } from '../../core/termbase/concept';
import { compareDates } from '../../core/termbase/dates';
import type { Termbase } from '../../core/termbase/termbase';
import type { LookupCommand } from '../arguments';
import { conceptText } from '../conceptText';
import { factText } from '../factText';
import { openOwnTermbase } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { printable, styleFor, type Style } from '../style';

/**
 * Prints what the termbase contains about a name, or what answers a question; without a query, all facts. Text shows
 * the first results unless `all` is set; JSON contains every fact that was found.
 */
export async function runLookup(
  { query, all, format, lang, termbases }: LookupCommand,
  invocation: Invocation,
): Promise<ExitCode> {
  const { stdout, stderr, env } = invocation;
  const { termbase, failed } = await openOwnTermbase(termbases, invocation);
  const found = searchIn(termbase, lang).find(query);
  const matches = matchesOf(termbase, query);
  if (format === 'json') {
    stdout.write(`${JSON.stringify({ version: 1, ...foundJson(termbase, query, lang) })}\n`);
  } else {
    const style = styleFor(stdout, env);
    const most = all ? Infinity : MOST_RESULTS;
    stdout.write(
      query.trim() === ''
        ? allFactsText(termbase, lang, style)
        : matches.length > 0
          ? matches
              .map((each) => conceptText(termbase, each, factsFor(termbase, each, found, most), lang, style, all))
              .join('\n')
          : foundText(termbase, found, lang, style, most),
    );
  }
  if (matches.length === 0) stderr.write(correctionText(found.corrected, lang));
  if (failed) return 2;
  if (matches.length > 0 || found.kind !== 'nothing') return 0;
  stderr.write(`${printable(fill(wordingIn(lang).lookUp.nothing, { query, near: found.near.join(', ') }))}\n`);
  return 1;
}

const MOST_RESULTS = 12;

/** As {@link jsonLookUp}; without a query, all facts. */
function foundJson(termbase: Termbase, query: string, lang: Lang) {
  if (query.trim() !== '') return jsonLookUp(termbase, query, lang);
  const facts = factsBySection(termbase).flatMap(([, each]) => each.map((fact) => jsonFact(termbase, fact)));
  return { matches: [], found: 'answer', rows: [], facts };
}

/** The facts on a former name are those of its time, on any other the newest of each series; otherwise all. */
function factsFor(termbase: Termbase, { concept, terms }: Match, { rows }: Found, most: number): readonly Fact[] {
  const all = factsOn(termbase, concept);
  if (most === Infinity) return all;
  const best = rows.flatMap(({ entry }) => (entry.kind === 'fact' && all.includes(entry.fact) ? [entry.fact] : []));
  return (factsOfPeriod(termbase, terms) ?? (best.length > 0 ? best : all)).slice(0, most);
}

function allFactsText(termbase: Termbase, lang: Lang, style: Style): string {
  const { sections } = wordingIn(lang);
  return factsBySection(termbase)
    .map(
      ([section, facts]) =>
        `${style.bold(sections[section])}\n\n${facts.map((fact) => `${factText(termbase, fact, lang, style)}\n`).join('')}`,
    )
    .join('');
}

/** The words of a query that were taken for misspellings, one per line. */
function correctionText(corrected: Found['corrected'], lang: Lang): string {
  const { lookUp } = wordingIn(lang);
  const listed = (alike: readonly string[]) => alike.map((word) => fill(lookUp.alike, { word })).join(lookUp.or);
  return [...corrected]
    .map(([word, alike]) => `${printable(fill(lookUp.corrected, { word, alike: listed(alike) }))}\n`)
    .join('');
}

/** Names on one line, facts with sources and dates; all values of a series only if everything is printed. */
function foundText(termbase: Termbase, { kind, rows }: Found, lang: Lang, style: Style, most: number): string {
  const all = most === Infinity;
  const listed = rows.slice(0, most).flatMap(({ entry, older }) =>
    (all ? [entry, ...older] : [entry]).map((each) => {
      if (each.kind === 'fact')
        return factText(termbase, each.fact, lang, style, all) + (all ? '' : olderText(older, lang, style));
      const name = `${style.bold(printable(each.label))}  ${style.dim(printable(each.description))}`;
      return `  ${name}\n    ${printable(each.detail)}\n`;
    }),
  );
  const { lookUp } = wordingIn(lang);
  const head = kind === 'guess' ? `${printable(lookUp.guess)}\n\n` : '';
  const more =
    rows.length > most ? `\n  ${printable(fill(lookUp.more, { count: rows.length - most, option: '--all' }))}\n` : '';
  return head + listed.join('\n') + more;
}

/** "33 other values, 1951-12 to 2025" */
function olderText(older: Found['rows'][number]['older'], lang: Lang, style: Style): string {
  const wording = wordingIn(lang);
  const times = older.flatMap((entry) => (entry.kind === 'fact' ? [factTime(entry.fact)] : [])).sort(compareDates);
  if (times.length === 0) return '';
  const [first, last] = [times[0]!, times.at(-1)!].map((time) => longDate(time, wording));
  return `    ${style.dim(printable(fillCounted(wording.lookUp.older, times.length, lang, { first, last })))}\n`;
}

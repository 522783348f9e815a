import { longPeriod } from '../core/wording/dates';
import { localText } from '../core/describe/facts';
import { insteadOf } from '../core/describe/instead';
import { factsOn } from '../core/describe/json';
import type { Match } from '../core/describe/matches';
import { recordOf } from '../core/describe/sameAs';
import { fullLabel, succession } from '../core/describe/succession';
import { wordingIn } from '../core/describe/wordings';
import { LANGS, type Lang } from '../core/document';
import type { Fact } from '../core/termbase/concept';
import type { Termbase } from '../core/termbase/termbase';
import { fill } from '../core/wording/fill';
import { factText } from './factText';
import { printable, type Style } from './style';

/**
 * A concept: whether its matching terms may be used, its names over time in each language, and the facts given. `all`
 * shows the errors of others.
 */
export function conceptText(
  termbase: Termbase,
  { concept, terms }: Match,
  facts: readonly Fact[],
  lang: Lang,
  style: Style,
  all: boolean,
): string {
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
  if (facts.length > 0) rows.push('');
  for (const fact of facts) rows.push(factText(termbase, fact, lang, style, all).trimEnd());
  const more = factsOn(termbase, concept).length - facts.length;
  if (more > 0) rows.push(`  ${printable(fill(wording.lookUp.more, { count: more, option: `--all ${concept.id}` }))}`);
  return `${rows.join('\n').trimEnd()}\n`;
}

/** The correct designations in a language, the official ones first. */
function right(termbase: Termbase, nameId: string, lang: string): Set<string> {
  const terms = termbase.terms.filter(
    (term) => term.entry.name.id === nameId && term.lang === lang && term.status !== 'deprecated',
  );
  return new Set([...terms.filter(({ status }) => status !== 'admitted'), ...terms].map(({ text }) => text));
}

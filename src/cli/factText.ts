import { longDate } from '../core/wording/dates';
import { factTextOf } from '../core/describe/facts';
import { wordingIn, type Wording } from '../core/describe/wordings';
import type { Lang } from '../core/document';
import type { Fact, Source } from '../core/termbase/concept';
import { disagreements } from '../core/termbase/disagreements';
import type { Termbase } from '../core/termbase/termbase';
import { printable, type Style } from './style';

/** A fact in a few lines: statement, date, conflicting values, sources. `all` shows the errors of others. */
export function factText(termbase: Termbase, fact: Fact, lang: Lang, style: Style, all = false): string {
  const wording = wordingIn(lang);
  const shown = all ? fact.conflicts : disagreements(fact);
  const { statement, date, conflicts, note, confidence, sources } = factTextOf(termbase, fact, lang, shown);
  const rows = [`  ${printable(statement)}`];
  const doubt = fact.confidence === 'C' ? confidence : '';
  if (date || doubt) rows.push(`    ${style.dim(printable([date, doubt].filter(Boolean).join('. ')))}`);
  for (const line of [...conflicts, note].filter(Boolean)) rows.push(`    ${printable(line)}`);
  const label = wording.labelled(wording.sources, '');
  sources.forEach((source, i) => {
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

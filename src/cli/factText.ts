import { checkedOn } from '../core/citation/reference';
import { longDate } from '../core/describe/dates';
import { factDate, localText } from '../core/describe/facts';
import { resolved } from '../core/describe/json';
import type { Wording } from '../core/describe/wording';
import { wordingIn } from '../core/describe/wordings';
import type { Lang } from '../core/document';
import type { Fact, Source } from '../core/termbase/concept';
import { disagreements } from '../core/termbase/disagreements';
import type { Termbase } from '../core/termbase/termbase';
import { printable, type Style } from './style';

/** A fact in a few lines: statement, date, conflicting values, sources. `all` shows the errors of others. */
export function factText(termbase: Termbase, fact: Fact, lang: Lang, style: Style, all = false): string {
  const wording = wordingIn(lang);
  const rows = [`  ${printable(localText(fact.statement, lang))}`];
  const date = [factDate(fact, wording), checkedOn(fact, lang)].filter(Boolean).join(', ');
  const doubt = fact.confidence === 'C' ? wording.confidence.C : '';
  if (date || doubt) rows.push(`    ${style.dim(printable([date, doubt].filter(Boolean).join('. ')))}`);
  for (const { value, sources, verdict } of all ? (fact.conflicts ?? []) : disagreements(fact)) {
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

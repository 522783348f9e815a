import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { Card } from './card';
import { factDate, factLabel, propertyLabel, sourceList } from './facts';
import { subjectLabel } from './lookUp';
import { escapeMarkdown } from './markdown';
import type { Step } from './succession';
import { wordingIn, type Wording } from './wording';

/** A {@link Card} as Markdown without HTML; `brief` leaves out languages, facts and sources. */
export function cardMarkdown(termbase: Termbase, card: Card, detail: 'full' | 'brief'): string {
  const wording = wordingIn(card.lang);
  const blocks = [`**${escapeMarkdown(card.title)}** — ${escapeMarkdown(card.definition)}`];
  const names = card.succession.map((step) => stepMarkdown(step, card, wording)).join(' → ');
  const lines = [escapeMarkdown(card.standing), names].filter((line) => line !== '');
  if (lines.length > 0) blocks.push(lines.join('  \n'));
  if (detail === 'full') {
    if (card.otherLanguages.length > 0) {
      blocks.push(card.otherLanguages.map(({ lang, text }) => wording.labelled(wording.languages[lang], escapeMarkdown(text))).join('  \n'));
    }
    const facts = card.facts.map((fact) => {
      const date = factDate(fact, wording);
      const label = card.kind === 'person' ? postLabel(termbase, fact, card) : factLabel(fact, wording);
      return `- ${escapeMarkdown(label)}${date === '' ? '' : ` (${escapeMarkdown(date)})`}`;
    });
    if (facts.length > 0) blocks.push(facts.join('\n'));
  }
  if (card.why !== undefined) blocks.push(`*${escapeMarkdown(card.why)}*`);
  // Three are enough to trust the card, best those that can be opened; the facts view has them all.
  const canOpen = (id: string) => Number(termbase.sources.get(id)?.URL !== undefined);
  const best = [...card.sources].sort((a, b) => canOpen(b) - canOpen(a)).slice(0, 3);
  const sources = detail === 'full' ? sourceList(termbase, best, wording) : '';
  if (sources !== '') blocks.push(sources);
  return blocks.join('\n\n');
}

/** “IOM: Director General” */
function postLabel(termbase: Termbase, fact: Fact, { lang }: Card): string {
  const wording = wordingIn(lang);
  return lang === 'en' ? wording.labelled(subjectLabel(termbase, fact, lang), propertyLabel(fact.property, wording)) : factLabel(fact, wording);
}

/** The name at hand in bold; at the name of the year that the sentence speaks of, that year. */
function stepMarkdown({ nameId, label, period }: Step, card: Card, wording: Wording): string {
  const name = nameId === card.nameId ? `**${escapeMarkdown(label)}**` : escapeMarkdown(label);
  const then = card.then?.nameId === nameId ? `**${escapeMarkdown(wording.spokenOf(card.then.year))}**` : '';
  const notes = [period, then].filter((note) => note !== '');
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`;
}

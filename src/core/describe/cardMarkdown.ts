import type { Termbase } from '../termbase/termbase';
import type { Card } from './card';
import { factDate, factLabel, sourceList } from './facts';
import { escapeMarkdown } from './markdown';
import type { Step } from './succession';
import { wordingIn } from './wording';

/** A {@link Card} as Markdown without HTML; `brief` leaves out languages, facts and sources. */
export function cardMarkdown(termbase: Termbase, card: Card, detail: 'full' | 'brief'): string {
  const wording = wordingIn(card.lang);
  const blocks = [`**${escapeMarkdown(card.title)}** — ${escapeMarkdown(card.definition)}`];
  if (card.standing !== '' && card.succession.length === 0) blocks.push(escapeMarkdown(card.standing));
  if (card.succession.length > 0) {
    blocks.push(card.succession.map((step) => stepMarkdown(step, step.nameId === card.nameId)).join(' → '));
  }
  if (detail === 'full') {
    if (card.otherLanguages.length > 0) {
      blocks.push(card.otherLanguages.map(({ lang, text }) => `${wording.languages[lang]}: ${escapeMarkdown(text)}`).join('  \n'));
    }
    const facts = card.facts.map((fact) => {
      const date = factDate(fact, wording);
      return `- ${escapeMarkdown(factLabel(fact, wording))}${date === '' ? '' : ` (${escapeMarkdown(date)})`}`;
    });
    if (facts.length > 0) blocks.push(facts.join('\n'));
  }
  if (card.why !== undefined) blocks.push(`*${escapeMarkdown(card.why)}*`);
  // Three are enough to trust the card; the facts view has them all.
  const sources = detail === 'full' ? sourceList(termbase, card.sources.slice(0, 3), wording) : '';
  if (sources !== '') blocks.push(sources);
  return blocks.join('\n\n');
}

function stepMarkdown({ label, period }: Step, atHand: boolean): string {
  const name = atHand ? `**${escapeMarkdown(label)}**` : escapeMarkdown(label);
  return period === '' ? name : `${name} (${period})`;
}

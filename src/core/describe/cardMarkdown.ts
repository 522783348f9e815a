import { citable } from '../citation/citable';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { Card } from './card';
import { factDate, factLabel, factValue, localText } from './facts';
import { escapeMarkdown, markdownLink } from './markdown';
import { recordOf } from './sameAs';
import { sourceList, sourcesWith } from './sources';
import type { Step } from './succession';
import { wordingIn, type Wording } from './wordings';

/**
 * Renders a {@link Card} as Markdown without HTML. For a finding, which the editor shows itself, it begins with the
 * available actions (`links`) and the reason. For a right name it begins with what it is: the official form, the
 * definition and the line of names, and ends with the actions and, if it is not obvious, why there is no finding.
 * `brief` has one fact of the time in question; `full` adds the other languages, further facts, the sources, and links
 * to the same concept in other databases.
 */
export function cardMarkdown(termbase: Termbase, card: Card, detail: 'full' | 'brief', links = ''): string {
  const wording = wordingIn(card.lang);
  const isFinding = card.why === undefined;
  const isBrief = detail === 'brief';
  const blocks = isFinding ? [links, escapeMarkdown(card.because)] : [];
  const title = `**${escapeMarkdown(card.title)}**`;
  const names = card.succession.map((step) => stepMarkdown(step, card, wording)).join(' → ');
  const heading = isFinding && isBrief && names !== '' ? title : `${title} — ${escapeMarkdown(card.definition)}`;
  blocks.push(
    [heading, isBrief && names !== '' ? '' : escapeMarkdown(card.validity), names]
      .filter((line) => line !== '')
      .join('  \n'),
  );
  if (!isBrief && card.otherLanguages.length > 0) {
    blocks.push(otherLanguagesOf(card, wording).map(escapeMarkdown).join('  \n'));
  }
  const shown = !isBrief ? card.facts : isFinding ? [] : factBeyond(card, wording);
  const facts = shown.map((fact) => `- ${escapeMarkdown(factLine(fact, card))}`);
  if (facts.length > 0) blocks.push(facts.join('\n'));
  // Two sources are enough to trust the card; the facts view lists all.
  const sources = isBrief ? '' : sourceList(citable(sourcesWith(termbase, card.sources)), wording);
  if (sources !== '') blocks.push(sources);
  if (!isBrief && card.sameAs.length > 0) {
    blocks.push(
      wording.labelled(
        wording.sameAs,
        card.sameAs.map((address) => markdownLink(recordOf(address), address)).join(' · '),
      ),
    );
  }
  if (!isFinding) blocks.push(links, card.why === '' ? '' : `*${escapeMarkdown(card.why!)}*`);
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** “French: Organisation internationale pour les migrations (OIM)” */
export function otherLanguagesOf({ otherLanguages }: Card, wording: Wording): readonly string[] {
  return otherLanguages.map(({ lang, text }) => wording.labelled(wording.languages[lang], text));
}

/** The first fact that the definition does not state; that of a person states their posts. */
function factBeyond({ kind, definition, facts }: Card, wording: Wording): readonly Fact[] {
  if (kind === 'person') return [];
  return facts.filter((fact) => !definition.includes(factValue(fact, wording))).slice(0, 1);
}

/** “Member States: 175 (as of December 2025)”; a post of a person as a sentence, with its title at that time. */
export function factLine(fact: Fact, { kind, lang }: Card): string {
  if (kind === 'person') return localText(fact.statement, lang);
  const wording = wordingIn(lang);
  const date = factDate(fact, wording);
  return `${factLabel(fact, wording)}${date === '' ? '' : ` (${date})`}`;
}

/** The name of the mention is bold; the name that was valid in the year of the sentence shows that year. */
function stepMarkdown({ nameId, label, period }: Step, card: Card, wording: Wording): string {
  const name = nameId === card.nameId ? `**${escapeMarkdown(label)}**` : escapeMarkdown(label);
  const then = card.then?.nameId === nameId ? `**${escapeMarkdown(wording.spokenOf(card.then.year))}**` : '';
  const notes = [period, then].filter((note) => note !== '');
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`;
}

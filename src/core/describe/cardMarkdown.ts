import { citable } from '../citation/citable';
import { quoted } from '../citation/reference';
import type { Allowed, Finding, JudgedAs } from '../finding';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { Card } from './card';
import { longDate } from './dates';
import { factDate, factLabel, factValue, propertyLabel, sourceList } from './facts';
import { subjectLabel } from './lookUp';
import { escapeMarkdown, markdownLink } from './markdown';
import { recordOf } from './sameAs';
import type { Step } from './succession';
import { textTimeLine } from './textTime';
import type { Wording } from './wording';
import { wordingIn } from './wordings';

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
    blocks.push(
      card.otherLanguages
        .map(({ lang, text }) => wording.labelled(wording.languages[lang], escapeMarkdown(text)))
        .join('  \n'),
    );
  }
  const shown = !isBrief ? card.facts : isFinding ? [] : factBeyond(card, wording);
  const facts = shown.map((fact) => {
    const date = factDate(fact, wording);
    const label = card.kind === 'person' ? postLabel(termbase, fact, card) : factLabel(fact, wording);
    return `- ${escapeMarkdown(label)}${date === '' ? '' : ` (${escapeMarkdown(date)})`}`;
  });
  if (facts.length > 0) blocks.push(facts.join('\n'));
  // Two sources are enough to trust the card; the facts view lists all.
  const sources = isBrief
    ? ''
    : sourceList(
        termbase,
        citable(card.sources.flatMap((id) => termbase.sources.get(id) ?? [])).map(({ id }) => id),
        wording,
      );
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

/**
 * Renders everything known about a mention as a page: the verdict with its reason, where a remark comes from, the time
 * of the text, the fixes, then the full card.
 */
export function explanationMarkdown(
  termbase: Termbase,
  mention: Finding | Allowed,
  card: Card,
  judgedAs?: JudgedAs,
  reviewed?: Reviewed,
): string {
  const verdict = 'rule' in mention ? [`**${escapeMarkdown(mention.message)}**`] : [];
  const evidence =
    'rule' in mention
      ? mention.evidence.map(({ text }) => quoted(escapeMarkdown(text.replace(/\s+/g, ' ').trim()), card.lang))
      : [];
  const fixes = 'rule' in mention ? mention.fixes.map(({ title }) => `- ${escapeMarkdown(title)}`) : [];
  const blocks = [
    `# ${escapeMarkdown(mention.text.replace(/\s+/g, ' ').trim())}`,
    ...verdict,
    ...('rule' in mention && mention.by && reviewed ? reviewedMarkdown(termbase, mention, card, reviewed) : []),
    evidence.length === 0 ? '' : wordingIn(card.lang).decidedBy(evidence.join(', ')),
    judgedAs === undefined ? '' : escapeMarkdown(textTimeLine(judgedAs, wordingIn(card.lang))),
    fixes.join('\n'),
    cardMarkdown(termbase, card, 'full'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What a page says of the review that reported a mention. */
export interface Reviewed {
  /** The sentence of the mention, as in the text, and the offset at which it begins. */
  readonly sentence: { readonly text: string; readonly start: number };
  /** The day of the review: `YYYY-MM-DD`. */
  readonly day: string;
}

/** The sentence with the mention in bold, the sources of the fact, and who read it when. */
function reviewedMarkdown(
  termbase: Termbase,
  { start, end, by, sources }: Finding,
  { lang }: Card,
  { sentence, day }: Reviewed,
): readonly string[] {
  const wording = wordingIn(lang);
  const escaped = (from: number, to: number): string =>
    escapeMarkdown(sentence.text.slice(from, to).replace(/\s+/g, ' '));
  const [from, to] = [start - sentence.start, end - sentence.start];
  return [
    `> ${escaped(0, from)}**${escaped(from, to)}**${escaped(to, sentence.text.length)}`,
    sourceList(
      termbase,
      sources.map(({ id }) => id),
      wording,
    ),
    escapeMarkdown(wording.foundBy(by!.reader, longDate(day, wording), by!.rules)),
  ];
}

/** The first fact that the definition does not state. */
function factBeyond({ definition, facts }: Card, wording: Wording): readonly Fact[] {
  return facts.filter((fact) => !definition.includes(factValue(fact, wording))).slice(0, 1);
}

/** “IOM: Director General” */
function postLabel(termbase: Termbase, fact: Fact, { lang }: Card): string {
  const wording = wordingIn(lang);
  return lang === 'en'
    ? wording.labelled(subjectLabel(termbase, fact, lang), propertyLabel(fact.property, wording))
    : factLabel(fact, wording);
}

/** The name of the mention is bold; the name that was valid in the year of the sentence shows that year. */
function stepMarkdown({ nameId, label, period }: Step, card: Card, wording: Wording): string {
  const name = nameId === card.nameId ? `**${escapeMarkdown(label)}**` : escapeMarkdown(label);
  const then = card.then?.nameId === nameId ? `**${escapeMarkdown(wording.spokenOf(card.then.year))}**` : '';
  const notes = [period, then].filter((note) => note !== '');
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`;
}

import { citable } from '../citation/citable';
import { joinLines } from '../citation/escapeText';
import { quoted } from '../citation/reference';
import type { Allowed, Finding, JudgedAs } from '../finding';
import type { Termbase } from '../termbase/termbase';
import { escapeXml } from '../xml';
import type { Card } from './card';
import { factLine, otherLanguagesOf } from './cardMarkdown';
import { longDate } from '../wording/dates';
import { fill } from '../wording/fill';
import { isWebAddress } from './markdown';
import { recordOf } from './sameAs';
import { sourceLines, sourcesWith, type SourceLine } from './sources';
import { textTimeLine } from './textTime';
import { wordingIn, type Wording } from './wordings';

/** Everything that is known about a mention: the card, and the text around it. */
export interface Explained {
  readonly mention: Finding | Allowed;
  readonly card: Card;
  readonly judgedAs: JudgedAs | undefined;
  /** Absent where no review reported the mention. */
  readonly reviewed: Reviewed | undefined;
  /** Whether the text has changed since, so that nothing is reported at the place any more. */
  readonly isGone: boolean;
}

/** What a page says of the review that reported a mention. */
export interface Reviewed {
  /** The sentence of the mention, as in the text, and the offset at which it begins. */
  readonly sentence: { readonly text: string; readonly start: number };
  /** The day of the review: `YYYY-MM-DD`. */
  readonly day: string;
}

/** The addresses of what can be done with a mention, in the front end that shows the page. */
export interface Actions {
  readonly fix: (title: string) => string;
  readonly ignoreHere: string;
  readonly ignore: string;
  readonly goTo: string;
  readonly rule: (rule: string) => string;
  readonly lookUp: (name: string) => string;
  readonly fact: (id: string) => string;
}

/** The body of a page: what is wrong, the fixes and other actions as links, why, the name, facts and sources. */
export function explanationHtml(termbase: Termbase, explained: Explained, actions: Actions): string {
  const { mention, card } = explained;
  const wording = wordingIn(card.lang);
  const finding = 'rule' in mention ? mention : undefined;
  return [
    `<h1>${escaped(quoted(onOneLine(mention.text), card.lang))}</h1>`,
    explained.isGone ? paragraph(wording.explanation.gone, 'gone') : '',
    finding ? paragraph(finding.message, `message ${finding.severity}`) : paragraph(card.why ?? '', 'message'),
    finding && !explained.isGone ? fixes(finding, actions) : '',
    `<p class="actions">${otherActions(explained, actions).join(' · ')}</p>`,
    section(wording.explanation.why, why(explained, wording)),
    section(card.title, name(card, wording)),
    section(wording.explanation.facts, facts(card, actions)),
    section(wording.sources, sources(termbase, explained)),
  ].join('\n');
}

function fixes({ fixes: all }: Finding, { fix }: Actions): string {
  const items = all.map(({ title }) => `<li>${link(title, fix(title))}</li>`);
  return items.length === 0 ? '' : `<ul class="fixes">${items.join('')}</ul>`;
}

function otherActions({ mention, card, isGone }: Explained, actions: Actions): readonly string[] {
  const { explanation, links } = wordingIn(card.lang);
  const ignore = [link(explanation.ignoreHere, actions.ignoreHere), link(explanation.ignore, actions.ignore)];
  return [
    ...('rule' in mention && !isGone ? ignore : []),
    link(explanation.goTo, actions.goTo),
    ...('rule' in mention ? [link(explanation.rule, actions.rule(mention.rule))] : []),
    link(links.lookUp, actions.lookUp(card.name)),
  ];
}

/** The reason, what decided, the time of the text and the reader. */
function why({ mention, card, judgedAs, reviewed }: Explained, wording: Wording): readonly string[] {
  if (!('rule' in mention)) return judgedAs === undefined ? [] : [paragraph(textTimeLine(judgedAs, wording))];
  const evidence = mention.evidence.map(({ text }) => quoted(onOneLine(text), card.lang));
  return [
    mention.by && reviewed ? passage(mention, reviewed) : '',
    paragraph(card.because),
    evidence.length === 0 ? '' : paragraph(fill(wording.decidedBy, { quoted: evidence.join(', ') })),
    judgedAs === undefined ? '' : paragraph(textTimeLine(judgedAs, wording)),
    mention.by && reviewed ? paragraph(foundBy(mention.by, reviewed, wording)) : '',
  ];
}

/** Who found a remark and when, and whether the rules found the same. */
function foundBy({ reader, rules }: NonNullable<Finding['by']>, { day }: Reviewed, wording: Wording): string {
  return fill(wording.foundBy, { reader, day: longDate(day, wording), also: rules ? wording.also : '' });
}

function passage({ start, end }: Finding, { sentence }: Reviewed): string {
  const [from, to] = [start - sentence.start, end - sentence.start];
  const { text } = sentence;
  const part = (a: number, b: number) => escaped(text.slice(a, b).replace(/\s+/g, ' '));
  return `<blockquote>${part(0, from)}<b>${part(from, to)}</b>${part(to, text.length)}</blockquote>`;
}

function name(card: Card, wording: Wording): readonly string[] {
  const steps = card.succession.map(({ nameId, label, period }) => {
    const isThis = nameId === card.nameId;
    const then = card.then?.nameId === nameId ? wording.spokenOf(card.then.year) : '';
    const notes = [period, then].filter((note) => note !== '').join('; ');
    const shown = isThis ? `<b>${escaped(label)}</b>` : escaped(label);
    return notes === '' ? shown : `${shown} (${escaped(notes)})`;
  });
  const records = card.sameAs.map((address) => link(recordOf(address), address));
  return [
    paragraph(card.definition),
    paragraph(card.validity),
    steps.length === 0 ? '' : `<p>${steps.join(' → ')}</p>`,
    ...otherLanguagesOf(card, wording).map((line) => paragraph(line)),
    records.length === 0 ? '' : `<p>${wording.labelled(escaped(wording.sameAs), records.join(' · '))}</p>`,
  ];
}

function facts(card: Card, actions: Actions): readonly string[] {
  const items = card.facts.map((fact) => `<li>${link(factLine(fact, card), actions.fact(fact.id))}</li>`);
  return items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`];
}

function sources(termbase: Termbase, { mention, card }: Explained): readonly string[] {
  const ids = [...('rule' in mention ? mention.sources.map(({ id }) => id) : []), ...card.sources];
  const item = ({ title, url, detail }: SourceLine) =>
    `<li>${link(title, url)}${detail === '' ? '' : `, ${escaped(detail)}`}</li>`;
  const lines = sourceLines(citable(sourcesWith(termbase, ids)), card.lang);
  return lines.length === 0 ? [] : [`<ul>${lines.map(item).join('')}</ul>`];
}

function section(title: string, content: readonly string[]): string {
  const shown = content.filter((block) => block !== '');
  return shown.length === 0 ? '' : `<section><h2>${escaped(title)}</h2>${shown.join('')}</section>`;
}

function paragraph(text: string, className?: string): string {
  return text === '' ? '' : `<p${className === undefined ? '' : ` class="${className}"`}>${escaped(text)}</p>`;
}

/** A link if the address is that of a command or a web page; otherwise the label alone. */
function link(label: string, address: string | undefined): string {
  if (address === undefined || !(address.startsWith('command:') || isWebAddress(address))) return escaped(label);
  return `<a href="${escapeXml(address)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return escapeXml(joinLines(text));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

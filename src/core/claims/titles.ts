import data from '../../../data/claims/claims.json';
import { phraseAt, type TokenRange } from '../context/phrases';
import { foldKey } from '../mentions/fold';
import type { Token } from '../reading/sentence';
import type { Claim } from './claim';
import type { Records } from './records';
import { firstWords, foldPhrases, foldWords, type SentenceView, type Subject } from './view';

const { subject: SUBJECT, fact: FACT } = data.headTitles;
const WRONG = data.headTitles.wrong.map(({ lang, titles, instead }) => ({ lang, titles: foldPhrases(titles), instead }));
const OTHERS = foldWords(data.headTitles.others);

export const TITLE_OPENERS = firstWords(...WRONG.map(({ titles }) => titles));

/** "IOM Secretary-General Amy Pope", "le président de l'OIM": a title that the head of the organization does not have. */
export function titleClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const fact = records.fact(FACT);
  if (!fact || !view.hasSubject(SUBJECT)) return [];
  const claims: Claim[] = [];
  for (const i of openings) {
    for (const { lang, titles, instead } of WRONG) {
      const title = lang === view.lang ? phraseAt(view.tokens, i, titles) : undefined;
      if (!title || !(view.subjectsOf(SUBJECT).some((body) => isHeadOf(view, title, body)) || isOfHead(view, title))) continue;
      const right = inCaseOf(instead, view.tokens.slice(title.first, title.next), lang);
      claims.push({
        ...view.span(title), lang: view.lang, concept: SUBJECT, facts: [fact.id], record: right, rule: 'fact-mismatch',
        certainty: 'certain', severity: 'warning', instead: [right], safe: !isSomebodyElse(view, title), evidence: [],
      });
    }
  }
  return claims;
}

/** Right behind the body's name, "IOM's president", or right before it, "president of IOM"; a deputy's title, or the head of a part of it, is another. */
function isHeadOf({ tokens }: SentenceView, title: TokenRange, body: Subject): boolean {
  if (body.mention.terms[0].status === 'superseded' || tokens.slice(Math.max(0, Math.min(title.first, body.first) - 2), title.first).some(({ folded }) => OTHERS.has(folded))) return false;
  if (body.next <= title.first) return tokens.slice(body.next, title.first).every(({ folded }, i) => (i === 0 ? folded === "'" : folded === 's')) && title.first - body.next <= 2;
  const between = tokens.slice(title.next, body.first);
  const isOf = between.length > 0 && between.length <= 4 && OF.test(between[0].folded) && between.every(({ folded }) => LINK.test(folded));
  const behind = tokens[body.next];
  return isOf && !(behind !== undefined && (behind.folded === "'" || /^\p{Lu}/u.test(behind.written)));
}

/** "la Présidente de l'Organisation, Amy Pope": one of our heads right behind shows which organization it is. */
function isOfHead(view: SentenceView, { next }: TokenRange): boolean {
  const { tokens } = view;
  const at = tokens.findIndex(({ written }, i) => i > next && i <= next + 4 && BODIES.has(foldKey(written)) && /^\p{Lu}/u.test(written));
  if (at < 0 || !OF.test(tokens[next].folded) || !tokens.slice(next, at).every(({ folded }) => LINK.test(folded))) return false;
  return view.isNamedAt(tokens[at + 1]?.folded === ',' ? at + 2 : at + 1, 'person');
}

const BODIES = foldWords(data.headTitles.bodies);
const OF = /^(?:of|de|du|d)$/;
const LINK = /^(?:of|de|du|d|the|la|l|')$/;

/** A name behind the title that is of none of our heads: then the body's name may be the slip. */
function isSomebodyElse(view: SentenceView, { next }: TokenRange): boolean {
  const behind = view.tokens[next];
  return behind !== undefined && /^\p{Lu}\p{Ll}/u.test(behind.written) && !view.isNamedAt(next, 'person');
}

/** "Director General" in English; elsewhere as the title was written: with capitals, with a first one, or without. One capital stands for all in Spanish. */
function inCaseOf(right: string, written: readonly Token[], lang: string): string {
  const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.written);
  if (!isCapital(written[0])) return right;
  const capitalized = (word: string): string => word[0].toUpperCase() + word.slice(1);
  return written.every(isCapital) && (written.length > 1 || lang === 'es') ? right.split(' ').map(capitalized).join(' ') : capitalized(right);
}

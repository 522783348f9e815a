import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../context/cues';
import { phraseAt, type TokenRange } from '../context/phrases';
import type { Token } from '../context/sentence';
import { tenseOf } from '../context/tense';
import type { Fact } from '../termbase/concept';
import type { Claim } from './claim';
import type { Records } from './records';
import { numberAt, writtenAs } from './numbers';
import { foldPhrases, foldWords, isOfAnother, type SentenceView, type Subject } from './view';

const COUNTS = data.counts.map((count) => ({ ...count, fixed: 'fixed' in count && count.fixed === true, units: foldPhrases(count.units) }));
const HAVING = foldWords(data.having);
/** Words that open a description before its subject: "Forte de 175 États membres, l'OIM …". */
const OPENING = foldWords(data.opening);
const OFFICES = foldWords(data.offices);
const OF = /^(?:of|the|de|l|la|'|du|del)$/;
const PARTS = foldWords(data.parts);
const DRAFTS = foldWords(data.drafts);
const FUTURE = foldWords(data.future);
const OVER = foldWords(data.hedges.over);
const UNDER = foldWords(data.hedges.under);
const ABOUT = foldWords(data.hedges.about);

/** How far a rounded or hedged number may stand from the record. */
const TOLERANCE = 0.06;

/** "IOM has 173 Member States", "the Compact's 24 objectives": a number that the sentence gives to its subject. */
export function countClaims(view: SentenceView, records: Records): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const number = numberAt(view.tokens, i);
    if (!number) continue;
    for (const count of COUNTS) {
      const unit = unitBehind(view.tokens, i, number.next, count);
      const subject = unit && attributedTo(view, count.subject, { first: i, next: unit.next });
      if (!unit || !subject || (count.fixed && !isWhole(view, subject, i))) continue;
      const claim = judgeCount(view, { first: i, next: number.next }, number.value, subject, count, records);
      if (claim) claims.push(claim);
      break;
    }
    i = number.next - 1;
  }
  return claims;
}

/** The unit right behind the number; "son 173 los Estados miembros"; and where membership is told of, "whose membership stands at 166 States". */
function unitBehind(tokens: readonly Token[], first: number, next: number, { property, units }: (typeof COUNTS)[number]): TokenRange | undefined {
  const isInverted = tokens[first - 1]?.folded === 'son' && tokens[next]?.folded === 'los';
  const unit = phraseAt(tokens, isInverted ? next + 1 : next, units);
  if (unit || property !== 'member-states' || !isOfMembership(tokens, first)) return unit;
  return STATES.test(tokens[next]?.folded ?? '') ? { first: next, next: next + 1 } : undefined;
}

/** ", whose membership stands at", "IOM membership counts", "IOM's membership is": not that of "a group whose membership is". */
function isOfMembership(tokens: readonly Token[], first: number): boolean {
  const at = tokens.findIndex(({ folded }, i) => i >= first - 5 && i < first && MEMBERSHIP.test(folded));
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.folded === 'whose' ? tokens[at - 2]?.folded === ',' : before.folded === 's' || /^\p{Lu}{2,}$/u.test(before.written);
}

const MEMBERSHIP = /^(?:membership|membresia)$/;
const STATES = /^(?:states|countries|estados|paises)$/;

function judgeCount(view: SentenceView, range: TokenRange, value: number, subject: Subject, count: (typeof COUNTS)[number], records: Records): Claim | undefined {
  const { tokens } = view;
  const series = records.series(count.subject, count.property);
  const newest = series[series.length - 1];
  if (!newest) return undefined;
  const hedge = hedgeBefore(view, range.first);
  const base = { ...view.span(range), lang: view.lang, concept: count.subject };
  if (isDraftOrFuture(view, range, subject)) return undefined;
  if (count.fixed) {
    return value === newest.value ? undefined : {
      ...base, rule: 'fact-mismatch', certainty: 'certain', severity: 'warning', facts: [newest.fact.id], record: String(newest.value),
      instead: [writtenAs(newest.value, tokens[range.first], view.lang)], safe: true, evidence: [],
    };
  }
  const clause = clauseOf(tokens, subject);
  const times = view.times.filter((time) => time.first >= clause.first && time.next <= clause.next && !view.datesFounding(time));
  if (times.length > 0) {
    const fits = times.some((time) => {
      const known = records.recordsWithin(series, time);
      const values = known.map((record) => record.value);
      return known.some((record) => agrees(value, record, hedge)) || (value >= Math.min(...values) && value <= Math.max(...values));
    });
    if (fits || times.some((time) => time.since || records.isUndecided(count.subject, count.property, value, time))) return undefined;
    const year = times[0];
    const known = records.recordsWithin(series, year);
    if (known.length === 0) return undefined;
    const exact = known.find((record) => record.fact.asOf?.startsWith(String(year.from)));
    return {
      ...base, rule: 'fact-mismatch', certainty: exact ? 'certain' : 'likely', severity: 'warning', facts: (exact ? [exact] : known).map((record) => record.fact.id),
      record: exact ? String(exact.value) : rangeOf(known.map((record) => record.value)), instead: exact ? [String(exact.value)] : [], safe: false, evidence: [year],
    };
  }
  if (tenseOf(view.sentence, subject, clause, view.lang) === 'past' || agrees(value, newest, hedge)) return undefined;
  // A number that is far too small for the whole is that of a part.
  if (count.property === 'staff' && value < newest.value / 10) return undefined;
  const isOld = series.some((record) => Math.abs(record.value - value) <= record.value * (hedge ? TOLERANCE : 0)) || (value < newest.value && value > series[0].value);
  return {
    ...base, rule: isOld ? 'outdated-fact' : 'fact-mismatch', certainty: 'certain', severity: count.property === 'staff' ? 'information' : 'warning',
    facts: [newest.fact.id], record: `${newest.value}${asOf(newest.fact)}`, instead: [String(newest.value)], safe: !hedge, evidence: [],
  };
}

type Hedge = 'over' | 'under' | 'about' | undefined;

function agrees(value: number, record: { readonly value: number }, hedge: Hedge): boolean {
  if (value === record.value) return true;
  if (hedge === 'over') return value <= record.value;
  if (hedge === 'under') return value >= record.value && value <= record.value * (1 + TOLERANCE);
  return hedge === 'about' && Math.abs(value - record.value) <= record.value * TOLERANCE;
}

function hedgeBefore(view: SentenceView, first: number): Hedge {
  for (let k = 1; k <= 2; k++) {
    const word = view.tokens[first - k]?.folded ?? '';
    if (OVER.has(word)) return 'over';
    if (UNDER.has(word)) return 'under';
    if (ABOUT.has(word)) return 'about';
  }
  return undefined;
}

/** The subject that the sentence gives the number to: by a verb of having, a possessive, or "of" behind the unit. */
function attributedTo(view: SentenceView, concept: string, range: TokenRange): Subject | undefined {
  const { tokens } = view;
  const subject = view.subjectNear(concept, range);
  if (isOfOthers(view, range, subject) || isOfSomething(tokens, range) || (subject !== undefined && isLocal(view, concept, range, subject))) return undefined;
  if (!subject || view.hasOtherBetween(subject, range, concept)) return undefined;
  if (subject.first >= range.next) {
    const between = tokens.slice(range.next, subject.first).map((token) => token.folded);
    const isOf = between.length <= 4 && between.length > 0 && /^(?:of|in|de|du|del|au|en)$/.test(between[0]) && between.every((word) => /^(?:of|in|de|du|del|la|l|'|the|au|sein|en)$/.test(word));
    // "15 objectives of the Compact" may be a choice; "the 24 objectives of the Compact" are all.
    const isAll = /^(?:the|les|los|las|ses|sus|its|all|son)$/.test(tokens[range.first - 1]?.folded ?? '');
    const isWith = between.length <= 3 && between[0] === ',' && between.slice(1).every((word) => /^(?:the|l|la|le|el|')$/.test(word)) && tokens.slice(Math.max(0, range.first - 3), range.first).some((token) => OPENING.has(token.folded));
    // "Les 23 objectifs que fixe le Pacte", "the 23 objectives that the Compact sets out"
    const isSetByIt = between.length <= 4 && /^(?:que|that|which)$/.test(between[0] ?? '') && between.slice(1).every((word) => /^(?:the|le|la|el|l|'|fixe|enonce|contient|comporte|definit|fija|establece|contiene|enumera)$/.test(word));
    return ((isOf || isSetByIt) && isAll) || isWith || (/^(?:are|is)$/.test(tokens[range.first - 1]?.folded ?? '') && tokens[range.first - 2]?.folded === 'there') || hasCountAfter(view, range, subject) ? subject : undefined;
  }
  if (isOfAnother(tokens, subject)) return undefined;
  const between = tokens.slice(subject.next, range.first);
  const isPossessive = between.length <= 3 && between.length > 0 && between[0].folded === "'";
  const isAppositive = between.length <= 2 && between.length > 0 && between.every((token) => /^[(,:]$/.test(token.folded));
  const near = between.slice(-6);
  const isHaving = near.some((token) => HAVING.has(token.folded)) && between.length <= 14
    // "in 12 member states": a place, not a count of all.
    && !/^(?:in|dans|en|from|to|for|by|among|parmi|entre)$/.test(tokens[range.first - 1]?.folded ?? '');
  return isPossessive || isAppositive || isHaving ? subject : undefined;
}

/** Of a fixed number only statements of the whole count: "has 24 objectives", not "focuses on 15 objectives". */
function isWhole({ tokens }: SentenceView, subject: Subject, number: number): boolean {
  if (subject.first > number) return true;
  const between = tokens.slice(subject.next, number).map((token) => token.folded);
  if (between[0] === "'" || /^[,(:]$/.test(between[0] ?? '')) return true;
  // "rests on ten guiding principles and 23 objectives"
  const isSecond = between[between.length - 1] === 'and' || between[between.length - 1] === 'et' || between[between.length - 1] === 'y';
  if (between.length > (isSecond ? 9 : 5)) return false;
  return between.some((word) => RESTING.test(word)) || (between.some((word) => CONTAINING.test(word)) && !between.some((word) => /^(?:on|focuses|only|seulement|solo)$/.test(word)));
}

/** "rests on 23 objectives": of these verbs, "on" is part. */
const RESTING = /^(?:rests|built|repose|basa|apoya)$/;
const CONTAINING = /^(?:has|have|had|contains?|contained|comprises?|comprised|sets|lays|lists|enumere|recense|enumera|with|its|includes|counts|consists|comporte|compte|comprend|contient|enonce|fixe|definit|reunit|avec|ses|tiene|contiene|comprende|consta|establece|fija|incluye|con|sus|cuenta)$/;

/** The values that were right within a time: "171–173". */
function rangeOf(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** "will have 176 Member States", "the draft of the Compact had 22 objectives": not the matter as it is. */
function isDraftOrFuture({ tokens }: SentenceView, range: TokenRange, subject: Subject): boolean {
  const from = Math.min(subject.first, range.first);
  return tokens.slice(Math.max(0, from - 5), from).some((token) => DRAFTS.has(token.folded)) || tokens.slice(Math.max(subject.next, range.first - 3), range.first).some((token) => FUTURE.has(token.folded));
}

/** "IOM in Libya has 510 staff", "27 Member States in the Union", "In Africa IOM has 54 Member States": a count of a part. */
function isLocal({ tokens }: SentenceView, concept: string, range: TokenRange, subject: Subject): boolean {
  const isPlace = (at: number): boolean => {
    const i = /^(?:the|this|that|l|la|el|le|ce|cette|este|esta)$/.test(tokens[at]?.folded ?? '') ? at + 1 : at;
    const token = tokens[i]?.folded === "'" ? tokens[i + 1] : tokens[i];
    return token !== undefined && token.kind === 'word' && (PARTS.has(token.folded) || /^\p{Lu}[\p{Ll}\p{M}]/u.test(token.written) && !TIME_WORDS.months.has(token.folded)) && !(i >= subject.first && i < subject.next);
  };
  const isIn = (at: number): boolean => /^(?:here|ici|aqui)$/.test(tokens[at]?.folded ?? '') || (/^(?:in|on|at|au|aux|en|dans|sur|a)$/.test(tokens[at]?.folded ?? '') && isPlace(at + 1));
  const isOffice = OF.test(tokens[subject.first - 1]?.folded ?? '') && tokens.slice(Math.max(0, subject.first - 5), subject.first).some(({ folded }) => OFFICES.has(folded));
  const unitEnd = tokens.findIndex((token, i) => i >= range.next && !/^(?:states?|members?|staff|employees|etats|membres|employes|agents|estados|miembros|empleados|funcionarios|observers?)$/.test(token.folded));
  const opening = clauseOf(tokens, subject).first;
  return isOffice || isIn(subject.next) || isPlace(subject.next) || (unitEnd >= 0 && isIn(unitEnd)) || (concept === 'iom' && opening < subject.first && isIn(opening));
}

/** "9 members on the panel": without "States", members of whatever is named behind. */
function isOfSomething(tokens: readonly Token[], range: TokenRange): boolean {
  return /^(?:members|membres|miembros)$/.test(tokens[range.next - 1].folded) && /^(?:on|in|of|du|de|del|au|dans|en)$/.test(tokens[range.next]?.folded ?? '')
    && !/^(?:states?|etats|estados|iom|oim)$/.test(tokens[range.next - 2].folded) && tokens.slice(range.next + 1, range.next + 4).some(({ folded }) => /^(?:panel|jury|committee|comite|team|board|group|groupe|grupo|equipe|equipo|working)$/.test(folded));
}

/** "the 27 Member States of the Union": the count is somebody else's. */
function isOfOthers({ tokens }: SentenceView, range: TokenRange, subject: Subject | undefined): boolean {
  if (!/^(?:of|de|del|des|du|d)$/.test(tokens[range.next]?.folded ?? '')) return false;
  const named = tokens.findIndex((token, i) => i > range.next && i <= range.next + 3 && /^\p{Lu}/u.test(token.written));
  return named >= 0 && !(subject !== undefined && named >= subject.first && named < subject.next);
}

/** "175 member states and 8 observer states in the IOM": a second count stands between. */
function hasCountAfter(view: SentenceView, range: TokenRange, subject: Subject): boolean {
  const between = view.tokens.slice(range.next, subject.first);
  return between.some((token) => /^(?:in|of|de|du|en|au)$/.test(token.folded)) && between.some((token) => /^\d+$/.test(token.folded)) && between.every((token) => /^(?:and|y|et|\d+|observers?|member|states?|etats|observateurs|estados|observadores|in|of|de|la|l|'|the|du|,)$/.test(token.folded));
}

function asOf(fact: Fact): string {
  return fact.asOf === undefined ? '' : ` (${fact.asOf})`;
}

import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import { intervalsIn } from '../context/intervals';
import { phraseBefore, phraseIn } from '../context/phrases';
import type { Token } from '../reading/sentence';
import type { Time } from '../reading/times';
import type { Edit } from '../findings/finding';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { firstWords, foldPhrases, type SentenceView, type Subject } from './view';

const CUES = foldPhrases(data.renames.cues);

/** "IOM has borne its present name since 1992": the year of the name of today. */
export function presentNameClaims(view: SentenceView, records: Records): readonly Claim[] {
  const cue = phraseIn(view.tokens, 0, view.tokens.length, PRESENT_NAME);
  const subject = cue && view.subjectNear(data.renames.subject, cue);
  const { entry } = subject?.mention.terms[0] ?? {};
  const right = yearOf(entry?.name.from);
  const time = cue && view.times.find((other) => other.since && other.first >= cue.next && other.first - cue.next <= 3);
  if (!time || !entry || entry.name.to !== undefined || right === undefined || time.from === right) return [];
  const facts = records.facts(data.renames.subject, data.renames.property).filter((fact) => yearOf(fact.from) === right);
  return [{
    ...view.span({ first: time.first, next: time.next }), lang: view.lang, concept: data.renames.subject, facts: facts.map((fact) => fact.id), record: String(right),
    rule: 'fact-mismatch', certainty: 'certain', severity: 'warning', instead: [String(right)], safe: true, evidence: [],
  }];
}

const PRESENT_NAME = foldPhrases(data.renames.presentName);
export const PRESENT_NAME_OPENERS = firstWords(PRESENT_NAME);

/** "In May 1987 it was renamed Intergovernmental Committee for Migration": the year of a name against the record. */
export function renameClaims(view: SentenceView, records: Records): readonly Claim[] {
  return view.subjectsOf(data.renames.subject).flatMap((subject) => {
    const { entry, text, loose } = subject.mention.terms[0];
    // "In 2016 IOM became the UN Migration Agency": a tag line is no name.
    if (loose) return [];
    const right = yearOf(entry.name.from);
    const cue = phraseBefore(view.tokens, subject.first, CUES, 3);
    if (right === undefined || !cue) return [];
    // "PICMME de 1951 pasó a llamarse CIME al año siguiente": told by its distance.
    if (intervalsIn(view.tokens, clauseOf(view.tokens, subject)).length > 0) return [];
    const year = yearBeside(view, subject, cue.first);
    if (!year || year.from === right) return [];
    // A year that good sources also give for the change is explained, not called wrong.
    const isDisputed = entry.name.slackFrom !== undefined && year.from >= entry.name.slackFrom && year.from < right;
    const first = startOfDate(view.tokens, year.first);
    const facts = records.facts(data.renames.subject, data.renames.property).filter((fact) => yearOf(fact.from) === right);
    return [{
      ...view.span({ first, next: year.next }), lang: view.lang, concept: data.renames.subject, facts: facts.map((fact) => fact.id), record: `${right} (${text})`,
      rule: 'fact-mismatch' as const, certainty: isDisputed ? 'likely' as const : 'certain' as const, severity: isDisputed ? 'information' as const : 'warning' as const,
      instead: [String(right)], safe: !isDisputed, also: officialName(subject), evidence: [],
    }];
  });
}

/**
 * The one year of the clause right behind the name with no other name between, else right before the verb and its subject. Where both
 * stand there and a new phrase begins between name and year, the second is of something else: "In 1989 ICM became IOM,
 * and in 2016 it joined …".
 */
function yearBeside(view: SentenceView, subject: Subject, cueFirst: number): Time | undefined {
  const clause = clauseOf(view.tokens, { first: cueFirst, next: subject.next });
  const years = view.times.filter((time) => time.from === time.to && time.first >= clause.first && time.next <= clause.next);
  const isFree = (from: number, to: number): boolean => !view.subjectsOf(data.renames.subject).some((other) => other.mention.terms[0].entry.name !== subject.mention.terms[0].entry.name && other.first >= from && other.next <= to);
  const behind = years.find((time) => time.first >= subject.next && time.first - subject.next <= 7 && isFree(subject.next, time.first) && !view.tokens.slice(subject.next, time.first).some(({ folded }) => /^(?:which|que|qui)$/.test(folded)));
  const names = view.subjectsOf(data.renames.subject);
  // "in 1985, when the Intergovernmental Committee … became": a name counts as a word, however long it is.
  const wordsBefore = (time: Time): number => cueFirst - time.next - (view.tokens[time.next]?.folded === ',' ? names : []).reduce((sum, { first, next }) => (first >= time.next && next <= cueFirst ? sum + next - first - 1 : sum), 0);
  // "PICMME de 1951 pasó a llamarse …": the year of the name before.
  const isOfName = (time: Time): boolean => /^(?:of|de)$/.test(view.tokens[time.first - 1]?.folded ?? '') && names.some(({ next }) => next === time.first - 1);
  const before = [...years].reverse().find((time) => time.next <= cueFirst && wordsBefore(time) <= 5 && !isOfName(time));
  const isAnew = behind && view.tokens.slice(subject.next, behind.first).some((token) => /^(?:,|and|et|y|then|puis|luego)$/.test(token.folded));
  return before && isAnew ? before : behind ?? before;
}

/** The day and month before a year go with it: of the right year they may be wrong. */
function startOfDate(tokens: readonly Token[], year: number): number {
  let first = year;
  while (first > 0 && (TIME_WORDS.months.has(tokens[first - 1].folded) || /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(tokens[first - 1].folded) || (/^(?:de|of)$/.test(tokens[first - 1].folded) && TIME_WORDS.months.has(tokens[first - 2]?.folded)))) first--;
  return first;
}

/** Where the name itself is a misnomer, both are put right together. */
function officialName({ mention }: Subject): readonly Edit[] {
  const [term] = mention.terms;
  const right = term.status === 'deprecated' ? term.entry.name.terms.find((other) => other.lang === term.lang && (other.form ?? 'full') === term.form && (other.status ?? 'preferred') === 'preferred') : undefined;
  return right ? [{ start: mention.start, end: mention.end, newText: right.text }] : [];
}

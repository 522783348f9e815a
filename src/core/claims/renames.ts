import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../context/cues';
import { phraseBefore } from '../context/phrases';
import type { Token } from '../context/sentence';
import type { Time } from '../context/times';
import type { Edit } from '../findings/finding';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldPhrases, type SentenceView, type Subject } from './view';

const CUES = foldPhrases(data.renames.cues);

/** "In May 1987 it was renamed Intergovernmental Committee for Migration": the year of a name against the record. */
export function renameClaims(view: SentenceView, records: Records): readonly Claim[] {
  return view.subjectsOf(data.renames.subject).flatMap((subject) => {
    const { entry, text, loose } = subject.mention.terms[0];
    // "In 2016 IOM became the UN Migration Agency": a tag line is no name.
    if (loose) return [];
    const right = yearOf(entry.name.from);
    const cue = phraseBefore(view.tokens, subject.first, CUES, 3);
    if (right === undefined || !cue) return [];
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
  const behind = years.find((time) => time.first >= subject.next && time.first - subject.next <= 7 && isFree(subject.next, time.first));
  const before = [...years].reverse().find((time) => time.next <= cueFirst && cueFirst - time.next <= 5);
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

import type { Mention } from '../mentions/findMentions';
import type { TermEntry } from '../termbase/termbase';
import { cellsOf } from '../reading/cells';
import { DOCUMENT_WORDS } from '../reading/cues';
import type { Grammar } from '../reading/grammar';
import { YEAR } from '../reading/otherDates';
import type { Range } from '../reading/nodes';
import { extended, spanOf } from '../reading/phrases';
import { readingIn } from '../reading/readings';
import type { Time } from '../reading/times';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Token } from '../reading/tokens';

/**
 * The clause that contains the tokens `[first, next)`. Semicolons, contrasting conjunctions and brackets delimit it.
 */
export function clauseOf(tokens: readonly Token[], range: Range): Range {
  return extended(tokens, range, isBoundary);
}

/**
 * The times of the mention's own clause or, if it has none, those of the sentence. Where several names and several
 * times share a clause ("PICMME in 1951, ICEM in 1952"), each name takes the times between the neighbouring commas.
 */
export function timesOfMention(site: MentionSite, surroundings: Surroundings): readonly Time[] {
  const { tokens, times: all } = site.sentence;
  if (all.length < 2) return all;
  const within = (range: Range): Time[] => all.filter((time) => time.first >= range.first && time.next <= range.next);
  const clause = clauseOf(tokens, site);
  const own = within(clause);
  if (own.length === 0) return all;
  if (!sharesClause(site, clause, surroundings)) return own;
  const part = within(extended(tokens, site, (token) => isBoundary(token) || DOCUMENT_WORDS.listing.has(token.folded)));
  return part.length > 0 ? part : own;
}

/** Whether a time is in a column after the name's column, and may date something else: "| PICMME | died in 1954 |". */
export function isOfLaterColumn(time: Time, { sentence, first }: MentionSite, { prose }: Surroundings): boolean {
  if (sentence.block.kind !== 'table-row') return false;
  const cell = cellsOf(sentence, prose).find((each) => first < each.next);
  return cell !== undefined && time.first >= cell.next;
}

/**
 * "The Council of Europe, founded in 1949, has nothing to do with ICEM": a time in an aside that does not contain the
 * name.
 */
export function isOfAnother({ first }: Time, site: MentionSite, surroundings: Surroundings): boolean {
  const { statements } = readingIn(surroundings, site.sentence);
  const has = (range: Range, at: number): boolean => range.first <= at && at < range.next;
  // "ICEM is not part of the system, and it will join only in 2016": the time belongs to a later clause.
  const isLater = statements.some(
    ({ kind, verb, subjects, first: from }) =>
      kind === 'main' &&
      verb !== undefined &&
      from > site.next &&
      from <= first &&
      subjects.length > 0 &&
      subjects.every((group) => group.first > site.next),
  );
  return (
    isLater ||
    statements.some(
      ({ kind, subjects, objects, complements, next, first: from }) =>
        (kind === 'participial' || kind === 'relative') &&
        subjects.length === 1 &&
        complements.some(({ group }) => group.kind === 'date' && has(group, first)) &&
        ![...subjects, ...objects, ...complements.map(({ group }) => group)].some((group) =>
          has({ first: group.first, next: group.kind === 'noun' ? group.end : group.next }, site.first),
        ) &&
        !has({ first: from, next }, site.first) &&
        subjects[0]!.named.length === 0 &&
        subjects[0]!.pronoun === undefined &&
        subjects[0]!.words.length > 0,
    )
  );
}

/** Whether the clause names the same body a second time, by this or another name. */
function sharesClause({ sentence, mention }: MentionSite, clause: Range, surroundings: Surroundings): boolean {
  const { concept } = mention.terms[0]!.entry;
  return surroundings
    .mentionsIn(spanOf(sentence.tokens, clause))
    .some(
      (other) =>
        other !== mention && other.terms.some((term) => term.entry.concept === concept && !isAppositive(term, mention)),
    );
}

/** An abbreviation directly after its name, or a name directly before its abbreviation, is not a second mention. */
function isAppositive(term: TermEntry, mention: Mention): boolean {
  return term.entry.name === mention.terms[0]!.entry.name && term.form !== mention.terms[0]!.form;
}

function isBoundary({ folded }: Token): boolean {
  return folded === ';' || folded === '—' || DOCUMENT_WORDS.contrasting.has(folded);
}

/** Whether an "and" between two places begins a new statement. An "and" between two years does not. */
export function endsAtAnd(tokens: readonly Token[], from: number, to: number, grammar: Grammar): boolean {
  for (let i = from; i < to; i++)
    if (grammar.is(tokens[i], 'coordinator') && !YEAR.test(tokens[i + 1]?.folded ?? '')) return true;
  return false;
}

/** A relative clause between commas, directly after the mention: "ICEM, whose Constitution was adopted in 1953, …". */
export function relativeClause(tokens: readonly Token[], next: number, grammar: Grammar): Range | undefined {
  if (tokens[next]?.folded !== ',' || !grammar.isAnyOf(tokens[next + 1], RELATIVES)) return undefined;
  const close = tokens.findIndex((token, i) => i > next + 1 && token.folded === ',');
  return close < 0 ? undefined : { first: next + 1, next: close };
}

const RELATIVES = ['relative', 'relativeOwner', 'that'] as const;

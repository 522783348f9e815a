import type { Claim } from './claim';
import type { DateGroup, Tense } from '../reading/nodes';
import type { Fact } from '../termbase/concept';
import { personClaim, type Context } from './headClaim';
import { headWordsOf } from './headWords';
import { isInOffice, monthsOf } from './officeTimes';
import type { Person } from './people';
import type { Utterance } from './utterance';
import type { Tenure } from './tenure';

/** "The Director General of IOM, Amy Pope" in minutes of June 2022: the title was impossible at that time. */
export function earlyClaim(context: Context, tenure: Tenure, head: Fact, tense: Tense): Claim | undefined {
  const { utterance, row } = context;
  const now = utterance.documentDate;
  const { statement, person, office } = tenure;
  if (
    !now ||
    utterance.entryTime ||
    (tenure.kind !== 'post' && (tense !== 'present' || statement?.modality !== 'asserted'))
  )
    return undefined;
  const month = now.until * 12 + (now.until === now.year ? (now.month ?? 12) : 12);
  if (monthsOf(head).from - month < AS_ELECTED || isNotThen(utterance, person, office)) return undefined;
  const then = row.filter((each) => each.confidence === 'A' && isInOffice(each, { from: month, to: month }));
  return then.length === 1
    ? personClaim(context, tenure, head, then[0]!, { rule: 'fact-mismatch', certainty: 'likely', severity: 'warning' })
    : undefined;
}

/** In months: a person elected may already have the title of the future office. */
const AS_ELECTED = 12;

/** "In 2015 IOM was led by António Vitorino": somebody else was in office at that time. */
export function pointClaim(context: Context, tenure: Tenure, head: Fact, date: DateGroup): Claim | undefined {
  const { utterance, row } = context;
  if (date.from.year === undefined) return undefined;
  const range = {
    from: date.from.year * 12 + (date.from.month ?? 1),
    to:
      (date.to.year ?? date.from.year) * 12 +
      (date.to.month ?? (date.to.year === undefined ? date.from.month : undefined) ?? 12),
  };
  if (isInOffice(head, range)) return undefined;
  const then = row.filter((each) => each.confidence === 'A' && isInOffice(each, range));
  if (then.length !== 1) return undefined;
  const isPost = tenure.kind === 'post';
  const isPlanned = tenure.statement?.tense === 'future' || tenure.statement?.modality === 'planned';
  const isAfter = range.from > monthsOf(head).to;
  if (isPost && isNotThen(utterance, tenure.person, tenure.office)) return undefined;
  // The name may be right, and the year an error.
  const isSure = isPost && isAfter && isPlanned;
  return personClaim(context, tenure, head, then[0]!, {
    rule: 'fact-mismatch',
    certainty: isSure ? 'certain' : 'likely',
    severity: isSure ? 'warning' : 'information',
    date,
  });
}

/** "the future Director General", "then a lawyer": an office that was not yet held, or no longer. */
function isNotThen(utterance: Utterance, { group, next }: Person, office: Tenure['office']): boolean {
  const from = Math.max(0, Math.min(group.first, office?.group.first ?? Infinity) - 2);
  return headWordsOf(utterance.lang).notThen.isIn(
    utterance.words.slice(from, Math.max(next, office?.group.end ?? 0) + 2),
  );
}

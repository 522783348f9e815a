import type { Claim } from '../claim';
import type { Records } from '../records';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { compareSpan, compareStart } from './compareTenure';
import type { Context } from './context';
import { headWordsOf } from './headWords';
import { holderClaim } from './holders';
import { ordinalClaims } from './ordinals';
import { headsOf, peopleIn, personOf } from './people';
import { isStated, tenuresOf, type Tenure } from './tenures';

/** Claims about the heads of the organization: who held the office when, and their position in the row. */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const row = headsOf(records);
  const current = row.find(({ to }) => to === undefined);
  const people = current ? peopleIn(utterance, row) : [];
  if (!current || people.length === 0) return [];
  const context: Context = { utterance, row, current, records };
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    // A surname on its own denotes a head only where the document gives the full name, or the sentence the office.
    const isMeant =
      person.by !== 'surname' ||
      utterance.discourse.isNamed(personOf(person.head)) ||
      tenures.some(({ of, office }) => of !== 'bare' || office?.kind === 'title');
    const [claim] = isMeant ? tenures.flatMap((tenure) => claimOf(context, tenure) ?? []) : [];
    // A pronoun cannot be a wrong name.
    return claim && !(person.by === 'reference' && claim.start === utterance.span(person).start) ? [claim] : [];
  });
  return [...ordinalClaims(context, people), ...claims];
}

function claimOf(context: Context, tenure: Tenure): Claim | undefined {
  const { utterance } = context;
  const { reading, discourse, site } = utterance;
  if (['asked', 'refuted', 'reported'].includes(reading.modality) || discourse.isRefuted(site)) return undefined;
  const modality = modalityAt(utterance, undefined, tenure.statement);
  const isPresupposed = tenure.kind === 'post' && (modality === 'planned' || modality === 'denied');
  if (modality !== 'asserted' && !isPresupposed) return undefined;
  if (tenure.kind === 'start') return compareStart(context, tenure);
  if (isFormer(utterance, tenure)) return undefined;
  const [stated] = tenure.dates;
  if (stated === undefined) return isStated(tenure) ? holderClaim(context, tenure) : undefined;
  // "17 to 20 May 2022": days of one month are not a tenure.
  const { from, to, isSpan } = stated.date;
  const isOfYears = tenure.dates.length === 1 && isSpan && (from.day === undefined || from.year !== to.year);
  return isOfYears ? compareSpan(context, tenure, stated.date) : undefined;
}

/** Whether "former" or "then" occurs near the person or the office. */
function isFormer(utterance: Utterance, { person, office, statement }: Tenure): boolean {
  const { former } = headWordsOf(utterance.lang);
  // "IOM, then led by X": the word may precede the participle.
  const participle = statement?.kind === 'participial' ? statement.first + 1 : Infinity;
  const first = Math.min(person.group.first, office?.group.first ?? Infinity, participle);
  const end = Math.max(person.next, office?.group.end ?? 0);
  const near = utterance.words.slice(Math.max(0, first - 3), end + 1);
  // "the Director General of IOM in those days": a phrase that follows both.
  return former.isIn(near) || [0, 1].some((skip) => former.lengthAt(utterance.words, end + skip) > 1);
}

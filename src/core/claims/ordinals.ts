import data from '../../../data/claims/claims.json';
import type { TokenRange } from '../context/phrases';
import { foldKey } from '../mentions/fold';
import type { Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { personOf } from './terms';
import type { SentenceView, Subject } from './view';

/** "Amy Pope, the tenth Director General": her place in the row of heads, as long as the record knows all of them. */
export function ordinalClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact, heads: readonly Fact[], records: Records): Claim | undefined {
  const { tokens } = view;
  let at = title.first - 1;
  // "séptima persona que dirige la OIM"
  while (at > 0 && title.first - at <= 3 && /^(?:person|persona|personne|who|to|que|qui|a)$/.test(tokens[at].folded)) at--;
  const said = ordinalOf(tokens[at]?.folded ?? '');
  const count = records.facts(data.heads.subject, 'head-count').at(-1);
  if (said === undefined || count?.value !== heads.length || isNarrowed(view, title) || title.first - person.next > 4 || person.first - title.next > 4) return undefined;
  const right = [...heads].sort((a, b) => compareDates(a.from ?? '', b.from ?? '')).indexOf(fact) + 1;
  const instead = ordinalLike(right, tokens[at].folded);
  if (right === said || instead === undefined) return undefined;
  return {
    ...view.span({ first: at, next: at + 1 }), lang: view.lang, concept: personOf(fact), facts: [count.id, fact.id], record: instead, rule: 'fact-mismatch',
    // Of those before, some sources count one more.
    certainty: fact.to === undefined ? 'certain' : 'likely', severity: fact.to === undefined ? 'warning' : 'information', instead: [instead], safe: false, evidence: [],
  };
}

/** "the second Director General to come from Europe": counted among others than all heads. */
function isNarrowed(view: SentenceView, title: TokenRange): boolean {
  const { tokens } = view;
  const bodies = view.subjectsOf(data.heads.subject);
  let i = title.next;
  while (i < tokens.length && (/^(?:of|the|de|du|del|la|l|'|organization|organisation|organizacion)$/.test(tokens[i].folded) || bodies.some((body) => i >= body.first && i < body.next))) i++;
  const behind = tokens[i];
  return behind !== undefined && behind.kind === 'word' && !/^(?:and|et|y|was|is|has|a|est|es|fue|took|visited)$/.test(behind.folded) && !view.isNamedAt(i, 'person');
}

/** The lists begin with the second: "the first Director General to …" is hardly ever said of all of them. */
const SECOND = 2;
const LISTS: readonly (readonly string[])[] = Object.values(data.numbers.ordinals).flatMap((genders: Readonly<Record<string, readonly string[]>>) => Object.values(genders));
/** By the folded word: the list that it is in, and its number. */
const ORDINALS: ReadonlyMap<string, { readonly list: readonly string[]; readonly number: number }> = new Map(LISTS.flatMap((list) => list.map((word, i) => [foldKey(word), { list, number: i + SECOND }] as const)));

function ordinalOf(folded: string): number | undefined {
  const digits = /^(\d{1,2})(?:nd|rd|th|e|eme|a|o)$/.exec(folded);
  return digits ? Number(digits[1]) : ORDINALS.get(folded)?.number;
}

/** In the same language, gender and manner: "tenth", "10th". */
function ordinalLike(number: number, folded: string): string | undefined {
  const known = ORDINALS.get(folded);
  if (known) return known.list[number - SECOND];
  return folded.endsWith('th') && number > 3 ? `${number}th` : folded.replace(/^\d+/, String(number));
}

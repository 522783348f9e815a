import heads from '../../../../data/relations/heads.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import type { NounGroup, Range } from '../../reading/nodes';
import { namesPerson, type Statement } from '../../reading/statement';
import { claimAt, type Claim } from '../claim';
import { quoted, text, type Value } from '../claimMessage';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { Argument, Utterance } from '../utterance';
import { headWordsOf, officeList, ORGANIZATION } from './headWords';
import { bodyOf, isClear, isOfOther, officeOf, phraseIn } from './offices';
import { headsOf, peopleIn, personOf, type Heads, type Person } from './people';

const wrongTitlesOf = perLang((lang) =>
  heads.wrongTitles[lang].map(({ titles, instead, ...file }) => ({
    titles: officeList(titles, lang),
    isWeak: 'weak' in file,
    instead,
  })),
);

/** "IOM Secretary-General Amy Pope", "le président de l'OIM": a title that the head of the organization lacks. */
export function headTitleClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.title);
  const wrong = wrongTitlesOf(utterance.lang).filter(({ titles }) => titles.isIn(utterance.words));
  if (!fact || wrong.length === 0 || utterance.reading.modality !== 'asserted') return [];
  if (utterance.discourse.isRefuted(utterance.site)) return [];
  const people = peopleIn(utterance, headsOf(records));
  return utterance.reading.groups.flatMap((group) => {
    const [found] = wrong.flatMap(({ titles, ...title }) => {
      const range = phraseIn(utterance, group, titles);
      return range ? [{ ...range, ...title }] : [];
    });
    if (!found || isOfOther(utterance, group) || isDoubted(utterance, group)) return [];
    if (!isOfHead(utterance, group, found, people)) return [];
    const by = bodyOf(utterance, group) === 'name' ? 'name' : 'reference';
    const right = inCaseOf(utterance, found.instead, found);
    const values = { right: quoted(right), wrong: quoted(utterance.textOf(found)) };
    const message = { template: heads.messages.title, values };
    const subject = { concept: heads.subject, by } as const;
    const safe = !found.isWeak && by === 'name';
    return [claimAt(utterance, found, subject, { facts: [fact.id], message, instead: [right], safe })];
  });
}

function isDoubted(utterance: Utterance, group: NounGroup): boolean {
  const modalities = utterance
    .argumentsOf(group)
    .flatMap(({ statement: { modality, first }, top }) => (top === group && group.first >= first ? [modality] : []));
  const isDenied = group.isDenied || group.determiner === 'negative';
  return isDenied || modalities.some((each) => ['denied', 'supposed', 'reported'].includes(each));
}

/** Whether a title denotes the head of the organization. */
function isOfHead(
  utterance: Utterance,
  group: NounGroup,
  { next, isWeak }: Range & { readonly isWeak: boolean },
  people: readonly Person[],
): boolean {
  const body = bodyOf(utterance, group);
  if (body === 'other') return false;
  const linked = people.filter((person) => isEquated(utterance, person.group, group));
  // "IOM held a congress. Its president": only a name next to the title, or the person, says whose it is.
  const isNamed = body === 'name' && (group.named.length > 0 || group.owners.length > 0);
  if (body !== undefined) return (isNamed && !isWeak) || linked.length > 0;
  // "Amy Pope, Secretary-General": in a row of a table, a caption.
  const isAlone = !isWeak && group.owners.length === 0 && group.named.length === 0 && next === group.next;
  const isApposed = ({ head, group: person }: Person): boolean =>
    head.to === undefined &&
    sharedWith(utterance, person, group).some(
      ({ statement: { kind }, role }) => kind === 'apposition' && role === 'object',
    );
  return isAlone && linked.some(isApposed);
}

/** Whether a noun group is next to a person, or a statement equates them. */
function isEquated(utterance: Utterance, person: NounGroup, group: NounGroup): boolean {
  const { lang, grammar, reading } = utterance;
  const { hold, start } = headWordsOf(lang);
  const isLinking = ({ kind, verb }: Statement): boolean =>
    kind === 'apposition' ||
    grammar.isVerbOf(verb, 'copula') ||
    [hold, start].some((list) => isVerbOf(list, verb, reading));
  const isNext = person === group || person.end === group.first || group.end === person.first;
  return isNext || sharedWith(utterance, person, group).some(({ statement }) => isLinking(statement));
}

/** The statements of a noun group that have a person as subject or object. */
function sharedWith(utterance: Utterance, person: NounGroup, group: NounGroup): readonly Argument[] {
  return utterance
    .argumentsOf(group)
    .filter(({ statement: { subjects, objects }, top }) => top === group && [...subjects, ...objects].includes(person));
}

/** The right title in the case of the wrong one: all words capitalized, the first one, or none. */
function inCaseOf(utterance: Utterance, right: string, { first, next }: Range): string {
  const written = utterance.reading.sentence.tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const isCapital = (token: { readonly written: string }): boolean => /^\p{Lu}/u.test(token.written);
  if (!isCapital(written[0]!)) return right;
  const capitalized = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  return written.every(isCapital) && (written.length > 1 || heads.titleCase.includes(utterance.lang))
    ? right.split(' ').map(capitalized).join(' ')
    : capitalized(right);
}

/** "Amy Pope, the tenth Director General": checked only where the record contains all heads. */
export function ordinalClaims(
  utterance: Utterance,
  people: readonly Person[],
  { row }: Heads,
  records: Records,
): readonly Claim[] {
  const count = records.fact(heads.count);
  if (utterance.reading.modality !== 'asserted' || count?.value !== row.length) return [];
  return utterance.reading.groups.flatMap((group): readonly Claim[] => {
    const { ordinal } = group;
    if (!ordinal || ordinal.value === 1 || !countsHeads(utterance, group)) return [];
    const person = people.find((each) => isCounted(utterance, each.group, group));
    const right = person ? row.indexOf(person.head) + 1 : ordinal.value;
    const instead = ordinalLike(utterance, right, ordinal.first);
    if (!person || right === ordinal.value || instead === undefined) return [];
    const { head, by } = person;
    const isNow = head.to === undefined;
    const subject = { concept: personOf(head), by: isNow && by === 'name' ? 'name' : 'reference' } as const;
    const of = (value: number): Value => ({ kind: 'ordinal', value });
    const values = { name: text(String(head.value)), right: of(right), wrong: of(ordinal.value) };
    const message = { template: isNow ? heads.messages.rowNow : heads.messages.rowThen, values };
    // Some sources count one more among the predecessors.
    const severity = isNow ? 'warning' : 'information';
    return [
      claimAt(utterance, ordinal, subject, { facts: [count.id, head.id], message, severity, instead: [instead] }),
    ];
  });
}

/** Whether a statement or a list has an ordinal among what it says of a person. */
function isCounted(utterance: Utterance, person: NounGroup, group: NounGroup): boolean {
  const { nodes } = utterance.reading;
  const at = nodes.indexOf(group);
  // "Amy Pope, the tenth Director General and the first woman"
  const isFirst = nodes[at - 2] === person && nodes[at - 1]?.kind === 'comma' && nodes[at + 1]?.kind === 'coordinator';
  // "Amy Pope, the first woman to direct IOM and the tenth person to lead it"
  const isFurther =
    nodes[at - 1]?.kind === 'coordinator' &&
    utterance
      .argumentsOf(person)
      .some(({ statement: { subjects, objects } }) =>
        objects.some(({ ordinal, first }) => subjects.includes(person) && ordinal !== undefined && first < group.first),
      );
  const isStated = sharedWith(utterance, person, group).some(
    ({ role, complement }) => role !== 'complement' || complement!.roles.has('as'),
  );
  return person === group || isFurther || isStated || (isFirst && !namesPerson(group));
}

/** Whether an ordinal counts all heads: "the second Director General to come from Europe" counts some of them. */
function countsHeads(utterance: Utterance, group: NounGroup): boolean {
  const office = officeOf(utterance, group);
  if (!office || office === 'other' || office.kind === 'seat') return false;
  const { nodes } = utterance.reading;
  const after = nodes[nodes.indexOf(group) + 1];
  const isRestricted = after?.kind === 'relative' || (after?.kind === 'verb' && after.form !== 'finite');
  return (isClear(office) && !isRestricted) || leads(utterance, group);
}

/** "the tenth person to lead it", "la décima persona en el cargo" */
function leads(utterance: Utterance, group: NounGroup): boolean {
  const { lead, seats } = headWordsOf(utterance.lang);
  const isInSeat = utterance
    .attachedTo(group)
    .some(({ roles, group: seat }) => seat.kind === 'noun' && roles.has('in') && seats.isIn(seat.words));
  return (
    isInSeat ||
    utterance.reading.statements.some(
      ({ verb, subjects, objects, first }) =>
        (subjects.includes(group) || (verb?.form === 'infinitive' && first >= group.end && first <= group.end + 1)) &&
        isVerbOf(lead, verb, utterance.reading) &&
        objects.some((each) => utterance.own(each, ORGANIZATION) !== undefined),
    )
  );
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike({ lang, reading }: Utterance, number: number, at: number): string | undefined {
  const { folded } = reading.sentence.tokens[at]!;
  const list = LISTS[lang]!.find((each) => each.some((word) => foldKey(word) === folded));
  if (list) return list[number - 1];
  if (folded.endsWith('th')) return number > 3 ? `${number}th` : undefined;
  return /^\d/.test(folded) ? folded.replace(/^\d+/, String(number)) : undefined;
}

import type { NounGroup, Range } from '../../reading/nodes';
import { namesPerson, withOwners } from '../../reading/statement';
import type { PhraseList } from '../field';
import type { Utterance } from '../utterance';
import { ORGANIZATION, headWordsOf } from './headWords';

/** The head's office in a noun group; the range is that of the title's words. */
export interface Office extends Range {
  readonly group: NounGroup;
  /** `bare` means that the body is not named. */
  readonly of: 'name' | 'reference' | 'bare';
  /** A title on its own, a word that only the body makes a title ("chief"), or a seat ("the helm"). */
  readonly kind: 'title' | 'loose' | 'seat';
}

/** The office of the head that a group names; `other` where it belongs to a deputy or to the head of another body. */
export function officeOf(utterance: Utterance, group: NounGroup): Office | 'other' | undefined {
  const words = headWordsOf(utterance.lang);
  const found = (
    [
      ['title', words.titles],
      ['loose', words.looseTitles],
      ['seat', words.seats],
    ] as const
  ).flatMap(([kind, list]) => {
    const range = phraseIn(utterance, group, list);
    return range ? [{ kind, ...range }] : [];
  })[0];
  if (!found) return undefined;
  const isOfOther = [...withOwners(group)].some((each) =>
    words.others.isIn(utterance.words.slice(each.first, each.next)),
  );
  // "Director General for Operations"
  const isForTask = utterance
    .attachedTo(group)
    .some(
      ({ roles, group: task }) =>
        task.kind === 'noun' && roles.has('for') && task.quantity === undefined && !words.terms.isIn(task.words),
    );
  const of = isOfOther || isForTask ? 'other' : bodyOf(utterance, group);
  return of === 'other' ? 'other' : { group, ...found, of: of ?? 'bare' };
}

/** Whether an office can be that of the head without further evidence. */
export function isClear(office: Office): boolean {
  return office.kind === 'title' || office.of !== 'bare';
}

/** The body of an office: ours, another, or none where the text gives none. */
export function bodyOf(utterance: Utterance, group: NounGroup): 'name' | 'reference' | 'other' | undefined {
  const bodies = group.named.filter(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person');
  if (bodies.length > 0)
    return bodies.some(({ mention }) => mention.terms.some(({ entry }) => ORGANIZATION.concepts.has(entry.concept.id)))
      ? 'name'
      : 'other';
  if (group.possessive !== undefined) return ofPossessive(utterance, group);
  let isElse = false;
  for (const owner of group.owners.filter((each) => !namesPerson(each))) {
    const referent = utterance.refer(owner, ORGANIZATION);
    if (referent.kind === 'own') return referent.by;
    if (!isOfOffice(utterance, owner)) isElse = true;
  }
  for (const { roles, group: body, first } of utterance.attachedTo(group)) {
    if (body.kind !== 'noun' || first !== group.end || !(roles.has('in') || roles.has('on'))) continue;
    const referent = utterance.refer(body, ORGANIZATION);
    if (referent.kind === 'own') return referent.by;
  }
  return isElse ? 'other' : undefined;
}

/** "its Director General"; the possessive of a person's office denotes the person. */
function ofPossessive(utterance: Utterance, group: NounGroup): 'name' | 'reference' | 'other' | undefined {
  if (group.possessive !== 'thing' && group.possessive !== 'several') return undefined;
  const owner = utterance.ownerOf(group, ORGANIZATION);
  const isPersons = utterance.argumentsOf(group).some(({ statement }) => statement.subjects.some(namesPerson));
  return owner === 'other' ? (isPersons ? undefined : 'other') : owner?.by;
}

function isOfOffice(utterance: Utterance, { first, next }: NounGroup): boolean {
  const words = headWordsOf(utterance.lang);
  const own = utterance.words.slice(first, next);
  return [words.titles, words.looseTitles, words.seats].some((list) => list.isIn(own));
}

/** A phrase within the group's own words, at its end or before a name; "chief spokesperson" is not a chief. */
function phraseIn(utterance: Utterance, group: NounGroup, list: PhraseList): Range | undefined {
  const { tokens } = utterance.reading.sentence;
  for (let i = group.first; i < group.next; i++) {
    const next = i + list.lengthAt(utterance.words, i);
    if (next === i || group.owners.some((owner) => i >= owner.first && i < owner.next)) continue;
    const after = tokens[next]!;
    const isEnd =
      next >= group.next ||
      after.kind === 'punctuation' ||
      /^\p{Lu}/u.test(after.written) ||
      !utterance.grammar.has('headLast');
    if (isEnd) return { first: i, next };
  }
  return undefined;
}

import type { NounGroup, Range } from '../../reading/nodes';
import { withOwners } from '../../reading/statement';
import { ORGANIZATION, headWordsOf } from './headWords';
import type { Utterance } from '../utterance';

/** The head's office in a noun group; the range is that of the title's words. */
export interface Office extends Range {
  readonly group: NounGroup;
  /** `bare` means that the body is not named. */
  readonly of: 'name' | 'reference' | 'bare';
  /** Whether only the body makes the title that of the head: "chief", "the helm". */
  readonly isLoose: boolean;
  readonly isSeat: boolean;
}

/**
 * The office of the head that a group names; `other` where it belongs to somebody else: a deputy, the head of another
 * body.
 */
export function officeOf(utterance: Utterance, group: NounGroup): Office | 'other' | undefined {
  const words = headWordsOf(utterance.lang);
  const found =
    phraseIn(utterance, group, words.titles) ??
    phraseIn(utterance, group, words.looseTitles) ??
    phraseIn(utterance, group, words.seats);
  if (!found) return undefined;
  const isTitle = words.titles.lengthAt(utterance.words, found.first) > 0;
  const isLoose = !isTitle;
  const isSeat = isLoose && words.looseTitles.lengthAt(utterance.words, found.first) === 0;
  for (const each of withOwners(group))
    if (words.others.isIn(utterance.words.slice(each.first, each.next))) return 'other';
  // "Director General for Operations", "Director General, Operations"
  if (
    utterance
      .attachedTo(group)
      .some(
        ({ roles, group: after }) =>
          after.kind === 'noun' &&
          roles.has('for') &&
          after.quantity === undefined &&
          !words.terms.isIn(after.words) &&
          !words.years.isIn(after.words),
      )
  )
    return 'other';
  const of = bodyOf(utterance, group);
  if (of === 'other') return 'other';
  return { group, ...found, of: of ?? 'bare', isLoose, isSeat };
}

/** The body of an office: ours, another, or none where the text gives none. */
export function bodyOf(utterance: Utterance, group: NounGroup): 'name' | 'reference' | 'other' | undefined {
  const words = headWordsOf(utterance.lang);
  const bodies = group.named.filter(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person');
  if (bodies.length > 0)
    return bodies.some(({ mention }) => mention.terms.some(({ entry }) => ORGANIZATION.concepts.has(entry.concept.id)))
      ? 'name'
      : 'other';
  if (group.possessive !== undefined) {
    if (group.possessive !== 'thing' && group.possessive !== 'several') return undefined;
    const owner = utterance.ownerOf(group, ORGANIZATION);
    // "Amy Pope a pris ses fonctions": the office belongs to the person.
    const isPersons = utterance
      .argumentsOf(group)
      .some(({ statement }) =>
        statement.subjects.some((each) =>
          each.named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person'),
        ),
      );
    return owner === undefined ? undefined : owner === 'other' ? (isPersons ? undefined : 'other') : owner.by;
  }
  let isElse = false;
  for (const owner of group.owners) {
    // "Purcell's decade at the head", "the post of Director General"
    if (owner.named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person')) continue;
    const referent = utterance.refer(owner, ORGANIZATION);
    if (referent.kind === 'own') return referent.by;
    const isOffice =
      words.titles.isIn(utterance.words.slice(owner.first, owner.next)) ||
      words.looseTitles.isIn(utterance.words.slice(owner.first, owner.next)) ||
      words.seats.isIn(utterance.words.slice(owner.first, owner.next));
    if (!isOffice) isElse = true;
  }
  for (const { roles, group: after, first } of utterance.attachedTo(group)) {
    if (after.kind !== 'noun' || first !== group.end || !(roles.has('in') || roles.has('on'))) continue;
    const referent = utterance.refer(after, ORGANIZATION);
    if (referent.kind === 'own') return referent.by;
  }
  return isElse ? 'other' : undefined;
}

/** A phrase within the group's own words, at its end or before a name. */
function phraseIn(
  utterance: Utterance,
  group: NounGroup,
  list: ReturnType<typeof headWordsOf>['titles'],
): Range | undefined {
  const { tokens } = utterance.reading.sentence;
  for (let i = group.first; i < group.next; i++) {
    const length = list.lengthAt(utterance.words, i);
    if (length === 0 || group.owners.some((owner) => i >= owner.first && i < owner.next)) continue;
    const after = tokens[i + length]!;
    // "Director General Swing", "director general actual"; "chief spokesperson" is not a chief.
    const isEnd =
      i + length >= group.next ||
      after.kind === 'punctuation' ||
      /^\p{Lu}/u.test(after.written) ||
      utterance.grammar.lang !== 'en';
    if (isEnd) return { first: i, next: i + length };
  }
  return undefined;
}

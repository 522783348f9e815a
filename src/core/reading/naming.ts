import type { Mention } from '../mentions/findMentions';
import type { ConceptKind } from '../termbase/concept';
import type { Gender, NounClass } from './grammarFile';
import type { Named, NounGroup, VerbGroup } from './nodes';
import { isPerson } from './statement';
import type { Reading } from './read';
import type { Sentence } from './sentence';
import type { Text } from './text';
import { isCapitalized } from './tokens';

/** The referent of an argument. */
export type Referent = OwnReferent | { readonly kind: 'other' } | { readonly kind: 'unknown' };

/** A concept of the termbase that the group names or refers back to. */
export interface OwnReferent {
  readonly kind: 'own';
  readonly concept: string;
  readonly by: 'name' | 'reference';
  readonly mention: Mention;
}

/** The sorts of things that compete as antecedents of a pronoun. */
export type Sort = 'organization' | 'instrument' | 'forum' | 'person' | 'thing';

/** The concept that a group names: its mention must be the head, without any other word. */
export function nameOf(group: NounGroup, reading: Reading): OwnReferent | undefined {
  const { sentence, grammar } = reading;
  if (group.named.length === 0) return undefined;
  const { tokens } = sentence;
  const first = group.named[0]!;
  const last = group.named[group.named.length - 1]!;
  const named = grammar.has('headLast') ? last : first;
  // In French and Spanish an adjective may follow the name; "IOM Libya" is not IOM.
  const isWhole = grammar.has('headLast')
    ? last.next >= group.next
    : !tokens
        .slice(first.next, group.next)
        .some(
          ({ written }, i) =>
            /^\p{Lu}/u.test(written) &&
            !group.named.some((other) => first.next + i >= other.first && first.next + i < other.next),
        );
  // "became an International Organization for Migration (IOM) member state": no name has an indefinite article.
  if (!isWhole || (grammar.has('headLast') && group.determiner === 'indefinite')) return undefined;
  const { mention } = named;
  const [term] = mention.terms;
  return { kind: 'own', concept: term!.entry.concept.id, by: 'name', mention };
}

/** The sort of thing that a group without one of our names denotes. */
export function sortOf(group: NounGroup, { sentence, grammar }: Reading): Sort {
  if (group.head < 0) return 'thing';
  const head = sentence.tokens[group.head]!;
  // In a proper name, any word may be the class noun: "le Mixed Migration Centre".
  const classes =
    grammar.nounClassesOf(head) ??
    (group.isProper
      ? group.words.map((word) => grammar.nounClassesOf(word)).find((each) => each !== undefined)
      : undefined);
  const sort = classes && (group.isProper ? PROPER_SORTS : SORTS).find(([kind]) => classes.has(kind))?.[1];
  // Capitals denote a body, but not before a number: "USD 250 million".
  return sort ?? (group.quantity === undefined && /^\p{Lu}{3,}$/u.test(head.written) ? 'organization' : 'thing');
}

const SORTS: readonly (readonly [NounClass, Sort])[] = [
  ['person', 'person'],
  ['otherOrganization', 'organization'],
  ['organization', 'organization'],
  ['network', 'organization'],
  ['centre', 'organization'],
  ['group', 'organization'],
  ['otherInstrument', 'instrument'],
  ['instrument', 'instrument'],
  ['forum', 'forum'],
];
/** The same, with words of proper names. */
const PROPER_SORTS: typeof SORTS = [...SORTS, ['process', 'forum'], ['plan', 'instrument']];

/** The sort of thing that a mention of a concept denotes. */
export function sortOfMention({ terms }: Mention): Sort {
  return SORTS_OF_KINDS[terms[0]!.entry.concept.kind] ?? 'thing';
}

const SORTS_OF_KINDS: Readonly<Partial<Record<ConceptKind, Sort>>> = {
  organization: 'organization',
  body: 'organization',
  office: 'organization',
  instrument: 'instrument',
  resolution: 'instrument',
  objective: 'instrument',
  forum: 'forum',
  person: 'person',
};

/**
 * The gender that a pronoun, a possessive or a participle shows; the verb "está" and the article of a noun are no
 * pronouns.
 */
export function genderOfReference(at: number, { sentence: { tokens }, nodes, grammar }: Reading): Gender | undefined {
  const verb = nodes.find((node): node is VerbGroup => node.kind === 'verb' && node.first === at);
  if (verb) return verb.form === 'participle' ? grammar.genderOfParticiple(tokens[verb.main]!) : undefined;
  const isNoun = nodes.some(
    (node) => node.first === at && node.kind === 'noun' && node.pronoun === undefined && node.possessive === undefined,
  );
  return isNoun ? undefined : grammar.genderShown(tokens[at], 'pronoun');
}

/** The gender of a group's referent: that of its name, else the gender that the article shows. */
export function genderOf(
  group: NounGroup,
  own: Pick<OwnReferent, 'mention'> | undefined,
  { grammar, sentence: { tokens } }: Reading,
): Gender | undefined {
  const name = own?.mention.terms.find(({ lang }) => lang === grammar.lang);
  return name?.gender ?? (own ? undefined : grammar.genderShown(tokens[group.first], 'article'));
}

/**
 * "the agreement between A and B", "the Compact on Refugees", "the Convention concerning Forced Labour": its complement
 * identifies it.
 */
export function isQualified(group: NounGroup, { sentence: { tokens }, grammar, nodes }: Reading): boolean {
  const [after, next] = tokens.slice(group.next);
  if (tokens.slice(group.first, group.next + 1).some(({ folded }) => grammar.index.qualifying.has(folded))) return true;
  if (!grammar.hasRole(after, 'between', 'with', 'on', 'for', 'against') || grammar.hasRole(after, 'in')) return false;
  // What it is on, and no time: "adopted the Convention on the Rights of the Child".
  const isTopic = grammar.hasRole(after, 'on') && grammar.is(next, 'definite');
  return isTopic || !nodes.some((node) => node.kind === 'verb' && node.next === group.first);
}

/** The classes of a noun with an article and nothing that identifies it, which may take up a name: "ce texte". */
export function classesOfBareNoun(group: NounGroup, reading: Reading): ReadonlySet<NounClass> | undefined {
  const { determiner, owners, quantity, possessive, head, words, ordinal } = group;
  const isBare =
    determiner !== 'none' &&
    owners.length === 0 &&
    quantity === undefined &&
    possessive === undefined &&
    head >= 0 &&
    words.length === (ordinal === undefined ? 1 : 2) &&
    !isQualified(group, reading);
  return isBare ? reading.grammar.nounClassesOf(reading.sentence.tokens[head]!) : undefined;
}

/** Whether a noun within its sentence has a capital, which marks the author's own short name. */
export function hasCapital({ head }: NounGroup, { sentence }: Reading): boolean {
  return head > 0 && isCapitalized(sentence.tokens[head]!.written);
}

/** "UN headquarters": whether a name precedes the head, where heads come last. */
export function hasNameBefore({ first, head, named }: NounGroup, { sentence: { tokens }, grammar }: Reading): boolean {
  const isCapital = (i: number): boolean => i > 0 && isCapitalized(tokens[i]?.written ?? '');
  const isOfName = tokens.some((_, i) => i >= first && i < head && isCapital(i)) && !isCapital(head);
  return grammar.has('headLast') && (named.length > 0 || isOfName);
}

/** Whether "its" may take up a group: "the Platform", "a centre", "UNESCO"; not "States", a person or "its board". */
export function isSingleThing(group: NounGroup, { sentence, grammar }: Reading): boolean {
  const { isProper, determiner, head, quantity, possessive } = group;
  return (
    (isProper || determiner !== 'none') &&
    quantity === undefined &&
    possessive === undefined &&
    head >= 0 &&
    !grammar.isPlural(sentence.tokens[head]!) &&
    !isPerson(group, grammar)
  );
}

/** The names in a sentence, in token indexes. Notions are not subjects. */
export function namesIn(text: Pick<Text, 'mentionsIn' | 'siteOf'>, sentence: Sentence): readonly Named[] {
  const named: Named[] = [];
  for (const mention of text.mentionsIn(sentence)) {
    if (mention.terms[0]!.entry.concept.kind === 'notion') continue;
    const place = text.siteOf(mention);
    if (place?.sentence === sentence && place.next > place.first)
      named.push({ mention, first: place.first, next: place.next });
  }
  return named;
}

import heads from '../../../../data/relations/heads.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import type { Node, NounGroup, Range } from '../../reading/nodes';
import { PhraseList } from '../../reading/phraseList';
import { namesPerson, withOwners } from '../../reading/statement';
import type { Wanted } from '../../reading/text';
import { nounPhrase, verbList } from '../field';
import type { Utterance } from '../utterance';

/** The head's office in a noun group; the range is that of its words. */
export interface Office extends Range {
  readonly group: NounGroup;
  /** `bare` means that the body is not named. */
  readonly of: 'name' | 'reference' | 'bare';
  /** Whether the words are a title, which only the head has, or a seat: "the office". */
  readonly isTitle: boolean;
}

/** The office of the head that a group names; `other` where it belongs to a deputy or to the head of another body. */
export function officeOf(utterance: Utterance, group: NounGroup): Office | 'other' | undefined {
  const { lang, words } = utterance;
  const { titles, seats, others } = headWordsOf(lang);
  const title = phraseIn(utterance, group, titles);
  const range = title ?? phraseIn(utterance, group, seats);
  if (!range) return undefined;
  const isOfDeputy = [...withOwners(group)].some(({ first, next }) => others.isIn(words.slice(first, next)));
  const of = isOfDeputy ? 'other' : bodyOf(utterance, group);
  return of === 'other' ? 'other' : { group, ...range, isTitle: title !== undefined, of: of ?? 'bare' };
}

/** Whether an office can be that of the head without further evidence. */
export function isClear({ isTitle, of }: Office): boolean {
  return isTitle || of !== 'bare';
}

/** The body of an office: ours, another, or none where the text gives none. */
export function bodyOf(utterance: Utterance, group: NounGroup): 'name' | 'reference' | 'other' | undefined {
  const bodies = group.named.filter(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person');
  if (bodies.length > 0) return utterance.nameIn(group, ORGANIZATION)?.by ?? 'other';
  if (group.possessive !== undefined) {
    const owner = utterance.ownerOf(group, ORGANIZATION);
    if (owner !== 'other') return owner?.by;
    // The possessive of a person's office denotes the person.
    const isPersons = utterance.argumentsOf(group).some(({ statement }) => statement.subjects.some(namesPerson));
    return !isPersons && (group.possessive === 'thing' || group.possessive === 'several') ? 'other' : undefined;
  }
  const owners = group.owners.filter((each) => !namesPerson(each));
  for (const each of owners) {
    const referent = utterance.refer(each, ORGANIZATION);
    if (referent.kind === 'own') return referent.by;
  }
  return owners.length > 0 ? 'other' : undefined;
}

/** A phrase among the group's own words, at its end or before a name; "chief spokesperson" is not a chief. */
export function phraseIn(utterance: Utterance, group: NounGroup, list: PhraseList): Range | undefined {
  const { words, grammar, reading } = utterance;
  const { tokens } = reading.sentence;
  const isCapital = (i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.written ?? '');
  for (let i = group.first; i < group.next; i++) {
    const next = i + list.lengthAt(words, i);
    if (next === i || [...group.owners, ...group.named].some((each) => i >= each.first && i < each.next)) continue;
    const goesOn = next < group.next && tokens[next]!.kind !== 'punctuation' && !isCapital(next);
    if (!goesOn || !grammar.has('headLast')) return { first: i, next };
  }
  return undefined;
}

/** The title in a person's group or next to it: "IOM Director General X", "X, Director General", "the post | X". */
export function postOf(utterance: Utterance, person: NounGroup): Office | undefined {
  const { groups } = utterance.reading;
  const apposed = utterance
    .argumentsOf(person)
    .filter(({ statement: { kind, verb } }) => kind === 'apposition' && !verb)
    .flatMap(({ statement: { subjects, objects } }) => [...subjects, ...objects]);
  // Directly before, without a comma: "el director general de la OIM António Vitorino".
  const adjacent = groups.filter((each) => each.end === person.first);
  for (const group of [person, ...apposed, ...adjacent, ...labelsOf(utterance, person)]) {
    const office = group.owners.includes(person) ? undefined : officeOf(utterance, group);
    if (office === 'other' && group === person) return undefined;
    if (office && office !== 'other' && office.isTitle) return office;
  }
  return undefined;
}

/** The nouns that label a person: "Director General: X", and in a row "X | Director General of IOM". */
export function labelsOf(utterance: Utterance, person: NounGroup): readonly NounGroup[] {
  const { nodes } = utterance.reading;
  // A label may be at the beginning of an entry, or after the organization: "Director General: X".
  const at = nodes.indexOf(person);
  const [body, opening, label, mark] = [4, 3, 2, 1].map((n) => nodes[at - n]);
  const isOfBody = body?.kind === 'noun' && utterance.own(body, ORGANIZATION) !== undefined;
  const isOurs =
    utterance.discourse.topicOf(utterance.site.block, ORGANIZATION) !== 'other' ||
    (label?.kind === 'noun' && [...withOwners(label)].some((each) => utterance.nameIn(each, ORGANIZATION)));
  const isOpening = OPENINGS.has(opening?.kind) && isOurs;
  const isLabel = mark && MARKS.has(mark.kind) && (isOfBody || isOpening);
  const labels = isLabel && label?.kind === 'noun' ? [label] : [];
  // In a row, the title may be in the cell after that of the person: "X | Director General of IOM".
  const [before, bar, cell] = [nodes[at - 1], nodes[at + 1], nodes[at + 2]];
  const isCell = bar?.kind === 'cell' && (before === undefined || before.kind === 'cell');
  if (isCell && cell?.kind === 'noun' && !isRowOfAnother(utterance, person)) labels.push(cell);
  return labels;
}

/** Whether a row names another body and not ours, or is under the heading of another one. */
function isRowOfAnother(utterance: Utterance, person: NounGroup): boolean {
  const { reading, discourse, site } = utterance;
  const referents = reading.groups.flatMap((group) => (group === person ? [] : [utterance.refer(group, ORGANIZATION)]));
  if (referents.some(({ kind }) => kind === 'own')) return false;
  return referents.some(({ kind }) => kind === 'other') || discourse.topicOf(site.block, ORGANIZATION) === 'other';
}

type Key = keyof typeof heads.words.en;

/** The words of one language about the head of the organization, compiled for comparison. */
type HeadWords = Readonly<Record<Key, PhraseList>>;

/** The words of a language, compiled on first use. */
export const headWordsOf = perLang((lang) => {
  const lists = Object.entries(heads.words[lang]).map(([key, phrases]) => [
    key,
    key === 'lead' ? verbList(phrases) : officeList(phrases, lang),
  ]);
  return Object.fromEntries(lists) as HeadWords;
});

/** Phrases in the form of tokens, with hyphens separate. */
export function officeList(phrases: readonly string[], lang: Lang): PhraseList {
  return new PhraseList(phrases, (phrase) =>
    nounPhrase(phrase.replace(/-/g, ' - '), grammarOf(lang)).flatMap((word) => word.split(/(-)/).filter(Boolean)),
  );
}

/** The organization that is headed, as a subject to which words may refer. */
export const ORGANIZATION: Wanted = { concepts: new Set([heads.subject]) };

const MARKS: ReadonlySet<Node['kind']> = new Set(['colon', 'dash', 'cell', 'other']);
const OPENINGS: ReadonlySet<Node['kind'] | undefined> = new Set([undefined, 'stop', 'cell', 'adverb', 'other']);

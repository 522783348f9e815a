import type { Node, NounGroup, Range } from '../../reading/nodes';
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
  readonly kind: (typeof KINDS)[number];
}

const KINDS = ['title', 'looseTitle', 'seat'] as const;

/** The office of the head that a group names; `other` where it belongs to a deputy or to the head of another body. */
export function officeOf(utterance: Utterance, group: NounGroup): Office | 'other' | undefined {
  const words = headWordsOf(utterance.lang);
  const [found] = KINDS.flatMap((kind) => {
    const range = phraseIn(utterance, group, words[`${kind}s`]);
    return range ? [{ kind, ...range }] : [];
  });
  if (!found) return undefined;
  const of = isOfOther(utterance, group) ? 'other' : bodyOf(utterance, group);
  return of === 'other' ? 'other' : { group, ...found, of: of ?? 'bare' };
}

/** Whether an office is that of a deputy. */
function isOfOther({ lang, words }: Utterance, group: NounGroup): boolean {
  const { others } = headWordsOf(lang);
  return [...withOwners(group)].some(({ first, next }) => others.isIn(words.slice(first, next)));
}

/** Whether an office can be that of the head without further evidence. */
export function isClear({ kind, of }: Office): boolean {
  return kind === 'title' || of !== 'bare';
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

/**
 * A phrase among the group's own words, at its end or before a name; "chief spokesperson" is not a chief.
 */
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

/** The office next to a person's name: "IOM Director General X", "X, Director General of IOM", "Chief of IOM: X". */
export function postOf(utterance: Utterance, person: NounGroup): Office | undefined {
  const inside = officeOf(utterance, person);
  if (inside === 'other' || (inside && inside.kind !== 'seat')) return clear(inside);
  const apposed = utterance
    .argumentsOf(person)
    .filter(({ statement: { kind, verb } }) => kind === 'apposition' && !verb)
    .flatMap(({ statement: { subjects, objects } }) => [...subjects, ...objects]);
  // "el director general de la OIM António Vitorino": directly before, without a comma.
  const before = utterance.reading.groups.filter((each) => each.end === person.first);
  for (const group of [...apposed, ...before]) {
    const isOther = group !== person && !group.owners.includes(person);
    const office = isOther ? clear(officeOf(utterance, group)) : undefined;
    if (office) return office;
  }
  return ofLabel(utterance, person);
}

function clear(office: Office | 'other' | undefined): Office | undefined {
  return office && office !== 'other' && office.kind !== 'seat' && isClear(office) ? office : undefined;
}

/** "Director General: X", "Director General since 2023: X", "IOM (Director General: X)". */
function ofLabel(utterance: Utterance, person: NounGroup): Office | undefined {
  const { nodes } = utterance.reading;
  const at = nodes.indexOf(person);
  const mark = nodes[at - 1]?.kind;
  let i = at - 2;
  while (nodes[i]?.kind === 'date' || (nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'date')) i--;
  const label = nodes[i];
  if (!mark || !MARKS.has(mark) || label?.kind !== 'noun' || label.owners.includes(person)) return undefined;
  const office = officeOf(utterance, label);
  if (mark === 'comma') return clear(office);
  const [body, opening] = [nodes[i - 2], nodes[i - 1]?.kind];
  const isOfBody = body?.kind === 'noun' && (opening === 'open' || opening === 'colon');
  const own = isOfBody ? utterance.own(body, ORGANIZATION) : undefined;
  if (!own && opening && !OPENINGS.has(opening)) return undefined;
  if (!office || office === 'other' || office.of !== 'bare') return clear(office);
  // "IOM (chief: X)": after the body, a loose word suffices.
  if (own) return { ...office, kind: 'title', of: own.by };
  return utterance.discourse.topicOf(utterance.site.block, ORGANIZATION) === 'other' ? undefined : clear(office);
}

const MARKS: ReadonlySet<Node['kind']> = new Set(['colon', 'dash', 'other', 'comma']);
const OPENINGS: ReadonlySet<Node['kind']> = new Set(['stop', 'adverb', 'other']);

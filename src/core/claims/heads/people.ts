import data from '../../../../data/relations/heads.json';
import { foldKey } from '../../fold';
import type { NounGroup, Range } from '../../reading/nodes';
import type { Sentence } from '../../reading/sentence';
import { namesPerson } from '../../reading/statement';
import type { Text } from '../../reading/text';
import type { Fact } from '../../termbase/concept';
import { compareDates } from '../../termbase/dates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { HONORIFICS, headWordsOf } from './headWords';

/** The heads of the organization, in the order of their terms. */
export interface Heads {
  readonly row: readonly Fact[];
  readonly current: Fact | undefined;
  readonly bySurname: ReadonlyMap<string, Fact>;
}

/** A head to whom a noun group refers; the range is that of the name. */
export interface Person extends Range {
  readonly group: NounGroup;
  readonly head: Fact;
  readonly by: 'name' | 'surname';
}

const HEADS = new WeakMap<Records, Heads>();

export function headsOf(records: Records): Heads {
  const known = HEADS.get(records);
  if (known) return known;
  const row = [...records.facts(data.subject, data.property)].sort((a, b) => compareDates(a.from ?? '', b.from ?? ''));
  const bySurname = new Map(row.map((fact) => [foldKey(/(\S+)(?: Jr\.)?$/.exec(String(fact.value))![1]!), fact]));
  const heads = { row, current: row.find(({ to }) => to === undefined), bySurname };
  HEADS.set(records, heads);
  return heads;
}

/** Whether a sentence has the name of a person or the surname of a head; without either it names no head. */
export function mayNameHead(sentence: Sentence, text: Text, { bySurname }: Heads): boolean {
  return (
    text.mentionsIn(sentence).some(({ terms }) => terms[0]!.entry.concept.kind === 'person') ||
    sentence.tokens.some(({ folded }) => bySurname.has(folded))
  );
}

/** The heads whom a sentence names. */
export function peopleIn(utterance: Utterance, heads: Heads): readonly Person[] {
  return utterance.reading.groups.flatMap((group) => personIn(utterance, group, heads) ?? []);
}

function personIn(utterance: Utterance, group: NounGroup, heads: Heads): Person | undefined {
  if (!namesPerson(group)) return surnameIn(utterance, group, heads);
  for (const { first, next, mention } of group.named) {
    const head = heads.row.find((fact) => personOf(fact) === mention.terms[0]!.entry.concept.id);
    if (head) return { group, first, next, head, by: 'name' };
  }
  return undefined;
}

/** A surname with nothing but titles, honorifics and names of bodies: "Director General Swing", not "Swing voters". */
function surnameIn(utterance: Utterance, group: NounGroup, { bySurname }: Heads): Person | undefined {
  const { grammar, reading, words, lang } = utterance;
  const { titles, looseTitles } = headWordsOf(lang);
  let found: Person | undefined;
  for (let i = group.first; i < group.next; i++) {
    const token = reading.sentence.tokens[i]!;
    const inside = [...group.named, ...group.owners].find(({ first, next }) => i >= first && i < next);
    const known = inside ? inside.next - i : Math.max(titles.lengthAt(words, i), looseTitles.lengthAt(words, i));
    const head = bySurname.get(token.folded);
    const isSmall = HONORIFICS.has(token.folded) || grammar.is(token, 'definite');
    if (known > 0) i += known - 1;
    else if (head && /^\p{Lu}\p{Ll}/u.test(token.written) && !found)
      found = { group, first: i, next: i + 1, head, by: 'surname' };
    else if (token.kind === 'word' && !isSmall && (found || /^\p{Lu}/u.test(token.written))) return undefined;
  }
  return found;
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
export function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}

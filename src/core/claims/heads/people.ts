import heads from '../../../../data/relations/heads.json';
import { foldKey } from '../../fold';
import type { NounGroup, Range } from '../../reading/nodes';
import type { Sentence } from '../../reading/sentence';
import type { Text } from '../../reading/text';
import { isPerson, namesPerson } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { compareDates } from '../../termbase/dates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { HONORIFICS, headWordsOf } from './headWords';

/** A head of the organization to whom a noun group refers; the range is that of the name or pronoun. */
export interface Person extends Range {
  readonly group: NounGroup;
  readonly head: Fact;
  readonly by: 'name' | 'surname' | 'reference';
}

const ROWS = new WeakMap<Records, readonly Fact[]>();

/** The heads of the organization, in the order of their terms. */
export function headsOf(records: Records): readonly Fact[] {
  let row = ROWS.get(records);
  if (!row) {
    row = [...records.facts(heads.subject, heads.property)].sort((a, b) => compareDates(a.from ?? '', b.from ?? ''));
    ROWS.set(records, row);
  }
  return row;
}

/** Whether a sentence has the name of a person or the surname of a head; without either it names no head. */
export function mayNameHead(sentence: Sentence, text: Text, row: readonly Fact[]): boolean {
  return (
    text.mentionsIn(sentence).some(({ terms }) => terms[0]!.entry.concept.kind === 'person') ||
    sentence.tokens.some(({ folded }) => row.some((fact) => surnameOf(fact) === folded))
  );
}

/** The heads whom a sentence names, else the one to whom it refers back in the preceding sentence. */
export function peopleIn(utterance: Utterance, row: readonly Fact[]): readonly Person[] {
  const named = utterance.reading.groups.flatMap((group) => personIn(utterance, group, row) ?? []);
  return named.length > 0 ? named : antecedentIn(utterance, row);
}

function personIn(utterance: Utterance, group: NounGroup, row: readonly Fact[]): Person | undefined {
  const named = group.named.find(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person');
  if (named) {
    const head = row.find((fact) => personOf(fact) === named.mention.terms[0]!.entry.concept.id);
    return head && { group, first: named.first, next: named.next, head, by: 'name' };
  }
  return group.pronoun === undefined && group.quantity === undefined ? surnameIn(utterance, group, row) : undefined;
}

/** A surname with nothing but titles, honorifics and names of bodies: "Director General Swing", not "Swing voters". */
function surnameIn(utterance: Utterance, group: NounGroup, row: readonly Fact[]): Person | undefined {
  const { tokens } = utterance.reading.sentence;
  const { titles, looseTitles } = headWordsOf(utterance.lang);
  let found: { readonly at: number; readonly head: Fact } | undefined;
  for (let i = group.first; i < group.next; i++) {
    const token = tokens[i]!;
    const inside = [...group.named, ...group.owners].find(({ first, next }) => i >= first && i < next);
    const title = Math.max(titles.lengthAt(utterance.words, i), looseTitles.lengthAt(utterance.words, i));
    const head = row.find((fact) => surnameOf(fact) === token.folded);
    if (inside) i = inside.next - 1;
    else if (title > 0) i += title - 1;
    else if (head && /^\p{Lu}\p{Ll}/u.test(token.written) && !found) found = { at: i, head };
    else if (
      token.kind === 'word' &&
      !HONORIFICS.has(token.folded) &&
      !utterance.grammar.is(token, 'definite') &&
      (found !== undefined || /^\p{Lu}/u.test(token.written))
    )
      return undefined;
  }
  return found && { group, first: found.at, next: found.at + 1, head: found.head, by: 'surname' };
}

/**
 * "Amy Pope leads it. She is the tenth …": the head who is the only person of the preceding sentence, for the ordinal
 * that this sentence gives to its subject.
 */
function antecedentIn(utterance: Utterance, row: readonly Fact[]): readonly Person[] {
  const { grammar, statements } = utterance.reading;
  const [before] = utterance.discourse.readingsBefore(utterance.site, 1);
  const persons = before?.groups.filter((group) => isPerson(group, grammar)) ?? [];
  const named = new Set(persons.filter(namesPerson).flatMap(({ named: all }) => all.map(({ mention }) => mention)));
  const concepts = new Set([...named].map(({ terms }) => terms[0]!.entry.concept.id));
  const head = concepts.size === 1 ? row.find((fact) => concepts.has(personOf(fact))) : undefined;
  if (!head) return [];
  return statements.flatMap(({ kind, verb, objects }) =>
    kind === 'main' && verb?.lemmas.some((lemma) => grammar.isBe(lemma))
      ? objects
          .filter(({ ordinal }) => ordinal !== undefined)
          .map((group) => ({ group, first: group.first, next: group.next, head, by: 'reference' as const }))
      : [],
  );
}

const SURNAMES = new WeakMap<Fact, string>();

function surnameOf(fact: Fact): string {
  let name = SURNAMES.get(fact);
  if (name === undefined) {
    const words = String(fact.value)
      .replace(/ Jr\.$/, '')
      .split(' ');
    SURNAMES.set(fact, (name = foldKey(words.at(-1)!)));
  }
  return name;
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
export function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}

/** "Amy E. Pope" in its most frequent form, without the initial. */
export function shortName(name: string): string {
  return name.replace(/ [A-Z]\. /, ' ').replace(/ Jr\.$/, '');
}

import type { Records } from '../records';
import { foldKey } from '../../fold';
import type { NounGroup, Range } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { possessiveOf } from '../../reading/pronouns';
import { isCapitalized, type Token } from '../../reading/tokens';
import type { Fact } from '../../termbase/concept';
import { compareDates } from '../../termbase/dates';
import heads from '../../../../data/relations/heads.json';
import { HONORIFICS, headWordsOf } from './headWords';
import { onlyPersonIn, personsIn } from './personReferences';
import type { Utterance } from '../utterance';

/** A person whom a noun group names; the range is that of the name only. */
export interface Person extends Range {
  readonly group: NounGroup;
  /** The head of the organization in the record. */
  readonly head: Fact | undefined;
  readonly concept: string | undefined;
  /**
   * `unknown` is a capitalized name that the termbase lacks; `reference` is a pronoun, or the predicate noun of an
   * omitted subject.
   */
  readonly by: 'name' | 'surname' | 'unknown' | 'reference';
}

const ROWS = new WeakMap<Records, readonly Fact[]>();

/** The heads of the organization, in the order of their terms. */
export function headsOf(records: Records): readonly Fact[] {
  let row = ROWS.get(records);
  if (!row)
    ROWS.set(
      records,
      (row = [...records.facts(heads.subject, heads.property)].sort((a, b) =>
        compareDates(a.from ?? '', b.from ?? ''),
      )),
    );
  return row;
}

/** The persons whom a sentence names, or to whom it refers back in the preceding sentence. */
export function peopleIn(utterance: Utterance, row: readonly Fact[], records: Records): readonly Person[] {
  const named = utterance.reading.groups.flatMap((group) => personIn(utterance, group, row, records) ?? []);
  return named.length > 0 ? named : antecedentAt(utterance, row);
}

/**
 * "Amy Pope leads it. She was elected in 2023": the head that is the topic of the preceding sentence, where a pronoun
 * or an omitted subject may refer to her.
 */
function antecedentAt(utterance: Utterance, row: readonly Fact[]): readonly Person[] {
  const [before] = utterance.discourse.readingsBefore(utterance.site, 1);
  const [about, ...others] = before ? aboutWhom(before, utterance) : [];
  const head = about && others.length === 0 ? row.find((fact) => personOf(fact) === about) : undefined;
  if (!head) return [];
  const { grammar, statements } = utterance.reading;
  const groups = statements.flatMap(({ kind, verb, objects }) => {
    if ((kind !== 'main' && kind !== 'relative') || !verb) return [];
    // "C'est la deuxième femme à", "Es la undécima persona que"
    return kind === 'main' && verb.lemmas.some((lemma) => grammar.isBe(lemma))
      ? objects.filter(({ ordinal }) => ordinal !== undefined)
      : [];
  });
  return groups
    .slice(0, MOST)
    .map((group) => ({ group, first: group.first, next: group.next, head, concept: about, by: 'reference' }));
}

/** The maximal number of clauses that may be about one person. */
const MOST = 3;

/**
 * The persons whom a sentence is about: its subjects, or all groups of a sentence without a verb. For "she" in the next
 * sentence, the only person in it: "IOM is led by Amy Pope."
 */
function aboutWhom(before: Reading, { reading, lang }: Utterance): readonly string[] {
  const { statements, groups } = before;
  const [taken] = reading.statements.flatMap(({ subjects }) => subjects);
  const only = taken?.pronoun === 'person' ? onlyPersonIn(before, lang) : undefined;
  if (only !== undefined) return [only];
  const main = statements.filter(({ kind, verb }) => kind === 'main' && verb !== undefined);
  const about = main.length > 0 ? main.flatMap(({ subjects }) => subjects) : groups;
  return about.length > 0 &&
    about.every(({ named, pronoun }) => named.length > 0 || pronoun !== undefined || main.length === 0)
    ? [...new Set(personsIn(about))]
    : [];
}

interface Alias extends Person {
  readonly isHost: boolean;
}

/**
 * The person as denoted by a noun in apposition to the name, or by the noun to which the name is in apposition: "Amy
 * Pope, an American, who", "the Director General, Amy Pope, was".
 */
export function aliasesOf(utterance: Utterance, person: Person): readonly Alias[] {
  return utterance.argumentsOf(person.group).flatMap(
    ({
      statement: {
        kind,
        verb,
        subjects: [host],
        objects,
      },
      role,
    }): readonly Alias[] => {
      if (kind !== 'apposition' || verb || !host) return [];
      if (role === 'object')
        return host.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person')
          ? [{ ...person, group: host, isHost: true }]
          : [];
      return role === 'subject' && host === person.group
        ? objects
            .filter(
              ({ quantity, named }) =>
                quantity === undefined &&
                named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person'),
            )
            .map((group) => ({ ...person, group, isHost: false }))
        : [];
    },
  );
}

/** The person whom a noun group names. */
export function personIn(
  utterance: Utterance,
  group: NounGroup,
  row: readonly Fact[],
  records: Records,
): Person | undefined {
  const named = group.named.find(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person');
  if (named) {
    const concept = named.mention.terms[0]!.entry.concept.id;
    const head = row.find((fact) => personOf(fact) === concept);
    // A head according to an unverified source is neither confirmed nor denied.
    if (!head && records.fact(`${heads.subject}-head-${concept.replace(/^person-/, '')}`)) return undefined;
    return { group, first: named.first, next: named.next, head, concept, by: 'name' };
  }
  if (group.pronoun !== undefined || group.quantity !== undefined || group.words.length === 0) return undefined;
  const own = nameIn(utterance, group);
  if (!own) return undefined;
  const { tokens } = utterance.reading.sentence;
  const words = tokens.slice(own.first, own.next);
  if (words.length === 1) {
    const head = row.find((fact) => surnameOf(fact) === words[0]!.folded);
    return head && { group, ...own, head, concept: personOf(head), by: 'surname' };
  }
  // The name of a head with another spelling, or split by a full stop.
  if (words.some(({ folded }) => row.some((fact) => surnameOf(fact) === folded))) return undefined;
  if (group.named.length > 0 && utterance.grammar.lang !== 'en') return undefined;
  return words.length <= 4 ? { group, ...own, head: undefined, concept: undefined, by: 'unknown' } : undefined;
}

/**
 * The tokens of a group that can be a person's name: its capitalized words, without titles, honorifics and other names.
 */
function nameIn(utterance: Utterance, group: NounGroup): Range | undefined {
  const { tokens } = utterance.reading.sentence;
  if (!hasCapital(tokens, group)) return undefined;
  const words = headWordsOf(utterance.lang);
  let first = -1;
  let next = -1;
  for (let i = group.first; i < group.next; i++) {
    const other = group.named.find((each) => i >= each.first && i < each.next);
    const title = Math.max(words.titles.lengthAt(utterance.words, i), words.looseTitles.lengthAt(utterance.words, i));
    const token = tokens[i]!;
    const isOwner = group.owners.some((each) => i >= each.first && i < each.next);
    const isName =
      !other &&
      !isOwner &&
      title === 0 &&
      /^\p{Lu}[\p{L}]/u.test(token.written) &&
      !/^\p{Lu}{2,}$/u.test(token.written) &&
      !HONORIFICS.has(token.folded) &&
      utterance.grammar.nounClassesOf(token) === undefined &&
      utterance.grammar.monthOf(token) === undefined &&
      possessiveOf(utterance.grammar, token) === undefined &&
      !utterance.grammar.is(token, 'definite') &&
      !utterance.grammar.is(token, 'indefinite') &&
      !utterance.grammar.is(token, 'demonstrative') &&
      !utterance.grammar.is(token, 'adverb');
    if (isName) {
      if (
        first >= 0 &&
        next < i &&
        !tokens.slice(next, i).every(({ written }) => written.length <= 2 || written === '-')
      )
        return undefined;
      if (first < 0) first = i;
      next = i + 1;
    } else if (title > 0 || other) {
      i += Math.max(title, other ? other.next - i : 0) - 1;
    } else if (token.kind === 'word' && !isOwner && /^\p{Lu}{2,}$/u.test(token.written)) return undefined;
  }
  if (first < 0) return undefined;
  // "Pope John", "Swing voters": next to other words of the group, the capitalized word is not a surname.
  const rest = tokens
    .slice(next, group.next)
    .filter(({ kind }, i) => kind === 'word' && !isPart(utterance, group, next + i));
  return rest.length === 0 ? { first, next } : undefined;
}

function hasCapital(tokens: readonly Token[], { first, next }: NounGroup): boolean {
  for (let i = first; i < next; i++) if (isCapitalized(tokens[i]!.written)) return true;
  return false;
}

function isPart(utterance: Utterance, group: NounGroup, i: number): boolean {
  const words = headWordsOf(utterance.lang);
  if (group.named.some((each) => i >= each.first && i < each.next)) return true;
  for (let from = group.first; from <= i; from++)
    if (
      from + Math.max(words.titles.lengthAt(utterance.words, from), words.looseTitles.lengthAt(utterance.words, from)) >
      i
    )
      return true;
  return false;
}

const SURNAMES = new WeakMap<Fact, string>();

function surnameOf(fact: Fact): string {
  let name = SURNAMES.get(fact);
  if (name === undefined)
    SURNAMES.set(
      fact,
      (name = foldKey(
        String(fact.value)
          .replace(/ Jr\.$/, '')
          .split(' ')
          .at(-1)!,
      )),
    );
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

import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import { nameIn, type Named, type NameTime } from './compareName';
import { presentNameOf } from '../../termbase/termbase';
import { isVerbOf, type PhraseList } from '../field';
import type { Utterance } from '../utterance';
import { modalityAt } from '../time';
import type { NameWords } from './nameWords';
import { namesBegun, namesBorne } from './nameYears';

/** What a verb says about a name: that it begins, or that it is in use. */
export function namesInStatement(utterance: Utterance, statement: Statement, words: NameWords): readonly NameTime[] {
  const { verb } = statement;
  if (!verb || modalityAt(utterance, undefined, statement) !== 'asserted') return [];
  const is = (list: PhraseList): boolean => isVerbOf(list, verb, utterance.reading);
  const isInto = is(words.into);
  const isTurning = isInto || is(words.turning);
  const isBearing = is(words.bearing);
  // "CIM. So was IOM called from 1980 to 1989": the headword is the name.
  if (isBearing && utterance.words.slice(statement.first, verb.first).some((word) => words.thus.has(word))) return [];
  const byNoun =
    is(words.withNoun) || is(words.bearingWithNoun) || is(words.dating) || isTurning || isBearing
      ? namesByNoun(utterance, statement, words)
      : [];
  const bare = isInto ? nameInto(utterance, statement) : isTurning || isBearing ? namesAfter(utterance, statement) : [];
  // "calls IOM a body outside the system": the object is a description, not a name.
  const isCalled =
    isBearing &&
    !verb.passive &&
    !verb.reflexive &&
    byNoun.length === 0 &&
    statement.objects.length > 1 &&
    bare.some(({ group }) => group === statement.objects[0]);
  const names = isCalled ? [] : byNoun.length > 0 ? byNoun : bare;
  if (names.length > 0)
    return isTurning || is(words.withNoun) || is(words.dating)
      ? namesBegun(statement, names, isTurning || byNoun.length > 0)
      : namesBorne(statement, names);
  // "came to be called ICM in 1980", "pasó a denominarse CIM en 1980"
  const inner = is(words.leading)
    ? utterance.reading.statements.find(
        (other) =>
          other.verb?.form === 'infinitive' && other.verb.first >= verb.next && other.verb.first - verb.next <= 2,
      )
    : undefined;
  if (inner)
    return namesBegun(
      { ...inner, complements: [...statement.complements, ...inner.complements] },
      namesAfter(utterance, { ...inner, complements: inner.complements.filter(({ roles }) => roles.has('as')) }),
      true,
    );
  // "IOM replaced ICM in 1989"
  if (!is(words.replacing)) return [];
  const subject = namesOf(utterance, statement.subjects)[0];
  const others = namesAfter(utterance, statement);
  return subject && others.some(({ name }) => name !== subject.name) ? namesBegun(statement, [subject], true) : [];
}

/** Names after the verb: objects, complements of "as" and "of", subjects of participles and Spanish verbs. */
function namesAfter(utterance: Utterance, statement: Statement): readonly Named[] {
  const { verb, subjects, objects } = statement;
  const { nodes } = utterance.reading;
  const isAdjacent = ({ first }: NounGroup): boolean =>
    !nodes.some((node) => node.kind === 'comma' && node.first > verb!.main && node.first < first);
  const groups = [
    ...subjects.filter((group) => objects.length === 0 && isAdjacent(group)),
    ...objects,
    ...complementsOf(statement, ['from', 'with', 'without']),
  ];
  return namesOf(
    utterance,
    groups.filter(({ first }) => first > verb!.main).sort((a, b) => a.first - b.first),
  );
}

/** "turned into IOM": the last of the complements, not the object. */
function nameInto(utterance: Utterance, statement: Statement): readonly Named[] {
  const last = complementsOf(statement, ['from'])
    .filter(({ first }) => first > statement.verb!.main)
    .sort((a, b) => a.first - b.first)
    .at(-1);
  return namesOf(utterance, last ? [last] : []);
}

function complementsOf({ complements }: Statement, but: readonly string[]): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && !but.some((role) => roles.has(role)) ? [group] : [],
  );
}

function namesOf(utterance: Utterance, groups: readonly NounGroup[]): readonly Named[] {
  return groups.flatMap((group) => nameIn(utterance, group) ?? []);
}

/** "the name of ICEM", "the name ICEM", "its present name". */
function namesByNoun(
  utterance: Utterance,
  statement: Statement,
  { nouns, present, relation }: NameWords,
): readonly Named[] {
  const { subjects, objects, complements } = statement;
  const tops = [...subjects, ...objects, ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []))];
  const found: Named[] = [];
  for (const top of tops)
    for (const group of withOwners(top)) {
      if (!nouns.isIn(group.words) || group.quantity !== undefined) continue;
      // "The amendments that gave IOM its present name were adopted": the verb belongs to another subject than the
      // name.
      if (
        subjects.includes(top) &&
        utterance.reading.nodes.some((node) => node.kind === 'noun' && node.end === top.first)
      )
        continue;
      const host = statement.kind === 'relative' && group.owners.length === 0 ? utterance.hostOf(group) : undefined;
      // "Intergovernmental Committee for Migration, the name that it bore"
      const direct = nameIn(utterance, group) ?? namesOf(utterance, host ? [host] : group.owners)[0];
      if (direct) {
        found.push(direct);
        continue;
      }
      if (present.isIn(group.words)) {
        // "IOM – present name adopted in 1989"
        const [head] = group.determiner === 'none' ? utterance.reading.groups : [];
        const owner =
          utterance.ownerOf(group, relation) ??
          utterance.subjectOf(statement, relation) ??
          (head && utterance.own(head, relation));
        const name = owner && owner !== 'other' ? presentName(utterance, owner, group) : undefined;
        if (name) {
          found.push(name);
          continue;
        }
      }
    }
  return found;
}

/** The present name of a group that refers to its subject without a name. */
export function presentName(utterance: Utterance, { mention, by }: OwnReferent, group: NounGroup): Named | undefined {
  const name = presentNameOf(mention.terms[0]!.entry.concept);
  const term = name?.terms.find(
    ({ lang, form, status }) =>
      lang === utterance.lang && (form ?? 'full') === 'full' && (status ?? 'preferred') === 'preferred',
  );
  return name && term && { name, term, group, by };
}

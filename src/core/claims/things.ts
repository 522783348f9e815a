import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import { isCapitalized } from '../reading/tokens';
import { titlesOf } from '../reading/topic';
import { placeOf } from './gazetteer';
import { bearerOf, type PhraseList } from './field';
import type { Relation } from './relation';
import { Utterance, type Argument } from './utterance';

/** A relation of something that its subject has: its constitution, its agreement with another party. */
export interface ThingRelation extends Relation {
  readonly of: PhraseList;
  readonly objects: PhraseList;
}

/** The owner of the thing that a group denotes: "IOM's Constitution", "the agreement between the UN and IOM". */
export function ofThing(utterance: Utterance, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  const named = ofThingBefore(utterance, group, relation);
  if (named) return named;
  const whole = utterance.hostOf(group) ?? heldBy(utterance, group);
  if (whole && relation.of.isIn(whole.words)) return ofThing(utterance, whole, relation);
  // "la Déclaration sur les progrès du Forum": the last group of the thing's name has the owner.
  const bearer = bearerOf(relation.of, group, utterance.reading.groups, utterance.words);
  if (!bearer && !relation.of.isIn([...group.words, ...group.owners.flatMap(({ words }) => words)])) return undefined;
  // "the amendments to the Constitution of IOM"
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: inner, roles }) =>
      inner.kind === 'noun' && inner.owners.length > 0 && (roles.has('to') || roles.has('in')) ? [inner] : [],
    );
  const owner =
    utterance.ownerOf(bearer ?? group, relation) ??
    attached.map((inner) => utterance.ownerOf(inner, relation)).find((each) => each !== undefined);
  return owner === 'other'
    ? undefined
    : (owner ??
        (isShortName(utterance, group, relation) ? ofTopic(utterance, group, relation) : undefined) ??
        partyOf(utterance, group, relation));
}

/** The owner of the thing to which a group belongs: "the adoption of its Constitution". */
export function ofThingOwned(
  utterance: Utterance,
  group: NounGroup,
  relation: ThingRelation,
): OwnReferent | 'other' | undefined {
  for (const each of group.owners)
    if (relation.of.isIn(each.words)) return utterance.ownerOf(each, relation) ?? partyOf(utterance, each, relation);
  // "Its revision came in 1987 and its entry into force in 1989": that of the revision.
  const follows = utterance.reading.statements.some(({ subjects }) => subjects.some(({ next }) => next <= group.first));
  return group.possessive === 'thing' && !follows ? ofThingBefore(utterance, group, relation) : undefined;
}

/** "was born as PICMME", "nació como CIME": the relation's subject, by its name at the time of the statement. */
export function nameAs(utterance: Utterance, { complements }: Statement, relation: Relation): OwnReferent | undefined {
  return complements
    .flatMap(({ group, roles }) =>
      group.kind === 'noun' && roles.has('as') ? [utterance.nameIn(group, relation)] : [],
    )
    .find((own) => own !== undefined);
}

/**
 * "the Constitution of IOM, in force since 1954", "une charte entrée en vigueur en 1954": the owner of the thing that a
 * clause describes.
 */
export function ofThingInState(
  utterance: Utterance,
  args: readonly Argument[],
  relation: ThingRelation,
): OwnReferent | undefined {
  for (const {
    statement: {
      kind,
      subjects: [thing],
      complements,
      verb,
    },
    role,
    complement,
  } of args) {
    // "in force in 1960" is true of many years.
    const isSince =
      complement?.roles.has('in') === true &&
      complements.some(
        ({ group, roles, first }) =>
          group.kind === 'date' && first >= complement.next && (roles.has('since') || roles.has('from')),
      );
    const own =
      thing && (isSince || (kind === 'apposition' && verb === undefined && role === 'object'))
        ? ofThing(utterance, thing, relation)
        : undefined;
    if (own) return own;
  }
  return undefined;
}

/** "# The Constitution of IOM" above "Adopted: 1953": the owner of the thing in the nearest title with a name. */
export function ofThingAbove({ site, discourse, lang }: Utterance, relation: ThingRelation): OwnReferent | undefined {
  if (relation.of.size === 0) return undefined;
  for (const { text, block } of titlesOf(site.block, discourse)) {
    if (text.firstMentionIn(block) === undefined) continue;
    for (const [index, sentence] of text.sentencesOf(block).entries()) {
      const title = new Utterance(
        { block, index, reading: discourse.readingIn(text, sentence), text },
        discourse,
        lang,
      );
      if (relation.objects.size > 0 && !relation.objects.isIn(title.words)) continue;
      for (const group of title.reading.groups) {
        const own = ofThing(title, group, relation);
        if (own) return { ...own, by: 'reference' };
      }
    }
    return undefined;
  }
  return undefined;
}

/**
 * "IOM's Constitution governs the work. It was adopted in 1953": the owner of the thing that "it", "its" or "the
 * Constitution" refers back to, in the subject of the preceding sentence.
 */
export function ofThingBefore(
  utterance: Utterance,
  group: NounGroup | 'omitted',
  relation: ThingRelation,
): OwnReferent | undefined {
  const isShort =
    group !== 'omitted' &&
    group.determiner === 'definite' &&
    group.owners.length === 0 &&
    group.named.length === 0 &&
    relation.of.isIn(group.words) &&
    !isBetween(utterance, group);
  if (group !== 'omitted' && group.pronoun !== 'thing' && group.possessive !== 'thing' && !isShort) return undefined;
  const before = sentenceBefore(utterance);
  const [main, ...others] = before?.reading.statements.filter(({ kind }) => kind === 'main') ?? [];
  const [subject] = main?.subjects.length === 1 && others.length === 0 ? main.subjects : [];
  // "The adoption of the Constitution": the thing within a nominalization.
  const thing = subject && [subject, ...subject.owners].find(({ words }) => relation.of.isIn(words));
  if (!before || !thing) return undefined;
  const parties = main!.complements.flatMap(({ group: party, roles }) =>
    party.kind === 'noun' && roles.has('between') ? [party] : [],
  );
  for (const { named } of [...thing.owners, ...parties, thing]) {
    for (const { mention } of named) {
      const term = mention.terms.find(({ entry }) => relation.concepts.has(entry.concept.id));
      if (term) return { kind: 'own', concept: term.entry.concept.id, by: 'reference', mention };
    }
  }
  // "The Constitution was adopted in Venice. Its entry into force": the owner that its short name implies.
  const own = isShortName(before, thing, relation) ? ofTopic(before, thing, relation) : undefined;
  return own && { ...own, by: 'reference' };
}

/** The preceding sentence of the block. */
function sentenceBefore({ site, discourse, lang, time }: Utterance): Utterance | undefined {
  const [reading] = discourse.readingsBefore(site, 1);
  return reading && new Utterance({ ...site, index: site.index - 1, reading }, discourse, lang, time);
}

/**
 * "The Constitution was adopted in 1953": with a capital, it belongs to the body that was named. Not "Kenya changed its
 * law. The Constitution …", nor "amendments to the Constitution, which took effect".
 */
function isShortName(utterance: Utterance, group: NounGroup, { of }: ThingRelation): boolean {
  return (
    group.determiner === 'definite' &&
    group.words.length === 1 &&
    group.owners.length === 0 &&
    of.isIn(group.words) &&
    !isBetween(utterance, group) &&
    isCapitalized(utterance.reading.sentence.tokens[group.head]?.written ?? '') &&
    !utterance.discourse.readingsBefore(utterance.site, 1).some(mayNameOwner) &&
    !utterance.argumentsOf(group).some(({ complement }) => complement?.after !== undefined)
  );
}

/** Whether a sentence names a body or a country; a place where something happens is neither. */
function mayNameOwner({ groups, statements }: Reading): boolean {
  return groups.some((each) => {
    const isSite = statements.some(({ complements }) =>
      complements.some(({ group, roles }) => group === each && roles.has('in')),
    );
    return each.isProper && each.named.length === 0 && !(isSite && placeOf(each) !== undefined);
  });
}

/** The antecedent of a short name, or the topic of the section. */
function ofTopic(utterance: Utterance, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  return utterance.antecedentAt(group.first, relation, true);
}

/** "the agreement between UNESCO and the United Nations": its parties identify it. */
function isBetween(utterance: Utterance, group: NounGroup): boolean {
  return utterance.attachedTo(group).some(({ roles }) => roles.has('between') || roles.has('with'));
}

/** "the Constitution of IOM (adopted in 1953)": the thing that brackets after an owner describe. */
function heldBy(utterance: Utterance, group: NounGroup): NounGroup | undefined {
  if (
    !utterance
      .argumentsOf(group)
      .some(
        ({ statement: { kind, verb }, role }) =>
          kind === 'apposition' && role === 'subject' && verb?.passive === undefined,
      )
  )
    return undefined;
  return utterance.reading.groups.find(({ owners }) => owners.includes(group));
}

/** "the agreement between the UN and IOM", "IOM and the UN signed their agreement": the parties. */
function partyOf(utterance: Utterance, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  if (relation.objects.size === 0) return undefined;
  for (const { statement, role } of utterance.argumentsOf(group)) {
    // "the Agreement between IOM and Kenya, signed at the United Nations"
    const joined = statement.complements.flatMap(({ group: party, roles }) =>
      party.kind === 'noun' && roles.has('between') ? [party] : [],
    );
    if (joined.length > 1 && !joined.some(({ words }) => relation.objects.isIn(words))) return undefined;
    // "the agreement that made IOM a related organization"
    const bound = statement.kind === 'relative' && role === 'subject' ? statement.objects : [];
    // "l'accord qui la lie aux Nations Unies"
    const taken =
      statement.kind === 'relative' &&
      role === 'subject' &&
      statement.verb?.clitic &&
      relation.objects.isIn(utterance.words)
        ? utterance.antecedentAt(statement.verb.clitic.first, relation)
        : undefined;
    if (taken) return taken;
    for (const each of [
      ...bound,
      ...statement.complements.flatMap(({ group: other, roles }) =>
        other.kind === 'noun' && (roles.has('between') || roles.has('with') || roles.has('to') || roles.has('on'))
          ? [other]
          : [],
      ),
      ...statement.subjects,
    ]) {
      const own = utterance.own(each, relation);
      if (own) return own;
    }
  }
  return undefined;
}

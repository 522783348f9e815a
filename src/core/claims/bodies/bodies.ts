import type { Claim } from '../claim';
import type { Records } from '../records';
import { foldKey } from '../../fold';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isPassive, themesOf, type Statement } from '../../reading/statement';
import { Evidence } from '../evidence';
import { isVerbOf } from '../field';
import type { Entry } from '../labels/entries';
import { matchOf } from '../labels/labelMatch';
import type { BodyRelation } from '../relation';
import type { Utterance } from '../utterance';
import { bodyWordsOf } from './bodyWords';
import { bodiesIn } from './bodyNames';
import { compareBody, type FoundBody } from './compareBody';

/**
 * "The Network is coordinated by UNHCR", "its secretariat is hosted by the ILO": a body in a role that another body
 * has.
 */
export function bodyClaims(
  utterance: Utterance,
  relations: readonly BodyRelation[],
  records: Records,
): readonly Claim[] {
  const bodiesOf = bodiesIn(utterance);
  return evidenceOf(relations)
    .in(utterance)
    .flatMap((relation) => {
      const others = bodiesOf(relation);
      if (others.length === 0) return [];
      const found = [
        ...utterance.reading.statements.flatMap((statement) => ofVerb(utterance, statement, relation)),
        ...utterance.reading.groups.flatMap((group) => ofNoun(utterance, group, relation)),
      ];
      return found
        .flatMap((each) => compareBody(utterance, each, others, relation, records))
        .filter((each, i, all) => all.findIndex(({ start }) => start === each.start) === i);
    });
}

const EVIDENCE = new WeakMap<readonly BodyRelation[], Evidence<BodyRelation>>();

function evidenceOf(relations: readonly BodyRelation[]): Evidence<BodyRelation> {
  let evidence = EVIDENCE.get(relations);
  if (!evidence) EVIDENCE.set(relations, (evidence = new Evidence(relations)));
  return evidence;
}

/** "UN Network on Migration – secretariat: UNODC" */
export function labelledBodies(entry: Entry, relations: readonly BodyRelation[], records: Records): readonly Claim[] {
  const { utterance, from } = entry;
  // "Who coordinates the Network? UNHCR."
  if (entry.asks !== undefined && entry.asks.size > 0) return [];
  const bodiesOf = bodiesIn(utterance);
  return relations.flatMap((relation) => {
    const match = matchOf(entry, relation);
    const others = match?.how === 'label' ? bodiesOf(relation).filter(({ first }) => first >= from) : [];
    if (!match || others.length === 0) return [];
    const holders = utterance.reading.groups.filter(({ first }) => first >= from);
    return compareBody(
      utterance,
      { subject: match.subject, holders, statement: undefined, group: undefined },
      relation.file.each ? others : others.slice(0, 1),
      relation,
      records,
    );
  });
}

function ofVerb(utterance: Utterance, statement: Statement, relation: BodyRelation): readonly FoundBody[] {
  const { grammar } = utterance;
  const { verb } = statement;
  if (!verb || !isVerbOf(relation.field.theme, verb, utterance.reading)) return [];
  const themes = themesOf(statement, grammar);
  let subject = themes.map((group) => whole(utterance, group, relation)).find((each) => each !== undefined);
  // "que coordina la OIT": in French and Spanish, the subject of a relative clause may follow its verb.
  const antecedent =
    grammar.lang !== 'en' && statement.kind === 'relative' && !isPassive(statement, grammar)
      ? statement.subjects.map((group) => whole(utterance, group, relation)).find((each) => each !== undefined)
      : undefined;
  if (antecedent && statement.objects.length > 0)
    return [{ subject: antecedent, holders: statement.objects, statement, group: undefined }];
  if (!subject && verb.clitic) subject = utterance.antecedentAt(verb.clitic.first, relation);
  // "Está coordinada por la OIT"
  if (!subject && verb.passive === true && statement.omitsSubject && grammar.omitsSubjects)
    subject = utterance.antecedentAt(verb.first, relation);
  return subject ? [{ subject, holders: agentsOf(statement, grammar), statement, group: undefined }] : [];
}

/** The relation's subject as a whole, not its presence in one country. */
function whole(utterance: Utterance, group: NounGroup, relation: BodyRelation): OwnReferent | undefined {
  // "the CCCM cluster", "the work of the Network"
  const { lang } = utterance;
  const inner = group.named.length === 1 ? group.named[0] : undefined;
  const isCalled =
    inner &&
    relation.file.kinds?.[lang].some((kind) => group.words[group.words.length - 1] === foldKey(kind)) === true &&
    group.words.length - (inner.next - inner.first) === 1;
  const term = isCalled ? inner.mention.terms.find(({ entry }) => relation.concepts.has(entry.concept.id)) : undefined;
  const isWork = group.owners.length === 1 && group.words.length === 1 && bodyWordsOf(lang).work.has(group.words[0]!);
  const own = term
    ? { kind: 'own' as const, concept: term.entry.concept.id, by: 'name' as const, mention: inner!.mention }
    : isWork
      ? utterance.own(group.owners[0], relation)
      : utterance.own(group, relation);
  return own &&
    !utterance
      .attachedTo(group)
      .some(({ roles, group: place }) => roles.has('in') && place.kind === 'noun' && place.isProper)
    ? own
    : undefined;
}

/**
 * "its coordinator is UNHCR", "the secretariat of the Network sits with …", "As coordinator of the Network, UNDP …".
 */
function ofNoun(utterance: Utterance, group: NounGroup, relation: BodyRelation): readonly FoundBody[] {
  const { grammar, reading } = utterance;
  if (!isTask(utterance, group, relation)) return [];
  const subject = ownerOf(utterance, group, relation);
  return utterance.argumentsOf(group).flatMap(({ statement, role, complement, top }): readonly FoundBody[] => {
    // "one of the official languages"
    const isOne =
      top.owners.includes(group) &&
      (top.words.length === 0 || (relation.file.membership === true && top.words.length === 1)) &&
      role === 'object';
    const isTop =
      top === group || isOne || (top.owners.includes(group) && isVerbOf(relation.field.agent, statement.verb, reading));
    if (!subject || !isTop) return [];
    const found = (holders: readonly NounGroup[]): readonly FoundBody[] => [
      { subject, holders: holders.filter((each) => each !== top), statement, group },
    ];
    const { verb, subjects, objects, complements } = statement;
    const placed = complements.flatMap(({ group: each, roles, first }) =>
      each.kind === 'noun' &&
      first >= group.first &&
      ['in', 'to', 'by', 'with', 'of', 'under', 'on'].some((kind) => roles.has(kind)) &&
      !roles.has('from')
        ? [each]
        : [],
    );
    const isCopula = verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')) === true;
    if (role === 'complement')
      return complement && (complement.roles.has('as') || complement.roles.has('like')) ? found([...subjects]) : [];
    if (!verb) return statement.kind === 'apposition' ? found(role === 'subject' ? objects : subjects) : [];
    if (isCopula && objects.length > 0) return found(objects);
    return verb.clitic ? found(objects) : found(placed);
  });
}

/**
 * Whether a group denotes the task or the person responsible, and nothing more specific, such as the coordinator of a
 * country.
 */
function isTask(utterance: Utterance, group: NounGroup, { field }: BodyRelation): boolean {
  const own = new Set(
    group.named.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, i) => first + i)),
  );
  const { plain } = bodyWordsOf(utterance.lang);
  for (let k = 0; k < group.words.length; k++) {
    const length = field.nouns.lengthAt(group.words, k);
    if (length > 0)
      return own.size > 0 || group.words.every((word, i) => (i >= k && i < k + length) || plain.has(word));
  }
  return false;
}

/** The owner of the task, if it is the subject itself and not a group within it. */
function ownerOf(utterance: Utterance, group: NounGroup, relation: BodyRelation): OwnReferent | undefined {
  const owner = utterance.ownerOf(group, relation);
  // "The Network helps. The Coordinator is …"
  const isBare =
    owner === undefined && group.determiner === 'definite' && group.words.length === 1 && group.owners.length === 0;
  return owner === 'other'
    ? undefined
    : (owner ?? (isBare ? utterance.antecedentAt(group.first, relation) : undefined));
}

import { sortOf, type OwnReferent } from '../../reading/naming';
import type { NounGroup, Range } from '../../reading/nodes';
import { innermost } from '../../reading/phrases';
import type { Reading } from '../../reading/read';
import { nounsIn, themesOf, type Statement } from '../../reading/statement';
import type { Stated } from '../events/stated';
import { isVerbOf } from '../field';
import type { Argument } from '../arguments';
import type { Utterance } from '../utterance';
import { statusWordsOf, type FormKind, type FoundForm, type StatusRelation } from './statusWords';

/** The subject of which a form is predicated, and the place. */
export type Link = Stated;

type LinkOf = (utterance: Utterance, found: FoundForm, relation: StatusRelation) => Link | undefined;

/** The subject of a form, according to the kind of form. */
export const linkOf: LinkOf = (utterance, found, relation) => LINKS[found.form.kind](utterance, found, relation);

/** "IOM is an NGO", "IOM, an NGO", "as an NGO", "NGOs such as IOM": a noun that is predicated of the subject. */
function ofNoun(utterance: Utterance, found: Range, relation: StatusRelation): Link | undefined {
  const { first, next } = found;
  const head = utterance.grammar.has('headLast') ? { first: next - 1, next } : { first, next: first + 1 };
  const group = innermost(utterance.reading.groups, found) ?? innermost(utterance.reading.groups, head);
  if (!group || isModifier(utterance, group, next)) return undefined;
  for (const argument of utterance.argumentsOf(group)) {
    const subject = equatedWith(utterance, group, argument, relation);
    if (subject) return { subject, statement: argument.statement, group };
  }
  return undefined;
}

/** "treaty obligations", "signature dish": where heads come last, a form before the head of its group. */
function isModifier({ grammar }: Utterance, { head }: NounGroup, next: number): boolean {
  return grammar.has('headLast') && head >= next;
}

/** What a statement equates with a group, or gives its rank: "one of the agencies", "the status of an agency". */
function equatedWith(
  utterance: Utterance,
  group: NounGroup,
  { statement, role, complement, top }: Argument,
  relation: StatusRelation,
): OwnReferent | undefined {
  const { parts } = statusWordsOf(utterance.lang).words;
  const isRank = top.owners.includes(group) && (top.words.length === 0 || parts.isIn(top.words));
  if (top !== group && !isRank) return undefined;
  if (statement.kind === 'apposition') {
    // In apposition to the name before it: "Unlike the Refugee Convention, a binding treaty, the Compact".
    const isAfter = utterance.words[group.first - 1] === ',';
    const partners = statement.subjects.filter((each) => each !== top && (!isAfter || each.first < group.first));
    return firstOf(utterance, partners, relation);
  }
  // The participle seems to have the group as its subject: "IOM became an agency under an agreement signed in 2016".
  const said =
    role === 'subject' ? utterance.reading.statements.find(({ verb }) => verb?.next === group.first) : statement;
  const isEquated = complement ? complement.roles.has('as') : said && utterance.grammar.isVerbOf(said.verb, 'copula');
  return said && isEquated ? subjectOf(utterance, said, relation) : undefined;
}

/** The subject of a statement, or the owner of its contents or rank: "the provisions of the Compact". */
function subjectOf(utterance: Utterance, statement: Statement, relation: StatusRelation): OwnReferent | undefined {
  const own = utterance.subjectOf(statement, relation);
  return own && own !== 'other' ? own : firstOf(utterance, statement.subjects, relation);
}

/** The first of several groups that denotes the subject, or its contents or rank. */
function firstOf(
  utterance: Utterance,
  groups: readonly NounGroup[],
  relation: StatusRelation,
): OwnReferent | undefined {
  const { parts } = statusWordsOf(utterance.lang).words;
  for (const group of groups) {
    const own = utterance.own(group, relation) ?? (parts.isIn(group.words) && utterance.ownerOf(group, relation));
    if (own && own !== 'other') return own;
  }
  return undefined;
}

/** The first of several statements whose subject is the relation's. */
function ofSubject(
  utterance: Utterance,
  statements: readonly Statement[],
  relation: StatusRelation,
  group?: NounGroup,
): Link | undefined {
  for (const statement of statements) {
    const subject = subjectOf(utterance, statement, relation);
    if (subject) return { subject, statement, group };
  }
  return undefined;
}

/** The statements that contain a token or end at it; the innermost first. */
function statementsAround({ reading }: Utterance, at: number): readonly Statement[] {
  return reading.statements.filter(({ first, next }) => first <= at && at <= next).sort((a, b) => b.first - a.first);
}

/** "The Compact is binding", "is a binding text": predicated of its noun, or of the subject of the innermost clause. */
function ofAdjective(
  utterance: Utterance,
  { first, next, form }: FoundForm,
  relation: StatusRelation,
): Link | undefined {
  const { imposing } = statusWordsOf(utterance.lang).words;
  // An attribute is said of what its noun is said of: "a legally binding agreement".
  const host = utterance.reading.groups.find((group) => group.first <= next && group.next >= first);
  const link = host && ofNoun(utterance, host, relation);
  if (link) return link;
  // A participle after "been" may be parsed as part of a verb: "has been binding".
  const statement = statementsAround(utterance, first).find(
    ({ verb }) =>
      utterance.grammar.isVerbOf(verb, 'copula', 'having') ||
      (verb && verb.main >= first && verb.main < next) ||
      (form.having && isVerbOf(imposing, verb, utterance.reading)),
  );
  return statement && ofSubject(utterance, [statement], relation, host);
}

/** "governments signed the Compact", "the Compact, signed in 2018,": the patient of a verb. */
function ofVerb(utterance: Utterance, { statement }: FoundForm, relation: StatusRelation): Link | undefined {
  // The participle of a perfect may seem to be a passive: "ont, à ce jour, ratifié le Pacte".
  const patients = [...statement!.objects, ...themesOf(statement!, utterance.grammar)];
  if (patients.length === 0 && statement!.verb?.clitic) patients.push(...takenUpBy(utterance, statement!));
  for (const group of patients) {
    const subject = firstOf(utterance, [group], relation);
    if (subject)
      return isIdentified(utterance, group, subject, relation) ? { subject, statement, group: undefined } : undefined;
  }
  return undefined;
}

/** "El Pacto fue aprobado y 152 países lo firmaron": the subject of the clause before, if that names no other text. */
function takenUpBy({ reading }: Utterance, { first }: Statement): readonly NounGroup[] {
  const before = reading.statements.findLast((each) => each.kind === 'main' && each.first < first);
  const isOther = (group: NounGroup): boolean => sortOf(group, reading) === 'instrument';
  return before?.objects.length === 0 && !nounsIn(before).some(isOther) ? before.subjects : [];
}

/** "the Pact", "this text" after its name: "it" and "the agreement" may mean other texts of a passage. */
function isIdentified(utterance: Utterance, group: NounGroup, own: OwnReferent, relation: StatusRelation): boolean {
  if (
    own.by === 'name' ||
    own.mention.terms[0]!.text.toLowerCase()
      .split(' ')
      .includes(utterance.words[group.head] ?? '')
  )
    return true;
  const { parts } = statusWordsOf(utterance.lang).words;
  const isRival = (each: NounGroup, reading: Reading): boolean => sortOf(each, reading) === 'instrument';
  const last = parts.isIn(group.words) ? utterance.namedLast(group.first, relation, isRival) : undefined;
  return group.determiner === 'demonstrative' && last !== undefined && last !== 'other';
}

/** "IOM is not part of the UN system": a negated verb, and after it the system. */
function ofDenial(utterance: Utterance, { statement }: FoundForm, relation: StatusRelation): Link | undefined {
  const { verb, modality, next } = statement!;
  const { un } = statusWordsOf(utterance.lang).words;
  const isDenied = verb?.negated && modality === 'denied' && un.isIn(utterance.words.slice(verb.next, next));
  return isDenied ? ofSubject(utterance, [statement!], relation) : undefined;
}

/**
 * "the ratification of the Compact", "Compact signatories": a noun next to the subject; or what the subject undergoes:
 * "The Compact is subject to ratification".
 */
function ofAct(utterance: Utterance, found: FoundForm, relation: StatusRelation): Link | undefined {
  const { groups, sentence } = utterance.reading;
  const { first, next, form } = found;
  const group =
    innermost(utterance.reading.groups, found) ?? groups.findLast((each) => each.first < next && each.next > first);
  if (!group || isModifier(utterance, group, next)) return undefined;
  const after = sentence.tokens[next];
  // Signatures against a text are collected by those who oppose it, and signatures for it by those who favour it.
  const isOfCampaign = utterance.grammar.hasRole(after, 'against', 'for');
  const isLinked = form.party ?? (after && !isOfCampaign && utterance.grammar.rolesOf(after) !== undefined);
  const following = isLinked
    ? groups.find((each) => each !== group && each.first >= next - 1 && each.first <= next + 1)
    : undefined;
  const owner = group.possessive === undefined ? utterance.ownerOf(group, relation) : undefined;
  // The agent separates them: "la signature par la Belgique du Pacte".
  const ofAgent = following?.isProper && utterance.grammar.hasRole(after, 'by') ? following.owners[0] : undefined;
  const named = form.party ? (following ?? group) : (ofAgent ?? group);
  const subject = utterance.nameIn(named, relation) ?? utterance.own(following, relation) ?? owner;
  if (subject === 'other') return undefined;
  const [argument] = utterance.argumentsOf(group);
  if (subject) return { subject, statement: argument?.statement, group };
  const { undergoing } = statusWordsOf(utterance.lang).words;
  const { statement, role } = argument ?? {};
  const isUndergone = !form.who && role !== 'subject' && isVerbOf(undergoing, statement?.verb, utterance.reading);
  const isOfOther = group.owners.length > 0 || utterance.grammar.hasRole(after, 'of');
  const undergone = isUndergone && !isOfOther ? ofSubject(utterance, [statement!], relation, group) : undefined;
  // "One would have to wait for ratifications": what is only referred to may be another text.
  return undergone?.subject.by === 'name' ? undergone : undefined;
}

const LINKS: Readonly<Record<FormKind, LinkOf>> = {
  is: ofNoun,
  // A place may be said by a preposition: "IOM remains outside the UN system".
  place: (utterance, { first }, relation) => ofSubject(utterance, statementsAround(utterance, first), relation),
  binding: ofAdjective,
  denied: ofDenial,
  done: ofVerb,
  nominal: ofAct,
};

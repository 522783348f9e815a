import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { nounsIn, type Statement } from '../../reading/statement';
import { claimAt, type Claim } from '../claim';
import { text } from '../claimMessage';
import type { Records } from '../records';
import type { BodyRelation } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { bodiesIn, type Body } from './bodyNames';

/** The groups to which the text gives the role for a subject; `group` is the noun for the role. */
export interface FoundBody {
  readonly subject: OwnReferent;
  readonly holders: readonly NounGroup[];
  readonly statement?: Statement;
  readonly group?: NounGroup;
}

/** Compares the bodies in a role with the body of the record that has it. Claims at most one. */
export function compareBody(
  utterance: Utterance,
  { subject, holders, statement, group }: FoundBody,
  relation: BodyRelation,
  records: Records,
): Claim | undefined {
  const { file } = relation;
  // A verb says who has the role, a noun presupposes it: "Thailand is not the chair of the Bali Process".
  const modality = modalityAt(utterance, statement?.verb ? undefined : group, statement);
  if (!records.fact(file.fact)) return utterance.setAside('unverified');
  if (modality !== 'asserted') return utterance.setAside('not-said');
  const held = holders.map((holder) => bodyOf(utterance, holder, relation));
  const wrong = held.find((body): body is Body => body !== undefined && body !== 'right');
  if (!wrong) return undefined;
  // "UNESCO published it with IOM"
  const joined = statement ? nounsIn(statement, 'with') : [];
  const isRight = [...holders, ...joined].some((group) => bodyOf(utterance, group, relation) === 'right');
  if (!file.each && isRight) return utterance.setAside('right-beside');
  const from = articleBefore(utterance, wrong.first);
  // The capital of the first word of a sentence does not make it a name: "The Executive Committee".
  const named = utterance.textOf({ first: from, next: wrong.next });
  const values = {
    ...(file.instead && { right: text(file.instead[utterance.lang]) }),
    wrong: text(from < wrong.first ? named[0]!.toLowerCase() + named.slice(1) : named),
  };
  return claimAt(utterance, wrong, subject, {
    facts: [file.fact],
    message: { template: file.messages.body!, values },
    instead: file.instead ? [file.instead[utterance.lang]] : [],
    ...(file.gender && { genders: [file.gender, file.gender] }),
  });
}

/** The body that a group names. */
function bodyOf(
  utterance: Utterance,
  { first, next, named }: NounGroup,
  relation: BodyRelation,
): Body | 'right' | undefined {
  const { right, rightNames = [] } = relation.file;
  const body = bodiesIn(utterance, relation).find((each) => each.first >= first && each.first < next);
  const isRight = body
    ? body.names.some((name) => rightNames.includes(name))
    : named.some(({ mention }) => mention.terms.some(({ entry }) => right.includes(entry.concept.id)));
  return isRight ? 'right' : body;
}

/** The start of the article before a name, if the article is a separate word; else the start of the name. */
function articleBefore({ grammar, reading }: Utterance, first: number): number {
  const { tokens } = reading.sentence;
  const at = tokens[first - 1]?.folded === "'" ? first - 2 : first - 1;
  const article = tokens[at];
  return article && grammar.is(article, 'definite') && !grammar.rolesOf(article) ? at : first;
}

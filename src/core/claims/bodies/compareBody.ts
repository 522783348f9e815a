import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import { claimAt, type Claim } from '../claim';
import { text } from '../claimMessage';
import type { Records } from '../records';
import type { BodyRelation } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import type { Body } from './bodyNames';
import { bodyWordsOf } from './bodyWords';

/** The body to which the text gives the role for a subject. */
export interface FoundBody {
  readonly subject: OwnReferent;
  readonly holders: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

/** Compares the bodies in a role with the body of the record that has it. Claims at most one. */
export function compareBody(
  utterance: Utterance,
  { subject, holders, statement, group }: FoundBody,
  others: readonly Body[],
  relation: BodyRelation,
  records: Records,
): readonly Claim[] {
  const { file } = relation;
  const fact = records.fact(file.fact);
  // "Thailand is not the chair of the Bali Process": the verb says who has the role; "as its chair, Thailand did not
  // attend" presupposes it.
  const verb = statement?.verb;
  const isSaid =
    verb !== undefined &&
    !statement!.complements.some(({ group: each, first }) => each === group && first !== verb.next);
  if (!fact || modalityAt(utterance, isSaid ? undefined : group, statement) !== 'asserted') return [];
  const held = holders.map((holder) => bodyOf(utterance, holder, others, relation));
  const isRight = (body: Body | 'right' | undefined): boolean =>
    body === 'right' || body?.names.some((name) => file.rightNames?.includes(name)) === true;
  if (!file.each && held.some(isRight)) return [];
  const wrong = held.find((body): body is Body => body !== undefined && !isRight(body));
  if (!wrong) return [];
  const instead = file.instead && { right: text(file.instead[utterance.lang]) };
  return [
    claimAt(utterance, wrong, subject, {
      facts: [fact.id],
      message: {
        template: file.messages.body!,
        values: { ...instead, wrong: text(withArticle(utterance, wrong)) },
      },
      ...replacedBy(utterance, wrong, relation),
    }),
  ];
}

/** The body that a group names, or has as its owner: "in the hands of OHCHR". */
function bodyOf(
  utterance: Utterance,
  holder: NounGroup,
  others: readonly Body[],
  { file }: BodyRelation,
): Body | 'right' | undefined {
  for (const group of withOwners(holder)) {
    const body = others.find(({ first }) => first >= group.first && first < group.next);
    if (body) return body;
    const isRight = group.named.some(({ mention }) =>
      mention.terms.some(({ entry }) => file.right.includes(entry.concept.id)),
    );
    if (isRight) return 'right';
    if (!bodyWordsOf(utterance.lang).passing.isIn(group.words)) return undefined;
  }
  return undefined;
}

/** The name of the right body with its article; none where a contraction would have to be split. */
function replacedBy(utterance: Utterance, { first }: Body, { file }: BodyRelation): Pick<Claim, 'instead' | 'also'> {
  const { lang, grammar } = utterance;
  const { tokens } = utterance.reading.sentence;
  if (!file.instead || !file.article) return { instead: [] };
  const from = articleBefore(utterance, first);
  const before = tokens[first - 1];
  if (from === first) return { instead: before && grammar.isContracted(before) ? [] : [file.instead[lang]] };
  const article = file.article[lang];
  const isCapital = /^\p{Lu}/u.test(tokens[from]!.written);
  return {
    instead: [file.instead[lang]],
    also: [
      {
        start: tokens[from]!.start,
        end: tokens[first]!.start,
        newText: isCapital ? article.charAt(0).toUpperCase() + article.slice(1) : article,
      },
    ],
  };
}

/** The name of a body with the article before it, if the article is a separate word. */
function withArticle(utterance: Utterance, { first, next }: Body): string {
  const from = articleBefore(utterance, first);
  const written = utterance.textOf({ first: from, next });
  // "The Executive Committee" at the beginning of a sentence.
  return from < first ? written[0]!.toLowerCase() + written.slice(1) : written;
}

/** The start of the article before a name, if the article is a separate word; else the start of the name. */
function articleBefore({ grammar, reading }: Utterance, first: number): number {
  const { tokens } = reading.sentence;
  const at = tokens[first - 1]?.folded === "'" ? first - 2 : first - 1;
  const article = tokens[at];
  return article && grammar.is(article, 'definite') && !grammar.rolesOf(article) ? at : first;
}

import type { Claim } from '../claim';
import type { Records } from '../records';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import type { BodyRelation } from '../relation';
import type { Utterance } from '../utterance';
import { text } from '../claimMessage';
import { modalityAt } from '../time';
import { bodyWordsOf } from './bodyWords';
import type { Body } from './bodyNames';

/** Compares the bodies in a role with the body of the record that has it. Claims at most one. */
export function compareBody(
  utterance: Utterance,
  { subject, holders, statement, group }: FoundBody,
  others: readonly Body[],
  relation: BodyRelation,
  records: Records,
): readonly Claim[] {
  const fact = records.fact(relation.file.fact);
  // "Thailand is not the chair of the Bali Process", "does not serve as its chair": the verb says who has the role; "as
  // its chair, Thailand did not attend" presupposes it.
  const verb = statement?.verb;
  const isSaid =
    verb !== undefined &&
    group !== undefined &&
    !statement!.complements.some(({ group: each, first }) => each === group && first !== verb.next);
  if (!fact || group?.isDenied || modalityAt(utterance, isSaid ? undefined : group, statement!) !== 'asserted')
    return [];
  const rightNames = new Set(relation.file.rightNames ?? []);
  const isRight = (each: NounGroup): boolean =>
    each.named.some(({ mention }) => mention.terms.some((term) => relation.file.right.includes(term.entry.concept.id)));
  const wrong: Body[] = [];
  for (const holder of holders) {
    for (const each of withOwners(holder)) {
      const body = others.find(
        ({ first }) => first >= each.first && first < each.next && opens(utterance, each, first, relation),
      );
      if (body) {
        if (!body.names.some((name) => rightNames.has(name))) wrong.push(body);
        else if (!relation.file.each) return [];
        break;
      }
      if (isRight(each)) {
        if (!relation.file.each) return [];
        break;
      }
      // "in the hands of OHCHR"
      if (!bodyWordsOf(utterance.lang).passing.isIn(each.words)) break;
    }
  }
  return wrong.slice(0, 1).map((body) => ({
    ...utterance.span(body),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [fact.id],
    message: {
      template: relation.file.messages.body!,
      values: {
        ...(relation.file.instead ? { right: text(relation.file.instead[utterance.lang]) } : {}),
        wrong: text(withArticle(utterance, body)),
      },
    },
    rule: 'fact-mismatch' as const,
    certainty: subject.by === 'name' ? ('certain' as const) : ('likely' as const),
    severity: 'warning' as const,
    ...replacedBy(utterance, body, relation),
    safe: false,
    evidence: [],
  }));
}

/** The body to which the text gives the role for a subject. */
export interface FoundBody {
  readonly subject: OwnReferent;
  readonly holders: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

/** Whether the name of a body opens a group, apart from its determiner. */
function opens(
  utterance: Utterance,
  { first, named }: NounGroup,
  at: number,
  { concepts, file }: BodyRelation,
): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    named.every(
      ({ mention }) =>
        !mention.terms.some(({ entry }) => concepts.has(entry.concept.id) || file.right.includes(entry.concept.id)),
    ) &&
    tokens
      .slice(first, at)
      .every(
        (token) =>
          utterance.grammar.is(token, 'definite') ||
          token.kind === 'punctuation' ||
          utterance.grammar.elided.has(token.folded),
      )
  );
}

/** The name of the right body with its article; empty where a contraction would have to be split. */
function replacedBy(utterance: Utterance, { first }: Body, { file }: BodyRelation): Pick<Claim, 'instead' | 'also'> {
  const { tokens } = utterance.reading.sentence;
  const { lang } = utterance;
  if (!file.instead || !file.article) return { instead: [] };
  const from = articleBefore(utterance, first);
  const before = tokens[first - 1];
  if (from === first)
    return {
      instead:
        before && (utterance.grammar.is(before, 'definite') || utterance.grammar.isContracted(before))
          ? []
          : [file.instead[lang]],
    };
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
function articleBefore(utterance: Utterance, first: number): number {
  const { tokens } = utterance.reading.sentence;
  const isArticle = (i: number): boolean =>
    tokens[i] !== undefined &&
    utterance.grammar.is(tokens[i], 'definite') &&
    utterance.grammar.rolesOf(tokens[i]) === undefined;
  return isArticle(first - 1)
    ? first - 1
    : tokens[first - 1]?.folded === "'" && isArticle(first - 2)
      ? first - 2
      : first;
}

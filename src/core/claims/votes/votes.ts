import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Range } from '../../reading/nodes';
import { isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import { count as number, text as words } from '../claimMessage';
import { countsIn, resultsIn, sideOfVerb, type Count } from './voteCounts';
import type { VoteRelation } from './voteRelation';
import { inWords } from '../counts/wordNumbers';

/** In the order of the fact's value. */
const SIDES = ['for', 'against', 'abstained'] as const;

/** "by 164 votes to 5", "seven States voted against the Compact", "Austria voted against": statements about a vote. */
export function voteClaims(
  utterance: Utterance,
  relations: readonly VoteRelation[],
  records: Records,
  surroundings: Surroundings,
): readonly Claim[] {
  return relations.flatMap((relation) => {
    const fact = records.fact(relation.file.fact);
    const others = relations
      .filter((other) => other !== relation)
      .flatMap(({ file }) => {
        const each = records.fact(file.fact);
        return each ? [resultOf(String(each.value))] : [];
      });
    return fact
      ? claimsOf(utterance, relation, fact.id, resultOf(String(fact.value)), records, surroundings, others)
      : [];
  });
}

function resultOf(value: string): readonly number[] {
  return value.split('-').map(Number);
}

function claimsOf(
  utterance: Utterance,
  relation: VoteRelation,
  fact: string,
  right: readonly number[],
  records: Records,
  surroundings: Surroundings,
  others: readonly (readonly number[])[],
): readonly Claim[] {
  const { words: row } = utterance;
  const { messages } = relation.file;
  if (
    utterance.reading.modality !== 'asserted' ||
    utterance.discourse.isRefuted(utterance.site) ||
    relation.unlike.isIn(row)
  )
    return [];
  const results = resultsIn(countsIn(utterance, relation));
  // "by 181 votes to two, and the Compact by 152 votes to five": each vote with its own numbers.
  const isOf = (result: readonly Count[], votes: readonly number[]): boolean =>
    result.length > 1 && result.every(({ value, side }) => value === votes[side]);
  const foreign = results.filter((result) => others.some((other) => isOf(result, other)));
  if (foreign.length === 0 && (relation.rivals.isIn(row) || namesAny(utterance, new Set(relation.file.others))))
    return [];
  const isOwnThere = results.length > 1 && results.some((result) => isOf(result, right));
  const own = results.filter((result) => !foreign.includes(result) && (!isOwnThere || isOf(result, right))).flat();
  const counts = own.filter((each) => !others.some((other) => other[each.side] === each.value));
  const states = wrongStates(utterance, relation);
  if (counts.length === 0 && states.length === 0 && !relation.unanimous.isIn(row.filter((word) => word !== "'")))
    return [];
  const isAssembly = relation.assembly.isIn(row);
  const matching = counts.filter(({ value, side }) => value === right[side]).length;
  const isOthers =
    others.some((other) => counts.filter(({ value, side }) => value === other[side]).length > matching) &&
    !namesAny(utterance, relation.concepts);
  if (isOthers) return [];
  // The numbers of a side are unique to this vote.
  const by = subjectBy(
    utterance,
    relation,
    states.length > 0 || matching > 1 || (isAssembly && counts.filter(({ value }) => right.includes(value)).length > 0),
    matching > 1,
    surroundings,
  );
  if (!by) return [];
  const base = {
    lang: utterance.lang,
    concept: relation.file.subjects[0]!,
    rule: 'fact-mismatch' as const,
    severity: 'warning' as const,
    safe: false,
    evidence: [],
    certainty: by === 'name' ? ('certain' as const) : ('likely' as const),
  };
  const isKnown =
    counts.some(({ value, side }) => value === right[side] && value !== 0) ||
    counts.filter(({ value }) => right.includes(value)).length > 1;
  // Numbers of which none is that of the vote are those of another vote, unless the sentence names its subject.
  if (by !== 'name' && !counts.some(({ value }) => right.includes(value))) return [];
  const claims: Claim[] = counts.flatMap((count) => {
    // "152 in favour in New York; here 340 in favour": where the sentence has the right number, the other number
    // belongs to another vote.
    if (counts.some(({ side, value }) => side === count.side && value === right[side]!)) return [];
    if (isDenied(utterance, count)) return [];
    if (!isKnown && !(isAssembly && count.isOfMembers) && !count.isOfMembers) return [];
    if (!isKnown && !isAssembly && count.side === 0) return [];
    const value = right[count.side]!;
    const text =
      inWords(value, { ...count, hedge: undefined }, utterance) ??
      (/^\d/.test(utterance.reading.sentence.tokens[count.first]!.folded) ? String(value) : undefined);
    return [
      {
        ...base,
        ...utterance.span(count),
        facts: [fact],
        message: {
          template: messages[SIDES[count.side]!]!,
          values: { right: number(value), wrong: number(count.value) },
        },
        instead: text ? [text] : [],
      },
    ];
  });
  for (const state of states)
    claims.push({
      ...base,
      ...utterance.span(state),
      facts: [relation.file.statesFact, fact].filter((id) => records.fact(id)),
      message: {
        template: state.side === 1 ? messages.stateAgainst! : messages.stateAbstained!,
        values: { state: words(utterance.textOf(state)) },
      },
      instead: [],
    });
  return claims;
}

function namesAny({ reading: { groups } }: Utterance, concepts: ReadonlySet<string>): boolean {
  return groups.some(({ named }) =>
    named.some(({ mention }) => mention.terms.some(({ entry }) => concepts.has(entry.concept.id))),
  );
}

/**
 * How the sentence refers to the subject of the vote: by name, by another word, or as the topic of the document where
 * the numbers fit.
 */
function subjectBy(
  utterance: Utterance,
  relation: VoteRelation,
  fits: boolean,
  isStated: boolean,
  surroundings: Surroundings,
): 'name' | 'reference' | undefined {
  if (namesAny(utterance, relation.concepts)) return 'name';
  const { block } = utterance.reading.sentence;
  if (
    !utterance.discourse.isNamed(relation.file.subjects[0]!) ||
    surroundings
      .mentionsIn(isStated ? utterance.reading.sentence : block)
      .some(({ terms }) => terms.some(({ entry }) => relation.file.others.includes(entry.concept.id)))
  )
    return undefined;
  return fits || relation.short.isIn(utterance.words) ? 'reference' : undefined;
}

/** "It is not the case that 164 States voted for it", "if Italy had voted yes". */
function isDenied(utterance: Utterance, { first }: Range): boolean {
  return (
    utterance.reading.statements.some(
      (statement) =>
        statement.first <= first &&
        first < statement.next &&
        (statement.modality !== 'asserted' || statement.verb?.negated === true),
    ) ||
    utterance.reading.nodes.some(
      (node) =>
        node.kind === 'verb' &&
        node.negated &&
        node.next <= first &&
        !utterance.words.slice(node.next, first).some((word) => /^[,;:.]$/.test(word)),
    )
  );
}

/** In a list of voters on one side, those that voted for another side according to the record. */
function wrongStates(utterance: Utterance, relation: VoteRelation): readonly (Range & { readonly side: number })[] {
  const { words } = utterance;
  const found: (Range & { readonly side: number })[] = [];
  for (let i = 0; i < words.length; i++) {
    if (relation.anyState.get(words[i]!).length === 0) continue;
    for (const { side, names } of relation.states) {
      const length = lengthOfName(words, i, names);
      if (length > 0) {
        found.push({ first: i, next: i + length, side });
        i += length - 1;
        break;
      }
    }
  }
  // A single State is not a list.
  if (found.length < 2) return [];
  const sides = relation.sides.map(
    (side) =>
      side.phrases.isIn(words) ||
      utterance.reading.nodes.some(
        (node) => node.kind === 'verb' && !node.negated && isVerbOf(side.verbs, node, utterance.reading),
      ) ||
      utterance.reading.nodes.some(
        (node) =>
          node.kind === 'verb' &&
          !node.negated &&
          sideOfVerb(utterance, relation, node) === relation.sides.indexOf(side),
      ),
  );
  const wrong: (Range & { readonly side: number })[] = [];
  for (let i = 0; i < found.length;) {
    let next = i + 1;
    while (
      next < found.length &&
      words
        .slice(found[next - 1]!.next, found[next]!.first)
        .every((word, k) => isListJoint(utterance, found[next - 1]!.next + k, word))
    )
      next++;
    const list = found.slice(i, next);
    i = next;
    for (const side of [1, 2]) {
      const own = list.filter((each) => each.side === side).length;
      // The sentence is about this side only, and most of the list is right.
      if (own < 2 || !sides[side] || (sides[3 - side] && list.length < 5) || own * 2 <= list.length) continue;
      wrong.push(...list.filter((each) => each.side !== side && !isDenied(utterance, each)));
    }
  }
  return wrong;
}

function lengthOfName(words: readonly string[], i: number, names: VoteRelation['assembly']): number {
  const direct = names.lengthAt(words, i);
  if (direct > 0) return direct;
  // "États-Unis"
  return words[i + 1] === '-' && words[i + 2] !== undefined && names.lengthAt([words[i]!, words[i + 2]!], 0) === 2
    ? 3
    : 0;
}

function isListJoint(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  at: number,
  word: string,
): boolean {
  // A semicolon ends the scope of the verb: "…, Israel and Poland; Austria abstained".
  return (
    word === ',' ||
    word === "'" ||
    (word.length === 1 && !/[;:]/.test(word)) ||
    grammar.is(tokens[at], 'coordinator') ||
    grammar.is(tokens[at], 'definite') ||
    grammar.elided.has(word) ||
    grammar.isContracted(tokens[at]!) ||
    grammar.rolesOf(tokens[at]!)?.has('of') === true
  );
}

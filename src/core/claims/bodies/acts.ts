import type { Claim } from '../claim';
import type { Records } from '../records';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup, Range } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import type { ActRelation } from './actRelation';
import { isNounOf, isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import { count, text, type ClaimMessage } from '../claimMessage';
import { modalityAt } from '../time';

/**
 * "endorsed by the Security Council", "in its resolution 73/151", "adopted by 193 States": the agent of an act, and its
 * resolution.
 */
export function actClaims(utterance: Utterance, relations: readonly ActRelation[], records: Records): readonly Claim[] {
  return relations.flatMap((relation) => {
    if (
      utterance.reading.modality !== 'asserted' ||
      utterance.discourse.isRefuted(utterance.site) ||
      relation.unless.isIn(utterance.words)
    )
      return [];
    const claims: Claim[] = [];
    const symbols = relation.file.symbol === undefined ? [] : symbolsIn(utterance, relation);
    const acts = utterance.reading.statements.flatMap((statement) => {
      const subject = actOn(utterance, statement, relation);
      return subject ? [{ statement, subject }] : [];
    });
    for (const { statement, subject } of acts) {
      if (modalityAt(utterance, undefined, statement) !== 'asserted' || statement.verb?.negated) continue;
      claims.push(...memberClaim(utterance, relation, statement, subject, records));
    }
    const [symbol] = symbols;
    const act = acts.find(
      ({ statement }) => modalityAt(utterance, undefined, statement) === 'asserted' && !statement.verb?.negated,
    );
    const subject = act?.subject ?? (acts.length === 0 ? byNoun(utterance, relation) : undefined);
    // "In resolution 71/1 States decided to negotiate, and in 2018 the Assembly endorsed …": the resolution belongs to
    // another act.
    const isOfAct =
      act === undefined ||
      (symbol !== undefined &&
        symbol.first >= act.statement.first - 1 &&
        symbol.first < act.statement.next &&
        !doersOf(act.statement).some((group) => relation.bodies.isIn(utterance.words.slice(group.first, group.end))));
    if (symbols.length === 1 && subject && isOfAct)
      claims.push(...symbolClaim(utterance, relation, symbol!, subject, records));
    return claims;
  });
}

/** The patient of the statement's verb, if it is the subject of the relation. */
function actOn(utterance: Utterance, statement: Statement, relation: ActRelation): OwnReferent | undefined {
  const { verb } = statement;
  if (!verb || !isVerbOf(relation.field.theme, verb, utterance.reading)) return undefined;
  for (const group of [...statement.subjects, ...statement.objects]) {
    const own = utterance.own(group, relation, statement);
    if (own) return own;
  }
  if (verb.clitic) return utterance.antecedentAt(verb.clitic.first, relation);
  return statement.omitsSubject && utterance.grammar.omitsSubjects && verb.passive
    ? utterance.antecedentAt(verb.first, relation)
    : undefined;
}

/**
 * "the endorsement of the Compact", "el respaldo de la Asamblea al Pacto", "Endorsement: …" in a list of facts about
 * the subject.
 */
function byNoun(utterance: Utterance, relation: ActRelation): OwnReferent | undefined {
  const {
    groups,
    sentence: { tokens },
  } = utterance.reading;
  for (const group of groups) {
    if (!isNounOf(relation.field.nouns, group)) continue;
    const owner = utterance.ownerOf(group, relation);
    if (owner && owner !== 'other') return owner;
    const own = groups.find(
      (each) => each.first >= group.next && each.first <= group.end + 6 && utterance.own(each, relation) !== undefined,
    );
    if (own) return utterance.own(own, relation);
  }
  const length = relation.labels.lengthAt(utterance.words, tokens[0]?.folded === '|' ? 1 : 0);
  const mark = tokens[length + (tokens[0]?.folded === '|' ? 1 : 0)]?.folded;
  return length > 0 && (mark === ':' || mark === '|') ? utterance.antecedentAt(0, relation) : undefined;
}

interface Symbol extends Range {
  readonly text: string;
}

/** "resolution 73/195", "A/RES/73/195": the symbols of resolutions, without the words before the numbers. */
function symbolsIn(utterance: Utterance, relation: ActRelation): readonly Symbol[] {
  const { tokens } = utterance.reading.sentence;
  const found: Symbol[] = [];
  for (let i = 1; i + 2 < tokens.length; i++) {
    if (!/^\d{2}$/.test(tokens[i]!.folded) || tokens[i + 1]!.folded !== '/' || !/^\d{1,3}$/.test(tokens[i + 2]!.folded))
      continue;
    if (relation.resolution.isIn(utterance.words.slice(Math.max(0, i - 5), i)))
      found.push({ first: i, next: i + 3, text: `${tokens[i]!.folded}/${tokens[i + 2]!.folded}` });
  }
  return found;
}

function symbolClaim(
  utterance: Utterance,
  relation: ActRelation,
  symbol: Symbol,
  subject: OwnReferent,
  records: Records,
): readonly Claim[] {
  const fact = records.fact(relation.file.symbol ?? '');
  const right = /\d+\/\d+$/.exec(String(fact?.value))?.[0];
  if (!fact || right === undefined || symbol.text === right) return [];
  return [
    claimOf(
      utterance,
      relation,
      symbol,
      subject,
      fact.id,
      { template: relation.file.messages.symbol!, values: { right: text(right), wrong: text(symbol.text) } },
      [right],
    ),
  ];
}

function doersOf({ subjects, objects, complements, verb }: Statement): readonly NounGroup[] {
  const by = complements.flatMap(({ group, roles }) => (group.kind === 'noun' && roles.has('by') ? [group] : []));
  return verb?.passive === true ? by : [...subjects, ...by, ...objects];
}

/** "adopted by 193 States": a number that differs from the record, where the sentence names no other act. */
function memberClaim(
  utterance: Utterance,
  relation: ActRelation,
  statement: Statement,
  subject: OwnReferent,
  records: Records,
): readonly Claim[] {
  for (const group of doersOf(statement).flatMap((each) => [...withOwners(each)])) {
    const years = utterance.reading.nodes.flatMap((node) => (node.kind === 'date' ? [node.from.year] : []));
    const isOfWhole =
      relation.conference.isIn(utterance.words) ||
      years.includes(Number(records.fact(relation.file.fact)?.from?.slice(0, 4))) ||
      (years.length === 0 &&
        (statement.tense === 'past' || statement.kind === 'participial' || statement.kind === 'apposition'));
    const found = isOfWhole ? membersClaim(utterance, relation, group, subject, records) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function membersClaim(
  utterance: Utterance,
  relation: ActRelation,
  { quantity, head, words }: NounGroup,
  subject: OwnReferent,
  records: Records,
): readonly Claim[] {
  const fact = records.fact(relation.file.fact);
  if (
    !quantity ||
    typeof fact?.value !== 'number' ||
    quantity.first > head ||
    relation.members.lengthAt(words, 0) === 0 ||
    quantity.value === fact.value ||
    quantity.value === relation.file.alsoValue
  )
    return [];
  const isNear =
    quantity.hedge === 'over'
      ? quantity.value <= fact.value
      : quantity.hedge !== undefined && Math.abs(quantity.value - fact.value) <= fact.value * 0.1;
  if (isNear || quantity.value < fact.value / 2) return [];
  return [
    claimOf(
      utterance,
      relation,
      quantity,
      subject,
      fact.id,
      { template: relation.file.messages.members!, values: { right: count(fact.value), wrong: count(quantity.value) } },
      [String(fact.value)],
    ),
  ];
}

function claimOf(
  utterance: Utterance,
  relation: ActRelation,
  range: Range,
  subject: OwnReferent,
  fact: string,
  message: ClaimMessage,
  instead: readonly string[],
): Claim {
  return {
    ...utterance.span(range),
    lang: utterance.lang,
    concept: relation.file.subjects[0]!,
    facts: [fact],
    message,
    instead,
    rule: 'fact-mismatch',
    severity: 'warning',
    safe: false,
    evidence: [],
    certainty: subject.by === 'name' ? 'certain' : 'likely',
  };
}

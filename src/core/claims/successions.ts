import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import { agentsOf, isPassive, type Statement } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import { isVerbOf } from './field';
import { changeClaim } from './headBoundaries';
import type { Context } from './headClaim';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf } from './offices';
import { nameOf, personOf, shortName, type Person } from './people';
import { boundaryOf, fitsBoundary } from './officeTimes';
import type { Utterance } from './utterance';
import { text, type ClaimMessage, type Value } from './claimMessage';
import { datesIn } from './tenureDates';

/** "Amy Pope took over from William Lacy Swing": another head was in office in between. */
export function successionClaims(context: Context): readonly Claim[] {
  const { utterance, people, row } = context;
  if (utterance.reading.modality !== 'asserted' || utterance.discourse.isRefuted(utterance.site)) return [];
  const adjacent = neighbourClaims(utterance, people, row);
  if (adjacent.length > 0 || people.length < 2) return adjacent;
  return utterance.reading.statements.flatMap((statement) => {
    if (!statement.verb || statement.modality !== 'asserted') return [];
    const pair = pairOf(utterance, statement, people);
    const claim = pair && ofPair(context, statement, pair);
    return claim ? [claim] : [];
  });
}

/**
 * "Vitorino's predecessor, Brunson McKinley", "her predecessor was …": a person paired with the wrong predecessor or
 * successor.
 */
function neighbourClaims(utterance: Utterance, people: readonly Person[], row: readonly Fact[]): readonly Claim[] {
  const words = headWordsOf(utterance.lang);
  return utterance.reading.groups.flatMap((group) => {
    const isBefore = words.before.isIn(group.words);
    if (
      (!isBefore && !words.after.isIn(group.words)) ||
      words.others.isIn(utterance.words.slice(group.first, group.end))
    )
      return [];
    // "You are Amy Pope: first woman in the row, and successor to Swing": the person named first.
    const earlier = people.filter((each) => each.head !== undefined && each.first < group.first);
    const isOfEarlier =
      utterance.grammar
        .rolesOf(utterance.reading.sentence.tokens[group.end]! ?? utterance.reading.sentence.tokens[0]!)
        ?.has('to') === true && earlier.length === 1;
    const named =
      people.find(
        ({ group: each }) =>
          each === group ||
          utterance
            .argumentsOf(group)
            .some(
              ({ statement, top, role }) =>
                top === group &&
                role !== 'complement' &&
                statement.modality === 'asserted' &&
                (statement.kind === 'apposition' ||
                  statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula')) === true) &&
                [...statement.subjects, ...statement.objects].includes(each),
            ) ||
          each.first === group.end,
      ) ?? (isOfEarlier ? earlier[0] : undefined);
    const adjacent = people.find(
      (each) =>
        each !== named &&
        (group.owners.includes(each.group) ||
          utterance.attachedTo(group).some(({ roles, group: other }) => roles.has('to') && other === each.group)),
    );
    const owner =
      adjacent?.head ??
      (adjacent === undefined && (group.possessive === 'person' || group.possessive === 'thing')
        ? ownerBefore(utterance, people, named, row)
        : undefined);
    if (!named?.head || !owner) return [];
    const right = row[row.indexOf(owner) + (isBefore ? -1 : 1)];
    if (!right || right === named.head || right.confidence !== 'A') return [];
    // Relative to the person named first, the other one is wrong.
    const previous = row[row.indexOf(named.head) + (isBefore ? 1 : -1)];
    return [
      isOfEarlier && named === earlier[0] && previous && adjacent
        ? neighbourClaim(utterance, adjacent, previous, named.head, !isBefore)
        : neighbourClaim(utterance, named, right, owner, isBefore),
    ];
  });
}

/** The claim that a person is named instead of another, who precedes or follows a third. */
function neighbourClaim(utterance: Utterance, wrong: Person, right: Fact, other: Fact, isBefore: boolean): Claim {
  return {
    ...utterance.span(wrong),
    lang: utterance.lang,
    concept: wrong.concept ?? heads.subject,
    facts: [right.id, other.id],
    message: succession(isBefore, other, right, nameOf(utterance, wrong)),
    rule: 'fact-mismatch',
    severity: 'warning',
    certainty: 'likely',
    instead: [shortName(String(right.value))],
    safe: false,
    evidence: [],
  };
}

/** The message about a person's predecessor or successor. */
function succession(isBefore: boolean, other: Fact, right: Fact, wrong: string): ClaimMessage {
  const name = ({ value }: Fact): Value => text(String(value));
  return {
    template: isBefore ? heads.messages.predecessor : heads.messages.successor,
    values: { other: name(other), right: name(right), wrong: text(wrong) },
  };
}

/** The antecedent of "his" and "her": the only other head in the sentence, else in the preceding sentence. */
function ownerBefore(
  utterance: Utterance,
  people: readonly Person[],
  named: Person | undefined,
  row: readonly Fact[],
): Fact | undefined {
  const here = people.filter((each) => each !== named && each.head !== undefined);
  if (here.length > 0)
    return here.length === 1 && named !== undefined && here[0]!.first < named.first ? here[0]!.head : undefined;
  const [last] = utterance.discourse.readingsBefore(utterance.site, 1);
  // "The only one before Vitorino, he came from a ministry.": the pronoun denotes a person named earlier.
  if (
    last?.statements.some(({ subjects }) => subjects.some(({ pronoun }) => pronoun === 'person' || pronoun === 'thing'))
  )
    return undefined;
  const before = new Set(
    (last?.groups ?? []).flatMap((group) =>
      group.named
        .filter(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person')
        .map(({ mention }) => mention.terms[0]!.entry.concept.id),
    ),
  );
  const [only] = before;
  return before.size === 1 ? row.find((fact) => personOf(fact) === only) : undefined;
}

interface Pair {
  readonly after: Person;
  readonly before: Person;
}

/** The predecessor and the successor in a statement. */
function pairOf(utterance: Utterance, statement: Statement, people: readonly Person[]): Pair | undefined {
  const words = headWordsOf(utterance.lang);
  const { verb, subjects, objects, complements } = statement;
  const personOfGroup = (list: readonly unknown[]): Person | undefined =>
    people.find(({ group }) => list.includes(group));
  // "Amy Pope, a US national who took over from": the person by apposition.
  const subject =
    personOfGroup(subjects) ??
    (statement.kind === 'relative'
      ? people.find(({ group }) => subjects.some((each) => utterance.hostOf(each) === group))
      : undefined);
  if (isVerbOf(words.yield, verb, utterance.reading)) {
    const receiver = personOfGroup(
      complements
        .filter(({ roles }) => roles.has('to') || roles.has('for') || roles.has('in'))
        .map(({ group }) => group),
    );
    return subject && receiver && hasOffice(utterance, statement) ? { after: receiver, before: subject } : undefined;
  }
  if (!isVerbOf(words.succeed, verb, utterance.reading)) return undefined;
  // "head: Vitorino replaced by Pope": without an object, the complement of "by" is the agent.
  const isAboutPatient =
    verb!.passive === true ||
    (isPassive(statement, utterance.grammar) && complements.some(({ roles }) => roles.has('by')));
  // "took the place of Swing": the noun's owner is the predecessor.
  const others = [
    ...(objects.length > 1 && !people.some(({ group }) => group === objects[0]) ? [] : objects),
    ...objects.flatMap(({ owners }) => owners),
    ...complements
      .filter(
        ({ roles }) => roles.has('from') || roles.has('by') || roles.has('to') || roles.has('in') || roles.has('of'),
      )
      .map(({ group }) => group),
  ];
  const agent = isAboutPatient
    ? (personOfGroup(agentsOf(statement, utterance.grammar)) ??
      personOfGroup(others.filter((each) => each !== subject?.group)))
    : subject;
  if (isAboutPatient) return subject && agent && subject !== agent ? { after: agent, before: subject } : undefined;
  // "y le sucedió Amy Pope": the pronoun denotes the predecessor.
  const isTaken =
    statement.verb !== undefined &&
    utterance.reading.sentence.tokens
      .slice(statement.verb.first, statement.verb.main)
      .some(
        (token) =>
          utterance.grammar.is(token, 'pronounPerson') ||
          utterance.grammar.is(token, 'pronounThing') ||
          utterance.grammar.is(token, 'pronounOther'),
      );
  if (subject && utterance.grammar.lang !== 'en' && (isTaken || statement.verb?.clitic !== undefined)) {
    const later = personOfGroup(objects);
    if (later && later !== subject) return { after: later, before: subject };
  }
  if (subject) {
    const other = personOfGroup(others.filter((each) => each !== subject.group));
    return other ? { after: subject, before: other } : undefined;
  }
  // "À Brunson McKinley a succédé William Lacy Swing", "A Swing lo sucedió Vitorino"
  const first = personOfGroup(complements.map(({ group }) => group));
  const second = personOfGroup(objects);
  return first && second ? { after: second, before: first } : undefined;
}

/** The date of a succession. "Pope replaced Vitorino at a meeting in 2022": not the succession in the office. */
function ofRightPair(context: Context, statement: Statement, { after, before }: Pair): Claim | undefined {
  const { utterance } = context;
  const isElsewhere = statement.complements.some(
    ({ group }) =>
      group.kind === 'noun' &&
      group !== before.group &&
      group !== after.group &&
      officeOf(utterance, group) === undefined &&
      utterance.own(group, ORGANIZATION) === undefined,
  );
  return isElsewhere
    ? undefined
    : changeClaim(
        context,
        {
          person: after,
          kind: 'start',
          office: undefined,
          of: 'reference',
          statement,
          dates: datesIn(statement, utterance),
          isWhole: true,
        },
        after.head!,
      );
}

function hasOffice(utterance: Utterance, { first, next }: Statement): boolean {
  return utterance.reading.groups.some(
    (group) =>
      group.first >= first &&
      group.next <= next &&
      ![undefined, 'other'].includes(officeOf(utterance, group) as undefined),
  );
}

function ofPair(context: Context, statement: Statement, { after, before }: Pair): Claim | undefined {
  const { utterance, row } = context;
  const words = headWordsOf(utterance.lang);
  if (
    words.others.isIn(utterance.words.slice(statement.first, statement.next)) ||
    words.otherOffices.isIn(utterance.words.slice(statement.first, statement.next))
  )
    return undefined;
  const make = (wrong: Person, right: Fact, other: Fact): Claim => ({
    ...utterance.span(wrong),
    lang: utterance.lang,
    concept: personOf(other),
    facts: [right.id, other.id],
    message: succession(wrong === before, other, right, nameOf(utterance, wrong)),
    rule: 'fact-mismatch',
    severity: 'warning',
    certainty: wrong.by === 'name' ? 'certain' : 'likely',
    instead: [shortName(String(right.value))],
    safe: false,
    evidence: [],
  });
  if (after.head && before.head) {
    const i = row.indexOf(after.head);
    if (row[i - 1] === before.head) return ofRightPair(context, statement, { after, before });
    const date = datesIn(statement, utterance).find((each) => !each.date.isSpan)?.date.from;
    const next = row[row.indexOf(before.head) + 1];
    // The date decides between the two.
    if (
      date &&
      next &&
      !fitsBoundary(date, boundaryOf(after.head, 'from')) &&
      fitsBoundary(date, boundaryOf(next, 'from'))
    )
      return make(after, next, before.head);
    return i > 0 && row[i - 1]!.confidence === 'A' ? make(before, row[i - 1]!, after.head) : undefined;
  }
  if (!hasOffice(utterance, statement)) return undefined;
  if (before.head) {
    const next = row[row.indexOf(before.head) + 1];
    return next ? make(after, next, before.head) : undefined;
  }
  if (after.head) {
    const previous = row[row.indexOf(after.head) - 1];
    return previous ? make(before, previous, after.head) : undefined;
  }
  return undefined;
}

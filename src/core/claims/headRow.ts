import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldKey } from '../fold';
import { ordinalInFigures } from '../reading/cues';
import type { NounGroup } from '../reading/nodes';
import { withOwners } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf } from './offices';
import { personOf, shortName, type Person } from './people';
import type { Utterance } from './utterance';
import { text } from './claimMessage';

/** The ordinal position of a head, and the first woman among the heads. */
export function rowClaims(
  utterance: Utterance,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  if (utterance.reading.modality !== 'asserted') return [];
  return [
    ...ordinalClaims(utterance, people, row, records),
    ...firstClaims(utterance, people, row),
    ...womanClaims(utterance, people, records),
  ];
}

/** "Amy Pope, the tenth Director General": checked only where the record contains all of them. */
function ordinalClaims(
  utterance: Utterance,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  const count = records.fact(heads.count);
  if (count?.value !== row.length) return [];
  return utterance.reading.groups.flatMap((group) => {
    const ordinal = group.ordinal ?? figureIn(utterance, group);
    if (!ordinal || ordinal.value === 1) return [];
    const office = officeOf(utterance, group);
    const isOffice =
      office &&
      office !== 'other' &&
      !office.isSeat &&
      !(office.isLoose && office.of === 'bare' && !isLeading(utterance, group) && !isOfTheBody(utterance, group)) &&
      !isNarrowed(utterance, group);
    if (!isOffice && !(office === undefined && isPerson(utterance, group) && isLeading(utterance, group))) return [];
    const person = people.find((each) => each.head !== undefined && isOf(utterance, each, group));
    if (!person?.head) return [];
    const right = row.indexOf(person.head) + 1;
    const instead = ordinalLike(utterance, right, ordinal.first);
    if (right === ordinal.value || instead === undefined) return [];
    const isNow = person.head.to === undefined;
    return [
      {
        ...utterance.span(ordinal),
        lang: utterance.lang,
        concept: personOf(person.head),
        facts: [count.id, person.head.id],
        message: {
          template: isNow ? heads.messages.rowNow : heads.messages.rowThen,
          values: {
            name: text(String(person.head.value)),
            right: { kind: 'ordinal', value: right },
            wrong: { kind: 'ordinal', value: ordinal.value },
          },
        },
        rule: 'fact-mismatch' as const,
        // Some sources count one more among the predecessors.
        certainty: isNow && person.by === 'name' ? ('certain' as const) : ('likely' as const),
        severity: isNow ? ('warning' as const) : ('information' as const),
        instead: [instead],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/**
 * "its first Director, Harold Tittmann": uses the plain title, because another person was the first with the current
 * title.
 */
function firstClaims(utterance: Utterance, people: readonly Person[], row: readonly Fact[]): readonly Claim[] {
  const [first] = row;
  return utterance.reading.groups.flatMap((group) => {
    const office = group.ordinal?.value === 1 ? officeOf(utterance, group) : undefined;
    if (
      !office ||
      office === 'other' ||
      office.isSeat ||
      !office.isLoose ||
      office.of === 'bare' ||
      isNarrowed(utterance, group)
    )
      return [];
    const person = people.find((each) => each.head !== undefined && isOf(utterance, each, group));
    if (!person?.head || person.head === first || person.by !== 'name') return [];
    return [
      {
        ...utterance.span(person),
        lang: utterance.lang,
        concept: personOf(first!),
        facts: [first!.id, person.head.id],
        message: {
          template: heads.messages.firstHead,
          values: { right: text(String(first!.value)), wrong: text(utterance.textOf(person)) },
        },
        rule: 'fact-mismatch' as const,
        certainty: 'likely' as const,
        severity: 'warning' as const,
        instead: [shortName(String(first!.value))],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/** "the 11th Director General" */
function figureIn(utterance: Utterance, group: NounGroup): NounGroup['ordinal'] {
  const { tokens } = utterance.reading.sentence;
  for (let i = group.first; i < group.next; i++) {
    const value = ordinalInFigures(tokens[i]!.folded);
    if (value !== undefined) return { first: i, next: i + 1, value };
  }
  return undefined;
}

/**
 * Whether a statement equates a person with a group: within one group, by apposition, or by a verb with or without
 * "as".
 */
function isOf(utterance: Utterance, { group: own }: Person, group: NounGroup): boolean {
  if (own === group) return true;
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === own);
  if (
    index >= 0 &&
    nodes[index + 1]?.kind === 'comma' &&
    nodes[index + 2] === group &&
    nodes[index + 3]?.kind === 'coordinator' &&
    group.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person')
  )
    return true;
  // "Amy Pope, the first woman to direct IOM and the tenth person to lead it": a coordinated infinitive of the same
  // kind.
  const before = nodes[nodes.findIndex((node) => node === group) - 1];
  const isFurther =
    before?.kind === 'coordinator' &&
    utterance
      .argumentsOf(own)
      .some(
        ({ statement }) =>
          (statement.kind === 'apposition' ||
            statement.verb?.lemmas.some((lemma) => utterance.grammar.isBe(lemma)) === true) &&
          statement.subjects.includes(own) &&
          statement.objects.some(({ ordinal, first }) => ordinal !== undefined && first < group.first),
      );
  return (
    isFurther ||
    utterance
      .argumentsOf(group)
      .some(
        ({ statement, top, role, complement }) =>
          top === group &&
          (role !== 'complement' || complement!.roles.has('as') || complement!.roles.has('in')) &&
          [...statement.subjects, ...statement.objects].includes(own),
      )
  );
}

/** "the eleventh head of the organization" */
function isOfTheBody({ grammar }: Utterance, { owners }: NounGroup): boolean {
  return (
    owners.length === 1 &&
    owners[0]!.determiner === 'definite' &&
    owners[0]!.words.length === 1 &&
    grammar.isNoun(owners[0]!.words[0]!, 'organization')
  );
}

function isPerson({ grammar, lang }: Utterance, { words }: NounGroup): boolean {
  return words.some((word) => grammar.isNoun(word, 'person')) && !headWordsOf(lang).womanNouns.isIn(words);
}

/** "séptima persona que dirige la OIM", "the tenth person to lead it", "la décima persona en el cargo" */
function isLeading(utterance: Utterance, group: NounGroup): boolean {
  if (
    utterance
      .attachedTo(group)
      .some(
        ({ roles, group: seat }) =>
          seat.kind === 'noun' &&
          roles.has('in') &&
          seat.owners.length === 0 &&
          headWordsOf(utterance.lang).seats.isIn(seat.words),
      )
  )
    return true;
  return utterance.reading.statements.some(
    (statement) =>
      (statement.subjects.includes(group) ||
        (statement.verb?.form === 'infinitive' && statement.first >= group.end && statement.first <= group.end + 1)) &&
      statement.verb !== undefined &&
      statement.verb.lemmas.some((lemma) => headWordsOf(utterance.lang).lead.get(lemma).length > 0) &&
      statement.objects.some((each) => utterance.own(each, ORGANIZATION) !== undefined),
  );
}

/** "the second Director General to come from Europe": the ordinal counts only some of the heads. */
function isNarrowed(utterance: Utterance, group: NounGroup): boolean {
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  const after = nodes[index + 1];
  if (index < 0 || after === undefined) return false;
  if (after.kind === 'relative') return !isLeading(utterance, group);
  if (after.kind === 'preposition')
    return (
      !isLeading(utterance, group) &&
      !(after.roles?.has('in') === true && nodes[index + 2]?.kind === 'date') &&
      !(after.roles?.has('since') === true || after.roles?.has('on') === true)
    );
  return after.kind === 'verb' && after.form !== 'finite' && !isLeading(utterance, group);
}

/** "The first woman to lead IOM is Ugochi Daniels" */
function womanClaims(utterance: Utterance, people: readonly Person[], records: Records): readonly Claim[] {
  const fact = records.fact(heads.firstWoman);
  const words = headWordsOf(utterance.lang);
  if (!fact || words.others.isIn(utterance.words)) return [];
  const later = laterWoman(utterance, people, fact);
  if (later) return [later];
  const at = words.women.indexIn(utterance.words);
  const group = at < 0 ? undefined : utterance.reading.groups.find((each) => at >= each.first && at < each.next);
  if (!group || !isAtHead(utterance, group)) return [];
  const right = records.facts(heads.subject, heads.property).find(({ value }) => value === fact.value);
  const adjacent = people.filter(
    (each) =>
      isOf(utterance, each, group) ||
      Math.min(Math.abs(each.first - group.end), Math.abs(group.first - each.next)) <= 1 ||
      isAlsoNamed(utterance, group, each),
  );
  const wrong = adjacent.length === 1 && people.length === 1 ? adjacent[0] : undefined;
  if (!right || !wrong || wrong.head === right || wrong.concept === personOf(right)) return [];
  return [
    {
      ...utterance.span(wrong),
      lang: utterance.lang,
      concept: personOf(right),
      facts: [fact.id],
      message: {
        template: heads.messages.firstWoman,
        values: { right: text(String(fact.value)), wrong: text(utterance.textOf(wrong)) },
      },
      rule: 'fact-mismatch',
      severity: 'warning',
      certainty: 'likely',
      instead: [shortName(String(fact.value))],
      safe: false,
      evidence: [],
    },
  ];
}

/** "Amy Pope, the second woman to lead IOM": implies another first woman. */
function laterWoman(utterance: Utterance, people: readonly Person[], fact: Fact): Claim | undefined {
  const words = headWordsOf(utterance.lang);
  const group = utterance.reading.groups.find(
    ({ ordinal, words: own }) => ordinal !== undefined && ordinal.value > 1 && words.womanNouns.isIn(own),
  );
  const person = people.find(({ head }) => head?.value === fact.value);
  if (!group?.ordinal || people.length > 1 || !person || !isOf(utterance, person, group) || !isAtHead(utterance, group))
    return undefined;
  const instead = ordinalLike(utterance, 1, group.ordinal.first, true);
  return {
    ...utterance.span(group.ordinal),
    lang: utterance.lang,
    concept: person.concept!,
    facts: [fact.id],
    message: { template: heads.messages.isFirstWoman, values: { name: text(String(fact.value)) } },
    rule: 'fact-mismatch',
    severity: 'warning',
    certainty: 'likely',
    instead: instead === undefined ? [] : [instead],
    safe: false,
    evidence: [],
  };
}

/**
 * "The first woman to lead the Organization is X", "La primera mujer al frente de la OIM, X": whether the group and the
 * name are a few words apart, with at most one comma between.
 */
function isAlsoNamed(utterance: Utterance, group: NounGroup, person: Person): boolean {
  const { tokens } = utterance.reading.sentence;
  const [from, to] = group.first < person.first ? [group.end, person.first] : [person.next, group.first];
  return to - from <= 8 && tokens.slice(from, to).filter(({ folded }) => folded === ',').length <= 1;
}

function isAtHead(utterance: Utterance, group: NounGroup): boolean {
  const words = headWordsOf(utterance.lang);
  const index = utterance.reading.nodes.findIndex(
    (node) => node.kind === 'noun' && [...withOwners(node)].includes(group),
  );
  const following = utterance.reading.nodes.slice(index, index + 5);
  const isOffice = following.some(
    (node) =>
      node.kind === 'noun' &&
      (() => {
        const office = officeOf(utterance, node);
        return office !== undefined && office !== 'other' && office.of !== 'bare';
      })(),
  );
  if (isOffice) return true;
  // "to hold this post": the person determines which post.
  const isHeld = following.some(
    (node, i) =>
      node.kind === 'verb' &&
      node.lemmas.some((lemma) => words.hold.get(lemma).length > 0) &&
      following
        .slice(i + 1)
        .some((each) => each.kind === 'noun' && (words.seats.isIn(each.words) || words.looseTitles.isIn(each.words))),
  );
  if (isHeld) return true;
  return following.some(
    (node, i) =>
      node.kind === 'verb' &&
      node.lemmas.some((lemma) => words.lead.get(lemma).length > 0) &&
      following.slice(i + 1).some((each) => each.kind === 'noun' && utterance.own(each, ORGANIZATION) !== undefined),
  );
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike(utterance: Utterance, number: number, at: number, isFeminine = false): string | undefined {
  const { folded } = utterance.reading.sentence.tokens[at]!;
  const isOf = (each: readonly string[]): boolean => each.some((word) => foldKey(word) === folded);
  const list = isFeminine ? LISTS[utterance.lang]!.findLast(isOf) : LISTS[utterance.lang]!.find(isOf);
  if (list) return list[number - 1];
  return folded.endsWith('th') && number > 3
    ? `${number}th`
    : /^\d/.test(folded)
      ? folded.replace(/^\d+/, String(number))
      : undefined;
}

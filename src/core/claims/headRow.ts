import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { foldKey } from '../mentions/fold';
import { ordinalInFigures } from '../reading/cues';
import type { NounGroup } from '../reading/nodes';
import { withOwners } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf } from './offices';
import { personOf, shortName, type Person } from './people';
import type { Said } from './said';
import { text } from './told';

/** The ordinal position of a head, and the first woman among the heads. */
export function rowClaims(
  said: Said,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  if (said.reading.modality !== 'asserted') return [];
  return [
    ...ordinalClaims(said, people, row, records),
    ...firstClaims(said, people, row),
    ...womanClaims(said, people, records),
  ];
}

/** "Amy Pope, the tenth Director General": checked only where the record contains all of them. */
function ordinalClaims(
  said: Said,
  people: readonly Person[],
  row: readonly Fact[],
  records: Records,
): readonly Claim[] {
  const count = records.fact(heads.count);
  if (count?.value !== row.length) return [];
  return said.reading.groups.flatMap((group) => {
    const ordinal = group.ordinal ?? figureIn(said, group);
    if (!ordinal || ordinal.value === 1) return [];
    const office = officeOf(said, group);
    const isOffice =
      office &&
      office !== 'other' &&
      !office.isSeat &&
      !(office.isLoose && office.of === 'bare' && !isLeading(said, group) && !isOfTheBody(said, group)) &&
      !isNarrowed(said, group);
    if (!isOffice && !(office === undefined && isPerson(said, group) && isLeading(said, group))) return [];
    const person = people.find((each) => each.head !== undefined && isOf(said, each, group));
    if (!person?.head) return [];
    const right = row.indexOf(person.head) + 1;
    const instead = ordinalLike(said, right, ordinal.first);
    if (right === ordinal.value || instead === undefined) return [];
    const isNow = person.head.to === undefined;
    return [
      {
        ...said.span(ordinal),
        lang: said.lang,
        concept: personOf(person.head),
        facts: [count.id, person.head.id],
        told: {
          message: isNow ? heads.messages.rowNow : heads.messages.rowThen,
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
function firstClaims(said: Said, people: readonly Person[], row: readonly Fact[]): readonly Claim[] {
  const [first] = row;
  return said.reading.groups.flatMap((group) => {
    const office = group.ordinal?.value === 1 ? officeOf(said, group) : undefined;
    if (
      !office ||
      office === 'other' ||
      office.isSeat ||
      !office.isLoose ||
      office.of === 'bare' ||
      isNarrowed(said, group)
    )
      return [];
    const person = people.find((each) => each.head !== undefined && isOf(said, each, group));
    if (!person?.head || person.head === first || person.by !== 'name') return [];
    return [
      {
        ...said.span(person),
        lang: said.lang,
        concept: personOf(first!),
        facts: [first!.id, person.head.id],
        told: {
          message: heads.messages.firstHead,
          values: { right: text(String(first!.value)), wrong: text(said.textOf(person)) },
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
function figureIn(said: Said, group: NounGroup): NounGroup['ordinal'] {
  const { tokens } = said.reading.sentence;
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
function isOf(said: Said, { group: own }: Person, group: NounGroup): boolean {
  if (own === group) return true;
  const { nodes } = said.reading;
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
    said
      .argumentsOf(own)
      .some(
        ({ statement }) =>
          (statement.kind === 'apposition' ||
            statement.verb?.lemmas.some((lemma) => said.grammar.isBe(lemma)) === true) &&
          statement.subjects.includes(own) &&
          statement.objects.some(({ ordinal, first }) => ordinal !== undefined && first < group.first),
      );
  return (
    isFurther ||
    said
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
function isOfTheBody({ grammar }: Said, { owners }: NounGroup): boolean {
  return (
    owners.length === 1 &&
    owners[0]!.determiner === 'definite' &&
    owners[0]!.words.length === 1 &&
    grammar.isNoun(owners[0]!.words[0]!, 'organization')
  );
}

function isPerson({ grammar, lang }: Said, { words }: NounGroup): boolean {
  return words.some((word) => grammar.isNoun(word, 'person')) && !headWordsOf(lang).womanNouns.isIn(words);
}

/** "séptima persona que dirige la OIM", "the tenth person to lead it", "la décima persona en el cargo" */
function isLeading(said: Said, group: NounGroup): boolean {
  if (
    said
      .attachedTo(group)
      .some(
        ({ roles, group: seat }) =>
          seat.kind === 'noun' &&
          roles.has('in') &&
          seat.owners.length === 0 &&
          headWordsOf(said.lang).seats.isIn(seat.words),
      )
  )
    return true;
  return said.reading.statements.some(
    (statement) =>
      (statement.subjects.includes(group) ||
        (statement.verb?.form === 'infinitive' && statement.first >= group.end && statement.first <= group.end + 1)) &&
      statement.verb !== undefined &&
      statement.verb.lemmas.some((lemma) => headWordsOf(said.lang).lead.get(lemma).length > 0) &&
      statement.objects.some((each) => said.own(each, ORGANIZATION) !== undefined),
  );
}

/** "the second Director General to come from Europe": the ordinal counts only some of the heads. */
function isNarrowed(said: Said, group: NounGroup): boolean {
  const { nodes } = said.reading;
  const index = nodes.findIndex((node) => node === group);
  const after = nodes[index + 1];
  if (index < 0 || after === undefined) return false;
  if (after.kind === 'relative') return !isLeading(said, group);
  if (after.kind === 'preposition')
    return (
      !isLeading(said, group) &&
      !(after.roles?.has('in') === true && nodes[index + 2]?.kind === 'date') &&
      !(after.roles?.has('since') === true || after.roles?.has('on') === true)
    );
  return after.kind === 'verb' && after.form !== 'finite' && !isLeading(said, group);
}

/** "The first woman to lead IOM is Ugochi Daniels" */
function womanClaims(said: Said, people: readonly Person[], records: Records): readonly Claim[] {
  const fact = records.fact(heads.firstWoman);
  const words = headWordsOf(said.lang);
  if (!fact || words.others.isIn(said.words)) return [];
  const later = laterWoman(said, people, fact);
  if (later) return [later];
  const at = words.women.indexIn(said.words);
  const group = at < 0 ? undefined : said.reading.groups.find((each) => at >= each.first && at < each.next);
  if (!group || !isAtHead(said, group)) return [];
  const right = records.facts(heads.subject, heads.property).find(({ value }) => value === fact.value);
  const beside = people.filter(
    (each) =>
      isOf(said, each, group) ||
      Math.min(Math.abs(each.first - group.end), Math.abs(group.first - each.next)) <= 1 ||
      isBesides(said, group, each),
  );
  const wrong = beside.length === 1 && people.length === 1 ? beside[0] : undefined;
  if (!right || !wrong || wrong.head === right || wrong.concept === personOf(right)) return [];
  return [
    {
      ...said.span(wrong),
      lang: said.lang,
      concept: personOf(right),
      facts: [fact.id],
      told: {
        message: heads.messages.firstWoman,
        values: { right: text(String(fact.value)), wrong: text(said.textOf(wrong)) },
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
function laterWoman(said: Said, people: readonly Person[], fact: Fact): Claim | undefined {
  const words = headWordsOf(said.lang);
  const group = said.reading.groups.find(
    ({ ordinal, words: own }) => ordinal !== undefined && ordinal.value > 1 && words.womanNouns.isIn(own),
  );
  const person = people.find(({ head }) => head?.value === fact.value);
  if (!group?.ordinal || people.length > 1 || !person || !isOf(said, person, group) || !isAtHead(said, group))
    return undefined;
  const instead = ordinalLike(said, 1, group.ordinal.first, true);
  return {
    ...said.span(group.ordinal),
    lang: said.lang,
    concept: person.concept!,
    facts: [fact.id],
    told: { message: heads.messages.isFirstWoman, values: { name: text(String(fact.value)) } },
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
function isBesides(said: Said, group: NounGroup, person: Person): boolean {
  const { tokens } = said.reading.sentence;
  const [from, to] = group.first < person.first ? [group.end, person.first] : [person.next, group.first];
  return to - from <= 8 && tokens.slice(from, to).filter(({ folded }) => folded === ',').length <= 1;
}

function isAtHead(said: Said, group: NounGroup): boolean {
  const words = headWordsOf(said.lang);
  const index = said.reading.nodes.findIndex((node) => node.kind === 'noun' && [...withOwners(node)].includes(group));
  const following = said.reading.nodes.slice(index, index + 5);
  const isOffice = following.some(
    (node) =>
      node.kind === 'noun' &&
      (() => {
        const office = officeOf(said, node);
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
      following.slice(i + 1).some((each) => each.kind === 'noun' && said.own(each, ORGANIZATION) !== undefined),
  );
}

const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = heads.ordinals;

/** An ordinal in the same language, gender and format: "tenth", "10th". */
function ordinalLike(said: Said, number: number, at: number, isFeminine = false): string | undefined {
  const { folded } = said.reading.sentence.tokens[at]!;
  const isOf = (each: readonly string[]): boolean => each.some((word) => foldKey(word) === folded);
  const list = isFeminine ? LISTS[said.lang]!.findLast(isOf) : LISTS[said.lang]!.find(isOf);
  if (list) return list[number - 1];
  return folded.endsWith('th') && number > 3
    ? `${number}th`
    : /^\d/.test(folded)
      ? folded.replace(/^\d+/, String(number))
      : undefined;
}

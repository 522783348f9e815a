import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import type { Records } from './records';
import type { NounGroup, Quantity } from '../reading/nodes';
import { agentsOf, themesOf, type Statement } from '../reading/statement';
import { isVerbOf } from './field';
import type { Entry } from './entries';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf } from './offices';
import { labelWordsOf } from './labelWords';
import { headsOf, peopleIn, personIn, personOf } from './people';
import { onlyPersonIn, refersToPerson } from './personReferences';
import type { Utterance } from './utterance';
import { count, text } from './claimMessage';
import { inWords } from './wordNumbers';

/** The term for which the head is elected, the electors, and the majority. */
export function headElectionClaims(utterance: Utterance, records: Records): readonly Claim[] {
  if (utterance.reading.modality !== 'asserted' || utterance.discourse.isRefuted(utterance.site)) return [];
  return [
    ...termClaims(utterance, records),
    ...electorClaims(utterance, records),
    ...majorityClaims(utterance, records),
  ];
}

/** "Term of office: four years", in a description of the organization. */
export function labelledTerm({ utterance, from, asks }: Entry, records: Records): readonly Claim[] {
  const fact = records.fact(heads.term);
  const words = headWordsOf(utterance.lang);
  const value = utterance.reading.groups.find(({ first, quantity }) => first >= from && quantity !== undefined);
  const isTerm = words.terms.isIn(utterance.words.slice(0, from)) && isOfNobodyElse(utterance, from - 1);
  if (
    asks ||
    !isTerm ||
    !value?.quantity ||
    !words.years.isIn(value.words) ||
    typeof fact?.value !== 'number' ||
    value.quantity.hedge ||
    value.quantity.value === fact.value
  )
    return [];
  const topic = utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  if (!topic || topic === 'other') return [];
  return [
    {
      ...utterance.span(value.quantity),
      lang: utterance.lang,
      concept: heads.subject,
      facts: [fact.id],
      message: {
        template: heads.messages.term,
        values: { right: count(fact.value), wrong: count(value.quantity.value) },
      },
      rule: 'fact-mismatch',
      severity: 'warning',
      certainty: 'likely',
      instead: [inWords(fact.value, value.quantity, utterance) ?? String(fact.value)],
      safe: false,
      evidence: [],
    },
  ];
}

/** Whether a label refers to the head's term only: not "Term of office of the deputies", "Term of the contract". */
function isOfNobodyElse(utterance: Utterance, to: number): boolean {
  const { terms, seats, titles, looseTitles } = headWordsOf(utterance.lang);
  const { generic } = labelWordsOf(utterance.lang);
  const { tokens } = utterance.reading.sentence;
  for (let i = 0; i < to;) {
    const length = Math.max(...[terms, seats, titles, looseTitles].map((list) => list.lengthAt(utterance.words, i)));
    if (
      length === 0 &&
      tokens[i]!.kind === 'word' &&
      !utterance.grammar.isSmall(tokens[i]!) &&
      !generic.has(utterance.words[i]!) &&
      utterance.grammar.nounClassesOf(tokens[i]!)?.has('organization') !== true
    )
      return false;
    i += Math.max(1, length);
  }
  return true;
}

/** "elected for a term of four years", "a four-year term" */
function termClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.term);
  const words = headWordsOf(utterance.lang);
  if (
    typeof fact?.value !== 'number' ||
    words.others.isIn(utterance.words) ||
    !utterance.discourse.isNamed(heads.subject)
  )
    return [];
  const right = fact.value;
  return utterance.reading.groups.flatMap((group) => {
    const { quantity } = group;
    // A number of years that equals two terms is right as well.
    if (!quantity || quantity.value === right || quantity.value === 2 * right || quantity.hedge) return [];
    const term = termOf(utterance, group, quantity);
    const found =
      term &&
      [group, term]
        .flatMap((each) => utterance.argumentsOf(each))
        .find(
          ({ statement }) =>
            ['asserted', 'planned'].includes(statement.modality) &&
            (isOfHead(utterance, statement, records) ||
              isOfPerson(utterance, term, statement, records) ||
              isOfHeadBefore(utterance, statement, records)),
        );
    if (!found) return [];
    const text = inWords(right, quantity, utterance) ?? String(right);
    const isNamed = utterance.reading.groups.some((each) => {
      const office = officeOf(utterance, each);
      return office !== undefined && office !== 'other' && office.of === 'name';
    });
    return [
      {
        ...utterance.span(quantity),
        lang: utterance.lang,
        concept: heads.subject,
        facts: [fact.id],
        message: { template: heads.messages.term, values: { right: count(right), wrong: count(quantity.value) } },
        rule: 'fact-mismatch' as const,
        severity: 'warning' as const,
        certainty: isNamed ? ('certain' as const) : ('likely' as const),
        instead: [text],
        safe: isNamed,
        evidence: [],
      },
    ];
  });
}

/** The term whose years a group counts. */
function termOf(utterance: Utterance, group: NounGroup, { next }: Quantity): NounGroup | undefined {
  const words = headWordsOf(utterance.lang);
  if (words.years.isIn(group.words)) {
    // "elected for five years"
    const isForYears =
      group.words.length === 1 &&
      utterance
        .argumentsOf(group)
        .some(
          ({ statement, complement, top }) =>
            top === group &&
            complement?.roles.has('for') === true &&
            (isVerbOf(words.elect, statement.verb, utterance.reading) ||
              (isVerbOf(words.hold, statement.verb, utterance.reading) && statement.tense === 'present')),
        );
    if (isForYears) return group;
    // "the term lasts five years", "dont le mandat est de cinq ans"
    const lasting = utterance
      .argumentsOf(group)
      .find(
        ({ statement: { verb, subjects }, role, complement, top }) =>
          top === group &&
          subjects[0] !== undefined &&
          words.terms.isIn(subjects[0].words) &&
          subjects[0].ordinal === undefined &&
          verb !== undefined &&
          (role === 'object' || complement?.roles.has('of') === true),
      );
    if (lasting) return lasting.statement.subjects[0];
    return utterance.reading.groups.find(
      (each) => each.owners.includes(group) && words.terms.isIn(each.words) && each.ordinal === undefined,
    );
  }
  const after = utterance.reading.groups.find((each) => each.first >= next && each.first <= next + 1);
  return group.words.length === 0 && after && words.years.lengthAt(after.words, 0) > 0 && words.terms.isIn(after.words)
    ? after
    : undefined;
}

function isOfHead(utterance: Utterance, statement: Statement, records: Records): boolean {
  const words = headWordsOf(utterance.lang);
  const others = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap(({ group, roles }) =>
      group.kind === 'noun' && (roles.has('as') || roles.has('of')) ? [group] : [],
    ),
  ];
  const offices = others.flatMap((each) => [each, ...each.owners].map((one) => officeOf(utterance, one)));
  if (offices.includes('other') || words.otherOffices.isIn(utterance.words.slice(statement.first, statement.next)))
    return false;
  if (
    offices.some(
      (office) =>
        office !== undefined && office !== 'other' && !office.isSeat && (office.of !== 'bare' || !office.isLoose),
    )
  )
    return true;
  const people = peopleIn(utterance, headsOf(records), records).filter(({ head }) => head !== undefined);
  // "Amy Pope, dont le mandat est de cinq ans"
  if (people.some(({ group, by }) => by === 'name' && statement.subjects.some(({ owners }) => owners.includes(group))))
    return true;
  return people.some(
    ({ group, by }) =>
      statement.subjects.includes(group) &&
      by === 'name' &&
      [words.elect, words.start, words.hold].some((list) => isVerbOf(list, statement.verb, utterance.reading)),
  );
}

/**
 * "elected Amy Pope for a term of four years", "Amy Pope, the first woman in the post, whose term", "It is led by Amy
 * Pope. Her term lasts": the name of the officeholder identifies the term.
 */
function isOfPerson(utterance: Utterance, term: NounGroup, statement: Statement, records: Records): boolean {
  const words = headWordsOf(utterance.lang);
  if (isVerbOf(words.elect, statement.verb, utterance.reading) && isOfHeadElected(utterance, statement, records))
    return true;
  const row = headsOf(records);
  const isHead = (group: NounGroup): boolean => {
    const person = personIn(utterance, group, row, records);
    return person?.head !== undefined && person.by === 'name';
  };
  if (term.possessive !== undefined) {
    const [before, ...others] = utterance.discourse.readingsBefore(utterance.site, 2).flatMap(({ groups }) =>
      groups.flatMap(({ named }) =>
        named.flatMap(({ mention }) => {
          const { concept } = mention.terms[0]!.entry;
          return concept.kind === 'person' ? [concept.id] : [];
        }),
      ),
    );
    return (
      before !== undefined && others.every((other) => other === before) && row.some((fact) => personOf(fact) === before)
    );
  }
  // "Amy Pope, primera mujer en el cargo, cuyo mandato"
  const { tokens } = utterance.reading.sentence;
  if (tokens[term.first - 1] && utterance.grammar.is(tokens[term.first - 1], 'relativeOwner')) {
    const people = peopleIn(utterance, row, records).filter(
      ({ group, by }) => group.first < term.first && by !== 'unknown',
    );
    return people.length === 1 && people[0]!.head !== undefined && people[0]!.by === 'name';
  }
  return term.owners.some((owner) => {
    const host = utterance.hostOf(owner);
    return isHead(owner) || (host !== undefined && isHead(host));
  });
}

/** "It is led by Amy Pope. She was elected": a pronoun or an omitted subject after the only person of a sentence. */
function isOfHeadBefore(utterance: Utterance, statement: Statement, records: Records): boolean {
  const { elect, start } = headWordsOf(utterance.lang);
  const [before] = utterance.discourse.readingsBefore(utterance.site, 1);
  if (!before || !refersToPerson(statement, utterance.reading)) return false;
  if (![elect, start].some((list) => isVerbOf(list, statement.verb, utterance.reading))) return false;
  const only = onlyPersonIn(before, utterance.lang);
  return only !== undefined && headsOf(records).some((fact) => personOf(fact) === only);
}

const ELECTOR: Readonly<Record<string, string>> = heads.elector;

/** "The Director General of IOM is elected by the General Assembly" */
function electorClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.election);
  const words = headWordsOf(utterance.lang);
  if (!fact || words.others.isIn(utterance.words)) return [];
  return utterance.reading.statements.flatMap((statement) => {
    if (
      statement.modality !== 'asserted' ||
      !(
        isVerbOf(words.elect, statement.verb, utterance.reading) ||
        isVerbOf(words.start, statement.verb, utterance.reading)
      )
    )
      return [];
    const agent = isOfHeadElected(utterance, statement, records, utterance.discourse.isNamed(heads.subject))
      ? agentsOf(statement, utterance.grammar).find((group) =>
          words.rivals.isIn(utterance.words.slice(group.first, group.next)),
        )
      : undefined;
    if (!agent || words.electors.isIn(agent.words)) return [];
    return [
      {
        ...utterance.span(agent),
        lang: utterance.lang,
        concept: heads.subject,
        facts: [fact.id],
        message: {
          template: heads.messages.elector,
          values: { wrong: text(utterance.textOf({ first: agent.first, next: agent.end })) },
        },
        rule: 'fact-mismatch' as const,
        severity: 'warning' as const,
        certainty: 'likely' as const,
        instead: [ELECTOR[utterance.lang]!],
        safe: false,
        evidence: [],
      },
    ];
  });
}

/**
 * Whether a statement is about the election of the head: by the office, or by the name of a present or former
 * officeholder.
 */
function isOfHeadElected(utterance: Utterance, statement: Statement, records: Records, mayBeBare = false): boolean {
  // "elige a la Directora General"
  const personal = utterance.grammar.omitsSubjects
    ? statement.complements.flatMap(({ group, roles, first }) =>
        group.kind === 'noun' && roles.has('in') && first === statement.verb?.next ? [group] : [],
      )
    : [];
  const themes = [...themesOf(statement, utterance.grammar), ...personal];
  const isOffice = themes.some((group) => {
    const office = officeOf(utterance, group);
    return (
      office !== undefined &&
      office !== 'other' &&
      !office.isSeat &&
      (office.of !== 'bare' || (mayBeBare && !office.isLoose))
    );
  });
  return (
    isOffice ||
    peopleIn(utterance, headsOf(records), records).some(
      ({ group, head, by }) => head !== undefined && by === 'name' && themes.includes(group),
    )
  );
}

const MAJORITY: Readonly<Record<string, string>> = heads.majority;

/** "The Council elects the Director General by a simple majority" */
function majorityClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const fact = records.fact(heads.election);
  const { majorities, elect, others } = headWordsOf(utterance.lang);
  const at = utterance.words.findIndex((_, i) => majorities.lengthAt(utterance.words, i) > 0);
  if (!fact || at < 0 || others.isIn(utterance.words)) return [];
  const isElection = utterance.reading.statements.some(
    (statement) =>
      statement.modality === 'asserted' &&
      isVerbOf(elect, statement.verb, utterance.reading) &&
      isOfHeadElected(utterance, statement, records, utterance.discourse.isNamed(heads.subject)),
  );
  if (!isElection) return [];
  const range = { first: at, next: at + majorities.lengthAt(utterance.words, at) };
  return [
    {
      ...utterance.span(range),
      lang: utterance.lang,
      concept: heads.subject,
      facts: [fact.id],
      message: { template: heads.messages.majority, values: { wrong: text(utterance.textOf(range)) } },
      rule: 'fact-mismatch',
      severity: 'warning',
      certainty: 'likely',
      instead: [MAJORITY[utterance.lang]!],
      safe: false,
      evidence: [],
    },
  ];
}

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
import type { Said } from './said';
import { count, text } from './told';
import { inWords } from './wordNumbers';

/** The term for which the head is elected, the electors, and the majority. */
export function headElectionClaims(said: Said, records: Records): readonly Claim[] {
  if (said.reading.modality !== 'asserted' || said.discourse.isRefuted(said.site)) return [];
  return [...termClaims(said, records), ...electorClaims(said, records), ...majorityClaims(said, records)];
}

/** "Term of office: four years", in a description of the organization. */
export function labelledTerm({ said, from, asks }: Entry, records: Records): readonly Claim[] {
  const fact = records.fact(heads.term);
  const words = headWordsOf(said.lang);
  const value = said.reading.groups.find(({ first, quantity }) => first >= from && quantity !== undefined);
  const isTerm = words.terms.isIn(said.words.slice(0, from)) && isOfNobodyElse(said, from - 1);
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
  const topic = said.discourse.topicOf(said.site.block, ORGANIZATION);
  if (!topic || topic === 'other') return [];
  return [
    {
      ...said.span(value.quantity),
      lang: said.lang,
      concept: heads.subject,
      facts: [fact.id],
      told: { message: heads.messages.term, values: { right: count(fact.value), wrong: count(value.quantity.value) } },
      rule: 'fact-mismatch',
      severity: 'warning',
      certainty: 'likely',
      instead: [inWords(fact.value, value.quantity, said) ?? String(fact.value)],
      safe: false,
      evidence: [],
    },
  ];
}

/** Whether a label refers to the head's term only: not "Term of office of the deputies", "Term of the contract". */
function isOfNobodyElse(said: Said, to: number): boolean {
  const { terms, seats, titles, looseTitles } = headWordsOf(said.lang);
  const { generic } = labelWordsOf(said.lang);
  const { tokens } = said.reading.sentence;
  for (let i = 0; i < to;) {
    const length = Math.max(...[terms, seats, titles, looseTitles].map((list) => list.lengthAt(said.words, i)));
    if (
      length === 0 &&
      tokens[i]!.kind === 'word' &&
      !said.grammar.isSmall(tokens[i]!) &&
      !generic.has(said.words[i]!) &&
      said.grammar.nounClassesOf(tokens[i]!)?.has('organization') !== true
    )
      return false;
    i += Math.max(1, length);
  }
  return true;
}

/** "elected for a term of four years", "a four-year term" */
function termClaims(said: Said, records: Records): readonly Claim[] {
  const fact = records.fact(heads.term);
  const words = headWordsOf(said.lang);
  if (typeof fact?.value !== 'number' || words.others.isIn(said.words) || !said.discourse.isNamed(heads.subject))
    return [];
  const right = fact.value;
  return said.reading.groups.flatMap((group) => {
    const { quantity } = group;
    // A number of years that equals two terms is right as well.
    if (!quantity || quantity.value === right || quantity.value === 2 * right || quantity.hedge) return [];
    const term = termOf(said, group, quantity);
    const found =
      term &&
      [group, term]
        .flatMap((each) => said.argumentsOf(each))
        .find(
          ({ statement }) =>
            ['asserted', 'planned'].includes(statement.modality) &&
            (isOfHead(said, statement, records) || isOfPerson(said, term, statement, records)),
        );
    if (!found) return [];
    const text = inWords(right, quantity, said) ?? String(right);
    const isNamed = said.reading.groups.some((each) => {
      const office = officeOf(said, each);
      return office !== undefined && office !== 'other' && office.of === 'name';
    });
    return [
      {
        ...said.span(quantity),
        lang: said.lang,
        concept: heads.subject,
        facts: [fact.id],
        told: { message: heads.messages.term, values: { right: count(right), wrong: count(quantity.value) } },
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
function termOf(said: Said, group: NounGroup, { next }: Quantity): NounGroup | undefined {
  const words = headWordsOf(said.lang);
  if (words.years.isIn(group.words)) {
    // "elected for five years"
    const isForYears =
      group.words.length === 1 &&
      said
        .argumentsOf(group)
        .some(
          ({ statement, complement, top }) =>
            top === group &&
            complement?.roles.has('for') === true &&
            (isVerbOf(words.elect, statement.verb, said.reading) ||
              (isVerbOf(words.hold, statement.verb, said.reading) && statement.tense === 'present')),
        );
    if (isForYears) return group;
    // "the term lasts five years", "dont le mandat est de cinq ans"
    const lasting = said
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
    return said.reading.groups.find(
      (each) => each.owners.includes(group) && words.terms.isIn(each.words) && each.ordinal === undefined,
    );
  }
  const after = said.reading.groups.find((each) => each.first >= next && each.first <= next + 1);
  return group.words.length === 0 && after && words.years.lengthAt(after.words, 0) > 0 && words.terms.isIn(after.words)
    ? after
    : undefined;
}

function isOfHead(said: Said, statement: Statement, records: Records): boolean {
  const words = headWordsOf(said.lang);
  const others = [
    ...statement.subjects,
    ...statement.objects,
    ...statement.complements.flatMap(({ group, roles }) =>
      group.kind === 'noun' && (roles.has('as') || roles.has('of')) ? [group] : [],
    ),
  ];
  const offices = others.flatMap((each) => [each, ...each.owners].map((one) => officeOf(said, one)));
  if (offices.includes('other') || words.otherOffices.isIn(said.words.slice(statement.first, statement.next)))
    return false;
  if (
    offices.some(
      (office) =>
        office !== undefined && office !== 'other' && !office.isSeat && (office.of !== 'bare' || !office.isLoose),
    )
  )
    return true;
  const people = peopleIn(said, headsOf(records), records).filter(({ head }) => head !== undefined);
  // "Amy Pope, dont le mandat est de cinq ans"
  if (people.some(({ group, by }) => by === 'name' && statement.subjects.some(({ owners }) => owners.includes(group))))
    return true;
  return people.some(
    ({ group, by }) =>
      statement.subjects.includes(group) &&
      by === 'name' &&
      [words.elect, words.start, words.hold].some((list) => isVerbOf(list, statement.verb, said.reading)),
  );
}

/**
 * "elected Amy Pope for a term of four years", "Amy Pope, the first woman in the post, whose term", "It is led by Amy
 * Pope. Her term lasts": the name of the officeholder identifies the term.
 */
function isOfPerson(said: Said, term: NounGroup, statement: Statement, records: Records): boolean {
  const words = headWordsOf(said.lang);
  if (isVerbOf(words.elect, statement.verb, said.reading) && isOfHeadElected(said, statement, records)) return true;
  const row = headsOf(records);
  const isHead = (group: NounGroup): boolean => {
    const person = personIn(said, group, row, records);
    return person?.head !== undefined && person.by === 'name';
  };
  if (term.possessive !== undefined) {
    const [before, ...others] = said.discourse.readingsBefore(said.site, 2).flatMap(({ groups }) =>
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
  const { tokens } = said.reading.sentence;
  if (tokens[term.first - 1] && said.grammar.is(tokens[term.first - 1], 'relativeOwner')) {
    const people = peopleIn(said, row, records).filter(({ group, by }) => group.first < term.first && by !== 'unknown');
    return people.length === 1 && people[0]!.head !== undefined && people[0]!.by === 'name';
  }
  return term.owners.some((owner) => {
    const host = said.hostOf(owner);
    return isHead(owner) || (host !== undefined && isHead(host));
  });
}

const ELECTOR: Readonly<Record<string, string>> = heads.elector;

/** "The Director General of IOM is elected by the General Assembly" */
function electorClaims(said: Said, records: Records): readonly Claim[] {
  const fact = records.fact(heads.election);
  const words = headWordsOf(said.lang);
  if (!fact || words.others.isIn(said.words)) return [];
  return said.reading.statements.flatMap((statement) => {
    if (
      statement.modality !== 'asserted' ||
      !(isVerbOf(words.elect, statement.verb, said.reading) || isVerbOf(words.start, statement.verb, said.reading))
    )
      return [];
    const agent = isOfHeadElected(said, statement, records, said.discourse.isNamed(heads.subject))
      ? agentsOf(statement, said.grammar).find((group) => words.rivals.isIn(said.words.slice(group.first, group.next)))
      : undefined;
    if (!agent || words.electors.isIn(agent.words)) return [];
    return [
      {
        ...said.span(agent),
        lang: said.lang,
        concept: heads.subject,
        facts: [fact.id],
        told: {
          message: heads.messages.elector,
          values: { wrong: text(said.textOf({ first: agent.first, next: agent.end })) },
        },
        rule: 'fact-mismatch' as const,
        severity: 'warning' as const,
        certainty: 'likely' as const,
        instead: [ELECTOR[said.lang]!],
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
function isOfHeadElected(said: Said, statement: Statement, records: Records, mayBeBare = false): boolean {
  // "elige a la Directora General"
  const personal = said.grammar.omitsSubjects
    ? statement.complements.flatMap(({ group, roles, first }) =>
        group.kind === 'noun' && roles.has('in') && first === statement.verb?.next ? [group] : [],
      )
    : [];
  const themes = [...themesOf(statement, said.grammar), ...personal];
  const isOffice = themes.some((group) => {
    const office = officeOf(said, group);
    return (
      office !== undefined &&
      office !== 'other' &&
      !office.isSeat &&
      (office.of !== 'bare' || (mayBeBare && !office.isLoose))
    );
  });
  return (
    isOffice ||
    peopleIn(said, headsOf(records), records).some(
      ({ group, head, by }) => head !== undefined && by === 'name' && themes.includes(group),
    )
  );
}

const MAJORITY: Readonly<Record<string, string>> = heads.majority;

/** "The Council elects the Director General by a simple majority" */
function majorityClaims(said: Said, records: Records): readonly Claim[] {
  const fact = records.fact(heads.election);
  const { majorities, elect, others } = headWordsOf(said.lang);
  const at = said.words.findIndex((_, i) => majorities.lengthAt(said.words, i) > 0);
  if (!fact || at < 0 || others.isIn(said.words)) return [];
  const isElection = said.reading.statements.some(
    (statement) =>
      statement.modality === 'asserted' &&
      isVerbOf(elect, statement.verb, said.reading) &&
      isOfHeadElected(said, statement, records, said.discourse.isNamed(heads.subject)),
  );
  if (!isElection) return [];
  const range = { first: at, next: at + majorities.lengthAt(said.words, at) };
  return [
    {
      ...said.span(range),
      lang: said.lang,
      concept: heads.subject,
      facts: [fact.id],
      told: { message: heads.messages.majority, values: { wrong: text(said.textOf(range)) } },
      rule: 'fact-mismatch',
      severity: 'warning',
      certainty: 'likely',
      instead: [MAJORITY[said.lang]!],
      safe: false,
      evidence: [],
    },
  ];
}

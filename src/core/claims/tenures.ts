import { isPerson } from '../reading/persons';
import type { Statement } from '../reading/statement';
import { aliasesOf, type Person } from './people';
import { refersToPerson } from './personReferences';
import type { Utterance } from './utterance';
import type { Tenure } from './tenure';
import { datesAt, datesAfter, spanInRow, NO_ROLES } from './tenureDates';
import { adjacentPost } from './tenurePosts';
import { tenureOfVerb } from './tenureVerbs';

/** The statements of a sentence about a person's office: by a post next to the name, by a verb, by a label. */
export function tenuresOf(utterance: Utterance, person: Person): readonly Tenure[] {
  const tenures: Tenure[] = [];
  const post = adjacentPost(utterance, person);
  for (const argument of utterance.argumentsOf(person.group)) {
    if (argument.top !== person.group && !argument.top.owners.includes(person.group)) continue;
    const tenure = tenureOfVerb(utterance, person, argument);
    if (tenure) tenures.push(tenure);
  }
  // "William Lacy Swing, the diplomat who led it until 2018": the relative clause of an apposition.
  for (const alias of aliasesOf(utterance, person))
    for (const argument of utterance.argumentsOf(alias.group)) {
      const isOfAlias =
        argument.top === alias.group &&
        (argument.statement.kind === 'relative' || argument.statement.kind === 'participial' || alias.isHost);
      const tenure = isOfAlias ? tenureOfVerb(utterance, alias, argument) : undefined;
      if (tenure) tenures.push({ ...tenure, person });
    }
  for (const statement of continuedBy(utterance, person)) {
    const about = { statement, role: 'subject', complement: undefined, top: person.group } as const;
    const tenure = tenureOfVerb(utterance, { ...person, by: 'reference' }, about);
    if (tenure) tenures.push(tenure);
  }
  if (post) {
    const around = [...utterance.argumentsOf(post.office.group), ...utterance.argumentsOf(person.group)]
      .map(({ statement: each }) => each)
      .filter(({ kind }) => kind !== 'apposition');
    const statement = around.find(({ kind }) => kind === 'main') ?? around[0];
    const own = [
      ...datesAt(utterance, person.group),
      ...(post.office.group === person.group ? [] : datesAt(utterance, post.office.group)),
      ...datesAfter(utterance, person),
    ];
    tenures.push({
      person,
      kind: 'post',
      office: post.office,
      of: post.office.of,
      statement,
      dates: own,
      isWhole: own.length > 0,
    });
  } else if (tenures.length === 0) {
    const own = datesAt(utterance, person.group);
    // "William Lacy Swing (2003–2013)", in a list of heads
    const inRow = own.length === 0 ? spanInRow(utterance, person) : undefined;
    if (inRow)
      tenures.push({
        person,
        kind: 'hold',
        office: undefined,
        of: 'bare',
        statement: undefined,
        dates: [{ date: inRow, roles: NO_ROLES }],
        isWhole: true,
      });
    if (own.length === 1 && own[0]!.date.isSpan && person.head)
      tenures.push({
        person,
        kind: 'hold',
        office: undefined,
        of: 'bare',
        statement: undefined,
        dates: own,
        isWhole: true,
      });
  }
  return tenures;
}

/**
 * The clauses of the sentence that continue about a person: "Purcell leads it; he will stay until 1998", "Purcell lo
 * dirigió; siguió en el cargo". The pronoun or the omitted subject denotes the subject of the clause before, if the
 * sentence names no other person.
 */
function continuedBy(utterance: Utterance, person: Person): readonly Statement[] {
  const {
    grammar,
    reading: { statements, groups },
  } = utterance;
  if (person.by === 'reference') return [];
  const own = [person.group, ...aliasesOf(utterance, person).map(({ group }) => group)];
  if (groups.some((group) => isPerson(group, grammar) && !own.includes(group))) return [];
  const main = statements.filter(({ kind, verb }) => kind === 'main' && verb !== undefined);
  const at = main.findIndex(({ subjects }) => subjects.some((each) => own.includes(each)));
  const rest = at < 0 ? [] : main.slice(at + 1);
  const end = rest.findIndex((statement) => !refersToPerson(statement, utterance.reading));
  return end < 0 ? rest : rest.slice(0, end);
}

import { aliasesOf, type Person } from './people';
import type { Utterance } from '../utterance';
import type { Tenure } from './tenure';
import { datesAt, spanInRow, NO_ROLES } from './tenureDates';
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
  if (post) {
    const around = [...utterance.argumentsOf(post.office.group), ...utterance.argumentsOf(person.group)]
      .map(({ statement: each }) => each)
      .filter(({ kind }) => kind !== 'apposition');
    const statement = around.find(({ kind }) => kind === 'main') ?? around[0];
    const own = [
      ...datesAt(utterance, person.group),
      ...(post.office.group === person.group ? [] : datesAt(utterance, post.office.group)),
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
  }
  return tenures;
}

import { TENSE } from '../reading/cues';
import type { Range, VerbGroup } from '../reading/nodes';
import { phraseIn } from '../reading/phrases';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import type { Use } from './use';

export type Tense = 'past' | 'present' | 'none';

/** The tense of the statement that contains a name, within its clause. */
export function tenseOf(use: Use): Tense {
  return tenseAt(use, use.clause, use.reading);
}

/**
 * The tense of the statement that contains the tokens `[first, next)`, within a clause; else that of the nearest verb
 * that follows them, else of the nearest that precedes them. `none` for wording without a verb: headings, lists,
 * labels.
 */
export function tenseAt({ first, next }: Range, clause: Range, { nodes, statements }: Reading): Tense {
  const isWithin = (range: Range): boolean => range.first >= clause.first && range.next <= clause.next;
  const own = statements
    .filter((statement) => statement.verb !== undefined && isWithin(statement.verb) && takes(statement, first))
    .sort((a, b) => Number(b.kind === 'main') - Number(a.kind === 'main'));
  // What a body has done may be long ago: "ships chartered by ICEM".
  if (own[0]?.kind === 'participial' && own[0].verb!.form === 'participle') return 'past';
  for (const { verb } of own) if (verb && tenseOfVerb(verb) !== 'none') return tenseOfVerb(verb);
  const verbs = nodes.filter(
    (node): node is VerbGroup => node.kind === 'verb' && isWithin(node) && tenseOfVerb(node) !== 'none',
  );
  const following = verbs.find((verb) => verb.first >= next);
  // A preceding verb form may be an attribute ("displaced persons") or a reduced clause ("chartered by ICEM").
  const nearest = following ?? verbs.filter(({ passive }) => passive !== undefined).at(-1);
  return nearest ? tenseOfVerb(nearest) : 'none';
}

/** Whether a statement has a token in its subject, its object or a complement. */
function takes({ subjects, objects, complements }: Statement, token: number): boolean {
  return (
    [...subjects, ...objects].some(({ first, end }) => first <= token && token < end) ||
    complements.some(({ group }) => group.kind === 'noun' && group.first <= token && token < group.end)
  );
}

/** "will" and "can" are about the present; "could" and "would" may be about the past. */
function tenseOfVerb({ tense, form, modality }: VerbGroup): Tense {
  if (tense === 'past') return 'past';
  return form === 'finite' && modality !== 'supposed' ? 'present' : 'none';
}

/**
 * A cue of the present in the clause of a name, unless its verb is in the past ("was founded, as is known today, …").
 */
export function hasPresentCue(use: Use): boolean {
  const { first, next } = use.clause;
  return phraseIn(use.tokens, first, next, TENSE.presentCues) !== undefined && tenseOf(use) !== 'past';
}

/** Whether a name is the subject of a verb in the present tense: "ICEM assists migrants". */
export function actsInPresent({ first, reading }: Use): boolean {
  return reading.statements.some(
    ({ verb, subjects }) =>
      verb !== undefined &&
      tenseOfVerb(verb) === 'present' &&
      subjects.some(({ named }) => named.some((name) => name.first === first)),
  );
}

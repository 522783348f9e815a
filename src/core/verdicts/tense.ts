import { clauseOf } from './clauses';
import type { Range, VerbGroup } from '../reading/nodes';
import { readingIn } from '../reading/readings';
import type { Sentence } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';

export type Tense = 'past' | 'present' | 'none';

/**
 * The tense of the statement that contains the tokens `[first, next)`, within a clause; else that of the nearest verb
 * that follows them, else of the nearest that precedes them. `none` for wording without a verb: headings, lists,
 * labels.
 */
export function tenseOf(sentence: Sentence, { first, next }: Range, clause: Range, surroundings: Surroundings): Tense {
  const { nodes, statements } = readingIn(surroundings, sentence);
  const isWithin = (range: Range): boolean => range.first >= clause.first && range.next <= clause.next;
  const own = statements
    .filter((statement) => statement.verb !== undefined && isWithin(statement.verb) && takes(statement, first))
    .sort((a, b) => Number(b.kind === 'main') - Number(a.kind === 'main'));
  // "ships chartered by ICEM": what a body has done may be long ago.
  if (own[0]?.kind === 'participial' && own[0].verb!.form === 'participle') return 'past';
  for (const { verb } of own) if (verb && tenseOfVerb(verb) !== 'none') return tenseOfVerb(verb);
  const verbs = nodes.filter(
    (node): node is VerbGroup => node.kind === 'verb' && isWithin(node) && tenseOfVerb(node) !== 'none',
  );
  const following = verbs.find((verb) => verb.first >= next);
  // A preceding verb form may be an attribute ("displaced persons") or a reduced clause ("chartered by ICEM").
  const nearest = following ?? verbs.filter((verb) => verb.next <= first && !isBareParticiple(verb)).at(-1);
  return nearest ? tenseOfVerb(nearest) : 'none';
}

/** The tense of the statement that contains a mention, within its clause. */
export function tenseAt(site: MentionSite, surroundings: Surroundings): Tense {
  return tenseOf(site.sentence, site, clauseOf(site.sentence.tokens, site), surroundings);
}

/** Whether a statement has a token in its subject, its object or a complement. */
function takes({ subjects, objects, complements }: Statement, token: number): boolean {
  return (
    [...subjects, ...objects].some(({ first, end }) => first <= token && token < end) ||
    complements.some(({ group }) => group.kind === 'noun' && group.first <= token && token < group.end)
  );
}

/** "will" and "can" are about the present; "could" and "would" may be about the past. */
export function tenseOfVerb({ tense, form, modality }: VerbGroup): Tense {
  if (tense === 'past') return 'past';
  return form === 'finite' && modality !== 'supposed' ? 'present' : 'none';
}

function isBareParticiple({ form, passive }: VerbGroup): boolean {
  return form === 'participle' || passive === undefined;
}

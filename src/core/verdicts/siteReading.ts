import { Discourse } from '../reading/discourse';
import type { Range } from '../reading/nodes';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';

/** The reading of the sentence in which a place occurs. */
export function readingOf({ sentence }: MentionSite, surroundings: Surroundings): Reading {
  return discourseOf(surroundings).readingOf(sentence);
}

/** The innermost statement that contains a range of tokens. */
export function statementAt({ statements }: Reading, { first, next }: Range): Statement | undefined {
  let found: Statement | undefined;
  for (const statement of statements) {
    if (
      statement.first <= first &&
      statement.next >= next &&
      (!found || statement.next - statement.first < found.next - found.first)
    )
      found = statement;
  }
  return found;
}

/** The discourse of a part, which is shared by all of its verdicts. */
export function discourseOf(surroundings: Surroundings): Discourse {
  let discourse = discourses.get(surroundings);
  if (!discourse)
    discourses.set(surroundings, (discourse = new Discourse(surroundings, new Set(), surroundings.rest, new Map())));
  return discourse;
}

const discourses = new WeakMap<Surroundings, Discourse>();

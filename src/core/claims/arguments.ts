import { into } from '../into';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { withOwners, type Complement, type Statement } from '../reading/statement';

/** An occurrence of a noun group in a statement. */
export interface Argument {
  readonly statement: Statement;
  readonly role: 'subject' | 'object' | 'complement';
  readonly complement: Complement | undefined;
  /** The argument itself, in which the group may be an owner. */
  readonly top: NounGroup;
}

/** The occurrences of each noun group in the statements of a sentence, those in which it is an owner included. */
export function argumentsIn({ statements }: Reading): Map<NounGroup, Argument[]> {
  const found = new Map<NounGroup, Argument[]>();
  const add = (argument: Argument): void => {
    for (const group of withOwners(argument.top)) into(found, group, (): Argument[] => []).push(argument);
  };
  for (const statement of statements) {
    for (const top of statement.subjects) add({ statement, role: 'subject', complement: undefined, top });
    for (const top of statement.objects) add({ statement, role: 'object', complement: undefined, top });
    for (const complement of statement.complements)
      if (complement.group.kind === 'noun') add({ statement, role: 'complement', complement, top: complement.group });
  }
  return found;
}

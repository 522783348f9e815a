import type { Grammar } from './grammar';
import type { Written } from './lookup';
import type { Agreement } from './nodes';

/** The kind of owner that a possessive denotes. */
export function possessiveOf(grammar: Grammar, token: Written): Agreement | undefined {
  if (grammar.is(token, 'possessiveThing')) return 'thing';
  if (grammar.is(token, 'possessivePerson')) return 'person';
  if (grammar.is(token, 'possessiveSeveral')) return 'several';
  return grammar.is(token, 'possessiveOwn') ? 'other' : undefined;
}

/** The kind of antecedent that a pronoun has. */
export function pronounOf(grammar: Grammar, token: Written): Agreement | undefined {
  if (grammar.is(token, 'pronounThing')) return 'thing';
  if (grammar.is(token, 'pronounPerson')) return 'person';
  if (grammar.is(token, 'pronounSeveral')) return 'several';
  return grammar.is(token, 'pronounOther') ? 'other' : undefined;
}

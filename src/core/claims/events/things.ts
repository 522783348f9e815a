import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { nounsIn, type Statement } from '../../reading/statement';
import type { Wanted } from '../../reading/text';
import { bearerOf } from '../field';
import type { EventRelation } from '../relation';
import type { Utterance } from '../utterance';

/**
 * The owner of the thing that a group denotes, or to which it belongs: "IOM's Constitution", "the adoption of its
 * Constitution", "the agreement between the UN and IOM".
 */
export function ofThing(utterance: Utterance, group: NounGroup, relation: EventRelation): OwnReferent | undefined {
  const isThing = ({ words }: NounGroup): boolean => relation.of.isIn(words);
  const bearer = (each: NounGroup): NounGroup | undefined => bearerOf(relation.of, each, utterance);
  // A noun in apposition denotes the thing: "The Constitution of IOM, a text adopted in 1953".
  const whole = utterance.hostOf(group);
  // The last group of the thing's name has the owner: "la Déclaration sur les progrès du Forum".
  const thing = whole && isThing(whole) ? whole : [group, ...group.owners].map(bearer).find(Boolean);
  const owner = thing && utterance.ownerOf(thing, relation);
  return !thing || owner === 'other' ? undefined : (owner ?? partyOf(utterance, thing, relation));
}

/** The parties: "the agreement between the UN and IOM", "the agreement that made IOM …", "IOM signed an agreement". */
function partyOf(utterance: Utterance, group: NounGroup, relation: EventRelation): OwnReferent | undefined {
  if (relation.objects.size === 0) return undefined;
  for (const { statement, role } of utterance.argumentsOf(group)) {
    const { kind, subjects, objects } = statement;
    // An agreement with another party is another one: "between IOM and Kenya, signed at the United Nations".
    const joined = nounsIn(statement, 'between');
    if (joined.length > 1 && !joined.some(({ words }) => relation.objects.isIn(words))) return undefined;
    const made = kind === 'relative' && role === 'subject' ? objects : [];
    const all = [...made, ...nounsIn(statement, 'between', 'with', 'to'), ...subjects];
    const own = utterance.ownOf(all, relation);
    if (own) return own;
  }
  return undefined;
}

/** What a clitic or an omitted subject refers back to: "que la coordina", "Está coordinada por la OIT". */
export function takenUp(utterance: Utterance, statement: Statement, relation: Wanted): OwnReferent | undefined {
  const { verb, omitsSubject } = statement;
  const at = verb?.clitic ?? (omitsSubject && utterance.grammar.has('omitsSubjects') ? verb : undefined);
  return at && utterance.antecedentAt(at.first, relation);
}

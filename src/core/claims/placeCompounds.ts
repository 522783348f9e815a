import type { NounGroup } from '../reading/nodes';
import { compoundAt, isCapitalized } from '../reading/tokens';
import type { FoundPlace } from './comparePlace';
import { placeOf } from './gazetteer';
import type { PlaceRelation } from './relation';
import type { Utterance } from './utterance';

/** "the Vienna-based organization", "IOM is a Geneva-based body": a place joined to a participle of the relation. */
export function placeInCompound(utterance: Utterance, relation: PlaceRelation): FoundPlace | undefined {
  for (const group of utterance.reading.groups) {
    const place = compoundIn(group, utterance, relation);
    const host = place && (group.named.length > 0 ? group : utterance.hostOf(group));
    const subject = host && utterance.own(host, relation);
    if (subject)
      return { subject, places: [place], statement: utterance.argumentsOf(group)[0]?.statement, group: undefined };
  }
  return undefined;
}

/** The place of a compound within a group, as a group of its own. */
function compoundIn(
  group: NounGroup,
  { reading, grammar }: Utterance,
  { field }: PlaceRelation,
): NounGroup | undefined {
  const { tokens } = reading.sentence;
  for (let i = group.first; i + 2 < group.next; i++) {
    const isJoined =
      compoundAt(tokens, i) !== undefined &&
      grammar
        .verbForms(tokens[i + 2]!)
        .some(({ kind, lemma }) => kind === 'participle' && field.theme.get(lemma).length > 0);
    if (!isJoined) continue;
    let first = i;
    while (first > group.first && isCapitalized(tokens[first]!.written) && isCapitalized(tokens[first - 1]!.written))
      first--;
    const place: NounGroup = {
      ...group,
      first,
      next: i + 1,
      end: i + 1,
      words: tokens.slice(first, i + 1).map(({ folded }) => folded),
      head: i,
      isProper: isCapitalized(tokens[i]!.written),
      determiner: 'none',
      named: [],
      owners: [],
      dates: [],
    };
    if (placeOf(place) !== undefined) return place;
  }
  return undefined;
}

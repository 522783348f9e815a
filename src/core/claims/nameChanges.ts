import type { DateGroup, NounGroup } from '../reading/nodes';
import { nameIn, type NameTime } from './compareName';
import { isVerbOf } from './field';
import type { Utterance } from './utterance';
import { modalityAt } from './time';
import type { NameWords } from './nameWords';
import { presentName } from './nameStatements';

/** "the passage from ICM to IOM, in 1989": the last of two names begins at the date of the change. */
export function namesInChange(utterance: Utterance, words: NameWords): readonly NameTime[] {
  const { changes, happening } = words;
  const { groups, nodes, statements } = utterance.reading;
  const at = groups.find(
    (group) =>
      changes.isIn(group.words) ||
      (group.owners.length > 0 && changes.isIn([...group.words, ...group.owners.flatMap(({ words }) => words)])),
  );
  if (!at) return [];
  const alone = ofChangeAlone(utterance, at, words);
  if (alone) return [alone];
  const following = groups
    .flatMap((group) => (group.first >= at.first ? (nameIn(utterance, group) ?? []) : []))
    .sort((a, b) => a.group.first - b.group.first);
  const [first, second] = following;
  if (
    !first ||
    !second ||
    first.name === second.name ||
    first.group.first - at.next > 6 ||
    second.group.first - first.group.next > 3 ||
    new Set(following.map(({ name }) => name)).size > 2
  )
    return [];
  const isOfChange = (date: DateGroup): boolean => {
    const between = nodes.filter((node) => node.first >= second.group.next && node.next <= date.first);
    const follows =
      date.first >= second.group.next &&
      date.first - second.group.next <= 4 &&
      between.every((node, i) =>
        node.kind === 'verb'
          ? isVerbOf(happening, node, utterance.reading)
          : node.kind !== 'noun' || between[i - 1]?.kind === 'verb',
      );
    return (
      follows ||
      statements.some(
        ({ verb, subjects, complements }) =>
          subjects.includes(at) &&
          isVerbOf(happening, verb, utterance.reading) &&
          complements.some(({ group }) => group === date),
      )
    );
  };
  const dates = [
    ...new Set([
      ...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])),
      ...groups.flatMap((group) => group.dates),
    ]),
  ].filter((date) => date.from.year !== undefined && !date.isSpan && isOfChange(date));
  return dates.length === 1 && modalityAt(utterance, at, utterance.argumentsOf(at)[0]?.statement) === 'asserted'
    ? [{ kind: 'start', name: second, from: dates[0], to: undefined }]
    : [];
}

/** "Its change of name took place in 1989": the change to the present name, unless the year fits another. */
function ofChangeAlone(
  utterance: Utterance,
  at: NounGroup,
  { happening, nouns, relation }: NameWords,
): NameTime | undefined {
  const name = at.owners.find(({ words }) => nouns.isIn(words));
  if (!name && !nouns.isIn(at.words)) return undefined;
  const owner = utterance.ownerOf(name ?? at, relation) ?? utterance.ownerOf(at, relation);
  const present = owner && owner !== 'other' ? presentName(utterance, owner, at) : undefined;
  const statement = utterance.reading.statements.find(
    ({ verb, subjects }) => subjects.includes(at) && isVerbOf(happening, verb, utterance.reading),
  );
  const dates =
    statement?.complements.flatMap(({ group }) => (group.kind === 'date' && !group.isSpan ? [group] : [])) ?? [];
  if (
    !present ||
    owner === 'other' ||
    dates.length !== 1 ||
    utterance.reading.groups.some((group) => nameIn(utterance, group)?.name.to !== undefined)
  )
    return undefined;
  const isOfOther = owner!.mention.terms[0]!.entry.concept.names.some(
    ({ from }) => from !== undefined && Number(from.slice(0, 4)) === dates[0]!.from.year,
  );
  return isOfOther || modalityAt(utterance, at, statement) !== 'asserted'
    ? undefined
    : { kind: 'start', name: present, from: dates[0], to: undefined };
}

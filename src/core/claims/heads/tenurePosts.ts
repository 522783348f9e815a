import type { NounGroup } from '../../reading/nodes';
import { ORGANIZATION } from './headWords';
import { officeOf, type Office } from './offices';
import type { Person } from './people';
import type { Utterance } from '../utterance';

/** "IOM Director General X", "X, Director General of IOM", "Director General of IOM: X". */
export function adjacentPost(utterance: Utterance, person: Person): AdjacentPost | undefined {
  const { group } = person;
  const at = (each: NounGroup | undefined): AdjacentPost | undefined => {
    const office = each && officeOf(utterance, each);
    return office && office !== 'other' && !office.isSeat && !(office.isLoose && office.of === 'bare')
      ? { office }
      : undefined;
  };
  const inside = officeOf(utterance, group);
  if (inside === 'other') return undefined;
  if (inside && !inside.isSeat) return at(group);
  for (const { statement } of utterance.argumentsOf(group)) {
    if (statement.kind !== 'apposition' || statement.verb) continue;
    for (const each of [...statement.subjects, ...statement.objects])
      if (each !== group) {
        const post = at(each);
        if (post) return post;
      }
  }
  // "el director general de la OIM António Vitorino": directly after, without a comma.
  const before = utterance.reading.groups.find(
    (each) => each !== group && each.end === group.first && !each.owners.includes(group),
  );
  const adjacent = at(before);
  if (adjacent) return adjacent;
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  let i = index - 1;
  if (
    index < 0 ||
    (nodes[i]?.kind !== 'colon' &&
      nodes[i]?.kind !== 'dash' &&
      nodes[i]?.kind !== 'other' &&
      nodes[i]?.kind !== 'comma')
  )
    return undefined;
  i--;
  while (nodes[i]?.kind === 'date' || (nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'date')) i--;
  const label = nodes[i];
  if (nodes[index - 1]!.kind === 'comma')
    return label?.kind === 'noun' &&
      label.end <= group.first &&
      !label.owners.includes(group) &&
      label.pronoun === undefined
      ? at(label)
      : undefined;
  const opens = nodes[i - 1]?.kind;
  // "IOM (Director General: X)", "IOM: Director General: X"
  const body = label?.kind === 'noun' && (opens === 'open' || opens === 'colon') ? nodes[i - 2] : undefined;
  const own = body?.kind === 'noun' ? utterance.own(body, ORGANIZATION) : undefined;
  const held = own && label?.kind === 'noun' ? officeOf(utterance, label) : undefined;
  // "UNESCO (Director General: X)"
  if (body?.kind === 'noun' && !own && body.isProper) return undefined;
  if (held && held !== 'other' && held.of === 'bare')
    return { office: { ...held, isLoose: false, isSeat: false, of: own!.by } };
  return label?.kind === 'noun' &&
    (opens === undefined || opens === 'stop' || opens === 'colon' || opens === 'adverb' || opens === 'other')
    ? labelled(utterance, label, at(label))
    : undefined;
}

interface AdjacentPost {
  readonly office: Office;
}

/** "Director General: X" in a table or list about the body, where a loose word suffices ("Direction : X"). */
function labelled(utterance: Utterance, label: NounGroup, post: AdjacentPost | undefined): AdjacentPost | undefined {
  if (post && post.office.of !== 'bare') return post;
  const office = officeOf(utterance, label);
  if (!office || office === 'other' || office.of !== 'bare') return post;
  const topic = utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  if (topic === 'other') return undefined;
  return topic && !post ? { office: { ...office, isLoose: false, isSeat: false, of: 'reference' } } : post;
}

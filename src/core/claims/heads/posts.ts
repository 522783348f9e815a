import type { Node, NounGroup } from '../../reading/nodes';
import type { Utterance } from '../utterance';
import { ORGANIZATION } from './headWords';
import { isClear, officeOf, type Office } from './offices';

/** The office next to a person's name: "IOM Director General X", "X, Director General of IOM", "Chief of IOM: X". */
export function postOf(utterance: Utterance, person: NounGroup): Office | undefined {
  const inside = officeOf(utterance, person);
  if (inside === 'other') return undefined;
  if (inside && inside.kind !== 'seat') return isClear(inside) ? inside : undefined;
  const apposed = utterance
    .argumentsOf(person)
    .filter(({ statement: { kind, verb } }) => kind === 'apposition' && !verb)
    .flatMap(({ statement: { subjects, objects } }) => [...subjects, ...objects]);
  // "el director general de la OIM António Vitorino": directly before, without a comma.
  const before = utterance.reading.groups.filter((each) => each.end === person.first);
  for (const group of [...apposed, ...before]) {
    const office = group === person || group.owners.includes(person) ? undefined : clearOffice(utterance, group);
    if (office) return office;
  }
  return ofLabel(utterance, person);
}

function clearOffice(utterance: Utterance, group: NounGroup): Office | undefined {
  const office = officeOf(utterance, group);
  return office && office !== 'other' && office.kind !== 'seat' && isClear(office) ? office : undefined;
}

/** "Director General: X", "Director General since 2023: X", "IOM (Director General: X)". */
function ofLabel(utterance: Utterance, person: NounGroup): Office | undefined {
  const { nodes } = utterance.reading;
  const at = nodes.findIndex((node) => node === person);
  const mark = nodes[at - 1];
  if (!mark || !MARKS.has(mark.kind)) return undefined;
  let i = at - 2;
  while (isOfDate(nodes, i)) i--;
  const label = nodes[i];
  if (label?.kind !== 'noun' || label.pronoun !== undefined || label.owners.includes(person)) return undefined;
  if (mark.kind === 'comma') return label.end <= person.first ? clearOffice(utterance, label) : undefined;
  const opening = nodes[i - 1]?.kind;
  const isBracketed = opening === 'open' || opening === 'colon';
  const body = isBracketed ? nodes[i - 2] : undefined;
  if (body?.kind === 'noun') {
    const own = utterance.own(body, ORGANIZATION);
    const held = own && officeOf(utterance, label);
    if (held && held !== 'other' && held.of === 'bare') return { ...held, kind: 'title', of: own.by };
    // "UNESCO (Director General: X)"
    if (!own && body.isProper) return undefined;
  }
  return opening === undefined || OPENINGS.has(opening) ? ofTopic(utterance, label) : undefined;
}

const MARKS: ReadonlySet<Node['kind']> = new Set(['colon', 'dash', 'other', 'comma']);
const OPENINGS: ReadonlySet<Node['kind']> = new Set(['stop', 'colon', 'adverb', 'other']);

function isOfDate(nodes: readonly Node[], i: number): boolean {
  return nodes[i]?.kind === 'date' || (nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'date');
}

/** A label in a table or list about the body, where a loose word suffices ("Direction : X"). */
function ofTopic(utterance: Utterance, label: NounGroup): Office | undefined {
  const office = officeOf(utterance, label);
  if (!office || office === 'other') return undefined;
  if (office.of !== 'bare') return clearOffice(utterance, label);
  const topic = utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  if (topic === 'other') return undefined;
  return clearOffice(utterance, label) ?? (topic ? { ...office, kind: 'title', of: 'reference' } : undefined);
}

import type { Fact } from './concept';

/** Whether the fact describes a state, which lasts ("Geneva since 1951"); an event has one date. */
export function isState({ property }: Pick<Fact, 'property'>): boolean {
  return STATES.has(property);
}

const STATES = new Set([
  'head',
  'seat',
  'deputy-head',
  'coordinator',
  'coordinator-person',
  'un-status',
  'legal-force',
]);

/** Whether the record of an event is older than the event: it was only announced. */
export function isAnnounced({ asOf, from }: Pick<Fact, 'asOf' | 'from'>): boolean {
  return asOf !== undefined && from !== undefined && asOf < from;
}

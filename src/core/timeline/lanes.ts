/** The lanes of the history, from top to bottom. */
export type LaneId = 'names' | 'status' | 'instruments' | 'network' | 'heads' | 'membership';

/**
 * The contents of a lane; facts are identified by `subject/property`, so that new values are included automatically.
 */
export interface LanePlan {
  readonly id: LaneId;
  /** The concept whose names and predecessors' names are drawn. */
  readonly namesOf?: string;
  readonly spans: readonly string[];
  readonly moments: readonly string[];
  readonly members: readonly string[];
  readonly observers: readonly string[];
}

const NOTHING = { spans: [], moments: [], members: [], observers: [] };

export const LANES: readonly LanePlan[] = [
  { ...NOTHING, id: 'names', namesOf: 'iom' },
  {
    ...NOTHING,
    id: 'status',
    spans: ['iom/un-status'],
    moments: [
      'iom/iasc-standing-invitee',
      'iom/un-observer-status',
      'iom/cooperation-agreement',
      'iom/un-agreement-approved',
      'iom/un-agreement-signed',
      'iom/tag-line',
      'iom/ceb-member',
    ],
  },
  {
    ...NOTHING,
    id: 'instruments',
    moments: [
      'iom/constitution-adopted',
      'iom/constitution-in-force',
      'iom/amendments-adopted',
      'iom/amendments-in-force',
      'icrmw/adopted',
      'new-york-declaration/adopted',
      'gcm/text-agreed',
      'gcm/adopted',
      'gcm/endorsed',
      'gcr/affirmed',
      'imrf/session',
      'imrf/declaration-endorsed',
    ],
  },
  {
    ...NOTHING,
    id: 'network',
    namesOf: 'un-network',
    moments: ['un-network/decided', 'un-network/launched', 'un-network/knowledge-platform'],
  },
  { ...NOTHING, id: 'heads', spans: ['iom/head'] },
  { ...NOTHING, id: 'membership', members: ['iom/member-states'], observers: ['iom/observer-states'] },
];

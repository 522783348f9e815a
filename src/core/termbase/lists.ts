/** Increases when files of the new format can no longer be read by the old rules. */
export const TERMBASE_VERSION = 1;

export const KINDS = [
  'organization',
  'body',
  'instrument',
  'objective',
  'resolution',
  'forum',
  'person',
  'programme',
  'office',
  'notion',
] as const;

/** The sections under which facts are shown. */
export const SECTIONS = [
  'history-and-names',
  'un-integration',
  'structure-membership-leadership',
  'mandate-and-operations',
  'members-and-engagement',
  'criticism-and-debates',
  'contemporary-role',
  'global-compact',
  'un-network',
  'programmes-and-tools',
  'regional-processes',
  'legal-instruments',
  'figures',
  'style',
] as const;

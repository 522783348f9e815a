import topics from '../../../data/words/topics.json';
import type { Fact, Section } from '../termbase/concept';

/** The headings under which the facts of long sections are listed. */
export const TOPICS = [
  'membership',
  'leadership',
  'money',
  'organs',
  'offices',
  'adoption',
  'objectives',
  'review',
] as const;
export type Topic = (typeof TOPICS)[number];

/** The topic of a fact within its section; `undefined` if the section has no topics or the fact belongs to none. */
export function topicOf({ section, property }: Pick<Fact, 'section' | 'property'>): Topic | undefined {
  return TOPICS.find((topic) => BY_SECTION[section]?.[topic]?.includes(property));
}

const BY_SECTION: Readonly<Partial<Record<Section, Readonly<Partial<Record<Topic, readonly string[]>>>>>> = {
  'structure-membership-leadership': topics['structure-membership-leadership'],
  'global-compact': topics['global-compact'],
};

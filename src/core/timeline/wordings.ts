import english from '../../../data/wording/timeline.en.json';
import spanish from '../../../data/wording/timeline.es.json';
import french from '../../../data/wording/timeline.fr.json';
import type { Lang } from '../document';

/** All texts of the history panel, except those from the termbase: `data/wording/timeline.*.json`. */
export type TimelineWording = Omit<typeof english, 'labels'> & {
  /** Short labels of facts, by id; other facts are labelled as in the facts view. */
  readonly labels: Readonly<Record<string, string>>;
};

/** The texts around the picture. */
export type PanelWording = TimelineWording['panel'];

/** The wording of the history panel in a language. */
export function timelineWordingIn(lang: Lang): TimelineWording {
  return WORDINGS[lang];
}

const WORDINGS: Readonly<Record<Lang, TimelineWording>> = { en: english, fr: french, es: spanish };

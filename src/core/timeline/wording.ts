import type { Lang } from '../document';
import type { LaneId } from './lanes';
import { ENGLISH } from './wordingEnglish';
import { FRENCH } from './wordingFrench';
import { SPANISH } from './wordingSpanish';

/** Every word of the history panel, apart from what the termbase says itself. */
export interface TimelineWording {
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly lanes: Readonly<Record<LaneId, string>>;
  /** Short labels of facts, by id; any other fact is labelled as in the facts view. */
  readonly labels: Readonly<Record<string, string>>;
  readonly members: string;
  readonly observers: string;
  /** “20 others”, at the end of a list of publishers. */
  readonly others: (count: number) => string;
  readonly panel: PanelWording;
}

/** What stands around the picture. */
export interface PanelWording {
  /** Shorter than the title, as there is less room. */
  readonly heading: string;
  readonly tools: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  readonly showFact: string;
  readonly details: string;
  readonly sources: string;
  /** How the panel is used from the keyboard. */
  readonly hint: string;
  readonly picture: string;
  readonly zoomed: string;
}

export function timelineWordingIn(lang: Lang): TimelineWording {
  return WORDINGS[lang];
}

const WORDINGS: Readonly<Record<Lang, TimelineWording>> = { en: ENGLISH, fr: FRENCH, es: SPANISH };

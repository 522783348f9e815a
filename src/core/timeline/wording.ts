import type { LaneId } from './lanes';

/** All texts of the history panel, except those from the termbase. */
export interface TimelineWording {
  readonly title: string;
  /** Describes the picture for users who cannot see it. */
  readonly description: string;
  readonly lanes: Readonly<Record<LaneId, string>>;
  /** Short labels of facts, by id; other facts are labelled as in the facts view. */
  readonly labels: Readonly<Record<string, string>>;
  readonly members: string;
  readonly observers: string;
  /** “20 others”, at the end of a list of publishers. */
  readonly others: (count: number) => string;
  readonly panel: PanelWording;
}

/** The texts around the picture. */
export interface PanelWording {
  /** Shorter than the title, because there is less space. */
  readonly heading: string;
  readonly tools: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  readonly showFact: string;
  readonly details: string;
  readonly sources: string;
  /** How to use the panel from the keyboard. */
  readonly hint: string;
  readonly picture: string;
}

import type { Extent } from './pack';
import type { Item } from './timeline';

/** An item with its shape and its label, if it has one. */
export interface Placed {
  readonly item: Item;
  readonly shape: Bar | Dot;
  readonly label: Label | undefined;
  /** Represents the bar next to a label that does not fit into the bar. */
  readonly strip: Box | undefined;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Bar extends Box {
  readonly kind: 'bar';
  /** Ends in a point, because the span continues. */
  readonly open: boolean;
}

export interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface Label {
  readonly anchor: 'start' | 'end';
  readonly lines: readonly Line[];
  /** The area of the text; no two of these overlap. */
  readonly box: Box;
}

export interface Line {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  /** Less important text on the same line: the years. */
  readonly muted: string;
}

/** A line of the scale of a chart, with its number. */
export interface Rule {
  readonly y: number;
  readonly label: string;
}

/** The space for the items of a lane. */
export interface Room extends Extent {
  readonly xOf: (year: number) => number;
  readonly top: number;
}

import { layOutChart } from './layoutChart';
import { layOutItems } from './layoutItems';
import type { Placed, Rule } from './placed';
import { fitted, wrapped } from './text';
import type { Lane, Timeline } from './timeline';
import { ticks } from './years';

/** The position of every element, in pixels; `height` follows from the content. */
export interface Layout {
  /** Whether the picture stands alone, in a report; otherwise it is in the panel. */
  readonly captioned: boolean;
  readonly width: number;
  readonly height: number;
  /** The footer; in a standalone picture also the title and the sources. */
  readonly captions: readonly {
    readonly kind: 'title' | 'sources' | 'footer';
    readonly text: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly axis: { readonly y: number; readonly ticks: readonly { readonly x: number; readonly label: string }[] };
  readonly lanes: readonly PlacedLane[];
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly title: { readonly text: string; readonly x: number; readonly y: number };
  readonly top: number;
  readonly bottom: number;
  readonly items: readonly Placed[];
  /** Lines and curves drawn below the items: those of the scale of a chart, and its series. */
  readonly rules: readonly Rule[];
  readonly curves: readonly {
    readonly series: 'members' | 'observers';
    readonly points: readonly (readonly [number, number])[];
  }[];
}

export interface LayoutOptions {
  readonly width: number;
  /** Whether the picture includes its title and sources, for standalone use. */
  readonly captioned?: boolean;
}

export const SIZES = { label: 12, small: 11, lane: 12, title: 17, margin: 20 } as const;

/** Minimum width in pixels: a narrower panel scrolls sideways. */
export const NARROWEST = 480;

const AXIS_HEIGHT = 30;
const LANE_TITLE = 30;
const LANE_GAP = 14;
const CAPTION_LINE = 16;
/** Maximum number of lines for the sources below a figure; each item names its own sources in its title. */
const SOURCE_LINES = 3;

/** Places years along x and lanes along y; no two labels overlap, and nothing exceeds the picture. */
export function layOut(timeline: Timeline, options: LayoutOptions): Layout {
  const { captioned = false } = options;
  const width = Math.max(NARROWEST, Math.round(options.width));
  const left = SIZES.margin;
  const right = width - SIZES.margin;
  const perYear = (right - left) / (timeline.until - timeline.from);
  const xOf = (year: number) => left + (year - timeline.from) * perYear;
  const axisTop = captioned ? 52 : 0;
  let y = axisTop + AXIS_HEIGHT;
  const lanes = timeline.lanes.map((lane): PlacedLane => {
    const top = y;
    const place = lane.items.some(({ kind }) => kind === 'count') ? layOutChart : layOutItems;
    const content = place(lane.items, { xOf, left, right, top: top + LANE_TITLE });
    y = content.bottom + LANE_GAP;
    const title = { text: fitted(lane.title, right - left, SIZES.lane, true), x: left, y: top + 20 };
    return { lane, title, top, bottom: y, items: content.items, rules: content.rules, curves: content.curves };
  });
  const axis = {
    y: axisTop + 20,
    ticks: ticks(timeline.from, timeline.until, perYear, 56)
      .map((year) => ({ x: xOf(year), label: String(year) }))
      // The label of a tick is centred on its line, so half of it extends to either side.
      .filter(({ x }) => x - 20 >= 0 && x + 20 <= width),
  };
  const fit = (text: string, size: number) => fitted(text, right - left, size, size === SIZES.title);
  const sources = captioned ? wrapped(timeline.sources, right - left, SIZES.small, SOURCE_LINES) : [];
  const last = y + 16 + sources.length * CAPTION_LINE;
  return {
    captioned,
    width,
    height: last + 18,
    captions: [
      ...(captioned ? [{ kind: 'title' as const, text: fit(timeline.title, SIZES.title), x: left, y: 34 }] : []),
      ...sources.map((text, i) => ({ kind: 'sources' as const, text, x: left, y: y + 16 + i * CAPTION_LINE })),
      { kind: 'footer', text: fit(timeline.footer, SIZES.small), x: left, y: last },
    ],
    axis,
    lanes,
  };
}

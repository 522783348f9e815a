import { Rows, type Extent } from './pack';
import type { Bar, Box, Label, Placed, Room } from './placed';
import { fitted, widthOf } from './text';
import type { Item, Moment, Span } from './timeline';

const LABEL = 12;
const SMALL = 11;
const BAR = 36;
const BAR_GAP = 4;
const ROW = 20;
const DOT = 4;
/** Gap between a dot or a strip and its text. */
const TEXT_GAP = 6;
const PADDING = 7;
/** Gap between two labels in a row. */
const LABEL_GAP = 10;

export interface Content {
  readonly items: readonly Placed[];
  readonly bottom: number;
  readonly rules: readonly [];
  readonly curves: readonly [];
}

/**
 * Places bars first; a bar whose label does not fit gets a strip of the same length below, next to the label. Then
 * places events, each as a dot with its label.
 */
export function layOutItems(items: readonly Item[], room: Room): Content {
  const spans = placeSpans(
    items.filter((item): item is Span => item.kind === 'span'),
    room,
  );
  const top = spans.items.length > 0 ? spans.bottom + 6 : room.top;
  const moments = placeMoments(
    items.filter((item): item is Moment => item.kind === 'moment'),
    { ...room, top },
  );
  return {
    items: [...spans.items, ...moments.items],
    bottom: moments.items.length > 0 ? moments.bottom : spans.bottom,
    rules: [],
    curves: [],
  };
}

function placeSpans(spans: readonly Span[], room: Room): Pick<Content, 'items' | 'bottom'> {
  const rows = new Rows(0);
  const bars = spans.map((span): { span: Span; bar: Bar; inside: Label | undefined } => {
    // A span of weeks remains visible; a narrow gap separates neighbours.
    const width = Math.max(3, Math.min(room.xOf(span.to), room.right) - room.xOf(span.from) - 1.5);
    const x = Math.min(room.xOf(span.from), room.right - width);
    const bar: Bar = {
      kind: 'bar',
      x,
      y: room.top + rows.put({ left: x, right: x + width }) * (BAR + BAR_GAP),
      width,
      height: BAR,
      open: span.open,
    };
    return { span, bar, inside: labelInside(span, bar) };
  });
  const top = room.top + rows.count * (BAR + BAR_GAP);
  const below = new Rows(LABEL_GAP);
  const items = bars.map(({ span, bar, inside }): Placed => {
    if (inside !== undefined) return { item: span, shape: bar, label: inside, strip: undefined };
    const { extent, label, row } = placeNextTo(span, stripOf(bar, room), { ...room, top }, below);
    return {
      item: span,
      shape: bar,
      label,
      strip: { x: extent.left, y: top + row * ROW + 8, width: extent.right - extent.left, height: 4 },
    };
  });
  return { items, bottom: top + below.count * ROW };
}

/** The longest label that fits, with the years below it; `undefined` where none fits. */
function labelInside(span: Span, bar: Bar): Label | undefined {
  const room = bar.width - 2 * PADDING - (bar.open ? 6 : 0);
  const text = span.labels.find((label) => widthOf(label, LABEL, true) <= room);
  if (text === undefined || widthOf(span.when, SMALL, false) > room) return undefined;
  const x = bar.x + PADDING;
  const width = Math.max(widthOf(text, LABEL, true), widthOf(span.when, SMALL, false));
  return {
    anchor: 'start',
    lines: [
      { x, y: bar.y + 15, text, muted: '' },
      { x, y: bar.y + 29.5, text: '', muted: span.when },
    ],
    box: { x, y: bar.y + 4, width, height: 29 },
  };
}

/** As long as the bar, or only its beginning where neither side would leave space for a label. */
function stripOf({ x, width }: Box, { left, right }: Room): Extent {
  const most = Math.max(right - x - width, x - left);
  return { left: x, right: x + (most < (right - left) / 3 ? Math.min(width, 12) : width) };
}

function placeMoments(moments: readonly Moment[], room: Room): Pick<Content, 'items' | 'bottom'> {
  const rows = new Rows(LABEL_GAP);
  const items = moments.map((item): Placed => {
    const x = Math.min(Math.max(room.xOf(item.at), room.left + DOT), room.right - DOT);
    const { label, row } = placeNextTo(item, { left: x - DOT, right: x + DOT }, room, rows);
    return { item, shape: { kind: 'dot', x, y: room.top + row * ROW + ROW / 2, r: DOT }, label, strip: undefined };
  });
  return { items, bottom: room.top + rows.count * ROW };
}

/**
 * Places a label right of a mark, or left of it where there is more space, in the uppermost row with space for both.
 * Chooses the longest label that takes at most a third of the width, otherwise the shortest, which is cut if it is
 * still too long.
 */
function placeNextTo(
  { labels, when }: Item,
  extent: Extent,
  { left, right, top }: Room,
  rows: Rows,
): { extent: Extent; label: Label; row: number } {
  const years = widthOf(` ${when}`, SMALL, false) + 3;
  const sized = (label: string) => widthOf(label, LABEL, false) + years;
  const toRight = right - extent.right - TEXT_GAP;
  const toLeft = extent.left - left - TEXT_GAP;
  const chosen =
    labels.find((label) => sized(label) <= Math.min(Math.max(toRight, toLeft), (right - left) / 3)) ??
    labels[labels.length - 1]!;
  const isRight = sized(chosen) <= toRight || toRight >= toLeft;
  const most = isRight ? toRight : toLeft;
  const text = fitted(chosen, most - years, LABEL, false);
  const width = Math.min(sized(text), most);
  const row = rows.put(
    isRight
      ? { left: extent.left, right: extent.right + TEXT_GAP + width }
      : { left: extent.left - TEXT_GAP - width, right: extent.right },
  );
  const x = isRight ? extent.right + TEXT_GAP : extent.left - TEXT_GAP;
  const y = top + row * ROW;
  return {
    extent,
    row,
    label: {
      anchor: isRight ? 'start' : 'end',
      lines: [{ x, y: y + 14, text, muted: when }],
      box: { x: isRight ? x : x - width, y: y + 2, width, height: ROW - 4 },
    },
  };
}

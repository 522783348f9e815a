import type { Box, Label, Placed, Room, Rule } from './placed';
import { widthOf } from './text';
import type { Count, Item } from './timeline';

const HEIGHT = 150;
/** Space for the numbers at the top of the scale. */
const ABOVE = 12;
const LABEL = 12;
const DOT = 3;
const SERIES = ['members', 'observers'] as const;

export interface Chart {
  readonly items: readonly Placed[];
  readonly bottom: number;
  readonly rules: readonly Rule[];
  readonly curves: readonly {
    readonly series: Count['series'];
    readonly points: readonly (readonly [number, number])[];
  }[];
}

/**
 * Draws numbers over the years as curves, with a dot for each number from a source; as many dots are labelled as
 * space allows.
 */
export function layOutChart(items: readonly Item[], whole: Room): Chart {
  const room = { ...whole, top: whole.top + ABOVE };
  const counts = items.filter((item): item is Count => item.kind === 'count');
  const top = Math.max(...counts.map(({ value }) => value), 1);
  const step = stepOf(top);
  const most = Math.ceil((top * 1.05) / step) * step;
  const yOf = (value: number) => room.top + HEIGHT - (Math.max(0, value) / most) * HEIGHT;
  const dots = counts.map((item) => ({
    item,
    x: Math.min(Math.max(room.xOf(item.at), room.left + DOT), room.right - DOT),
    y: yOf(item.value),
  }));
  const curves = SERIES.map((series) => ({
    series,
    points: dots.filter(({ item }) => item.series === series).map(({ x, y }) => [x, y] as const),
  })).filter(({ points }) => points.length > 0);
  const rules = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => ({
    y: yOf(i * step),
    label: String(i * step),
  }));
  const labels = labelsOf(dots, curves, room, rules);
  return {
    items: dots.map((dot): Placed => ({
      item: dot.item,
      shape: { kind: 'dot', x: dot.x, y: dot.y, r: DOT },
      label: labels.get(dot),
      strip: undefined,
    })),
    bottom: room.top + HEIGHT + 8,
    rules,
    curves,
  };
}

interface Dotted {
  readonly item: Count;
  readonly x: number;
  readonly y: number;
}

/**
 * Labels the last number of each series with its unit, and then, from the left, the numbers that overlap nothing
 * else.
 */
function labelsOf(
  dots: readonly Dotted[],
  curves: Chart['curves'],
  room: Room,
  rules: readonly Rule[],
): ReadonlyMap<Dotted, Label> {
  const labels = new Map<Dotted, Label>();
  // The numbers of the scale are at the left end of its lines.
  const taken: Box[] = rules.map(({ y, label }) => ({
    x: room.left,
    y: y - 14,
    width: widthOf(label, 11, false) + 4,
    height: 14,
  }));
  const add = (dot: Dotted, text: string, heights: readonly number[] = [21]) => {
    const width = widthOf(text, LABEL, false);
    const above = heights.flatMap((height) =>
      [0, 0.2, 0.5, 1].map((part) => ({ x: dot.x - (1 - part) * width - 4 + 8 * part, y: dot.y - height })),
    );
    const below = dot.item.series === 'observers' ? [{ x: dot.x - width - 4, y: dot.y + 5 }] : [];
    const box = [...above, ...below]
      .map((at) => ({ ...at, width, height: 16 }))
      .find((each) => {
        const isInside =
          each.x >= room.left &&
          each.x + width <= room.right &&
          each.y >= room.top - 16 &&
          each.y + each.height <= room.top + HEIGHT;
        return (
          isInside &&
          taken.every((other) => !overlap(each, other)) &&
          curves.every(({ points }) => !touches(each, points))
        );
      });
    if (box === undefined) return false;
    taken.push({ ...box, x: box.x - 10, width: width + 20 });
    labels.set(dot, { anchor: 'start', lines: [{ x: box.x, y: box.y + 12, text, muted: '' }], box });
    return true;
  };
  const ofSeries = SERIES.map((series) => dots.filter(({ item }) => item.series === series)).filter(
    (each) => each.length > 0,
  );
  for (const series of ofSeries)
    add(series[series.length - 1]!, series[series.length - 1]!.item.labels[0]!, [21, 27, 34, 42]);
  for (const series of ofSeries) {
    // A repeated number is written once, at its first dot; the current number is written at the end.
    const today = series[series.length - 1]!.item.value;
    const reached = series.reduce((at, { item }, i) => (item.value === today ? at : i + 1), 0);
    let written: number | undefined;
    for (const dot of series.slice(0, reached))
      if (dot.item.value !== written && add(dot, String(dot.item.value))) written = dot.item.value;
  }
  return labels;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a curve, with its dots, passes through the box. */
function touches(box: Box, points: readonly (readonly [number, number])[]): boolean {
  return points.some(([x, y], i) => {
    const [beforeX, beforeY] = points[Math.max(0, i - 1)]!;
    const left = Math.max(beforeX, box.x - DOT);
    const right = Math.min(x, box.x + box.width + DOT);
    if (left > right) return false;
    const at = (where: number) => (x === beforeX ? y : beforeY + ((y - beforeY) * (where - beforeX)) / (x - beforeX));
    const [low, high] =
      x === beforeX
        ? [Math.min(y, beforeY), Math.max(y, beforeY)]
        : [Math.min(at(left), at(right)), Math.max(at(left), at(right))];
    return high >= box.y - DOT && low <= box.y + box.height + DOT;
  });
}

function stepOf(top: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(top));
  return (
    [0.2, 0.5, 1, 2, 5].map((part) => part * magnitude).find((step) => step >= 1 && top / step <= 5) ??
    Math.max(1, magnitude)
  );
}

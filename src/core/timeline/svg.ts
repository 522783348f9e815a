import type { Layout, PlacedLane } from './layout';
import { SIZES } from './layout';
import { PRINTED, THEMED, type Paint } from './paint';
import type { Bar, Label, Placed } from './placed';
import type { Item, Timeline } from './timeline';
import { element, textElement } from './xml';

/**
 * Renders the picture as SVG: with captions as an image with a title and a description, in colours for print; without,
 * for the panel, in colours of the theme, where every item is focusable and has a label, and the years are a picture of
 * their own, {@link axisOf}.
 */
export function svgOf(timeline: Timeline, layout: Layout): string {
  const { width, height } = layout;
  const draw = drawingOf(layout);
  const { paint, live } = draw;
  const description = textElement('desc', { id: 'timeline-description' }, timeline.description);
  const captions = layout.captions.map(({ kind, text, x, y }) =>
    kind === 'title'
      ? textElement('text', { x, y, 'font-size': SIZES.title, 'font-weight': 600 }, text)
      : textElement('text', { x, y, 'font-size': SIZES.small, fill: paint.muted }, text),
  );
  const content = [...captions, grid(draw), ...layout.lanes.map((lane) => drawLane(draw, lane))];
  if (live) {
    // A title of the whole picture would be a tooltip everywhere.
    const names = { role: 'group', 'aria-label': timeline.title, 'aria-describedby': 'timeline-description' };
    const top = axisBottom(layout);
    return frame(timeline, paint, [0, top, width, height - top], names, [description, ...content]);
  }
  const names = { role: 'img', 'aria-labelledby': 'timeline-title timeline-description' };
  return frame(timeline, paint, [0, 0, width, height], names, [
    textElement('title', { id: 'timeline-title' }, timeline.title),
    description,
    element('rect', { width, height, fill: paint.ground }),
    ...content,
    axis(draw),
  ]);
}

/** The years alone, which stay at the top of the panel. */
export function axisOf(timeline: Timeline, layout: Layout): string {
  const draw = drawingOf(layout);
  const box = [0, 0, layout.width, axisBottom(layout)] as const;
  return frame(timeline, draw.paint, box, { 'aria-hidden': 'true', class: 'axis' }, [axis(draw)]);
}

function drawingOf(layout: Layout): Drawing {
  return { layout, paint: layout.captioned ? PRINTED : THEMED, live: !layout.captioned };
}

function axisBottom({ axis: { y } }: Layout): number {
  return y + 10;
}

function frame(
  { lang }: Timeline,
  paint: Paint,
  [x, y, width, height]: readonly [number, number, number, number],
  names: Readonly<Record<string, string>>,
  content: readonly string[],
): string {
  const viewBox = `${x} ${y} ${width} ${height}`;
  const font = { 'font-family': paint.font, 'font-size': SIZES.label, fill: paint.text };
  const languages = { lang, 'xml:lang': lang };
  const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox };
  return element('svg', { ...size, ...languages, ...font, ...names }, content);
}

interface Drawing {
  readonly layout: Layout;
  readonly paint: Paint;
  readonly live: boolean;
}

function grid({ layout, paint }: Drawing): string {
  const { axis, lanes } = layout;
  const bottom = lanes[lanes.length - 1]?.bottom ?? axis.y;
  const lines = axis.ticks.map(({ x }) =>
    element('line', { x1: x, x2: x, y1: axis.y + 10, y2: bottom, stroke: paint.grid }),
  );
  return element('g', { 'aria-hidden': 'true' }, lines);
}

function axis({ layout, paint }: Drawing): string {
  const { y, ticks } = layout.axis;
  return element('g', { 'aria-hidden': 'true' }, [
    element('rect', { x: 0, y: y - 20, width: layout.width, height: 30, fill: paint.ground }),
    ...ticks.map(({ x, label }) =>
      textElement('text', { x, y, 'text-anchor': 'middle', 'font-size': SIZES.small, fill: paint.muted }, label),
    ),
    element('line', { x1: 0, x2: layout.width, y1: y + 9.5, y2: y + 9.5, stroke: paint.rule }),
  ]);
}

function drawLane(draw: Drawing, { lane, title, top, items, rules, curves }: PlacedLane): string {
  const { layout, paint, live } = draw;
  const colour = paint.lanes[lane.id];
  const [x1, x2] = [SIZES.margin, layout.width - SIZES.margin];
  const heading = { x: title.x, y: title.y, 'font-size': SIZES.lane, 'font-weight': 600, fill: colour };
  const hidden = { 'aria-hidden': 'true' };
  return element('g', live ? { role: 'group', 'aria-label': lane.title, 'data-lane': lane.id } : {}, [
    top > layout.axis.y + 20 ? element('line', { x1: 0, x2: layout.width, y1: top, y2: top, stroke: paint.rule }) : '',
    textElement('text', { ...heading, ...(live && hidden) }, title.text),
    element(
      'g',
      hidden,
      rules.flatMap(({ y, label }) => [
        element('line', { x1, x2, y1: y, y2: y, stroke: paint.grid }),
        textElement('text', { x: x1, y: y - 3, 'font-size': SIZES.small, fill: paint.muted }, label),
      ]),
    ),
    ...curves.map(({ series, points }) =>
      element('polyline', {
        points: points.map(([x, y]) => `${round(x)},${round(y)}`).join(' '),
        fill: 'none',
        'stroke-width': 2,
        'stroke-linejoin': 'round',
        stroke: series === 'members' ? colour : paint.observers,
        'stroke-dasharray': series === 'members' ? undefined : '5 3',
        ...hidden,
      }),
    ),
    ...items.map((placed) => {
      const isOfObservers = placed.item.kind === 'count' && placed.item.series === 'observers';
      return drawItem(draw, placed, isOfObservers ? paint.observers : colour);
    }),
  ]);
}

function drawItem({ paint, live }: Drawing, placed: Placed, colour: string): string {
  const { item, shape, label, strip } = placed;
  const parts = [
    live ? element('rect', { ...reach(placed), fill: 'transparent', class: 'reach' }) : '',
    strip === undefined ? '' : element('rect', { ...strip, fill: colour }),
    shape.kind === 'bar'
      ? drawBar(shape, paint, colour)
      : element('circle', {
          cx: shape.x,
          cy: shape.y,
          r: shape.r,
          fill: item.kind === 'count' && item.series === 'observers' ? paint.ground : colour,
          stroke: colour,
          'stroke-width': 1.5,
        }),
    label === undefined ? '' : drawLabel(label, paint, shape.kind === 'bar' && strip === undefined),
  ];
  const name = nameOf(item);
  if (!live) return element('g', {}, [textElement('title', {}, withSources(item)), ...parts]);
  const role = { role: 'button', tabindex: -1, 'aria-label': spoken(name, label) };
  const data = { class: 'item', 'data-item': item.id, 'data-fact': item.factId };
  return element('g', { ...role, ...data }, [textElement('title', {}, name), ...parts]);
}

function drawBar({ x, y, width, height, open }: Bar, paint: Paint, colour: string): string {
  const point = open ? Math.min(8, width / 2) : 0;
  const right = x + width;
  const d = open
    ? `M${round(x)} ${y}H${round(right - point)}L${round(right)} ${y + height / 2}L${round(right - point)} ${y + height}H${round(x)}Z`
    : `M${round(x)} ${y}H${round(right)}V${y + height}H${round(x)}Z`;
  return (
    element('path', { d, fill: colour, 'fill-opacity': paint.strength, stroke: colour, 'stroke-opacity': paint.edge }) +
    element('rect', { x, y, width: Math.min(3, width), height, fill: colour })
  );
}

/** All lines form one text element, with blanks between the parts, so that they are read and copied as words. */
function drawLabel({ anchor, lines }: Label, paint: Paint, bold: boolean): string {
  const parts = lines
    .flatMap(({ x, y, text, muted }) => [
      text === '' ? '' : textElement('tspan', { x, y, 'font-weight': bold ? 600 : undefined }, text),
      muted === ''
        ? ''
        : textElement(
            'tspan',
            { fill: paint.muted, 'font-size': SIZES.small, ...(text === '' ? { x, y } : { dx: 2 }) },
            muted,
          ),
    ])
    .filter((part) => part !== '');
  const { x, y } = lines[0]!;
  return `<text x="${round(x)}" y="${round(y)}"${anchor === 'end' ? ' text-anchor="end"' : ''}>${parts.join(' ')}</text>`;
}

/** The area that responds to the pointer and is highlighted: the shape with its label. */
function reach({ shape, label, item }: Placed): { x: number; y: number; width: number; height: number } {
  // The number next to a dot of a curve may be close to other dots.
  const isNumber = item.kind === 'count';
  const own =
    shape.kind === 'bar'
      ? shape
      : { x: shape.x - shape.r - 3, y: shape.y - shape.r - 3, width: 2 * shape.r + 6, height: 2 * shape.r + 6 };
  if (label === undefined || shape.kind === 'bar' || isNumber)
    return { x: own.x, y: own.y, width: own.width, height: own.height };
  const x = Math.min(own.x, label.box.x);
  const y = Math.min(own.y, label.box.y);
  return {
    x,
    y,
    width: Math.max(own.x + own.width, label.box.x + label.box.width) - x,
    height: Math.max(own.y + own.height, label.box.y + label.box.height) - y,
  };
}

/** “Intergovernmental Committee for European Migration (ICEM), October 1952 – 1980” */
export function nameOf({ labels, date }: Item): string {
  return date === '' ? labels[0]! : `${labels[0]}, ${date}`;
}

/** In a standalone picture, only the title can name the sources of an item. */
function withSources(item: Item): string {
  const sources = item.sources.map(({ publisher, title, detail, url }) =>
    [publisher, title, detail, url].filter(Boolean).join(', '),
  );
  return [nameOf(item), ...sources].join('\n');
}

/**
 * The accessible name begins with the visible text, so that users of voice control can address an item by what they
 * see.
 */
function spoken(name: string, label: Label | undefined): string {
  const seen = (label?.lines ?? [])
    .flatMap(({ text, muted }) => [text, muted])
    .filter((part) => part !== '')
    .join(' ');
  return name.includes(seen) ? name : `${seen}: ${name}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import { layOut } from '../core/timeline/layout';
import { THEMED } from '../core/timeline/paint';
import { svgOf } from '../core/timeline/svg';
import type { Item, Timeline } from '../core/timeline/timeline';
import type { PanelWording } from '../core/timeline/wording';
import { REPORT_WIDTH, type FromPage, type ToPage } from '../vscode/timeline/messages';
import { showDetails } from './details';
import { drawPng } from './drawPng';
import { deedOf } from './keys';
import { measureIn } from './measure';
import { startView, type Viewport } from './view';

// The page of the history panel. It draws the data that the extension sends, and sends the user's requests back.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
};

/** The state that is preserved while the page is hidden. */
interface Kept {
  readonly zoom: number;
  readonly chosen: string | undefined;
}

const ZOOM_STEP = 1.5;
const MOST_ZOOM = ZOOM_STEP ** 7;

const editor = acquireVsCodeApi();
const kept = (editor.getState() ?? {}) as Partial<Kept>;
const picture = byId('picture');
let zoom = kept.zoom ?? 1;
let shown: { readonly timeline: Timeline; readonly words: PanelWording } | undefined;

const view: Viewport = startView(picture, { choose, open });

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'timeline') {
    shown = data;
    render();
    view.mark(itemOf(view.chosen ?? kept.chosen)?.id);
    const item = itemOf(view.chosen);
    if (item !== undefined) tellOf(item);
  } else {
    void draw();
  }
});
document.addEventListener('keydown', (event) => {
  const deed = deedOf(event);
  if (deed === undefined) return;
  if (deed.kind === 'zoom') zoomBy(deed.by);
  else if (!picture.contains(document.activeElement) || !view.act(deed)) return;
  event.preventDefault();
});
picture.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1);
  },
  { passive: false },
);
byId('zoom-in').addEventListener('click', () => zoomBy(1));
byId('zoom-out').addEventListener('click', () => zoomBy(-1));
byId('fit').addEventListener('click', () => zoomBy(0));
byId('export-svg').addEventListener('click', () => editor.postMessage({ kind: 'export', format: 'svg' }));
byId('export-png').addEventListener('click', () => editor.postMessage({ kind: 'export', format: 'png' }));
let width = picture.clientWidth;
new ResizeObserver(() => {
  if (picture.clientWidth === width) return;
  width = picture.clientWidth;
  render();
}).observe(picture);
editor.postMessage({ kind: 'ready' });

function render(): void {
  if (shown === undefined) return;
  // Read from the page each time: a theme or a setting may have changed the font.
  const measure = measureIn(getComputedStyle(document.body).fontFamily);
  const layout = layOut(shown.timeline, { width: picture.clientWidth * zoom, measure });
  // Parsed strictly, so that this picture and an exported one cannot differ.
  const parsed = new DOMParser().parseFromString(
    svgOf(shown.timeline, layout, THEMED, { live: true }),
    'image/svg+xml',
  );
  view.draw(document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement);
  byId('zoom').textContent = `${Math.round(zoom * 100)}%`;
  (byId('zoom-in') as HTMLButtonElement).setAttribute('aria-disabled', String(zoom >= MOST_ZOOM));
  (byId('zoom-out') as HTMLButtonElement).setAttribute('aria-disabled', String(zoom <= 1));
}

/** Zooms in by one step, out by one step, or to the whole picture; the selected item stays visible. */
function zoomBy(by: 1 | -1 | 0): void {
  const before = zoom;
  zoom = by === 0 ? 1 : Math.min(MOST_ZOOM, Math.max(1, zoom * ZOOM_STEP ** by));
  if (zoom === before) return;
  const anchor = view.anchor();
  render();
  view.restore(anchor);
  keep();
}

function choose(id: string): void {
  const item = itemOf(id);
  if (item === undefined) return;
  tellOf(item);
  keep();
}

function open(id: string): void {
  const factId = itemOf(id)?.factId;
  if (factId !== undefined) showFact(factId);
}

function tellOf(item: Item): void {
  if (shown !== undefined) showDetails(byId('details'), item, shown.words, showFact);
}

function showFact(id: string): void {
  editor.postMessage({ kind: 'show-fact', id });
}

async function draw(): Promise<void> {
  try {
    if (shown === undefined) throw new Error('nothing to draw');
    editor.postMessage({ kind: 'drawn', bytes: await drawPng(shown.timeline, REPORT_WIDTH) });
  } catch (error) {
    editor.postMessage({ kind: 'not-drawn', why: error instanceof Error ? error.message : String(error) });
  }
}

function itemOf(id: string | undefined): Item | undefined {
  return shown?.timeline.lanes.flatMap(({ items }) => items).find((item) => item.id === id);
}

function keep(): void {
  editor.setState({ zoom, chosen: view.chosen });
}

function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

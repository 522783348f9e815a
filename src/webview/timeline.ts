import type { FromPage, Picture, ToPage } from '../vscode/timeline/messages';

// The page of the history panel. It shows the picture that the extension draws for its width, selects by mouse and
// keys, and sends the user's requests back. The browser scrolls what is too wide or too high.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: { readonly chosen: string | undefined }): void;
};

const editor = acquireVsCodeApi();
const picture = byId('picture');
const details = byId('details');
let { chosen } = (editor.getState() ?? {}) as { readonly chosen?: string };
let shown: Picture['details'] = {};
/** The details below the picture; the same are not announced again. */
let told = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'picture') show(data);
  else void draw(data.svg);
});
picture.addEventListener('focusin', ({ target }) => {
  const item = itemAt(target);
  if (item !== null && idOf(item) !== chosen) select(idOf(item));
});
picture.addEventListener('click', ({ target }) => itemAt(target)?.focus());
picture.addEventListener('dblclick', ({ target }) => openFact(itemAt(target)));
picture.addEventListener('keydown', (event) => {
  const current = itemAt(document.activeElement);
  if (current === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') openFact(current);
  else if (event.key in MOVES) target(current, ...MOVES[event.key]!)?.focus();
  else return;
  event.preventDefault();
});
details.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) openFact(chosenItem());
});
for (const format of ['svg', 'png'] as const)
  byId(`export-${format}`).addEventListener('click', () => editor.postMessage({ kind: 'export', format }));
let width = 0;
// Called for the first time as soon as the page has a width.
new ResizeObserver(() => {
  if (picture.clientWidth === width) return;
  width = picture.clientWidth;
  editor.postMessage({ kind: 'ready', width });
}).observe(picture);

/** Along its lane, and across the lanes. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

function show(drawn: Picture): void {
  const hadFocus = itemAt(document.activeElement) !== null;
  shown = drawn.details;
  // Parsed strictly, so that this picture and an exported one cannot differ.
  const parsed = [drawn.axis, drawn.svg].map((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml'));
  picture.replaceChildren(...parsed.map(({ documentElement }) => document.importNode(documentElement, true)));
  select(chosen);
  if (hadFocus) chosenItem()?.focus();
}

/** Shows an item below the picture, and makes one item of each lane reachable by Tab: this one, else the first. */
function select(id: string | undefined): void {
  chosen = id;
  for (const lane of lanes()) {
    const items = itemsIn(lane);
    const stop = items.find((item) => idOf(item) === id) ?? items.find((item) => item.tabIndex === 0) ?? items[0];
    for (const item of items) {
      item.setAttribute('tabindex', item === stop ? '0' : '-1');
      if (idOf(item) === id) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  }
  const html = id === undefined ? undefined : shown[id];
  if (html === undefined) return;
  if (html !== told) details.innerHTML = told = html;
  details.scrollTop = 0;
  // A scrollable section must be reachable from the keyboard.
  if (details.scrollHeight > details.clientHeight) details.tabIndex = 0;
  else details.removeAttribute('tabindex');
  editor.setState({ chosen });
}

/** The next item of the lane, or the item of the next lane that is nearest in time. */
function target(current: SVGGElement, along: number, across: number): SVGGElement | undefined {
  const all = lanes();
  const lane = all.findIndex((each) => each.contains(current));
  const items = itemsIn(all[lane + across]);
  if (across === 0) return items[Math.min(items.length - 1, Math.max(0, items.indexOf(current) + along))];
  const distance = (item: SVGGElement): number => Math.abs(middleOf(item) - middleOf(current));
  return items.sort((a, b) => distance(a) - distance(b))[0];
}

function middleOf(item: SVGGElement): number {
  const { left, width } = (item.querySelector('circle, path') ?? item).getBoundingClientRect();
  return left + width / 2;
}

function openFact(item: SVGGElement | null | undefined): void {
  const id = item?.dataset.fact;
  if (id !== undefined) editor.postMessage({ kind: 'show-fact', id });
}

/** Draws a picture as PNG, in twice its size for printing. */
async function draw(svg: string): Promise<void> {
  try {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    editor.postMessage({ kind: 'drawn', bytes: new Uint8Array(await blob!.arrayBuffer()) });
  } catch (error) {
    editor.postMessage({ kind: 'not-drawn', why: error instanceof Error ? error.message : String(error) });
  }
}

function lanes(): readonly Element[] {
  return [...picture.querySelectorAll('[data-lane]')];
}

function itemsIn(lane: ParentNode | undefined): SVGGElement[] {
  return lane === undefined ? [] : [...lane.querySelectorAll<SVGGElement>('.item')];
}

function chosenItem(): SVGGElement | undefined {
  return itemsIn(picture).find((item) => idOf(item) === chosen);
}

function itemAt(place: EventTarget | null): SVGGElement | null {
  return place instanceof Element ? place.closest<SVGGElement>('.item') : null;
}

function idOf({ dataset }: SVGGElement): string {
  return dataset.item!;
}

function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

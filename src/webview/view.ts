import type { Deed } from './keys';

/** The picture in the page, with its selection and navigation. */
export interface Viewport {
  readonly chosen: string | undefined;
  /** Replaces the picture; the selection and the focus are preserved. */
  draw(svg: SVGSVGElement): void;
  mark(id: string | undefined): void;
  /** Performs an action; returns whether it had an effect. */
  act(deed: Deed): boolean;
  /** The point that stays fixed while zooming: the selected item if it is visible, else the middle of the window. */
  anchor(): Anchor;
  restore(anchor: Anchor): void;
}

export interface Anchor {
  /** The fraction of the whole width. */
  readonly part: number;
  /** The distance from the left edge of the window, in pixels. */
  readonly x: number;
}

export interface Answers {
  readonly choose: (id: string) => void;
  readonly open: (id: string) => void;
}

/** The position of a label whose bar begins outside the window. */
const LEFT = 20;

export function startView(picture: HTMLElement, answers: Answers): Viewport {
  let chosen: string | undefined;
  const items = (within: ParentNode = picture) => [...within.querySelectorAll<SVGGElement>('.item')];
  const lanes = () => [...picture.querySelectorAll<SVGGElement>('[data-lane]')];
  const idOf = (item: Element | null | undefined) => item?.getAttribute('data-item') ?? undefined;
  const itemAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<SVGGElement>('.item') : null;

  picture.addEventListener('focusin', ({ target }) => {
    const id = idOf(itemAt(target));
    if (id === undefined || id === chosen) return;
    mark(id);
    answers.choose(id);
  });
  picture.addEventListener('click', ({ target }) => itemAt(target)?.focus());
  picture.addEventListener('dblclick', ({ target }) => {
    const id = idOf(itemAt(target));
    if (id !== undefined) answers.open(id);
  });
  picture.addEventListener('scroll', stay, { passive: true });

  return {
    get chosen() {
      return chosen;
    },
    draw,
    mark,
    act,
    anchor,
    restore,
  };

  function draw(svg: SVGSVGElement): void {
    const focused = idOf(itemAt(document.activeElement));
    picture.replaceChildren(svg);
    mark(chosen);
    items()
      .find((item) => idOf(item) === focused)
      ?.focus();
    stay();
  }

  /** Makes one item of each lane reachable by Tab: the selected one, else the first. */
  function mark(id: string | undefined): void {
    chosen = id;
    for (const lane of lanes()) {
      const ofLane = items(lane);
      const stop = ofLane.find((item) => idOf(item) === id) ?? ofLane.find((item) => item.tabIndex === 0) ?? ofLane[0];
      for (const item of ofLane) {
        item.setAttribute('tabindex', item === stop ? '0' : '-1');
        if (idOf(item) === id) item.setAttribute('aria-current', 'true');
        else item.removeAttribute('aria-current');
      }
    }
  }

  function act(deed: Deed): boolean {
    const current = itemAt(document.activeElement);
    if (current === null) return false;
    if (deed.kind === 'open') answers.open(idOf(current)!);
    if (deed.kind === 'move') target(current, deed.along, deed.across)?.focus();
    return true;
  }

  /** The next item of the lane, or the item of the next lane that is nearest in time. */
  function target(current: SVGGElement, along: number, across: number): SVGGElement | undefined {
    const all = lanes();
    const lane = all.findIndex((each) => each.contains(current));
    if (across === 0) {
      const ofLane = items(all[lane]);
      return ofLane[Math.min(ofLane.length - 1, Math.max(0, ofLane.indexOf(current) + along))];
    }
    const there = all[lane + across];
    if (there === undefined) return undefined;
    const distance = (item: SVGGElement) => Math.abs(placeOf(item) - placeOf(current));
    return items(there).reduce((nearest, item) => (distance(item) < distance(nearest) ? item : nearest));
  }

  function placeOf(item: SVGGElement): number {
    const { left, width } = (item.querySelector('circle, path') ?? item).getBoundingClientRect();
    return left + width / 2;
  }

  /** Keeps titles of lanes, numbers of scales and labels of long bars at the left, and the years at the top. */
  function stay(): void {
    for (const each of picture.querySelectorAll('.stays'))
      each.setAttribute('transform', `translate(${picture.scrollLeft} 0)`);
    for (const each of picture.querySelectorAll<SVGElement>('.slides')) {
      const hidden = picture.scrollLeft + LEFT - Number(each.dataset.from);
      each.setAttribute('transform', `translate(${Math.min(Math.max(hidden, 0), Number(each.dataset.way))} 0)`);
    }
    picture.querySelector('.axis')?.setAttribute('transform', `translate(0 ${picture.scrollTop})`);
  }

  function anchor(): Anchor {
    const item = items().find((each) => idOf(each) === chosen);
    const x = item === undefined ? -1 : placeOf(item) - picture.getBoundingClientRect().left;
    const at = x >= 0 && x <= picture.clientWidth ? x : picture.clientWidth / 2;
    return { part: (picture.scrollLeft + at) / picture.scrollWidth, x: at };
  }

  function restore({ part, x }: Anchor): void {
    picture.scrollLeft = part * picture.scrollWidth - x;
    stay();
  }
}

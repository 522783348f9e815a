// Checks of the visible picture of the panel. Each function runs in its page, so it must be self-contained.

/** Pairs of overlapping texts, as the font really renders them. */
export function overlaps() {
  const texts = [...document.querySelectorAll('#picture svg .item text')].map((text) => ({
    said: text.textContent,
    box: text.getBoundingClientRect(),
  }));
  return texts.flatMap(({ said, box }, i) =>
    texts
      .slice(0, i)
      .filter(
        ({ box: other }) =>
          box.left < other.right - 1 &&
          other.left < box.right - 1 &&
          box.top < other.bottom - 3 &&
          other.top < box.bottom - 3,
      )
      .map((other) => `${other.said} | ${said}`),
  );
}

/** Whether the focused item begins within the visible part of the picture. */
export function isInView() {
  const { left, top, bottom } = document.activeElement.querySelector('circle, path').getBoundingClientRect();
  const picture = document.querySelector('#picture').getBoundingClientRect();
  return left >= picture.left && left <= picture.right && top >= picture.top && bottom <= picture.bottom;
}

export function isAxisAtTop() {
  const [axis, picture] = ['#picture .axis', '#picture'].map((each) =>
    document.querySelector(each).getBoundingClientRect(),
  );
  return Math.abs(axis.top - picture.top) < 1;
}

/** Texts whose contrast with the background is below 4.5 : 1; axe does not examine pictures. */
export function contrasts() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const ground = rgb(getComputedStyle(document.body).backgroundColor);
  const texts = [...document.querySelectorAll('#picture svg tspan, #picture svg text')].filter(
    (text) => text.firstElementChild === null && text.textContent !== '',
  );
  return [
    ...new Set(
      texts.map((text) => {
        // The colour of the bar that may contain a label, over the background.
        const bar = text.closest('.item')?.querySelector('path');
        const style = bar && getComputedStyle(bar);
        const under = bar ? blend(rgb(style.fill), ground, Number(style.fillOpacity)) : ground;
        const ratio = contrast(rgb(getComputedStyle(text).fill), under);
        return ratio < 4.5 ? `${ratio.toFixed(2)} ${text.textContent}` : '';
      }),
    ),
  ].filter((line) => line !== '');

  function rgb(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }
  function blend(over, under, part) {
    return over.map((value, i) => value * part + under[i] * (1 - part));
  }
  function contrast(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }
  function luminance(colour) {
    const [r, g, b] = colour.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}

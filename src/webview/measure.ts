import { estimateWidth, type Measure } from '../core/timeline/text';

/** Measures text in a font; each text is measured once. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return estimateWidth;
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const face = `${bold ? 600 : 400} ${size}px ${font}`;
    const key = `${face} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = face;
      // Adds a pixel, as pages round the positions of letters.
      known.set(key, (width = context.measureText(text).width + 1));
    }
    return width;
  };
}

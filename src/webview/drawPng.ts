import { layOut } from '../core/timeline/layout';
import { PRINTED } from '../core/timeline/paint';
import { svgOf } from '../core/timeline/svg';
import type { Timeline } from '../core/timeline/timeline';
import { measureIn } from './measure';

/** The scale factor, for printing. */
const PIXELS = 2;

/** Draws the whole picture for a report; returns the bytes of a PNG. */
export async function drawPng(timeline: Timeline, width: number): Promise<Uint8Array> {
  const layout = layOut(timeline, { width, captioned: true, measure: measureIn(PRINTED.font) });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(timeline, layout, PRINTED))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = layout.width * PIXELS;
  canvas.height = layout.height * PIXELS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}

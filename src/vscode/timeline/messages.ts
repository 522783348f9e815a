import type { Timeline } from '../../core/timeline/timeline';
import type { PanelWording } from '../../core/timeline/wording';

export type Format = 'svg' | 'png';

/** The messages from the extension to the page of the panel. */
export type ToPage =
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly words: PanelWording }
  /** Asks the page to draw the picture as PNG and send it back. */
  | { readonly kind: 'draw' };

/** The messages from the page to the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'show-fact'; readonly id: string }
  | { readonly kind: 'export'; readonly format: Format }
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-drawn'; readonly why: string };

/** The width of a picture for a report, in SVG pixels; the height results from it. */
export const REPORT_WIDTH = 1280;

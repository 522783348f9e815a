export type Format = 'svg' | 'png';

/** The history for the panel: the years, which stay in view, the picture below, and the details of items as HTML. */
export interface Picture {
  readonly axis: string;
  readonly svg: string;
  readonly details: Readonly<Record<string, string>>;
}

/** The messages from the extension to the page of the panel; `draw` asks it for a picture as PNG. */
export type ToPage = ({ readonly kind: 'picture' } & Picture) | { readonly kind: 'draw'; readonly svg: string };

/** The messages from the page to the extension; `ready` asks for a picture of this width. */
export type FromPage =
  | { readonly kind: 'ready'; readonly width: number }
  | { readonly kind: 'show-fact'; readonly id: string }
  | { readonly kind: 'export'; readonly format: Format }
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-drawn'; readonly why: string };

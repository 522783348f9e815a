import type { LaneId } from './lanes';

/** The colours and the font of a picture, as values of SVG attributes. */
export interface Paint {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly rule: string;
  readonly observers: string;
  readonly lanes: Readonly<Record<LaneId, string>>;
  /** The opacity of the fill of a bar. */
  readonly strength: string;
  /** The opacity of the outline of a bar. */
  readonly edge: string;
  readonly font: string;
}

/** The colours of the editor theme; `media/timeline.css` defines the variables. */
export const THEMED: Paint = {
  ground: 'var(--timeline-ground)',
  text: 'var(--timeline-text)',
  muted: 'var(--timeline-muted)',
  grid: 'var(--timeline-grid)',
  rule: 'var(--timeline-rule)',
  observers: 'var(--timeline-observers)',
  lanes: {
    names: 'var(--timeline-names)',
    status: 'var(--timeline-status)',
    instruments: 'var(--timeline-instruments)',
    network: 'var(--timeline-network)',
    heads: 'var(--timeline-heads)',
    membership: 'var(--timeline-names)',
  },
  strength: 'var(--timeline-strength)',
  edge: 'var(--timeline-edge)',
  font: 'var(--timeline-font)',
};

/** For reports: dark on white, whatever the editor theme. */
export const PRINTED: Paint = {
  ground: '#ffffff',
  text: '#1f2328',
  muted: '#57606a',
  grid: '#e6e9ed',
  rule: '#d0d7de',
  observers: '#b35900',
  lanes: {
    names: '#0b5cab',
    status: '#6f42c1',
    instruments: '#b35900',
    network: '#1a7f4b',
    heads: '#44617d',
    membership: '#0b5cab',
  },
  strength: '0.14',
  edge: '0',
  font: "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif",
};

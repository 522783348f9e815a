import type { DividedText } from './dividedText';
import type { OutlineNode } from './outline';
import { CDATA_END, CDATA_START } from './textElement';

/** A position in the XML of a part between elements, or at which a run is divided, and what is inserted there. */
export interface Boundary {
  readonly position: number;
  /** The element around the position, or around the run that is divided. */
  readonly parent: OutlineNode | undefined;
  /** The run that is divided. */
  readonly run?: OutlineNode;
  /** The text that is divided in the run, if the position is within one. */
  readonly text?: { readonly element: DividedText; readonly offset: number };
  readonly marks: Record<Slot, string[]>;
  /** Whether what precedes is the end of a deletion. */
  closesDeletion: boolean;
  /** Whether what follows is the beginning of a deletion. */
  opensDeletion: boolean;
}

/** What may be inserted at a boundary, in its order. */
export const SLOTS = [
  // New text of a range that ends here, then the ends of comments.
  'inserted',
  'ends',
  // Comments on a position.
  'points',
  'starts',
  // New text of a range that begins here.
  'insertedAfterStarts',
] as const;

export type Slot = (typeof SLOTS)[number];

export function newBoundary(place: Pick<Boundary, 'position' | 'parent' | 'run' | 'text'>): Boundary {
  const marks = { inserted: [], ends: [], points: [], starts: [], insertedAfterStarts: [] };
  return { ...place, marks, closesDeletion: false, opensDeletion: false };
}

/** The tags that a boundary is rendered with. */
export interface Tags {
  /** The beginning of a copy of a run: its tag and its properties. */
  reopenRun(run: OutlineNode): string;
  /** The tag of an insertion, for its second half. */
  reopen(node: OutlineNode): string;
  end(node: OutlineNode): string;
  deletion(): string;
  readonly deletionEnd: string;
}

/** Everything that is inserted at the position of the boundary. */
export function renderBoundary(boundary: Boundary, tags: Tags): string {
  const { parent, run, text } = boundary;
  const isDeleted = text?.element.isInDeletion(text.offset) === true;
  const closesDeletion = boundary.closesDeletion || isDeleted;
  const opensDeletion = boundary.opensDeletion || isDeleted;
  const marks = SLOTS.flatMap((slot) => boundary.marks[slot]).join('');
  // Word supports no insertion within an insertion, and other programs ignore comments in one: it is divided.
  const insertion = marks !== '' && parent?.name === 'ins' ? parent : undefined;
  const inCdata = text?.element.isInCdata(text.offset);
  return [
    text ? `${inCdata ? CDATA_END : ''}${text.element.endTag(closesDeletion)}` : '',
    run ? tags.end(run) : '',
    closesDeletion ? tags.deletionEnd : '',
    insertion ? tags.end(insertion) : '',
    marks,
    insertion ? tags.reopen(insertion) : '',
    opensDeletion ? tags.deletion() : '',
    run ? tags.reopenRun(run) : '',
    text ? `${text.element.startTag(opensDeletion)}${inCdata ? CDATA_START : ''}` : '',
  ].join('');
}

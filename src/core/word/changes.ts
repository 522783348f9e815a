import { overlaps, type Span } from '../document';
import { escapeXml } from '../xml';
import type { Anchor } from './anchors';
import { replacementsOf, type Replacement } from './replacements';
import type { Revisions } from './revisions';
import { around, type OutlineNode } from './outline';
import { placeIn, type PartEdits } from './partEdits';
import { stretchesIn, stretchNear } from './stretches';
import type { Stretch, WordText } from './wordText';

/** A range of the text, and its new text as Markdown. */
export type Change = Span & { readonly newText: string };

/** Makes changes as tracked deletions and insertions. */
export class Changes {
  /** The change whose end is the furthest. */
  private furthest: Change | undefined;
  private last: Change | undefined;

  constructor(
    private readonly text: WordText,
    private readonly revisions: Revisions,
    private readonly editsOf: (part: string) => PartEdits | undefined,
  ) {}

  /**
   * Makes all of a change, or nothing if it is not possible or overlaps one that was made. The anchor is that of the
   * comment on it. Changes must be given in the order of their starts. Returns whether the change was made now.
   */
  make(change: Change, anchor: Anchor): boolean {
    const { last, furthest } = this;
    if (last?.start === change.start && last.end === change.end && last.newText === change.newText) return false;
    if (furthest && overlaps(furthest, change)) return false;
    const replacements = replacementsOf(this.text, change);
    const plans = replacements?.map((replacement) => this.plan(replacement, change));
    if (!plans?.every((plan) => plan !== undefined)) return false;
    for (const plan of plans) this.carryOut(plan, anchor);
    this.last = change;
    if (!furthest || change.end > furthest.end) this.furthest = change;
    return plans.length > 0;
  }

  private plan({ start, end, newText }: Replacement, change: Change): Plan | undefined {
    if (start < end) {
      const deleted = stretchesIn(this.text, { start, end }).map((stretch) =>
        this.pieceOf(stretch, Math.max(start, stretch.start), Math.min(end, stretch.end)),
      );
      return deleted.every((piece) => piece !== undefined) ? { deleted, insertedAt: deleted[0]!, newText } : undefined;
    }
    // New text between two runs has the formatting of the one that the change is about.
    const nearby = [stretchesIn(this.text, { start, end: start + 1 })[0], stretchNear(this.text, start)].filter(
      (stretch) => stretch !== undefined && stretch.start <= start && start <= stretch.end,
    );
    const stretch = nearby.find((each) => overlaps(each!, change)) ?? nearby.at(-1);
    const insertedAt = stretch && this.pieceOf(stretch, start, start);
    return insertedAt && { deleted: [], insertedAt, newText };
  }

  private pieceOf(stretch: Stretch, start: number, end: number): Piece | undefined {
    const edits = this.editsOf(stretch.part);
    const run = edits?.runAt(stretch.run.start);
    return edits && run && mayChange(edits, run) ? { edits, run, stretch, start, end } : undefined;
  }

  private carryOut({ deleted, insertedAt, newText }: Plan, anchor: Anchor): void {
    const { edits, run, stretch, start } = insertedAt;
    let boundary = edits.at(placeIn(stretch, run, start));
    let last = run;
    let isNext = true;
    for (const piece of deleted) {
      const from = placeIn(piece.stretch, piece.run, piece.start);
      const to = placeIn(piece.stretch, piece.run, piece.end);
      const end = piece.edits.delete(from, to.offset);
      // The new text follows the last of the runs that have the same element around them.
      isNext &&= piece.edits === edits && piece.run.parent === run.parent;
      if (isNext) [boundary, last] = [end, piece.run];
    }
    if (newText === '') return;
    const { prefix } = edits.outline;
    const place = edits.nextToInsertion(boundary, last);
    // At its anchor, a comment on a position is still to be written.
    const slot = place === anchor.start ? (place === anchor.end ? 'points' : 'insertedAfterStarts') : 'inserted';
    place.marks[slot].push(
      `<${prefix}ins${this.revisions.attributes(prefix)}><${prefix}r>${edits.propertiesFor(run)}` +
        `<${prefix}t xml:space="preserve">${escapeXml(newText)}</${prefix}t></${prefix}r></${prefix}ins>`,
    );
  }
}

/** Characters of one stretch. */
interface Piece extends Span {
  readonly edits: PartEdits;
  readonly run: OutlineNode;
  readonly stretch: Stretch;
}

interface Plan {
  readonly deleted: readonly Piece[];
  /** The first deleted piece, which determines the formatting, or the position of an insertion. */
  readonly insertedAt: Piece;
  readonly newText: string;
}

/**
 * Whether a run may be changed. Text that has been moved may not, nor the result of a computed field, nor the content
 * of a control that is locked or repeats data.
 * Insertions may contain deletions but not insertions, so the run must be directly in the insertion that is divided.
 */
function mayChange(edits: PartEdits, run: OutlineNode): boolean {
  if (edits.isComputed(run)) return false;
  const change = around(run, CHANGES);
  if (
    change &&
    change.start > (around(run, PARAGRAPHS)?.start ?? 0) &&
    (change.name !== 'ins' || change !== run.parent)
  )
    return false;
  for (let control = around(run, CONTROLS); control; control = around(control, CONTROLS))
    if (edits.outline.closedControls.has(control)) return false;
  return true;
}

const CHANGES: ReadonlySet<string> = new Set(['ins', 'del', 'moveTo', 'moveFrom']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p']);
const CONTROLS: ReadonlySet<string> = new Set(['sdt']);

import { decodePart, encodePart, type PartText } from './partText';
import type { Revisions } from './revisions';
import { readOutline } from './outline';
import { PartEdits } from './partEdits';
import { readRanges } from './stretches';
import type { WordText } from './wordText';

/** The parts with text that are edited. Each is read when it is first needed. */
export class EditedParts {
  private readonly edited = new Map<string, { readonly part: PartText; readonly edits: PartEdits } | undefined>();
  private readonly ranges: ReturnType<typeof readRanges>;

  constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    text: WordText,
    private readonly revisions: Revisions,
  ) {
    this.ranges = readRanges(text);
  }

  /** The edits of a part; `undefined` if it has no text. */
  readonly editsOf = (name: string): PartEdits | undefined => {
    if (!this.edited.has(name)) {
      const bytes = this.parts.get(name);
      const part = bytes && decodePart(bytes);
      const outline = part && readOutline(part.xml);
      const ranges = this.ranges.get(name) ?? new Map();
      this.edited.set(name, outline && { part, edits: new PartEdits(outline, ranges, this.revisions) });
    }
    return this.edited.get(name)?.edits;
  };

  /** Writes the parts that have edits. */
  writeTo(parts: Map<string, Uint8Array>): void {
    for (const [name, outline] of this.edited) {
      if (!outline) continue;
      const xml = outline.edits.apply();
      if (xml !== outline.part.xml) parts.set(name, encodePart({ ...outline.part, xml }));
    }
  }
}

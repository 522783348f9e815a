import type { Span } from '../document';
import type { Boundary } from './boundary';
import { around, CONTAINERS, type OutlineNode } from './outline';
import { placeIn, type PartEdits } from './partEdits';
import { stretchesIn, stretchNear } from './stretches';
import type { Stretch, WordText } from './wordText';

/** Where a comment is: two boundaries in the main part, which are the same if the comment is on a position. */
export interface Anchor {
  readonly start: Boundary;
  readonly end: Boundary;
  /** Whether the words that the comment is about are at another place. */
  readonly elsewhere: boolean;
}

/**
 * Finds the places of comments. Word ignores comments in text boxes, notes, headers and footers: a comment on a text
 * box is at the run that contains it, on a note at its reference in the body, and on a header in the first paragraph.
 */
export class Anchors {
  private notes: ReadonlyMap<string, OutlineNode> | undefined;
  private first: Boundary | undefined;

  /** `editsOf` returns the edits of a part with text. */
  constructor(
    private readonly text: WordText,
    private readonly mainPart: string,
    private readonly main: PartEdits,
    private readonly editsOf: (part: string) => PartEdits | undefined,
  ) {}

  /** The result is `undefined` only if the body has no paragraph. */
  of(span: Span): Anchor | undefined {
    const stretches = stretchesIn(this.text, span);
    const first = stretches[0] ?? stretchNear(this.text, span.start);
    const edits = first && this.editsOf(first.part);
    const run = edits?.runAt(first!.run.start);
    if (!first || !edits || !run) return this.inFirstParagraph();
    if (edits !== this.main) return this.atNote(run) ?? this.inFirstParagraph();
    if (around(run, CONTAINERS)) return this.atContainer(run) ?? this.inFirstParagraph();
    if (stretches.length === 0) {
      const boundary = edits.fieldAround(run)
        ? this.at(first, run, span, 'end')
        : edits.nextToInsertion(edits.at(placeIn(first, run, span.start)), run);
      return { start: boundary, end: boundary, elsewhere: false };
    }
    const last = stretches.findLast((stretch) => this.runInBody(stretch) !== undefined)!;
    const lastRun = this.runInBody(last)!;
    return {
      start: this.at(first, run, span, 'start'),
      end: this.at(last, lastRun, span, 'end'),
      elsewhere: false,
    };
  }

  /** The boundary at an edge of a span; outside a field, because a mark within its result is shown as text. */
  private at(stretch: Stretch, run: OutlineNode, span: Span, edge: keyof Span): Boundary {
    const { main } = this;
    const node = main.fieldAround(run)?.[edge];
    if (!node) return main.outside(main.at(placeIn(stretch, run, span[edge])), run, edge, WRAPPERS);
    const boundary = main.nextTo(node, edge);
    return node.name === 'r' ? main.outside(boundary, node, edge, WRAPPERS) : boundary;
  }

  /** The run of a stretch if a comment may be at it. */
  private runInBody({ part, run: { start } }: Stretch): OutlineNode | undefined {
    const run = part === this.mainPart ? this.main.runAt(start) : undefined;
    return run && !around(run, CONTAINERS) ? run : undefined;
  }

  private atContainer(node: OutlineNode, span: Span = outermost(node)): Anchor | undefined {
    const container = outermost(node);
    if (!around(container, PARAGRAPHS)) return undefined;
    const boundaryAt = (edge: keyof Span): Boundary =>
      container.name === 'r'
        ? this.main.outside(this.main.inRun(container, span[edge]), container, edge, WRAPPERS)
        : this.main.nextTo(container, edge);
    return { start: boundaryAt('start'), end: boundaryAt('end'), elsewhere: true };
  }

  private atNote(run: OutlineNode): Anchor | undefined {
    const note = around(run, NOTES);
    this.notes ??= new Map(
      this.main.outline.nodes
        .filter(({ name }) => NOTES.has(name.replace(/Reference$/, '')))
        .map((node) => [keyOf(node), node]),
    );
    const reference = note && this.notes.get(keyOf(note));
    if (!reference) return undefined;
    return this.atContainer(reference, reference.parent === outermost(reference) ? reference : undefined);
  }

  private inFirstParagraph(): Anchor | undefined {
    this.first ??= this.main.inFirstParagraph();
    return this.first && { start: this.first, end: this.first, elsewhere: true };
  }
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['p']);
const NOTES: ReadonlySet<string> = new Set(['footnote', 'endnote']);

/** Elements in a paragraph that may contain runs. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['hyperlink', 'fldSimple', 'smartTag', 'customXml', 'dir', 'bdo', 'sdt', 'sdtContent'],
  ...['ins', 'del', 'moveTo', 'moveFrom'],
]);

function outermost(node: OutlineNode): OutlineNode {
  let result = node;
  for (let outer = around(node, CONTAINERS); outer; outer = around(outer, CONTAINERS)) result = outer;
  return result;
}

/** The kind and number of a note, the same for the note and for its reference. */
function keyOf({ name, id }: OutlineNode): string {
  return `${name.replace(/Reference$/, '')} ${id}`;
}

import type { Span } from '../document';
import { newBoundary, renderBoundary, type Boundary, type Tags } from './boundary';
import { DividedText } from './dividedText';
import { Fields, type Field } from './fields';
import type { Revisions } from './revisions';
import { around, CONTAINERS, type Outline, type OutlineNode } from './outline';
import type { Stretch } from './wordText';
import { applyXmlEdits, type XmlEdit } from './xmlEdit';

/** A place between two characters of a `<w:t>` element. */
export interface TextPlace {
  readonly run: OutlineNode;
  readonly element: Span;
  /** In characters of the element's decoded text. */
  readonly offset: number;
}

/** The place of a character of the text that a stretch contains, or of the end of the stretch. */
export function placeIn(stretch: Stretch, run: OutlineNode, position: number): TextPlace {
  const within = Math.min(Math.max(position, stretch.start), stretch.end);
  return { run, element: stretch.element, offset: stretch.offset + within - stretch.start };
}

/** The edits of one part. Runs are divided where necessary, and each half keeps its formatting. */
export class PartEdits {
  private readonly boundaries = new Map<number, Boundary>();
  private readonly texts = new Map<number, DividedText>();
  /** An empty paragraph that gets content. */
  private expanded: OutlineNode | undefined;
  private knownFields: Fields | undefined;
  private readonly runIndex: ReadonlyMap<number, number>;
  private readonly properties: ReadonlyMap<OutlineNode | undefined, OutlineNode>;

  /** `read` contains the range of the characters of each `<w:t>` that the text contains, by the element's start. */
  constructor(
    readonly outline: Outline,
    private readonly read: ReadonlyMap<number, Span>,
    private readonly revisions: Revisions,
  ) {
    this.runIndex = new Map(outline.runs.map(({ start }, index) => [start, index]));
    this.properties = new Map(
      outline.nodes
        .filter(({ name, parent }) => name === 'rPr' && parent?.name === 'r')
        .map((node) => [node.parent, node]),
    );
  }

  /** The run that begins at an offset of the XML. */
  runAt(start: number): OutlineNode | undefined {
    return this.outline.runs[this.runIndex.get(start) ?? -1];
  }

  at({ run, element, offset }: TextPlace): Boundary {
    const text = this.textOf(element);
    if (offset <= text.shown.start) return this.inRun(run, element.start);
    if (offset >= text.shown.end) return this.inRun(run, element.end);
    return this.boundary({ position: text.divideAt(offset), parent: run.parent, run, text: { element: text, offset } });
  }

  /** The boundary between two elements in a run; that of the run itself if it shows nothing before or after. */
  inRun(run: OutlineNode, position: number): Boundary {
    const { xml } = this.outline;
    const contentStart = this.properties.get(run)?.end ?? run.contentStart;
    if (NOTHING.test(xml.slice(contentStart, position))) return this.nextTo(run, 'start');
    if (NOTHING.test(xml.slice(position, run.contentEnd))) return this.nextTo(run, 'end');
    return this.boundary({ position, parent: run.parent, run });
  }

  /** The field whose code or result contains a run. */
  fieldAround(run: OutlineNode): Field | undefined {
    return this.fields.around(run);
  }

  /** Whether a run is in the result of a computed field. */
  isComputed(run: OutlineNode): boolean {
    return this.fields.isComputed(run);
  }

  private get fields(): Fields {
    return (this.knownFields ??= new Fields(this.outline));
  }

  nextTo(node: OutlineNode, edge: keyof Span): Boundary {
    return this.boundary({ position: node[edge], parent: node.parent });
  }

  /** The boundary outside the elements around a run that begin or end with it, if the given one is at that edge. */
  outside(boundary: Boundary, run: OutlineNode, edge: keyof Span, names: ReadonlySet<string>): Boundary {
    if (boundary.position !== run[edge]) return boundary;
    let node = run;
    while (node.parent && names.has(node.parent.name) && this.isAtEdge(run, node.parent, edge)) node = node.parent;
    return this.nextTo(node, edge);
  }

  /** The boundary outside an insertion that begins or ends with the run, if the given one is at the same edge. */
  nextToInsertion(boundary: Boundary, run: OutlineNode): Boundary {
    return this.outside(boundary, run, boundary.position === run.end ? 'end' : 'start', INSERTION);
  }

  /** The boundary at the beginning of the first paragraph; that of one with content, if there is one. */
  inFirstParagraph(): Boundary | undefined {
    const { nodes } = this.outline;
    const paragraphs = nodes.filter((node) => node.name === 'p' && !around(node, CONTAINERS));
    const paragraph = paragraphs.find((node) => node.contentStart < node.contentEnd) ?? paragraphs[0];
    if (!paragraph) return undefined;
    if (paragraph.contentStart === paragraph.end) this.expanded = paragraph;
    const properties = nodes.find(({ name, parent }) => name === 'pPr' && parent === paragraph);
    return this.boundary({ position: properties?.end ?? paragraph.contentStart, parent: paragraph });
  }

  /** Marks the characters of an element from a place to an offset as deleted. Returns the boundary after them. */
  delete(from: TextPlace, to: number): Boundary {
    const end = this.at({ ...from, offset: to });
    this.at(from).opensDeletion = true;
    end.closesDeletion = true;
    this.textOf(from.element).delete({ start: from.offset, end: to });
    return end;
  }

  /** The properties of a run for text that is inserted next to it, without a tracked change of its formatting. */
  propertiesFor(run: OutlineNode): string {
    return this.propertiesOf(run).replace(CHANGED_PROPERTIES, '');
  }

  apply(): string {
    const { xml, root, declaresPrefix, prefix, namespace } = this.outline;
    const tags = this.tags();
    const edits: XmlEdit[] = [...this.texts.values()].flatMap((text) => text.edits());
    for (const boundary of this.boundaries.values()) {
      const { position } = boundary;
      edits.push({ start: position, end: position, text: renderBoundary(boundary, tags) });
    }
    if (this.expanded) {
      const { end } = this.expanded;
      const name = /^<([^\s/>]+)/.exec(xml.slice(this.expanded.start, end))![1]!;
      edits.push({ start: end - '/>'.length, end, text: '>' }, { start: end, end, text: `</${name}>` });
    }
    if (!declaresPrefix && edits.some(({ text }) => text !== '')) {
      const end = root.contentStart - 1;
      edits.push({ start: end, end, text: ` xmlns:${prefix.slice(0, -1)}="${namespace}"` });
    }
    return applyXmlEdits(xml, edits);
  }

  private tags(): Tags {
    const { xml, prefix } = this.outline;
    const { revisions } = this;
    const start = (node: OutlineNode): string => xml.slice(node.start, node.contentStart);
    return {
      reopenRun: (run) => start(run) + revisions.withFreshIds(this.propertiesOf(run)),
      reopen: (node) => revisions.withFreshIds(start(node)),
      end: (node) => xml.slice(node.contentEnd, node.end),
      deletion: () => `<${prefix}del${revisions.attributes(prefix)}>`,
      deletionEnd: `</${prefix}del>`,
    };
  }

  private propertiesOf(run: OutlineNode): string {
    const properties = this.properties.get(run);
    return properties ? this.outline.xml.slice(properties.start, properties.end) : '';
  }

  private isAtEdge(run: OutlineNode, around: OutlineNode, edge: keyof Span): boolean {
    const { runs } = this.outline;
    let index = this.runIndex.get(run.start)!;
    if (edge === 'start') return index === 0 || runs[index - 1]!.start < around.contentStart;
    // Runs in a text box of the run follow it.
    while (index < runs.length && runs[index]!.start < run.end) index++;
    return index === runs.length || runs[index]!.start >= around.contentEnd;
  }

  private textOf(element: Span): DividedText {
    let text = this.texts.get(element.start);
    if (!text) {
      const read = this.read.get(element.start) ?? element;
      this.texts.set(element.start, (text = new DividedText(this.outline.xml, element, read)));
    }
    return text;
  }

  private boundary(place: Parameters<typeof newBoundary>[0]): Boundary {
    let boundary = this.boundaries.get(place.position);
    if (!boundary) this.boundaries.set(place.position, (boundary = newBoundary(place)));
    return boundary;
  }
}

const INSERTION: ReadonlySet<string> = new Set(['ins']);

/** Content of a run that shows nothing. */
const NOTHING = /^(?:\s|<[^<>]*\blastRenderedPageBreak\s*\/>)*$/;

const CHANGED_PROPERTIES = /<((?:[^\s<>/:]+:)?rPrChange)\b[^]*?<\/\1>/;

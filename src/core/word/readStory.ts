import { Budget } from './budget';
import type { NoteReference, Story, WordBlock } from './blocks';
import { copiesIn, fieldAround, mayHaveCopies, type Field } from './fields';
import { Frame } from './frame';
import type { Numbering } from './numbering';
import { OpenParagraph } from './openParagraph';
import { readOutline } from './outline';
import { isOn } from './properties';
import type { Styles } from './styles';
import { symbolOf } from './symbols';
import { walkXml, type Attributes } from './walkXml';
import type { Paragraph } from './wordText';

/** What the other parts of the package define. */
export interface Definitions {
  readonly budget: Budget;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/**
 * Reads the body of a document, the notes of one kind, a header or a footer, from the XML of its part. Changes are read
 * as accepted, and fields that copy text of the document are not read. Returns what is wrong with the XML instead.
 */
export function readStory(
  part: string,
  xml: string,
  definitions: Definitions,
  place: Paragraph['kind'] = 'body',
): Story | string {
  const outline = mayHaveCopies(xml) ? readOutline(xml, new Budget()) : undefined;
  const reader = new StoryReader(definitions, place, outline ? copiesIn(outline) : []);
  const fault = walkXml(xml, reader, definitions.budget);
  return fault ?? { part, isDocument: reader.hasBody, blocks: reader.finish(), notes: reader.notes };
}

type Handler = (reader: StoryReader, attributes: Attributes, start: number) => void;

/** What the properties that are being read belong to. */
type Owner = 'paragraph' | 'mark' | 'run' | 'row';

class StoryReader {
  readonly notes = new Map<string, readonly WordBlock[]>();
  hasBody = false;
  owner: Owner | undefined;
  /** For each open `mc:AlternateContent`, whether one of its branches was read. */
  readonly alternatives: boolean[] = [];
  /** The open frames, the innermost last. */
  private readonly frames: Frame[];
  private note = '';
  /** How many elements are open within the one that is not read, including it. */
  private skipped = 0;
  /** The `<w:t>` element that is being read. */
  private textStart = -1;
  private isTrimmed = false;
  private collected = '';

  constructor(
    private readonly definitions: Definitions,
    place: Paragraph['kind'],
    private readonly copies: readonly Field[],
  ) {
    this.frames = [new Frame(place, definitions.numbering)];
  }

  get frame(): Frame {
    return this.frames.at(-1)!;
  }

  open(name: string, attributes: Attributes, start: number): void {
    if (this.skipped > 0) this.skipped++;
    else OPEN.get(name)?.(this, attributes, start);
  }

  close(name: string, end: number): void {
    if (this.skipped > 0) this.skipped--;
    else CLOSE.get(name)?.(this, end);
  }

  text(text: string): void {
    if (this.textStart >= 0) this.collected += text;
  }

  finish(): readonly WordBlock[] {
    return this.frames[0]!.finish();
  }

  /** Does not read the element that was opened. */
  skip(): void {
    this.skipped = 1;
  }

  openParagraph(): void {
    this.owner = undefined;
    this.frame.openParagraph(new OpenParagraph(this.definitions.styles));
  }

  openRun(start: number): void {
    if (fieldAround(this.copies, { start, end: start })) this.skip();
    else this.frame.run = { span: { start, end: start } };
  }

  openText(attributes: Attributes, start: number): void {
    if (!this.frame.isReading) return;
    this.textStart = start;
    this.isTrimmed = attributes['xml:space'] !== 'preserve';
    this.collected = '';
  }

  closeText(end: number): void {
    const { frame, textStart: start, collected } = this;
    if (start < 0) return;
    this.textStart = -1;
    let from = 0;
    let to = collected.length;
    if (this.isTrimmed) {
      while (from < to && isBlank(collected, from)) from++;
      while (to > from && isBlank(collected, to - 1)) to--;
    }
    frame.paragraph?.addText(collected.slice(from, to), from, { start, end }, frame.run!);
  }

  addCharacter(text: string): void {
    const { frame } = this;
    if (frame.isReading && this.owner === undefined) frame.paragraph!.addCharacter(text, frame.run!);
  }

  addBreak(): void {
    const { frame } = this;
    if (frame.isReading) frame.paragraph!.addBreak(frame.run!);
  }

  addNote(note: NoteReference): void {
    const { frame } = this;
    if (frame.isReading) frame.paragraph!.addNote(note, frame.run!);
  }

  openTextBox(): void {
    this.owner = undefined;
    this.frames.push(new Frame('text-box', this.definitions.numbering));
  }

  closeTextBox(): void {
    if (this.frames.length === 1) return;
    const blocks = this.frames.pop()!.finish();
    this.frame.addTextBox(blocks);
  }

  openNote(kind: NoteReference['kind'], attributes: Attributes): void {
    // The lines that separate notes from the text have a type.
    if ((attributes['w:type'] ?? 'normal') !== 'normal' || this.frames.length > 1) {
      this.skip();
      return;
    }
    this.note = attributes['w:id'] ?? '';
    this.frames.push(new Frame(kind, this.definitions.numbering));
  }

  closeNote(): void {
    if (this.frames.length === 1) return;
    this.notes.set(this.note, this.frames.pop()!.finish());
  }
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Deleted text, instructions of fields, earlier formatting, formulas, and the reading aids of ruby text. */
const SKIPPED =
  'w:instrText w:delText w:delInstrText w:sdtPr w:sdtEndPr w:sectPr w:rt m:oMath m:oMathPara w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:tblGridChange w:trPrChange w:tcPrChange w:numberingChange';

const OPEN: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...SKIPPED.split(' ').map((name): [string, Handler] => [name, (reader) => reader.skip()]),
  ['w:body', (reader) => (reader.hasBody = true)],
  ['w:p', (reader) => reader.openParagraph()],
  ['w:pPr', (reader) => (reader.owner = 'paragraph')],
  ['w:pStyle', (reader, attributes) => setOfParagraph(reader, { style: attributes['w:val'] })],
  ['w:numId', (reader, attributes) => setOfParagraph(reader, { list: attributes['w:val'] })],
  ['w:ilvl', (reader, attributes) => setOfParagraph(reader, { level: Number(attributes['w:val']) })],
  ['w:outlineLvl', (reader, attributes) => setOfParagraph(reader, { outline: Number(attributes['w:val']) })],
  ['w:r', (reader, _, start) => reader.openRun(start)],
  ['w:rPr', (reader) => (reader.owner = reader.owner === 'paragraph' ? 'mark' : 'run')],
  ['w:rStyle', (reader, attributes) => setOfRun(reader, { style: attributes['w:val'] })],
  ['w:lang', (reader, attributes) => setOfRun(reader, { lang: attributes['w:val'] })],
  ['w:vanish', (reader, attributes) => setOfRun(reader, { isHidden: isOn(attributes['w:val']) })],
  ['w:t', (reader, attributes, start) => reader.openText(attributes, start)],
  ['w:tab', (reader) => reader.addCharacter(' ')],
  ['w:ptab', (reader) => reader.addCharacter(' ')],
  ['w:noBreakHyphen', (reader) => reader.addCharacter('\u2011')],
  ['w:softHyphen', (reader) => reader.addCharacter('\u00ad')],
  [
    'w:sym',
    (reader, attributes) => reader.addCharacter(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '')),
  ],
  ['w:br', (reader) => reader.addBreak()],
  ['w:cr', (reader) => reader.addBreak()],
  ['w:footnoteReference', (reader, attributes) => reader.addNote({ kind: 'footnote', id: attributes['w:id'] ?? '' })],
  ['w:endnoteReference', (reader, attributes) => reader.addNote({ kind: 'endnote', id: attributes['w:id'] ?? '' })],
  ['w:fldChar', ({ frame }, attributes) => frame.readFieldMark(attributes['w:fldCharType'])],
  ['w:del', openDeleted],
  ['w:moveFrom', openDeleted],
  ['w:tbl', ({ frame }) => frame.openTable()],
  ['w:tblLook', openLook],
  ['w:tr', ({ frame }) => frame.outerTable()?.openRow()],
  ['w:trPr', (reader) => (reader.owner = 'row')],
  ['w:tblHeader', ({ frame }, attributes) => isOn(attributes['w:val']) && frame.outerTable()?.markHeadRow()],
  ['w:gridBefore', ({ frame }, attributes) => frame.outerTable()?.skipColumns(Number(attributes['w:val']))],
  ['w:gridAfter', ({ frame }, attributes) => frame.outerTable()?.skipColumnsAfter(Number(attributes['w:val']))],
  ['w:tc', ({ frame }) => frame.outerTable()?.openCell()],
  ['w:gridSpan', ({ frame }, attributes) => frame.outerTable()?.spanColumns(Number(attributes['w:val']))],
  ['w:vMerge', openMerged],
  ['w:hMerge', openMerged],
  ['w:cellDel', ({ frame }) => frame.outerTable()?.deleteCell()],
  ['w:txbxContent', (reader) => reader.openTextBox()],
  ['w:footnote', (reader, attributes) => reader.openNote('footnote', attributes)],
  ['w:endnote', (reader, attributes) => reader.openNote('endnote', attributes)],
  ['mc:AlternateContent', ({ alternatives }) => alternatives.push(false)],
  ['mc:Choice', openAlternative],
  ['mc:Fallback', openAlternative],
]);

const CLOSE: ReadonlyMap<string, (reader: StoryReader, end: number) => void> = new Map<
  string,
  (reader: StoryReader, end: number) => void
>([
  ['w:p', ({ frame }) => frame.closeParagraph()],
  ['w:pPr', (reader) => (reader.owner = undefined)],
  ['w:rPr', (reader) => (reader.owner = reader.owner === 'mark' ? 'paragraph' : undefined)],
  ['w:trPr', (reader) => (reader.owner = undefined)],
  ['w:r', closeRun],
  ['w:t', (reader, end) => reader.closeText(end)],
  ['w:tbl', ({ frame }) => frame.closeTable()],
  ['w:tr', ({ frame }) => frame.outerTable()?.closeRow()],
  ['w:tc', ({ frame }) => frame.closeCell()],
  ['w:txbxContent', (reader) => reader.closeTextBox()],
  ['w:footnote', (reader) => reader.closeNote()],
  ['w:endnote', (reader) => reader.closeNote()],
  ['mc:AlternateContent', ({ alternatives }) => alternatives.pop()],
]);

function setOfParagraph({ owner, frame }: StoryReader, properties: OpenParagraph['properties']): void {
  if (owner === 'paragraph' && frame.paragraph) Object.assign(frame.paragraph.properties, properties);
}

function setOfRun({ owner, frame }: StoryReader, properties: Partial<NonNullable<Frame['run']>>): void {
  if (owner === 'run' && frame.run) Object.assign(frame.run, properties);
}

function closeRun({ frame }: StoryReader, end: number): void {
  if (frame.run) frame.run.span.end = end;
  frame.run = undefined;
}

/** The element surrounds deleted runs; in properties, it means that a mark or a row was deleted. */
function openDeleted(reader: StoryReader): void {
  const { owner, frame } = reader;
  if (owner === 'mark' && frame.paragraph) frame.paragraph.properties.isMarkDeleted = true;
  if (owner === 'row') frame.outerTable()?.deleteRow();
  reader.skip();
}

/** Whether the first row has a look of its own, by name or in a bit of older documents. */
function openLook({ frame }: StoryReader, attributes: Attributes): void {
  const named = attributes['w:firstRow'];
  const bits = parseInt(attributes['w:val'] ?? '0', 16);
  if (named === undefined ? (bits & 0x20) !== 0 : isOn(named)) frame.outerTable()?.markHead();
}

function openMerged({ frame }: StoryReader, attributes: Attributes): void {
  if (attributes['w:val'] !== 'restart') frame.outerTable()?.continueCell();
}

function openAlternative(reader: StoryReader): void {
  const last = reader.alternatives.length - 1;
  if (last < 0) return;
  if (reader.alternatives[last]) reader.skip();
  reader.alternatives[last] = true;
}

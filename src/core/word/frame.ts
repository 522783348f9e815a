import type { WordBlock } from './blocks';
import type { Numbering } from './numbering';
import { OpenFields } from './openFields';
import type { OpenParagraph, OpenRun } from './openParagraph';
import { OpenTable } from './openTable';
import type { Paragraph } from './wordText';

/** A body, a note or a text box while it is read: a sequence of paragraphs and tables. */
export class Frame {
  paragraph: OpenParagraph | undefined;
  run: OpenRun | undefined;
  table: OpenTable | undefined;
  private readonly fields = new OpenFields();
  /** The paragraph that the next one continues. */
  private carried: OpenParagraph | undefined;
  /** The content of text boxes, which follows the paragraph or the table that contains them. */
  private readonly deferred: WordBlock[] = [];
  private readonly blocks: WordBlock[] = [];

  constructor(
    private readonly place: Paragraph['kind'],
    private readonly numbering: Numbering,
  ) {}

  /** Whether a run is being read, and not the instruction of a field. */
  get isReading(): boolean {
    return this.paragraph !== undefined && this.run !== undefined && !this.fields.isInstruction;
  }

  openParagraph(paragraph: OpenParagraph): void {
    this.closeParagraph();
    this.paragraph = paragraph;
    if (this.carried) paragraph.continue(this.carried);
    this.carried = undefined;
  }

  closeParagraph(): void {
    const { paragraph } = this;
    if (!paragraph) return;
    this.paragraph = undefined;
    this.run = undefined;
    this.fields.endInstructions();
    if (paragraph.properties.isMarkDeleted) this.carried = paragraph;
    else this.add(paragraph);
    this.endBlock();
  }

  readFieldMark(type: string | undefined): void {
    this.fields.readMark(type);
  }

  openTable(): void {
    this.closeParagraph();
    this.endCarried();
    if (this.table) this.table.depth++;
    else this.table = new OpenTable();
  }

  closeTable(): void {
    const { table } = this;
    if (!table || --table.depth > 0) return;
    this.table = undefined;
    this.blocks.push(table.finish());
    this.endBlock();
  }

  /** The table, unless a nested one is being read. */
  outerTable(): OpenTable | undefined {
    return this.table?.depth === 1 ? this.table : undefined;
  }

  closeCell(): void {
    this.endCarried();
    this.outerTable()?.closeCell();
  }

  addTextBox(blocks: readonly WordBlock[]): void {
    for (const block of blocks) this.deferred.push(block);
    if (!this.paragraph) this.endBlock();
  }

  finish(): readonly WordBlock[] {
    this.closeParagraph();
    this.endCarried();
    while (this.table) this.closeTable();
    return this.blocks;
  }

  private add(paragraph: OpenParagraph): void {
    if (paragraph.isEmpty) return;
    const place = this.table && this.place === 'body' ? 'table' : this.place;
    const block = paragraph.finish(place, this.numbering);
    if (this.table) this.table.add(block);
    else this.blocks.push(block);
  }

  private endCarried(): void {
    if (this.carried) this.add(this.carried);
    this.carried = undefined;
  }

  private endBlock(): void {
    if (this.table) return;
    for (const block of this.deferred) this.blocks.push(block);
    this.deferred.length = 0;
  }
}

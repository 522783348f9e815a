import type { Cell, ParagraphBlock, TableBlock } from './blocks';

/** A table while it is read. Nested tables are not opened: their paragraphs belong to the cell. */
export class OpenTable {
  /** How many tables are open, this one included. */
  depth = 1;
  private hasHead = false;
  private readonly rows: Cell[][] = [];
  private row: Cell[] | undefined;
  private isRowDeleted = false;
  private columnsAfter = 0;
  private cell: { paragraphs: ParagraphBlock[]; columns: number; isContinued: boolean; isDeleted: boolean } | undefined;

  openRow(): void {
    this.row = [];
    this.isRowDeleted = false;
    this.columnsAfter = 0;
  }

  closeRow(): void {
    this.skipColumns(this.columnsAfter);
    if (this.row && this.row.length > 0 && !this.isRowDeleted) this.rows.push(this.row);
    this.row = undefined;
  }

  openCell(): void {
    this.cell = { paragraphs: [], columns: 1, isContinued: false, isDeleted: false };
  }

  closeCell(): void {
    const { cell, row } = this;
    this.cell = undefined;
    if (!cell || !row || cell.isDeleted) return;
    const { paragraphs, columns } = cell;
    row.push({ paragraphs: cell.isContinued ? [] : paragraphs, columns });
  }

  add(paragraph: ParagraphBlock): void {
    this.cell?.paragraphs.push(paragraph);
  }

  /** The first row is the head of the table. */
  markHead(): void {
    this.hasHead = true;
  }

  markHeadRow(): void {
    if (this.rows.length === 0) this.hasHead = true;
  }

  deleteRow(): void {
    this.isRowDeleted = true;
  }

  deleteCell(): void {
    if (this.cell) this.cell.isDeleted = true;
  }

  /** The cell contains what a merged cell above shows. */
  continueCell(): void {
    if (this.cell) this.cell.isContinued = true;
  }

  spanColumns(columns: number): void {
    if (this.cell && columns > 0) this.cell.columns = Math.min(columns, MOST_COLUMNS);
  }

  /** Columns without a cell. */
  skipColumns(columns: number): void {
    if (columns > 0) this.row?.push({ paragraphs: [], columns: Math.min(columns, MOST_COLUMNS) });
  }

  /** Columns without a cell at the end of the open row. */
  skipColumnsAfter(columns: number): void {
    this.columnsAfter = columns;
  }

  finish(): TableBlock {
    return { kind: 'table', hasHead: this.hasHead, rows: this.rows };
  }
}

/** The limit of Word. */
export const MOST_COLUMNS = 63;

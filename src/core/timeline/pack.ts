/** A stretch of a row, from left to right. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Rows below one another in which nothing overlaps; what is put in goes to the uppermost row with room for it. */
export class Rows {
  private readonly rows: Extent[][] = [];

  /** With `gap` between one and the next in a row. */
  constructor(private readonly gap: number) {}

  /** How many rows are in use. */
  get count(): number {
    return this.rows.length;
  }

  /** The row that the extent was put into. */
  put(extent: Extent): number {
    const row = this.rows.findIndex((taken) => taken.every((other) => this.isApart(extent, other)));
    if (row < 0) return this.rows.push([extent]) - 1;
    this.rows[row].push(extent);
    return row;
  }

  private isApart(a: Extent, b: Extent): boolean {
    return a.right + this.gap <= b.left || b.right + this.gap <= a.left;
  }
}

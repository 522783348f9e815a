/** A horizontal stretch of a row. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Rows, from top to bottom, in which no extents overlap; each extent goes to the uppermost row with space for it. */
export class Rows {
  private readonly rows: Extent[][] = [];

  /** @param gap Minimum distance between two extents in a row. */
  constructor(private readonly gap: number) {}

  /** Number of rows in use. */
  get count(): number {
    return this.rows.length;
  }

  /** Adds the extent and returns the index of its row. */
  put(extent: Extent): number {
    const row = this.rows.findIndex((taken) => taken.every((other) => this.isApart(extent, other)));
    if (row < 0) return this.rows.push([extent]) - 1;
    this.rows[row]!.push(extent);
    return row;
  }

  private isApart(a: Extent, b: Extent): boolean {
    return a.right + this.gap <= b.left || b.right + this.gap <= a.left;
  }
}

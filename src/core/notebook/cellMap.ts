import type { Span } from '../document';
import type { Allowed, Checked, Edit, Evidence, Finding, JudgedAs } from '../finding';
import { lineIndex, type LineIndex } from '../lineIndex';

/** A stretch of text and its place in the file: letters as they are, or one that an escape denotes. */
interface Piece {
  readonly start: number;
  readonly inFile: number;
  /** The number of letters of the escape in the file; `undefined` for letters that are there as they are. */
  readonly escape: number | undefined;
  readonly cell: number;
}

/** A place in a cell: all counted from 1. */
export interface PlaceInCell {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}

/** The text of the cells of a notebook, divided by blank lines, and the place of every character in its file. */
export class CellMap {
  private readonly pieces: Piece[] = [];
  private readonly starts = new Map<number, number>();
  private whole = '';
  private index: LineIndex | undefined;

  constructor(private readonly file: string) {}

  get text(): string {
    return this.whole;
  }

  /** Adds a string of the file to the text of a cell: its content is what its escapes denote. */
  add(cell: number, start: number, end: number): void {
    if (start === end) return;
    if (!this.starts.has(cell)) {
      if (this.starts.size > 0) for (const letter of BLANK_LINE) this.append(letter, start, 0, cell);
      this.starts.set(cell, this.whole.length);
    }
    for (let at = start; at < end;) {
      const escape = this.file.indexOf('\\', at);
      const stop = escape < 0 || escape > end ? end : escape;
      if (stop > at) this.append(this.file.slice(at, stop), at, undefined, cell);
      if (stop === end) return;
      const size = this.file[stop + 1] === 'u' ? 6 : 2;
      this.append(JSON.parse(`"${this.file.slice(stop, stop + size)}"`) as string, stop, size, cell);
      at = stop + size;
    }
  }

  /** The place in the file of a span of the text. */
  inFile<T extends Span>(span: T): T {
    const start = this.startOf(span.start);
    return { ...span, start, end: span.end > span.start ? this.endOf(span.end) : start };
  }

  /** An edit of the text as one of the file: nothing but the letters that it replaces is changed. */
  edit({ newText, ...span }: Edit): Edit {
    return { ...this.inFile(span), newText: JSON.stringify(newText).slice(1, -1) };
  }

  /** What was found in the text, in the offsets of the file. */
  checked(checked: Checked): Checked {
    const inFile = (all: readonly Allowed[]): readonly Allowed[] => all.map((allowed) => this.withEvidence(allowed));
    return {
      findings: checked.findings.map((finding) => this.finding(finding)),
      get allowed() {
        return inFile(checked.allowed);
      },
      setAside: () => inFile(checked.setAside()),
      allowedNameCount: checked.allowedNameCount,
    };
  }

  /** The time at which the text was judged, with its evidence in the offsets of the file. */
  judgedAs({ evidence, ...rest }: JudgedAs): JudgedAs {
    return { ...rest, evidence: evidence && this.inFile(evidence) };
  }

  /** A finding in the text, in the offsets of the file. */
  finding(finding: Finding): Finding {
    const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => this.edit(edit)) }));
    return { ...this.withEvidence(finding), fixes };
  }

  /** The cell of an offset of the file, and the line and column in it; `undefined` in a notebook without text. */
  placeOf(offsetInFile: number): PlaceInCell | undefined {
    const piece =
      this.pieces[
        Math.max(
          0,
          lastAt(this.pieces, ({ inFile }) => inFile <= offsetInFile),
        )
      ];
    if (piece === undefined) return undefined;
    const { cell, start, inFile, escape } = piece;
    this.index ??= lineIndex(this.whole);
    const first = this.index.positionAt(this.starts.get(cell)!);
    const { line, character } = this.index.positionAt(start + (escape === undefined ? offsetInFile - inFile : 0));
    return { cell, line: line - first.line + 1, column: character + 1 };
  }

  private withEvidence<T extends Span & { readonly evidence: readonly Evidence[] }>(found: T): T {
    return { ...this.inFile(found), evidence: found.evidence.map((each) => this.inFile(each)) };
  }

  private append(text: string, inFile: number, escape: number | undefined, cell: number): void {
    this.pieces.push({ start: this.whole.length, inFile, escape, cell });
    this.whole += text;
  }

  private startOf(offset: number): number {
    const piece = this.pieceAt(offset);
    // After the last letter of a cell; what is inserted there belongs to that cell.
    if (
      offset > 0 &&
      (piece === undefined || offset === this.whole.length || (piece.escape === 0 && piece.start === offset))
    )
      return this.endOf(offset);
    return piece === undefined ? 0 : piece.inFile + (piece.escape === undefined ? offset - piece.start : 0);
  }

  private endOf(offset: number): number {
    const { start, inFile, escape } = this.pieceAt(offset - 1)!;
    return inFile + (escape ?? offset - start);
  }

  private pieceAt(offset: number): Piece | undefined {
    return this.pieces[lastAt(this.pieces, ({ start }) => start <= offset)];
  }
}

const BLANK_LINE = '\n\n';

/** The index of the last piece for which `holds`, which is true for the first pieces only; -1 if there is none. */
function lastAt(pieces: readonly Piece[], holds: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(pieces[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

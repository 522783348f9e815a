import { Budget } from './budget';
import type { NoteReference, ParagraphBlock, Piece } from './blocks';
import { NOTE } from './escapeInlines';
import { editsFor, type Layout } from './markdownEdits';
import type { Paragraph, Stretch, WordText } from './wordText';

/** The text so far, and where it comes from. */
export class TextBuilder {
  private text = '';
  private readonly stretches: Stretch[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly counts = new Map<string, number>();

  /** `label` returns the label of a note; `undefined` if the document has no such note. */
  constructor(private readonly label: (note: NoteReference) => string | undefined) {}

  get isEmpty(): boolean {
    return this.text === '';
  }

  /** Adds text that has no source. */
  addMarkup(markup: string): void {
    this.text += markup;
  }

  /** Adds a paragraph that is not empty, without the mark of its block. */
  addParagraph({ pieces, place }: ParagraphBlock, part: string, layout: Layout, heading: string): void {
    const start = this.text.length;
    const labels = pieces.map((piece) => (piece.kind === 'note' ? this.label(piece.note) : undefined));
    const content = pieces.map((piece, i) => contentOf(piece, labels[i]));
    const plain = content.length === 1 ? content[0]! : content.join('');
    const edits = editsFor(plain, layout);
    /** The offset of the piece, the offset up to which the text was read, and the next edit. */
    let at = 0;
    let read = 0;
    let next = 0;
    pieces.forEach((piece, i) => {
      const text = content[i]!;
      const end = at + text.length;
      read = Math.max(read, at);
      for (; next < edits.length && edits[next]!.at < end; next++) {
        const edit = edits[next]!;
        if (edit.at > read) this.addPiece(piece, part, text, read - at, edit.at - at);
        this.text += edit.insert;
        read = Math.max(read, edit.at + edit.remove);
      }
      if (piece.kind === 'note') this.text += labels[i] ?? '';
      else if (read < end) this.addPiece(piece, part, text, read - at, end - at);
      read = Math.max(read, end);
      at = end;
    });
    for (; next < edits.length; next++) this.text += edits[next]!.insert;
    const kind = place === 'table' ? 'body' : place;
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    this.paragraphs.push({ start, end: this.text.length, number, kind: place, heading });
  }

  finish(): WordText {
    return { text: this.text, stretches: this.stretches, paragraphs: this.paragraphs };
  }

  private addPiece(piece: Piece, part: string, content: string, from: number, to: number): void {
    const start = this.text.length;
    this.text += from === 0 && to === content.length ? content : content.slice(from, to);
    if (piece.kind !== 'text') return;
    const { element, run, offset } = piece;
    this.stretches.push({ start, end: this.text.length, part, element, run, offset: offset + from });
    Budget.checkText(this.text.length, this.stretches.length);
  }
}

/** The text of a piece before it becomes Markdown. */
export function contentOf(piece: Piece, label: string | undefined): string {
  if (piece.kind === 'break') return '\n';
  return piece.kind === 'note' ? NOTE.repeat(label?.length ?? 0) : piece.text;
}

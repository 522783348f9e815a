import type { Span } from '../document';
import { Budget } from './budget';
import type { NoteReference, ParagraphBlock, Piece, Role } from './blocks';
import { headingOf, type Style, type Styles } from './styles';
import type { Numbering } from './numbering';
import type { Paragraph } from './wordText';

/** The properties of a paragraph so far; its own precede those of its style. */
export interface ParagraphProperties {
  style?: string;
  list?: string;
  level?: number;
  outline?: number;
  /** Whether the mark at its end was deleted: with the change accepted, the next paragraph continues it. */
  isMarkDeleted?: boolean;
}

/** The run that is being read. */
export interface OpenRun {
  readonly span: { start: number; end: number };
  style?: string;
  lang?: string;
  isHidden?: boolean;
}

/** A paragraph while it is read. */
export class OpenParagraph {
  readonly properties: ParagraphProperties = {};
  private pieces: Piece[] = [];
  /** In code units. */
  private length = 0;
  private languages = new Map<string, number>();
  private style: Style | undefined;

  constructor(private readonly styles: Styles) {}

  /** Adds the text of an element to the paragraph, unless it is hidden. */
  addText(text: string, offset: number, element: Span, run: OpenRun): void {
    const { isHidden, lang } = this.look(run);
    if (isHidden || text.length === 0) return;
    if (lang !== undefined) this.languages.set(lang, (this.languages.get(lang) ?? 0) + text.length);
    Budget.checkParagraph((this.length += text.length));
    // The end of a line in the XML is a blank in the text.
    this.pieces.push({ kind: 'text', text: text.replace(LINE_ENDS, ' '), offset, element, run: run.span });
  }

  addCharacter(text: string, run: OpenRun): void {
    if (!this.look(run).isHidden && text !== '') this.pieces.push({ kind: 'character', text });
  }

  addBreak(run: OpenRun): void {
    if (!this.look(run).isHidden) this.pieces.push({ kind: 'break' });
  }

  addNote(note: NoteReference, run: OpenRun): void {
    if (!this.look(run).isHidden) this.pieces.push({ kind: 'note', note });
  }

  /** Continues a paragraph whose mark was deleted, which is not used any more. */
  continue(earlier: OpenParagraph): void {
    this.pieces = earlier.pieces;
    this.length = earlier.length;
    this.languages = earlier.languages;
  }

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  finish(place: Paragraph['kind'], numbering: Numbering): ParagraphBlock {
    const { pieces, languages } = this;
    return { kind: 'paragraph', place, role: this.role(numbering), pieces, languages };
  }

  private ownStyle(): Style {
    return (this.style ??= this.styles.paragraph(this.properties.style));
  }

  private look(run: OpenRun): { readonly isHidden: boolean; readonly lang: string | undefined } {
    const style = this.ownStyle();
    const character = run.style === undefined ? undefined : this.styles.character(run.style);
    return {
      isHidden: run.isHidden ?? character?.isHidden ?? style.isHidden ?? false,
      lang: run.lang ?? character?.lang ?? style.lang,
    };
  }

  private role(numbering: Numbering): Role {
    const { outline, list: ownList, level: ownLevel } = this.properties;
    const style = this.ownStyle();
    const heading = outline === undefined ? style.heading : headingOf(outline);
    if (heading > 0) return { kind: 'heading', level: heading };
    const list = ownList ?? style.list;
    if (list !== undefined) {
      const declared = ownLevel ?? style.level ?? numbering.levelOf(list, style.id) ?? 0;
      const level = Math.min(Math.max(0, Math.trunc(declared) || 0), LOWEST_LEVEL);
      const mark = numbering.markOf(list, level);
      if (mark === 'bullet' || mark === 'number') return { kind: 'item', isNumbered: mark === 'number', level };
    }
    return style.isQuote ? { kind: 'quote' } : { kind: 'plain' };
  }
}

/** The limit of Word for the levels of a list, which are counted from 0. */
const LOWEST_LEVEL = 8;
const LINE_ENDS = /[\r\n]/g;

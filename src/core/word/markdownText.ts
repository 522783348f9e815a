import type { Cell, NoteReference, ParagraphBlock, Story, TableBlock, WordBlock } from './blocks';
import { languagesIn, mainLanguage, otherLanguage } from './languages';
import { ListLayout } from './listLayout';
import type { Layout } from './markdownEdits';
import { MOST_COLUMNS } from './openTable';
import { contentOf, TextBuilder } from './textBuilder';
import type { WordText } from './wordText';

export interface Stories {
  readonly body: Story;
  readonly footnote: Story | undefined;
  readonly endnote: Story | undefined;
  /** The headers, then the footers. */
  readonly margins: readonly Story[];
}

/**
 * Writes a document as Markdown: its body, then the notes that it refers to, in the order of the references, then its
 * headers and footers.
 */
export function markdownText(stories: Stories): WordText {
  return new MarkdownWriter(stories).write();
}

const PLAIN: Layout = { newLine: '\n', blankLine: '\n\n', isCell: false, beginsLine: true };
const QUOTE: Layout = { newLine: '\n> ', blankLine: '\n>\n> ', isCell: false, beginsLine: true };
const HEADING: Layout = { newLine: ' ', blankLine: ' ', isCell: false, beginsLine: false };
const CELL: Layout = { newLine: ' ', blankLine: ' ', isCell: true, beginsLine: false };
const FIRST_OF_NOTE: Layout = { newLine: '\n', blankLine: '\n', isCell: false, beginsLine: false };
const REST_OF_NOTE: Layout = { ...FIRST_OF_NOTE, beginsLine: true };

interface Note {
  readonly reference: NoteReference;
  readonly label: string;
  readonly blocks: readonly WordBlock[];
  /** The heading above the reference. */
  readonly heading: string;
}

type Previous = 'none' | 'block' | 'item' | 'quote' | 'div';

class MarkdownWriter {
  private readonly builder = new TextBuilder((note) => this.labelOf(note));
  private readonly notes = new Map<string, Note>();
  private readonly counts = { footnote: 0, endnote: 0 };
  private readonly main: string | undefined;
  private readonly lists = new ListLayout();
  private previous: Previous = 'none';
  private heading = '';
  /** The language of the open div. */
  private lang: string | undefined;
  /** The class of the open div around a story apart from the body. */
  private story: string | undefined;

  constructor(private readonly stories: Stories) {
    this.main = mainLanguage(languagesIn(stories.body.blocks));
  }

  write(): WordText {
    const { body } = this.stories;
    for (const block of body.blocks) this.addBlock(block, body.part);
    // A note may refer to another one, which is then added to the map.
    this.setStory(undefined);
    for (const note of this.notes.values()) this.addNote(note);
    for (const margin of this.stories.margins) this.addMargin(margin);
    this.setStory(undefined);
    this.setLanguage(undefined);
    if (!this.builder.isEmpty) this.builder.addMarkup('\n');
    return this.builder.finish();
  }

  private addBlock(block: WordBlock, part: string): void {
    if (isEmpty(block)) return;
    if (block.kind === 'table' && block.rows.length === 1 && block.rows[0]!.length === 1) {
      // A frame around text.
      for (const paragraph of block.rows[0]![0]!.paragraphs) this.addBlock(paragraph, part);
      return;
    }
    this.setStory(block.kind === 'paragraph' && block.place === 'text-box' ? 'text-box' : undefined);
    this.setLanguage(otherLanguage(block, this.main));
    if (block.kind === 'table') this.addTable(block, part);
    else this.addParagraph(block, part);
  }

  private addParagraph(block: ParagraphBlock, part: string): void {
    const { role } = block;
    const { builder, heading } = this;
    if (role.kind === 'item') {
      if (this.previous !== 'item') this.lists.reset();
      this.separate('item');
      const { mark, layout } = this.lists.layoutOf(role);
      builder.addMarkup(mark);
      builder.addParagraph(block, part, layout, heading);
      return;
    }
    this.separate(role.kind === 'quote' ? 'quote' : 'block');
    if (role.kind === 'heading') {
      builder.addMarkup(`${'#'.repeat(Math.min(role.level, LOWEST_HEADING))} `);
      builder.addParagraph(block, part, HEADING, heading);
      if (block.place !== 'text-box') this.heading = textOf(block).replace(/\s+/g, ' ').trim();
    } else {
      if (role.kind === 'quote') builder.addMarkup('> ');
      builder.addParagraph(block, part, role.kind === 'quote' ? QUOTE : PLAIN, heading);
    }
  }

  /** Without a head of its own, a table begins with an empty one. Other empty rows are left out. */
  private addTable({ rows, hasHead }: TableBlock, part: string): void {
    const { builder } = this;
    const columns = Math.min(
      MOST_COLUMNS,
      rows.reduce((most, row) => Math.max(most, widthOf(row)), 0),
    );
    const delimiters = `\n|${' --- |'.repeat(columns)}`;
    this.separate('block');
    if (!hasHead) builder.addMarkup(`|${'  |'.repeat(columns)}${delimiters}`);
    rows.forEach((row, i) => {
      if (i > 0 && row.every(({ paragraphs }) => paragraphs.every(isEmpty))) return;
      if (i > 0 || !hasHead) builder.addMarkup('\n');
      builder.addMarkup('|');
      let rest = columns;
      for (const { paragraphs, columns: own } of row) {
        builder.addMarkup(' ');
        paragraphs
          .filter((paragraph) => !isEmpty(paragraph))
          .forEach((paragraph, at) => {
            if (at > 0) builder.addMarkup('<br>');
            builder.addParagraph(paragraph, part, CELL, this.heading);
          });
        builder.addMarkup(` |${'  |'.repeat(own - 1)}`);
        rest -= own;
      }
      builder.addMarkup('  |'.repeat(Math.max(0, rest)));
      if (i === 0 && hasHead) builder.addMarkup(delimiters);
    });
  }

  private addNote({ reference, label, blocks, heading }: Note): void {
    const { part } = this.stories[reference.kind]!;
    const paragraphs = blocks.flatMap(paragraphsOf).filter((paragraph) => !isEmpty(paragraph));
    this.setLanguage(paragraphs.length === 0 ? undefined : otherLanguage(paragraphs[0]!, this.main));
    this.separate('block');
    this.builder.addMarkup(`${label}: `);
    paragraphs.forEach((paragraph, i) => {
      if (i > 0) this.builder.addMarkup('\n');
      this.builder.addParagraph(paragraph, part, i === 0 ? FIRST_OF_NOTE : REST_OF_NOTE, heading);
    });
  }

  private addMargin({ blocks, part }: Story): void {
    this.setStory(undefined);
    for (const paragraph of blocks.flatMap(paragraphsOf).filter((each) => !isEmpty(each))) {
      this.setStory(paragraph.place === 'footer' ? 'footer' : 'header');
      this.setLanguage(otherLanguage(paragraph, this.main));
      this.separate('block');
      this.builder.addParagraph(paragraph, part, PLAIN, '');
    }
  }

  /** Opens and closes the divs around text boxes, headers and footers, whose setting is not that of the body. */
  private setStory(story: string | undefined): void {
    if (story === this.story) return;
    this.setLanguage(undefined);
    if (this.story !== undefined) {
      this.builder.addMarkup('\n:::');
      this.previous = 'block';
    }
    this.story = story;
    if (story === undefined) return;
    this.separate('div');
    this.builder.addMarkup(`::: {.${story}}`);
  }

  /** Opens and closes the divs that declare a language. */
  private setLanguage(lang: string | undefined): void {
    if (lang === this.lang) return;
    if (this.lang !== undefined) {
      this.builder.addMarkup('\n:::');
      this.previous = 'block';
    }
    this.lang = lang;
    if (lang === undefined) return;
    this.separate('div');
    this.builder.addMarkup(`::: {lang=${lang}}`);
  }

  private separate(next: Previous): void {
    const { previous, builder } = this;
    this.previous = next;
    if (previous === 'div' || (previous === 'item' && next === 'item')) builder.addMarkup('\n');
    else if (previous === 'quote' && next === 'quote') builder.addMarkup('\n>\n');
    else if (previous !== 'none') builder.addMarkup('\n\n');
  }

  private labelOf(reference: NoteReference): string | undefined {
    const key = `${reference.kind} ${reference.id}`;
    const known = this.notes.get(key);
    if (known) return known.label;
    const blocks = this.stories[reference.kind]?.notes.get(reference.id);
    if (!blocks) return undefined;
    const number = ++this.counts[reference.kind];
    const label = reference.kind === 'footnote' ? `[^${number}]` : `[^e${number}]`;
    this.notes.set(key, { reference, label, blocks, heading: this.heading });
    return label;
  }
}

/** In columns. */
function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0);
}

/** The lowest level of a heading in Markdown. */
const LOWEST_HEADING = 6;

function paragraphsOf(block: WordBlock): readonly ParagraphBlock[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flat().flatMap(({ paragraphs }) => paragraphs);
}

function isEmpty(block: WordBlock): boolean {
  return block.kind === 'paragraph'
    ? !block.pieces.some((piece) => piece.kind === 'note' || contentOf(piece, undefined).trim() !== '')
    : paragraphsOf(block).every(isEmpty);
}

function textOf({ pieces }: ParagraphBlock): string {
  return pieces.map((piece) => (piece.kind === 'note' ? '' : contentOf(piece, undefined))).join('');
}

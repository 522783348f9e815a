import type { Span } from '../document';
import { Anchors } from './anchors';
import { Changes } from './changes';
import { CommentMarks } from './commentMarks';
import { addComments, commentIds, type CommentContent, type CommentParagraph } from './commentsPart';
import { commentStyles } from './commentStyles';
import { relatedPart } from './relationships';
import { Revisions } from './revisions';
import { EditedParts } from './editedParts';
import { shownText, wholeCharacters } from './stretches';
import type { WordDocument } from './wordDocument';
import { zipParts } from './zipParts';

/** A comment on a range of the text of a document. */
export interface WordComment extends Span {
  /** Each line becomes a paragraph. */
  readonly message: string;
  readonly source?: { readonly title: string; readonly url?: string };
  /** The new text of the range, as Markdown. */
  readonly change?: { readonly newText: string };
}

export interface WriteOptions {
  /** The author of the comments and changes. */
  readonly author: string;
  /** Their date, in ISO 8601. */
  readonly date: string;
  /** Whether the changes that comments have are made as tracked changes. */
  readonly tracked: boolean;
}

/** A copy of a document, as the bytes of a Word file, and how many comments and tracked changes were added. */
export interface CommentedCopy {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly changes: number;
}

/**
 * A copy of a document with comments.
 *
 * Word ignores comments in notes, headers, footers and text boxes. A comment on their text begins with the words that
 * it is about; it is at the reference of the note, in the first paragraph of the body, or at the run of the text box.
 *
 * Comments may overlap; of changes that overlap, only the first is made. A change that is not possible is left out, and
 * only its comment is written. This applies to a change that would replace more than text (a tab, a paragraph, the
 * reference of a note), and to one of text that was moved, that is locked, or that a field or the package's data
 * computes.
 *
 * Runs are divided where necessary. Everything else remains as it is, and parts without comments or changes remain the
 * same byte for byte.
 */
export function writeComments(
  document: Pick<WordDocument, 'parts' | 'text'>,
  comments: readonly WordComment[],
  options: WriteOptions,
): CommentedCopy {
  const { parts, ...counts } =
    comments.length === 0
      ? { parts: document.parts, comments: 0, changes: 0 }
      : withComments(document, comments, options);
  return { bytes: zipParts(parts), ...counts };
}

interface CommentedParts extends Omit<CommentedCopy, 'bytes'> {
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

function withComments(
  { parts, text }: Pick<WordDocument, 'parts' | 'text'>,
  comments: readonly WordComment[],
  { author, date, tracked }: WriteOptions,
): CommentedParts {
  const mainPart = relatedPart(parts, '', 'officeDocument') ?? 'word/document.xml';
  const revisions = new Revisions(parts, author, dateTime(date));
  const edited = new EditedParts(parts, text, revisions);
  const main = edited.editsOf(mainPart);
  if (!main) return { parts, comments: 0, changes: 0 };

  const styles = commentStyles(parts, mainPart);
  const anchors = new Anchors(text, mainPart, main, edited.editsOf);
  const changes = new Changes(text, revisions, edited.editsOf);
  const marks = new CommentMarks(main.outline, commentIds(parts, mainPart, main.outline), styles);
  const contents: CommentContent[] = [];
  let made = 0;
  for (const comment of [...comments].sort((a, b) => a.start - b.start)) {
    const span = wholeCharacters(text, comment);
    const anchor = anchors.of(span);
    if (!anchor) continue;
    const id = marks.open(anchor);
    const isWhole = span.start === comment.start && span.end === comment.end;
    if (tracked && comment.change && isWhole && changes.make({ ...span, newText: comment.change.newText }, anchor))
      made++;
    marks.close(anchor, id);
    contents.push({ id, paragraphs: paragraphsOf(comment, anchor.elsewhere ? shownText(text, span) : '') });
  }
  const copy = new Map(parts);
  edited.writeTo(copy);
  if (contents.length > 0) addComments(copy, mainPart, main.outline.namespace, contents, revisions, styles);
  return { parts: copy, comments: contents.length, changes: made };
}

/** The content of a comment, with the words that it is about if it is not at them. */
function paragraphsOf({ message, source }: WordComment, words: string): readonly CommentParagraph[] {
  return [
    ...(words === '' ? [] : [{ text: words, italic: true }]),
    ...message.split(/\r\n|\r|\n/).map((text) => ({ text })),
    ...(source ? [{ text: source.title, url: source.url }] : []),
  ];
}

/** A date of ISO 8601 as `xsd:dateTime` without fractions of a second, as Word writes it. */
function dateTime(date: string): string {
  return date.includes('T') ? date.replace(/\.\d+/, '') : `${date}T00:00:00Z`;
}

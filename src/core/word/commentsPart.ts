import { escapeXml } from '../xml';
import type { CommentStyles } from './commentStyles';
import { decodePart, encodePart, utf8 } from './partText';
import { folderOf } from './relations';
import { addContentType, addRelationship, relatedPart, XML_DECLARATION } from './relationships';
import type { Revisions } from './revisions';
import { readOutline, type Outline } from './outline';
import { appendToRoot } from './xmlEdit';

/** A comment to add. */
export interface CommentContent {
  readonly id: string;
  readonly paragraphs: readonly CommentParagraph[];
}

export interface CommentParagraph {
  readonly text: string;
  readonly italic?: boolean;
  /** An address that follows the text as a link. */
  readonly url?: string;
}

/** The ids of the comments of a document, those that only its text mentions included. */
export function commentIds(
  parts: ReadonlyMap<string, Uint8Array>,
  mainPart: string,
  main: Outline,
): ReadonlySet<string | undefined> {
  const bytes = parts.get(relatedPart(parts, mainPart, 'comments') ?? '');
  const comments = bytes && readOutline(decodePart(bytes).xml);
  return new Set(
    [...main.nodes, ...(comments?.nodes ?? [])].flatMap(({ name, id }) => (name.startsWith('comment') ? [id] : [])),
  );
}

/** Adds comments after those of the document. The part is created if the document has no comments yet. */
export function addComments(
  parts: Map<string, Uint8Array>,
  mainPart: string,
  namespace: string,
  comments: readonly CommentContent[],
  revisions: Revisions,
  styles: CommentStyles,
): void {
  const related = relatedPart(parts, mainPart, 'comments');
  const known = related === undefined ? undefined : parts.get(related);
  const part = known && decodePart(known);
  const outline = part && readOutline(part.xml);
  const prefix = outline?.prefix ?? 'w:';
  const declaration = outline?.declaresPrefix === false ? ` xmlns:${prefix.slice(0, -1)}="${namespace}"` : '';
  const added = comments.map((comment) => renderComment(comment, prefix, declaration, revisions, styles)).join('');
  if (outline) {
    parts.set(related!, encodePart({ ...part, xml: appendToRoot(part.xml, () => added) }));
    return;
  }
  const folder = folderOf(mainPart);
  let name = 'comments.xml';
  for (let number = 2; parts.has(folder + name); number++) name = `comments${number}.xml`;
  const xml = `${XML_DECLARATION}<w:comments xmlns:w="${namespace}">${added}</w:comments>`;
  parts.set(folder + name, encodePart(utf8(xml)));
  addRelationship(parts, mainPart, namespace.startsWith('http://purl.') ? STRICT_TYPE : TYPE, name);
  addContentType(parts, folder + name, CONTENT_TYPE);
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const STRICT_TYPE = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

function renderComment(
  { id, paragraphs }: CommentContent,
  p: string,
  declaration: string,
  revisions: Revisions,
  styles: CommentStyles,
): string {
  const properties = styles.text === undefined ? '' : `<${p}pPr><${p}pStyle ${p}val="${styles.text}"/></${p}pPr>`;
  const content = paragraphs.map(
    (paragraph, index) =>
      `<${p}p>${properties}${index === 0 ? `<${p}r>${referenceStyle(styles, p)}<${p}annotationRef/></${p}r>` : ''}` +
      `${renderParagraph(paragraph, p)}</${p}p>`,
  );
  const attributes = `${revisions.attributes(p, id)} ${p}initials="MT"`;
  return `<${p}comment${declaration}${attributes}>${content.join('')}</${p}comment>`;
}

/** The properties of a run that refers to a comment. */
export function referenceStyle({ reference }: CommentStyles, prefix: string): string {
  return reference === undefined ? '' : `<${prefix}rPr><${prefix}rStyle ${prefix}val="${reference}"/></${prefix}rPr>`;
}

function renderParagraph({ text, italic, url }: CommentParagraph, p: string): string {
  const run = (content: string): string => `<${p}r>${italic ? `<${p}rPr><${p}i/></${p}rPr>` : ''}${content}</${p}r>`;
  const textRun = (shown: string): string => run(`<${p}t xml:space="preserve">${escapeXml(shown)}</${p}t>`);
  if (url === undefined) return textRun(text);
  if (!/^https?:\/\/[^\s"\\]+$/.test(url)) return textRun(`${text} ${url}`);
  // A field, as the element `hyperlink` would need a relationship of the part. It may not contain quotation marks.
  const fieldMark = (kind: string): string => run(`<${p}fldChar ${p}fldCharType="${kind}"/>`);
  return [
    textRun(`${text} `),
    fieldMark('begin'),
    run(`<${p}instrText xml:space="preserve"> HYPERLINK &quot;${escapeXml(url)}&quot; </${p}instrText>`),
    fieldMark('separate'),
    textRun(url),
    fieldMark('end'),
  ].join('');
}

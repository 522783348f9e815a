import { InlineList, inlinesBy, type InlineMarks } from './inlineList';
import { attributeOf, CONTENTS, endOfAside, endOfElement, isHidden, RAW_TAGS, tagAt, type Tag } from './htmlTags';

/** The mark of a footnote, `<sup>[3]</sup>`, which is not part of an adjacent number. */
const NOTE_MARK = /<sup\b[^<>]*>(?:<(?:a|span)\b[^<>]*>)?\s*\[?[\d*†‡,\s]{1,8}\]?\s*(?:<\/(?:a|span)>)?<\/sup>/iy;

class HtmlList extends InlineList {
  /** The offsets after the open elements, by their names. */
  readonly open = new Map<string, number[]>();
}

const MARKS: InlineMarks<HtmlList> = {
  '<': [{ open: /</y, read: readMarkup }],
  // What a site generator replaces.
  '{': [{ open: /\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\}/y, kind: 'code' }],
};

/** The inlines of a block of HTML. Tags are markup, except for the alternative text of images. */
export const readHtmlInlines = inlinesBy(MARKS, HtmlList);

function readMarkup(list: HtmlList, at: number): number {
  const { text, end, add } = list;
  const aside = endOfAside(text, at);
  if (aside !== undefined) return add('comment', at, aside);
  const tag = tagAt(text, at);
  if (!tag || tag.end > end) return at + 1;
  if (RAW_TAGS.has(tag.name) && !tag.closing && text[tag.end - 2] !== '/')
    return add('code', at, endOfElement(text, tag.name, tag.end));
  const note = tag.name === 'sup' ? list.match(NOTE_MARK, at) : null;
  if (note) return add('markup', at, at + note[0].length);
  const alternative =
    tag.name === 'img' || tag.name === 'area' || tag.name === 'input'
      ? attributeOf(text, at, tag.end, 'alt')
      : undefined;
  add('markup', at, alternative?.start ?? tag.end);
  if (alternative) add('markup', alternative.end, tag.end);
  readContents(list, tag, isHidden(text.slice(at, tag.end)), at);
  return tag.end;
}

function readContents({ open, add }: HtmlList, tag: Tag, hides: boolean, at: number): void {
  const kind = CONTENTS[tag.name];
  const hiding = `${tag.name} hidden`;
  if (!tag.closing) {
    const name = hides ? hiding : tag.name;
    const starts = open.get(name);
    if (starts) starts.push(tag.end);
    else if (hides || kind !== undefined) open.set(name, [tag.end]);
    return;
  }
  const hidden = open.get(hiding)?.pop();
  const from = hidden ?? open.get(tag.name)?.pop();
  if (from !== undefined && hidden !== undefined) add('comment', from, at);
  else if (from !== undefined && kind !== undefined) add(kind, from, at);
}

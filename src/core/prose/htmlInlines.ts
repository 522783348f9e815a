import type { Block, Inline } from './prose';
import { addressAt } from './addresses';
import { attributeOf, endOfAside, endOfElement, isHidden, RAW_TAGS, tagAt, type Tag } from './htmlTags';

/** Elements that determine the kind of their text. */
const CONTENTS: Readonly<Record<string, Inline['kind']>> = {
  q: 'quote',
  cite: 'emphasis',
  em: 'emphasis',
  i: 'emphasis',
  dfn: 'emphasis',
  b: 'strong',
  strong: 'strong',
  a: 'link',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  var: 'code',
  tt: 'code',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
};

/** The mark of a footnote, `<sup>[3]</sup>`, which is not part of an adjacent number. */
const NOTE_MARK = /<sup\b[^<>]*>(?:<(?:a|span)\b[^<>]*>)?\s*\[?[\d*†‡,\s]{1,8}\]?\s*(?:<\/(?:a|span)>)?<\/sup>/iy;
const TEMPLATE = /\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\}/y;

/** The inlines of a block of HTML. Tags are markup, except for the alternative text of images. */
export function readHtmlInlines(text: string, { start, end }: Block): readonly Inline[] {
  const inlines: Inline[] = [];
  const open = new Map<string, number[]>();
  for (let i = start; i < end;) {
    const character = text[i];
    if (character === '<') {
      i = readMarkup(text, i, end, inlines, open);
      continue;
    }
    if (character === '{') {
      TEMPLATE.lastIndex = i;
      if (TEMPLATE.test(text)) {
        inlines.push({ kind: 'code', start: i, end: TEMPLATE.lastIndex });
        i = TEMPLATE.lastIndex;
        continue;
      }
    }
    const address = addressAt(text, i, start, end);
    if (address) inlines.push({ kind: 'url', ...address });
    i = address ? Math.max(address.end, i + 1) : i + 1;
  }
  return inlines
    .map((inline) => (inline.end <= end ? inline : { ...inline, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function readMarkup(text: string, at: number, end: number, inlines: Inline[], open: Map<string, number[]>): number {
  const aside = endOfAside(text, at);
  if (aside !== undefined) {
    inlines.push({ kind: 'comment', start: at, end: aside });
    return aside;
  }
  const tag = tagAt(text, at);
  if (!tag || tag.end > end) return at + 1;
  if (RAW_TAGS.has(tag.name) && !tag.closing && text[tag.end - 2] !== '/') {
    const after = endOfElement(text, tag.name, tag.end);
    inlines.push({ kind: 'code', start: at, end: after });
    return after;
  }
  NOTE_MARK.lastIndex = at;
  if (tag.name === 'sup' && NOTE_MARK.test(text)) {
    inlines.push({ kind: 'markup', start: at, end: NOTE_MARK.lastIndex });
    return NOTE_MARK.lastIndex;
  }
  const alternative =
    tag.name === 'img' || tag.name === 'area' || tag.name === 'input'
      ? attributeOf(text, at, tag.end, 'alt')
      : undefined;
  if (alternative)
    inlines.push(
      { kind: 'markup', start: at, end: alternative.start },
      { kind: 'markup', start: alternative.end, end: tag.end },
    );
  else inlines.push({ kind: 'markup', start: at, end: tag.end });
  readContents(tag, isHidden(text.slice(at, tag.end)), at, inlines, open);
  return tag.end;
}

function readContents(tag: Tag, hides: boolean, at: number, inlines: Inline[], open: Map<string, number[]>): void {
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
  if (from === undefined || from >= at) return;
  if (hidden !== undefined) inlines.push({ kind: 'comment', start: from, end: at });
  else if (kind !== undefined) inlines.push({ kind, start: from, end: at });
}

import { isOn } from './properties';
import type { Budget } from './budget';
import { walkXml, type XmlVisitor } from './walkXml';

/** What a style means for the text, with what it inherits. */
export interface Style {
  readonly id: string;
  /** From 1, the topmost; 0 if the style is no heading. */
  readonly heading: number;
  readonly isQuote: boolean;
  /** The list that numbers its paragraphs, `0` for none. */
  readonly list?: string;
  readonly level?: number;
  readonly lang?: string;
  readonly isHidden?: boolean;
}

export interface Styles {
  /** The style of that id; without an id or if there is no such style, the default one. */
  paragraph(id: string | undefined): Style;
  character(id: string): Style | undefined;
}

/** A style as it is written. */
interface Entry {
  id: string;
  name: string;
  base?: string;
  outline?: number;
  list?: string;
  level?: number;
  lang?: string;
  isHidden?: boolean;
}

/** Reads `styles.xml`; returns what is wrong with it instead. Without a part, styles are known by their ids. */
export function readStyles(xml: string | undefined, budget?: Budget): Styles | string {
  const entries = new Map<string, Entry>();
  const defaults: Entry = { id: '', name: '' };
  let normal: string | undefined;
  let entry: Entry | undefined;
  const visitor: XmlVisitor = {
    open(name, attributes) {
      if (name === 'w:docDefaults') entry = defaults;
      else if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? '';
        entries.set(id, (entry = { id, name: '' }));
        if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0')) normal = id;
      } else if (name === 'w:latentStyles') entry = undefined;
      else if (entry) readProperty(entry, name, attributes);
    },
    close(name) {
      if (name === 'w:style' || name === 'w:docDefaults') entry = undefined;
    },
  };
  const fault = xml === undefined ? undefined : walkXml(xml, visitor, budget);
  if (fault !== undefined) return fault;
  const resolved = new Map<string, Style>();
  const resolve = (id: string): Style => {
    let style = resolved.get(id);
    if (!style) resolved.set(id, (style = inherit(id, entries)));
    return style;
  };
  const withDefaults = (style: Style): Style => ({ ...style, lang: style.lang ?? defaults.lang });
  const paragraphs = new Map<string, Style>();
  return {
    paragraph(id) {
      const key = id !== undefined && (xml === undefined || entries.has(id)) ? id : (normal ?? '');
      let style = paragraphs.get(key);
      if (!style) paragraphs.set(key, (style = withDefaults(resolve(key))));
      return style;
    },
    character: (id) => (entries.has(id) ? resolve(id) : undefined),
  };
}

function readProperty(entry: Entry, name: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes['w:val'];
  if (name === 'w:name') entry.name = (value ?? '').toLowerCase();
  else if (name === 'w:basedOn') entry.base = value;
  else if (name === 'w:outlineLvl') entry.outline = Number(value);
  else if (name === 'w:numId') entry.list = value;
  else if (name === 'w:ilvl') entry.level = Number(value);
  else if (name === 'w:lang') entry.lang = value ?? entry.lang;
  else if (name === 'w:vanish') entry.isHidden = isOn(value);
}

/** Word writes the names of its own styles in English, in every language; only the ids are translated. */
const HEADING_NAME = /^heading ([1-9])$/;
const HEADING_ID = /^heading([1-9])$/i;
const QUOTE_NAMES = new Set(['quote', 'intense quote', 'block text', 'block quotation', 'quotations']);
/** The level of body text. */
const NO_OUTLINE = 9;

function inherit(id: string, entries: ReadonlyMap<string, Entry>): Style {
  const style: { -readonly [key in keyof Style]: Style[key] } = { id, heading: 0, isQuote: false };
  const seen = new Set<Entry>();
  let isHeadingKnown = false;
  let entry = entries.get(id) ?? { id, name: '' };
  while (!seen.has(entry)) {
    seen.add(entry);
    style.isQuote ||= QUOTE_NAMES.has(entry.name);
    style.list ??= entry.list;
    style.level ??= entry.level;
    style.lang ??= entry.lang;
    style.isHidden ??= entry.isHidden;
    if (!isHeadingKnown) {
      const level = headingLevel(entry);
      isHeadingKnown = level !== undefined;
      style.heading = level ?? 0;
    }
    const base = entries.get(entry.base ?? '');
    if (!base) break;
    entry = base;
  }
  return style;
}

/** The level of a heading, 0 for body text; `undefined` if the style on which it is based decides. */
function headingLevel({ id, name, outline }: Entry): number | undefined {
  if (outline !== undefined) return headingOf(outline);
  if (name === 'title') return 1;
  // It is based on the title.
  if (name === 'subtitle') return 0;
  const number = (HEADING_NAME.exec(name) ?? (name === '' ? HEADING_ID.exec(id) : null))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The level of the heading at a level of the outline, which is counted from 0. */
export function headingOf(outline: number): number {
  return outline >= 0 && outline < NO_OUTLINE ? outline + 1 : 0;
}

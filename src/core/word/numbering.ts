import type { Budget } from './budget';
import { walkXml, type XmlVisitor } from './walkXml';

/** How the items of a list are marked; `none` is a list without visible marks. */
export type ItemMark = 'bullet' | 'number' | 'none';

/** The lists that a document defines. */
export interface Numbering {
  /** The mark of a level of a list; `undefined` if there is no such list. */
  markOf(list: string, level: number): ItemMark | undefined;
  /** The level of a list that belongs to a paragraph style. */
  levelOf(list: string, style: string): number | undefined;
}

export const NO_NUMBERING: Numbering = { markOf: () => undefined, levelOf: () => undefined };

interface Definition {
  readonly marks: Map<number, ItemMark>;
  readonly levels: Map<string, number>;
  /** The style that defines the list. */
  style?: string;
}

interface List {
  definition?: string;
  /** The levels that differ from the definition. */
  readonly own: Definition;
}

/** Reads `numbering.xml`; returns what is wrong with it instead. `listOf` returns the list of a numbering style. */
export function readNumbering(
  xml: string,
  listOf: (style: string) => string | undefined,
  budget?: Budget,
): Numbering | string {
  const definitions = new Map<string, Definition>();
  const lists = new Map<string, List>();
  let list: List | undefined;
  let open: Definition | undefined;
  let level = 0;
  const visitor: XmlVisitor = {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      switch (name) {
        case 'w:abstractNum':
          definitions.set(attributes['w:abstractNumId'] ?? '', (open = newDefinition()));
          break;
        case 'w:num':
          list = { own: (open = newDefinition()) };
          lists.set(attributes['w:numId'] ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list) list.definition = value;
          break;
        case 'w:numStyleLink':
          if (open) open.style = value;
          break;
        case 'w:lvl':
          level = Number(attributes['w:ilvl'] ?? 0);
          break;
        case 'w:numFmt':
          open?.marks.set(level, value === 'bullet' || value === 'none' ? value : 'number');
          break;
        case 'w:lvlText':
          // The mark of what continues an item.
          if (value.trim() === '') open?.marks.set(level, 'none');
          break;
        case 'w:pStyle':
          open?.levels.set(value, level);
          break;
      }
    },
  };
  const fault = walkXml(xml, visitor, budget);
  if (fault !== undefined) return fault;
  const definitionOf = (id: string): Definition | undefined => {
    const found = definitions.get(lists.get(id)?.definition ?? '');
    if (found?.style === undefined) return found;
    return definitions.get(lists.get(listOf(found.style) ?? '')?.definition ?? '') ?? found;
  };
  return {
    markOf(id, at) {
      const found = lists.get(id);
      return found && (found.own.marks.get(at) ?? definitionOf(id)?.marks.get(at) ?? 'number');
    },
    levelOf: (id, style) => lists.get(id)?.own.levels.get(style) ?? definitionOf(id)?.levels.get(style),
  };
}

function newDefinition(): Definition {
  return { marks: new Map(), levels: new Map() };
}

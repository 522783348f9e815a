import { parseTree, type Node } from 'jsonc-parser';

/** The range of a problem in the text of its file, in UTF-16 code units, half-open. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the range of a position such as `concepts/iom/names/icem/terms/2` in the text of a termbase file. Follows it
 * as far as possible; returns the first character of the text if no step can be followed. Reads invalid JSON as well,
 * and the text only once, when a range is first asked for.
 */
export function rangesIn(text: string): (position: string) => TextRange {
  let root: Node | undefined;
  return (position) => {
    root ??= parseTree(text);
    return rangeOf(position, root, { start: 0, end: Math.min(1, text.length) });
  };
}

function rangeOf(position: string, root: Node | undefined, start: TextRange): TextRange {
  let [found, node] = [start, root];
  for (const step of position === '' ? [] : position.split('/')) {
    const next = node?.type === 'object' ? member(node, step) : node?.type === 'array' ? item(node, step) : undefined;
    if (!next) break;
    const { offset, length } = next.shown;
    found = { start: offset, end: offset + Math.min(length, LONGEST_SHOWN) };
    node = next.value;
  }
  return found;
}

const LONGEST_SHOWN = 200;

interface Step {
  readonly shown: Node;
  /** Missing after the key of an incomplete text. */
  readonly value: Node | undefined;
}

/** The member with this key, which is shown by its key. */
function member(object: Node, key: string): Step | undefined {
  const [shown, value] = object.children?.find(({ children }) => children?.[0]?.value === key)?.children ?? [];
  return shown && { shown, value };
}

/** The object with this id, otherwise the item with this index. An object is shown by its id or text. */
function item(list: Node, step: string): Step | undefined {
  const items = list.children ?? [];
  const value = items.find((each) => labelOf(each, 'id')?.value === step) ?? items[Number(step)];
  return value && { shown: labelOf(value, 'id') ?? labelOf(value, 'text') ?? value, value };
}

function labelOf(node: Node, key: string): Node | undefined {
  return node.type === 'object' ? member(node, key)?.value : undefined;
}

import type { Role } from './blocks';
import type { Layout } from './markdownEdits';

type Item = Extract<Role, { readonly kind: 'item' }>;

interface Level {
  readonly level: number;
  /** The number of characters that precede the text of an item. */
  readonly indent: number;
}

/** The marks and indents of consecutive items. */
export class ListLayout {
  /** The open lists, the outermost first. */
  private readonly levels: Level[] = [];
  private readonly layouts = new Map<number, Layout>();

  /** Ends all lists. */
  reset(): void {
    this.levels.length = 0;
  }

  /** An item is indented as far as the text of the item above that contains it. */
  layoutOf({ level, isNumbered }: Item): { readonly mark: string; readonly layout: Layout } {
    const { levels } = this;
    while (levels.length > 0 && levels.at(-1)!.level >= level) levels.pop();
    const outer = levels.at(-1)?.indent ?? 0;
    // Markdown counts the items itself.
    const mark = isNumbered ? '1. ' : '- ';
    const indent = outer + mark.length;
    levels.push({ level, indent });
    return { mark: ' '.repeat(outer) + mark, layout: this.layoutFor(indent) };
  }

  private layoutFor(indent: number): Layout {
    let layout = this.layouts.get(indent);
    if (!layout) {
      const newLine = `\n${' '.repeat(indent)}`;
      this.layouts.set(indent, (layout = { newLine, blankLine: newLine, isCell: false, beginsLine: true }));
    }
    return layout;
  }
}

import { foldKey } from '../fold';
import type { Block, Prose } from '../prose/prose';
import { settingOfHeading, type Setting } from './settingWords';
import { HISTORY } from '../reading/cues';
import type { Heading, InheritedTime } from './restOfDocument';
import { readSentences } from '../reading/sentence';
import { mayTellTime, type Time } from '../reading/times';

/** The heading of a block; its properties are read on demand. */
export function headingOf(prose: Prose, block: Block): Heading {
  return new LazyHeading(prose, block);
}

class LazyHeading implements Heading {
  readonly level: number;
  private bibliography: boolean | undefined;
  private read: readonly Time[] | undefined;
  private stated: { readonly setting: Setting | undefined } | undefined;

  constructor(
    private readonly prose: Prose,
    private readonly block: Block,
  ) {
    this.level = block.level;
  }

  get isBibliography(): boolean {
    if (this.bibliography === undefined) {
      const title = foldKey(this.prose.text.slice(this.block.start, this.block.end))
        .replace(/[^\p{L} ]/gu, '')
        .trim();
      this.bibliography = HISTORY.bibliographies.has(title);
    }
    return this.bibliography;
  }

  get setting(): Setting | undefined {
    return (this.stated ??= { setting: settingOfHeading(this.prose.text.slice(this.block.start, this.block.end)) })
      .setting;
  }

  get times(): readonly Time[] {
    const { prose, block } = this;
    return (this.read ??= mayTellTime(prose.text, block.start, block.end)
      ? readSentences(prose, block).flatMap(({ times }) => times)
      : []);
  }
}

/** For each heading in order: the heading itself and its parent headings, nearest first. */
export function governingHeadings(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const all: (readonly Block[])[] = [];
  let chain: readonly Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    chain = [block, ...chain.filter((heading) => heading.level < block.level)];
    all.push(chain);
  }
  return all;
}

/** The headings that govern the text after the blocks, nearest first. */
export function lastHeadings(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    if (blocks[i]!.kind === 'heading' && (found.length === 0 || blocks[i]!.level < found[found.length - 1]!.level))
      found.push(blocks[i]!);
  }
  return found;
}

/**
 * The headings of earlier parts in the form that later parts need: only their indexes in the list locate their times.
 */
export function inherit(headings: readonly Heading[]): readonly Heading[] {
  return headings.map((heading, index) => ({
    level: heading.level,
    get isBibliography() {
      return heading.isBibliography;
    },
    get setting() {
      return heading.setting;
    },
    get times() {
      return heading.times.map((time, at): InheritedTime => ({ ...time, inherited: [index, at] }));
    },
  }));
}

export function isInherited(span: object): span is InheritedTime {
  return 'inherited' in span;
}

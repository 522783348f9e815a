import history from '../../../data/words/history.json';
import { foldKey } from '../fold';
import type { Block, Prose, Story } from '../prose/prose';
import { into } from '../into';
import { settingOfHeading, type Setting } from '../reading/setting';
import { HISTORY, wholeWords } from '../reading/cues';
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
  private postWar: boolean | undefined;
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

  get isPostWar(): boolean {
    const title = foldKey(this.prose.text.slice(this.block.start, this.block.end));
    return (this.postWar ??= POST_WAR.test(title));
  }
}

/** "The post-war years", "Emigration after the war (1)"; not "After the war in Syria". */
const POST_WAR = new RegExp(`${wholeWords(history.eras.map(foldKey), 'u').source}(?!\\s+[\\p{L}\\d])`, 'u');

/** For each heading in order: the heading itself and its parent headings in its story, nearest first. */
export function governingHeadings(blocks: readonly Block[]): readonly HeadingBlocks[] {
  const all: HeadingBlocks[] = [];
  const chains = new Map<Story | undefined, HeadingBlocks>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const above = chains.get(block.story) ?? [];
    const chain = [block, ...above.filter((heading) => heading.level < block.level)];
    chains.set(block.story, chain);
    all.push(chain);
  }
  return all;
}

/** A heading and its parent headings. */
type HeadingBlocks = readonly Block[];

/** The headings of a text, by the blocks that they govern. */
export class Outline {
  private readonly chains = new Map<Story | undefined, HeadingBlocks[]>();

  constructor(blocks: readonly Block[]) {
    for (const chain of governingHeadings(blocks)) into(this.chains, chain[0]!.story, () => []).push(chain);
  }

  /** The headings of a story before an offset, nearest first; the same array as long as they are the same. */
  before(offset: number, story?: Story): readonly Block[] {
    const chains = this.chains.get(story) ?? NO_CHAINS;
    let low = 0;
    let high = chains.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (chains[middle]![0]!.start < offset) low = middle + 1;
      else high = middle - 1;
    }
    return chains[high] ?? NO_HEADINGS;
  }
}

const NO_CHAINS: readonly HeadingBlocks[] = [];
const NO_HEADINGS: readonly Block[] = [];

/** The headings of the body that govern the text after the blocks, nearest first. */
export function lastHeadings(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { kind, level, story } = blocks[i]!;
    if (kind === 'heading' && !story && (found.length === 0 || level < found[found.length - 1]!.level))
      found.push(blocks[i]!);
  }
  return found;
}

/**
 * The headings of other parts in the form that a part needs: only their indexes in the list locate their times. They
 * govern the beginning of the part, or the place that calls the `note`.
 */
export function inherit(headings: readonly Heading[], note?: string): readonly Heading[] {
  return headings.map((heading, index) => ({
    level: heading.level,
    get isBibliography() {
      return heading.isBibliography;
    },
    get setting() {
      return heading.setting;
    },
    get isPostWar() {
      return heading.isPostWar;
    },
    get times() {
      return heading.times.map((time, at): InheritedTime => ({ ...time, inherited: [index, at], note }));
    },
  }));
}

export function isInherited(span: object): span is InheritedTime {
  return 'inherited' in span;
}

import type { Block } from '../prose/prose';
import {
  introductionOf,
  isLettered,
  isQuizOpening,
  isBare,
  offersAnswers,
  settingOfHeading,
  type Introduction,
  type Setting,
} from './settingWords';
import { NEAR } from './restOfDocument';
import type { Surroundings } from './surroundings';

/** The setting that a heading, or the sentence before a list, gives the block; `none` for plain text. */
export function settingOf(block: Block, surroundings: Surroundings): Setting | 'none' {
  return surroundings.property(block, settingIn);
}

function settingIn(block: Block, surroundings: Surroundings): Setting | 'none' {
  const setting = readSetting(block, surroundings);
  if (setting !== 'names') return setting;
  return block.kind === 'list-item' || block.kind === 'table-row' ? 'glossary' : 'none';
}

function readSetting(block: Block, surroundings: Surroundings): Setting | 'none' {
  for (const { setting } of surroundings.headingsOf(block)) if (setting) return setting;
  const { text } = surroundings.prose;
  if (block.kind === 'heading') return settingOfHeading(text.slice(block.start, block.end)) ?? 'none';
  if (CROSS.test(text.slice(block.start, block.start + MARK))) return 'quiz';
  if ((block.kind === 'paragraph' || block.kind === 'list-item') && isQuiz(block, surroundings)) return 'quiz';
  if (block.kind === 'paragraph' && offersAnswers(`? ${text.slice(block.start, block.start + LONGEST_QUESTION)}`))
    return introductionTo(block, surroundings) === 'question' ? 'quiz' : 'none';
  if (block.kind !== 'list-item') return 'none';
  const isAnswer = isLetteredItem(block, surroundings) || isBare(text.slice(block.start, block.end));
  if (isAnswer && isUnderQuestion(block, surroundings)) return 'quiz';
  const introduction = introductionTo(block, surroundings);
  if (introduction !== 'question') return introduction ?? 'none';
  return isAnswer ? 'quiz' : 'none';
}

/** Whether the text itself offers answers, or begins as a quiz does. */
function isQuiz(block: Block, surroundings: Surroundings): boolean {
  const { text } = surroundings.prose;
  if (offersAnswers(text.slice(block.start, Math.min(block.end, block.start + LONGEST_QUESTION)))) return true;
  const [first, ...rest] = surroundings.sentencesOf(block);
  return first !== undefined && rest.length > 0 && isQuizOpening(text.slice(first.start, first.end));
}

function isLetteredItem({ start }: Block, { prose: { text } }: Surroundings): boolean {
  return isLettered(text.slice(Math.max(0, start - 6), start), text.slice(start, start + 5));
}

/** "1. When was IOM founded?" above "a) 1951": the item before the lettered ones is a question. */
function isUnderQuestion(item: Block, surroundings: Surroundings): boolean {
  const { prose } = surroundings;
  for (
    let i = prose.indexAt(item.start) - 1;
    i >= 0 && prose.blocks[i]!.kind === 'list-item' && item.start - prose.blocks[i]!.end <= NEAR;
    i--
  ) {
    const before = prose.blocks[i]!;
    if (!isLetteredItem(before, surroundings))
      return introductionOf(prose.text.slice(before.start, before.end)) === 'question';
  }
  return false;
}

/** How the paragraph directly before an item's list introduces it. */
function introductionTo(item: Block, { prose, rest }: Surroundings): Introduction | undefined {
  for (let i = prose.indexAt(item.start) - 1; i >= 0; i--) {
    const block = prose.blocks[i]!;
    if (item.start - block.end > NEAR) return undefined;
    if (block.kind === 'list-item') continue;
    return block.kind === 'paragraph' ? introductionOf(prose.text.slice(block.start, block.end)) : undefined;
  }
  const before = rest.introduction();
  return before && before.distance + item.start <= NEAR ? before.introduction : undefined;
}

/** How the last paragraph of a part introduces a list that continues in the next part. */
export interface OpenIntroduction {
  readonly introduction: Introduction;
  /** The distance from its end to the edge of the part, in code units. */
  readonly distance: number;
}

/**
 * The introduction that is still open at the end of a range of blocks; `continued` where all of them are items of a
 * list.
 */
export function openIntroduction(text: string, blocks: readonly Block[]): OpenIntroduction | 'continued' | undefined {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind === 'list-item') continue;
    const introduction = block.kind === 'paragraph' ? introductionOf(text.slice(block.start, block.end)) : undefined;
    return introduction && { introduction, distance: text.length - block.end };
  }
  return 'continued';
}

/** "✘ International Organization of Migration": the sign of a wrong example. */
const CROSS = /^[*_\s]*(?:[✗✘✕✖❌❎]|\[✗\]|:x:)/u;
/** In code units. */
const MARK = 8;

/** In code units. */
const LONGEST_QUESTION = 600;

import type { Block } from '../prose/prose';
import type { Span } from '../document';
import { foldKey } from '../fold';
import { cellsOf } from '../reading/cells';
import { grammarOf, type Grammar } from '../reading/grammar';
import { into } from '../reading/lookup';
import type { Sentence } from '../reading/sentence';
import type { Mention } from '../mentions/findMentions';
import type { Reading } from '../reading/read';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Token } from '../reading/tokens';

/**
 * Whether a form to avoid is listed next to the right one: in another cell of its row, or in a nearby row of the same
 * table ("| Write | Not |"), or after the name that opens its item ("1. **Global Compact for Migration**. Not: Compact
 * on Migration").
 */
export function isListedNextTo(site: MentionSite, { statements }: Reading, surroundings: Surroundings): boolean {
  const { block, mention, sentence } = site;
  if (block.kind === 'table-row') {
    const column = columnAt(mention.start, sentence, surroundings);
    return (
      column !== undefined &&
      (isPaired(sentence, column, surroundings) ||
        rowsNear(block, surroundings).some((row) =>
          surroundings.sentencesOf(row).some((each) => isPaired(each, column, surroundings)),
        ))
    );
  }
  if (block.kind !== 'list-item') return false;
  const head = surroundings.firstMentionIn(block);
  return (
    head !== undefined &&
    head !== mention &&
    head.start - block.start <= OPENING &&
    isRight(head) &&
    isOfOneConcept(head, mention) &&
    sentence !== surroundings.sentencesOf(block)[0] &&
    !statements.some(({ verb }) => verb?.form === 'finite')
  );
}

/**
 * Whether words are listed as forms to avoid: in a column with the header "Do not write", or after a label, "Avoid
 * everywhere:".
 */
export function isToBeAvoided({ start }: Span, sentence: Sentence, surroundings: Surroundings): boolean {
  const { block, tokens } = sentence;
  const grammar = grammarOf(surroundings.languageOf(block));
  if (block.kind === 'table-row') {
    const head = surroundings.tableHeadOf(block);
    const [title] = head === block ? [] : surroundings.sentencesOf(head);
    const column = title && columnAt(start, sentence, surroundings);
    const cell = column === undefined ? undefined : cellsOf(title!, surroundings.prose)[column];
    return cell !== undefined && forbids(title!.tokens.slice(cell.first, cell.next), grammar);
  }
  const colon = tokens.findIndex(({ folded }) => folded === ':');
  return colon > 0 && tokens[colon]!.start < start && forbids(tokens.slice(0, colon), grammar);
}

/** "Do not write", "No se escriba", "Avoid", "À éviter": a label for forms to avoid. */
function forbids(label: readonly Token[], grammar: Grammar): boolean {
  if (label.length > LONGEST_LABEL) return false;
  const is = (words: string): boolean =>
    label.some(
      (token) =>
        wordSet(words).has(token.folded) ||
        grammar.verbForms(token).some(({ lemma }) => wordSet(words).has(foldKey(lemma))),
    );
  const { saying, avoiding } = grammar.file.settings;
  return is(avoiding) || (label.some((token) => grammar.is(token, 'negation')) && is(saying));
}

/** In tokens. */
const LONGEST_LABEL = 6;
/** In code units: the maximal length of the text before the name that opens an item. */
const OPENING = 4;
/** The maximal distance in rows, in both directions. */
const NEAR = 8;

/**
 * Whether a name is given as the long form of its abbreviation: directly before or after it, or in the same row of a
 * table whose column has at least one right long form. A table of forms to avoid ("| Write | Not |") has none.
 */
export function isLongForm({ block, mention, sentence }: MentionSite, surroundings: Surroundings): boolean {
  const isNextTo = (abbreviation: Mention): boolean => {
    const [before, after] = abbreviation.start < mention.start ? [abbreviation, mention] : [mention, abbreviation];
    return sentence.tokens
      .filter(({ start }) => start >= before.end && start < after.start)
      .every(({ kind, folded }) => kind === 'punctuation' && folded !== '|');
  };
  const isHere = surroundings
    .mentionsIn(sentence)
    .some((other) => isAbbreviation(other) && isOfOneConcept(other, mention) && isNextTo(other));
  const column = isHere || block.kind !== 'table-row' ? undefined : columnAt(mention.start, sentence, surroundings);
  return isHere || (column !== undefined && givesLongForms(block, column, surroundings));
}

/** Whether a nearby row has a right long form in a column, and its abbreviation in another one. */
function givesLongForms(row: Block, column: number, surroundings: Surroundings): boolean {
  return rowsNear(row, surroundings).some((near) =>
    surroundings.sentencesOf(near).some((sentence) => {
      const right = surroundings.mentionsIn(sentence).filter(isRight);
      return right.some(
        (long) =>
          !isAbbreviation(long) &&
          columnAt(long.start, sentence, surroundings) === column &&
          right.some((short) => isAbbreviation(short) && isOfOneConcept(short, long)),
      );
    }),
  );
}

/**
 * Whether the cell of a column has a form to avoid, and another cell of the row has the right one. In a list of
 * names, an abbreviation next to its long form is not the right form for it.
 */
function isPaired(sentence: Sentence, column: number, surroundings: Surroundings): boolean {
  const mentions = surroundings.mentionsIn(sentence);
  const isOfNames = givesLongForms(sentence.block, column, surroundings);
  return mentions.some(
    (wrong) =>
      !isRight(wrong) &&
      columnAt(wrong.start, sentence, surroundings) === column &&
      mentions.some(
        (right) =>
          isRight(right) &&
          isOfOneConcept(right, wrong) &&
          (!isOfNames || isAbbreviation(right) === isAbbreviation(wrong)) &&
          columnAt(right.start, sentence, surroundings) !== column,
      ),
  );
}

function columnAt(start: number, sentence: Sentence, { prose }: Surroundings): number | undefined {
  const cells = cellsOf(sentence, prose);
  const at = cells.findIndex(
    ({ first, next }) => sentence.tokens[first]!.start <= start && start < sentence.tokens[next - 1]!.end,
  );
  return cells.length > 1 && at >= 0 ? at : undefined;
}

function rowsNear(row: Block, { prose }: Surroundings): readonly Block[] {
  const at = prose.indexAt(row.start);
  const near: Block[] = [];
  for (const step of [-1, 1])
    for (let i = at + step; Math.abs(i - at) <= NEAR && prose.blocks[i]?.kind === 'table-row'; i += step)
      near.push(prose.blocks[i]!);
  return near;
}

function isRight({ terms: [term] }: Mention): boolean {
  return term !== undefined && term.status !== 'deprecated' && term.status !== 'superseded';
}

function isAbbreviation({ terms: [term] }: Mention): boolean {
  return term?.form === 'abbreviation';
}

function isOfOneConcept({ terms }: Mention, other: Mention): boolean {
  return terms.some(({ entry }) => other.terms.some((term) => term.entry.concept === entry.concept));
}

/** The folded words of a space-separated list of a grammar; split once. */
export function wordSet(words: string): ReadonlySet<string> {
  return into(sets, words, () => new Set(words.split(' ').map((word) => foldKey(word))));
}

const sets = new Map<string, ReadonlySet<string>>();

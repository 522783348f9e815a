import type { Span } from '../document';
import { foldKey } from '../fold';
import type { Mention } from '../mentions/findMentions';
import { cellsOf } from '../reading/cells';
import { grammarOf, type Grammar } from '../reading/grammar';
import { wordSet } from '../reading/grammarIndex';
import { refutes } from '../reading/modality';
import { spanOf } from '../reading/phrases';
import type { Sentence } from '../reading/sentence';
import type { Token } from '../reading/tokens';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Use } from './use';

/**
 * Whether a form to avoid is listed next to the right one: in another cell of its row, or in a nearby row of the same
 * table ("| Write | Not |").
 */
export function isListedNextTo(use: Use): boolean {
  const { block, surroundings } = use;
  if (block.kind !== 'table-row') return false;
  // An abbreviation next to a long form is not the right form for it.
  const isRightFormOf = (wrong: Mention, right: Mention): boolean =>
    isRight(right) && isOfOneConcept(right, wrong) && isAbbreviation(right) === isAbbreviation(wrong);
  return rowsNear(use, surroundings).some(({ own, others }) =>
    own.some((wrong) => !isRight(wrong) && others.some((right) => isRightFormOf(wrong, right))),
  );
}

/**
 * Whether words are listed as wrong: in a column with the header "Do not write" or "Myth", before a cell that refutes
 * them ("No, it is intergovernmental"), or after a label, "Avoid everywhere:".
 */
export function isToBeAvoided({ start }: Span, sentence: Sentence, surroundings: Surroundings): boolean {
  const { block, tokens } = sentence;
  const grammar = grammarOf(surroundings.languageOf(block));
  if (block.kind === 'table-row') {
    const head = surroundings.tableHeadOf(block);
    const [title] = head === block ? [] : surroundings.sentencesOf(head);
    const cells = cellsOf(sentence, surroundings.prose);
    const column = cells.findIndex(({ next }) => start < tokens[next - 1]!.end);
    const cell = title && cellsOf(title, surroundings.prose)[column];
    return (
      (cell !== undefined && forbids(title!.tokens.slice(cell.first, cell.next), grammar)) ||
      cells.slice(column + 1).some(({ first, next }) => refutes(tokens.slice(first, next), grammar))
    );
  }
  const colon = tokens.findIndex(({ folded }) => folded === ':');
  return colon > 0 && tokens[colon]!.start < start && forbids(tokens.slice(0, colon), grammar);
}

/** "Not", "Do not write", "No se escriba", "Avoid", "À éviter": a label for forms to avoid. */
function forbids(label: readonly Token[], grammar: Grammar): boolean {
  const { saying, avoiding } = grammar.file.settings;
  const has = (words: string): boolean =>
    label.some((token) => hasLemma(words, [token.folded, ...grammar.verbForms(token).map(({ lemma }) => lemma)]));
  // "No" and "Non" are answers.
  const isAlone = label.length === 1 && !grammar.index.refutations.has(label[0]!.folded);
  return (
    label.length <= LONGEST_LABEL &&
    (has(avoiding) || (label.some((token) => grammar.is(token, 'negation')) && (isAlone || has(saying))))
  );
}

/** In tokens. */
const LONGEST_LABEL = 6;
/** The maximal distance in rows, in both directions. */
const NEAR = 8;

/**
 * Whether a name is given as the long form of its abbreviation: directly before or after it, or in a column of a table
 * that has right long forms. The column of a table of forms to avoid ("| Write | Not |") has none.
 */
export function isLongForm(site: MentionSite, surroundings: Surroundings): boolean {
  const { block, mention, sentence } = site;
  const isNextTo = (abbreviation: Mention): boolean => {
    const [before, after] = abbreviation.start < mention.start ? [abbreviation, mention] : [mention, abbreviation];
    return sentence.tokens
      .filter(({ start }) => start >= before.end && start < after.start)
      .every(({ kind, folded }) => kind === 'punctuation' && folded !== '|');
  };
  const isHere = surroundings
    .mentionsIn(sentence)
    .some((other) => isAbbreviation(other) && isOfOneConcept(other, mention) && isNextTo(other));
  const isRightForm = (name: Mention): boolean => isRight(name) && !isAbbreviation(name);
  return (
    isHere || (block.kind === 'table-row' && rowsNear(site, surroundings).some(({ own }) => own.some(isRightForm)))
  );
}

/** The names of a row in the column of a mention, and those in its other columns. */
interface Row {
  readonly own: readonly Mention[];
  readonly others: readonly Mention[];
}

/** The rows of a table that are near that of a mention, which is included. */
function rowsNear({ mention, block, sentence }: MentionSite, surroundings: Surroundings): readonly Row[] {
  const { prose } = surroundings;
  const namesIn = (row: Sentence): readonly (readonly Mention[])[] =>
    cellsOf(row, prose).map((cell) => surroundings.mentionsIn(spanOf(row.tokens, cell)));
  const column = namesIn(sentence).findIndex((names) => names.includes(mention));
  return surroundings
    .rowsNear(block, NEAR)
    .flatMap((near) => surroundings.sentencesOf(near))
    .map(namesIn)
    .map((cells) => ({ own: cells[column] ?? [], others: cells.filter((_, i) => i !== column).flat() }));
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

/** Whether a space-separated list of a grammar has one of the lemmas. */
export function hasLemma(words: string, lemmas: readonly string[]): boolean {
  return lemmas.some((lemma) => wordSet(words).has(foldKey(lemma)));
}

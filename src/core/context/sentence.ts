import type { Span } from '../document';
import { APOSTROPHE, BLANK, EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE } from '../mentions/fold';
import { NOT_PROSE, type Block, type Inline, type Prose } from '../prose/prose';

/** A word, a number or one punctuation mark, with the folded form that cues are compared with. */
export interface Token extends Span {
  readonly kind: 'word' | 'punctuation';
  /** Lower case, no diacritics; a punctuation mark as it stands. */
  readonly folded: string;
  /** As written, escapes read. */
  readonly written: string;
}

/** A sentence of a block, as words. Stretches that are no prose (code, addresses) have left no token. */
export interface Sentence extends Span {
  readonly block: Block;
  readonly tokens: readonly Token[];
}

/** The block's sentences. A table row, a heading and a caption are one each. */
export function readSentences(prose: Prose, block: Block): readonly Sentence[] {
  const tokens = readTokens(prose, block, prose.inlinesOf(block));
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i + 1 < tokens.length && !(block.kind !== 'table-row' && endsSentence(tokens, i))) continue;
    const own = tokens.slice(first, i + 1);
    sentences.push({ block, tokens: own, start: own[0].start, end: own[own.length - 1].end });
    first = i + 1;
  }
  return sentences;
}

/** Index of the first token that ends after the offset. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  const index = tokens.findIndex((token) => token.end > offset);
  return index < 0 ? tokens.length : index;
}

function readTokens(prose: Prose, block: Block, inlines: readonly Inline[]): Token[] {
  const { text, format: { readEscape } } = prose;
  const skipped = inlines.filter((inline) => NOT_PROSE.has(inline.kind));
  const tokens: Token[] = [];
  let nextSkipped = 0;
  let i = block.start;
  while (i < block.end) {
    while (nextSkipped < skipped.length && skipped[nextSkipped].end <= i) nextSkipped++;
    if (nextSkipped < skipped.length && skipped[nextSkipped].start <= i) { i = skipped[nextSkipped].end; continue; }
    const stop = nextSkipped < skipped.length ? Math.min(skipped[nextSkipped].start, block.end) : block.end;
    const start = i;
    let folded = '';
    let written = '';
    let end = i;
    while (i < stop) {
      let value = FOLD[text.charCodeAt(i)];
      let width = 1;
      let character = text[i];
      if (value === ESCAPE && readEscape) {
        const escape = readEscape(text, i);
        if (escape) { width = escape.length; character = escape.character; value = character === '' ? EMPHASIS : FOLD[character.charCodeAt(0)]; }
      }
      if (value >= LETTER) { folded += String.fromCharCode(value); written += character; i += width; end = i; }
      else if (value === IGNORED && folded) { written += character; i += width; end = i; }
      else if (folded) break;
      else {
        i += width;
        if (value === BLANK || value === NEWLINE || value === EMPHASIS || value === IGNORED || (character === '>' && isQuoteMark(text, start))) break;
        const mark = value === APOSTROPHE ? "'" : character;
        tokens.push({ kind: 'punctuation', folded: mark, written: character, start, end: i });
        break;
      }
    }
    if (folded) tokens.push({ kind: 'word', folded, written, start, end });
  }
  return tokens;
}

/** The mark of a block quotation at the start of a wrapped line is no word of the sentence. */
function isQuoteMark(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '>')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS = new Set(('no nr art arts par para paras vol vols ed eds p pp cf ca etc al dr mr mrs ms prof st rev gen lt col sen rep gov hon jr sr inc ltd co '
  + 'e g i u n a s d c ch fig tab eq sec ss app vs approx est resp dec jan feb mar apr jun jul aug sep sept oct nov m mm mme mlle mgr me sr sra srta lic ing num núm inv').split(' '));

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i].folded;
  let next = i + 1;
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') {
    // A closing quotation mark or bracket after the stop belongs to the sentence that it ends.
    const before = tokens[i - 1]?.folded;
    if (!/^[”"’»)\]]$/.test(mark) || !(before === '.' || before === '!' || before === '?')) return false;
  } else if (next < tokens.length && /^[”"’»)\]]$/.test(tokens[next].folded) && tokens[next].start === tokens[i].end) return false;
  if (next >= tokens.length) return true;
  if (tokens[next].start === tokens[i].end) return false; // "e.g.", "3.5", "iom.int"
  if (mark === '.' && tokens[i - 1]?.kind === 'word' && tokens[i - 1].end === tokens[i].start && ABBREVIATIONS.has(tokens[i - 1].folded)) {
    // "in 1965, etc. The" still ends: a capital after an abbreviation that may end a sentence.
    if (!(tokens[i - 1].folded === 'etc' && /^\p{Lu}/u.test(tokens[next].written))) return false;
  }
  while (next < tokens.length && /^["“‘«([¿¡]$/.test(tokens[next].folded)) next++;
  return next < tokens.length && /^[\p{Lu}\d]/u.test(tokens[next].written);
}

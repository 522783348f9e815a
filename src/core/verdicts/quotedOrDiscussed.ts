import { contains, firstEndingAfter, overlaps, type Span } from '../document';
import { DOCUMENT_WORDS, HISTORY, TIME_WORDS } from '../reading/cues';
import type { AllowReason } from '../finding';
import type { Block, Inline, Prose } from '../prose/prose';
import { phraseBefore } from '../reading/phrases';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Use } from './use';
import { allow, exemption, type Allow, type Exemption } from './verdict';
import { isLongForm } from './wordList';
import type { Token } from '../reading/tokens';
import { plainText } from '../mentions/plainText';

/**
 * Returns why the words are not the author's own: they are somebody else's (quotations, titles, citations), or they are
 * mentioned as words (glossaries, lists of names, "the term …"). `undefined` where the author uses them in their own
 * name.
 */
export function quotedOrDiscussed(site: MentionSite, surroundings: Surroundings): Exemption | undefined {
  const { block, mention, sentence } = site;
  if (block.quoted) return exemption('block-quote');
  if (surroundings.property(block, isBibliography)) return exemption('citation');
  const inline = surroundings.prose.inlineAt(
    block,
    mention,
    (each) => contains(each, mention) && each.kind in REASONS && (each.kind !== 'emphasis' || isTitle(site, each)),
  );
  if (inline) return exemption(REASONS[inline.kind]!, { start: inline.start, end: inline.end });
  const quotations = surroundings.property(block, quotationsIn);
  const quotation = quotations[firstEndingAfter(quotations, mention.start)];
  if (quotation && contains(quotation, mention)) return exemption('quotation', quotation);
  // A footnote that cites a document has a page, a symbol or an archive.
  const isCiting = block.kind === 'footnote' && sentence.tokens.some(({ folded }) => DOCUMENT_WORDS.citing.has(folded));
  if (isCiting || isAuthor(site, surroundings)) return exemption('citation');
  return !isWrongLongForm(site, surroundings) && isGlossaryEntry(site, surroundings)
    ? exemption('term-discussed')
    : undefined;
}

const REASONS: Readonly<Partial<Record<Inline['kind'], AllowReason>>> = {
  quote: 'quotation',
  citation: 'citation',
  emphasis: 'title',
};

/** Allows a mention if its words are not the author's own, or are mentioned as words. */
export function allowExempt(use: Use): Allow | undefined {
  const exempt = quotedOrDiscussed(use, use.surroundings);
  return exempt && allow(use, exempt.reason, exempt.evidence);
}

/** "the term climate refugee", "la expresión": the mention is cited as a word. */
export function discussion(use: Use): Span | undefined {
  const { tokens, first, next } = use;
  const [before, after] = [tokens[first - 1], tokens[next]];
  // A verb of saying cites the word that ends its clause: "Why does the plaque say PICMME?"
  if (DOCUMENT_WORDS.saying.has(before?.folded) && (after === undefined || after.kind === 'punctuation')) return before;
  const words = phraseBefore(tokens, firstOfList(use), HISTORY.discussed, 3);
  return words && tokens[words.first];
}

/** The first token of the names that a mention ends: "names such as A, B and C"; not "the word: IOM, the … (IOM)". */
function firstOfList({ tokens, first, sentence, term, grammar, surroundings }: Use): number {
  let start = first;
  for (const other of [...surroundings.mentionsIn(sentence)].reverse()) {
    const site = surroundings.siteOf(other);
    const between = site && site.next < start ? tokens.slice(site.next, start) : [];
    const isJoint = (token: Token): boolean =>
      token.folded === ',' || grammar.isAnyOf(token, ['coordinator', 'definite']);
    // The long form of the same body next to its abbreviation says what that means.
    const isLong = other.terms.some(({ entry, form }) => entry === term.entry && form !== term.form);
    const isList = !isLong || between.some((token) => grammar.is(token, 'coordinator'));
    if (between.length > 0 && isList && between.every(isJoint)) start = site!.first;
  }
  return start;
}

/** Emphasis marks a title when it contains two more words than the name. */
function isTitle({ sentence, mention }: MentionSite, emphasis: Span): boolean {
  // A word for a work directly precedes: "his book *Climate Refugees*".
  const at = sentence.tokens.findIndex((token) => token.start >= emphasis.start);
  if (sentence.tokens.slice(Math.max(0, at - 2), Math.max(0, at)).some((token) => TIME_WORDS.works.has(token.folded)))
    return true;
  const inside = sentence.tokens.filter(
    (token) => contains(emphasis, token) && token.kind === 'word' && !overlaps(token, mention),
  );
  return inside.filter((token) => token.folded.length > 3).length >= 2;
}

function isBibliography(block: Block, surroundings: Surroundings): boolean {
  const opening = surroundings.textWithin(block, block.start, block.start + 160);
  const isListed = surroundings.headingsOf(block).some((heading) => heading.isBibliography);
  return isListed || block.kind === 'reference' || CORPORATE.test(opening);
}

/**
 * A line that begins as an entry of a bibliography with a corporate author: "Intergovernmental Committee for European
 * Migration (1964). *Handbook*. Geneva".
 */
const CORPORATE = /^[\p{Lu}][^().:;*]{8,110}\((?:1[89]|20)\d\d[a-z]?\)\.\s+[*_«“"‘]/u;

/**
 * "(ICEM 1964)", "(ICEM, 1994, p. 3)", "(ICEM, “Handbook”": the body as an author; "ICEM, 12, 44–51": in an index;
 * "398.18 ICEM/7–354": in the number of a file.
 */
function isAuthor({ sentence: { tokens }, first, mention, block }: MentionSite, surroundings: Surroundings): boolean {
  const after = surroundings.textWithin(block, mention.end, mention.end + 16);
  if (mention.terms.length > 0 && FILE.test(after)) return true;
  return /^[(;]$/.test(tokens[first - 1]?.folded ?? '') ? AUTHOR.test(after) : first === 0 && PAGES.test(after);
}

const AUTHOR = /^(?:,?\s+(?:18|19|20)\d\d[a-z]?\s?[),:;]|,\s+["“«])/;
const FILE = /^[/–-]\d/;
const PAGES = /^,\s\d{1,3}[,–—-]\s?\d{1,3}(?!\d)/;

/** A misnomer is wrong as the long form of an abbreviation, too; the range of a claim has no term. */
function isWrongLongForm(site: MentionSite, surroundings: Surroundings): boolean {
  const [term] = site.mention.terms;
  return term?.status === 'deprecated' && term.rule === 'deprecated-name' && isLongForm(site, surroundings);
}

/** A list entry, a table row or a line with nothing but the forms of a name: an abbreviation and its expansion. */
function isGlossaryEntry({ block, mention }: MentionSite, surroundings: Surroundings): boolean {
  // An entry is short. In a long paragraph, the check need not visit each of the many names.
  if (block.end - block.start > LONGEST_ENTRY) return false;
  const mentions = surroundings.mentionsIn(block);
  if (mentions.length < 2 && block.kind !== 'table-row') return false;
  const nameIds = new Set(mention.terms.map((term) => term.entry.name.id));
  const forms = mentions.filter((other) => other.terms.some((term) => nameIds.has(term.entry.name.id)));
  const kinds = new Set(forms.map((other) => other.terms[0]!.form));
  if (kinds.size < 2 && !isNameTable(block, surroundings)) return false;
  if (block.kind === 'table-row') return true;
  const rest = surroundings
    .sentencesOf(block)
    .flatMap((sentence) => sentence.tokens)
    .filter((token) => token.kind === 'word' && !mentions.some((other) => overlaps(other, token)));
  return rest.length <= 1;
}

/** In code units. */
const LONGEST_ENTRY = 1500;

/** A table whose header says that it lists names. */
function isNameTable(block: Block, surroundings: Surroundings): boolean {
  const head = surroundings.tableHeadOf(block);
  return (
    head !== block &&
    surroundings
      .sentencesOf(head)
      .some((sentence) => sentence.tokens.some((token) => HISTORY.tableHeads.has(token.folded)))
  );
}

/** A concept written with capitals within a sentence is part of a title or a name: "Climate Refugee Voices". */
export function isProperName({ sentence: { tokens }, first, next }: MentionSite): boolean {
  const own = tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.written);
  return own.every(isCapital) && (first > 0 || isCapital(tokens[next]));
}

/**
 * Quotations within a block, across sentence boundaries: “…”, „…“, «…», ‘…’, "…", '…', and a line of dialogue after a
 * dash. An unclosed quotation extends to the end of the block.
 */
function quotationsIn(block: Block, { prose }: Surroundings): readonly Span[] {
  const { text } = prose;
  const marks = marksOf(prose, block);
  const line = block.kind === 'paragraph' ? DIALOGUE.exec(text.slice(block.start, block.end)) : null;
  const spans: Span[] = line ? [{ start: block.start, end: block.start + line[0].length }] : [];
  // The search for a missing closing mark runs only once: no later mark of that kind is closed either.
  const unclosed = new Set<string>();
  for (let i = 0; i < marks.length; i++) {
    const { character } = marks[i]!;
    const closing = CLOSING[character];
    const single = character === "'" || character === '‘';
    if (closing === undefined || ((single || character === '"') && !opens(text, marks[i]!))) continue;
    const close = unclosed.has(character) ? -1 : closingMark(text, marks, i + 1, closing, single);
    if (close < 0) {
      unclosed.add(character);
      // A quotation of several paragraphs opens each of them and closes only the last. A lone straight mark is a typo
      // or denotes inches.
      if (character === '“' || character === '«')
        spans.push({ start: marks[i]!.start, end: text[block.end - 1] === '\r' ? block.end - 1 : block.end });
      continue;
    }
    spans.push({ start: marks[i]!.start, end: marks[close]!.end });
    i = close;
  }
  return spans;
}

/** "—Del Comité, señora. —Y calló.": up to the dash before the narrator's words. */
const DIALOGUE = /^—[\p{L}¿¡][^—]*/u;

const MARKS = /["“”„«»‘’']|&(?:quot|[lr]dquo|[lr]aquo|[lr]squo);/g;

interface Mark extends Span {
  readonly character: string;
}

function marksOf(prose: Prose, block: Block): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of prose.text.slice(block.start, block.end).matchAll(MARKS)) {
    const start = block.start + match.index;
    // The apostrophe within a word is by far the most frequent mark, and is not a quotation mark.
    if (
      /['’]/.test(match[0]) &&
      /\p{L}/u.test(prose.text[start - 1] ?? ' ') &&
      /\p{L}/u.test(prose.text[start + 1] ?? ' ')
    )
      continue;
    const end = start + match[0].length;
    if (!prose.markupAt(block, start))
      marks.push({ start, end, character: plainText(prose.text, start, end, prose.format.readEscape) });
  }
  return marks;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', "'": "'" };

function closingMark(text: string, marks: readonly Mark[], from: number, closing: string, single: boolean): number {
  for (let i = from; i < marks.length; i++)
    if (closing.includes(marks[i]!.character) && (!single || closes(text, marks[i]!))) return i;
  return -1;
}

function opens(text: string, mark: Mark): boolean {
  return !/[\p{L}\d.,]/u.test(text[mark.start - 1] ?? ' ') && /\S/.test(text[mark.end] ?? ' ');
}

function closes(text: string, mark: Mark): boolean {
  return /\S/.test(text[mark.start - 1] ?? ' ') && !/[\p{L}\d]/u.test(text[mark.end] ?? ' ');
}

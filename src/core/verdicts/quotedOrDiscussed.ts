import { contains, overlaps, type Span } from '../document';
import { DOCUMENT_WORDS, HISTORY, TIME_WORDS } from '../reading/cues';
import type { Block } from '../prose/prose';
import { firstEndingAfter } from '../reading/sentence';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { TermEntry } from '../termbase/termbase';
import { quotationsIn } from './quotations';
import { allow, exemption, type Allow, type Exemption } from './verdict';
import { isLongForm } from './wordList';
import type { Token } from '../reading/tokens';

/**
 * Returns why the words are not the author's own: they are somebody else's (quotations, titles, citations), or they are
 * mentioned as words (glossaries, lists of names, "the term …"). `undefined` where the author uses them in their own
 * name.
 */
export function quotedOrDiscussed(site: MentionSite, surroundings: Surroundings): Exemption | undefined {
  const { block, mention } = site;
  if (block.quoted) return exemption('block-quote');
  if (surroundings.property(block, isBibliography)) return exemption('citation');
  const inline = surroundings.prose.inlineAt(
    block,
    mention,
    (candidate) =>
      contains(candidate, mention) &&
      (candidate.kind === 'quote' ||
        candidate.kind === 'citation' ||
        (candidate.kind === 'emphasis' && (isTitle(site, candidate) || isCited(site, candidate, surroundings)))),
  );
  if (inline) {
    const reason = inline.kind === 'quote' ? 'quotation' : inline.kind === 'citation' ? 'citation' : 'title';
    return exemption(reason, { start: inline.start, end: inline.end });
  }
  const quotations = surroundings.property(block, quotationsIn);
  const quotation = quotations[firstEndingAfter(quotations, mention.start)];
  if (quotation && contains(quotation, mention)) return exemption('quotation', quotation);
  if (isIndexEntry(site) || isAuthorYear(site) || (block.kind === 'footnote' && isCitingFootnote(site)))
    return exemption('citation');
  return !isWrongLongForm(site, surroundings) && isGlossaryEntry(site, surroundings)
    ? exemption('term-discussed')
    : undefined;
}

/** Allows a mention if its words are not the author's own, or are mentioned as words. */
export function allowExempt(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | undefined {
  const exempt = quotedOrDiscussed(site, surroundings);
  return exempt && allow(site.mention, term, exempt.reason, exempt.evidence);
}

/** "the term climate refugee", "la expresión": the mention is cited as a word. */
export function discussion({ sentence, first, next }: MentionSite): Span | undefined {
  const { tokens } = sentence;
  // "Why does the plaque say PICMME?"
  const following = tokens[next];
  if (
    DOCUMENT_WORDS.saying.has(tokens[first - 1]?.folded) &&
    (following === undefined || following.kind === 'punctuation')
  )
    return tokens[first - 1];
  for (let i = first - 1, skipped = 0; i >= 0 && skipped <= 3; i--, skipped++) {
    if (HISTORY.discussed.has(tokens[i]!.folded)) return tokens[i];
    if (!HISTORY.fillers.has(tokens[i]!.folded) && !DOCUMENT_WORDS.likening.has(tokens[i]!.folded)) return undefined;
  }
  return undefined;
}

/** Emphasis marks a title when it contains more than the name, and the other words are few or begin with a capital. */
function isTitle({ sentence, mention }: MentionSite, emphasis: Span): boolean {
  // "his book *Climate Refugees*": a word for a work directly precedes.
  const at = sentence.tokens.findIndex((token) => token.start >= emphasis.start);
  if (sentence.tokens.slice(Math.max(0, at - 2), Math.max(0, at)).some((token) => TIME_WORDS.works.has(token.folded)))
    return true;
  const inside = sentence.tokens.filter(
    (token) => contains(emphasis, token) && token.kind === 'word' && !overlaps(token, mention),
  );
  return inside.filter((token) => token.folded.length > 3).length >= 2;
}

/** `<cite>` marks the title of a work, however short. */
function isCited({ block }: MentionSite, { start }: Span, surroundings: Surroundings): boolean {
  return /<cite\b[^<>]*>$/i.test(surroundings.textWithin(block, start - 80, start));
}

function isBibliography(block: Block, surroundings: Surroundings): boolean {
  if (block.kind === 'reference') return true;
  const opening = surroundings.textWithin(block, block.start, block.start + 160);
  if (REFERENCE.test(opening) || CORPORATE.test(opening)) return true;
  return block.kind !== 'heading' && surroundings.headingsOf(block).some((heading) => heading.isBibliography);
}

/** A line that begins as an entry of a bibliography: "Marques, D. (1956). …". */
const REFERENCE = /^[\p{Lu}][\p{L}\p{M}'’-]+,\s(?:\p{Lu}\.[\s-]?)+[^().]{0,60}\((?:1[89]|20)\d\d[a-z]?\)/u;

/**
 * The same with a corporate author: "Intergovernmental Committee for European Migration (1964). *Handbook*. Geneva".
 */
const CORPORATE = /^[\p{Lu}][^().:;*]{8,110}\((?:1[89]|20)\d\d[a-z]?\)\.\s+[*_«“"‘]/u;

/** "(ICEM 1964)", "(ICEM, 1994, p. 3)", "(ICEM, “Handbook”": the body as an author. */
function isAuthorYear({ sentence: { tokens }, first, next }: MentionSite): boolean {
  const afterComma = tokens[next]?.folded === ',' ? next + 1 : next;
  const opened = tokens[first - 1]?.folded === '(' || tokens[first - 1]?.folded === ';';
  const isTitled = afterComma > next && /^["“«]$/.test(tokens[afterComma]?.folded ?? '');
  const isDated =
    /^(?:18|19|20)\d\d[a-z]?$/.test(tokens[afterComma]?.folded ?? '') &&
    /^[),:;]$/.test(tokens[afterComma + 1]?.folded ?? '');
  return opened && (isTitled || isDated);
}

/** "ICEM, 12, 44–51, 88": a line of an index. */
function isIndexEntry({ sentence: { tokens }, first, next }: MentionSite): boolean {
  return (
    first === 0 &&
    tokens[next]?.folded === ',' &&
    /^\d{1,3}$/.test(tokens[next + 1]?.folded ?? '') &&
    /^[,–—-]$/.test(tokens[next + 2]?.folded ?? '') &&
    /^\d{1,3}$/.test(tokens[next + 3]?.folded ?? '')
  );
}

/** A footnote that cites a document: it has a page, a symbol, a quotation, or an archive. */
function isCitingFootnote({ sentence, block }: MentionSite): boolean {
  const words = sentence.tokens.filter((token) => token.start < block.end);
  return (
    words.some((token) => DOCUMENT_WORDS.citing.has(token.folded)) ||
    words.some((token) => /["“«'‘]/.test(token.folded) && token.end < block.end)
  );
}

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
  if (own.length < 2 || !own.every(isCapital)) return false;
  return first > 0 || isCapital(tokens[next]);
}

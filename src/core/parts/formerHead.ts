import type { Lang, Span } from '../document';
import { foldKey } from '../fold';
import { DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import { agentsOf } from '../reading/statement';
import { isClause, LONGEST_HEADER } from '../reading/textTime/headerDates';
import { headerLines, wordsOf } from '../reading/textTime/headerLines';
import { isCapitalized, type Token } from '../reading/tokens';
import type { Head } from '../termbase/termbase';
import type { Part } from './part';

/** The place that shows a head in office. */
export interface InOffice extends Span {
  readonly head: Head;
}

/** A sentence of a part that reports in the present what a head does: "The Director (Gibson) asks for replies". */
export function actingHead(part: Part, lang: Lang, heads: readonly Head[]): InOffice | undefined {
  const isIn = (written: string): boolean => heads.some((head) => isNamedIn(written, head));
  if (!isIn(part.text)) return undefined;
  const text = part.textIn(lang);
  for (const block of part.prose.blocks) {
    const isOwn = !block.quoted && block.kind !== 'footnote' && block.kind !== 'reference';
    if (!isOwn || !isIn(part.text.slice(block.start, block.end))) continue;
    for (const sentence of text.sentencesOf(block)) {
      const { tokens } = sentence;
      const named = heads.flatMap((head) => placesOf(head, tokens).map((at) => ({ head, at })));
      if (named.length === 0) continue;
      const agents = presentAgents(readingIn(text, sentence), grammarOf(text.languageOf(block)));
      const acting = named.find(({ at }) => agents.some((agent) => isNameOf(agent, at, tokens)));
      if (acting) return { head: acting.head, start: tokens[acting.at]!.start, end: tokens[acting.at]!.end };
    }
  }
  return undefined;
}

/** The head who signs a text: one of its last lines is the name alone, in brackets, or before the office. */
export function signingHead(foot: string, lang: Lang, heads: readonly Head[]): InOffice | undefined {
  for (const { text, start, end, isEntry, isHeading } of headerLines(foot).slice(-LAST_LINES)) {
    if (isEntry || isHeading || text.length > LONGEST_HEADER || isClause(text, grammarOf(lang))) continue;
    const tokens = wordsOf(text);
    const head = heads.find((each) =>
      placesOf(each, tokens).some(
        (at) =>
          tokens.slice(0, at).every((token) => token.kind !== 'word' || mayPrecede(token, each)) &&
          (tokens[at + 1] === undefined || /^[,)–—]$/.test(tokens[at + 1]!.folded)),
      ),
    );
    if (head) return { head, start, end };
  }
  return undefined;
}

/** The office and the place may follow the signature. */
const LAST_LINES = 4;

/**
 * The agents of what is said to occur now. Who is remembered, or is the first of a series, does nothing; who says or
 * writes something may do so in an old book.
 */
function presentAgents({ statements, nodes }: Reading, grammar: Grammar): readonly NounGroup[] {
  return statements.flatMap((statement) => {
    const { verb, modality } = statement;
    if (verb?.tense !== 'present' || modality !== 'asserted') return [];
    const isSaying = nodes.some(({ kind, first }) => kind === 'that' && first === verb.next);
    return isSaying || grammar.isVerbOf(verb, 'copula', 'reporting') ? [] : agentsOf(statement, grammar);
  });
}

/** Whether a group is the person whose surname is at a token, or has the name in brackets after it. */
function isNameOf({ first, next, owners }: NounGroup, at: number, tokens: readonly Token[]): boolean {
  return (first <= at && next === at + 1 && owners.length === 0) || (next === at - 1 && tokens[next]!.folded === '(');
}

/** The tokens that are the surname of a head, without the first name of somebody else, or a longer name after it. */
function placesOf(head: Head, tokens: readonly Token[]): readonly number[] {
  const surname = foldKey(head.surname);
  const isWord = (token: Token | undefined): boolean => token?.kind === 'word' && isCapitalized(token.written);
  return tokens.flatMap(({ folded, written }, at) => {
    const before = tokens[at - 1]?.folded === '.' ? tokens[at - 2] : tokens[at - 1];
    const isOther = isWord(before) && !mayPrecede(before!, head);
    return folded === surname && isCapitalized(written) && !isOther && !isWord(tokens[at + 1]) ? [at] : [];
  });
}

/** "Hugh", "H.", "Mr": a part of a head's name, an initial of it, or a courtesy. */
function mayPrecede({ folded }: Token, { name }: Head): boolean {
  const words = foldKey(name).split(/[ .]+/);
  return words.some((word) => word === folded || word[0] === folded) || DOCUMENT_WORDS.courtesies.has(folded);
}

function isNamedIn(text: string, { surname }: Head): boolean {
  return text.includes(surname) || text.includes(surname.toUpperCase());
}

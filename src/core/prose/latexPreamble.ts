import type { Lang } from '../document';
import { langOf } from './languageNames';
import { commandOf, HEADINGS } from './latexCommands';
import { commandNameAt } from './latexText';
import { endOfLine } from './lines';

const BEGINNING = '\\begin{document}';
/** A language chosen before any text is the language of the document. */
const OPENING = /(?:\s|%[^\n]*\n|\\(?:maketitle|frontmatter)(?![A-Za-z])){0,200}?\\selectlanguage[ \t]*\{([^{}\n]*)\}/y;
/** Commands with which an included file may begin. */
const OF_A_PIECE: ReadonlySet<string> = new Set([
  'item',
  'bibitem',
  'label',
  'caption',
  'footnote',
  'noindent',
  'par',
  'index',
]);

/**
 * The offset at which the text of a document begins: 0 in a fragment, -1 where the preamble does not end in this
 * text.
 */
export function endOfPreamble(text: string): number {
  if (isPiece(text)) return 0;
  const body = text.indexOf(BEGINNING);
  if (body < 0) return -1;
  return openingAt(text, body)?.end ?? body + BEGINNING.length;
}

/**
 * The main language: the last option of Babel or the class, the setting of Polyglossia, or the language chosen at the
 * beginning of the text.
 */
export function languageOfPreamble(text: string): Lang | undefined {
  const spelling =
    /^(?:\ufeff?[ \t]*%[^\n]*\n)*?\ufeff?[ \t]*%[ \t]*!TeX[ \t]+(?:spellcheck|language)[ \t]*=[ \t]*([\w-]+)/i.exec(
      text,
    )?.[1];
  const end = isPiece(text) ? -1 : text.indexOf(BEGINNING);
  if (end < 0) return langOf(spelling ?? '');
  const chosen = openingAt(text, end)?.name;
  if (chosen !== undefined) return langOf(chosen);
  const preamble = text.slice(0, end).replace(/(?<!\\)%[^\n]*/g, '');
  const set = last(preamble, /\\set(?:main|default)language[ \t]*(?:\[[^\]]{0,500}\])?[ \t]*\{([^{}]{0,80})\}/g);
  if (set !== undefined) return langOf(set.trim());
  const babel = last(preamble, /\\usepackage[ \t]*\[([^\]]{0,500})\][ \t\r\n]*\{babel\}/g);
  const options = [last(preamble, /\\documentclass[ \t]*\[([^\]]{0,500})\]/g) ?? '', babel ?? '']
    .flatMap((list) => list.split(','))
    .map((option) => option.trim());
  const main = options.map((option) => /^main[ \t]*=[ \t]*(\w+)/.exec(option)?.[1]).find((name) => name !== undefined);
  return langOf(main ?? lastOption(options) ?? spelling ?? '');
}

/** The last option that may be a language: the last one if it is a word, otherwise the last supported language. */
function lastOption(options: readonly string[]): string | undefined {
  const name = options.at(-1) ?? '';
  return /^[A-Za-z]+$/.test(name) ? name : options.filter((option) => langOf(option) !== undefined).at(-1);
}

function openingAt(text: string, body: number): { readonly name: string; readonly end: number } | undefined {
  OPENING.lastIndex = body + BEGINNING.length;
  const opening = OPENING.exec(text);
  return opening ? { name: opening[1]!, end: OPENING.lastIndex } : undefined;
}

/** Whether the text begins with body text, or a command within it, so that no preamble precedes it. */
function isPiece(text: string): boolean {
  let at = 0;
  while (at < text.length && (text[at] === '%' || /[\s\ufeff]/.test(text[at]!)))
    at = text[at] === '%' ? endOfLine(text, at) : at + 1;
  if (text[at] !== '\\') return text[at] !== '<'; // `<<…>>=`: code in R may precede the preamble
  const name = commandNameAt(text, at);
  const bare = name.endsWith('*') ? name.slice(0, -1) : name;
  if (bare === 'begin') return !/^\\begin[ \t]*\{(?:document|filecontents)/.test(text.slice(at, at + 40));
  return Object.hasOwn(HEADINGS, bare) || OF_A_PIECE.has(bare) || commandOf(bare)?.content !== undefined;
}

function last(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(pattern)].at(-1)?.[1];
}

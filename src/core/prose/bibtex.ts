import type { Block, Format } from './prose';
import { BlockList } from './blockList';
import { cutsAtLines } from './cuts';
import { readLatexInlines } from './latexInlines';
import { isEscaped, readLatexEscape } from './latexText';

/** BibTeX and BibLaTeX: the values of the fields that people read. All of them name works, so none is the author's own text. */
export const bibtex: Format = {
  readBlocks,
  readInlines: readLatexInlines,
  readEscape: readLatexEscape,
  declaredLanguage: () => undefined,
  // An entry's `@` at the start of its line ends even a value that is not closed.
  cutting: { ...cutsAtLines((text, lineStart) => text[lineStart] === '@'), readPart: (text) => ({ blocks: readBlocks(text), isClosed: true }) },
  isComment(text, offset) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^[ \t]*%/.test(line) || /@comment\b[^@]*$/i.test(line);
  },
};

const READ_FIELDS = new Set(('title subtitle titleaddon booktitle booksubtitle maintitle shorttitle journal journaltitle issuetitle series note annote annotation '
  + 'abstract addendum howpublished institution organization school publisher author editor keywords').split(' '));
const FIELD = /([A-Za-z][\w-]*)[ \t]*=[ \t\r\n]*(?=["{])|^[ \t]*%[^\n]*/gm;

function readBlocks(text: string): readonly Block[] {
  const list = new BlockList(text);
  FIELD.lastIndex = 0;
  for (let field = FIELD.exec(text); field; field = FIELD.exec(text)) {
    if (field[1] === undefined) continue;
    const start = FIELD.lastIndex;
    const end = endOfValue(text, start);
    if (READ_FIELDS.has(field[1].toLowerCase())) list.add('reference', start + 1, end);
    FIELD.lastIndex = end + 1;
  }
  return list.finish();
}

/** Offset of the mark that closes the value; a value that is not closed ends where the next entry begins. */
function endOfValue(text: string, start: number): number {
  const isQuoted = text[start] === '"';
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0 && !isQuoted) return i;
    else if (character === '"' && isQuoted && i > start && depth === 0 && !isEscaped(text, i)) return i;
    else if (character === '@' && text[i - 1] === '\n') return i;
  }
  return text.length;
}

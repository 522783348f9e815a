import type { Mention } from '../mentions/findMentions';
import type { Prose } from '../prose/prose';

/**
 * A year that a part states. One in its first heading may be that of the whole document, one in another heading dates
 * a section, and one in a note or a bibliography dates a work. `own` is that of the number of a file ("ICEM/C/12/1958")
 * or of an imprint ("Brussels 1951").
 */
export interface WrittenYear {
  readonly year: number;
  readonly of: 'text' | 'opening' | 'section' | 'note' | 'own';
}

/** The years in prose, each once for each kind. */
export function yearsIn(prose: Prose, mentions: readonly Mention[]): readonly WrittenYear[] {
  const { text } = prose;
  const years = new Map<string, WrittenYear>();
  const add = (year: number, of: WrittenYear['of']): void => void years.set(`${of} ${year}`, { year, of });
  for (const { 0: written, index } of text.matchAll(YEAR)) {
    if (!prose.isProse(index, index + 4)) continue;
    const block = prose.blockAt(index);
    const isHeading = block?.kind === 'heading';
    const isNote = block?.kind === 'footnote' || block?.kind === 'reference';
    const isImprint = block?.kind === 'paragraph' && !block.quoted && IMPRINT.test(lineOf(text, index));
    const ofHeading = block === prose.blocks[0] ? 'opening' : 'section';
    add(Number(written), isHeading ? ofHeading : isNote ? 'note' : isImprint ? 'own' : 'text');
  }
  for (const { terms, end } of mentions) {
    const file = terms.some(({ status }) => status === 'superseded') ? FILE.exec(text.slice(end, end + 30)) : null;
    if (file) add(Number(file[1]), 'own');
  }
  return [...years.values()];
}

const YEAR = /(?<![\d.,/-])(?:19|20)\d\d(?![\d/])/g;
/** "/C/12/1958" */
const FILE = /^[/–-][\p{Lu}\d./()–-]*?(?<!\d)((?:19|20)\d\d)(?!\d)/u;
/** "Brussels 1951", "Geneva, 1958." */
const IMPRINT = /^[\s*_(]*\p{Lu}[\p{L}.' -]{2,40},? \d{4}[\s*_).]*$/u;

function lineOf(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset) + 1, end < 0 ? text.length : end);
}

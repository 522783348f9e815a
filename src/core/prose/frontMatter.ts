import type { Lang } from '../document';
import { langOf } from './languageNames';
import type { Block } from './prose';

/** The keys whose values people read; the others are for programs. */
const READ_KEYS = new Set(['title', 'subtitle', 'description', 'abstract']);

/**
 * `end` is the offset of the body, 0 without front matter. `isClosed` is false where more text could turn the
 * beginning into front matter.
 */
interface FrontMatter {
  readonly blocks: readonly Block[];
  readonly end: number;
  readonly isClosed: boolean;
}

/** Reads the front matter at the start of the text: its readable values become blocks. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!opening) return { blocks: [], end: 0, isClosed: true };
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m;
  const body = text.slice(opening[0].length);
  const end = closing.exec(body);
  if (!end) return { blocks: [], end: 0, isClosed: false };
  const blocks: Block[] = [];
  let reading = false;
  let position = opening[0].length;
  const stop = opening[0].length + end.index;
  while (position < stop) {
    const lineEnd = Math.min(text.indexOf('\n', position), stop);
    const line = text.slice(position, lineEnd).trimEnd();
    const key = /^([A-Za-z][\w-]*):[ \t]*/.exec(line);
    if (key) reading = READ_KEYS.has(key[1]!.toLowerCase());
    else if (!/^[ \t]/.test(line)) reading = false;
    if (reading) {
      const value = /^(?:[A-Za-z][\w-]*:)?[ \t]*[|>]?[-+]?[ \t]*["']?/.exec(line)![0].length;
      const quoted = /["']$/.test(line) && line.length > value ? 1 : 0;
      if (value < line.length - quoted)
        blocks.push({
          kind: 'metadata',
          start: position + value,
          end: position + line.length - quoted,
          quoted: false,
          level: 0,
        });
    }
    position = lineEnd + 1;
  }
  const after = text.indexOf('\n', stop);
  return { blocks, end: after < 0 ? text.length : after + 1, isClosed: true };
}

/** The language that `lang` or `language` in the front matter declares. */
export function declaredLanguage(text: string): Lang | undefined {
  if (!/^\ufeff?---/.test(text)) return undefined;
  const { end } = readFrontMatter(text);
  const name = /^(?:lang|language|idioma|langue):[ \t]*["']?([\p{L}_-]+)/mu.exec(text.slice(0, end))?.[1];
  return name === undefined ? undefined : langOf(name);
}

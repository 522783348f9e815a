import type { Span } from '../document';

/**
 * The bare address that includes the code unit at `index`: a URL, a www. host or a mail address. Only characters that
 * occur near the beginning of one are examined, so that running text costs one comparison per character.
 */
export function addressAt(text: string, index: number, start: number, end: number): Span | undefined {
  const character = text[index];
  if (character === ':' && text.startsWith('://', index)) {
    const from = backTo(text, index, start, /[A-Za-z\d+.-]/);
    return { start: from, end: forwardTo(text, index + 3, end) };
  }
  if ((character === 'w' || character === 'W') && /^www\./i.test(text.slice(index, index + 4)))
    return { start: index, end: forwardTo(text, index + 4, end) };
  if (character === '@' && /[\w.+-]/.test(text[index - 1] ?? ' ') && /[A-Za-z\d]/.test(text[index + 1] ?? ' ')) {
    return { start: backTo(text, index, start, /[\w.+-]/), end: forwardTo(text, index + 1, end) };
  }
  return undefined;
}

function backTo(text: string, index: number, start: number, part: RegExp): number {
  let i = index;
  while (i > start && part.test(text[i - 1]!)) i--;
  return i;
}

function forwardTo(text: string, index: number, end: number): number {
  let i = index;
  while (i < end && !/[\s<>"'`«»“”|\\^{}]/.test(text[i]!)) i++;
  while (i > index && /[.,;:!?)\]]/.test(text[i - 1]!)) i--;
  return i;
}

/**
 * True for a file name, handle or path segment that only looks like a name: `ICEM.pdf`, `@IOM`, `/ICEM/2003`,
 * `--icem`.
 */
export function isIdentifier(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  // Two backslashes end a line in LaTeX; slashes on both sides are emphasis in Org.
  if (before === '@' || before === '=' || (before === '\\' && text[start - 2] !== '\\')) return true;
  const isEmphasised = text[end] === '/' && !/[\p{L}\d/]/u.test(text[end + 1] ?? ' ');
  if (before === '/' && !isEmphasised && !/[\p{L}\d)]/u.test(text[start - 2] ?? ' ')) return true;
  if (text[end] === '=') return /\S/.test(text[end + 1] ?? ' ');
  const ending = text[end] === '.' ? /^[A-Za-z][A-Za-z\d]{1,4}(?![\p{L}\d])/u.exec(text.slice(end + 1, end + 7)) : null;
  // After a name of several words, a word with a capital begins a sentence whose blank is missing.
  return ending !== null && !(/^[A-Z][a-z]/.test(ending[0]) && /\s/.test(text.slice(start, end)));
}
